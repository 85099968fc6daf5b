import MilepostExchange
import MilepostModel
import MilepostStore

extension JSONWriter {
  /// Newest first.
  mutating func releases(_ releases: [ReleaseRecord]) {
    key("releases")
    array(releases.reversed()) { json, release in
      json.object { json in
        json.member("edition", release.edition?.text)
        json.member("slug", release.edition?.text.slug)
        json.member("asOf", release.asOf.description)
        json.member("contentHash", "sha256:\(release.contentHash)")
        json.member("series", release.series.seriesCount)
        json.member("observations", release.series.observationCount)
      }
    }
  }

  mutating func overview(_ view: ReleaseView, _ language: LanguageTag) {
    let structure = view.structure
    member("workspace", structure.workspace)
    member("title", structure.title.map { view.name($0, language) })
    member("licence", structure.licence)
    member("description", "/api/v1/openapi.json")
    key("links")
    object { json in
      for endpoint in Endpoint.all where endpoint.exampleID == nil && !endpoint.segments.isEmpty {
        let path = endpoint.segments.joined(separator: "/")
        json.member(named: path, "/api/v1/\(path)")
      }
    }
  }
}

/// Where the values behind a page are.
enum NextPage {
  /// The same question with another offset, relative to the host, of the same publication.
  static func address(_ target: String, offset: Int, publication: Int) -> String {
    let parts = target.split(separator: "?", maxSplits: 1)
    let kept = parts.count > 1 ? parts[1].split(separator: "&").filter { !$0.hasPrefix("offset=") } : []
    let own = kept.contains { $0.hasPrefix("publication=") } ? [] : ["publication=\(publication)"]
    let path = parts.first.map(String.init) ?? target
    return path + "?" + (kept.map(String.init) + own + ["offset=\(offset)"]).joined(separator: "&")
  }
}

import MilepostExchange
import MilepostModel
import MilepostStore

/// What those who look after a server ask: whether it works, and how much.
struct HealthAnswers<Store: ReleaseStore>: Sendable {
  private let store: Store
  private let counts: Metrics

  init(_ store: Store, _ counts: Metrics) {
    self.store = store
    self.counts = counts
  }

  /// 200 with the publication that is served; 503 when there is none or the store cannot be read.
  func health() -> Answer {
    do {
      guard let publication = try store.publication(asOf: nil),
        let release = try store.releases(of: publication.id).last
      else { return unhealthy("nothing was published") }
      let body = JSONWriter.document { json in
        json.member("status", "ok")
        json.member("workspace", publication.workspace)
        json.member("publication", publication.id.number)
        json.member("published", publication.published.description)
        json.member("edition", release.edition?.text)
        json.member("contentHash", "sha256:\(release.contentHash)")
      }
      return answer(200, body)
    } catch {
      return unhealthy("the store cannot be read")
    }
  }

  private func unhealthy(_ reason: String) -> Answer {
    answer(
      503,
      JSONWriter.document { json in
        json.member("status", "unavailable")
        json.member("reason", reason)
      })
  }

  private func answer(_ status: Int, _ body: [UInt8]) -> Answer {
    Answer(
      status, [Answer.Header("Content-Type", "application/json"), Answer.Header("Cache-Control", "no-store")],
      .bytes(body))
  }

  /// In the text format of Prometheus. Source: Prometheus, "Exposition formats", version 0.0.4.
  func metrics() -> Answer {
    var text = counts.text
    // A store that cannot be read is told by what is missing here and by `/health`.
    if case .success(let publication?) = Result(catching: { try store.publication(asOf: nil) }) {
      text += """
        # HELP milepost_publication_id Number of the publication that is served.
        # TYPE milepost_publication_id gauge
        milepost_publication_id \(publication.id.number)
        # HELP milepost_publication_timestamp_seconds When it was published.
        # TYPE milepost_publication_timestamp_seconds gauge
        milepost_publication_timestamp_seconds \(publication.published.millisecondsSince1970 / 1000)

        """
    }
    var answer = Answer.text(200, text, type: "text/plain; version=0.0.4; charset=utf-8")
    answer.set("Cache-Control", "no-store")
    return answer
  }
}

import MilepostModel
package import MilepostStore

/// Hands out the files of the newest publication as they are in the store.
package struct SiteAnswers<Store: ReleaseStore>: Sendable {
  private let store: Store
  /// Whether the site changes while somebody writes on it: nothing is kept by browsers, and pages load themselves anew.
  private let isLive: Bool
  private let report: @Sendable (String) -> Void

  package init(_ store: Store, isLive: Bool = false, report: @escaping @Sendable (String) -> Void = { _ in }) {
    self.store = store
    self.report = report
    self.isLive = isLive
  }

  /// The answer to GET; the query counts for scripts of the page only.
  package func answer(to request: Request) -> Answer {
    do {
      guard let publication = try store.publication(asOf: nil) else {
        return SitePage.notice(503, "Nothing was published yet", "Come back when the first edition is out.")
      }
      let path = String(request.target.prefix { $0 != "?" })
      let target = try RequestTarget(path)
      return try answer(target.segments, isFolder: path.hasSuffix("/"), publication, request)
    } catch let fault as RequestFault {
      return SitePage.notice(Problem(fault).status, "This address cannot be read", fault.message)
    } catch {
      report("\(error)")
      return SitePage.notice(503, "The site cannot be read at this moment", "Try again soon.", retryAfter: 5)
    }
  }

  private func answer(
    _ segments: [String], isFolder: Bool, _ publication: PublicationRecord, _ request: Request
  ) throws -> Answer {
    if segments.isEmpty || segments == ["index.html"] {
      return SitePage.redirect(302, "./\(try language(publication))/index.html")
    }
    let path = segments.joined(separator: "/")
    // A name with a slash or a point in it that was hidden by its coding is no name of ours.
    guard segments.allSatisfy({ !$0.isEmpty && !$0.contains("/") && !$0.hasPrefix(".") }) else {
      return try lost(publication, request)
    }
    let file = try store.file(isFolder ? "\(path)/index.html" : path, of: publication.id)
    if let file {
      return answer(200, file, isFolder ? "index.html" : path, in: path, publication, request)
    }
    if !isFolder, let name = segments.last, try store.file("\(path)/index.html", of: publication.id) != nil {
      return SitePage.redirect(301, "./\(SitePage.encoded(name))/")
    }
    return try lost(publication, request)
  }

  /// The first language of the latest edition.
  private func language(_ publication: PublicationRecord) throws -> String {
    guard let release = try store.releases(of: publication.id).last,
      let languages = try store.rows(of: .workspace, in: release.id).first?[4].text,
      let first = languages.split(separator: " ").first
    else { throw StoreError.damaged("the store", what: "a release has no languages") }
    return String(first)
  }

  private func lost(_ publication: PublicationRecord, _ request: Request) throws -> Answer {
    guard let page = try store.file("404.html", of: publication.id) else {
      return SitePage.notice(404, "There is no such page", "The address may be mistyped.")
    }
    var answer = answer(404, page, "404.html", in: "404.html", publication, request)
    // A client that asks for the address again must hear of a page that has come since.
    for name in ["ETag", "Last-Modified"] { answer.remove(name) }
    answer.set("Cache-Control", "no-store")
    return answer
  }

  private func answer(
    _ status: Int, _ file: StoredFile, _ name: String, in place: String, _ publication: PublicationRecord,
    _ request: Request
  ) -> Answer {
    let type = SiteMediaType.of(name)
    var answer = Answer(
      status,
      [
        Answer.Header("Content-Type", type), Answer.Header("Vary", "Accept-Encoding"),
        Answer.Header("Cache-Control", lifetime(place)),
      ])
    if !isLive { answer.set("Last-Modified", HTTPDate.text(publication.published)) }
    // A page that something is added to goes out as it is.
    let isChanged = isLive && type.hasPrefix("text/html")
    if !isChanged, file.encoding == .gzip, ContentCoding.takesGzip(request.headers["accept-encoding"]) {
      answer.headers += [
        Answer.Header("Content-Encoding", "gzip"), Answer.Header("ETag", "\"\(file.hash)-gzip\""),
      ]
      answer.body = .bytes(file.bytes)
    } else {
      guard let contents = file.contents else { return Problem.unavailable.answer }
      if !isChanged { answer.headers.append(Answer.Header("ETag", "\"\(file.hash)\"")) }
      answer.body = .bytes(contents)
    }
    return answer
  }

  /// How long a copy may be used without asking.
  ///
  /// A minute at the root, so that a new edition is seen soon. An hour in the editions: they stay, but not to the byte,
  /// because their pages name the editions that came later.
  private func lifetime(_ place: String) -> String {
    if isLive { return "no-store" }
    return place.hasPrefix("editions/") ? "public, max-age=3600" : "public, max-age=60"
  }
}

import MilepostLanguage
import MilepostModel

/// What the page of a report says of the reports before and after it, and of its files.
extension SiteContext {
  /// Editions with a report or files of one, oldest first.
  private var reported: [(release: Release, edition: Edition)] {
    releases.compactMap { release in
      guard let edition = release.edition, release.report != nil || !release.keptDocuments.isEmpty else { return nil }
      return (release, edition)
    }
  }

  private var isLatestReport: Bool { reported.last?.edition.id == release.edition?.id }

  /// Which document the report corrects or revises, with a link to it.
  ///
  /// - Returns: false when the site does not have it, and nothing was written.
  func linkedPredecessor(_ page: Page, _ html: inout HTMLWriter) -> Bool {
    guard let predecessor, let older = reported.first(where: { $0.edition.id == predecessor.edition }) else {
      return false
    }
    html.link(
      in: sentence(predecessor, document: "{document}"), "{document}", to: address(of: older.edition, page),
      predecessor.document)
    return true
  }

  /// Whether a corrigendum or revised version was issued since.
  func followers(_ page: Page, _ html: inout HTMLWriter) {
    for (follower, edition) in reported where edition.succession?.edition == release.edition?.id {
      guard let kind = edition.succession?.kind else { continue }
      let sentence = phrases(
        kind == .corrects ? .correctedBy : .revisedBy, ["document": "{document}", "date": day(of: follower)])
      html.element("p", ["class": "succession"]) { html in
        html.link(in: sentence, "{document}", to: address(of: edition, page), name(of: follower, edition))
      }
    }
    if release.report != nil, !isLatestReport { html.element("p", text: phrases(.asKept)) }
  }

  /// The files of the report, where they are kept.
  func keptFiles(_ page: Page, _ html: inout HTMLWriter) {
    guard let edition = release.edition, !documents(of: release).isEmpty else { return }
    html.heading(2, phrases(.keptFiles))
    html.element("ul", ["class": "downloads"]) { html in
      for document in documents(of: release) {
        html.element("li") { link(to: document, of: edition, page, &$0) }
      }
    }
  }

  /// Reports of editions before this one, the newest first.
  func earlierReports(_ page: Page, _ html: inout HTMLWriter) {
    let earlier = reported.prefix { $0.edition.id != release.edition?.id }.filter { $0.release.asOf <= release.asOf }
    guard !earlier.isEmpty else { return }
    html.heading(2, phrases(.earlierReports))
    html.element("ul", ["class": "reports"]) { html in
      for (other, edition) in earlier.reversed() {
        html.newLine()
        html.element("li") { html in
          let title = other.report.map { Phrases(other, language, for: .pages).written($0.document.title) }
          let name = name(of: other, edition)
          let words = phrases(
            .named, ["document": name, "date": day(of: other), "title": title ?? phrases(ReportPhrase.report)])
          html.element("a", ["href": address(of: edition, page)], text: words)
          for document in documents(of: other) where document.format != .html {
            html.text(" ")
            link(to: document, of: edition, page, &html)
          }
        }
      }
    }
  }

  /// As people call the document: its symbol, or the id of its edition.
  private func name(of release: Release, _ edition: Edition) -> String {
    release.report?.document.symbol.map(lettered) ?? edition.id.text
  }

  private func day(of release: Release) -> String { phrases.dates.text(release.report?.document.date ?? release.asOf) }

  private func address(of edition: Edition, _ page: Page) -> String {
    page.link(toPath: path("report", base: "editions/\(edition.id.text.slug)/"))
  }

  /// In the language of the page, or in all where there is none.
  private func documents(of release: Release) -> [KeptDocument] {
    let known = release.keptDocuments.filter { languages.contains($0.language) }
    let own = known.filter { $0.language == language }
    return KeptDocument.Format.allCases.flatMap { format in
      (own.isEmpty ? known : own).filter { $0.format == format }
    }
  }

  private func link(to document: KeptDocument, of edition: Edition, _ page: Page, _ html: inout HTMLWriter) {
    let phrase: EditionPhrase =
      switch document.format {
      case .pdf: .pdf
      case .docx: .word
      case .html: .oneFile
      }
    let path = "editions/\(edition.id.text.slug)/\(document.place(in: edition.id))"
    let isForeign = document.language != language
    html.element(
      "a",
      [
        "href": page.link(toPath: path), "hreflang": isForeign ? document.language.markupTag : nil,
        "download": document.format == .html ? nil : "",
      ],
      text: phrases(phrase, ["size": sizeText(ofBytes: document.size)])
        + (isForeign ? " \(document.language.ownName)" : ""))
  }
}

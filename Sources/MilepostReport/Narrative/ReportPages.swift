import MilepostLanguage
import MilepostModel

extension Release {
  /// The pages of the report below the language's folder, the same in every language; empty without one.
  var reportPlaces: [String] {
    guard let report else { return [] }
    return ["report"] + reportAddresses(report).map { "report/" + $0 }
  }

  /// Every chapter that a language has, in the order of the original, then annexes that the program makes.
  private func reportAddresses(_ report: PublishedReport) -> [String] {
    let original = report.chapters(in: report.document.originalLanguage)
    var addresses: [String] = []
    for published in original + report.chapters {
      let address = published.chapter.id.text.slug
      if !addresses.contains(address) { addresses.append(address) }
    }
    return addresses + madeAnnexes.map(\.address)
  }
}

extension SiteContext {
  var reportFiles: [PlacedPage] {
    guard release.report != nil else {
      return pages.contains("report") ? [PlacedPage("report", "report", otherReportPage)] : []
    }
    let chapters = release.reportPlaces.dropFirst().map { place in
      let address = String(place.dropFirst("report/".count))
      return PlacedPage(place, "chapter \(address) of the report") { reportChapterPage(address, $0) }
    }
    return [PlacedPage("report", "report", reportPage)] + chapters
  }

  /// The newest other edition that has a report.
  var otherReport: Release? {
    releases.last { $0.report != nil && $0.edition != nil && $0.edition?.id != release.edition?.id }
  }

  private func otherReportPage(_ page: Page) -> PageText {
    page.html(title: phrases(.report)) { html in
      html.element("h1", text: phrases(.report))
      guard release.keptDocuments.isEmpty else {
        followers(page, &html)
        keptFiles(page, &html)
        return earlierReports(page, &html)
      }
      guard let other = otherReport, let edition = other.edition else { return }
      let name = phrases(.edition, ["id": edition.id.text, "date": phrases.dates.text(other.asOf)])
      let place = "editions/\(edition.id.text.slug)/\(language.text)/report/index.html"
      html.element("p", ["class": "lead"]) { html in
        html.link(in: phrases(.otherEdition), "{edition}", to: page.link(toPath: place), name)
      }
      earlierReports(page, &html)
    }
  }

  /// What the document is, what it asks for, and its contents.
  private func reportPage(_ page: Page) -> PageText {
    guard let report = release.report else { preconditionFailure("only a release with a report has the page") }
    let block = titleBlock(report.document)
    let plain = Phrases(release, language)
    return page.html(
      title: phrases(.report), description: report.document.summary.map { plain.written($0) }
    ) { html in
      var markup = ReportMarkup(
        .page(page, chapter: "", charts: [:]), phrases, footnotes: [], pictures: report.pictures)
      let isNamed = !block.author.isEmpty
      html.element("p", ["class": "over"]) { html in
        if isNamed { markup.write(block.author, into: &html) } else { html.text(phrases(.report)) }
      }
      html.element("h1") { markup.write(block.title, into: &$0) }
      for (place, line) in block.succession.enumerated() {
        html.element("p", ["class": "succession"]) { html in
          if place > 0 || !linkedPredecessor(page, &html) { markup.write(line, into: &html) }
        }
      }
      followers(page, &html)
      html.element("dl", ["class": "facts"]) { html in
        for fact in block.facts { html.term(fact.label) { markup.write(fact.text, into: &$0) } }
      }
      for section in block.sections {
        html.heading(2, section.label)
        html.element("p", ["class": "text"]) { markup.write(section.text, into: &$0) }
      }
      keptFiles(page, &html)
      if let outline {
        html.heading(2, phrases(.contents))
        html.element("nav", ["class": "contents", "aria-label": phrases(.contents)]) { html in
          contents(outline, sectionsOf: nil, page, &html)
        }
        untranslated(report, page, &html)
      } else {
        languagesOfReport(report, page, &html)
      }
      earlierReports(page, &html)
    }
  }

  /// The languages in which there is a text, where the page's is none of them.
  private func languagesOfReport(_ report: PublishedReport, _ page: Page, _ html: inout HTMLWriter) {
    html.element("p", ["class": "lead"]) { html in
      links(phrases(.noText), "{languages}", to: report.languages, page, &html)
    }
  }

  /// A sentence with links to the page in other languages in the place of a name.
  func links(
    _ sentence: String, _ name: String, to others: [LanguageTag], _ page: Page, _ html: inout HTMLWriter
  ) {
    let parts = sentence.split(separator: name, maxSplits: 1, omittingEmptySubsequences: false)
    html.text(String(parts[0]))
    for (place, other) in others.enumerated() {
      if place > 0 { html.text(phrases.lists.mark) }
      let isTurned = other.isRightToLeft != phrases.isRightToLeft
      html.element(
        "a",
        [
          "href": languages.contains(other) ? page.link(in: other) : nil, "hreflang": other.markupTag,
          "lang": other.markupTag, "dir": isTurned ? (other.isRightToLeft ? "rtl" : "ltr") : nil,
        ], text: other.ownName)
    }
    if parts.count > 1 { html.text(String(parts[1])) }
  }

  private func untranslated(_ report: PublishedReport, _ page: Page, _ html: inout HTMLWriter) {
    let missing = untranslatedChapters(report)
    guard !missing.isEmpty else { return }
    let original = report.document.originalLanguage
    html.element("p", text: phrases(.onlyIn, ["language": phrases.name(of: original)]))
    html.element("ul") { html in
      for chapter in missing {
        html.element("li") { html in
          html.element("a", ["href": page.link("report/" + chapter.address)]) { html in
            html.text(ManuscriptRun.marked(chapter.title))
          }
        }
      }
    }
  }

  /// Chapters with their numbers and sections.
  ///
  /// - Parameter chapter: whose sections are listed; nil: of all.
  func contents(_ outline: ReportOutline, sectionsOf chapter: String?, _ page: Page, _ html: inout HTMLWriter) {
    html.element("ol") { html in
      for entry in outline.entries {
        html.newLine()
        html.element("li") { html in
          contentsLine(number(of: entry), entry.chapter.title, entry.address, page, &html)
          if chapter == nil || chapter == entry.address { sections(entry, page, &html) }
        }
      }
      for (place, made) in release.madeAnnexes.enumerated() {
        html.newLine()
        html.element("li") { html in
          let number = phrases(.annexNumber, ["number": String(outline.annexCount + place + 1)])
          contentsLine(number, title(of: made.annex), made.address, page, &html)
        }
      }
    }
  }

  private func contentsLine(
    _ number: String?, _ title: String, _ address: String, _ page: Page, _ html: inout HTMLWriter
  ) {
    let place = "report/" + address
    html.element("a", ["href": page.link(place), "aria-current": page.place == place ? "page" : nil]) { html in
      if let number {
        html.element("span", ["class": "number"], text: number)
        html.text(" ")
      }
      html.text(title)
    }
  }

  private func sections(_ entry: ReportOutline.Entry, _ page: Page, _ html: inout HTMLWriter) {
    let headings = ChapterComposition(self, outline: nil, entry).headings
    guard !headings.isEmpty else { return }
    html.element("ol") { html in
      for heading in headings {
        html.element("li") { html in
          let here = page.place == "report/" + entry.address ? "" : page.link("report/" + entry.address)
          html.element("a", ["href": here + "#" + heading.anchor]) { html in
            if let number = heading.number {
              html.element("span", ["class": "number"], text: number)
              html.text(" ")
            }
            html.text(heading.text.plainText)
          }
        }
      }
    }
  }
}

extension HTMLWriter {
  /// A sentence with a link in the place of a name.
  mutating func link(in sentence: String, _ name: String, to address: String, _ text: String) {
    let parts = sentence.split(separator: name, maxSplits: 1, omittingEmptySubsequences: false)
    self.text(String(parts[0]))
    element("a", ["href": address], text: text)
    if parts.count > 1 { self.text(String(parts[1])) }
  }
}

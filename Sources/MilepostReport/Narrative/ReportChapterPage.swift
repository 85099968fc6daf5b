import MilepostLanguage
import MilepostModel

extension SiteContext {
  /// A chapter of the report with its notes, or the way to it where the language lacks it.
  func reportChapterPage(_ address: String, _ page: Page) -> PageText {
    let trail = [Page.Crumb(name: phrases(.report), place: "report")]
    guard let report = release.report, let outline else { return elsewhere(address, page, trail) }
    if let entry = outline.entry(address) {
      var composition = ChapterComposition(self, outline: outline, entry)
      let (blocks, footnotes) = composition.compose()
      return chapterPage(
        ComposedChapter(
          chapter: chapter(entry, blocks), footnotes: footnotes, charts: composition.charts,
          notes: figureNotes(outline).filter { $0.uses.contains { $0.chapter == address } }),
        report, outline, page, trail)
    }
    guard let annex = annexes(outline).first(where: { $0.address == address }) else {
      return elsewhere(address, page, trail)
    }
    return chapterPage(
      ComposedChapter(chapter: annex, footnotes: [], charts: [:], notes: []), report, outline, page, trail)
  }

  private struct ComposedChapter {
    let chapter: ManuscriptChapter
    let footnotes: [ManuscriptFootnote]
    let charts: [String: ReportChart]
    let notes: [FigureNote]

    var title: String { [chapter.number, chapter.title.plainText].compactMap(\.self).joined(separator: " ") }
  }

  private func chapterPage(
    _ composed: ComposedChapter, _ report: PublishedReport, _ outline: ReportOutline, _ page: Page,
    _ trail: [Page.Crumb]
  ) -> PageText {
    let chapter = composed.chapter
    let title = phrases(.pageTitle, ["page": composed.title, "site": phrases(.report)])
    return page.html(title: title, trail: trail) { html in
      var markup = ReportMarkup(
        .page(page, chapter: chapter.address, charts: composed.charts), phrases, footnotes: composed.footnotes,
        pictures: report.pictures)
      html.element("div", ["class": "report"]) { html in
        html.element("nav", ["class": "contents", "aria-label": phrases(.contents)]) { html in
          html.element("details") { html in
            html.element("summary", text: phrases(.contents))
            contents(outline, sectionsOf: chapter.address, page, &html)
          }
        }
        html.element("article", languageAttributes) { html in
          html.element("h1") { html in
            if let number = chapter.number {
              html.element("span", ["class": "number"], text: number)
              html.text(" ")
            }
            markup.write(chapter.title, into: &html)
          }
          if let owner = chapter.owner { html.element("p", ["class": "over"], text: owner) }
          markup.write(chapter.blocks, into: &html)
          markup.writeFootnotes(phrases(.footnotes), composed.footnotes, into: &html)
          markup.writeNotes(
            phrases(.figureNotes), composed.notes, of: chapter.address, level: 2, into: &html)
          neighbours(of: chapter.address, outline, page, &html)
        }
      }
    }
  }

  /// Of a text in a language that the program does not speak, in a page of another.
  private var languageAttributes: HTMLWriter.Attributes {
    guard language != phrases.catalogueLanguage else { return [:] }
    let isTurned = language.isRightToLeft != phrases.isRightToLeft
    return ["lang": language.markupTag, "dir": isTurned ? (language.isRightToLeft ? "rtl" : "ltr") : nil]
  }

  private func neighbours(
    of address: String, _ outline: ReportOutline, _ page: Page, _ html: inout HTMLWriter
  ) {
    let all =
      outline.entries.map { (address: $0.address, title: $0.chapter.title) }
      + release.madeAnnexes.map { (address: $0.address, title: title(of: $0.annex)) }
    guard let here = all.firstIndex(where: { $0.address == address }) else { return }
    let before = here > 0 ? all[here - 1] : nil
    let after = here + 1 < all.count ? all[here + 1] : nil
    html.element("nav", ["class": "neighbours", "aria-label": phrases(.report)]) { html in
      if let before {
        html.element(
          "a", ["href": page.link("report/" + before.address), "rel": "prev"],
          text: phrases(.previousChapter, ["title": before.title]))
      }
      if let after {
        html.element(
          "a", ["href": page.link("report/" + after.address), "rel": "next"],
          text: phrases(.nextChapter, ["title": after.title]))
      }
    }
  }

  /// A chapter that is there in other languages only.
  private func elsewhere(_ address: String, _ page: Page, _ trail: [Page.Crumb]) -> PageText {
    let chapters = (release.report?.chapters ?? []).map(\.chapter).filter { $0.id.text.slug == address }
    let original = release.report?.document.originalLanguage
    let shown = chapters.first { $0.language == original } ?? chapters.first
    let made = release.madeAnnexes.first { $0.address == address }.map { title(of: $0.annex) }
    let heading = shown.map { LanguageMark.marked($0.title, $0.language, .untranslated) } ?? made ?? phrases(.report)
    let plain = phrases(.pageTitle, ["page": shown?.title ?? heading, "site": phrases(.report)])
    let found = chapters.isEmpty ? release.report?.languages ?? [] : chapters.map(\.language)
    return page.html(title: plain, trail: trail) { html in
      html.element("h1", text: heading)
      html.element("p", ["class": "lead"]) { html in
        links(phrases(chapters.isEmpty ? .noText : .noChapter), "{languages}", to: found, page, &html)
      }
    }
  }
}

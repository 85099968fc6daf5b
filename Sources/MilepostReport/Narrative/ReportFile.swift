import MilepostLanguage
package import MilepostModel

/// What a report in one file is for.
package enum ReportFileForm: Sendable, Hashable {
  /// To be read with a browser.
  case screen
  /// To be made into sheets of paper by a program that knows CSS for paged media.
  case sheets
}

/// The report of a release in one language as one HTML file that needs no other.
///
/// - Returns: nil when the release has no report, or the report no chapter in the language.
package func reportFile(_ release: Release, language: LanguageTag, _ form: ReportFileForm) -> [UInt8]? {
  composed(release, language: language).map { manuscript, context in
    ReportFile(manuscript: manuscript, phrases: context.phrases, form: form).bytes
  }
}

/// Writes a manuscript as one HTML file.
private struct ReportFile {
  let manuscript: Manuscript
  let phrases: Phrases
  let form: ReportFileForm

  private var block: ManuscriptTitleBlock { manuscript.titleBlock }

  var bytes: [UInt8] {
    var html = HTMLWriter(phrases)
    html.markup("<!doctype html>\n")
    html.element(
      "html", ["lang": manuscript.wording.markupTag, "dir": manuscript.isRightToLeft ? "rtl" : nil]
    ) { html in
      head(&html)
      html.element("body") { html in
        var markup = ReportMarkup(
          form == .screen ? .screen : .sheets, phrases, footnotes: manuscript.footnotes, pictures: manuscript.pictures)
        titleBlock(&markup, &html)
        contents(&html)
        html.element("main") { html in
          for chapter in manuscript.chapters { write(chapter, &markup, &html) }
          html.element("div", ["class": "chapter annex made", "id": notesAnchor]) { html in
            markup.writeNotes(manuscript.notesHeading, manuscript.notes, of: nil, level: 2, into: &html)
          }
        }
      }
    }
    html.newLine()
    return html.bytes
  }

  private let notesAnchor = "notes_of_figures"

  private func plain(_ runs: [ManuscriptRun]) -> String {
    LanguageMark.plain(ManuscriptRun.marked(runs), in: phrases.catalogueLanguage)
  }

  private func head(_ html: inout HTMLWriter) {
    html.element("head") { html in
      html.void("meta", ["charset": "utf-8"])
      html.void("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
      let title = plain(block.title)
      html.element(
        "title", text: block.symbol.map { phrases(.titled, ["name": $0, "title": title]) } ?? title)
      if !block.author.isEmpty { html.void("meta", ["name": "author", "content": plain(block.author)]) }
      html.void("meta", ["name": "description", "content": block.edition])
      html.void("meta", ["name": "dcterms.created", "content": block.asOf.description])
      html.void("meta", ["name": "generator", "content": "Milepost"])
      html.element("style") { $0.markup(ofTemplate: ReportStyle(manuscript, phrases).text) }
    }
    html.newLine()
  }

  /// As documents of the United Nations begin: symbol, date and language at the side, then what it is and asks for.
  private func titleBlock(_ markup: inout ReportMarkup, _ html: inout HTMLWriter) {
    html.element("header", ["class": "title-block"]) { html in
      html.element("div", ["class": "masthead"]) { html in
        html.element("p", ["class": "plan"]) { markup.write(block.plan, into: &$0) }
        html.element("dl") { html in
          for fact in block.facts { html.term(fact.label) { markup.write(fact.text, into: &$0) } }
        }
      }
      if !block.author.isEmpty { html.element("p", ["class": "author"]) { markup.write(block.author, into: &$0) } }
      html.element("h1") { markup.write(block.title, into: &$0) }
      for line in block.succession { html.element("p", ["class": "succession"]) { markup.write(line, into: &$0) } }
      html.element("p", ["class": "edition"], text: block.edition)
      guard !block.sections.isEmpty else { return }
      html.element("div", ["class": "abstract"]) { html in
        for section in block.sections {
          html.element("p", ["class": "label"]) { $0.element("b", text: section.label) }
          html.element("p") { markup.write(section.text, into: &$0) }
        }
      }
    }
    html.newLine()
  }

  private func contents(_ html: inout HTMLWriter) {
    html.element("nav", ["class": "contents", "aria-label": manuscript.contentsHeading]) { html in
      html.heading(2, manuscript.contentsHeading)
      html.element("ol") { html in
        for chapter in manuscript.chapters {
          html.newLine()
          html.element("li") { html in
            line(chapter.number, plain(chapter.title), ReportMarkup.anchor(ofChapter: chapter.address), &html)
            let sections = chapter.sections
            guard !sections.isEmpty else { return }
            html.element("ol") { html in
              for section in sections {
                html.element("li") { line(section.number, section.text.plainText, section.anchor, &$0) }
              }
            }
          }
        }
        if !manuscript.notes.isEmpty {
          html.element("li") { line(nil, manuscript.notesHeading, notesAnchor, &$0) }
        }
      }
      guard !manuscript.untranslated.isEmpty else { return }
      html.element("p", text: manuscript.untranslatedLead)
      html.element("ul") { html in
        for chapter in manuscript.untranslated {
          html.element("li") { $0.text(ManuscriptRun.marked(chapter.title)) }
        }
      }
    }
    html.newLine()
  }

  private func line(_ number: String?, _ title: String, _ anchor: String, _ html: inout HTMLWriter) {
    html.element("div", ["class": "line"]) { html in
      html.element("a", ["href": "#" + anchor]) { html in
        if let number {
          html.element("span", ["class": "number"], text: number)
          html.text(" ")
        }
        html.text(title)
      }
      guard form == .sheets else { return }
      // Dots that are a rule are not read aloud.
      html.element("span", ["class": "dots"]) { _ in }
      html.element("span", ["class": "page", "data-target": "#" + anchor]) { _ in }
    }
  }

  private func write(_ chapter: ManuscriptChapter, _ markup: inout ReportMarkup, _ html: inout HTMLWriter) {
    html.newLine()
    let isForeign = manuscript.language != manuscript.wording && chapter.origin != .made
    html.element(
      "section",
      [
        "class": chapter.style, "id": ReportMarkup.anchor(ofChapter: chapter.address),
        "lang": isForeign ? manuscript.language.markupTag : nil,
      ]
    ) { html in
      html.element("h2") { html in
        if let number = chapter.number {
          html.element("span", ["class": "number"], text: number)
          html.text(" ")
        }
        markup.write(chapter.title, into: &html)
      }
      markup.write(chapter.blocks, into: &html)
      guard form == .screen else { return }
      let notes = manuscript.footnotes.filter { $0.chapter == chapter.address }
      markup.writeFootnotes(manuscript.footnotesHeading, notes, into: &html)
    }
  }
}

extension ManuscriptChapter {
  /// The classes of its section: annexes begin on a page of their own.
  fileprivate var style: String {
    switch kind {
    case .foreword: "chapter foreword"
    case .chapter: "chapter"
    case .annex: origin == .made ? "chapter annex made" : "chapter annex"
    }
  }

  /// Headings of the second and third level.
  fileprivate var sections: [ManuscriptHeading] {
    blocks.compactMap { block in
      if case .heading(let heading) = block, heading.level <= 3 { heading } else { nil }
    }
  }
}

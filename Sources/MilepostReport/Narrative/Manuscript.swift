import MilepostLanguage
package import MilepostModel

/// One language of the report of a release, ready to be set.
///
/// - Returns: nil when the release has no report, or the report no chapter in the language.
package func manuscript(_ release: Release, language: LanguageTag) -> Manuscript? {
  composed(release, language: language)?.manuscript
}

/// The report as a whole, and the context that it was made in.
func composed(_ release: Release, language: LanguageTag) -> (manuscript: Manuscript, context: SiteContext)? {
  let context = SiteContext(
    release, [release], [EditionPlaces(release)].compactMap(\.self), base: "", language, release.settings.languages,
    LandPlaces.byShape(release.boundaries.outlines), release.registers.map(PlacedRegister.init),
    release.maps.map { PlacedMap($0, release.boundaries.outlines) })
  return context.manuscript.map { ($0, context) }
}

extension SiteContext {
  var manuscript: Manuscript? {
    guard let report = release.report, let outline = outline else { return nil }
    var footnotes: [ManuscriptFootnote] = []
    let chapters = outline.entries.map { entry in
      var composition = ChapterComposition(self, outline: outline, entry)
      let composed = composition.compose()
      footnotes += composed.footnotes
      return chapter(entry, composed.blocks)
    }
    return Manuscript(
      language: language, wording: phrases.catalogueLanguage, isRightToLeft: phrases.isRightToLeft,
      titleBlock: titleBlock(report.document), contentsHeading: phrases(.contents),
      chapters: chapters + annexes(outline), untranslated: untranslatedChapters(report),
      untranslatedLead: phrases(.onlyIn, ["language": phrases.name(of: report.document.originalLanguage)]),
      footnotesHeading: phrases(.footnotes), footnotes: footnotes, notesHeading: phrases(.figureNotes),
      notes: withoutRepeats(figureNotes(outline)), pictures: report.pictures)
  }

  /// nil where the report has no chapter in the language.
  var outline: ReportOutline? {
    guard let report = release.report, case let chapters = report.chapters(in: language), !chapters.isEmpty else {
      return nil
    }
    return ReportOutline(chapters, original: report.chapters(in: report.document.originalLanguage))
  }

  func chapter(_ entry: ReportOutline.Entry, _ blocks: [ManuscriptBlock]) -> ManuscriptChapter {
    ManuscriptChapter(
      kind: entry.chapter.kind, origin: .written(entry.chapter.id), address: entry.address, number: number(of: entry),
      title: [.text(entry.chapter.title)], owner: entry.chapter.owner.map { phrases.owner($0) }.map(plainWords),
      blocks: blocks)
  }

  private func plainWords(_ text: String) -> String { LanguageMark.plain(text, in: phrases.catalogueLanguage) }

  func number(of entry: ReportOutline.Entry) -> String? {
    entry.number.map { number in
      entry.chapter.kind == .annex ? phrases(.annexNumber, ["number": String(number)]) : String(number)
    }
  }

  func untranslatedChapters(_ report: PublishedReport) -> [UntranslatedChapter] {
    let original = report.document.originalLanguage
    let known = Set(report.chapters(in: language).map(\.chapter.id))
    guard original != language else { return [] }
    return report.chapters(in: original).map(\.chapter).filter { !known.contains($0.id) }.map { chapter in
      UntranslatedChapter(
        address: chapter.id.text.slug,
        title: [.foreign(original, isUntranslated: true, [.text(chapter.title)])])
    }
  }

  func titleBlock(_ document: ReportDocument) -> ManuscriptTitleBlock {
    func runs(_ text: LocalizedText?) -> [ManuscriptRun] { text.map { ManuscriptRun.runs(phrases.written($0)) } ?? [] }
    func fact(_ phrase: ReportPhrase, _ text: String?) -> ManuscriptTitleBlock.Entry? {
      text.map { ManuscriptTitleBlock.Entry(phrases(phrase), ManuscriptRun.runs($0)) }
    }
    func section(_ phrase: ReportPhrase, _ text: LocalizedText?) -> ManuscriptTitleBlock.Entry? {
      text.map { ManuscriptTitleBlock.Entry(phrases(phrase), ManuscriptRun.runs(phrases.written($0))) }
    }
    let symbol = document.symbol.map(lettered)
    return ManuscriptTitleBlock(
      plan: runs(release.settings.title), title: runs(document.title), author: runs(document.author),
      succession: successionLines, symbol: symbol,
      facts: [
        fact(.agendaItem, document.agendaItem), fact(.document, symbol),
        fact(.day, document.date.map { phrases.dates.text($0) }),
        fact(.original, phrases.name(of: document.originalLanguage)),
      ].compactMap(\.self),
      sections: [
        section(.summary, document.summary), section(.actionRequired, document.actionRequired),
        section(.references, document.references),
      ].compactMap(\.self),
      edition: editionText, asOf: release.asOf)
  }
}

extension LanguageTag {
  /// The letter that document symbols of ITU end in; other languages have their code.
  var documentLetter: String {
    switch primary {
    case "ar": "A"
    case "en": "E"
    case "es": "S"
    case "fr": "F"
    case "ru": "R"
    case "zh": "C"
    default: text.uppercased()
    }
  }
}

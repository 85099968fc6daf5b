import MilepostModel

/// Every text exists in the default language, and in the others as far as the workspace asks for.
func missingLanguages(_ index: DraftIndex, into diagnostics: inout Diagnostics) {
  let draft = index.draft
  let texts = draft.publishedTexts
  func place(of text: PublishedText) -> SourcePosition { draft.places[text.place.kind, text.index, text.place.field] }
  guard let first = draft.settings.languages.first, !texts.isEmpty else { return }
  for text in texts where text.text.text(in: first) == nil {
    diagnostics.report(.noDefaultLanguage(first, at: place(of: text)))
  }
  for (language, required) in draft.settings.completeness.sorted(by: { $0.key < $1.key }) {
    let coverage = TranslationCoverage(language, of: texts)
    guard coverage.share < required else { continue }
    diagnostics.report(
      .incompleteLanguage(
        coverage, required: required, at: draft.places[.settings, 0, "completeness.\(language)"],
        missing: coverage.missing.prefix(3).map(place)))
  }
}

extension Diagnostic {
  static func noDefaultLanguage(_ language: LanguageTag, at position: SourcePosition) -> Self {
    Diagnostic(
      .warning, "MP0219", "text is missing in \(language), the default language", at: position,
      hint: "add '\(language): ...'")
  }

  static func incompleteLanguage(
    _ coverage: TranslationCoverage, required: Double, at position: SourcePosition, missing: [SourcePosition]
  ) -> Self {
    let language = coverage.language
    return Diagnostic(
      .warning, "MP0220",
      "\(coverage.have) of \(coverage.total) texts are in \(language), which is below the share of \(required)",
      at: position, hint: "translate the texts, or ask for less",
      notes: missing.map { Note("not in \(language)", at: $0) })
  }
}

/// A file of a report that is kept of a frozen edition.
package struct KeptDocument: Hashable, Sendable {
  package enum Format: String, Hashable, Sendable, CaseIterable {
    case pdf, docx, html
  }

  package let language: LanguageTag
  package let format: Format
  /// In the workspace.
  package let file: String
  /// In bytes.
  package let size: Int

  package init(_ language: LanguageTag, _ format: Format, file: String, size: Int) {
    self.language = language
    self.format = format
    self.file = file
    self.size = size
  }

  /// In the site, below the folder of the edition: `en/report/c20-35-en.pdf`.
  package func place(in edition: Edition.ID) -> String {
    "\(language.text)/report/\(edition.text.slug)-\(language.text).\(format.rawValue)"
  }
}

/// The document that a corrigendum or revised version goes back to, as it was kept.
package struct Predecessor: Hashable, Sendable {
  /// Without the letter of a language; nil: it has none.
  package let symbol: String?
  package let date: CalendarDate
  /// The languages that both documents have.
  package let languages: [LanguageTag]
  /// What changed since, languages one after the other.
  package let changes: [ParagraphChange]

  package init(symbol: String?, date: CalendarDate, languages: [LanguageTag], changes: [ParagraphChange]) {
    self.symbol = symbol
    self.date = date
    self.languages = languages
    self.changes = changes
  }
}

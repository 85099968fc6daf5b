/// What a report is as a document: `narrative/report.yaml`.
package struct ReportDocument: Hashable, Sendable {
  /// Words that the texts of a language must not use.
  package struct Term: Hashable, Sendable {
    package let language: LanguageTag
    package let preferred: String
    package let avoided: [String]

    package init(language: LanguageTag, preferred: String, avoided: [String]) {
      self.language = language
      self.preferred = preferred
      self.avoided = avoided
    }
  }

  /// nil: the latest.
  package let edition: Edition.ID?
  /// Without the letter of a language: `C20/35`.
  package let symbol: String?
  package let agendaItem: String?
  package let date: CalendarDate?
  package let originalLanguage: LanguageTag
  package let title: LocalizedText
  package let author: LocalizedText?
  package let summary: LocalizedText?
  package let actionRequired: LocalizedText?
  package let references: LocalizedText?
  /// Words of each language.
  package let wordLimit: Int?
  /// Kinds of plan elements (`targets`) and ids of registers, each of which must be mentioned.
  package let covers: [Located<String>]
  package let terms: [Term]

  package init(
    edition: Edition.ID?, symbol: String?, agendaItem: String?, date: CalendarDate?, originalLanguage: LanguageTag,
    title: LocalizedText, author: LocalizedText?, summary: LocalizedText?, actionRequired: LocalizedText?,
    references: LocalizedText?, wordLimit: Int?, covers: [Located<String>], terms: [Term]
  ) {
    self.edition = edition
    self.symbol = symbol
    self.agendaItem = agendaItem
    self.date = date
    self.originalLanguage = originalLanguage
    self.title = title
    self.author = author
    self.summary = summary
    self.actionRequired = actionRequired
    self.references = references
    self.wordLimit = wordLimit
    self.covers = covers
    self.terms = terms
  }
}

/// The text of a report, as it was read: all languages.
package struct Narrative: Hashable, Sendable {
  package let document: ReportDocument
  /// By language in the workspace's order, then by kind and order.
  package let chapters: [Chapter]
  /// Those that a chapter shows.
  package let pictures: [ReportPicture]

  package init(document: ReportDocument, chapters: [Chapter], pictures: [ReportPicture] = []) {
    self.document = document
    self.chapters = chapters
    self.pictures = pictures
  }

  package func chapters(in language: LanguageTag) -> [Chapter] { chapters.filter { $0.language == language } }
}

import MilepostModel

/// What stands between the first lines of a chapter.
struct FrontMatter: Sendable {
  let id: Chapter.ID
  let title: String
  let kind: Chapter.Kind
  let order: Int
  let owner: String?
  let wordLimit: Int?

  static let form = ValueForm<FrontMatter>.mapping(Keys.shape) { fields, reader in
    let id = fields.read(Keys.id, &reader)
    let title = fields.read(Keys.title, &reader)
    let kind = fields.read(Keys.kind, &reader)
    let order = fields.read(Keys.order, &reader)
    let owner = fields.read(Keys.owner, &reader)
    let wordLimit = fields.read(Keys.wordLimit, &reader)
    guard let id, let title, let order else { return nil }
    return FrontMatter(id: id, title: title, kind: kind ?? .chapter, order: order, owner: owner, wordLimit: wordLimit)
  }

  private enum Keys {
    static let id = Key(required: "id", .id(of: Chapter.self), "The same in all languages; part of the address.")
    static let title = Key(required: "title", .text, "Heading of the chapter.")
    static let kind = Key(
      optional: "kind", ValueForm<Chapter.Kind>.word, "foreword, chapter or annex; default chapter.")
    static let order = Key(required: "order", .integer(in: 0...999), "Place among the chapters of its kind.")
    static let owner = ElementKeys.owner
    static let wordLimit = Key(optional: "word-limit", .integer(in: 1...1_000_000), "Words that it may have.")

    static let shape = Shape("front matter", id, title, kind, order, owner, wordLimit)
  }
}

/// `narrative/report.yaml`
enum ReportFile {
  static let form = ValueForm<ReportDocument>.mapping(Keys.shape) { fields, reader in
    let edition = fields.read(Keys.edition, &reader)
    let symbol = fields.read(Keys.symbol, &reader)
    let agendaItem = fields.read(Keys.agendaItem, &reader)
    let date = fields.read(Keys.date, &reader)
    let original = fields.read(Keys.original, &reader)
    let title = fields.read(ElementKeys.title, &reader)
    let author = fields.read(Keys.author, &reader)
    let summary = fields.read(Keys.summary, &reader)
    let action = fields.read(Keys.action, &reader)
    let references = fields.read(Keys.references, &reader)
    let wordLimit = fields.read(Keys.wordLimit, &reader)
    let covers = fields.read(Keys.covers, &reader)
    let terms = fields.read(Keys.terms, &reader)
    guard let original, let title else { return nil }
    return ReportDocument(
      edition: edition, symbol: symbol, agendaItem: agendaItem, date: date, originalLanguage: original, title: title,
      author: author, summary: summary, actionRequired: action, references: references, wordLimit: wordLimit,
      covers: covers ?? [], terms: terms ?? [])
  }

  private enum Keys {
    static let edition = Key(optional: "edition", .edition, "The edition that the report is of; default the latest.")
    static let symbol = Key(optional: "symbol", .text, "Symbol of the document, without the letter of a language.")
    static let agendaItem = Key(optional: "agenda-item", .text, "Item of the agenda that it is for.")
    static let date = Key(optional: "date", .date, "The day that it bears.")
    static let original = Key(
      required: "original-language", ValueForm<LanguageTag>.ofWorkspace, "The language that it was written in.")
    static let author = Key(optional: "author", .localized, "Who reports.")
    static let summary = Key(optional: "summary", .localized, "What it covers, in a few sentences.")
    static let action = Key(optional: "action-required", .localized, "What its readers are asked to do.")
    static let references = Key(optional: "references", .localized, "What it answers.")
    static let wordLimit = Key(optional: "word-limit", .integer(in: 1...1_000_000), "Words of each language.")
    static let covers = Key(
      optional: "covers", ValueForm<String>.text.located.list,
      "Kinds of plan elements, and registers, of which each must be mentioned.")
    static let terms = Key(optional: "terms", ValueForm<ReportDocument.Term>.term.list, "Words not to be used.")

    static let shape = Shape(
      "report.yaml", edition, symbol, agendaItem, date, original, ElementKeys.title, author, summary, action,
      references,
      wordLimit, covers, terms)
  }
}

extension ValueForm where Value == LanguageTag {
  /// One of the workspace's.
  fileprivate static let ofWorkspace = ValueForm(language.schema) { node, reader in
    guard let found = language.read(node, &reader) else { return nil }
    guard let known = LanguageTag.known(found.text, at: node.position, &reader) else {
      reader.failSilently()
      return nil
    }
    return known
  }
}

extension ValueForm where Value == ReportDocument.Term {
  fileprivate static let term = ValueForm.mapping(TermKeys.shape) { fields, reader in
    let language = fields.read(TermKeys.language, &reader)
    let preferred = fields.read(TermKeys.write, &reader)
    let avoided = fields.read(TermKeys.insteadOf, &reader)
    guard let language, let preferred, let avoided else { return nil }
    return ReportDocument.Term(language: language, preferred: preferred, avoided: avoided)
  }
}

private enum TermKeys {
  static let language = Key(required: "language", ValueForm<LanguageTag>.ofWorkspace, "Of the texts that it holds for.")
  static let write = Key(required: "write", .text, "The word to use.")
  static let insteadOf = Key(required: "instead-of", ValueForm<String>.text.list, "Words not to be used.")

  static let shape = Shape("a term", language, write, insteadOf)
}

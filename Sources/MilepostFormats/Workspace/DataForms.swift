import MilepostModel

extension ValueForm where Value == DataSource {
  fileprivate static let source = ValueForm.mapping(SourceKeys.shape) { fields, reader in
    let id = fields.read(SourceKeys.id, &reader)
    let title = fields.read(ElementKeys.title, &reader)
    let publisher = fields.read(SourceKeys.publisher, &reader)
    let url = fields.read(ElementKeys.url, &reader)
    let licence = fields.read(SourceKeys.licence, &reader)
    guard let id, let title, let licence else { return nil }
    return DataSource(id: id, title: title, publisher: publisher, url: url, licence: licence)
  }
}

private enum SourceKeys {
  static let id = Key(required: "id", .id(of: DataSource.self), "Unique among the sources.")
  static let publisher = Key(optional: "publisher", .text, "Who publishes the data.")
  static let licence = Key(required: "licence", .text, "The terms of use.")

  static let shape = Shape("a source", id, ElementKeys.title, publisher, ElementKeys.url, licence)
}

extension ValueForm where Value == Codelist {
  fileprivate static let codelist = ValueForm.mapping(CodelistKeys.shape) { fields, reader in
    let id = fields.read(CodelistKeys.id, &reader)
    let title = fields.read(ElementKeys.title, &reader)
    let codes = fields.read(CodelistKeys.codes, &reader)
    guard let id, let title, let codes else { return nil }
    return Codelist(id: id, name: title, codes: codes.map { Code($0.key, name: $0.value) })
  }
}

private enum CodelistKeys {
  static let id = Key(required: "id", .codelist, "Unique among the codelists.")
  static let codes = Key(
    required: "codes",
    ValueForm<LocalizedText>.localized.map(keys: "^[A-Za-z0-9_-]+$", expected: "names by code") {
      pair, reader -> String? in
      guard pair.key.isDimensionCode else {
        reader.fail(
          .notUnderstood(pair.key, expected: "a code of letters, digits, '_' and '-'", at: pair.keyPosition))
        return nil
      }
      return pair.key
    }, "The codes with their names; _T, the total, is always allowed.")

  static let shape = Shape("a codelist", id, ElementKeys.title, codes)
}

extension ValueForm where Value == AcceptedFinding {
  fileprivate static let accepted = ValueForm.mapping(AcceptedKeys.shape) { fields, reader in
    let code = fields.read(AcceptedKeys.code, &reader)
    let file = fields.read(AcceptedKeys.file, &reader)
    let about = fields.read(AcceptedKeys.about, &reader)
    let name = fields.read(AcceptedKeys.name, &reader)
    let date = fields.read(AcceptedKeys.date, &reader)
    let reason = fields.read(AcceptedKeys.reason, &reader)
    guard let code, let file, let name, let date, let reason else { return nil }
    return AcceptedFinding(code: code, file: file, about: about, name: name, date: date, reason: reason)
  }
}

private enum AcceptedKeys {
  static let code = Key(required: "code", .diagnosticCode, "The finding's code.")
  static let file = Key(required: "file", .text, "The file that the finding is in, from the workspace's folder.")
  static let about = Key(optional: "about", .text, "A part of the finding's message.")
  static let name = Key(required: "name", .text, "Who accepted it.")
  static let date = Key(required: "date", .date, "When.")
  static let reason = Key(required: "reason", .text, "Why.")

  static let shape = Shape("an accepted finding", code, file, about, name, date, reason)
}

extension ValueForm where Value == String {
  fileprivate static let diagnosticCode = pattern("^MP[0-9]{4}$", "a code such as MP0412") { text in
    text.hasPrefix("MP") && text.utf8.count == 6 && text.utf8.dropFirst(2).allSatisfy(\.isDigit)
  }
}

/// `data/sources.yaml`
enum SourcesFile {
  static let form = ValueForm<[DataSource]>.mapping(shape) { fields, reader in fields.read(sources, &reader) }

  private static let sources = Key(
    required: "sources", ValueForm<DataSource>.source.elements(of: .source), "Who publishes the data, and how.")
  private static let shape = Shape("the file of sources", sources)
}

/// `data/codelists.yaml`
enum CodelistsFile {
  static let form = ValueForm<[Codelist]>.mapping(shape) { fields, reader in fields.read(codelists, &reader) }

  private static let codelists = Key(
    required: "codelists", ValueForm<Codelist>.codelist.elements(of: .codelist), "The values of dimensions.")
  private static let shape = Shape("the file of codelists", codelists)
}

/// `accepted.yaml`
enum AcceptedFile {
  static let form = ValueForm<[AcceptedFinding]>.mapping(shape) { fields, reader in fields.read(accepted, &reader) }

  private static let accepted = Key(
    required: "accepted", ValueForm<AcceptedFinding>.accepted.elements(of: .accepted),
    "Findings that a person has looked at and accepts.")
  private static let shape = Shape("the file of accepted findings", accepted)
}

extension ValueForm where Value == Codelist.ID {
  /// Ids of codelists may hold `_`, as those of SDMX do.
  static let codelist = id(of: Codelist.self, pattern: "^[A-Za-z0-9._-]+$", others: "._-")
}

import MilepostModel

extension ValueForm where Value == Edition.ID {
  /// Ids of editions may hold `/`, as document numbers do: `C20/35`.
  static let edition = id(of: Edition.self, pattern: "^[A-Za-z0-9./-]+$", others: "./-")
}

/// `milepost.yaml`, with editions in the order of the file.
struct SettingsFile: Sendable {
  /// The version of the format that is read.
  static let version = 1

  let settings: WorkspaceSettings
  /// For each edition of the file its place in `settings.editions`.
  let editionRanks: [Int]

  static let form = ValueForm<SettingsFile>.mapping(Keys.shape) { fields, reader in
    let languages = fields.read(Keys.languages, &reader)
    if let languages { reader.languages = languages }
    let version = fields.read(Keys.milepost, &reader)
    let id = fields.read(Keys.id, &reader)
    let title = fields.read(ElementKeys.title, &reader)
    let url = fields.read(ElementKeys.url, &reader)
    let licence = fields.read(Keys.licence, &reader)
    let agency = fields.read(Keys.agency, &reader)
    let completeness = fields.read(Keys.completeness, &reader)
    let period = fields.read(Keys.period, &reader)
    let method = fields.read(Keys.method, &reader)
    let statuses = fields.read(Keys.statuses, &reader)
    let units = fields.read(Keys.units, &reader)
    let editions = fields.read(Keys.editions, &reader)
    let owners = fields.read(Keys.owners, &reader)
    guard let languages, version != nil, let id, let title, let agency, let period, let editions else { return nil }
    let order = editions.placesInOrder
    var ranks = Array(editions.indices)
    for (rank, index) in order.enumerated() { ranks[index] = rank }
    return SettingsFile(
      settings: WorkspaceSettings(
        id: id.text, title: title, url: url, agency: agency, languages: languages,
        completeness: Dictionary((completeness ?? []).map { ($0.key, $0.value) }) { first, _ in first },
        period: period, method: method ?? .standard,
        statusWords: Dictionary((statuses ?? []).map { ($0.key, $0.value) }) { first, _ in first },
        unitNames: Dictionary((units ?? []).map { ($0.key, $0.value) }) { first, _ in first },
        editions: order.map { editions[$0] }, owners: owners ?? [], licence: licence),
      editionRanks: ranks)
  }

  /// The field's path with the place that an edition has after sorting.
  func sorted(_ field: String) -> String {
    var parts = field.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard parts.count >= 2, parts[0] == "editions", let index = Int(parts[1]), editionRanks.indices.contains(index)
    else { return field }
    parts[1] = String(editionRanks[index])
    return parts.joined(separator: ".")
  }

  /// The name of a workspace, which links and the like may be made of.
  private enum Named {}

  private enum Keys {
    static let milepost = Key(required: "milepost", .version, "Version of the format: 1.")
    static let id = Key(required: "id", .id(of: Named.self), "Short name of the workspace.")
    static let licence = Key(optional: "licence", .text, "Terms of use of the figures.")
    static let agency = Key(required: "agency", .agency, "SDMX agency that maintains the data.")
    static let languages = Key(required: "languages", .languages, "Languages of the texts; the first is the default.")
    static let completeness = Key(
      optional: "completeness",
      ValueForm<Double>.share.map(keys: LanguageTag.pattern, expected: "shares by language", LanguageTag.known),
      "Share of texts, 0 to 1, that must exist in a language.")
    static let period = Key(required: "period", .period, "The period of the plan.")
    static let method = Key(optional: "method", .method, "How targets are judged; default drift over 6 points.")
    static let statuses = Key(
      optional: "statuses",
      ValueForm<LocalizedText>.localized.map(
        keys: "^(" + TargetStatus.allCases.map(\.rawValue).joined(separator: "|") + ")$",
        expected: "words by status", SettingsFile.status),
      "The plan's own words for statuses.")
    static let units = Key(
      optional: "units",
      ValueForm<LocalizedText>.unitName.map(keys: "^.+$", expected: "names by unit of measure") { pair, _ in pair.key },
      "Names of units of measure, with forms for counts where a language has them: 'name|form|form'.")
    static let editions = Key(
      required: "editions", ValueForm<Edition>.edition.nonEmptyList, "Publications, each as of a date.")
    static let owners = Key(
      optional: "owners", ValueForm<[OwnerTitle]>.ownerTitles, "Offices with their names in the workspace's languages.")

    static let shape = Shape(
      "milepost.yaml", milepost, id, ElementKeys.title, ElementKeys.url, licence, agency, languages, completeness,
      period, method, statuses, owners, units, editions)
  }

  private static func status(_ pair: YAMLPair, _ reader: inout NodeReader) -> TargetStatus? {
    if let status = TargetStatus(rawValue: pair.key) { return status }
    reader.fail(.unknownWord(pair.key, among: TargetStatus.allCases.map(\.rawValue), at: pair.keyPosition))
    return nil
  }
}

extension ValueForm where Value == Int {
  fileprivate static let version = ValueForm(JSONSchema([.init("const", .number("\(SettingsFile.version)"))])) {
    node, reader in
    guard let text = reader.plainScalar(node, expected: "the version of the format") else { return nil }
    guard text == String(SettingsFile.version) else {
      reader.fail(.unknownVersion(text, at: node.position))
      return nil
    }
    return SettingsFile.version
  }
}

extension ValueForm where Value == String {
  /// `[A-Z][A-Z0-9_]*`
  fileprivate static let agency = pattern("^[A-Z][A-Z0-9_]*$", "an agency of capital letters, such as ITU") { text in
    text.isCode && text.utf8.first.map { $0.isLetterOrDigit && !$0.isDigit } == true
  }
}

extension ValueForm where Value == [LanguageTag] {
  fileprivate static let languages: ValueForm = {
    let list = ValueForm<LanguageTag>.language.nonEmptyList
    return ValueForm(list.schema) { node, reader in
      guard let languages = list.read(node, &reader) else { return nil }
      for (index, language) in languages.enumerated() where languages[..<index].contains(language) {
        reader.fail(.languageTwice(language, at: node.position))
      }
      return languages.isEmpty ? nil : languages
    }
  }()
}

extension ValueForm {
  /// A list with at least one item.
  fileprivate var nonEmptyList: ValueForm<[Value]> {
    let schema = JSONSchema(
      list.schema.members + [.init("minItems", .number("1"))], definitions: list.schema.definitions)
    return ValueForm<[Value]>(schema) { node, reader in
      if case .sequence([]) = node.content {
        reader.fail(.emptyList(at: node.position))
        return nil
      }
      return list.read(node, &reader)
    }
  }
}

extension ValueForm where Value == Edition {
  fileprivate static let edition = ValueForm.mapping(EditionKeys.shape) { fields, reader in
    let id = fields.read(EditionKeys.id, &reader)
    let title = fields.read(EditionKeys.title, &reader)
    let date = fields.read(EditionKeys.date, &reader)
    let reportingPeriod = fields.read(EditionKeys.reportingPeriod, &reader)
    let method = fields.read(EditionKeys.method, &reader)
    let corrects = fields.read(EditionKeys.corrects, &reader)
    let revises = fields.read(EditionKeys.revises, &reader)
    if corrects != nil, let pair = fields.pair(Succession.Kind.revises.rawValue) {
      reader.fail(.keyDoesNotFit(pair.key, of: "an edition with 'corrects'", at: pair.keyPosition))
    }
    guard let id, let date else { return nil }
    return Edition(
      id: id, title: title, date: date, reportingPeriod: reportingPeriod, method: method,
      succession: corrects.map { Succession(.corrects, $0) } ?? revises.map { Succession(.revises, $0) })
  }
}

private enum EditionKeys {
  static let id = Key(required: "id", .edition, "Unique among the editions.")
  static let title = Key(optional: "title", .localized, "Its name, in one or several languages.")
  static let date = Key(required: "date", .date, "Only what was received by then is used.")
  static let reportingPeriod = Key(optional: "reporting-period", .period, "What the publication reports on.")

  static let method = Key(
    optional: "method", .method, "How targets are judged from this edition on; default as before it.")

  static let corrects = Key(
    optional: Succession.Kind.corrects.rawValue, .edition, "The edition of which this one is a corrigendum.")
  static let revises = Key(
    optional: Succession.Kind.revises.rawValue, .edition, "The edition of which this one is a revised version.")

  static let shape = Shape(
    "an edition", id, title, date, reportingPeriod, method, corrects, revises, conditions: [correctsOrRevises])

  private static let correctsOrRevises = JSONValue.object([
    .init("if", .object([.init("required", .texts([corrects.name]))])),
    .init("then", .object([.init("properties", .object([.init(revises.name, .truth(false))]))])),
  ])
}

extension Diagnostic {
  fileprivate static func unknownVersion(_ text: String, at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP0111", "version '\(text)' of the format is not known; this program reads version 1", at: position,
      hint: "write 'milepost: 1', or use a newer program")
  }

  fileprivate static func languageTwice(_ language: LanguageTag, at position: SourcePosition) -> Self {
    Diagnostic(.error, "MP0107", "language '\(language)' stands twice", at: position, hint: "delete one of the two")
  }

  fileprivate static func emptyList(at position: SourcePosition) -> Self {
    Diagnostic(.error, "MP0103", "list is empty, expected one item at least", at: position)
  }
}

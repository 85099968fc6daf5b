import MilepostModel
import MilepostStore

/// A release as the JSON interface shows it: its tables, with the texts of each thing at hand.
///
/// A class because it is made once for a release and shared by all who ask.
final class ReleaseView: Sendable {
  let record: ReleaseRecord
  let structure: ReleaseStructure
  /// The languages in which there are names, the standard one first.
  let languages: [LanguageTag]
  private let tables: [ReleaseTable: [[StoreCell]]]
  private let texts: [Place: LocalizedText]

  private struct Place: Hashable {
    let element: String
    let id: String
    let field: String
  }

  init<Store: ReleaseStore>(_ record: ReleaseRecord, in store: Store) throws(StoreError) {
    self.record = record
    structure = try store.structure(of: record.id)
    guard !structure.languages.isEmpty else { throw .damaged("the store", what: "a release has no languages") }
    languages = structure.languages
    let shown: [ReleaseTable] = [
      .goal, .target, .milestone, .objective, .objectiveGoal, .outcome, .output, .outputOutcome, .enabler, .measure,
      .link, .assessment, .direction,
    ]
    var tables: [ReleaseTable: [[StoreCell]]] = [:]
    for table in shown { tables[table] = try store.rows(of: table, in: record.id) }
    self.tables = tables
    var entries: [Place: [LocalizedText.Entry]] = [:]
    for row in try store.rows(of: .text, in: record.id) {
      guard let element = row[0].text, let id = row[1].text, let field = row[2].text, let language = row[3].text,
        let text = row[4].text
      else { continue }
      entries[Place(element: element, id: id, field: field), default: []].append(
        LocalizedText.Entry(LanguageTag(language), text))
    }
    texts = entries.compactMapValues { LocalizedText($0) }
  }

  func rows(_ table: ReleaseTable) -> [[StoreCell]] { tables[table, default: []] }

  /// The rows of a table whose first cells are these.
  func rows(_ table: ReleaseTable, _ first: String...) -> [[StoreCell]] {
    rows(table).filter { row in zip(first, row).allSatisfy { $0 == $1.text } }
  }

  func text(_ element: String, _ id: String, _ field: String, _ language: LanguageTag) -> String? {
    texts[Place(element: element, id: id, field: field)].map { $0.best(of: [language] + languages).text }
  }

  func name(_ text: LocalizedText, _ language: LanguageTag) -> String { text.best(of: [language] + languages).text }

  /// Status of targets by id.
  var statuses: [String: String] {
    Dictionary(
      rows(.assessment).compactMap { row in
        guard row[1].integer == 0, let id = row[0].text, let status = row[2].text else { return nil }
        return (id, status)
      }
    ) { first, _ in first }
  }

  /// Status of outcomes by id.
  var directions: [String: String] {
    Dictionary(
      rows(.direction).compactMap { row in
        guard row[1].integer == 0, let id = row[0].text, let status = row[2].text else { return nil }
        return (id, status)
      }
    ) { first, _ in first }
  }
}

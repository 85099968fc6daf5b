import Foundation
import MilepostFormats
import MilepostModel
import Testing

/// Schema and reader are made of one table; here they are compared on files.
@Suite struct SchemaAgreementTests {
  private static let cases =
    (try? FileManager.default.contentsOfDirectory(atPath: folder("Tests/Cases").path))?
    .filter { $0.hasPrefix("MP") }.sorted() ?? []

  private static func folder(_ path: String) -> URL { WorkspaceFolder.repository.appending(path: path) }

  /// Faults of MP01 that lie in other files, between files, or between values: no schema sees them.
  private static let hidden: [String: String] = [
    "MP0112-file-outside": "the pattern of file names allows a folder called '..'",
    "MP0109-unknown-language": "the languages stand in milepost.yaml",
    "MP0114-no-place": "a file of another kind", "MP0115-unnamed-file": "a table", "MP0116-no-such-file": "a table",
    "MP0117-file-named-twice": "between two entries", "MP0118-column": "a table",
    "MP0119-area-or-membership": "a table", "MP0120-unreadable": "a file that is not read",
    "MP0121-unit-forms": "plural categories",
    "MP0141-logo-with-script": "SVG", "MP0142-no-font": "a font",
    "MP0143-template": "Mustache", "MP0144-header-without-menu": "Mustache",
    "MP0110-key-of-another-type": "which keys a type of field has", "MP0102-code-without-codelist": "the same",
    "MP0107-no-regular-expression": "whether a text is a regular expression",
    "MP0150-column-of-no-field": "between keys", "MP0150-key-of-no-field": "between keys",
    "MP0151-day-is-no-date": "between keys", "MP0151-state-twice": "between two entries",
    "MP0151-state-without-day": "between keys", "MP0151-update": "a vintage of a dataflow may be one",
    "MP0152-ends-before-it-begins": "between keys", "MP0152-place-is-no-area": "between keys",
    "MP0152-stock-without-life": "between keys", "MP0152-time-is-no-date": "between keys",
    "MP0150-location-of-no-field": "between keys", "MP0153-no-latitude": "between keys",
    "MP0153-map-without-location": "between keys", "MP0153-located-without-location": "between keys",
    "MP0153-coordinate-in-key": "between keys",
    "MP0160-part-of-nothing": "between keys", "MP0160-part-of-two": "between keys",
    "MP0161-levels": "between keys", "MP0162-tiers-out-of-order": "between entries",
    "MP0162-scores-without-tier": "between entries", "MP0163-scale-upside-down": "between entries",
    "MP0163-goalposts-upside-down": "between keys", "MP0164-indicator-twice": "between entries",
    "MP0102-goalposts-without-posts": "which keys a method has", "MP0110-title-of-an-indicator": "between keys",
    "MP0170-column-of-no-question": "between keys",
    "MP0170-filter-of-a-later-question": "between questions",
    "MP0170-measure-of-no-question": "between keys",
    "MP0171-answer-twice": "between two entries",
    "MP0171-label-of-no-point": "between keys",
    "MP0171-labels-without-order": "between entries",
    "MP0172-filter-of-no-wave": "between questions",
    "MP0172-strata-without-column": "between keys",
    "MP0172-unknown-wave": "between keys",
    "MP0172-update": "a vintage of a dataflow may be one",
    "MP0173-no-value": "an expression",
    "MP0173-rate-of-groups": "between keys",
    "MP0173-several-of-many": "between keys",
    "MP0174-no-answer-of-the-filter": "between questions",
    "MP0174-no-answer-of-the-measure": "between keys",
    "MP0131-no-outline": "GeoJSON", "MP0132-coordinates": "GeoJSON", "MP0133-feature-without-area": "GeoJSON",
  ]

  private static func schema(for path: String) -> String? {
    switch path {
    case "milepost.yaml": "milepost.json"
    case "accepted.yaml": "accepted.json"
    case "data/sources.yaml": "sources.json"
    case "data/codelists.yaml": "codelists.json"
    case "groups/groups.yaml": "groups.json"
    case "theme/theme.yaml": "theme.json"
    default:
      switch path.prefix(while: { $0 != "/" }) {
      case "plan": "plan.json"
      case "data" where path.hasSuffix(".yaml"): "sidecar.json"
      case "registers": "register.json"
      case "rules": "rules.json"
      case "indices": "index.json"
      case "surveys" where path.hasSuffix(".yaml"): "survey.json"
      default: nil
      }
    }
  }

  private static let validators: [String: SchemaValidator] = Dictionary(
    uniqueKeysWithValues: workspaceSchemas().compactMap { schema in
      SchemaValidator(schema.text).map { (schema.file, $0) }
    })

  /// What the schema says of each YAML file that can be parsed at all.
  private func faults(_ files: [String: [UInt8]]) throws -> [String: [String]] {
    var found: [String: [String]] = [:]
    for (path, bytes) in files where path.hasSuffix(".yaml") {
      guard let name = Self.schema(for: path) else { continue }
      var diagnostics = Diagnostics()
      guard let node = YAMLTree.parse(bytes, file: path, into: &diagnostics), diagnostics.isEmpty else { continue }
      found[path] = try #require(Self.validators[name]).faults(of: node)
    }
    return found
  }

  @Test(arguments: ["Examples/connect-2030", "Examples/isles", "Tests/Cases/base"])
  func `a good workspace is good by the schemas`(folder: String) throws {
    let found = try faults(WorkspaceFolder.files(folder))
    #expect(found.count >= 6)
    #expect(found.values.flatMap { $0 } == [])
  }

  @Test func `the first workspace is good by the schemas`() throws {
    let files = starterWorkspace(name: "A plan").map { ($0.path, Array($0.text.utf8)) }
    #expect(try faults(Dictionary(files) { first, _ in first }).values.flatMap { $0 } == [])
  }

  @Test(arguments: cases) func `what the reader takes, the schema takes`(name: String) throws {
    let overlay = try WorkspaceFolder.files("Tests/Cases/\(name)")
    let files = try WorkspaceFolder.files("Tests/Cases/base").merging(overlay) { _, new in new }
    var diagnostics = Diagnostics()
    _ = try MilepostFormats.load(SourceTree(bytes: files), into: &diagnostics)
    let faulty = Set(diagnostics.all.filter { $0.code < "MP0200" }.map(\.position.file))
    for (path, found) in try faults(files) where !faulty.contains(path) { #expect(found == [], "\(path)") }
  }

  @Test(arguments: cases.filter { $0.hasPrefix("MP01") && hidden[$0] == nil })
  func `what the reader says of the form of a file, the schema says too`(name: String) throws {
    let overlay = try WorkspaceFolder.files("Tests/Cases/\(name)")
    let expected = String(decoding: try #require(overlay["expected.txt"]), as: UTF8.self)
    let faulty = Set(
      expected.split(separator: "\n").filter { $0.contains("[MP01") }.compactMap { $0.split(separator: ":").first })
    let compared = try faults(overlay).filter { faulty.contains($0.key[...]) }
    #expect(!compared.isEmpty)
    for (path, found) in compared { #expect(!found.isEmpty, "\(path): the schema sees nothing of \(expected)") }
  }
}

@testable import MilepostFormats
@testable import MilepostModel

/// A small workspace, of which an input is one file.
enum FuzzedWorkspace {
  private static let settings = """
    milepost: 1
    id: four-isles
    title: {en: Plan of the Four Isles}
    agency: ISLES
    languages: [en, ar]
    period: 2018/2023
    editions: [{id: R2021, date: 2021-12-31}]
    """

  static func readTable(_ bytes: [UInt8]) {
    let day = CalendarDate.lastDay(ofMonth: 4, year: 2020)
    let vintage = Vintage(published: day, received: day, kind: .snapshot, file: "d.csv")
    for decimal in [DataLayout.DecimalSign.point, .comma] {
      var findings = Diagnostics()
      let dataflow = Dataflow(
        id: .init("use"), title: LocalizedText("Use", LanguageTag("en")), indicator: nil,
        structure: DataStructure(dimensions: [.init(id: "SEX", codelist: .init("SEX"))]), unit: .percent,
        source: .init("office"), vintages: [vintage], file: "d.yaml")
      let place = SourcePosition.wholeFile("d.yaml")
      let layout = DataLayout(
        delimiter: decimal == .comma ? .semicolon : .comma, decimal: decimal,
        thousands: decimal == .comma ? Located(".", at: place) : nil,
        missingMarks: [.init(mark: Located("..", at: place), meaning: .belowUnit)], position: place)
      _ = ObservationReader.read(bytes, dataflow: dataflow, vintage: vintage, layout: layout, into: &findings)
    }
  }

  /// Reads YAML as the file that its first key makes it.
  static func readYAML(_ bytes: [UInt8]) {
    var findings = Diagnostics()
    guard YAMLTree.parse(bytes, file: "x.yaml", into: &findings) != nil else { return }
    let key = String(decoding: bytes.prefix { $0 != UInt8(ascii: ":") }, as: UTF8.self)
    let paths = [
      "milepost": "milepost.yaml", "dataflow": "data/d.yaml", "codelists": "data/codelists.yaml",
      "sources": "data/sources.yaml", "register": "registers/r.yaml", "survey": "surveys/s.yaml",
      "index": "indices/i.yaml", "rules": "rules/r.yaml", "groups": "groups/groups.yaml",
    ]
    load([paths[key] ?? "plan/plan.yaml": bytes])
  }

  static func readChapter(_ bytes: [UInt8]) {
    load([
      "narrative/report.yaml": Array("{original-language: en, title: Report}".utf8),
      "narrative/en/1.md": (bytes.starts(with: "---".utf8) ? [] : Array("---\nid: a\ntitle: A\norder: 1\n---\n".utf8))
        + bytes,
    ])
  }

  private static func load(_ files: [String: [UInt8]]) {
    var findings = Diagnostics()
    let all = ["milepost.yaml": Array(settings.utf8)].merging(files) { _, new in new }
    _ = try? MilepostFormats.load(SourceTree(bytes: all), into: &findings)
  }
}

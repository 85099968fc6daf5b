import MilepostModel
import MilepostReport
import Testing

@testable import MilepostExchange

@Suite struct DataFilesTests {
  private static let release = IslesRelease.release
  private static let texts = AssessmentTexts(
    label: { release.label(of: $0, language: IslesRelease.english) }, explanation: { _ in "because" },
    refusal: { refusal, _ in "\(refusal)" }, direction: { _ in "so" }, cause: { "\($0.kind)" })

  private func files() throws -> (files: [String: [UInt8]], paths: [String], catalogue: DataCatalogue) {
    var files: [String: [UInt8]] = [:]
    var paths: [String] = []
    let catalogue = try writeDataFiles(
      of: Self.release, language: IslesRelease.english, texts: Self.texts, scratch: "/tmp"
    ) { path, bytes in
      files[path] = copy bytes
      paths.append(path)
    }
    return (files, paths, catalogue)
  }

  @Test func `the files are those that the release names, and the catalogue knows what they weigh`() throws {
    let (files, paths, catalogue) = try files()
    #expect(paths == Self.release.dataFiles.map(\.path))
    #expect(paths.last == "release.json")
    #expect(paths.contains("targets/1.1.xlsx"))
    #expect(catalogue.sizes == files.mapValues(\.count))
    let last = String(decoding: try #require(files["release.json"]), as: UTF8.self)
    #expect(last.contains("\"contentHash\":\"sha256:\(catalogue.contentHash)\""))
  }

  @Test func `two builds are equal, workbooks too`() throws {
    #expect(try files().files == files().files)
  }

  @Test func `an indicator without values has no workbook, and one with too many neither`() {
    let files = Self.release.dataFiles(of: IslesRelease.online).map(\.path)
    #expect(
      files == ["indicators/online-people.csv", "indicators/online-people.xlsx", "indicators/online-people.json"])
    #expect(Self.release.dataFiles(of: Indicator.ID("nothing")).map(\.format) == [.csv])
  }

  @Test func `a workbook holds the cells of the table`() throws {
    var table = IndicatorTable(Self.release)
    for indicator in Self.release.plan.indicators {
      var bytes: [UInt8] = []
      table.write(indicator.id, into: &bytes)
      #expect(DataTable(Self.release, indicator.id).csv == bytes)
    }
  }

  @Test func `the table of a target has a row for each figure of its page`() throws {
    let files = try files().files
    let text = String(decoding: try #require(files["targets/1.1.csv"]), as: UTF8.self)
    let lines = text.split(separator: "\n")
    #expect(
      lines[0]
        == "PART,SERIES,TIME_PERIOD,OBS_VALUE,LOW_50,HIGH_50,LOW_80,HIGH_80,OBS_STATUS,CONF_STATUS,VINTAGE,SOURCE,MISSING,NOTE"
    )
    #expect(lines.contains(",observed,2023,48.25,,,,,P,F,2024-03-01,tide-office,,"))
    #expect(lines.contains(",baseline,2018,32,,,,,,,,,,"))
    #expect(lines.contains(",target,2030,70,,,,,,,,,,"))
    #expect(lines.contains { $0.hasPrefix(",projection,2030,") })
    #expect(lines.contains { $0.hasPrefix(",required,2030,70,") })
  }

  @Test(arguments: [("a\u{1}b\u{FFFF}c\r\n", "abc\n"), ("=1+1", "=1+1"), ("\u{FFFD}", "\u{FFFD}")])
  func `a text of a workbook holds no sign that XML forbids`(_ text: String, _ expected: String) {
    #expect(Workbook.fitting(text) == expected)
  }

  @Test func `a text that is too long for a cell is cut with a mark`() {
    #expect(Workbook.fitting(String(repeating: "a", count: 32_767)).count == 32_767)
    let cut = Workbook.fitting(String(repeating: "a", count: 40_000))
    #expect(cut.count == 32_767)
    #expect(cut.hasSuffix("a…"))
    #expect(Workbook.fitting(String(repeating: "😀", count: 20_000)).utf16.count == 32_767)
  }
}

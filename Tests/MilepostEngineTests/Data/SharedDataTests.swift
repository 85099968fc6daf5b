import Foundation
import MilepostFormats
import MilepostModel
import Testing

/// The country files in the folder that the variable MILEPOST_SHARED names.
@Suite(.enabled(if: SharedData.folder != nil, "needs the folder MILEPOST_SHARED"))
struct `Country files` {
  @Test func `all load, and nothing is said of their form`() throws {
    let (fixture, names) = try SharedData.fixture()
    #expect(names.count == 88)
    #expect(fixture.plan.tables.count == 88)
    #expect(fixture.reading.all == [])
  }

  @Test func `impossible values are found at their lines`() throws {
    let found = try SharedData.fixture().0.findings.filter { $0.code == "MP0405" }.map {
      "\($0.position.file):\($0.position.line):\($0.position.column)"
    }
    #expect(
      found == [
        "ewaste_recycling_rate_pct.csv:5:10", "ewaste_recycling_rate_pct.csv:51:10",
        "sdg_5_b_1_mobile_own_bothsex_v2020.csv:47:10", "sdg_5_b_1_mobile_own_female_v2020.csv:41:10",
        "sdg_5_b_1_mobile_own_male_v2020.csv:41:10", "sdg_5_b_1_mobile_own_male_v2020.csv:182:10",
        "sdg_9_c_1_cover_2g_v2020.csv:1406:10", "sdg_9_c_1_cover_2g_v2020.csv:1408:10",
      ])
  }

  @Test func `values out of line are fewer than one in two hundred`() throws {
    let (fixture, _) = try SharedData.fixture()
    let rows = fixture.plan.tables.reduce(0) { $0 + $1.count }
    let doubts = fixture.findings.filter { $0.code == "MP0412" }.count
    #expect(rows > 130_000)
    #expect(doubts * 200 < rows, "\(doubts) of \(rows)")
  }
}

enum SharedData {
  static let folder = ProcessInfo.processInfo.environment["MILEPOST_SHARED"]

  /// Every file of the usual columns as an indicator of its own, percentages with their limits.
  static func fixture() throws -> (DataFixture, [String]) {
    let data = URL(filePath: try #require(folder)).appending(path: "data")
    var fixture = DataFixture(editions: ["2026-12-31"])
    var names: [String] = []
    for name in try FileManager.default.contentsOfDirectory(atPath: data.path).sorted() where name.hasSuffix(".csv") {
      let bytes = [UInt8](try Data(contentsOf: data.appending(path: name)))
      guard bytes.starts(with: "ref_area,time_period,value,source".utf8) else { continue }
      names.append(name)
      let id = String(name.dropLast(4)).replacing("_", with: "-")
      let isPercent = ["pct", "mobile-own", "internet-use", "cover", "4-4-1"].contains { id.contains($0) }
      let isPrice = id.hasPrefix("price") || id.hasPrefix("hh-ict")
      fixture.indicator(id, limits: isPercent && !isPrice ? .init(lower: 0, upper: 100) : .init(lower: 0, upper: nil))
      fixture.dataflow(
        id, id, source: "shared", columns: columns(name), [("2026-11-23", .snapshot, name, bytes)])
    }
    let codes = Set(fixture.plan.tables.flatMap { $0.seriesKeys.map(\.area.text) })
    fixture.areas(codes.sorted())
    return (fixture, names)
  }

  private static func columns(_ file: String) -> [DataLayout.ColumnName] {
    let names = [
      ("REF_AREA", "ref_area"), ("TIME_PERIOD", "time_period"), ("OBS_VALUE", "value"), ("COMMENT", "source"),
    ]
    return names.map { .init(ours: $0.0, inFile: Located($0.1, at: .wholeFile(file))) }
  }
}

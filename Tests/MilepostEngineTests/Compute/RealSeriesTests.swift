import Foundation
import MilepostEngine
import MilepostModel
import Testing

private let sharedFolder = ProcessInfo.processInfo.environment["MILEPOST_SHARED"]

/// Aggregates of real country series against those that the International Telecommunication Union published.
///
/// The data stays where it is; only the folder is named.
@Suite(.enabled(if: sharedFolder != nil, "MILEPOST_SHARED names no folder of country series"))
struct RealSeriesTests {
  struct Series: CustomTestStringConvertible, Sendable {
    let file: String
    let published: String
    let unit: String
    /// Mean absolute difference over groups and years.
    let tolerance: Double
    var hasStatus = true

    var testDescription: String { file }
  }

  static let all = [
    Series(file: "internet_use_pct", published: "internet_use", unit: "%", tolerance: 1.0),
    Series(file: "cover_3g_pct", published: "cover_3g", unit: "%", tolerance: 1.0),
    Series(file: "cover_4g_pct", published: "cover_4g", unit: "%", tolerance: 1.0),
    Series(
      file: "mobile_cellular_per100", published: "mobile_cellular", unit: "per 100", tolerance: 1.2, hasStatus: false),
    Series(file: "fbb_subs_per100", published: "fbb", unit: "per 100", tolerance: 0.2),
  ]

  /// The lines of a file as fields; only fields before the first quoted one are used.
  private func rows(_ path: String) throws -> [[Substring]] {
    let folder = try #require(sharedFolder)
    let text = try String(contentsOfFile: "\(folder)/data/\(path).csv", encoding: .utf8)
    return text.split(whereSeparator: \.isNewline).dropFirst().map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
  }

  private func code(_ group: Substring) -> String {
    String(group.uppercased().map { $0.isLetter ? $0 : "_" })
  }

  private func fixture(_ series: Series) throws -> ComputeFixture {
    var fixture = ComputeFixture()
    fixture.asOf = CalendarDate(dayNumber: 20_423)
    fixture.areas(try rows("areas").map { String($0[0]) })
    let kinds: Set<Substring> = ["world", "development", "status", "itu_region_aggregate"]
    var members: [String: [AreaGroup.Membership]] = [:]
    for row in try rows("groups") where kinds.contains(row[0]) {
      members[code(row[1]), default: []].append(AreaGroup.Membership(Area.ID(String(row[2]))))
    }
    for (group, areas) in members { fixture.group(group, areas) }
    fixture.indicator("population", UnitOfMeasure("persons"))
    fixture.indicator(
      "measured", .percent, aggregation: .weightedMean("population", interpolates: true, carryForwardYears: 3))
    try load("population_wpp2019", as: "population", hasStatus: true, into: &fixture)
    try load(series.file, as: "measured", hasStatus: series.hasStatus, into: &fixture)
    return fixture
  }

  private func load(_ file: String, as indicator: String, hasStatus: Bool, into fixture: inout ComputeFixture) throws {
    for row in try rows(hasStatus ? "obs/\(file)" : file) where row.count >= 4 {
      // A note with a line break leaves lines that are no observations.
      guard let year = Int(row[1]), let value = Double(row[2]) else { continue }
      let status = hasStatus ? try #require(ObservationStatus(rawValue: String(row[3]))) : .reported
      fixture.add(indicator, String(row[0]), "\(year)", .figure(value), status)
    }
  }

  @Test(arguments: all) func `aggregates come close to the published ones`(_ series: Series) throws {
    let table = try fixture(series).computed().table
    var differences: [Double] = []
    var worldDifferences: [Double] = []
    for row in try rows("published_aggregates") where row.count > 6 && row[6] == "2024-11" {
      guard row[1] == series.published, row[2] == series.unit, let year = Int(row[3]), (2015...2019).contains(year),
        let published = Double(row[4]), let cell = table.cell("measured", code(row[0]), "\(year)"),
        let value = cell.value.number, let coverage = cell.coverage, coverage.missing <= 0.05
      else { continue }
      differences.append(abs(value - published))
      if row[0] == "World" { worldDifferences.append(abs(value - published)) }
    }
    let mean = differences.reduce(0, +) / Double(differences.count)
    if ProcessInfo.processInfo.environment["MILEPOST_VERBOSE"] != nil {
      print("\(series.published): mean difference \(mean) of \(differences.count), World \(worldDifferences)")
    }
    #expect(differences.count >= 25)
    #expect(worldDifferences.count >= 4)
    #expect(mean <= series.tolerance)
    #expect(worldDifferences.allSatisfy { $0 <= 1 })
  }

  @Test func `the world's Internet use of 2019 is known for 98 of 100 people, reported for 60`() throws {
    let cell = try fixture(Self.all[0]).computed().table.cell("measured", "WORLD", "2019")
    let coverage = try #require(cell?.coverage)
    #expect(abs(coverage.reported - 0.60) < 0.01)
    #expect(abs(1 - coverage.missing - coverage.imputed - 0.98) < 0.01)
  }
}

import MilepostModel
import MilepostPipeline
import Testing

/// Twenty invented areas in two groups, five years; of each group five areas keep their figures to themselves.
private struct Cooperative {
  static let years = 2010...2014
  static let areas = (0..<20).map { "AREA\(Character(UnicodeScalar(UInt8(65 + $0))))" }

  static func tonnes(_ area: Int, _ year: Int) -> Int { 7_000_003 + 104_729 * area + 7_919 * (year - 2010) }
  static func isSecret(_ area: Int) -> Bool { area % 2 == 0 }

  static var secrets: [Int] {
    areas.indices.filter(isSecret).flatMap { area in years.map { tonnes(area, $0) } }
  }

  /// - Parameter letter: what CONF_STATUS says of the secret cells.
  static func files(_ letter: String) -> [String: [UInt8]] {
    var rows = "REF_AREA,TIME_PERIOD,OBS_VALUE,CONF_STATUS\n"
    for area in areas.indices {
      for year in years {
        rows += "\(areas[area]),\(year),\(tonnes(area, year)),\(isSecret(area) ? letter : "F")\n"
      }
    }
    let names = "code,name_en\n" + areas.map { "\($0),Area \($0.suffix(1))\n" }.joined()
    let files = [
      "milepost.yaml": """
      milepost: 1
      id: cooperative
      title: Cooperative
      agency: COOP
      languages: [en]
      period: 2010/2020
      editions:
        - {id: R1, date: 2016-01-01}
      """,
      "plan/plan.yaml": """
      goals:
        - {id: 1, title: Waste}
      targets:
        - id: 1.1
          goal: 1
          title: Less waste
          kind: ceiling
          value: 100000000
          indicator: waste
          area: ALL
          due: 2020
      indicators:
        - id: waste
          title: Waste
          unit: tonnes
          direction: down
          aggregate: {method: sum}
        - {id: doubled, title: Twice the waste, unit: tonnes, formula: 2 * waste}
        - id: middle
          title: Middle of the waste
          unit: tonnes
          formula: median(waste)
      """,
      "data/sources.yaml": "sources:\n  - {id: returns, title: Returns, licence: CC0}\n",
      "data/waste.yaml": """
      dataflow: waste
      title: Waste
      indicator: waste
      source: returns
      unit: tonnes
      vintages:
        - {file: waste.csv, published: 2015-06-01}
      """,
      "data/waste.csv": rows,
      "groups/areas.csv": names,
      "groups/groups.yaml": """
      groups:
        - {id: ALL, title: All, members: all}
        - {id: NORTH, title: North, members: [\(areas[..<10].joined(separator: ", "))]}
        - {id: SOUTH, title: South, members: [\(areas[10...].joined(separator: ", "))]}
      """,
    ]
    return files.mapValues { Array($0.utf8) }
  }
}

@Suite struct ConfidentialityTests {
  @Test func `planted secrets appear in no byte of any output`() throws {
    let compilation = try Workspace(files: Cooperative.files("C")).compile()
    let release = try #require(compilation.releases.first, "\(compilation.diagnostics.map(\.line))")
    let secrets = Cooperative.secrets
    #expect(secrets.count == 50)
    // Twice a secret gives it away as well.
    let needles = (secrets + secrets.map { $0 * 2 }).map { Array("\($0)".utf8) }
    for (path, bytes) in try release.everyOutput() {
      // In tables a comma parts cells and never thousands: without it the digits of two cells would be one number.
      let digits = path.hasSuffix(".csv") ? bytes : bytes.filter { !", ".utf8.contains($0) && $0 < 128 }
      for needle in needles {
        #expect(!digits.contains(needle), "\(String(decoding: needle, as: UTF8.self)) in \(path)")
      }
    }
  }

  @Test func `the search for secrets sees what is not hidden`() throws {
    let release = try #require(try Workspace(files: Cooperative.files("F")).compile().releases.first)
    let all = try release.everyOutput().values.reduce(into: [UInt8]()) { $0 += $1 }
    for secret in Cooperative.secrets { #expect(all.contains(Array("\(secret)".utf8))) }
  }

  @Test(arguments: ["ALL", "NORTH", "SOUTH"]) func `totals that hold secrets are right`(_ group: String) throws {
    let release = try #require(try Workspace(files: Cooperative.files("C")).compile().releases.first)
    let members = ["ALL": 0..<20, "NORTH": 0..<10, "SOUTH": 10..<20][group] ?? 0..<0
    for year in Cooperative.years {
      let total = members.reduce(0) { $0 + Cooperative.tonnes($1, year) }
      let key = SeriesKey(Indicator.ID("waste"), Area.ID(group))
      #expect(release.series.estimate(key, TimePeriod(year: year))?.value == .figure(Double(total)))
    }
  }
}

extension [UInt8] {
  fileprivate func contains(_ needle: [UInt8]) -> Bool { firstRange(of: needle) != nil }
}

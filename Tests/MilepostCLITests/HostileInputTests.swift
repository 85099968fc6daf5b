import Foundation
import Testing

/// Input that no honest person writes: no crash, no hang, no partial output.
@Suite struct HostileInputTests {
  struct Attack: Sendable, CustomTestStringConvertible {
    let name: String
    let file: String
    let bytes: @Sendable () -> [UInt8]
    var testDescription: String { name }
  }

  static let attacks: [Attack] = [
    Attack(name: "a line of 10 MB in a table", file: "data/population.2020.csv") {
      Array("REF_AREA,TIME_PERIOD,OBS_VALUE\nALDA,2016,".utf8) + [UInt8](repeating: 0x39, count: 10_000_000)
    },
    Attack(name: "a quote that never closes", file: "data/population.2020.csv") {
      Array("REF_AREA,TIME_PERIOD,OBS_VALUE\nALDA,2016,\"".utf8) + [UInt8](repeating: 0x0A, count: 5_000_000)
    },
    Attack(name: "a line of 10 MB in the plan", file: "plan/extra.yaml") {
      Array("goals: \"".utf8) + [UInt8](repeating: 0x61, count: 10_000_000)
    },
    Attack(name: "NUL bytes in a table", file: "data/population.2020.csv") {
      Array("REF_AREA,TIME_PERIOD,OBS_VALUE\nALDA,2016,1\u{0}0\n".utf8)
    },
    Attack(name: "NUL bytes in the plan", file: "plan/extra.yaml") { Array("goals:\u{0}\n  - id: 3\n".utf8) },
    Attack(name: "deep nesting", file: "plan/extra.yaml") {
      [UInt8](repeating: 0x5B, count: 100_000) + [UInt8](repeating: 0x5D, count: 100_000)
    },
    Attack(name: "deep nesting by dashes", file: "plan/extra.yaml") {
      Array(String(repeating: "- ", count: 100_000).utf8)
    },
    Attack(name: "an alias bomb", file: "plan/extra.yaml") {
      var text = "a: &a [x, x, x, x, x, x, x, x, x]\n"
      for (one, two) in zip("abcdefgh", "bcdefghi") {
        text += "\(two): &\(two) [" + Array(repeating: "*\(one)", count: 9).joined(separator: ", ") + "]\n"
      }
      return Array(text.utf8)
    },
    Attack(name: "a sidecar that leads outside", file: "data/population.yaml") {
      Array(
        """
        dataflow: population
        title: Population
        indicator: population
        source: returns
        unit: persons
        vintages:
          - {file: ../../../../../../etc/passwd, published: 2020-05-04}
        """.utf8)
    },
    Attack(name: "an expression of many brackets", file: "plan/extra.yaml") {
      Array(
        ("indicators:\n  - {id: deep, title: Deep, unit: persons, formula: \""
          + String(repeating: "(", count: 50_000) + "1" + String(repeating: ")", count: 50_000) + "\"}\n").utf8)
    },
    Attack(name: "random bytes", file: "plan/extra.yaml") {
      var state: UInt64 = 20_200_429
      return (0..<200_000).map { _ in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return UInt8(truncatingIfNeeded: state >> 56)
      }
    },
    Attack(name: "an empty settings file", file: "milepost.yaml") { [] },
    Attack(name: "UTF-16", file: "milepost.yaml") {
      [0xFF, 0xFE] + "milepost: 1".utf16.flatMap { [UInt8($0 & 255), 0] }
    },
  ]

  @Test(arguments: attacks) func `it is refused with a place and nothing is written`(_ attack: Attack) throws {
    let folder = try TemporaryFolder()
    try folder.copyBase()
    try folder.write(attack.bytes(), to: "plan/\(attack.file)")
    let result = try Program.run(["build", folder.path("plan"), "--output", folder.path("site")])
    #expect(result.exitCode == 1)
    #expect(result.errors.contains("\(attack.file):"))
    #expect(try folder.names() == ["plan"])
    #expect(result.errors.utf8.count < 20_000)
    #expect(result.seconds < 30)
  }

  @Test func `a link that leads outside is refused`() throws {
    let folder = try TemporaryFolder()
    try folder.copyBase()
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("plan/plan/extra.yaml"), withDestinationPath: "/etc/passwd")
    let result = try Program.run(["check", folder.path("plan")])
    #expect(result.exitCode == 2)
    #expect(result.errors.contains("leads outside the workspace"))
  }
}

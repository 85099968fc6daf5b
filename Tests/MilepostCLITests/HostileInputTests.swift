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

  struct Stranger: Sendable, CustomTestStringConvertible {
    let name: String
    let place: @Sendable (String) throws -> Void
    var testDescription: String { name }

    init(_ name: String, _ place: @escaping @Sendable (String) throws -> Void) {
      self.name = name
      self.place = place
    }

    static let all: [Stranger] = [
      Stranger("the link leads outside the workspace") { path in
        try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: "/etc/passwd")
      },
      Stranger("the link leads nowhere") { path in
        try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: "nowhere.yaml")
      },
      Stranger("it is a pipe and no file") { path in #expect(mkfifo(path, 0o644) == 0) },
      Stranger("it is a folder and no file") { path in
        try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: "../data")
      },
    ]
  }

  @Test(arguments: Stranger.all) func `what is no file of the workspace is a finding`(_ stranger: Stranger) throws {
    let folder = try TemporaryFolder()
    try folder.copyBase()
    try folder.write("outputs:\n  - {id: x, title: X, outcomes: [O.9-z]}\n".utf8, to: "plan/plan/extra.yaml")
    try stranger.place(folder.path("plan/plan/zz.yaml"))
    let result = try Program.run(["check", folder.path("plan")])
    #expect(result.exitCode == 1)
    #expect(result.output.contains("plan/zz.yaml:1:1: error: file cannot be read: \(stranger.name) [MP0120]"))
    try FileManager.default.removeItem(atPath: folder.path("plan/plan/zz.yaml"))
    try FileManager.default.removeItem(atPath: folder.path("plan/data/population.2020.csv"))
    try stranger.place(folder.path("plan/data/population.2020.csv"))
    let named = try Program.run(["check", folder.path("plan"), "--format", "json"])
    #expect(named.exitCode == 1)
    struct Document: Decodable {
      struct Finding: Decodable {
        let file: String
        let line: Int
        let code: String
        let message: String
      }
      let diagnostics: [Finding]
    }
    let document = try JSONDecoder().decode(Document.self, from: Data(named.output.utf8))
    let finding = try #require(document.diagnostics.first { $0.code == "MP0120" })
    #expect(finding.file == "data/population.yaml")
    #expect(finding.line > 1)
    #expect(finding.message == "file 'data/population.2020.csv' cannot be read: \(stranger.name)")
  }

  @Test func `a pipe is no input of a method, but standard input is`() throws {
    let folder = try TemporaryFolder()
    let pipe = folder.path("pipe")
    #expect(mkfifo(pipe, 0o644) == 0)
    let refused = try Program.run(["method", "destatis", "--input", pipe])
    #expect(refused.exitCode == 2)
    #expect(refused.errors == "milepost: cannot read \(pipe): it is a pipe and no file\n")
    let rows = "id,year,value,target,target_year,direction\na,2015,1,9,2030,1\n"
    let plain = try Program.run(["method", "destatis"], input: rows)
    #expect(plain.exitCode == 0)
    for name in ["-", "/dev/stdin"] {
      #expect(try Program.run(["method", "destatis", "--input", name], input: rows).output == plain.output)
    }
  }
}

import Foundation
import MilepostExchange
import MilepostModel
import Testing

private let folder = ProcessInfo.processInfo.environment["MILEPOST_FOREIGN"]

/// Reads messages that another program made of ours; `Tests/SDMX/write_messages.py` lets it.
@Suite(.enabled(if: folder != nil)) struct ForeignMessageTests {
  /// Area, period and value of each observation.
  static func lines(_ sets: [SDMX.DataSet]) -> String {
    var lines: [String] = []
    for set in sets {
      for series in set.series {
        for row in series.rows {
          let area = set.layout.dimensions[1].value(series.key[1]) ?? "*"
          let period = set.layout.time?.value(series.observations.times[row]) ?? "*"
          lines.append("\(area)\t\(period)\t\(series.observations.measures[0][row])\n")
        }
      }
    }
    return lines.sorted().joined()
  }

  private func names(_ prefix: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: try #require(folder)).filter { $0.hasPrefix(prefix) }.sorted()
  }

  private func bytes(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(filePath: try #require(folder)).appending(path: name)))
  }

  @Test func `data is what was given to the other program`() throws {
    var read = 0
    for wanted in try names("wanted-") {
      let number = wanted.dropFirst("wanted-".count).prefix { $0 != "." }
      for name in try names("pysdmx-\(number)-") {
        var diagnostics = Diagnostics()
        var sets: [SDMX.DataSet] = []
        if name.hasSuffix(".csv") {
          sets =
            try SDMX.readCSV(bytes(name), file: name, structures: smallStructure, into: &diagnostics)?.dataSets ?? []
        } else if case .data(let message) = try SDMX.readMarkup(
          ByteSource(bytes(name)), file: name, structures: smallStructure, into: &diagnostics)
        {
          sets = message.dataSets
        }
        #expect(diagnostics.all == [])
        #expect(ForeignMessageTests.lines(sets) == String(decoding: try bytes(wanted), as: UTF8.self), "\(name)")
        read += 1
      }
    }
    #expect(read >= 30)
  }

  @Test func `structures resolve to what they were`() throws {
    let all = try names("pysdmx-structure")
    #expect(all.count == 3)
    for name in all {
      var diagnostics = Diagnostics()
      var structures = SDMX.Structures()
      if name.hasSuffix(".json") {
        let json = try bytes(name)
        let read = SDMX.readJSONStructures(json, file: name, into: &diagnostics)
        structures = try #require(read, "\(diagnostics.all)").structures
      } else if case .structures(let read) = try SDMX.readMarkup(
        ByteSource(bytes(name)), file: name, into: &diagnostics)
      {
        structures = read.structures
      }
      #expect(diagnostics.hasErrors == false, "\(diagnostics.all)")
      let resolved = try #require(structures.resolve(smallStructure.dataflows[0].reference), "\(name)")
      #expect(resolved.structure.dimensions.map(\.id) == ["FREQ", "AREA"])
      #expect(resolved.component("AREA")?.codelist?.items.map(\.id) == ["KEN", "UGA", "TZA", "WORLD"])
    }
  }
}

import Foundation
import MilepostExchange
import MilepostModel
import Testing

private let shared = ProcessInfo.processInfo.environment["MILEPOST_SHARED"]

func written(_ sets: [SDMX.DataSet], _ form: SDMX.CSVForm, structures: SDMX.Structures = smallStructure) -> [UInt8] {
  let layouts = sets.map(\.layout)
  var writer = SDMX.CSVDataWriter(form, structures: structures.resolve(layouts), layouts: layouts)
  var bytes: [UInt8] = []
  writer.write(sets, into: &bytes)
  return bytes
}

private let forms: [SDMX.CSVForm] = SDMX.CSVForm.Version.allCases.flatMap { version in
  SDMX.CSVForm.Labels.allCases.flatMap { labels in
    SDMX.CSVForm.Keys.allCases.map { keys in
      SDMX.CSVForm(version, labels: labels, keys: keys, languages: [LanguageTag("en")])
    }
  }
}

@Suite struct CSVRoundTripTests {
  @Test(arguments: forms) func `what is written is read as the same`(form: SDMX.CSVForm) throws {
    for seed in 0..<25 {
      var generator = MessageGenerator(seed: UInt64(seed))
      let sets = [generator.dataSet()]
      let bytes = written(sets, form)
      var diagnostics = Diagnostics()
      let read = try #require(SDMX.readCSV(bytes, file: "a.csv", structures: smallStructure, into: &diagnostics))
      #expect(diagnostics.all == [])
      #expect(facts(read.dataSets) == facts(sets), "seed \(seed)")
      #expect(written(read.dataSets, form) == bytes || read.dataSets.isEmpty)
    }
  }

  @Test func `data sets of several actions come back apart`() throws {
    var generator = MessageGenerator(seed: 4)
    let sets = [generator.dataSet(), generator.dataSet(action: .replace), generator.dataSet(action: .delete)]
    var diagnostics = Diagnostics()
    let bytes = written(sets, SDMX.CSVForm(.twoOne))
    let read = try #require(SDMX.readCSV(bytes, file: "a.csv", structures: smallStructure, into: &diagnostics))
    #expect(read.dataSets.map(\.layout.action) == [.information, .replace, .delete])
    #expect(facts(read.dataSets) == facts(sets))
  }

  @Test func `deletions come back with the codes that they leave open`() throws {
    for seed in 0..<40 {
      var generator = MessageGenerator(seed: UInt64(seed))
      let sets = [generator.deletion()]
      var diagnostics = Diagnostics()
      let bytes = written(sets, SDMX.CSVForm(.twoOne))
      let read = SDMX.readCSV(bytes, file: "a.csv", structures: smallStructure, into: &diagnostics)
      #expect(diagnostics.all == [])
      #expect(facts(read?.dataSets ?? []) == facts(sets), "seed \(seed)")
      #expect(read?.dataSets.first?.hasPartialKeys ?? false == sets[0].hasPartialKeys)
    }
  }

  @Test(.enabled(if: shared != nil), arguments: ["1_0_0", "2_0_0", "2_1_0"])
  func `a sample is written again as it was but for zeros that say nothing`(version: String) throws {
    let path = try #require(shared) + "/samples/sdmx/mp_data_sdmx_csv_\(version).csv"
    let bytes = Array(try Data(contentsOf: URL(filePath: path)))
    var diagnostics = Diagnostics()
    let read = try #require(SDMX.readCSV(bytes, file: path, into: &diagnostics))
    #expect(diagnostics.isEmpty)
    let form = try #require(SDMX.CSVForm.Version(rawValue: version.replacing("_", with: ".")))
    let again = written(read.dataSets, SDMX.CSVForm(form), structures: SDMX.Structures())
    #expect(
      String(decoding: again, as: UTF8.self) == String(decoding: bytes, as: UTF8.self).replacing(".0,", with: ","))
  }
}

import Foundation
import MilepostExchange
import MilepostFormats
import MilepostModel
import MilepostPipeline
import Testing

private let shared = ProcessInfo.processInfo.environment["MILEPOST_SHARED"]

private func starter() -> [String: [UInt8]] {
  Dictionary(starterWorkspace(name: "Larkhaven").map { ($0.path, Array($0.text.utf8)) }) { first, _ in first }
}

private func given(_ name: String) throws -> GivenFile {
  let path = try #require(shared) + "/samples/sdmx/" + name
  return GivenFile(name: name, bytes: Array(try Data(contentsOf: URL(filePath: path))))
}

@Suite struct SDMXImportTests {
  @Test(
    .enabled(if: shared != nil, "needs the folder MILEPOST_SHARED"),
    arguments: [
      "csv_1_0_0.csv", "csv_2_0_0.csv", "csv_2_1_0.csv", "ml_2_1_gen.xml", "ml_2_1_str.xml", "ml_3_0.xml",
    ])
  func `the samples come into a new workspace, check, and go out again as the same data`(name: String) throws {
    let data = "mp_data_sdmx_" + name
    let structure =
      name.hasPrefix("ml_2") ? "mp_structure_sdmx_ml_2_1.xml" : "mp_structure_sdmx_json_2_0_0.json"
    var files = starter()
    var diagnostics = Diagnostics()
    let dates = ImportDates(published: CalendarDate("2025-01-02"), received: nil)
    let result = try Workspace(files: files).importSDMX(
      [given(data), given(structure)], dates: dates, into: &diagnostics)
    let imported = try #require(result, "\(diagnostics.all.map(\.line))")
    #expect(diagnostics.hasErrors == false)
    for file in imported.files { files[file.file] = file.bytes }
    #expect(try Workspace(files: files).compile(.all).hasErrors == false)
    let mapping = SDMX.ReleaseMapping(try release(of: files))
    let flow = try #require(mapping.flow("DF_SDG"))
    let out = mapping.dataSet(of: flow)
    var unseen = Diagnostics()
    let message = try given("mp_data_sdmx_csv_1_0_0.csv")
    let read = try #require(SDMX.readCSV(message.bytes, file: message.name, into: &unseen))
    #expect(observations(out) == observations(read.dataSets[0]))
  }

  /// Area, series, sex, age, period, value, status and unit of each observation.
  private func observations(_ set: SDMX.DataSet) -> [String] {
    let layout = set.layout
    let dimensions = [["REF_AREA"], ["INDICATOR", "SERIES"], ["SEX"], ["AGE"]].map { names in
      layout.dimensions.firstIndex { names.contains($0.id) }
    }
    var lines: [String] = []
    for series in set.series {
      let key = dimensions.map { place in place.flatMap { layout.dimensions[$0].value(series.key[$0]) } ?? "?" }
      for row in series.rows {
        let status = layout.observationAttributes.firstIndex { $0.id == "OBS_STATUS" }.flatMap {
          layout.observationAttributes[$0].value(series.observations.attributes[$0][row])
        }
        let time = layout.time?.value(series.observations.times[row]) ?? "?"
        lines.append("\(key) \(time) \(series.observations.measures[0][row]) \(status ?? "?")")
      }
    }
    return lines.sorted()
  }

  @Test func `a second message becomes a vintage of the same dataflow`() throws {
    var files = try Repository.files(in: "Tests/Cases/base")
    let text = """
      DATAFLOW,FREQ,REF_AREA,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE
      ISLES:population(1.0.0),A,ALDA,2019,1000,PS
      ISLES:population(1.0.0),A,BRAN,2019,2000,PS

      """
    var diagnostics = Diagnostics()
    let file = GivenFile(name: "p.csv", bytes: Array(text.utf8))
    let dates = ImportDates(published: CalendarDate("2020-06-01"), received: CalendarDate("2020-06-02"))
    let result = try Workspace(files: files).importSDMX([file], dates: dates, into: &diagnostics)
    let imported = try #require(result, "\(diagnostics.all.map(\.line))")
    #expect(imported.files.map(\.file) == ["data/population.yaml", "data/population.2020-06-01.csv"])
    for file in imported.files { files[file.file] = file.bytes }
    let sidecar = String(decoding: try #require(files["data/population.yaml"]), as: UTF8.self)
    #expect(
      sidecar.contains("  - {file: \"population.2020-06-01.csv\", published: 2020-06-01, received: 2020-06-02}\n"))
  }

  @Test func `a plain table becomes a vintage, and its faults are named in the file that was given`() throws {
    let files = try Repository.files(in: "Tests/Cases/base")
    let workspace = Workspace(files: files)
    let dates = ImportDates(published: CalendarDate("2021-06-01"), received: nil)
    var diagnostics = Diagnostics()
    let good = GivenFile(name: "in.csv", bytes: Array("REF_AREA,TIME_PERIOD,OBS_VALUE\nALDA,2020,1250\n".utf8))
    let result = try workspace.importTable(good, dataflow: "population", dates: dates, into: &diagnostics)
    #expect(result?.files.map(\.file) == ["data/population.yaml", "data/population.2021-06-01.csv"])
    let bad = GivenFile(name: "in.csv", bytes: Array("REF_AREA,TIME_PERIOD,OBS_VALUE\nALDA,2020,12o\n".utf8))
    let refused = try workspace.importTable(bad, dataflow: "population", dates: dates, into: &diagnostics)
    #expect(refused?.files.count == nil)
    #expect(diagnostics.all.contains { $0.position == SourcePosition(file: "in.csv", line: 2, column: 11) })
    var other = Diagnostics()
    let unknown = try workspace.importTable(good, dataflow: "populatoin", dates: dates, into: &other)
    #expect(unknown?.files.count == nil)
    #expect(other.all.first?.hint == "did you mean 'population'?")
  }
}

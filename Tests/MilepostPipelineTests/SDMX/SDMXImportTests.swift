import Foundation
import MilepostExchange
import MilepostFormats
import MilepostModel
import MilepostPipeline
import Testing

private let shared = ProcessInfo.processInfo.environment["MILEPOST_SHARED"]

func starterFiles() -> [String: [UInt8]] {
  Dictionary(starterWorkspace(name: "Larkhaven").map { ($0.path, Array($0.text.utf8)) }) { first, _ in first }
}

private func sample(_ name: String) throws -> [UInt8] {
  Array(try Data(contentsOf: URL(filePath: try #require(shared) + "/samples/sdmx/" + name)))
}

private func given(_ name: String) throws -> GivenFile { GivenFile(name: name, bytes: try sample(name)) }

/// What messages change in a workspace, and the findings.
func imported(
  _ texts: String..., files: [String: [UInt8]] = starterFiles(), published: String = "2025-01-02",
  kind: Vintage.Kind? = nil
) throws -> (files: [String: String], findings: [String]) {
  var diagnostics = Diagnostics()
  let given = texts.enumerated().map { GivenFile(name: "\($0).csv", bytes: Array($1.utf8)) }
  let said = VintageStatement(published: CalendarDate(published), received: nil, kind: kind)
  let result = try Workspace(files: files).importSDMX(given, said: said, into: &diagnostics)
  let written = Dictionary(result?.files.map { ($0.file, String(decoding: $0.bytes, as: UTF8.self)) } ?? []) { $1 }
  #expect(written.count == result.map { $0.files.count } ?? 0, "a file is written twice")
  return (written, diagnostics.all.map { "\($0.position.line):\($0.position.column) \($0.code) \($0.message)" })
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
    var files = starterFiles()
    var diagnostics = Diagnostics()
    let said = VintageStatement(published: CalendarDate("2025-01-02"), received: nil)
    let result = try Workspace(files: files).importSDMX(
      [given(data), given(structure)], said: said, into: &diagnostics)
    let imported = try #require(result, "\(diagnostics.all.map(\.line))")
    #expect(diagnostics.hasErrors == false)
    for file in imported.files { files[file.file] = file.bytes }
    #expect(try Workspace(files: files).compile(.all).hasErrors == false)
    let mapping = SDMX.ReleaseMapping(try release(of: files))
    let flow = try #require(mapping.flow("DF_SDG"))
    let out = mapping.dataSet(of: flow)
    var unseen = Diagnostics()
    let message = try sample("mp_data_sdmx_csv_1_0_0.csv")
    let read = try #require(SDMX.readCSV(message, file: "m.csv", into: &unseen))
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
    let said = VintageStatement(
      published: CalendarDate("2020-06-01"), received: CalendarDate("2020-06-02"), kind: .snapshot)
    let result = try Workspace(files: files).importSDMX([file], said: said, into: &diagnostics)
    let imported = try #require(result, "\(diagnostics.all.map(\.line))")
    #expect(imported.files.map(\.file) == ["data/population.yaml", "data/population.2020-06-01.csv"])
    for file in imported.files { files[file.file] = file.bytes }
    let sidecar = String(decoding: try #require(files["data/population.yaml"]), as: UTF8.self)
    #expect(
      sidecar.contains(
        "  - {file: \"population.2020-06-01.csv\", published: 2020-06-01, received: 2020-06-02}\n  - {file: population.2021"
      ))
  }

  @Test func `a plain table becomes a vintage, and its faults are named in the file that was given`() throws {
    let files = try Repository.files(in: "Tests/Cases/base")
    let workspace = Workspace(files: files)
    let said = VintageStatement(published: CalendarDate("2021-06-01"), received: nil, kind: .snapshot)
    var diagnostics = Diagnostics()
    let good = GivenFile(name: "in.csv", bytes: Array("REF_AREA,TIME_PERIOD,OBS_VALUE\nALDA,2020,1250\n".utf8))
    let result = try workspace.importTable(good, dataflow: "population", said: said, into: &diagnostics)
    #expect(result?.files.map(\.file) == ["data/population.yaml", "data/population.2021-06-01.csv"])
    let bad = GivenFile(name: "in.csv", bytes: Array("REF_AREA,TIME_PERIOD,OBS_VALUE\nALDA,2020,12o\n".utf8))
    let refused = try workspace.importTable(bad, dataflow: "population", said: said, into: &diagnostics)
    #expect(refused?.files.count == nil)
    #expect(diagnostics.all.contains { $0.position == SourcePosition(file: "in.csv", line: 2, column: 11) })
    var other = Diagnostics()
    let unknown = try workspace.importTable(good, dataflow: "populatoin", said: said, into: &other)
    #expect(unknown?.files.count == nil)
    #expect(other.all.first?.hint == "did you mean 'population'?")
  }

  @Test func `each indicator is taken by its own unit and multiplier`() throws {
    let (files, _) = try imported(
      """
      DATAFLOW,REF_AREA,INDICATOR,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE,UNIT_MULT
      X:POP(1.0.0),ALDA,a,2018,1,PS,3
      X:POP(1.0.0),ALDA,b,2018,2,PS,6
      X:POP(1.0.0),ALDA,c,2018,3000,PS,
      X:POP(1.0.0),ALDA,d,2018,4,PT,0

      """)
    let head = "REF_AREA,INDICATOR,TIME_PERIOD,OBS_VALUE\n"
    #expect(files["data/POP.2025-01-02.csv"] == head + "ALDA,a,2018,1\n")
    #expect(files["data/POP.yaml"]?.contains("unit: {measure: \"persons\", multiplier: 3}\n") == true)
    #expect(files["data/POP-ps-e6.2025-01-02.csv"] == head + "ALDA,b,2018,2\n")
    #expect(files["data/POP-ps.2025-01-02.csv"] == head + "ALDA,c,2018,3000\n")
    #expect(files["data/POP-pt.2025-01-02.csv"] == head + "ALDA,d,2018,4\n")
  }

  @Test(arguments: ["PS,6", "PS,", "PT,3"]) func `a unit that changes within an indicator is named at its line`(
    second: String
  ) throws {
    let (files, findings) = try imported(
      """
      DATAFLOW,REF_AREA,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE,UNIT_MULT
      X:POP(1.0.0),ALDA,2018,1,PS,3
      X:POP(1.0.0),ALDA,2019,2,\(second)

      """)
    #expect(files == [:])
    #expect(findings.count == 1)
    #expect(findings[0].hasPrefix("3:1 MP1415 the unit of POP is "), "\(findings)")
  }

  @Test(arguments: ["x", "3.5", "1e3", "99999999999999999999", "400"])
  func `a multiplier that is no power of ten is a finding and nothing is imported`(text: String) throws {
    let (files, findings) = try imported(
      """
      DATAFLOW,REF_AREA,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE,UNIT_MULT
      X:POP(1.0.0),ALDA,2018,1,PS,3
      X:POP(1.0.0),ALDA,2019,1,PS,\(text)

      """)
    #expect(files == [:])
    #expect(findings == ["3:1 MP1407 '\(text)' in UNIT_MULT is no power of ten"])
  }

  @Test func `a unit that is a dimension is the unit of its series`() throws {
    let (files, _) = try imported(
      """
      DATAFLOW,REF_AREA,INDICATOR,UNIT_MEASURE,TIME_PERIOD,OBS_VALUE
      X:POP(1.0.0),ALDA,a,PS,2018,100
      X:POP(1.0.0),ALDA,b,PT,2018,2

      """)
    let head = "REF_AREA,INDICATOR,TIME_PERIOD,OBS_VALUE\n"
    #expect(files["data/POP.2025-01-02.csv"] == head + "ALDA,a,2018,100\n")
    #expect(files["data/POP-pt.2025-01-02.csv"] == head + "ALDA,b,2018,2\n")
  }

  @Test func `data without a unit says so`() throws {
    let (_, findings) = try imported("DATAFLOW,REF_AREA,TIME_PERIOD,OBS_VALUE\nX:POP(1.0.0),ALDA,2018,100\n")
    #expect(findings.map { String($0.prefix(10)) } == ["1:1 MP1416"])
  }

  @Test func `data sets of one dataflow become one table, and those that differ are refused`() throws {
    let head = "STRUCTURE,STRUCTURE_ID,ACTION,REF_AREA,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE\n"
    func rows(_ action: String, _ period: Int) -> String { "dataflow,X:POP(1.0.0),\(action),ALDA,\(period),1,PS\n" }
    let (files, findings) = try imported(head + rows("I", 2018), head + rows("R", 2019))
    #expect(findings == [])
    #expect(files["data/POP.2025-01-02.csv"] == "REF_AREA,TIME_PERIOD,OBS_VALUE\nALDA,2018,1\nALDA,2019,1\n")
    let (none, twice) = try imported(head + rows("I", 2018), head + rows("I", 2018))
    #expect(none == [:] && twice.count == 1 && twice[0].contains("MP0401"))
    let base = try Repository.files(in: "Tests/Cases/base")
    let text = (head + rows("I", 2018) + rows("A", 2019)).replacing("X:POP", with: "ISLES:population")
    let (nothing, mixed) = try imported(text, files: base)
    #expect(nothing == [:])
    #expect(mixed.map { String($0.prefix(10)) } == ["1:1 MP1415"])
  }
}

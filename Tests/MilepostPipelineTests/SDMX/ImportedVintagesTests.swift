import Foundation
import MilepostModel
import MilepostPipeline
import Testing

/// What new data does to what was there.
@Suite struct ImportedVintagesTests {
  private static let base = Result { try Repository.files(in: "Tests/Cases/base") }
  private static let sidecar = "data/population.yaml"

  private func message(_ action: String, id: String = "population", _ rows: [String] = ["ALDA,2020,1042"]) -> String {
    "STRUCTURE,STRUCTURE_ID,ACTION,REF_AREA,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE\n"
      + rows.map { "dataflow,ISLES:\(id)(1.0.0),\(action),\($0),PS\n" }.joined()
  }

  @Test(arguments: ["A", "M", "R"]) func `what changes a part of the data is an update`(action: String) throws {
    let (files, findings) = try imported(message(action), files: Self.base.get())
    #expect(findings.filter { $0.contains("MP0420") } == [])
    #expect(files[Self.sidecar]?.contains("published: 2025-01-02, kind: update}\n") == true)
  }

  @Test func `an id is the same with a hyphen as in the workspace`() throws {
    var files = try Self.base.get()
    files[Self.sidecar] = nil
    let text = try #require(Self.base.get()[Self.sidecar]).filter { _ in true }
    files["data/pop-u.yaml"] = Array(
      String(decoding: text, as: UTF8.self).replacing("dataflow: population", with: "dataflow: pop-u").utf8)
    for id in ["pop-u", "pop_u"] {
      let (changed, findings) = try imported(message("M", id: id), files: files)
      #expect(findings.allSatisfy { $0.contains("MP0418") })
      #expect(changed["data/pop-u.yaml"]?.contains("kind: update}\n") == true, "\(id)")
    }
  }

  @Test func `whether a small snapshot withdraws the rest is for people to say`() throws {
    let (nothing, findings) = try imported(message("I"), files: Self.base.get())
    #expect(nothing == [:] && findings.contains { $0.contains("MP0420") })
    let (update, _) = try imported(message("I"), files: Self.base.get(), kind: .update)
    #expect(update[Self.sidecar]?.contains("kind: update}\n") == true)
    let (snapshot, _) = try imported(message("I"), files: Self.base.get(), kind: .snapshot)
    #expect(snapshot[Self.sidecar]?.contains("published: 2025-01-02}\n") == true)
  }

  @Test func `a correction may come on the day of what it corrects`() throws {
    var files = try Self.base.get()
    for (file, text) in try imported(message("I"), files: files, kind: .snapshot).files {
      files[file] = Array(text.utf8)
    }
    let (again, findings) = try imported(message("I"), files: files, kind: .snapshot)
    #expect(again == [:] && findings.contains { $0.contains("has a vintage of this date already") })
    let (changed, _) = try imported(message("A"), files: files)
    #expect(changed["data/population.2025-01-02.update.csv"] != nil)
    for (file, text) in changed { files[file] = Array(text.utf8) }
    #expect(try Workspace(files: files).compile(.all).diagnostics.filter { $0.severity == .error } == [])
  }

  @Test func `an older vintage stands before the later ones`() throws {
    let (files, findings) = try imported(
      message("I", ["ALDA,2019,1031"]), files: Self.base.get(), published: "2020-12-01", kind: .snapshot)
    #expect(findings.filter { $0.contains("MP0416") } == [])
    let lines = files[Self.sidecar]?.split(separator: "\n").suffix(3).map { String($0.prefix(31)) }
    #expect(
      lines
        == [
          "  - {file: population.2020.csv, ".prefix(31), "  - {file: \"population.2020-12-01".prefix(31),
          "  - {file: population.2021.csv, ".prefix(31),
        ].map(String.init))
  }

  @Test func `a dimension that has the total alone is none`() throws {
    let text = """
      DATAFLOW,REF_AREA,SEX,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE
      X:POP(1.0.0),ALDA,_T,2018,100,PS

      """
    let (files, findings) = try imported(text)
    #expect(findings == [])
    #expect(files["data/POP.2025-01-02.csv"] == "REF_AREA,TIME_PERIOD,OBS_VALUE\nALDA,2018,100\n")
  }

  @Test func `an error that the data brings stops the import, wherever it shows`() throws {
    let (files, findings) = try imported(message("I", id: "POPULATION"), files: Self.base.get())
    #expect(files == [:] && findings.contains { $0.contains("MP0201") })
  }

  @Test func `findings name the row as it was given`() throws {
    let rows = ["ALDA,2021,1042", "BRAN,2021,511", "ALDA,2022,-5"]
    let (_, findings) = try imported(message("A", rows), files: Self.base.get())
    #expect(findings.contains { $0.hasPrefix("4:1 MP0405") }, "\(findings)")
  }
}

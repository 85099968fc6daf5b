import Foundation
import MilepostEngine
import MilepostModel
import MilepostPipeline
import MilepostTesting
import Testing

/// A folder with published results of methods, named by the variable MILEPOST_SHARED.
private let vectors = ProcessInfo.processInfo.environment["MILEPOST_SHARED"].map { $0 + "/vectors/" }

@Suite struct MethodCommandTests {
  private func apply(_ method: AssessmentMethod, _ text: String) -> (output: String?, findings: [Diagnostic]) {
    var diagnostics = Diagnostics()
    let bytes = applyMethod(method, to: Array(text.utf8), file: "rows.csv", into: &diagnostics)
    return (bytes.map { String(decoding: $0, as: UTF8.self) }, diagnostics.all)
  }

  @Test func `other columns pass through in order and old results are replaced`() {
    let input = """
      name,status,base_year,base_value,current_year,current_value,direction,note
      "A, the first",old,2015,10,2020,10,-1,=1
      """
    let (output, findings) = apply(.statcan2024, input)
    #expect(findings.isEmpty)
    #expect(
      output == """
        name,base_year,base_value,current_year,current_value,direction,note,progress_value,status,score
        "A, the first",2015,10,2020,10,-1,=1,0,limited_progress,-2.5

        """)
  }

  @Test func `a bad cell is reported at its place`() {
    let source = MarkedText(
      """
      base_year,base_value,current_year,current_value,direction
      2015,①1O,2020,12,②2
      2015,10,2020,12,1
      """, file: "rows.csv")
    let (output, findings) = apply(.eurostat, source.text)
    #expect(output == nil)
    #expect(findings.map(\.position) == [source["①"], source["②"]])
    #expect(findings.map(\.code) == ["MP0307", "MP0630"])
  }

  @Test func `two values of one year are reported`() {
    let (output, findings) = apply(
      .destatis, "id,year,value,target,target_year,direction\na,2015,1,9,2020,1\na,2015,2,9,2020,1\n")
    #expect(output == nil)
    #expect(findings.map(\.code) == ["MP0631"])
  }

  @Test func `a missing column is reported`() {
    let (output, findings) = apply(.statcan2024, "base_year,base_value,current_year,direction\n2015,1,2020,1\n")
    #expect(output == nil)
    #expect(findings.map(\.message) == ["there is no column current_value"])
  }

  @Test func `destatis answers the years with four changes behind them and none after the target year`() {
    var input = "id,year,value,target,target_year,direction\n"
    for year in 2010...2017 { input += "a,\(year),\(year - 2000),20,2016,1\n" }
    let output = apply(.destatis, input).output ?? ""
    let years = output.split(separator: "\n").dropFirst().map { $0.split(separator: ",")[1] }
    #expect(years == ["2014", "2015", "2016"])
  }

  @Test func `drift adds projection, interval and probability`() throws {
    var input = "id,year,value,target,target_year,direction\n"
    for (year, value) in [(2014, 1), (2015, 3), (2016, 4), (2017, 6), (2018, 7)] {
      input += "a,\(year),\(value),9,2020,1\n"
    }
    let output = try #require(apply(.drift, input).output)
    let lines = output.split(separator: "\n")
    #expect(lines.count == 2)
    let cells = lines[1].split(separator: ",")
    #expect(cells[6] == "on-track")
    #expect(cells[7] == "10")
  }

  private static func rows(_ csv: String) -> [[String: String]] {
    var lines: [[String]] = [[""]]
    var isQuoted = false
    for scalar in csv.unicodeScalars {
      if scalar == "\"" {
        isQuoted.toggle()
      } else if scalar == "," && !isQuoted {
        lines[lines.count - 1].append("")
      } else if scalar == "\n" && !isQuoted {
        lines.append([""])
      } else if scalar != "\r" {
        lines[lines.count - 1][lines[lines.count - 1].count - 1].unicodeScalars.append(scalar)
      }
    }
    return lines.dropFirst().filter { $0.count > 1 }.map {
      Dictionary(zip(lines[0], $0)) { first, _ in first }
    }
  }

  private func isClose(_ one: String?, _ other: String?) -> Bool {
    guard let one, let other else { return false }
    guard let left = Double(one), let right = Double(other) else { return one == other }
    return abs(left - right) <= 1e-9
  }

  @Test(.enabled(if: vectors != nil, "needs the folder MILEPOST_SHARED"))
  func `every published result of statcan-2024 is reproduced`() throws {
    let text = try String(contentsOfFile: try #require(vectors) + "statcan_progress.csv", encoding: .utf8)
    let (output, findings) = apply(.statcan2024, text)
    #expect(findings.isEmpty)
    let expected = Self.rows(text)
    let actual = Self.rows(try #require(output))
    #expect(actual.count == expected.count && expected.count == 190)
    for (one, other) in zip(actual, expected) {
      #expect(one["status"] == other["status"])
      #expect(isClose(one["progress_value"], other["progress_value"]), "\(other)")
      #expect(isClose(one["score"], other["score"]), "\(other)")
      for name in ["source", "indicator", "series", "limit", "sign"] { #expect(one[name] == other[name]) }
    }
  }

  @Test(.enabled(if: vectors != nil, "needs the folder MILEPOST_SHARED"))
  func `every computed symbol of destatis is reproduced`() throws {
    let text = try String(contentsOfFile: try #require(vectors) + "destatis_projection.csv", encoding: .utf8)
    let words = ["Sonne": "sun", "Leicht bewölkt": "slightly-cloudy", "Wolke": "cloud", "Blitz": "lightning"]
    let expected = Self.rows(text)
    var input = "id,year,value,target,target_year,direction\n"
    for (number, row) in expected.enumerated() {
      let year = try #require(row["year"].flatMap(Int.init))
      let value = try #require(row["value"].flatMap(Double.init))
      let change = try #require(row["mean_annual_change_last5"].flatMap(Double.init))
      let direction = row["desired"] == "up" ? "1" : "-1"
      for back in (0...5).reversed() {
        let past = value - Double(back) * change
        let target = "\(row["target"] ?? ""),\(row["target_year"] ?? ""),\(direction)"
        input += "\(number),\(year - back),\(past),\(target)\n"
      }
    }
    let (output, findings) = apply(.destatis, input)
    #expect(findings.isEmpty)
    let results = Self.rows(try #require(output))
    for (number, row) in expected.enumerated() {
      let own = results.filter { $0["id"] == "\(number)" }
      let result = try #require(own.first { $0["year"] == row["year"] })
      #expect(result["status"] == row["computed"].flatMap { words[$0] }, "\(row)")
      let projected = try #require(result["projected"].flatMap(Double.init))
      #expect(abs(projected - (row["projected"].flatMap(Double.init) ?? .nan)) < 1e-6 * max(1, abs(projected)))
    }
    #expect(expected.count == 79)
  }

  @Test(arguments: AssessmentMethod.allCases)
  func `a result too large for a number is left empty`(_ method: AssessmentMethod) throws {
    let points =
      "base_year,base_value,current_year,current_value,target_year,target,direction\n"
      + "2018,1,2019,1e6,2980,1e90,1\n2018,1e-90,2019,1e90,2980,1e91,1\n"
    var series = "id,year,value,target,target_year,direction\n"
    for year in 2010...2019 { series += "A,\(year),\(year % 2 == 0 ? "1e-90" : "1e90"),1e91,9000,1\n" }
    let (output, findings) = apply(method, method.readsSeries ? series : points)
    #expect(findings.isEmpty)
    #expect(try !#require(output).contains("inf") && !#require(output).contains("nan"))
  }
}

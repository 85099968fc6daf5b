import Foundation
import MilepostEngine
import MilepostModel
import MilepostPipeline
import Testing

/// The document as it was printed: what contradicts itself in it is found, and nothing else.
@Suite struct AsPrintedTests {
  private static let folder = "Examples/c20-35-as-printed"

  @Test func `the findings are those that were judged one by one`() throws {
    let found = try Workspace(files: Repository.files(in: Self.folder)).compile().diagnostics.map(\.line)
    let path = "Tests/Expected/c20-35-as-printed.txt"
    if ProcessInfo.processInfo.environment["MILEPOST_UPDATE_SNAPSHOTS"] == "1" {
      try Data((found.joined(separator: "\n") + "\n").utf8).write(to: Repository.root.appending(path: path))
    }
    #expect(found == (try Repository.text(path)).split(separator: "\n").map(String.init))
  }

  @Test func `the figure that contradicts two tables is named, with what it should be`() throws {
    let found = try Workspace(files: Repository.files(in: Self.folder)).compile().diagnostics
    let finding = try #require(found.first { $0.position.file == "registers/membership-yearly-annex.csv" })
    #expect(
      finding.message == "members is 163, expected 153 by rules 'printed-twice', 'total-of-parts-annex'")
    #expect(finding.notes.contains { $0.position.file == "registers/membership-yearly.csv" })
    #expect(found.count { $0.position.file == "registers/membership-yearly-annex.csv" } == 1)
  }

  /// Tables whose figures are tied to others.
  private static let tables = [
    "contributions-by-sector", "contributions-by-year", "fellowships", "focus-group-results", "imt-bands",
    "itu-r-recommendations", "membership-changes", "membership-headline", "membership-report", "membership-yearly",
    "memberships-by-year", "sg20-deliverables", "space-notices", "target-shares", "targets", "terrestrial-notices",
    "contents", "headings", "enabler-conditions",
  ]

  @Test func `four of five slips put at random into the tables are found`() throws {
    let files = try Repository.files(in: Self.folder)
    let known = Set(try Workspace(files: files).compile().diagnostics.map(\.line))
    var random = SplitMix64(state: 20_200_429)
    let count = ProcessInfo.processInfo.environment["MILEPOST_SLOW"] != nil ? 200 : 20
    var missed: [String] = []
    for _ in 0..<count {
      let slip = try #require(Slip(files, Self.tables, &random))
      let found = try Workspace(files: slip.files).compile().diagnostics.filter { !known.contains($0.line) }
      if !found.contains(where: slip.isNamed) { missed.append("\(slip) \(found.prefix(1).map(\.line))") }
    }
    #expect(missed.count * 5 <= count, "\(missed.joined(separator: "\n"))")
  }
}

/// One slip in one table of registers.
private struct Slip: CustomStringConvertible {
  let files: [String: [UInt8]]
  private let file: String
  private let lines: ClosedRange<Int>
  let description: String

  /// A digit is another, two digits are exchanged, two rows exchange a cell, or a row is gone.
  init?(_ files: [String: [UInt8]], _ registers: [String], _ random: inout SplitMix64) {
    let tables = registers.map { name in
      let bytes = files["registers/\(name).csv"] ?? []
      return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
    }
    let rows = tables.enumerated().flatMap { table, text in text.indices.dropFirst().map { (table, $0) } }
    for _ in 0..<200 {
      guard let (table, row) = rows.randomElement(using: &random) else { return nil }
      let text = tables[table]
      var changed = text
      let what = ["digit", "digit", "exchange", "cells", "gone"][Int.random(in: 0..<5, using: &random)]
      var other = row
      switch what {
      case "gone": changed.remove(at: row)
      case "cells":
        other = Int.random(in: 1..<text.count, using: &random)
        guard let pair = Slip.exchanged(text[row], text[other], &random) else { continue }
        (changed[row], changed[other]) = pair
      default:
        guard let cell = Slip.changed(text[row], isExchange: what == "exchange", &random) else { continue }
        changed[row] = cell
      }
      guard changed != text else { continue }
      file = "registers/\(registers[table]).csv"
      var all = files
      all[file] = Array((changed.joined(separator: "\n") + "\n").utf8)
      self.files = all
      // Of a row that is gone, the places beside it.
      lines = min(row, other)...(max(row, other) + 1)
      description = "\(what) \(file):\(row + 1): \(text[row]) -> \(what == "gone" ? "" : changed[row])"
      return
    }
    return nil
  }

  func isNamed(_ finding: Diagnostic) -> Bool {
    ([finding.position] + finding.notes.map(\.position)).contains { $0.file == file && lines.contains($0.line) }
      || description.hasPrefix("gone") && finding.position.file.hasPrefix("registers/")
  }

  /// The first column is the line of the document, which nothing is tied to.
  private static func cells(_ row: String) -> [String]? {
    row.contains("\"") ? nil : row.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
  }

  private static func changed(_ row: String, isExchange: Bool, _ random: inout SplitMix64) -> String? {
    guard var cells = cells(row) else { return nil }
    let places = cells.indices.dropFirst().filter { cells[$0].contains(where: \.isNumber) }
    guard let place = places.randomElement(using: &random) else { return nil }
    var letters = Array(cells[place])
    let digits = letters.indices.filter { letters[$0].isNumber }
    guard let digit = digits.randomElement(using: &random) else { return nil }
    if isExchange {
      guard digits.contains(digit + 1), letters[digit] != letters[digit + 1] else { return nil }
      letters.swapAt(digit, digit + 1)
    } else {
      let others = "0123456789".filter { $0 != letters[digit] }
      guard let other = others.randomElement(using: &random) else { return nil }
      letters[digit] = other
    }
    cells[place] = String(letters)
    return cells.joined(separator: ",")
  }

  private static func exchanged(_ one: String, _ other: String, _ random: inout SplitMix64) -> (String, String)? {
    guard var left = cells(one), var right = cells(other), left.count == right.count else { return nil }
    let places = left.indices.dropFirst().filter { left[$0] != right[$0] && left[$0].contains(where: \.isNumber) }
    guard let place = places.randomElement(using: &random) else { return nil }
    (left[place], right[place]) = (right[place], left[place])
    return (left.joined(separator: ","), right.joined(separator: ","))
  }
}

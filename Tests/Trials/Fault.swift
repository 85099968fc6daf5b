import Foundation
import MilepostEngine
import MilepostModel

/// One slip put into one file of a workspace.
struct Fault: CustomStringConvertible {
  enum Kind: String, CaseIterable {
    case digitsSwapped, rowShifted, timesThousand, decimalPointMoved, signChanged, valueBlank, rowDropped, rowTwice
    case areaMistyped, periodAfterEdition, valuesExchanged, textForNumber, columnRenamed
    case idRenamed, referenceMistyped, keyMistyped, unitChanged, dueBeforeBaseline, vintageAfterEditions, idTwice
  }

  let kind: Kind
  let file: String
  /// Lines that a finding may name.
  let lines: ClosedRange<Int>
  let before: String
  let after: String
  let files: [String: [UInt8]]

  var description: String { "\(kind.rawValue) \(file):\(lines.lowerBound): \(before) -> \(after)" }
}

/// Draws faults from the files of a clean workspace.
struct FaultMaker {
  let files: [String: [UInt8]]
  private let tables: [String]
  private let plans: [String]
  private let sidecars: [String]
  /// The text of the sidecar that names a table.
  private let sidecarText: [String: String]

  init(_ files: [String: [UInt8]]) {
    self.files = files
    let paths = files.keys.sorted()
    tables = paths.filter { $0.hasPrefix("data/") && $0.hasSuffix(".csv") }
    plans = paths.filter { $0.hasPrefix("plan/") }
    sidecars = paths.filter {
      $0.hasPrefix("data/") && $0.hasSuffix(".yaml") && !["data/sources.yaml", "data/codelists.yaml"].contains($0)
    }
    let texts = sidecars.map { String(decoding: files[$0] ?? [], as: UTF8.self) }
    sidecarText = Dictionary(
      uniqueKeysWithValues: tables.map { table in
        (table, texts.first { $0.contains("file: \(table.dropFirst(5))") } ?? "")
      })
  }

  /// - Returns: nil when the drawn place does not admit the fault; draw again.
  func fault(_ kind: Fault.Kind, _ random: inout SplitMix64) -> Fault? {
    switch kind {
    case .idRenamed, .referenceMistyped, .keyMistyped, .dueBeforeBaseline, .idTwice:
      return planFault(kind, &random)
    case .unitChanged, .vintageAfterEditions:
      return sidecarFault(kind, &random)
    default:
      return tableFault(kind, &random)
    }
  }

  private func made(
    _ kind: Fault.Kind, _ file: String, _ lines: ClosedRange<Int>, _ before: String, _ after: String, _ text: [String]
  ) -> Fault? {
    guard before != after else { return nil }
    var changed = files
    changed[file] = Array(text.joined(separator: "\n").utf8)
    return Fault(kind: kind, file: file, lines: lines, before: before, after: after, files: changed)
  }

  private func lines(_ file: String) -> [String] {
    String(decoding: files[file] ?? [], as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  // MARK: Tables

  private func tableFault(_ kind: Fault.Kind, _ random: inout SplitMix64) -> Fault? {
    guard let file = tables.randomElement(using: &random) else { return nil }
    var text = lines(file)
    guard let header = text.first else { return nil }
    let separator: Character = header.contains(";") ? ";" : ","
    let names = header.split(separator: separator, omittingEmptySubsequences: false).map(String.init)
    guard let value = names.firstIndex(of: "OBS_VALUE") ?? (names.count == 3 ? 2 : nil),
      let area = names.firstIndex(of: "REF_AREA") ?? (names.count == 3 ? 0 : nil),
      let period = names.firstIndex(of: "TIME_PERIOD") ?? (names.count == 3 ? 1 : nil)
    else { return nil }
    let rows = text.indices.dropFirst().filter { !text[$0].isEmpty && !text[$0].contains("\"") }
    guard rows.count > 1, let row = rows.randomElement(using: &random) else { return nil }
    var fields = text[row].split(separator: separator, omittingEmptySubsequences: false).map(String.init)
    guard fields.count == names.count else { return nil }
    let old = text[row]
    func replaced(_ field: Int, _ new: String?) -> Fault? {
      guard let new else { return nil }
      fields[field] = new
      text[row] = fields.joined(separator: String(separator))
      return made(kind, file, row + 1...row + 1, old, text[row], text)
    }
    switch kind {
    case .digitsSwapped: return replaced(value, swapped(fields[value], &random))
    case .timesThousand: return replaced(value, scaled(fields[value], places: 3))
    case .decimalPointMoved: return replaced(value, scaled(fields[value], places: 1))
    case .signChanged:
      return fields[value].isEmpty || Double(fields[value]) == 0 ? nil : replaced(value, "-" + fields[value])
    case .valueBlank:
      // Where the sidecar gives a blank a reason, a blank is as good an entry as a value.
      let sidecar = sidecarText[file] ?? ""
      return fields[value].isEmpty || sidecar.contains("\"\":") ? nil : replaced(value, "")
    case .textForNumber: return replaced(value, fields[value] + "x")
    case .areaMistyped: return replaced(area, mistyped(fields[area], &random))
    case .periodAfterEdition: return replaced(period, "2099")
    case .rowDropped:
      text.remove(at: row)
      return made(kind, file, max(1, row)...row + 1, old, "", text)
    case .rowTwice:
      text.insert(old, at: row)
      return made(kind, file, row + 1...row + 2, old, "\(old) twice", text)
    case .columnRenamed:
      text[0] = names.enumerated().map { $0.offset == value ? $0.element + "X" : $0.element }
        .joined(separator: String(separator))
      return made(kind, file, 1...1, header, text[0], text)
    case .rowShifted, .valuesExchanged:
      return moved(kind, file, text, row, value, area, separator, &random)
    default: return nil
    }
  }

  /// Values move down by one row to the end of the table, or two rows of different areas exchange theirs.
  private func moved(
    _ kind: Fault.Kind, _ file: String, _ lines: [String], _ row: Int, _ value: Int, _ area: Int,
    _ separator: Character, _ random: inout SplitMix64
  ) -> Fault? {
    var text = lines
    var cells = text.map { $0.split(separator: separator, omittingEmptySubsequences: false).map(String.init) }
    let whole = text.indices.dropFirst().filter { cells[$0].count == cells[0].count && !text[$0].contains("\"") }
    guard whole.contains(row) else { return nil }
    let before = text[row]
    if kind == .rowShifted {
      let shifted = whole.filter { $0 >= row }
      guard shifted.count > 2 else { return nil }
      let values = shifted.map { cells[$0][value] }
      for (place, line) in shifted.enumerated().dropFirst() { cells[line][value] = values[place - 1] }
      guard Set(values).count > 2 else { return nil }
      for line in shifted { text[line] = cells[line].joined(separator: String(separator)) }
      return made(kind, file, row + 1...text.count, before, "values from here on one row lower", text)
    }
    guard let other = whole.filter({ cells[$0][area] != cells[row][area] }).randomElement(using: &random) else {
      return nil
    }
    let (one, two) = (cells[row][value], cells[other][value])
    guard one != two else { return nil }
    (cells[row][value], cells[other][value]) = (two, one)
    for line in [row, other] { text[line] = cells[line].joined(separator: String(separator)) }
    return made(
      kind, file, min(row, other) + 1...max(row, other) + 1, "\(before) / \(lines[other])",
      "\(text[row]) / \(text[other])", text)
  }

  /// Two neighbouring digits that differ change places.
  private func swapped(_ number: String, _ random: inout SplitMix64) -> String? {
    var characters = Array(number)
    let places = characters.indices.dropLast().filter {
      characters[$0].isNumber && characters[$0 + 1].isNumber && characters[$0] != characters[$0 + 1]
    }
    guard let place = places.randomElement(using: &random) else { return nil }
    characters.swapAt(place, place + 1)
    return String(characters)
  }

  private func scaled(_ number: String, places: Int) -> String? {
    guard let value = Double(number), value != 0 else { return nil }
    return "\(value * (places == 3 ? 1000 : 10))"
  }

  private func mistyped(_ code: String, _ random: inout SplitMix64) -> String? {
    var characters = Array(code)
    guard let place = characters.indices.filter({ characters[$0].isLetter }).randomElement(using: &random) else {
      return nil
    }
    characters[place] = characters[place].isUppercase ? (characters[place] == "Q" ? "X" : "Q") : "q"
    return String(characters)
  }

  // MARK: Plan and sidecars

  private func planFault(_ kind: Fault.Kind, _ random: inout SplitMix64) -> Fault? {
    guard let file = plans.randomElement(using: &random) else { return nil }
    var text = lines(file)
    let wanted: [String] =
      switch kind {
      case .idRenamed, .idTwice: ["- id: "]
      case .referenceMistyped: ["indicator: ", "goal: ", "objective: ", "area: "]
      case .keyMistyped: ["title: ", "kind: ", "unit: ", "due: "]
      default: ["due: "]
      }
    let places = text.indices.filter { row in wanted.contains { text[row].drop { $0 == " " }.hasPrefix($0) } }
    guard let row = places.randomElement(using: &random) else { return nil }
    let old = text[row]
    guard let colon = old.firstIndex(of: ":") else { return nil }
    let head = String(old[...colon]) + " "
    let rest = String(old[old.index(after: colon)...].drop { $0 == " " })
    switch kind {
    case .idRenamed, .referenceMistyped:
      guard let new = mistyped(rest, &random) else { return nil }
      text[row] = head + new
      // A renamed id is missed where it is used, which may be another file.
      return made(kind, kind == .idRenamed ? "" : file, row + 1...row + 1, old, text[row], text, at: file)
    case .keyMistyped:
      text[row] = old.replacingFirst("title:", "titel:").replacingFirst("kind:", "kinde:")
        .replacingFirst("unit:", "units:").replacingFirst("due:", "deu:")
      return made(kind, file, 1...text.count, old, text[row], text)
    case .dueBeforeBaseline:
      text[row] = head + "1993"
      return made(kind, file, 1...text.count, old, text[row], text)
    case .idTwice:
      let others = places.filter { text[$0] != old }
      guard let other = others.randomElement(using: &random) else { return nil }
      text[row] = text[other]
      return made(kind, file, min(row, other) + 1...max(row, other) + 1, old, text[row], text)
    default: return nil
    }
  }

  private func made(
    _ kind: Fault.Kind, _ named: String, _ lines: ClosedRange<Int>, _ before: String, _ after: String, _ text: [String],
    at file: String
  ) -> Fault? {
    guard let fault = made(kind, file, lines, before, after, text) else { return nil }
    return Fault(
      kind: kind, file: named, lines: named.isEmpty ? 1...Int.max : lines, before: before, after: after,
      files: fault.files)
  }

  private func sidecarFault(_ kind: Fault.Kind, _ random: inout SplitMix64) -> Fault? {
    guard let file = sidecars.randomElement(using: &random) else { return nil }
    var text = lines(file)
    switch kind {
    case .unitChanged:
      guard let row = text.firstIndex(where: { $0.hasPrefix("unit: ") }) else { return nil }
      let old = text[row]
      text[row] = old == "unit: percent" ? "unit: persons" : "unit: percent"
      return made(kind, file, row + 1...row + 1, old, text[row], text)
    default:
      guard
        let row = text.indices.filter({ text[$0].contains("published: 20") }).randomElement(using: &random),
        let start = text[row].range(of: "published: ")
      else { return nil }
      let old = text[row]
      text[row].replaceSubrange(
        start.upperBound..<text[row].index(start.upperBound, offsetBy: 4), with: "2098")
      return made(kind, file, row + 1...row + 1, old, text[row], text)
    }
  }
}

extension String {
  fileprivate func replacingFirst(_ part: String, _ new: String) -> String {
    guard let found = range(of: part) else { return self }
    return replacingCharacters(in: found, with: new)
  }
}

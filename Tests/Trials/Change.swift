/// One value of a workspace, changed.
struct Change: CustomStringConvertible {
  enum Kind: String, CaseIterable {
    /// So little that no sentence can become false.
    case withinRounding
    case lastDigit, digitsSwapped, otherDigit, pointMoved
    /// Of a code or a yes of a register.
    case code
    /// What a target asks for, in the plan.
    case targetValue
  }

  let kind: Kind
  let file: String
  let line: Int
  let before: String
  let after: String
  let files: [String: [UInt8]]

  var description: String { "\(kind.rawValue) \(file):\(line): \(before) -> \(after)" }
}

/// Draws changes of values on which asserted figures and claims of a report depend.
struct ChangeMaker {
  private let files: [String: [UInt8]]
  private let tables: [String: PlainTable]
  /// Cells that hold numbers, and those of codes of registers, by file.
  private let numbers: [String: [CellPlace]]
  private let codes: [String: [CellPlace]]
  private let targets: [(file: String, line: Int, value: String)]

  init(_ files: [String: [UInt8]], _ opinion: SecondOpinion) {
    self.files = files
    let cells = opinion.cellsBehindSentences().sorted()
    let tables = Dictionary(
      uniqueKeysWithValues: Set(cells.map(\.file)).sorted().map { file in
        (file, PlainTable(String(decoding: files[file] ?? [], as: UTF8.self)))
      })
    self.tables = tables
    let codeColumns = Dictionary(
      opinion.registers.registers.values.map { register in
        (register.file, Set(register.fields.filter { ["code", "yes-no"].contains($0.value.type) }.map(\.key)))
      }, uniquingKeysWith: { one, _ in one })
    let isNumber = { (cell: CellPlace) in
      guard let text = tables[cell.file]?.rows[cell.row][cell.column].text else { return false }
      return Double(text) != nil && tables[cell.file]?.columns[cell.column] != "TIME_PERIOD"
    }
    numbers = Dictionary(grouping: cells.filter(isNumber), by: \.file)
    codes = Dictionary(
      grouping: cells.filter { cell in
        guard let name = tables[cell.file]?.columns[cell.column] else { return false }
        return codeColumns[cell.file]?.contains(name) == true
      }, by: \.file)
    targets = files.keys.sorted().filter { $0.hasPrefix("plan/") }.flatMap { file in
      ChangeMaker.statedValues(String(decoding: files[file] ?? [], as: UTF8.self))
        .map { (file, $0.line, $0.value) }
    }
  }

  /// The lines `    value: 30` of a file of the plan.
  private static func statedValues(_ text: String) -> [(line: Int, value: String)] {
    text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().compactMap { number, line in
      guard line.hasPrefix("    value: "), Double(line.dropFirst(11)) != nil else { return nil }
      return (number, String(line.dropFirst(11)))
    }
  }

  /// - Returns: nil when the drawn place does not admit the change; draw again.
  func change(_ kind: Change.Kind, _ random: inout some RandomNumberGenerator) -> Change? {
    if kind == .targetValue { return targetChange(&random) }
    let places = kind == .code ? codes : numbers
    guard let file = places.keys.sorted().randomElement(using: &random),
      let cell = places[file]?.randomElement(using: &random), let table = tables[file]
    else { return nil }
    let before = table.rows[cell.row][cell.column].text
    let after: String? =
      kind == .code
      ? otherCode(before, table, cell.column, &random) : ChangeMaker.changed(before, kind, &random)
    guard let after, after != before else { return nil }
    var changed = files
    changed[file] = Array(table.replacing(cell.row, cell.column, by: after).utf8)
    return Change(kind: kind, file: file, line: cell.row + 2, before: before, after: after, files: changed)
  }

  private func otherCode(
    _ before: String, _ table: PlainTable, _ column: Int, _ random: inout some RandomNumberGenerator
  ) -> String? {
    let known = Set(table.rows.compactMap { $0.count > column ? $0[column].text : nil })
    return known.filter { !$0.isEmpty && $0 != before }.sorted().randomElement(using: &random)
  }

  private func targetChange(_ random: inout some RandomNumberGenerator) -> Change? {
    guard let place = targets.randomElement(using: &random),
      let kind = [Change.Kind.withinRounding, .lastDigit, .digitsSwapped, .otherDigit].randomElement(using: &random),
      let after = ChangeMaker.changed(place.value, kind, &random), after != place.value
    else { return nil }
    var lines = String(decoding: files[place.file] ?? [], as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    lines[place.line] = "    value: \(after)"
    var changed = files
    changed[place.file] = Array(lines.joined(separator: "\n").utf8)
    return Change(
      kind: .targetValue, file: place.file, line: place.line + 1, before: place.value, after: after, files: changed)
  }

  private static func changed(_ number: String, _ kind: Change.Kind, _ random: inout some RandomNumberGenerator)
    -> String?
  {
    var characters = Array(number)
    let digits = characters.indices.filter { characters[$0].isNumber }
    switch kind {
    case .withinRounding:
      return number.contains(".") ? number + "1" : number + ".2"
    case .lastDigit, .otherDigit:
      let place = kind == .lastDigit ? digits.last : digits.prefix(3).randomElement(using: &random)
      guard let place, let digit = "0123456789".randomElement(using: &random) else { return nil }
      characters[place] = digit
    case .digitsSwapped:
      let pairs = digits.filter { $0 + 1 < characters.count && characters[$0 + 1].isNumber }
      guard let place = pairs.randomElement(using: &random) else { return nil }
      characters.swapAt(place, place + 1)
    default: return moved(characters, right: Bool.random(using: &random))
    }
    // A number does not begin with a zero that means nothing.
    guard characters.count == 1 || characters[0] != "0" || characters[1] == "." else { return nil }
    return String(characters)
  }

  /// Ten times the number, or a tenth of it.
  private static func moved(_ characters: [Character], right: Bool) -> String? {
    guard characters.allSatisfy({ $0.isNumber || $0 == "." }) else { return nil }
    var digits = characters.filter { $0 != "." }
    var point = (characters.firstIndex(of: ".") ?? characters.count) + (right ? 1 : -1)
    if point > digits.count { digits.append("0") }
    if point < 1 {
      digits.insert("0", at: 0)
      point += 1
    }
    while point > 1, digits[0] == "0" {
      digits.removeFirst()
      point -= 1
    }
    let fraction = String(digits[point...])
    return String(digits[..<point]) + (fraction.isEmpty ? "" : "." + fraction)
  }
}

extension SecondOpinion {
  /// The cells that decide whether an asserted figure or a claim holds; inserted figures follow the data.
  func cellsBehindSentences() -> Set<CellPlace> {
    series.reads.cells = []
    registers.reads.cells = []
    for sentence in sentences {
      if case .inserted = sentence.text.kind { continue }
      _ = value(sentence.asked, in: .none)
      sentence.asked.visit { asked in
        guard case .call(let name, let arguments) = asked, let first = arguments.first else { return }
        for target in targets(behind: name, first) { touch(target) }
      }
    }
    return series.reads.cells.union(registers.reads.cells)
  }

  /// Those of which a status, a projection or a chance is asked.
  private func targets(behind name: String, _ first: Asked) -> [PlanOutline.Target] {
    if case .number(let id) = first { return plan.targets[id].map { [$0] } ?? [] }
    if name == "count", case .name("targets") = first {
      return plan.targets.keys.sorted().compactMap { plan.targets[$0] }
    }
    return []
  }

  /// The series of a target's indicator, or those from which it is computed.
  private func touch(_ target: PlanOutline.Target) {
    guard let indicator = target.indicator, let area = target.area else { return }
    series.touch(indicator, area)
    plan.indicators[indicator]?.formula?.visit { asked in
      if case .name(let operand) = asked { series.touch(operand, area) }
    }
  }
}

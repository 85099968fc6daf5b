/// Registers as of a date, and what is asked of their records.
struct StoredRegisters {
  struct Field {
    let type: String
    let isPercent: Bool
    /// Whether a number is that number, and not all that is rounded to it.
    let isExact: Bool
    let isMany: Bool
  }
  struct Register {
    let fields: [String: Field]
    let table: PlainTable
    let file: String
    let source: String
    let measures: [PlainYAML]
  }

  let reads = Reads()
  private(set) var registers: [String: Register] = [:]

  init(_ texts: [String: String], date: String) {
    for (path, text) in texts where path.hasPrefix("registers/") && path.hasSuffix(".yaml") {
      let form = PlainYAML(text)
      guard let id = form["register"]?.text, let source = form["source"]?.text,
        let name = StoredSeries.files(form["snapshots"], by: date).last, let table = texts["registers/" + name]
      else { continue }
      registers[id] = Register(
        fields: (form["fields"]?.entries ?? [:]).mapValues(StoredRegisters.field), table: PlainTable(table),
        file: "registers/" + name, source: source, measures: form["measures"]?.items ?? [])
    }
  }

  private static func field(_ form: PlainYAML) -> Field {
    let isPercent = form["unit"]?.text == "percent"
    let isCounted = !isPercent && form["decimals"]?.text == "0"
    return Field(
      type: form["type"]?.text ?? "text", isPercent: isPercent,
      isExact: form["exact"]?.text.map { $0 == "true" } ?? isCounted, isMany: form["many"]?.text == "true")
  }

  /// `only(register.field, condition)`, `count(register, condition)` and their like.
  func value(_ name: String, _ arguments: [Asked]) -> Held {
    guard case .name(let subject)? = arguments.first else { return .gap }
    let parts = subject.split(separator: ".", maxSplits: 1).map(String.init)
    guard let register = registers[parts[0]] else { return .gap }
    let condition = arguments.count > 1 ? arguments[1] : nil
    let rows = register.table.rows.indices.filter { matches(condition, register, $0) }
    guard parts.count > 1 else { return .figure(HeldFigure(Double(rows.count))) }
    for row in rows { note(parts[1], register, row) }
    let values = rows.map { cell(parts[1], register, $0) }
    return StoredRegisters.summed(name, values)
  }

  private static func summed(_ name: String, _ values: [Held]) -> Held {
    let words = Set(
      values.compactMap { held -> String? in
        switch held {
        case .word(let word): word
        case .figure(let figure): "\(figure.low) \(figure.high)"
        default: nil
        }
      })
    switch name {
    case "count-distinct": return .figure(HeldFigure(Double(words.count)))
    case "only":
      let stated = values.filter { if case .gap = $0 { false } else { true } }
      return words.count == 1 ? stated[0] : .gap
    case "sum":
      var sum: HeldFigure?
      for value in values {
        guard case .figure(let figure) = value else { return .gap }
        sum = sum.flatMap { HeldFigure.combined("+", $0, figure) } ?? figure
      }
      return sum.map { .figure($0) } ?? .gap
    default: return .gap
    }
  }

  private func matches(_ condition: Asked?, _ register: Register, _ row: Int) -> Bool {
    guard let condition else { return true }
    guard case .truth(let holds) = value(condition, register, row) else { return false }
    return holds
  }

  /// A condition about one record.
  private func value(_ asked: Asked, _ register: Register, _ row: Int) -> Held {
    switch asked {
    case .name(let name):
      guard register.fields[name] != nil else { return .word(name) }
      note(name, register, row)
      return cell(name, register, row)
    case .number(let digits): return Double(digits).map { .figure(HeldFigure($0)) } ?? .gap
    case .call("stated", let arguments):
      guard case .gap? = arguments.first.map({ value($0, register, row) }) else { return .truth(true) }
      return .truth(false)
    case .operation(let sign, let left, let right):
      let (one, other) = (value(left, register, row), value(right, register, row))
      if sign == "and" || sign == "or" { return SecondOpinion.joined(sign, one, other) }
      switch (one, other) {
      case (.word(let word), .word(let wanted)): return .truth(agrees(word, wanted, left, register) == (sign == "="))
      // A period or a key that looks like a number.
      case (.word(let word), .figure):
        guard case .number(let digits) = right else { return .gap }
        let isSame = isPeriod(left, register) ? SpelledPeriod.meet(word, digits) : word == digits
        return .truth(isSame == (sign == "="))
      case (.figure(let one), .figure(let other)): return .truth(HeldFigure.holds(sign, one, other))
      default: return .gap
      }
    default: return .gap
    }
  }

  /// Of a field with several values one has to be the wanted.
  private func agrees(_ word: String, _ wanted: String, _ left: Asked, _ register: Register) -> Bool {
    guard case .name(let name) = left, register.fields[name]?.isMany == true else { return word == wanted }
    return word.split(separator: ";").contains { $0.drop { $0 == " " } == wanted }
  }

  private func isPeriod(_ asked: Asked, _ register: Register) -> Bool {
    guard case .name(let name) = asked else { return false }
    return register.fields[name]?.type == "period"
  }

  private func note(_ name: String, _ register: Register, _ row: Int) {
    guard let column = register.table.columns.firstIndex(of: name), column < register.table.rows[row].count else {
      return
    }
    reads.cells.insert(CellPlace(file: register.file, row: row, column: column))
  }

  private func cell(_ name: String, _ register: Register, _ row: Int) -> Held {
    guard let field = register.fields[name], let text = register.table.text(row, name), !text.isEmpty else {
      return .gap
    }
    guard field.type == "number" else { return .word(text) }
    guard let number = Double(text) else { return .gap }
    let measure: HeldFigure.Measure = field.isPercent ? .percent : .other
    guard !field.isExact else { return .figure(HeldFigure(number, measure: measure)) }
    let decimals = text.split(separator: ".").dropFirst().first?.count ?? 0
    var half = 0.5
    for _ in 0..<decimals { half /= 10 }
    return .figure(HeldFigure(low: number - half, high: number + half, measure: measure))
  }

  /// What registers give to indicators, by year.
  func measures() -> [MeasuredValue] {
    registers.keys.sorted().flatMap { id -> [MeasuredValue] in
      guard let register = registers[id] else { return [] }
      return register.measures.flatMap { measured($0, register) }
    }
  }

  /// Sums of records in the year that holds their period; a record that lies in no year counts in none.
  private func measured(_ form: PlainYAML, _ register: Register) -> [MeasuredValue] {
    guard let indicator = form["indicator"]?.text, let area = form["area"]?.text, let during = form["during"]?.text,
      form["dimensions"] == nil, case .call("sum", let arguments)? = form["value"]?.text.flatMap({ Asked($0) }),
      case .name(let field)? = arguments.first
    else { return [] }
    let condition = arguments.count > 1 ? arguments[1] : nil
    let years = Dictionary(grouping: register.table.rows.indices) { row -> String in
      guard let period = register.table.text(row, during), !period.contains("/") else { return "" }
      return String(period.prefix(4))
    }
    return years.keys.sorted().compactMap { year in
      guard !year.isEmpty, let rows = years[year]?.filter({ matches(condition, register, $0) }) else { return nil }
      guard case .figure(let sum) = StoredRegisters.summed("sum", rows.map { cell(field, register, $0) }) else {
        return nil
      }
      let column = register.table.columns.firstIndex(of: field)
      let place = rows.first.flatMap { row in column.map { CellPlace(file: register.file, row: row, column: $0) } }
      return MeasuredValue(
        indicator: indicator, area: area, source: register.source, period: year, value: sum.low, place: place)
    }
  }
}

/// Periods as registers write them, `2019`, `2019-03`, `2019-03-31`, `2016/2019`, by their first and last days.
private enum SpelledPeriod {
  /// Whether one holds the other: `2019` is true of `2016/2019`.
  static func meet(_ one: String, _ other: String) -> Bool {
    let (one, other) = (bounds(one), bounds(other))
    return (one.first <= other.first && other.last <= one.last) || (other.first <= one.first && one.last <= other.last)
  }

  private static func bounds(_ text: String) -> (first: String, last: String) {
    let ends = text.split(separator: "/").map(String.init)
    guard let first = ends.first, let last = ends.last else { return (text, text) }
    return (first + "-01-01".dropFirst(first.count - 4), last + "-12-31".dropFirst(last.count - 4))
  }
}

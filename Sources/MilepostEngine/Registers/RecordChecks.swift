import MilepostModel

/// The tables of a plan's registers, each with its register.
extension ResolvedPlan {
  fileprivate var recordTables: [(register: Register, table: RegisterTable)] {
    let registers = Dictionary(draft.registers.map { ($0.id, $0) }) { first, _ in first }
    return draft.registerTables.compactMap { table in registers[table.register].map { ($0, table) } }
  }
}

/// Two records with one key in one snapshot.
func recordsTwice(_ plan: ResolvedPlan, _ diagnostics: inout Diagnostics) {
  var findings = DataFindings()
  for (register, table) in plan.recordTables where !register.key.isEmpty {
    let numbers = table.numbers(byFields: register.key)
    var first = [Int?](repeating: nil, count: (numbers.max() ?? RowGroups.none) + 1)
    for (row, number) in numbers.enumerated() {
      guard number != RowGroups.none else {
        findings.report(.recordWithoutKey(register, at: table.position(row, register.key[0])))
        continue
      }
      if let other = first[number], let key = table.key(ofRow: row, register.key) {
        findings.report(
          .recordTwice(
            key, at: table.position(row, register.key[0]),
            first: table.position(other, register.key[0])))
      } else {
        first[number] = row
      }
    }
  }
  findings.finish(into: &diagnostics)
}

/// Codes, areas, elements, indicators and records that there are not.
func unknownNamesInRecords(_ plan: ResolvedPlan, _ diagnostics: inout Diagnostics) {
  let names = NamesForRecords(plan)
  var findings = DataFindings()
  for (register, table) in plan.recordTables {
    for (place, field) in register.fields.enumerated() {
      guard let kind = names.kind(of: field) else { continue }
      let column = table.columns[place]
      for (code, value) in column.values.enumerated() {
        for item in value.items where !kind.known.contains(item.text) {
          for row in 0..<table.count where column.cells[row] == UInt32(code) {
            findings.report(
              .unknownNameInRecord(kind, item.text, field.id, at: table.position(row, place)))
          }
        }
      }
    }
  }
  findings.finish(into: &diagnostics)
}

/// What the fields of a register can name.
struct NamesForRecords {
  struct Kind {
    let noun: String
    let known: Set<String>
  }

  private let codes: [Codelist.ID: Kind]
  private let areas: Kind
  private let elements: Kind
  private let indicators: Kind
  private let records: [Register.ID: Kind]

  init(_ plan: ResolvedPlan) {
    codes = plan.codelists.mapValues { Kind(noun: "code", known: Set($0.codes.map(\.id))) }
    areas = Kind(
      noun: "area or group", known: Set(plan.areas.keys.map(\.text)).union(plan.groups.keys.map(\.text)))
    let ids =
      plan.plan.goals.map(\.id.text) + plan.plan.targets.map(\.id.text) + plan.plan.objectives.map(\.id.text)
      + plan.plan.outcomes.map(\.id.text) + plan.plan.outputs.map(\.id.text) + plan.plan.enablers.map(\.id.text)
    elements = Kind(noun: "element of the plan", known: Set(ids))
    indicators = Kind(noun: "indicator", known: Set(plan.indicators.keys.map(\.text)))
    var records: [Register.ID: Set<String>] = [:]
    let named = plan.draft.registers.flatMap(\.fields).compactMap(\.kind.register)
    for (register, table) in plan.recordTables where named.contains(register.id) {
      let keys = (0..<table.count).compactMap { table.key(ofRow: $0, register.key) }
      records[register.id, default: []].formUnion(keys)
    }
    self.records = Dictionary(
      plan.draft.registers.map {
        ($0.id, Kind(noun: "record of register '\($0.id)'", known: records[$0.id] ?? []))
      }
    ) { first, _ in first }
  }

  /// nil: the field names nothing.
  func kind(of field: Register.Field) -> Kind? {
    switch field.kind {
    case .code(let list): codes[list]
    case .area: areas
    case .element: elements
    case .indicator: indicators
    case .record(let register): records[register]
    case .text, .number, .figure, .date, .period, .yesNo, .formula, .link, .latitude, .longitude: nil
    }
  }
}

extension Register.Field.Kind {
  /// The register whose records it names.
  fileprivate var register: Register.ID? {
    if case .record(let register) = self { register } else { nil }
  }
}

/// Numbers beyond the limits of their fields.
func recordsOutsideLimits(_ plan: ResolvedPlan, _ diagnostics: inout Diagnostics) {
  var findings = DataFindings()
  for (register, table) in plan.recordTables {
    for (place, field) in register.fields.enumerated() {
      let limits: Indicator.Limits
      switch field.kind {
      case .number(_, let own), .figure(_, let own): limits = own
      case .text, .date, .period, .yesNo, .code, .area, .element, .indicator, .record, .formula, .link, .latitude,
        .longitude:
        continue
      }
      guard limits != .none else { continue }
      let column = table.columns[place]
      for (code, value) in column.values.enumerated() {
        for case .number(let number) in value.items where !limits.allow(number.value) {
          for row in 0..<table.count where column.cells[row] == UInt32(code) {
            findings.report(.recordOutsideLimits(number.text, field.id, limits, at: table.position(row, place)))
          }
        }
      }
    }
  }
  findings.finish(into: &diagnostics)
}

/// Texts that do not match the pattern of their field, and blank cells of required fields.
func cellsWithoutTheirForm(_ plan: ResolvedPlan, _ diagnostics: inout Diagnostics) {
  var findings = DataFindings()
  for (register, table) in plan.recordTables {
    for (place, field) in register.fields.enumerated() {
      let column = table.columns[place]
      if field.isRequired {
        for row in 0..<table.count where !column.isStated(row) {
          findings.report(.blankCell(field.id, at: table.position(row, place)))
        }
      }
      guard case .text(let pattern?) = field.kind else { continue }
      let form = TextPattern(pattern)
      for (code, value) in column.values.enumerated() {
        for item in value.items where !form.matches(item.text) {
          for row in 0..<table.count where column.cells[row] == UInt32(code) {
            findings.report(.textWithoutForm(item.text, field.id, pattern, at: table.position(row, place)))
          }
        }
      }
    }
  }
  findings.finish(into: &diagnostics)
}

/// A regular expression that was read before.
private struct TextPattern {
  private let expression: Regex<AnyRegexOutput>

  init(_ pattern: String) {
    do {
      expression = try Regex(pattern)
    } catch {
      preconditionFailure("the reader lets only regular expressions through")
    }
  }

  func matches(_ text: String) -> Bool {
    do {
      return try expression.wholeMatch(in: text) != nil
    } catch {
      // Only transforms of captures throw, and an expression that is read from a text has none.
      return false
    }
  }
}

/// Records that go back in their life, or that are there again after an end.
func livesOutOfOrder(_ plan: ResolvedPlan, _ diagnostics: inout Diagnostics) {
  var findings = DataFindings()
  for (register, table) in plan.recordTables where !register.life.isEmpty {
    for life in RecordLives(register, table) {
      for (one, next) in zip(life, life.dropFirst()) where next.state < one.state {
        findings.report(.lifeOutOfOrder(register.life, one, next))
      }
    }
  }
  findings.finish(into: &diagnostics)
}

extension Indicator.Limits {
  /// `not below 0 and not above 100`
  var bounds: String {
    [lower.map { "not below \($0.shortest)" }, upper.map { "not above \($0.shortest)" }].compactMap(\.self)
      .joined(separator: " and ")
  }
}

extension Diagnostic {
  fileprivate static func recordTwice(_ key: String, at position: SourcePosition, first: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP0810", "record '\(key)' stands twice", at: position, hint: "delete one, or correct its key",
      notes: [.init("first here", at: first)])
  }

  fileprivate static func recordWithoutKey(_ register: Register, at position: SourcePosition) -> Self {
    let fields = register.key.map { "'\(register.fields[$0].id)'" }.joined(separator: " and ")
    return Diagnostic(
      .error, "MP0810", "record without a key", at: position, hint: "a record is named by \(fields): fill the cell")
  }

  fileprivate static func unknownNameInRecord(
    _ kind: NamesForRecords.Kind, _ name: String, _ field: String, at position: SourcePosition
  ) -> Self {
    let known = kind.known.count <= 2000 ? kind.known.sorted() : []
    return Diagnostic(
      .error, "MP0811", "unknown \(kind.noun) '\(name)' in field '\(field)'", at: position,
      hint: known.closest(to: name).map { "did you mean '\($0)'?" })
  }

  fileprivate static func recordOutsideLimits(
    _ number: String, _ field: String, _ limits: Indicator.Limits, at position: SourcePosition
  ) -> Self {
    Diagnostic(
      .error, "MP0812", "\(field) is \(number), expected \(limits.bounds)", at: position, hint: "correct the number")
  }

  fileprivate static func blankCell(_ field: String, at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP0815", "\(field) is blank, and required", at: position,
      hint: "write a value, or take 'required' from the field")
  }

  fileprivate static func textWithoutForm(
    _ text: String, _ field: String, _ pattern: String, at position: SourcePosition
  ) -> Self {
    Diagnostic(
      .error, "MP0814", "\(field) is '\(text)', expected the form \(pattern)", at: position,
      hint: "write it as others of its kind are written")
  }

  fileprivate static func lifeOutOfOrder(
    _ states: [Register.State], _ one: RecordLives.Stage, _ next: RecordLives.Stage
  ) -> Self {
    Diagnostic(
      .error, "MP0813",
      "'\(states[next.state].id)' on \(next.date) comes after '\(states[one.state].id)' on \(one.date)",
      at: next.position, hint: "the states of a record follow each other as the register lists them",
      notes: [.init("'\(states[one.state].id)' here", at: one.position)])
  }
}

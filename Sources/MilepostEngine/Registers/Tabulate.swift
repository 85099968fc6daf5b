package import MilepostModel

/// The draft with a dataflow for each measure of its registers, counted from the records of each snapshot.
///
/// A measure that names what there is not is a finding and has no dataflow.
package func tabulate(_ draft: Draft, into diagnostics: inout Diagnostics) -> Draft {
  var tabulated = draft
  let codelists = Dictionary(draft.codelists.map { ($0.id, $0) }) { first, _ in first }
  let indicators = Dictionary(draft.plan.indicators.map { ($0.id, $0) }) { first, _ in first }
  for (place, register) in draft.registers.enumerated() {
    for (number, measure) in register.measures.enumerated() {
      guard
        let indicator = indicators[measure.indicator],
        let tabulation = Tabulation(draft, place, measure, indicator, codelists, into: &diagnostics)
      else { continue }
      let dataflow = tabulation.dataflow
      for field in ["", "id", "indicator", "source", "unit"] {
        let key = field == "source" ? "source" : "measures.\(number)"
        tabulated.places.record(
          draft.places[.register, place, key], .dataflow, tabulated.dataflows.count, field)
      }
      tabulated.dataflows.append(dataflow)
      for table in draft.registerTables where table.register == register.id {
        tabulated.tables.append(tabulation.table(table, draft))
      }
    }
  }
  return tabulated
}

/// A measure with its names resolved.
private struct Tabulation {
  let dataflow: Dataflow
  private let place: Int
  private let register: Register
  private let measure: RegisterMeasure
  private let value: RuleTerm
  private let codelists: [Codelist.ID: Codelist]
  private let during: Int?
  private let area: Int?
  private let dimensions: [(id: String, field: Int)]

  init?(
    _ draft: Draft, _ place: Int, _ measure: RegisterMeasure, _ indicator: Indicator,
    _ codelists: [Codelist.ID: Codelist], into diagnostics: inout Diagnostics
  ) {
    let register = draft.registers[place]
    let places = Dictionary(draft.registers.enumerated().map { ($1.id, $0) }) { first, _ in first }
    var compiler = RuleCompiler(draft.registers, places, scope: [place], codelists: codelists)
    let term = compiler.term(measure.value.root)
    for fault in compiler.faults { diagnostics.report(fault) }
    guard let term else { return nil }
    guard term.isTally else {
      diagnostics.report(.noTally(measure.value, at: measure.value.root.position))
      return nil
    }
    if let found = term.unit(in: register), found != indicator.unit {
      diagnostics.report(.unitOfMeasure(found, indicator, at: measure.value.root.position))
      return nil
    }
    self.place = place
    self.register = register
    self.measure = measure
    self.codelists = codelists
    value = term
    if case .during(let field) = measure.timing { during = register.field(field) } else { during = nil }
    if case .field(let field) = measure.place { area = register.field(field) } else { area = nil }
    dimensions = measure.dimensions.compactMap { dimension in
      register.field(dimension.field).map { (dimension.id, $0) }
    }
    let structure = measure.dimensions.compactMap { dimension -> DataStructure.Dimension? in
      guard let field = register.field(dimension.field) else { return nil }
      guard case .code(let list) = register.fields[field].kind else {
        diagnostics.report(.dimensionWithoutCodes(dimension, at: measure.position))
        return nil
      }
      return DataStructure.Dimension(id: dimension.id, codelist: list)
    }
    guard structure.count == measure.dimensions.count else { return nil }
    dataflow = Dataflow(
      id: Dataflow.ID("\(register.id).\(measure.indicator)"), title: register.title, indicator: measure.indicator,
      structure: DataStructure(dimensions: structure), unit: indicator.unit, source: register.source,
      vintages: register.snapshots, file: register.file)
  }

  func table(_ records: RegisterTable, _ draft: Draft) -> ObservationTable {
    var views = RegisterViews(draft, asOf: records.vintage.received)
    views.use(records, for: place)
    var evaluator = RuleEvaluator(
      views, dates: RuleDates(edition: nil, reporting: nil), isExact: true, codelists: codelists)
    let everything = views.records(of: place)
    evaluator.everything = everything
    var rows = TabulatedRows(dataflow: dataflow.id, vintage: records.vintage)
    for (key, periods) in groups(records) {
      for (period, members) in periods {
        let scope = RuleScope.records(members.map { RecordPlace(register: place, row: $0) })
        guard case .amount(let amount)? = evaluator.value(value, scope) else { continue }
        rows.append(key, period, .figure(amount.value), line: members.first.map { Int(records.lines[$0]) } ?? 1)
      }
    }
    return rows.table
  }

  /// The records that count for each series and period, series and periods in order.
  private func groups(_ records: RegisterTable) -> [(key: SeriesKey, periods: [(TimePeriod, [Int])])] {
    var byKey: [SeriesKey: [Int]] = [:]
    for row in 0..<records.count {
      if let key = key(records, row) { byKey[key, default: []].append(row) }
    }
    let lives = register.life.isEmpty ? nil : RecordLives(register, records)
    return byKey.sorted { $0.key < $1.key }.map { key, rows in
      switch measure.timing {
      case .snapshot:
        return (key, [(TimePeriod(date: records.vintage.published), rows)])
      case .during: return (key, flows(records, rows))
      case .standing(let from, let to):
        guard let lives else { return (key, []) }
        return (key, stocks(records, rows, lives, from: from, to: to))
      }
    }
  }

  private func key(_ records: RegisterTable, _ row: Int) -> SeriesKey? {
    var place: Area.ID?
    switch measure.place {
    case .area(let id): place = id
    case .field: place = area.flatMap { records[row, $0] }.map { Area.ID($0.text) }
    }
    var codes: [DimensionCode] = []
    for dimension in dimensions {
      guard let code = records[row, dimension.field] else { return nil }
      codes.append(DimensionCode(dimension.id, code.text))
    }
    return place.map { SeriesKey(measure.indicator, $0, codes) }
  }

  /// A count of nothing between two periods with records is zero.
  private func flows(_ records: RegisterTable, _ rows: [Int]) -> [(TimePeriod, [Int])] {
    guard let during else { return [] }
    var found: [TimePeriod: [Int]] = [:]
    for row in rows {
      switch records[row, during] {
      case .date(let date): found[period(of: date), default: []].append(row)
      case .period(let period):
        let whole = self.period(of: period.lastDay)
        if whole.contains(period) { found[whole, default: []].append(row) }
      case .text, .number, .truth, .formula, .list, nil: continue
      }
    }
    return steps(from: found.keys.min(), to: found.keys.max()).map { ($0, found[$0] ?? []) }
  }

  private func stocks(
    _ records: RegisterTable, _ rows: [Int], _ lives: RecordLives, from: TimePeriod?, to: TimePeriod?
  ) -> [(TimePeriod, [Int])] {
    let begins = rows.compactMap { lives[$0].first?.date }.min()
    guard let first = from.map({ period(of: $0.lastDay) }) ?? begins.map(period) else { return [] }
    let last = to.map { period(of: $0.lastDay) } ?? lastWhole(records.vintage.published)
    return steps(from: first, to: last).map { step in
      (step, rows.filter { lives.stands(row: $0, on: step.lastDay) })
    }
  }

  /// The last period that is over on a day.
  private func lastWhole(_ date: CalendarDate) -> TimePeriod? {
    let here = period(of: date)
    return here.lastDay <= date ? here : here.advanced(by: -1)
  }

  private func steps(from first: TimePeriod?, to last: TimePeriod?) -> [TimePeriod] {
    guard let first, let last, first <= last else { return [] }
    var steps = [first]
    while let next = steps.last?.advanced(by: 1), next <= last, steps.count < 10_000 { steps.append(next) }
    return steps
  }

  private func period(of date: CalendarDate) -> TimePeriod {
    let (year, month, _) = date.components
    return switch measure.frequency {
    case .half: TimePeriod(year: year, half: (month + 5) / 6)
    case .quarter: TimePeriod(year: year, quarter: (month + 2) / 3)
    case .month: TimePeriod(year: year, month: month)
    case .year, .fiscalYear, .day, .biennium, .range: TimePeriod(year: year)
    }
  }
}

extension RuleTerm {
  /// Whether it makes one number of many records.
  fileprivate var isTally: Bool {
    switch self {
    case .aggregate(let aggregate, _, _): aggregate != .same
    case .number: true
    case .rounded(let inner, _), .negated(let inner), .function(.absolute, let inner): inner.isTally
    case .binary(.add, let left, let right), .binary(.subtract, let left, let right),
      .binary(.multiply, let left, let right), .binary(.divide, let left, let right):
      left.isTally && right.isTally
    case .period, .word, .truth, .editionDate, .reportingStart, .reportingEnd, .field, .previous, .overall, .function,
      .binary:
      false
    }
  }

  /// The unit of a sum, a mean, or a least or greatest value of one field; nil where it is of another kind.
  fileprivate func unit(in register: Register) -> UnitOfMeasure? {
    guard case .aggregate(let aggregate, .field(let field)?, _) = self,
      let place = field.places.compactMap(\.self).first
    else {
      if case .aggregate(.share, _, _) = self { return .percent }
      return nil
    }
    switch aggregate {
    case .sum, .mean, .minimum, .maximum, .only: return register.fields[place].kind.unit
    case .count, .same, .countDistinct, .share: return nil
    }
  }
}

extension Diagnostic {
  fileprivate static func noTally(_ formula: Formula, at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP0542", "'\(formula.text)' is not one number for many records", at: position,
      hint: "write count, count(condition), sum(field), mean(field) or share(condition)")
  }

  static func unitOfMeasure(
    _ found: UnitOfMeasure, _ indicator: Indicator, at position: SourcePosition
  ) -> Self {
    Diagnostic(
      .error, "MP0542", "value is in \(found), indicator '\(indicator.id)' in \(indicator.unit)", at: position,
      hint: "give the field and the indicator one unit")
  }

  fileprivate static func dimensionWithoutCodes(
    _ dimension: RegisterMeasure.Dimension, at position: SourcePosition
  ) -> Self {
    Diagnostic(
      .error, "MP0542", "field '\(dimension.field)' of dimension \(dimension.id) is not of type code", at: position,
      hint: "the codes of a dimension are those of a codelist")
  }
}

package import MilepostModel

/// The draft with a dataflow for each measure of its registers, counted from the records of each snapshot.
///
/// A measure that names what there is not is a finding and has no dataflow.
package func tabulate(_ draft: Draft, into diagnostics: inout Diagnostics) -> Draft {
  var tabulated = draft
  let codelists = Dictionary(draft.codelists.map { ($0.id, $0) }) { first, _ in first }
  let indicators = Dictionary(draft.plan.indicators.map { ($0.id, $0) }) { first, _ in first }
  for (place, register) in draft.registers.enumerated() {
    checkMaps(draft, place, codelists, into: &diagnostics)
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
  /// Of registers whose records are to be located.
  private let locator: AreaLocator?
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
    locator = measure.place == .outline ? AreaLocator(draft.outlines) : nil
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
    let byKey = rowsByKey(records)
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

  /// The records of each series, by its key.
  private func rowsByKey(_ records: RegisterTable) -> [SeriesKey: [Int]] {
    var byKey: [SeriesKey: [Int]] = [:]
    let fields = (area.map { [$0] } ?? []) + dimensions.map(\.field)
    let groups = RowGroups(records.numbers(byFields: fields))
    for group in 0..<groups.count {
      let rows = groups.rows(group)
      let codes = dimensions.compactMap { dimension in
        records[rows[0], dimension.field].map { DimensionCode(dimension.id, $0.text) }
      }
      for (area, members) in rowsByArea(records, rows) {
        byKey[SeriesKey(measure.indicator, area, codes), default: []] += members
      }
    }
    return byKey
  }

  /// Rows that state one area, by the area that the measure counts them to.
  private func rowsByArea(_ records: RegisterTable, _ rows: [Int]) -> [(Area.ID, [Int])] {
    switch measure.place {
    case .area(let id): return [(id, rows)]
    case .field: return area.flatMap { records[rows[0], $0] }.map { [(Area.ID($0.text), rows)] } ?? []
    case .outline:
      guard let locator, let location = register.location else { return [] }
      let places = rows.map { records.position(ofRow: $0, location).flatMap(locator.area) ?? RowGroups.none }
      let groups = RowGroups(places)
      return (0..<groups.count).map { group in
        (locator.areas[groups.numbers[group]], groups.rows(group).map { rows[$0] })
      }
    }
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

extension Diagnostic {
  static func noTally(_ formula: Formula, at position: SourcePosition) -> Self {
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

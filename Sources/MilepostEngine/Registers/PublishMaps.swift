package import MilepostModel

/// The maps of the records that had been received by a date, sorted by id.
///
/// Linear in the number of records. A map with more squares than can be drawn is a finding, and has none.
package func publishMaps(
  _ plan: ResolvedPlan, asOf date: CalendarDate, into diagnostics: inout Diagnostics
) -> [PublishedMap] {
  let draft = plan.draft
  guard draft.registers.contains(where: { !$0.maps.isEmpty }) else { return [] }
  let views = RegisterViews(draft, asOf: date)
  let locator = AreaLocator(draft.outlines)
  var maps: [PublishedMap] = []
  for (place, register) in draft.registers.enumerated() {
    guard let location = register.location, !register.maps.isEmpty, let table = views.tables[place] else { continue }
    let points = LocatedRecords(table, location, locator)
    for (number, map) in register.maps.enumerated() {
      var drawer = MapTally(views, place, map, codelists: plan.codelists)
      let position = draft.places[.register, place, "maps.\(number)"]
      if let published = drawer?.published(points, at: position, into: &diagnostics) { maps.append(published) }
    }
  }
  return maps.sorted { $0.map.id < $1.map.id }
}

/// Records with where they lie and of which area they are.
private struct LocatedRecords {
  let table: RegisterTable
  /// nil where a record does not state both coordinates.
  let positions: [GeographicPosition?]
  /// Of the records with a place: the area that it states, or that holds it.
  let areas: [Area.ID]
  /// Places in `areas`.
  let areaOfRow: [Int]

  init(_ table: RegisterTable, _ location: Register.Location, _ locator: AreaLocator) {
    self.table = table
    let positions = (0..<table.count).map { table.position(ofRow: $0, location) }
    self.positions = positions
    if let field = location.area {
      let column = table.columns[field]
      areas = column.values.map { Area.ID($0.text) }
      areaOfRow = column.cells.enumerated().map { row, code in
        code == RegisterTable.Column.notStated || positions[row] == nil ? RowGroups.none : Int(code)
      }
    } else {
      areas = locator.areas
      areaOfRow = positions.map { $0.flatMap(locator.area) ?? RowGroups.none }
    }
  }
}

/// What a map shows of groups of records.
private struct MapTally {
  /// As many squares as a page can hold and an eye can tell apart; fewer, where most would hold but one or two records.
  private static let mostCells = 2_500
  private static let fewCells = 200
  private static let recordsInCell = 4
  /// Where the workspace states their size.
  private static let mostStatedCells = 5_000
  private static let sides = [5.0, 10, 20, 25, 50, 100, 150, 200, 300, 400, 600, 800, 1000]

  private let register: Register
  private let place: Int
  private let map: RegisterMap
  private let term: RuleTerm
  private var evaluator: RuleEvaluator

  /// - Returns: nil when the formula has been found wanting.
  init?(_ views: RegisterViews, _ place: Int, _ map: RegisterMap, codelists: [Codelist.ID: Codelist]) {
    var compiler = RuleCompiler(views.registers, views.places, scope: [place], codelists: codelists)
    guard let term = compiler.term(map.value.root), term.isTally else { return nil }
    register = views.registers[place]
    self.place = place
    self.map = map
    self.term = term
    evaluator = RuleEvaluator(
      views, dates: RuleDates(edition: nil, reporting: nil), isExact: true, codelists: codelists)
    evaluator.everything = views.records(of: place)
  }

  mutating func published(
    _ points: LocatedRecords, at position: SourcePosition, into diagnostics: inout Diagnostics
  ) -> PublishedMap? {
    let grid = map.side.map(EqualAreaGrid.init) ?? MapTally.finestGrid(points.positions)
    let groups = RowGroups(points.positions.map { $0.map(grid.index) ?? RowGroups.none })
    guard groups.count <= MapTally.mostStatedCells else {
      diagnostics.report(.tooManySquares(map.id, groups.count, most: MapTally.mostStatedCells, at: position))
      return nil
    }
    let cells = tallies(groups).enumerated().map { (index: groups.numbers[$0], tally: $1) }
    let areas = RowGroups(points.areaOfRow)
    let byArea = tallies(areas).enumerated().map { (area: points.areas[areas.numbers[$0]], tally: $1) }
    let placed = points.positions.indices.filter { points.positions[$0] != nil }
    let located = (0..<areas.count).reduce(0) { $0 + areas.size($1) }
    return PublishedMap(
      map: map, register: register.id, vintage: points.table.vintage, quantity: quantity, grid: grid, cells: cells,
      areas: byArea.sorted { $0.area < $1.area }, whole: tally(placed),
      spread: MapTally.spread(cells.map(\.tally)), unplaced: points.table.count - placed.count,
      outside: placed.count - located)
  }

  private static func spread(_ tallies: [PublishedMap.Tally]) -> PublishedMap.Spread? {
    let values = tallies.compactMap(\.value).sorted()
    guard let low = values.first, let high = values.last else { return nil }
    let half = tallies.reduce(0) { $0 + $1.count }
    var held = 0
    let cells = tallies.map(\.count).sorted(by: >).prefix { count in
      defer { held += count }
      return 2 * held < half
    }
    let median = (values[(values.count - 1) / 2] + values[values.count / 2]) / 2
    return PublishedMap.Spread(low: low, median: median, high: high, cellsOfHalf: cells.count)
  }

  /// The grid of the smallest squares of which not too many hold a record.
  private static func finestGrid(_ positions: [GeographicPosition?]) -> EqualAreaGrid {
    let records = positions.count { $0 != nil }
    let most = min(mostCells, max(fewCells, records / recordsInCell))
    var (low, high) = (0, sides.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if holdsRecords(EqualAreaGrid(side: sides[middle]), positions, inAtMost: most) {
        high = middle
      } else {
        low = middle + 1
      }
    }
    return EqualAreaGrid(side: sides[low])
  }

  /// Whether the records lie in so many cells at most.
  private static func holdsRecords(
    _ grid: EqualAreaGrid, _ positions: [GeographicPosition?], inAtMost most: Int
  ) -> Bool {
    var isHeld = [Bool](repeating: false, count: grid.count)
    var cells = 0
    for case let position? in positions {
      let cell = grid.index(of: position)
      guard !isHeld[cell] else { continue }
      isHeld[cell] = true
      cells += 1
      if cells > most { return false }
    }
    return true
  }

  private mutating func tallies(_ groups: RowGroups) -> [PublishedMap.Tally] {
    var tallies: [PublishedMap.Tally] = []
    for group in 0..<groups.count { tallies.append(tally(groups.rows(group))) }
    return tallies
  }

  private mutating func tally(_ rows: [Int]) -> PublishedMap.Tally {
    guard rows.count >= map.fewest else { return .init(count: rows.count, value: nil) }
    let scope = RuleScope.records(rows.map { RecordPlace(register: place, row: $0) })
    guard case .amount(let amount)? = evaluator.value(term, scope) else { return .init(count: rows.count, value: nil) }
    return .init(count: rows.count, value: amount.value)
  }

  private var quantity: PublishedMap.Quantity {
    switch term {
    case .aggregate(.share, _, _): return .percent
    case .aggregate(.count, _, _): return .records
    default:
      guard let field = term.firstField, let number = field.places.compactMap(\.self).first else {
        return .measured(nil, decimals: 0)
      }
      return .measured(term.unit(in: register), decimals: register.fields[number].decimals)
    }
  }
}

/// Formulas of maps that say nothing of many records.
func checkMaps(
  _ draft: Draft, _ place: Int, _ codelists: [Codelist.ID: Codelist], into diagnostics: inout Diagnostics
) {
  let places = Dictionary(draft.registers.enumerated().map { ($1.id, $0) }) { first, _ in first }
  for map in draft.registers[place].maps {
    var compiler = RuleCompiler(draft.registers, places, scope: [place], codelists: codelists)
    let term = compiler.term(map.value.root)
    for fault in compiler.faults { diagnostics.report(fault) }
    if let term, !term.isTally { diagnostics.report(.noTally(map.value, at: map.value.root.position)) }
  }
}

/// Records that lie far from the area that they say they lie in.
func recordsOutsideTheirArea(_ plan: ResolvedPlan, _ diagnostics: inout Diagnostics) {
  let draft = plan.draft
  guard !draft.outlines.isEmpty else { return }
  let registers = Dictionary(draft.registers.map { ($0.id, $0) }) { first, _ in first }
  let locator = AreaLocator(draft.outlines)
  var findings = DataFindings()
  for table in draft.registerTables {
    guard let location = registers[table.register]?.location, let field = location.area else { continue }
    let column = table.columns[field]
    let outlines = column.values.map { locator.place(of: Area.ID($0.text)) }
    for row in 0..<table.count where column.isStated(row) {
      guard let area = outlines[Int(column.cells[row])], let position = table.position(ofRow: row, location),
        !locator.isNear(area, position)
      else { continue }
      let turned = GeographicPosition(longitude: position.latitude, latitude: position.longitude)
      let isTurned = turned.latitude.magnitude <= 90 && locator.isNear(area, turned)
      findings.report(
        .recordOutsideItsArea(
          locator.areas[area], position, isTurned: isTurned,
          hint: locator.area(at: position).map { locator.areas[$0] }, at: table.position(row, location.latitude)))
    }
  }
  findings.finish(into: &diagnostics)
}

extension Diagnostic {
  fileprivate static func tooManySquares(
    _ map: RegisterMap.ID, _ count: Int, most: Int, at position: SourcePosition
  ) -> Self {
    Diagnostic(
      .error, "MP0818", "map '\(map)' has \(count) squares with records, expected at most \(most)", at: position,
      hint: "give a greater 'side', or leave it out: then the squares are as small as keeps the map light")
  }

  fileprivate static func recordOutsideItsArea(
    _ area: Area.ID, _ place: GeographicPosition, isTurned: Bool, hint other: Area.ID?, at position: SourcePosition
  ) -> Self {
    let tolerance = Int(AreaLocator.tolerance)
    let hint =
      isTurned
      ? "latitude and longitude are exchanged" : other.map { "the place lies in '\($0)'" } ?? "correct the coordinates"
    return Diagnostic(
      .warning, "MP0816",
      "\(place.latitude), \(place.longitude) is more than \(tolerance) km outside the outline of '\(area)'",
      at: position,
      hint: hint)
  }
}

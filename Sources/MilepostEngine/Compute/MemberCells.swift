import MilepostModel

/// Where the value of an area comes from.
enum ValueOrigin: UInt8 {
  case missing, reported, estimated, imputed, forecast

  init(_ status: ObservationStatus) {
    switch status {
    case .forecast: self = .forecast
    case .estimated, .imputed: self = .estimated
    case .reported, .breakInSeries, .differentDefinition, .provisional, .lowReliability: self = .reported
    }
  }
}

/// The values of areas as an aggregate sees them, by cell of the grid's areas, gaps filled as declared.
struct MemberCells {
  var number: [Double]
  var origin: [ValueOrigin]
  var isConfidential: [Bool]
  /// Where an area's series begins anew.
  private(set) var isBreak: [Bool]
  var provenance: [UInt32]
  /// The periods in which any area has a value.
  private(set) var periods: [Bool]

  init(_ column: Column, _ grid: Grid) {
    let count = grid.areaCount * grid.periods.count
    number = Array(column.number.prefix(count))
    isConfidential = Array(column.isConfidential.prefix(count))
    provenance = Array(column.provenance.prefix(count))
    origin = [ValueOrigin](repeating: .missing, count: count)
    isBreak = [Bool](repeating: false, count: count)
    periods = [Bool](repeating: false, count: grid.periods.count)
    for cell in 0..<count where column.hasNumber(cell) {
      isBreak[cell] = column.status[cell] == .breakInSeries
      origin[cell] = ValueOrigin(column.status[cell])
      periods[cell % grid.periods.count] = true
    }
  }

  func isKnown(_ cell: Int) -> Bool { origin[cell] == .reported || origin[cell] == .estimated }

  /// Straight lines between two values of an area, then the last value for so many years.
  ///
  /// No line leads across a break in the series. Periods of different length are not mixed; forecasts are no values.
  mutating func fillAlongTime(_ imputation: Aggregation.Imputation, _ grid: Grid, _ book: inout ProvenanceBook) {
    guard imputation.interpolates || imputation.carryForwardYears > 0 else { return }
    let times = grid.periods.map(\.timeInYears)
    for frequency in Frequency.allCases {
      let steps = grid.periods.indices.filter { grid.periods[$0].frequency == frequency && periods[$0] }
      guard steps.count > 1 else { continue }
      for area in 0..<grid.areaCount {
        fill(area * grid.periods.count, steps, times, imputation, &book)
      }
    }
  }

  private mutating func fill(
    _ start: Int, _ steps: [Int], _ times: [Double], _ imputation: Aggregation.Imputation, _ book: inout ProvenanceBook
  ) {
    var before: Int?
    var open: [Int] = []
    for step in steps {
      guard isKnown(start + step) else {
        open.append(step)
        continue
      }
      if imputation.interpolates, let before, !isBreak[start + step] {
        for gap in open { interpolate(start + gap, start, before, step, times, &book) }
        open = []
      }
      carry(start, before, into: open, times, imputation.carryForwardYears)
      open = []
      before = step
    }
    carry(start, before, into: open, times, imputation.carryForwardYears)
  }

  private mutating func interpolate(
    _ cell: Int, _ start: Int, _ before: Int, _ after: Int, _ times: [Double], _ book: inout ProvenanceBook
  ) {
    let (left, right) = (start + before, start + after)
    let share = (times[cell - start] - times[before]) / (times[after] - times[before])
    number[cell] = number[left] + share * (number[right] - number[left])
    isConfidential[cell] = isConfidential[left] || isConfidential[right]
    provenance[cell] = book.joined(provenance[left], provenance[right])
    origin[cell] = .imputed
  }

  private mutating func carry(_ start: Int, _ before: Int?, into open: [Int], _ times: [Double], _ years: Int) {
    guard let before, years > 0 else { return }
    // Quarters and months are no exact binary fractions of a year.
    for gap in open where times[gap] - times[before] <= Double(years) + 1e-9 {
      number[start + gap] = number[start + before]
      isConfidential[start + gap] = isConfidential[start + before]
      provenance[start + gap] = provenance[start + before]
      origin[start + gap] = .imputed
    }
  }

  /// The mean of an area's stratum where the area still has no value.
  ///
  /// - Parameters:
  ///   - strata: members by period, in order of preference; an area belongs to the first that has it.
  ///   - weights: of the mean; nil counts every area once.
  mutating func fillFromStrata(_ strata: [Membership], _ weights: WeightCells?, _ grid: Grid) {
    guard !strata.isEmpty else { return }
    let known = self
    for period in grid.periods.indices where periods[period] {
      var taken = [Bool](repeating: false, count: grid.areaCount)
      for stratum in strata {
        let members = stratum[period].filter { !taken[$0] }
        for member in members { taken[member] = true }
        guard let mean = known.mean(of: members, period, weights, grid) else { continue }
        for member in members {
          let cell = member * grid.periods.count + period
          guard known.origin[cell] == .missing else { continue }
          number[cell] = mean.value
          isConfidential[cell] = mean.isConfidential
          provenance[cell] = mean.provenance
          origin[cell] = .imputed
        }
      }
    }
  }

  private struct StratumMean {
    let value: Double
    let isConfidential: Bool
    let provenance: UInt32
  }

  private func mean(of members: [Int], _ period: Int, _ weights: WeightCells?, _ grid: Grid) -> StratumMean? {
    var sum = 0.0
    var total = 0.0
    var isSecret = false
    var source: UInt32?
    for member in members {
      let cell = member * grid.periods.count + period
      guard origin[cell] != .missing, origin[cell] != .forecast else { continue }
      let weight = weights.map { $0.known[cell] } ?? 1
      guard weight > 0 else { continue }
      sum += weight * number[cell]
      total += weight
      isSecret = isSecret || isConfidential[cell]
      source = source ?? provenance[cell]
    }
    guard let source, total > 0 else { return nil }
    return StratumMean(value: sum / total, isConfidential: isSecret, provenance: source)
  }
}

/// The weights of areas, by cell of the grid's areas.
struct WeightCells {
  /// NaN where an area has none.
  var known: [Double]
  /// What an area without a weight counts as in the share that is missing: its nearest known weight, else 0.
  var nearest: [Double]
  var isConfidential: [Bool]
  var provenance: [UInt32]
  /// The first cell with a weight below zero, which counts as none.
  private(set) var negative: Int?

  /// A period without any weight takes those of its year: quarters are weighted by yearly populations.
  init(_ cells: MemberCells, _ grid: Grid) {
    let width = grid.periods.count
    known = [Double](repeating: .nan, count: cells.number.count)
    isConfidential = cells.isConfidential
    provenance = cells.provenance
    nearest = known
    let source = grid.periods.indices.map { period in
      cells.periods[period] ? period : grid.index(of: TimePeriod(year: grid.periods[period].year)) ?? period
    }
    for cell in known.indices {
      let origin = cell - cell % width + source[cell % width]
      guard cells.origin[origin] != .missing else { continue }
      if cells.number[origin] < 0 {
        negative = negative ?? origin
        continue
      }
      known[cell] = cells.number[origin]
      isConfidential[cell] = cells.isConfidential[origin]
      provenance[cell] = cells.provenance[origin]
    }
    findNearest(grid)
  }

  private mutating func findNearest(_ grid: Grid) {
    let times = grid.periods.map(\.timeInYears)
    for area in 0..<grid.areaCount {
      let start = area * times.count
      let have = times.indices.filter { !known[start + $0].isNaN }
      for period in times.indices {
        guard known[start + period].isNaN else {
          nearest[start + period] = known[start + period]
          continue
        }
        let best = have.min { abs(times[$0] - times[period]) < abs(times[$1] - times[period]) }
        nearest[start + period] = best.map { known[start + $0] } ?? 0
      }
    }
  }
}

/// The members of a group, as indices of areas, by period of the grid.
struct Membership {
  private let lists: [[Int]]
  private let listOfPeriod: [Int]

  init(_ group: AreaGroup, _ rule: Aggregation.MembershipRule, asOf date: CalendarDate, _ grid: Grid) {
    switch rule {
    case .fixedAtEdition:
      lists = [Membership.areas(group, date, grid)]
      listOfPeriod = [Int](repeating: 0, count: grid.periods.count)
    case .historical:
      lists = grid.periods.map { Membership.areas(group, $0.lastDay, grid) }
      listOfPeriod = Array(lists.indices)
    }
  }

  /// Each area once, also when its membership is stated twice.
  private static func areas(_ group: AreaGroup, _ date: CalendarDate, _ grid: Grid) -> [Int] {
    var areas = group.members(on: date).compactMap(grid.index(of:)).filter(grid.areas.contains)
    areas = areas.indices.filter { $0 == 0 || areas[$0] != areas[$0 - 1] }.map { areas[$0] }
    return areas
  }

  subscript(period: Int) -> [Int] { lists[listOfPeriod[period]] }

  var isEmpty: Bool { lists.allSatisfy(\.isEmpty) }
  var largest: Int { lists.map(\.count).max() ?? 0 }
}

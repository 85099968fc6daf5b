import MilepostModel

#if canImport(Glibc)
  import Glibc
#endif

/// The figures of one series in one state of the data, oldest first; loaded anew for each series.
struct SeriesFigures {
  private(set) var key = SeriesKey(.init(""), .init(""))
  private(set) var time: [Double] = []
  private(set) var value: [Double] = []
  private(set) var cells: [CellSelection.Cell] = []
  private(set) var hasBreak = false
  private let timeOfPeriod: [Double]
  private let plan: ResolvedPlan
  private let selection: CellSelection

  init(_ plan: ResolvedPlan, _ selection: CellSelection) {
    self.plan = plan
    self.selection = selection
    timeOfPeriod = selection.catalogue.periods.map(\.timeInYears)
  }

  var count: Int { value.count }

  mutating func load(_ series: Int) {
    key = selection.catalogue.keys[series]
    time.removeAll(keepingCapacity: true)
    value.removeAll(keepingCapacity: true)
    cells.removeAll(keepingCapacity: true)
    hasBreak = false
    for cell in selection.cells[selection.starts[series]..<selection.starts[series + 1]] {
      let row = Int(cell.row)
      guard plan.tables[Int(cell.table)].kind[row] == .figure else { continue }
      if plan.tables[Int(cell.table)].status[row] == .breakInSeries { hasBreak = true }
      time.append(timeOfPeriod[Int(cell.period)])
      value.append(plan.tables[Int(cell.table)].number[row])
      cells.append(cell)
    }
  }

  func period(_ place: Int) -> TimePeriod { selection.catalogue.periods[Int(cells[place].period)] }
}

/// Robust statistics of small samples.
enum Robust {
  /// The middle value, of an even number the upper of the two; 0 of none.
  static func median(_ values: [Double]) -> Double {
    guard !values.isEmpty else { return 0 }
    return values.sorted()[values.count / 2]
  }

  /// The value that one in twenty exceeds, at least one.
  static func upperTail(_ values: [Double]) -> Double {
    guard !values.isEmpty else { return 0 }
    return values.sorted()[Int(0.95 * Double(values.count - 1))]
  }

  /// Departures of each value from the straight line through its neighbours; at the ends, from the continuation of the
  /// line through the next two.
  static func deviations(_ value: [Double], at time: [Double]) -> [Double] {
    let last = value.count - 1
    return value.indices.map { place in
      let (one, other) = place == 0 ? (1, 2) : place == last ? (last - 1, last - 2) : (place - 1, place + 1)
      let slope = (value[other] - value[one]) / (time[other] - time[one])
      return value[place] - value[one] - slope * (time[place] - time[one])
    }
  }

  /// Half of the last decimal place in which the numbers are written; 6 places at most.
  static func roundingError(_ values: [Double]) -> Double {
    var scale = 1.0
    for _ in 0..<6 {
      if values.allSatisfy({ abs(($0 * scale).rounded() - $0 * scale) <= 1e-9 * max(1, abs($0 * scale)) }) { break }
      scale *= 10
    }
    return 0.5 / scale
  }

  /// The rounding error of one value of a series: a value with far fewer decimals than the others was rounded more.
  static func roundingError(of value: Double, in series: Double) -> Double {
    let own = roundingError([value])
    return own >= 900 * series ? own : series
  }
}

import MilepostModel

/// A value that may be current and may enter a trend.
struct JudgedPoint: Hashable {
  let period: TimePeriod
  /// `period.timeInYears`
  let time: Double
  let value: Double
  let status: ObservationStatus
  let coverage: Coverage?
  let provenance: Provenance

  init(
    _ period: TimePeriod, _ value: Double, status: ObservationStatus, coverage: Coverage?, provenance: Provenance
  ) {
    self.period = period
    time = period.timeInYears
    self.value = value
    self.status = status
    self.coverage = coverage
    self.provenance = provenance
  }

  func with(_ value: Double) -> JudgedPoint {
    JudgedPoint(period, value, status: status, coverage: coverage, provenance: provenance)
  }

  /// Whether every member of the group has a value; what a source publishes counts as whole.
  var isWhole: Bool { coverage.map { $0.missing <= 1e-9 } ?? true }

  var periodValue: PeriodValue { PeriodValue(period, value) }
  var current: CurrentValue {
    CurrentValue(period: period, value: value, status: status, coverage: coverage, provenance: provenance)
  }
}

extension WorkingTable.Cell {
  /// Neither a forecast nor imputed, by the source or by us.
  var isObserved: Bool {
    guard status != .forecast && status != .imputed else { return false }
    guard let coverage else { return true }
    return coverage.reported + coverage.estimated > 0
  }
}

extension WorkingTable {
  /// The values of a series that may be judged: forecasts, imputations and confidential figures are left out.
  func judgedPoints(_ key: SeriesKey) -> [JudgedPoint] {
    guard let rows = rows(key) else { return [] }
    var points: [JudgedPoint] = []
    for row in rows {
      let cell = cell(atRow: row)
      guard cell.isObserved, !cell.isConfidential, let value = cell.value.number else { continue }
      points.append(
        JudgedPoint(
          cell.period, value, status: cell.status, coverage: cell.coverage, provenance: cell.provenance))
    }
    return points.withoutEqualTimes
  }
}

extension [JudgedPoint] {
  /// A quarter and the year that it closes end on one day; the longer period stays.
  var withoutEqualTimes: [JudgedPoint] {
    indices.filter { $0 == count - 1 || self[$0 + 1].time > self[$0].time }.map { self[$0] }
  }

  /// The point whose period ends on the same day as `period`, else the last one that ends within it.
  func matching(_ period: TimePeriod) -> JudgedPoint? {
    if let exact = last(where: { $0.period.lastDay == period.lastDay }) { return exact }
    return last { period.firstDay <= $0.period.lastDay && $0.period.lastDay < period.lastDay }
  }

  /// The points since the last break in the series; the one at the break starts the new series.
  var sinceLastBreak: ArraySlice<JudgedPoint> {
    self[(lastIndex { $0.status == .breakInSeries } ?? startIndex)...]
  }
}

extension MethodChoice.Window {
  /// How many of `count` points are in the window.
  func size(of count: Int) -> Int {
    switch self {
    case .last(let size): min(size, count)
    case .all: count
    }
  }
}

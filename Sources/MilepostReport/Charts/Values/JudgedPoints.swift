import MilepostModel

extension AssessedTarget {
  /// The values that were judged, in the order of time: the series itself, or what was computed from it.
  var chartPoints: [ChartPoint] {
    let series = release.series
    if showsSeriesItself, let key = measure?.key, let found = series.estimates(key) {
      return found.map(ChartPoint.init)
    }
    let sides = sides.compactMap { key in
      series.estimates(key).map { Dictionary($0.map { ($0.period, $0) }) { first, _ in first } }
    }
    return assessment.judged.map { point in ChartPoint(point, inputs: sides.compactMap { $0[point.period] }) }
  }

  /// The series of both sides of a ratio or gap.
  private var sides: [SeriesKey] {
    guard let measure else { return [] }
    switch kind {
    case .parity(let women, let men):
      return [women, men].map { SeriesKey(measure.indicator, measure.area, measure.codes + $0) }
    case .gapReduction(let better, let worse, _, _):
      return [better, worse].map { SeriesKey(measure.indicator, $0, measure.codes) }
    default: return []
    }
  }

  /// Whether the values judged are those of the series, and not shares, scores or gaps made from it.
  var showsSeriesItself: Bool {
    switch kind {
    case .level, .ceiling, .relative, .change, .directional, .perception, .compositeIndex, .yesNo: true
    case .shareOfAreas, .allAreas, .parity, .gapReduction, .compound: false
    }
  }
}

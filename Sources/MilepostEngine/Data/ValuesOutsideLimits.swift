import MilepostModel

/// No value lies outside the indicator's natural limits.
func valuesOutsideLimits(_ index: DataIndex, into findings: inout DataFindings) {
  for table in index.tables {
    let data = table.table
    let limits = data.seriesKeys.map { index.plan.indicators[$0.indicator]?.limits ?? .none }
    let lower = limits.map { $0.lower ?? -.infinity }
    let upper = limits.map { $0.upper ?? .infinity }
    for row in 0..<data.count {
      let series = Int(data.series[row])
      let value = data.number[row]
      guard value < lower[series] || value > upper[series], data.kind[row] == .figure else { continue }
      findings.report(
        .outsideLimits(
          data.seriesKeys[series], data.periods[Int(data.period[row])], value,
          value < lower[series]
            ? "below the lower limit \(plain(lower[series]))" : "above the upper limit \(plain(upper[series]))",
          at: data.position(at: row)))
    }
  }
}

/// A number in a message: whole numbers without a point.
func plain(_ value: Double) -> String {
  value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : "\(value)"
}

extension Diagnostic {
  fileprivate static func outsideLimits(
    _ key: SeriesKey, _ period: TimePeriod, _ value: Double, _ limit: String, at position: SourcePosition
  ) -> Self {
    Diagnostic(
      .error, "MP0405", "\(plain(value)) for \(key) in \(period) is \(limit)", at: position,
      hint: "correct the value, or the limits of indicator '\(key.indicator)'")
  }
}

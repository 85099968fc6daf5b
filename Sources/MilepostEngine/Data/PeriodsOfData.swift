import MilepostModel

/// The periods of a series have one frequency.
func mixedFrequencies(_ index: DataIndex, into findings: inout DataFindings) {
  for table in index.tables where Set(table.periods.map(\.frequency)).count > 1 {
    for series in table.table.seriesKeys.indices {
      let rows = table.rows(of: series)
      let counts = rows.reduce(into: [Frequency: Int]()) { $0[table.period(ofRow: $1).frequency, default: 0] += 1 }
      guard counts.count > 1,
        let usual = counts.max(by: { ($0.value, $1.key.rawValue) < ($1.value, $0.key.rawValue) })?.key,
        let odd = rows.first(where: { table.period(ofRow: $0).frequency != usual }),
        let normal = rows.first(where: { table.period(ofRow: $0).frequency == usual })
      else { continue }
      findings.report(
        .mixedFrequencies(
          table.table.seriesKeys[series], table.period(ofRow: odd), table.period(ofRow: normal),
          at: table.table.periodPosition(at: Int(odd)), table.table.periodPosition(at: Int(normal))))
    }
  }
}

/// What was received on a day can only tell of periods that were over, unless it says that it is an estimate, a
/// forecast or provisional; of periods that had not begun it can only be a forecast. That a value is missing can be told
/// of a period that had begun, and of the next one that it is not due.
func periodsNotOver(_ index: DataIndex, into findings: inout DataFindings) {
  let surveys = Set(index.plan.draft.surveys.map(\.file))
  for table in index.tables {
    let data = table.table
    // A survey tells of the days on which it was held, and they lie in its period.
    let isSurvey = surveys.contains(data.vintage.file)
    let received = max(data.vintage.received, data.vintage.published)
    let isOver = data.periods.map { $0.lastDay <= received }
    guard isOver.contains(false) else { continue }
    for row in 0..<data.count where !isOver[Int(data.period[row])] {
      let period = data.periods[Int(data.period[row])]
      if let reason = data.kind[row].missingReason {
        let begun = reason == .notDue ? period.advanced(by: -1) ?? period : period
        if begun.firstDay > received {
          findings.report(.gapInTheFuture(period, reason, data.vintage, at: data.periodPosition(at: row)))
        }
        continue
      }
      let status = data.status[row]
      let isAllowed =
        status == .forecast
        || (period.firstDay <= received && (isSurvey || status == .estimated || status == .provisional))
      if !isAllowed {
        findings.report(.periodNotOver(period, data.vintage, status, at: data.periodPosition(at: row)))
      }
    }
  }
}

extension Diagnostic {
  fileprivate static func mixedFrequencies(
    _ key: SeriesKey, _ odd: TimePeriod, _ normal: TimePeriod, at position: SourcePosition, _ other: SourcePosition
  ) -> Self {
    Diagnostic(
      .error, "MP0413", "\(key) has periods of different length: \(odd) among \(normal)", at: position,
      hint: "a series has one frequency; make two indicators, or correct the period",
      notes: [Note("the usual length", at: other)])
  }

  fileprivate static func gapInTheFuture(
    _ period: TimePeriod, _ reason: MissingReason, _ vintage: Vintage, at position: SourcePosition
  ) -> Self {
    Diagnostic(
      .error, "MP0414",
      "period \(period) had not begun when the data came on \(max(vintage.received, vintage.published)), and the row says "
        + reason.rawValue,
      at: position, hint: "correct the period, or leave the row out")
  }

  fileprivate static func periodNotOver(
    _ period: TimePeriod, _ vintage: Vintage, _ status: ObservationStatus, at position: SourcePosition
  ) -> Self {
    let received = max(vintage.received, vintage.published)
    let hint =
      period.firstDay <= received
      ? "correct the period, or say in OBS_STATUS that it is E estimated, P provisional or F a forecast"
      : "correct the period, or say in OBS_STATUS that it is F, a forecast"
    return Diagnostic(
      .error, "MP0414",
      "period \(period) was not over when the data came on \(received), and status is \(status.rawValue)",
      at: position, hint: hint)
  }
}

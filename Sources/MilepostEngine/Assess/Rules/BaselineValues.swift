import MilepostModel

/// The plan states a baseline that the series does not have.
func baselineUnlikeSeries(_ judged: JudgedTarget, into diagnostics: inout Diagnostics) {
  guard let stated = judged.target.baseline, let value = stated.value else { return }
  guard let actual = judged.assessment.judged.last(where: { $0.period.lastDay == stated.period.lastDay }) else {
    return
  }
  if abs(actual.value - value) > value.halfUnit {
    diagnostics.report(
      .baselineUnlikeSeries(
        judged.target, stated, value, actual.value, judged.asOf, at: judged.position("baseline.value")))
  }
}

/// A base year without a value is a fault, not a reason to take another year.
func baselineWithoutValue(_ judged: JudgedTarget, into diagnostics: inout Diagnostics) {
  guard let stated = judged.target.baseline, judged.assessment.baseline == nil, !judged.assessment.judged.isEmpty,
    stated.period.lastDay <= judged.asOf
  else { return }
  let method = judged.target.method ?? judged.plan.settings.method
  guard !method.acceptsOriginalReplacements else { return }
  diagnostics.report(.baselineWithoutValue(judged.target, stated, judged.asOf, at: judged.position("baseline.period")))
}

extension Double {
  /// Half a unit of the last digit that was written.
  fileprivate var halfUnit: Double {
    let text = shortest
    guard !text.contains("e"), let point = text.firstIndex(of: ".") else { return 0.5 }
    let digits = text.distance(from: point, to: text.endIndex) - 1
    // A hair more, because neither number is exact in binary.
    return (0..<digits).reduce(0.5) { unit, _ in unit / 10 } * (1 + 1e-9)
  }
}

extension Diagnostic {
  static func baselineUnlikeSeries(
    _ target: Target, _ baseline: Baseline, _ stated: Double, _ actual: Double, _ asOf: CalendarDate,
    at position: SourcePosition
  ) -> Self {
    Diagnostic(
      .warning, "MP0620",
      "baseline \(stated.shortest) of target '\(target.id)' for \(baseline.period), "
        + "but the series has \(actual.shortest) as of \(asOf)",
      at: position, hint: "leave the value out to use that of the series, or correct it")
  }

  static func baselineWithoutValue(
    _ target: Target, _ baseline: Baseline, _ asOf: CalendarDate, at position: SourcePosition
  ) -> Self {
    Diagnostic(
      .error, "MP0621",
      "baseline \(baseline.period) of target '\(target.id)' has no value as of \(asOf), neither stated nor in the series",
      at: position, hint: "state a value with its source, or choose a period that has one, with name and reason")
  }
}

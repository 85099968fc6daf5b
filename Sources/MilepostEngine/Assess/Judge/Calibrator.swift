import MilepostModel

/// Calibrations that were needed so far, each computed once.
struct Calibrator {
  private struct Key: Hashable {
    let family: CalibrationFamily
    let method: AssessmentMethod
    let scale: TrendScale
    let window: MethodChoice.Window
    /// In thousandths of a year, so that 4 years are 4 years whatever the months.
    let horizon: Int
  }

  private var known: [Key: Calibration?] = [:]
  private var series: [CalibrationFamily: [[BackTestPoint]]] = [:]

  mutating func calibration(
    _ family: CalibrationFamily?, _ fit: TrendFit, _ method: AssessmentMethod, _ window: MethodChoice.Window,
    horizon: Double, _ table: WorkingTable
  ) -> Calibration? {
    guard let family else { return nil }
    let key = Key(
      family: family, method: method, scale: fit.scale, window: window, horizon: Int((horizon * 1000).rounded()))
    if let answer = known[key] { return answer }
    let past = history(family, table)
    let test = BackTest(method: method, scale: fit.scale, window: window, horizon: horizon)
    let answer = BackTest.calibration(test.misses(past), horizon: horizon)
    known[key] = .some(answer)
    return answer
  }

  private mutating func history(_ family: CalibrationFamily, _ table: WorkingTable) -> [[BackTestPoint]] {
    if let known = series[family] { return known }
    let past = table.history(family).map { points in
      points.map { BackTestPoint($0.time, $0.value, isBreak: $0.status == .breakInSeries) }
    }
    series[family] = past
    return past
  }
}

extension WorkingTable {
  fileprivate func history(_ family: CalibrationFamily) -> [[JudgedPoint]] {
    switch family {
    case .indicator(let indicator, let codes):
      return range(of: indicator).filter { keys[$0].codes == codes }.map { judgedPoints(keys[$0]) }
    case .parity(let indicator, let women, let men):
      let areas = Set(range(of: indicator).map { keys[$0].area })
      return areas.sorted().map { parityPoints(Measure(indicator, $0), women: women, men: men) }
    }
  }
}

import MilepostLanguage
import MilepostModel

extension AssessedTarget {
  var milestoneLines: [String] {
    assessment.milestones.map { result in
      let when = period(result.milestone.period)
      let value = style.stated(result.milestone.value)
      guard let actual = result.actual, let isMet = result.isMet else {
        return phrases(.milestoneOpen, ["period": when, "value": value])
      }
      return phrases(
        isMet ? .milestoneMet : .milestoneMissed,
        ["period": when, "value": value, "actual": style.value(actual.value, apartFrom: result.milestone.value)])
    }
  }

  var noteLines: [String] { assessment.notes.compactMap(line) }

  private func line(_ note: AssessmentNote) -> String? {
    switch note {
    case .headcounts(let period, let women, let men):
      let counts = FigureStyle(scale: .plain, decimals: 0, phrases: phrases)
      return phrases(
        .headcounts,
        ["period": self.period(period), "women": counts.value(women), "men": counts.value(men)])
    case .gapSides(let better, let worse): return gapSides(better, worse)
    case .gapClosesByFall(let area):
      return phrases(.gapClosesByFall, ["area": release.name(of: area, phrases)])
    case .baselineBeforeBreak(let period): return phrases(.baselineBeforeBreak, ["period": self.period(period)])
    case .onlyAreasThatAnsweredTwice: return phrases(.onlyAreasThatAnsweredTwice)
    case .projectionAtLimit(let limit): return phrases(.projectionAtLimit, ["limit": style.stated(limit)])
    }
  }

  private func gapSides(_ better: [PeriodValue], _ worse: [PeriodValue]) -> String? {
    guard case .gapReduction(let betterArea, let worseArea, _, _) = kind, let betterFirst = better.first,
      let betterLast = better.last, let worseFirst = worse.first, let worseLast = worse.last
    else { return nil }
    let indicator = measure.flatMap { release.plan.indicator($0.indicator) }
    let sides = indicator.map { FigureStyle($0, phrases) } ?? style
    func text(_ point: PeriodValue) -> String {
      phrases(.inPeriod, ["value": sides.value(point.value), "period": period(point.period)])
    }
    return phrases(
      .gapSides,
      [
        "better": release.name(of: betterArea, phrases), "betterFirst": text(betterFirst),
        "betterLast": text(betterLast), "worse": release.name(of: worseArea, phrases),
        "worseFirst": text(worseFirst), "worseLast": text(worseLast),
      ])
  }
}

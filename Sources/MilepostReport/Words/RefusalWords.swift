import MilepostLanguage
import MilepostModel

extension AssessedTarget {
  /// A refusal as the end of a sentence with "because".
  func words(for refusal: Refusal) -> String {
    switch refusal {
    case .tooFewPoints(let have, let need):
      phrases(.refusedTooFewPoints, count: have, ["have": count(have), "need": count(need)])
    case .tooFewChanges(let have, let need):
      phrases(.refusedTooFewChanges, count: have, ["have": count(have), "need": count(need)])
    case .baseNotPositive(let value): phrases(.refusedBaseNotPositive, ["value": style.value(value)])
    case .signChange: phrases(.refusedSignChange)
    case .targetIsZero: phrases(.refusedTargetIsZero)
    case .indicatorIsRateOrGap: phrases(.refusedRateOrGap)
    case .nearLimit(let value, let limit):
      phrases(.refusedNearLimit, ["value": style.value(value), "limit": style.stated(limit)])
    case .transformUndefined(let value): phrases(.refusedTransform, ["value": style.value(value)])
    case .baseYearMissing(let period): phrases(.refusedBaseYear, ["period": self.period(period)])
    case .targetNotAhead: phrases(.refusedTargetNotAhead)
    case .noTargetValue: phrases(.refusedNoTargetValue)
    case .noDirection: phrases(.refusedNoDirection)
    case .notAParityOrLevel: phrases(.refusedNotParityOrLevel)
    case .lessThanOneYear: phrases(.refusedLessThanOneYear)
    case .powerNotReal: phrases(.refusedPowerNotReal)
    case .yesNoHasNoTrend: phrases(.refusedYesNo)
    case .saysNothingOfTheFuture: phrases(.refusedNothingOfTheFuture)
    case .noBaseline: phrases(.refusedNoBaseline)
    case .baseBeforeBreak(let period): phrases(.refusedBaseBeforeBreak, ["period": self.period(period)])
    case .resultTooLarge: phrases(.refusedTooLarge)
    }
  }

  func count(_ number: Int) -> String { phrases.numbers.text(Double(number), decimals: 0) }

  /// The window over which a trend was seen, with its first and last period.
  func words(for window: MethodChoice.Window?, trend: [PeriodValue]) -> String {
    guard let first = trend.first, let last = trend.last else { return phrases(.windowEmpty) }
    let phrase: Phrase = window == .all ? .windowAll : .windowLast
    return phrases(phrase, count: trend.count, ["from": period(first.period), "to": period(last.period)])
  }

  /// A probability, 0 to 1, with as many digits as keep it apart from impossible, certain and the cuts between statuses.
  func probability(_ value: Double) -> String {
    let digits = [0, 0.1, 0.5, 1].map { NumberConventions.decimals(2, keeping: value, apartFrom: $0) }
    return phrases.numbers.text(value, decimals: min(digits.max() ?? 2, 6))
  }

  func share(_ value: Double) -> String { phrases.numbers.percent(value * 100, decimals: 0) }
}

import MilepostModel

extension Assessor {
  /// What any method says.
  enum Answer {
    case outlook(Outlook)
    case plain(PlainAnswer)
  }

  mutating func answer(
    _ method: AssessmentMethod, _ window: MethodChoice.Window, _ condition: Condition, _ yardstick: Yardstick,
    _ trend: Trend, withPath: Bool
  ) -> Answer {
    switch method {
    case .drift, .logistic, .linear:
      switch outlook(yardstick, trend.comparable, method, window, due: condition.due, withPath: withPath) {
      case .success(let outlook): return .outlook(outlook)
      case .failure(let refused): return .plain(.refused(refused.refusal))
      }
    case .statcan2024, .destatis, .unsd2023, .eurostat, .escapCurrent, .pace:
      return .plain(plainAnswer(method, condition, yardstick, trend))
    }
  }

  /// Every other method, and the drift over 4, 6 and all points; whether they agree on "will meet".
  mutating func addAlternatives(
    _ condition: Condition, _ yardstick: Yardstick, _ trend: Trend, _ verdict: inout Verdict
  ) {
    let drift = yardstick.named(.drift)
    var alternatives: [Alternative] = []
    var sizes: Set<Int> = verdict.method == drift ? [condition.choice.window.size(of: trend.comparable.count)] : []
    for window in [condition.choice.window, .last(4), .last(6), .all] {
      guard sizes.insert(window.size(of: trend.comparable.count)).inserted else { continue }
      alternatives.append(alternative(drift, window, condition, yardstick, trend))
    }
    if verdict.method != .linear {
      alternatives.append(alternative(.linear, condition.choice.window, condition, yardstick, trend))
    }
    let others: [AssessmentMethod] = [.statcan2024, .destatis, .unsd2023, .eurostat, .escapCurrent]
    for method in others where method != verdict.method {
      alternatives.append(alternative(method, nil, condition, yardstick, trend))
    }
    verdict.alternatives = alternatives
    verdict.isMethodSensitive =
      verdict.status.isAssessed
      && alternatives.contains { alternative in
        alternative.status.map { $0.isFavourable != verdict.status.isFavourable } ?? false
      }
  }

  private mutating func alternative(
    _ method: AssessmentMethod, _ window: MethodChoice.Window?, _ condition: Condition, _ yardstick: Yardstick,
    _ trend: Trend
  ) -> Alternative {
    let answer: Alternative.Answer =
      switch self.answer(method, window ?? .all, condition, yardstick, trend, withPath: false) {
      case .outlook(let outlook):
        .status(
          outlook.status, value: outlook.projection.value, probability: outlook.probability, word: nil)
      case .plain(.said(let status, let result)):
        .status(status, value: result.value, probability: nil, word: result.word)
      case .plain(.measured(let value)): .measured(value)
      case .plain(.refused(let refusal)): .refused(refusal)
      }
    let from = window.flatMap { trend.comparable.suffix($0.size(of: trend.comparable.count)).first?.period }
    return Alternative(method: method, window: window, from: from, answer: answer)
  }
}

extension Yardstick {
  /// The drift on a logit goes by the name of `logistic`.
  func named(_ method: AssessmentMethod) -> AssessmentMethod { method == .drift && scale.isLogit ? .logistic : method }
}

extension [JudgedPoint] {
  /// The value for the target's date, once there can be one: a part of the period counts only after its end.
  func final(_ due: TimePeriod, asOf: CalendarDate) -> JudgedPoint? {
    guard let point = matching(due) else { return nil }
    return point.period.lastDay == due.lastDay || asOf > due.lastDay ? point : nil
  }
}

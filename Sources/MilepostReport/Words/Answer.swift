import MilepostLanguage
import MilepostModel

extension AssessedTarget {
  /// One or two sentences that can be said aloud: where it stands, and what the pace says.
  package var answer: String {
    guard let sentence else { return phrases(.answerStatusOnly, ["status": statusWord]) }
    return phrases(.answerWithStatus, ["status": statusWord, "answer": sentence])
  }

  /// The answer without the status before it; nil when there is nothing but the status.
  var sentence: String? {
    switch assessment.reason {
    case .noBaseline: return phrases(.answerNoBaseline)
    case .noMeasure: return phrases(.answerNoMeasure)
    case .noValue:
      return phrases(.answerNoValue, ["subject": subject, "date": phrases.dates.text(release.asOf)])
    case .tooOld(let last, let age):
      return phrases(.answerTooOld, count: age, ["subject": subject, "period": period(last)])
    case .refused(let refusal):
      return phrases(
        .answerRefused, ["method": phrases.name(of: assessment.method), "reason": words(for: refusal)])
    case .worstPart(let index): return worstPartAnswer(index)
    case .verdict: return verdictAnswer
    case .notSustained(let failed): return notSustainedAnswer(failed)
    case .metEarly: return filled(.answerMetEarly)
    case .direction: return directionAnswer
    case .onePoint: return filled(.answerNow).map { phrases.sentences.joined([$0, onePointSentence]) }
    case .paceRatio, .wrongDirection, .probability, .methodWord:
      return filled(.answerNow).map { phrases.sentences.joined([$0] + [trendSentence].compactMap(\.self)) }
    }
  }

  private func filled(_ phrase: Phrase) -> String? {
    guard let current = assessment.current, let value = currentText, let goal = goalText else { return nil }
    return phrases(
      style.scale == .yesNo ? .answerYesNo : phrase,
      [
        "subject": subject, "value": value, "period": period(current.period), "target": goal,
        "due": dueText,
      ])
  }

  private var verdictAnswer: String? {
    guard assessment.status == .missed, let current = assessment.current, let value = currentText, let goal = goalText,
      let goalValue = assessment.goalValue, style.scale != .yesNo
    else { return filled(.answerVerdictMet) }
    return phrases(
      .answerVerdictMissed,
      [
        "subject": subject, "value": value, "period": period(current.period), "target": goal,
        "gap": style.change((goalValue - current.value).magnitude, moreDecimals: gapDecimals),
      ])
  }

  /// Digits with which the distance to the target does not print as zero.
  private var gapDecimals: Int {
    guard let current = assessment.current, let goal = assessment.goalValue else { return 0 }
    return style.decimals(keeping: current.value - goal)
  }

  private func notSustainedAnswer(_ failed: TimePeriod) -> String? {
    let values = assessment.judged + assessment.later
    guard let goal = goalText, let value = values.first(where: { $0.period == failed })?.value else {
      return filled(.answerVerdictMissed)
    }
    return phrases(
      .answerNotSustained,
      [
        "subject": subject, "target": goal, "period": period(failed),
        "value": style.value(value, apartFrom: assessment.goalValue),
      ])
  }

  private var directionAnswer: String? {
    guard let first = assessment.trend.first, let last = assessment.trend.last else { return nil }
    guard assessment.trend.count > 1 else {
      return phrases(
        .directionOnePoint, ["subject": subject, "value": style.value(last.value), "period": period(last.period)])
    }
    return phrases(
      first.value == last.value ? .answerStayed : .answerDirection,
      [
        "subject": subject, "first": style.value(first.value), "from": period(first.period),
        "value": style.value(last.value, apartFrom: first.value), "period": period(last.period),
      ])
  }

  private func worstPartAnswer(_ index: Int) -> String? {
    guard parts.indices.contains(index) else { return nil }
    let worst = parts[index]
    let opening = phrases(.answerWorstPart, count: parts.count, ["part": worst.title])
    return phrases.sentences.joined([opening, worst.assessed.sentence?.asSentence].compactMap(\.self))
  }

  private var onePointSentence: String {
    guard let needed = assessment.paceNeeded else { return phrases(.answerOnePointPlain) }
    return phrases(.answerOnePoint, ["needed": style.change(needed)])
  }

  private var trendSentence: String? {
    if let projection = assessment.projection, let first = assessment.trend.first, let last = assessment.trend.last {
      let value = style.value(projection.value, apartFrom: assessment.goalValue)
      let periods = (period(first.period), period(last.period))
      guard let probability = projection.probability else {
        if isOverdue { return phrases(.answerOverduePlain) }
        return phrases(.answerProjectedPlain, ["from": periods.0, "to": periods.1, "value": value])
      }
      return phrases(
        isOverdue ? .answerOverdue : .answerProjected,
        ["from": periods.0, "to": periods.1, "value": value, "chance": phrases.chance(probability)])
    }
    guard let pace = assessment.paceSoFar, let needed = assessment.paceNeeded, let start = paceStart else {
      return nil
    }
    let phrase: Phrase =
      assessment.status == .movingAway
      ? .answerWrongWay : assessment.status.isFavourable ? .answerPaceOnTrack : .answerPaceShort
    return phrases(
      phrase,
      ["pace": style.change(pace), "needed": style.change(needed), "from": period(start)])
  }
}

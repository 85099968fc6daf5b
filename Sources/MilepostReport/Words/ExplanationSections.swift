import MilepostLanguage
package import MilepostModel

extension AssessedTarget {
  /// The formula of the method that decided, with the numbers of the release put in.
  var formula: [String] {
    switch assessment.reason {
    case .verdict, .metEarly, .notSustained, .onePoint: return comparison
    case .paceRatio(let ratio):
      guard let so = assessment.paceSoFar, let needed = assessment.paceNeeded else { return comparison }
      return [
        phrases(
          .formulaPace,
          [
            "so": style.change(so), "needed": style.change(needed),
            "ratio": phrases.numbers.text(ratio, decimals: 2),
          ])
      ]
    case .methodWord(let word, let value):
      let measure = value.map { phrases.numbers.text($0, decimals: 3) }
      let result = phrases(
        .formulaMeasure, ["method": phrases.name(of: assessment.method), "value": measure ?? word])
      return growth.map { [$0, result] } ?? [result]
    case .probability, .wrongDirection: return projectionFormula.map { [$0] } ?? comparison
    case .worstPart(let index): return parts.indices.contains(index) ? parts[index].assessed.formula : []
    case .noBaseline, .noMeasure, .noValue, .tooOld, .direction, .refused: return []
    }
  }

  private var comparison: [String] {
    guard let current = assessment.current, let value = currentText, let goal = goalText else { return [] }
    return [phrases(.formulaCompare, ["value": value, "period": period(current.period), "target": goal])]
  }

  private var growth: String? {
    guard let growth = assessment.growth, let current = assessment.current, let goal = assessment.goalValue else {
      return nil
    }
    return phrases(
      .formulaGrowth,
      [
        "value": style.number(current.value), "base": style.number(growth.base), "years": yearsText(growth.years),
        "growth": phrases.numbers.percent(100 * growth.observed, decimals: 2),
        "target": goalText ?? style.value(goal), "whole": yearsText(growth.yearsToTarget),
        "wanted": phrases.numbers.percent(100 * growth.needed, decimals: 2),
      ])
  }

  /// A number of years with the word in the form that goes with it; a fraction takes that of two.
  func spanText(_ years: Double) -> String {
    let whole = years == years.rounded() ? Int(years) : 2
    return yearsText(years) + "\u{00A0}" + phrases(.yearWord, count: whole)
  }

  private func yearsText(_ value: Double) -> String { phrases.numbers.shortText(value, atMostDecimals: 2) }

  private var projectionFormula: String? {
    guard let projection = assessment.projection, let first = assessment.trend.first,
      let last = assessment.trend.last, first.period < last.period
    else { return nil }
    guard assessment.method != .linear else {
      return phrases(
        .formulaLine,
        [
          "count": count(assessment.trend.count), "from": period(first.period), "to": period(last.period),
          "value": style.value(projection.value), "due": period(projection.period),
        ])
    }
    let ahead = projection.period.timeInYears - last.period.timeInYears
    guard let model = projection.model else {
      return phrases(
        .formulaMeasure, ["method": phrases.name(of: assessment.method), "value": style.value(projection.value)])
    }
    let scale = model.scale
    let span = spanText(ahead)
    guard let scaleName = scaleName(scale) else {
      return phrases(
        .formulaDrift,
        [
          "first": style.value(model.first), "last": style.value(model.last), "from": period(first.period),
          "to": period(last.period), "mean": style.change(model.slope), "span": span,
          "value": style.value(projection.value),
        ])
    }
    func number(_ value: Double) -> String { phrases.numbers.text(value, decimals: 3) }
    return phrases(
      .formulaScaled,
      [
        "scale": scaleName, "first": number(model.first), "last": number(model.last), "from": period(first.period),
        "to": period(last.period), "mean": number(model.slope), "span": span, "end": number(model.end),
        "value": style.value(projection.value),
      ])
  }

  /// nil for the values themselves.
  private func scaleName(_ scale: TrendScale) -> String? {
    switch scale {
    case .value: nil
    case .logarithm: phrases(.scaleLog)
    case .logit(let lower, let upper):
      phrases(.scaleLogit, ["lower": style.stated(lower), "upper": style.stated(upper)])
    case .distanceFromParity: phrases(.scaleParity)
    }
  }

  var thresholds: Phrase {
    switch assessment.reason {
    case .verdict, .notSustained: return .thresholdsVerdict
    case .metEarly: return .thresholdsMetEarly
    case .onePoint: return .thresholdsOnePoint
    case .paceRatio: return .thresholdsPace
    case .probability, .wrongDirection: return .thresholdsProbability
    case .methodWord: break
    case .worstPart(let index):
      return parts.indices.contains(index) ? parts[index].assessed.thresholds : .thresholdsOrder
    case .direction: return .thresholdsDirection
    case .refused: return .thresholdsRefused
    case .noBaseline, .noMeasure, .noValue, .tooOld: return .thresholdsOrder
    }
    switch assessment.method {
    case .statcan2024, .eurostat, .escapCurrent: return .thresholdsGrowth
    case .unsd2023: return .thresholdsUNSD
    case .destatis: return .thresholdsDestatis
    case .linear, .drift, .logistic: return .thresholdsProbability
    case .pace: return .thresholdsPace
    }
  }

  /// What the other methods and windows answer, or why they do not.
  var others: [String] {
    guard !assessment.alternatives.isEmpty else { return parts.isEmpty ? [phrases(.otherNone)] : [] }
    return assessment.alternatives.map(line) + [sensitivityLine, differenceLine].compactMap(\.self)
  }

  private func line(_ alternative: Alternative) -> String {
    let name = fullName(of: alternative)
    switch alternative.answer {
    case .measured(let value):
      let measure = phrases.numbers.text(value, decimals: 3)
      return phrases(.formulaMeasure, ["method": name, "value": measure])
    case .refused(let refusal): return phrases(.otherRefused, ["method": name, "reason": words(for: refusal)])
    case .status(let status, let value, let probability, let word):
      let details = [
        word, value.map { printed($0, of: alternative.method) },
        probability.map { phrases(.otherProbability, ["probability": self.probability($0)]) },
      ].compactMap { $0 }
      let words = phrases.name(of: status)
      guard !details.isEmpty else { return phrases(.otherSaysPlain, ["method": name, "status": words]) }
      return phrases(
        .otherSays, ["method": name, "status": words, "detail": details.joined(separator: phrases(.clauseMark))])
    }
  }

  /// A method's own measure: a value of the indicator for projections, else a ratio or score.
  func printed(_ value: Double, of method: AssessmentMethod) -> String {
    switch method {
    case .linear, .drift, .logistic: style.value(value, apartFrom: assessment.goalValue)
    default: phrases.numbers.text(value, decimals: 3)
    }
  }

  func fullName(of alternative: Alternative) -> String {
    let name = phrases.name(of: alternative.method)
    guard let window = alternative.window else { return name }
    return phrases(.otherOver, ["method": name, "window": phrases.shortWords(for: window)])
  }

  /// nil where no status was judged with which another method could agree.
  var sensitivityLine: String? {
    guard assessment.status.isAssessed else { return nil }
    guard assessment.isMethodSensitive else { return phrases(.notSensitive) }
    let clauses = TargetStatus.allCases.compactMap { status -> String? in
      let names = opposed.filter { $0.status == status }.map { alternative in
        let name = phrases.name(of: alternative.method)
        guard let window = alternative.window else { return name }
        return phrases(.sensitiveWindow, ["method": name, "window": phrases.shortWords(for: window)])
      }
      guard !names.isEmpty else { return nil }
      return phrases(
        .sensitiveSays, count: names.count,
        ["methods": phrases.lists.text(names), "status": phrases.name(of: status)])
    }
    return phrases(.sensitive, ["others": clauses.joined(separator: phrases(.clauseMark))])
  }

  /// The methods and windows on the other side of "will be met".
  private var opposed: [Alternative] {
    assessment.alternatives.filter { alternative in
      alternative.status.map { $0.isFavourable != assessment.status.isFavourable } ?? false
    }
  }

  /// What sets the methods and windows apart that say the opposite of the status; nil where none does.
  var differenceLine: String? {
    guard assessment.isMethodSensitive, let first = assessment.trend.first, let last = assessment.trend.last else {
      return nil
    }
    var clauses = opposed.compactMap { alternative -> String? in
      guard let window = alternative.window, let from = alternative.from, alternative.method != .linear,
        from != first.period
      else { return nil }
      return phrases(
        .differWindow, ["window": phrases.shortWords(for: window), "from": period(from), "to": period(last.period)])
    }
    for (methods, phrase) in [
      ([.statcan2024, .unsd2023, .eurostat], Phrase.differGrowth), ([.linear, .destatis], .differLine),
    ] as [([AssessmentMethod], Phrase)] {
      let named = opposed.filter { methods.contains($0.method) }
      guard !named.isEmpty else { continue }
      let names = phrases.lists.text(named.map { phrases.name(of: $0.method) })
      clauses.append(
        phrases(phrase, count: named.count, ["methods": names, "from": period(paceStart ?? first.period)]))
    }
    guard !clauses.isEmpty else { return nil }
    return phrases(
      .differ,
      [
        "from": period(first.period), "to": period(last.period),
        "others": clauses.joined(separator: phrases(.clauseMark)),
      ])
  }

  /// The value that each year must show from now on.
  var needed: [String] {
    let required = isOverdue ? [] : assessment.requiredValues
    if !required.isEmpty {
      return required.map {
        phrases(
          .neededYear, ["period": period($0.period), "value": style.value($0.value, apartFrom: assessment.goalValue)])
      }
    }
    if assessment.status == .achieved { return [phrases(.neededMet)] }
    if assessment.status == .missed || isOverdue { return [phrases(.neededPast)] }
    return parts.isEmpty ? [phrases(.neededUnknown, ["why": phrases(whyNoPaceNeeded)])] : []
  }

  /// Who set which status until when, and why.
  var overrideLine: String? {
    assessment.override.map { override in
      phrases(
        .overrideIs,
        [
          "name": phrases.written(name: override.name), "status": release.word(for: override.status, phrases),
          "date": phrases.dates.text(override.date), "expires": phrases.dates.text(override.expires),
          "reason": phrases.writtenSentence(override.reason),
        ])
    }
  }

  /// What people said of the status: the plan's word, an override, what was printed, amendments, the office's response.
  var stated: [String] {
    var lines: [String] = []
    let computed = phrases.name(of: assessment.status)
    if statusWord != computed { lines.append(phrases(.judgedBy, ["computed": computed, "label": statusWord])) }
    if let line = overrideLine { lines.append(line) }
    lines += printedHere.map(line)
    lines += amendmentLines
    return lines
  }

  /// What a document printed, and what was computed where that is another word of the plan.
  private func line(_ printed: Target.Printed) -> String {
    let label = phrases.written(name: printed.label)
    let source = phrases.written(name: printed.source)
    let words = release.settings.statusWords[assessment.status]?.texts.map(\.text) ?? []
    guard !words.contains(printed.label), assessment.status.isAssessed else {
      return phrases(.printedIs, ["label": label, "source": source])
    }
    return phrases(.printedDiffers, ["label": label, "source": source, "word": statusWord])
  }

  /// Statuses that a document printed, for the edition at hand.
  package var printedHere: [Target.Printed] {
    target.printed.filter { $0.edition == nil || $0.edition == release.edition?.id }
  }

  var amendmentLines: [String] {
    target.amendments.filter { $0.date <= release.asOf }.map { amendment in
      var sentences = [
        phrases(
          .amended,
          ["date": phrases.dates.text(amendment.date), "decision": phrases.writtenSentence(amendment.decision)])
      ]
      if let value = amendment.oldValue, let due = amendment.oldDue {
        sentences.append(phrases(.amendedOldBoth, ["value": style.stated(value), "period": period(due)]))
        return phrases.sentences.joined(sentences)
      }
      if let old = amendment.oldValue { sentences.append(phrases(.amendedOldValue, ["value": style.stated(old)])) }
      if let old = amendment.oldDue { sentences.append(phrases(.amendedOldDue, ["period": period(old)])) }
      return phrases.sentences.joined(sentences)
    }
  }
}

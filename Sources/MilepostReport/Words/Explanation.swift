import MilepostLanguage
package import MilepostModel

/// Why a target has its status, in words, with every figure rounded from what is in the release.
package struct Explanation: Hashable, Sendable {
  /// A heading and its lines.
  package struct Section: Hashable, Sendable {
    package let title: String
    package let lines: [String]
  }

  /// One or two sentences that can be said aloud.
  package let answer: String
  /// The whole of it as one paragraph.
  package let text: String
  /// Inputs, formula, thresholds, other methods, what is needed; for reading line by line.
  package let sections: [Section]
  /// That somebody set another status; nil where nobody did.
  package let override: String?

  /// The sections as text, each line indented by two blanks.
  package var plainText: String {
    sections.map { ([$0.title] + $0.lines.map { "  " + $0 }).joined(separator: "\n") + "\n" }.joined(separator: "\n")
  }
}

/// The explanation of an assessment of `release`.
///
/// - Returns: nil when the release has no such target.
package func explanation(
  of assessment: Assessment, in release: Release, language: LanguageTag
) -> Explanation? {
  guard let target = release.plan.target(assessment.target) else { return nil }
  let assessed = AssessedTarget(release, target, assessment, Phrases(release, language))
  return assessed.explanation
}

extension AssessedTarget {
  package var explanation: Explanation {
    let phrases = self.phrases
    var sections = [
      Explanation.Section(title: phrases(.sectionInputs), lines: inputs),
      Explanation.Section(title: phrases(.sectionMethod), lines: parts.isEmpty ? trendLines : []),
      Explanation.Section(title: phrases(.sectionFormula), lines: formula),
      Explanation.Section(title: phrases(.sectionThresholds), lines: [phrases(thresholds)]),
      Explanation.Section(title: phrases(.sectionOthers), lines: others),
      Explanation.Section(title: phrases(.sectionNeeded), lines: needed),
    ]
    if !parts.isEmpty { sections.append(Explanation.Section(title: phrases(.sectionParts), lines: partLines)) }
    if !stated.isEmpty { sections.append(Explanation.Section(title: phrases(.sectionStatuses), lines: stated)) }
    return Explanation(
      answer: answer, text: phrases.sentences.joined(paragraph), sections: sections.filter { !$0.lines.isEmpty },
      override: overrideLine)
  }

  private var paragraph: [String] {
    let opening = phrases(
      .paragraphStatus, ["id": target.id.text, "title": title, "status": phrases.name(of: assessment.status)])
    let sensitivity = assessment.alternatives.isEmpty ? [] : [sensitivityLine].compactMap(\.self)
    let partTexts = parts.flatMap { part in
      [phrases.sentences.ended(part.title)] + part.assessed.inputs + part.assessed.trendLines
    }
    let own = parts.isEmpty ? inputs + trendLines : inputs
    return [opening] + own + sensitivity + partTexts + stated
  }

  var trendLines: [String] { [methodLine, paceLine] + projectionLines }

  /// Baseline, current value, target.
  var inputs: [String] {
    guard parts.isEmpty else { return [phrases(.judgedByParts, count: parts.count), targetLine] }
    var lines = [baselineLine, currentLine]
    if let coverage = assessment.current?.coverage {
      lines.append(coverageLine(coverage))
    }
    lines.append(targetLine)
    if let counts = assessment.areaCounts { lines += countLines(counts) }
    for later in assessment.later {
      lines.append(phrases(.laterIs, ["value": style.value(later.value), "period": period(later.period)]))
    }
    return lines + milestoneLines + noteLines
  }

  private var targetLine: String {
    if let goal = goalText { return phrases(.targetIs, ["value": goal, "period": dueText]) }
    switch kind {
    case .directional, .perception: return phrases(.targetNoValue, ["period": dueText])
    default: return phrases(parts.isEmpty ? .targetUnknown : .targetDue, ["period": dueText])
    }
  }

  private var baselineLine: String {
    guard let baseline = assessment.baseline else { return phrases(.baselineNone) }
    let value = style.value(baseline.value, apartFrom: assessment.goalValue)
    let when = period(baseline.period)
    guard let choice = target.baseline?.choice else {
      return phrases(.baselineIs, ["value": value, "period": when])
    }
    return phrases(
      .baselineChosen,
      [
        "value": value, "period": when, "name": phrases.written(name: choice.name),
        "reason": phrases.writtenSentence(choice.reason),
      ])
  }

  private var currentLine: String {
    guard let current = assessment.current, let value = currentText else { return phrases(.currentNone) }
    let provenance = current.provenance
    return phrases(
      provenance.isComputed ? .currentComputed : .currentIs,
      [
        "value": value, "period": period(current.period), "status": phrases.name(of: current.status),
        "source": release.title(of: provenance.source, phrases),
        "vintage": provenance.vintage.description,
      ])
  }

  private func countLines(_ counts: AreaCounts) -> [String] {
    var lines = [
      phrases(
        .counts,
        [
          "total": count(counts.total), "yes": count(counts.yes), "no": count(counts.no),
          "unknown": count(counts.unknown), "low": phrases.numbers.percent(counts.conservativePercent, decimals: 1),
          "high": phrases.numbers.percent(counts.upperPercent, decimals: 1),
        ])
    ]
    if let answered = counts.answeredPercent, counts.unknown > 0 {
      lines.append(phrases(.countsAnswered, ["value": phrases.numbers.percent(answered, decimals: 1)]))
    }
    if let near = counts.nearThreshold, near > 0 { lines.append(phrases(.countsNear, count: near)) }
    return lines
  }

  private var methodLine: String {
    if isVerdict || assessment.status == .achieved || style.scale == .yesNo, assessment.current != nil {
      return phrases(.methodCompared)
    }
    let name = phrases.name(of: deciding)
    switch assessment.trend.count {
    case 0: return phrases(assessment.current == nil ? .methodIdle : .methodTwoPoints, ["method": name])
    case 1: return phrases(.methodOnePoint, ["method": name])
    default: break
    }
    return phrases(
      .methodIs, ["method": name, "window": words(for: assessment.window, trend: assessment.trend)])
  }

  /// The method that made the status: below five points the pace does, whatever the plan names.
  package var deciding: AssessmentMethod {
    if case .paceRatio = assessment.reason { return .pace }
    return assessment.method
  }

  private var paceLine: String {
    let so = assessment.paceSoFar.map { style.change($0) }
    let needed = assessment.paceNeeded.map { style.change($0) }
    let from = paceStart.map { period($0) }
    switch (so, needed, from) {
    case (let so?, let needed?, let from?):
      return phrases(.paceBoth, ["so": so, "needed": needed, "from": from, "due": dueText])
    case (let so?, nil, let from?):
      return phrases(.paceSoFarOnly, ["so": so, "from": from, "why": phrases(whyNoPaceNeeded)])
    case (_, let needed?, _):
      return phrases(.paceNeededOnly, ["needed": needed, "due": dueText, "why": phrases(whyNoPaceSoFar)])
    default: return phrases(.paceNone, ["why": phrases(whyNoPaceNeeded)])
    }
  }

  /// Where the pace so far starts: the baseline, or the first point of the window when there is none or the series broke
  /// after it.
  var paceStart: TimePeriod? {
    let isBroken = assessment.notes.contains {
      if case .baselineBeforeBreak = $0 { return true }
      return false
    }
    return isBroken ? assessment.trend.first?.period : (assessment.baseline ?? assessment.trend.first)?.period
  }

  private var whyNoPaceSoFar: Phrase { assessment.current == nil ? .whyNoCurrent : .whyNoBaseline }

  var whyNoPaceNeeded: Phrase {
    guard let current = assessment.current else { return .whyNoCurrent }
    guard assessment.goalValue != nil else { return .whyNoGoal }
    if assessment.status == .achieved { return .whyMet }
    return current.period < assessment.due ? .whyNoDirection : .whyDue
  }

  private var projectionLines: [String] {
    guard let projection = assessment.projection else {
      return [phrases(.projectionNone, ["why": phrases(whyNoProjection)])] + evidenceLines
    }
    let value = style.value(projection.value, apartFrom: assessment.goalValue)
    let when = period(projection.period)
    guard let low = projection.low, let high = projection.high, let probability = projection.probability else {
      return [phrases(.projectionPlain, ["period": when, "value": value])] + evidenceLines
    }
    let line = phrases(
      .projectionIs,
      [
        "period": when, "value": value, "level": share(projection.level),
        "low": style.value(low, apartFrom: goalValue), "high": style.value(high, apartFrom: goalValue),
        "probability": self.probability(probability),
        "chance": phrases.chance(probability),
      ])
    return [line, calibrationLine(projection)] + evidenceLines
  }

  private func calibrationLine(_ projection: Projection) -> String {
    guard let calibration = projection.calibration else { return phrases(.notCalibrated) }
    return phrases(
      .calibrated,
      [
        "factor": phrases.numbers.text(calibration.factor, decimals: 2), "errors": count(calibration.errorCount),
        "series": count(calibration.seriesCount),
        "years": spanText(calibration.horizon),
        "level": share(projection.level), "before": share(calibration.coverageBefore),
        "after": share(calibration.coverageAfter),
      ])
  }

  private var evidenceLines: [String] { assessment.evidence == .low ? [phrases(.evidenceLow)] : [] }

  var whyNoProjection: Phrase {
    if assessment.current == nil { return .whyNoCurrent }
    if isVerdict { return .whyVerdict }
    if assessment.status == .achieved { return .whyMet }
    if assessment.goalValue == nil { return .whyNoGoal }
    return assessment.trend.count < 5 ? .whyTooFew : .whyNoTrend
  }

  private var partLines: [String] {
    parts.enumerated().map { index, part in
      phrases(.partIs, ["number": count(index + 1), "title": part.title, "answer": part.assessed.answer])
    }
  }
}

extension String {
  /// Beginning with a capital, as at the start of a sentence.
  var asSentence: String { prefix(1).uppercased() + dropFirst() }
}

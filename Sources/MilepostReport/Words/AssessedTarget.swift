import MilepostLanguage
package import MilepostModel

/// A target, or one part of a compound target, beside its assessment, with the words and figures both need.
///
/// A class, because it holds much and every page looks through all of them.
package final class AssessedTarget: Sendable {
  package let release: Release
  package let target: Target
  package let assessment: Assessment
  package let kind: TargetKind
  package let measure: Measure?
  package let phrases: Phrases
  package let style: FigureStyle

  private init(
    _ release: Release, _ target: Target, _ assessment: Assessment, kind: TargetKind, measure: Measure?,
    _ phrases: Phrases
  ) {
    self.release = release
    self.target = target
    self.assessment = assessment
    self.kind = kind
    self.measure = measure
    self.phrases = phrases
    let indicator = measure.flatMap { release.plan.indicator($0.indicator) }
    style = FigureStyle(judging: kind, of: indicator, phrases)
  }

  package convenience init(_ release: Release, _ target: Target, _ assessment: Assessment, _ phrases: Phrases) {
    self.init(release, target, assessment, kind: target.kind, measure: target.measure, phrases)
  }

  /// The parts of a compound target; empty for others.
  package var parts: [(title: String, assessed: AssessedTarget)] {
    guard case .compound(let parts) = kind else { return [] }
    return zip(parts, assessment.parts).map { part, assessment in
      (
        text(part.title),
        AssessedTarget(release, target, assessment, kind: part.kind, measure: part.measure, phrases)
      )
    }
  }

  /// The part that decides for a compound target, else the target itself.
  package var worstPart: AssessedTarget {
    guard case .worstPart(let index) = assessment.reason else { return self }
    let parts = parts
    return parts.indices.contains(index) ? parts[index].assessed : self
  }

  package func text(_ text: LocalizedText) -> String { phrases.written(text) }

  package var title: String { text(target.title) }

  /// The plan's own word for the status, or ours.
  package var statusWord: String { release.word(for: assessment.status, phrases) }

  /// What the values are values of.
  package var subject: String {
    guard let measure else { return phrases(.subjectTarget) }
    let name = release.plan.indicator(measure.indicator).map { text($0.title) } ?? measure.indicator.text
    let area = release.name(of: measure.area, phrases)
    switch kind {
    case .shareOfAreas(let comparison, let threshold, _):
      let indicator = release.plan.indicator(measure.indicator)
      let limit = indicator.map { FigureStyle($0, phrases).stated(threshold) }
      return phrases(
        .subjectShareOfAreas,
        [
          "area": area, "indicator": name, "comparison": word(for: comparison),
          "threshold": limit ?? phrases.numbers.shortText(threshold, atMostDecimals: 6),
        ])
    case .allAreas: return phrases(.subjectAllAreas, ["area": area, "indicator": name])
    case .parity: return phrases(.subjectParity, ["area": area, "indicator": name])
    case .gapReduction(let better, let worse, _, _):
      return phrases(
        .subjectGap,
        [
          "indicator": name, "better": release.name(of: better, phrases),
          "worse": release.name(of: worse, phrases),
        ])
    default:
      let codes = measure.codes.map { release.name(of: $0, phrases) }
      return phrases(.subject, ["indicator": name, "area": phrases.lists.enumeration([area] + codes)])
    }
  }

  private func word(for comparison: TargetKind.Comparison) -> String {
    switch comparison {
    case .above: phrases(.above)
    case .atLeast: phrases(.atLeast)
    case .below: phrases(.below)
    case .atMost: phrases(.atMost)
    }
  }

  /// The current value, with more digits when it would print as the target.
  package var currentText: String? {
    assessment.current.map { style.value($0.value, apartFrom: assessment.goalValue) }
  }

  /// The value to be reached: as assessed, else as the plan states it.
  package var goalValue: Double? {
    if let value = assessment.goalValue { return value }
    switch kind {
    case .level(let value), .ceiling(let value), .compositeIndex(let value): return value
    case .perception(let value): return value
    case .shareOfAreas(_, _, let percent): return percent
    case .allAreas: return 100
    case .yesNo: return 1
    case .relative, .change, .parity, .gapReduction, .directional, .compound: return nil
    }
  }

  /// A value that follows from a base year is rounded like any other; one that the plan states is printed as stated.
  package var goalText: String? {
    goalValue.map { kind.needsBaseline ? style.value($0) : style.stated($0) }
  }

  package func period(_ period: TimePeriod) -> String { phrases.dates.text(period) }

  package var dueText: String { period(assessment.due) }

  /// Whether the target's date has passed without a value for it.
  var isOverdue: Bool { release.asOf > assessment.due.lastDay && !isVerdict && assessment.status != .achieved }

  /// Whether the judgement rests on the value at the target's date.
  package var isVerdict: Bool { assessment.status == .missed || assessment.reason == .verdict }
}

extension Release {
  /// The text without marks of language.
  package func text(_ text: LocalizedText, in language: LanguageTag) -> String {
    text.best(of: [language] + settings.languages).text
  }

  func localizedName(of area: Area.ID) -> LocalizedText? {
    groups.first { $0.id == area }?.name ?? areas.first { $0.id == area }?.name
  }

  func localizedName(of code: DimensionCode) -> LocalizedText? {
    let lists = Set(dataflows.flatMap(\.structure.dimensions).filter { $0.id == code.dimension }.map(\.codelist))
    for list in codelists where lists.contains(list.id) {
      if let found = list.codes.first(where: { $0.id == code.code }) { return found.name }
    }
    return nil
  }

  /// The name of an area or group; its code when the workspace does not know it.
  func name(of area: Area.ID, _ phrases: Phrases) -> String {
    localizedName(of: area).map { phrases.written($0) } ?? area.text
  }

  func name(of code: DimensionCode, _ phrases: Phrases) -> String {
    localizedName(of: code).map { phrases.written($0) } ?? code.description
  }

  func title(of source: DataSource.ID, _ phrases: Phrases) -> String {
    sources.first { $0.id == source }.map { phrases.written($0.title) } ?? source.text
  }

  /// The same without marks of language.
  package func name(of area: Area.ID, in language: LanguageTag) -> String {
    localizedName(of: area).map { text($0, in: language) } ?? area.text
  }

  package func name(of code: DimensionCode, in language: LanguageTag) -> String {
    localizedName(of: code).map { text($0, in: language) } ?? code.description
  }

  package func word(for status: TargetStatus, _ phrases: Phrases) -> String {
    settings.statusWords[status].map { phrases.written($0) } ?? phrases.name(of: status)
  }
}

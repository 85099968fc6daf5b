import Foundation
import MilepostModel
import MilepostPipeline
import MilepostReport
import Testing

/// Every number in an explanation is what `query` gives, rounded, or computed again here from what `query` gives.
@Suite struct ExplanationFiguresTests {
  private static func releases(_ example: String) throws -> [Release] {
    let compilation = try Workspace(files: Repository.files(in: example)).compile(.all)
    return compilation.releases
  }

  @Test(arguments: ["Examples/connect-2030", "Examples/isles"])
  func `every number comes from the query`(_ example: String) throws {
    var numerals = 0
    var trends = 0
    for release in try Self.releases(example) {
      let series = QueriedSeries(release)
      for target in release.plan.targets {
        let assessment = try #require(release.assessment(of: target.id))
        let explained = try #require(explanation(of: assessment, in: release, language: LanguageTag("en")))
        var facts = Facts(release, target)
        if case .compound(let parts) = target.kind {
          facts.add([Double(parts.count)])
          for (part, assessed) in zip(parts, assessment.parts) {
            trends += try facts.add(part.kind, part.measure, part.baseline, assessed, series)
          }
        } else {
          trends += try facts.add(target.kind, target.measure, target.baseline, assessment, series)
        }
        let found = facts.numerals(of: explained.text)
        numerals += found.count
        for numeral in found where !facts.explain(numeral) {
          Issue.record("\(release.edition?.id.text ?? "") \(target.id): \(numeral.text) in: \(explained.text)")
        }
      }
    }
    #expect(numerals > 300)
    #expect(trends >= 8)
  }

  @Test func `a number that no value explains is seen`() throws {
    let release = try #require(try Self.releases("Examples/connect-2030").first)
    let target = try #require(release.plan.target(Target.ID("2.4")))
    var facts = Facts(release, target)
    let assessment = try #require(release.assessment(of: target.id))
    _ = try facts.add(target.kind, target.measure, target.baseline, assessment, QueriedSeries(release))
    let numerals = facts.numerals(of: "Now: 19.1 % in 2019, next 19.2 % and 7,524 million.")
    #expect(numerals.map { facts.explain($0) } == [true, true, false, false])
  }
}

/// The numbers that an explanation of one target may print.
private struct Facts {
  struct Numeral {
    let text: String
    let value: Double
    let decimals: Int
  }

  private let release: Release
  private let target: Target
  private var values: [Double] = []

  init(_ release: Release, _ target: Target) {
    self.release = release
    self.target = target
    // The 80 % of every interval, the twenty of "7 in 20", five points, and what the status words are about.
    values = [80, 20, 5, 1]
    values += [Double(target.due.year), Double(target.due.lastDay.year)]
    values += target.milestones.flatMap { [$0.value, Double($0.period.year)] }
    values += target.amendments.flatMap { [$0.oldValue, $0.oldDue.map { Double($0.year) }].compactMap(\.self) }
  }

  mutating func add(_ numbers: [Double]) { values += numbers }

  private mutating func add(_ period: TimePeriod) {
    values += [Double(period.year), Double(period.lastDay.year)]
    // Quarters, months and fiscal years are written with their number or both years.
    let (_, month, day) = period.lastDay.components
    values += [Double(month), Double((month + 2) / 3), Double(day), Double(period.lastDay.year % 100)]
  }

  private mutating func add(_ point: PeriodValue) {
    values.append(point.value)
    add(point.period)
  }

  /// Computes what the assessment says again; returns 1 when a trend with an interval was among it.
  mutating func add(
    _ kind: TargetKind, _ measure: Measure?, _ stated: Baseline?, _ assessment: Assessment, _ series: QueriedSeries
  ) throws -> Int {
    values += statedNumbers(kind)
    if let stated { add(stated.period) }
    guard let measure else { return 0 }
    let points = try judged(kind, measure, series, assessment)
    let name = "\(release.edition?.id.text ?? "") \(target.id) \(measure.indicator) \(measure.area)"
    let base = stated.flatMap { stated in
      stated.value ?? points.last { $0.period.lastDay == stated.period.lastDay }?.value
    }
    if let base { values.append(base) }
    if let baseline = assessment.baseline { #expect(baseline.value == base, "\(name)") }
    if let current = assessment.current {
      let point = try #require(points.last { $0.period == current.period }, "\(name)")
      #expect(point.value == current.value, "\(name)")
      add(PeriodValue(point.period, point.value))
      let coverage = current.coverage.map { [$0.reported, $0.estimated, $0.imputed, $0.missing] } ?? []
      values += coverage.map { 100 * $0 }
    }
    for later in assessment.later {
      #expect(points.contains { $0.period == later.period && $0.value == later.value }, "\(name)")
      add(later)
    }
    for milestone in assessment.milestones { if let actual = milestone.actual { add(actual) } }
    let seen = try chained(kind, measure, series, points)
    for point in assessment.trend {
      #expect(seen.contains { $0.period == point.period && isNear($0.value, point.value) }, "\(name) \(point)")
      add(point)
    }
    let start = stated.flatMap { stated in
      stated.value ?? seen.last { $0.period.lastDay == stated.period.lastDay }?.value
    }
    if let goal = assessment.goalValue {
      #expect(isNear(goal, expectedGoal(kind, base, measure, assessment)), "\(name)")
      values.append(goal)
      if assessment.status == .missed, let current = assessment.current { values.append(abs(goal - current.value)) }
    }
    addPaces(assessment, start, stated?.period, name)
    values += assessment.alternatives.flatMap { alternative -> [Double] in
      guard case .last(let count) = alternative.window else { return [] }
      return [Double(count)]
    }
    values += assessment.alternatives.compactMap(\.from).flatMap { [Double($0.year), Double($0.lastDay.year)] }
    if case .last(let count) = assessment.window { values.append(Double(count)) }
    values.append(Double(assessment.trend.count))
    values += try notes(kind, measure, assessment, series)
    return try addTrend(kind, measure, assessment, series, name)
  }

  private func statedNumbers(_ kind: TargetKind) -> [Double] {
    switch kind {
    case .level(let value), .ceiling(let value), .compositeIndex(let value), .change(let value): [value]
    case .perception(let value): value.map { [$0] } ?? []
    case .relative(let percent, _), .gapReduction(_, _, _, let percent): [percent]
    case .shareOfAreas(_, let threshold, let percent): [threshold, percent]
    case .allAreas: [100]
    case .parity: [0.98, 1.02]
    case .directional, .yesNo, .compound: []
    }
  }

  /// The judged quantity from the values of `query`.
  private func judged(
    _ kind: TargetKind, _ measure: Measure, _ series: QueriedSeries, _ assessment: Assessment
  ) throws -> [QueriedSeries.Point] {
    func side(_ area: Area.ID, _ codes: [DimensionCode]) throws -> [QueriedSeries.Point] {
      try series.points(measure.indicator, (measure.codes + codes).sorted { $0.dimension < $1.dimension })[area.text]
        ?? []
    }
    func paired(
      _ one: [QueriedSeries.Point], _ other: [QueriedSeries.Point], _ combine: (Double, Double) -> Double
    ) -> [QueriedSeries.Point] {
      one.compactMap { point in
        other.first { $0.period == point.period }.map {
          .init(period: point.period, value: combine(point.value, $0.value), isBreak: point.isBreak || $0.isBreak)
        }
      }
    }
    switch kind {
    case .parity(let women, let men):
      return paired(try side(measure.area, women), try side(measure.area, men)) { $0 / $1 }
    case .gapReduction(let better, let worse, let gap, _):
      let isUp = (target.direction ?? release.plan.indicator(measure.indicator)?.direction) != .down
      return paired(try side(better, []), try side(worse, [])) { ahead, behind in
        switch gap {
        case .difference: isUp ? ahead - behind : behind - ahead
        case .ratio: isUp ? ahead / behind : behind / ahead
        }
      }
    case .shareOfAreas(let comparison, let threshold, _):
      return try shares(measure, series) { comparison.holds($0, threshold) }
    case .allAreas: return try shares(measure, series) { $0 == 1 }
    default: return try side(measure.area, [])
    }
  }

  /// The answers of the members on the edition's date by period; who did not answer is in none of the two.
  private struct Answers {
    let period: TimePeriod
    let count: Int
    let yes: Set<String>
    let no: Set<String>
  }

  private func answers(
    _ measure: Measure, _ series: QueriedSeries, _ holds: (Double) -> Bool
  ) throws -> [Answers] {
    let group = try #require(release.groups.first { $0.id == measure.area })
    let members = Set(group.members(on: release.asOf).map(\.text))
    let observations = try series.observations(measure.indicator).filter { members.contains($0.area) }
    return try Dictionary(grouping: observations, by: \.period).map { period, found in
      let exempt = found.count { $0.missing == "not-applicable" }
      let known = found.filter { !["F", "I"].contains($0.status) && $0.value != nil }
      let yes = Set(known.filter { $0.value.map(holds) == true }.map(\.area))
      return Answers(
        period: try series.period(period), count: members.count - exempt, yes: yes,
        no: Set(known.map(\.area)).subtracting(yes))
    }.filter { !$0.yes.isEmpty || !$0.no.isEmpty }.sorted { $0.period < $1.period }
  }

  private func shares(
    _ measure: Measure, _ series: QueriedSeries, _ holds: (Double) -> Bool
  ) throws -> [QueriedSeries.Point] {
    try answers(measure, series, holds).map {
      .init(period: $0.period, value: 100 * Double($0.yes.count) / Double($0.count), isBreak: false)
    }
  }

  /// What pace and trend see: shares of areas go back from the last one by those that changed their answer.
  private func chained(
    _ kind: TargetKind, _ measure: Measure, _ series: QueriedSeries, _ points: [QueriedSeries.Point]
  ) throws -> [QueriedSeries.Point] {
    let rounds: [Answers]
    switch kind {
    case .shareOfAreas(let comparison, let threshold, _):
      rounds = try answers(measure, series) { comparison.holds($0, threshold) }
    case .allAreas: rounds = try answers(measure, series) { $0 == 1 }
    default: return try matched(measure, series, points)
    }
    guard var value = points.last?.value, var later = rounds.last else { return points }
    var chain: [QueriedSeries.Point] = [.init(period: later.period, value: value, isBreak: false)]
    for earlier in rounds.dropLast().reversed() {
      let gained = later.yes.intersection(earlier.no).count - later.no.intersection(earlier.yes).count
      value -= 100 * Double(gained) / Double(later.count)
      chain.insert(.init(period: earlier.period, value: value, isBreak: false), at: 0)
      later = earlier
    }
    return chain
  }

  /// Sums over members go back from the last one by the change of those that have a value both times, where one is
  /// missing in either.
  private func matched(
    _ measure: Measure, _ series: QueriedSeries, _ points: [QueriedSeries.Point]
  ) throws -> [QueriedSeries.Point] {
    guard let group = release.groups.first(where: { $0.id == measure.area }),
      release.plan.indicator(measure.indicator)?.aggregation?.method == .sum, let last = points.last
    else { return points }
    let missing = Dictionary(
      try series.observations(measure.indicator).filter { $0.area == measure.area.text && $0.dimensions.isEmpty }.map {
        ($0.period, $0.coverage.missing ?? 0)
      }
    ) { first, _ in first }
    func isWhole(_ point: QueriedSeries.Point) -> Bool { (missing[point.period.description] ?? 0) <= 1e-9 }
    if points.allSatisfy(isWhole) { return points }
    let byArea = try series.points(measure.indicator, measure.codes)
    let names = Set(group.members(on: release.asOf).map(\.text))
    let members = names.sorted().compactMap { byArea[$0] }
    let answers = Dictionary(
      grouping: try series.observations(measure.indicator).filter {
        names.contains($0.area) && ($0.value != nil || $0.missing == "confidential")
      }, by: \.area
    )
    let imputation = try #require(release.plan.indicator(measure.indicator)?.aggregation?.imputation)
    func takesPart(_ area: String, _ period: TimePeriod) throws -> Bool {
      let times = try (answers[area] ?? []).map { try series.period($0.period).timeInYears - period.timeInYears }
      let isBetween = times.contains { $0 < 0 } && times.contains { $0 > 0 }
      return times.contains(0) || (imputation.interpolates && isBetween)
        || times.contains { $0 < 0 && -$0 <= Double(imputation.carryForwardYears) }
    }
    var chain = [last]
    for (earlier, later) in zip(points, points.dropFirst()).reversed() {
      var sums = (earlier.value, later.value)
      let isSame = try names.allSatisfy { try takesPart($0, earlier.period) == takesPart($0, later.period) }
      if !isSame && (!isWhole(earlier) || !isWhole(later)) {
        sums = (0, 0)
        for member in members {
          guard let one = member.first(where: { $0.period == earlier.period }),
            let two = member.first(where: { $0.period == later.period })
          else { continue }
          sums = (sums.0 + one.value, sums.1 + two.value)
        }
      }
      chain.insert(.init(period: earlier.period, value: chain[0].value * sums.0 / sums.1, isBreak: false), at: 0)
    }
    return chain
  }

  private func expectedGoal(
    _ kind: TargetKind, _ base: Double?, _ measure: Measure, _ assessment: Assessment
  ) -> Double? {
    let direction = target.direction ?? release.plan.indicator(measure.indicator)?.direction ?? .up
    switch kind {
    case .level(let value), .ceiling(let value), .compositeIndex(let value): return value
    case .perception(let value): return value
    case .shareOfAreas(_, _, let percent): return percent
    case .allAreas: return 100
    case .yesNo: return 1
    case .parity: return (assessment.current?.value ?? 0) > 1 ? 1.02 : 0.98
    case .relative(let percent, let reading):
      guard let base else { return nil }
      if direction == .up { return base * (1 + percent / 100) }
      return reading == .timesOnePlusOrMinus ? base * (1 - percent / 100) : base / (1 + percent / 100)
    case .change(let points): return base.map { $0 + direction.sign * points }
    case .gapReduction(_, _, let gap, let percent):
      let none = gap == .ratio ? 1.0 : 0
      return base.map { none + ($0 - none) * (1 - percent / 100) }
    case .directional, .compound: return nil
    }
  }

  private mutating func addPaces(_ assessment: Assessment, _ base: Double?, _ period: TimePeriod?, _ name: String) {
    guard let current = assessment.current else { return }
    let start =
      base.flatMap { base in period.map { PeriodValue($0, base) } }.flatMap {
        $0.period.timeInYears < current.period.timeInYears && !assessment.notes.contains(where: \.isBreakNote)
          ? $0 : nil
      } ?? assessment.trend.first
    if let so = assessment.paceSoFar, let start {
      let expected = (current.value - start.value) / (current.period.timeInYears - start.period.timeInYears)
      #expect(isNear(so, expected), "\(name) pace so far")
      values.append(expected)
      add(start)
    }
    if let needed = assessment.paceNeeded, let goal = assessment.goalValue {
      let expected = (goal - current.value) / (assessment.due.timeInYears - current.period.timeInYears)
      #expect(isNear(needed, expected), "\(name) pace needed")
      values.append(expected)
    }
  }

  private mutating func addTrend(
    _ kind: TargetKind, _ measure: Measure, _ assessment: Assessment, _ series: QueriedSeries, _ name: String
  ) throws -> Int {
    guard let projection = assessment.projection else { return 0 }
    guard [.drift, .logistic, .linear].contains(assessment.method), let goal = assessment.goalValue,
      let scale = projection.model?.scale, let low = projection.low, let high = projection.high,
      let probability = projection.probability, let last = assessment.trend.last
    else {
      values.append(projection.value)
      return 0
    }
    let horizon = projection.period.timeInYears - last.period.timeInYears
    let isLine = assessment.method == .linear
    let window = assessment.trend.map { QueriedSeries.Point(period: $0.period, value: $0.value, isBreak: false) }
    let learnt = try family(kind, measure, series).flatMap { family -> RecomputedTrend.Learnt? in
      guard case .last(let size) = assessment.window else { return nil }
      return RecomputedTrend.learnt(family, scale, isLine: isLine, window: size, horizon: horizon)
    }
    let isUp = kind.name == "ceiling" ? false : goal > last.value
    let trend = RecomputedTrend(
      window, scale, isLine: isLine, due: projection.period.timeInYears, goal: goal, sign: isUp ? 1 : -1,
      factor: learnt?.factor ?? 1)
    let limits = possible(kind, measure)
    func clamped(_ value: Double) -> Double { min(max(value, limits.lowerBound), limits.upperBound) }
    #expect(isNear(projection.value, clamped(trend.value)), "\(name) projection")
    #expect(isNear(low, clamped(trend.low)), "\(name) lower bound")
    #expect(isNear(high, clamped(trend.high)), "\(name) upper bound")
    #expect(abs(probability - trend.probability) < 1e-9, "\(name) probability")
    values += [
      clamped(trend.value), clamped(trend.low), clamped(trend.high), trend.probability,
      (20 * trend.probability).rounded(),
    ]
    #expect((projection.calibration == nil) == (learnt == nil), "\(name) calibration")
    if let learnt, let calibration = projection.calibration {
      #expect(isNear(calibration.factor, learnt.factor), "\(name) factor")
      #expect(calibration.errorCount == learnt.errors && calibration.seriesCount == learnt.series, "\(name) errors")
      values += [learnt.factor, Double(learnt.errors), Double(learnt.series), horizon]
      values += [100 * learnt.before, 100 * learnt.after]
    }
    return 1
  }

  /// The values that can be at all.
  private func possible(_ kind: TargetKind, _ measure: Measure) -> ClosedRange<Double> {
    switch kind {
    case .shareOfAreas, .allAreas: return 0...100
    case .parity, .gapReduction: return -.infinity ... .infinity
    default:
      let limits = release.plan.indicator(measure.indicator)?.limits
      return (limits?.lower ?? -.infinity)...(limits?.upper ?? .infinity)
    }
  }

  /// The series on which the intervals are calibrated.
  private func family(
    _ kind: TargetKind, _ measure: Measure, _ series: QueriedSeries
  ) throws -> [[QueriedSeries.Point]]? {
    switch kind {
    case .shareOfAreas, .allAreas, .gapReduction, .yesNo, .compound: return nil
    case .parity(let women, let men):
      let above = try series.points(measure.indicator, (measure.codes + women).sorted { $0.dimension < $1.dimension })
      let below = try series.points(measure.indicator, (measure.codes + men).sorted { $0.dimension < $1.dimension })
      return above.keys.sorted().map { area in
        (above[area] ?? []).compactMap { point in
          (below[area] ?? []).first { $0.period == point.period }.map {
            .init(period: point.period, value: point.value / $0.value, isBreak: point.isBreak || $0.isBreak)
          }
        }
      }
    default: return try series.points(measure.indicator, measure.codes).sorted { $0.key < $1.key }.map(\.value)
    }
  }

  private func notes(
    _ kind: TargetKind, _ measure: Measure, _ assessment: Assessment, _ series: QueriedSeries
  ) throws -> [Double] {
    var numbers =
      assessment.areaCounts.map { counts in
        [Double(counts.total), Double(counts.yes), Double(counts.no), Double(counts.unknown)]
          + [counts.conservativePercent, counts.upperPercent, counts.answeredPercent ?? 0]
          + [Double(counts.nearThreshold ?? 0)]
      } ?? []
    for note in assessment.notes {
      switch note {
      case .headcounts(let period, let women, let men): numbers += [women, men, Double(period.year)]
      case .gapSides(let better, let worse):
        for point in better + worse { numbers += [point.value, Double(point.period.year)] }
      case .baselineBeforeBreak(let period): numbers.append(Double(period.year))
      case .projectionAtLimit(let limit): numbers.append(limit)
      case .gapClosesByFall, .onlyAreasThatAnsweredTwice: break
      }
    }
    return numbers
  }

  private func isNear(_ one: Double, _ other: Double?) -> Bool {
    other.map { abs(one - $0) <= 1e-9 * max(1, abs(one)) } ?? false
  }

  /// The numerals of a text without the words of authors, and without dates.
  func numerals(of text: String) -> [Numeral] {
    var rest = text.map { ["\u{202F}", "\u{00A0}"].contains($0) ? " " : String($0) }.joined()
    for words in authored.sorted(by: { $0.count > $1.count }) where !words.isEmpty {
      rest = rest.replacing(words, with: "·")
    }
    rest = rest.replacing(/\d{4}-\d{2}-\d{2}/, with: "·").replacing(/\d{1,2} [A-Z][a-z]+ \d{4}/, with: "·")
    rest = rest.replacing(/Statistics (Canada|Division) \d{4}/, with: "·")
    return rest.matches(of: /[−-]?\d[\d,]*(\.\d+)?/).compactMap { match in
      let digits = String(match.output.0).replacing(",", with: "").replacing("−", with: "-")
      guard let value = Double(digits) else { return nil }
      let decimals = match.output.1.map { $0.count - 1 } ?? 0
      return Numeral(text: String(match.output.0), value: value, decimals: decimals)
    }
  }

  private var authored: [String] {
    func all(_ text: LocalizedText) -> String {
      text.best(of: [LanguageTag("en")] + release.settings.languages).text
    }
    let plan = release.plan
    var words = [target.id.text] + target.printed.flatMap { [$0.label, $0.source] }
    words += (plan.targets.map(\.title) + plan.indicators.map(\.title) + release.sources.map(\.title)).map(all)
    words += release.groups.map(\.name).map(all) + release.areas.map(\.name).map(all)
    words += release.settings.statusWords.values.map(all)
    if case .compound(let parts) = target.kind { words += parts.map { all($0.title) } }
    words += [target.baseline?.choice].compactMap { $0.map { all($0.reason) } }
    words += target.amendments.map { all($0.decision) } + [target.override].compactMap { $0.map { all($0.reason) } }
    words += target.note.map { [all($0)] } ?? []
    return words
  }

  /// Whether some value rounds to the numeral at the precision in which it is written.
  func explain(_ numeral: Numeral) -> Bool {
    let half = 0.5 * pow(10, -Double(numeral.decimals)) * (1 + 1e-9)
    return values.contains { abs($0 - numeral.value) <= half }
  }
}

extension AssessmentNote {
  fileprivate var isBreakNote: Bool {
    if case .baselineBeforeBreak = self { return true }
    return false
  }
}

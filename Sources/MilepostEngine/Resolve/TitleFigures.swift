import MilepostModel

/// The numbers of a target's title are those of the target: its value, its years.
func figuresInTitles(_ index: DraftIndex, into diagnostics: inout Diagnostics) {
  let draft = index.draft
  for (number, target) in draft.plan.targets.enumerated() {
    let position = draft.places[.target, number, "title"]
    for entry in target.title.texts {
      let figures = TitleFigures(entry.text)
      let isInPercent = target.measure.flatMap { index.indicators[$0.indicator]?.unit.isPercent } ?? false
      let percents = target.kind.percents(isInPercent: isInPercent)
      if !percents.isEmpty, !figures.percents.isEmpty, percents.isDisjoint(with: figures.percents) {
        diagnostics.report(.titleNamesOtherValue(target.id, figures.percents.sorted(), percents.sorted(), at: position))
      }
      let strange = figures.years.subtracting(target.years)
      if !strange.isEmpty {
        diagnostics.report(.titleNamesOtherYear(target.id, strange.sorted(), target.due, at: position))
      }
    }
  }
}

/// What a title says in digits.
private struct TitleFigures {
  /// Numbers that are followed by a percent sign or its word.
  var percents: Set<Double> = []
  /// Numbers of four digits from 1950 to 2100 that stand alone.
  var years: Set<Int> = []

  init(_ title: String) {
    let scalars = Array(title.unicodeScalars)
    var place = 0
    while place < scalars.count {
      guard scalars[place].isDigit else {
        place += 1
        continue
      }
      let start = place
      while place < scalars.count, scalars[place].isDigit || scalars.isDecimalMark(at: place) { place += 1 }
      let text = String(String.UnicodeScalarView(scalars[start..<place]))
      let isWhole = start == 0 || !scalars[start - 1].isPartOfWord
      guard isWhole, let value = Double(text.replacingComma) else { continue }
      if scalars[place...].beginsWithPercent {
        percents.insert(value)
      } else if place - start == 4, (1950...2100).contains(value),
        place == scalars.count || !scalars[place].isPartOfWord
      {
        years.insert(Int(value))
      }
    }
  }
}

extension Unicode.Scalar {
  fileprivate var isPartOfWord: Bool { properties.isAlphabetic || isDigit || self == "." || self == "-" }
}

extension [Unicode.Scalar] {
  /// A point or comma between two digits.
  fileprivate func isDecimalMark(at place: Int) -> Bool {
    (self[place] == "." || self[place] == ",") && place + 1 < count && self[place + 1].isDigit
  }
}

extension ArraySlice<Unicode.Scalar> {
  fileprivate var beginsWithPercent: Bool {
    let rest = drop { $0.properties.isWhitespace }
    if let sign = rest.first, "%٪％".unicodeScalars.contains(sign) { return true }
    return ["per cent", "percent", "pour cent", "por ciento", "процент"].contains {
      rest.starts(with: $0.unicodeScalars)
    }
  }
}

extension String {
  fileprivate var replacingComma: String { String(map { $0 == "," ? "." : $0 }) }
}

extension TargetKind {
  /// The percentages that say what is to be reached.
  fileprivate func percents(isInPercent: Bool) -> Set<Double> {
    switch self {
    case .level(let value), .ceiling(let value), .compositeIndex(let value): isInPercent ? [value] : []
    case .relative(let percent, _), .gapReduction(_, _, _, let percent): [percent]
    case .shareOfAreas(_, let threshold, let percent): [percent, threshold]
    case .perception(let value): isInPercent ? Set(value.map { [$0] } ?? []) : []
    case .change, .allAreas, .parity, .directional, .yesNo, .compound: []
    }
  }
}

extension Target {
  /// The years that belong to the target.
  fileprivate var years: Set<Int> {
    var periods = [due] + milestones.map(\.period) + amendments.compactMap(\.oldDue)
    if let baseline { periods.append(baseline.period) }
    if case .compound(let parts) = kind { periods += parts.compactMap { $0.baseline?.period } }
    return Set(periods.flatMap { [$0.firstDay.year, $0.lastDay.year] })
  }
}

extension Diagnostic {
  static func titleNamesOtherValue(
    _ target: Target.ID, _ named: [Double], _ values: [Double], at position: SourcePosition
  ) -> Self {
    let shown = { (numbers: [Double]) in numbers.map { "\($0.shortest) %" }.joined(separator: " and ") }
    return Diagnostic(
      .warning, "MP0226", "title of target '\(target)' says \(shown(named)), the target \(shown(values))",
      at: position, hint: "correct the one that is wrong")
  }

  static func titleNamesOtherYear(
    _ target: Target.ID, _ years: [Int], _ due: TimePeriod, at position: SourcePosition
  ) -> Self {
    let named = years.map(String.init).joined(separator: " and ")
    return Diagnostic(
      .warning, "MP0227",
      "title of target '\(target)' says \(named), which is not among the target's years; it is due \(due)",
      at: position, hint: "correct the one that is wrong")
  }
}

import MilepostModel

/// The kinds of target as words, with the keys that each has beside the common ones.
enum TargetKindWord: String, CaseIterable, Sendable {
  case level, ceiling, relative, change
  case shareOfAreas = "share-of-areas"
  case allAreas = "all-areas"
  case parity
  case gapReduction = "gap-reduction"
  case directional, perception, index
  case yesNo = "yes-no"
  case compound

  var requiredKeys: [String] {
    switch self {
    case .level, .ceiling, .index: ["value"]
    case .relative: ["percent"]
    case .change: ["points"]
    case .shareOfAreas: ["past", "percent"]
    case .parity: ["women", "men"]
    case .gapReduction: ["better", "worse", "gap", "percent"]
    case .compound: ["parts"]
    case .allAreas, .directional, .perception, .yesNo: []
    }
  }

  private var optionalKeys: [String] {
    switch self {
    case .relative: ["reading"]
    case .perception: ["value"]
    default: []
    }
  }

  /// Keys that say what is measured or where it starts, and that the kind has no use for.
  private var uselessKeys: [String] {
    switch self {
    case .gapReduction: ["area"]
    case .compound: ["indicator", "area", "where", "baseline", "direction", "milestones"]
    default: []
    }
  }

  /// Keys of `shape` that do not fit the kind.
  func forbiddenKeys(in shape: [String]) -> [String] {
    let own = Set(TargetKindWord.allCases.flatMap { $0.requiredKeys + $0.optionalKeys })
    return shape.filter {
      own.contains($0) && !requiredKeys.contains($0) && !optionalKeys.contains($0) || uselessKeys.contains($0)
    }
  }

  /// Reports what the kind forbids or lacks.
  func check(_ fields: Fields, _ reader: inout NodeReader) {
    for key in forbiddenKeys(in: fields.shape.entries.map(\.name)) {
      guard let pair = fields.pair(key) else { continue }
      reader.fail(.keyDoesNotFit(key, of: "a target of kind '\(rawValue)'", at: pair.keyPosition))
    }
    for key in requiredKeys where fields.pair(key) == nil {
      reader.fail(.missingKey(key, of: "a target of kind '\(rawValue)'", at: fields.position))
    }
  }

  /// The same as `check` and `measure` find, for a schema.
  func condition(keys: [String]) -> JSONValue {
    let kind = JSONValue.object([.init("kind", .object([.init("const", .text(rawValue))]))])
    var then: [JSONValue.Member] = []
    if !requiredKeys.isEmpty { then.append(.init("required", .texts(requiredKeys))) }
    let forbidden = forbiddenKeys(in: keys)
    if !forbidden.isEmpty {
      then.append(.init("properties", .object(forbidden.map { .init($0, .truth(false)) })))
    }
    let together: [JSONValue.Member]
    switch self {
    case .compound: together = []
    case .gapReduction: together = [.init("where", .texts(["indicator"]))]
    default:
      together = [
        .init("indicator", .texts(["area"])), .init("area", .texts(["indicator"])),
        .init("where", .texts(["indicator"])),
      ]
    }
    if !together.isEmpty { then.append(.init("dependentRequired", .object(together))) }
    return .object([
      .init("if", .object([.init("properties", kind), .init("required", .texts(["kind"]))])),
      .init("then", .object(then)),
    ])
  }
}

/// Keys of targets and of parts that say what must be true.
enum TargetKindKeys {
  static let value = Key(optional: "value", .number, "The value to be reached, in the unit of the indicator.")
  static let percent = Key(
    optional: "percent", .number, "By how many percent, or how many percent of the areas; 0 to 100 and more.")
  static let reading = Key(
    optional: "reading", ValueForm<TargetKind.RelativeReading>.word,
    "Base times 1 plus or minus the percentage (default), or base divided by 1 plus it.")
  static let points = Key(optional: "points", .number, "Change from the base year, in units of the indicator.")
  static let past = Key(optional: "past", .threshold, "The condition that areas must fulfil.")
  static let women = Key(optional: "women", .dimensionCodes, "Codes of the series of women: {SEX: F}.")
  static let men = Key(optional: "men", .dimensionCodes, "Codes of the series of men: {SEX: M}.")
  static let better = Key(optional: "better", .code, "Area or group on the better side of the gap.")
  static let worse = Key(optional: "worse", .code, "Area or group on the worse side of the gap.")
  static let gap = Key(
    optional: "gap", ValueForm<TargetKind.GapMeasure>.word, "Whether the gap is a difference or a ratio.")
  static let indicator = Key(optional: "indicator", .id(of: Indicator.self), "Id of the indicator that measures it.")
  static let area = Key(optional: "area", .code, "Code of the area or group.")
  static let codes = Key(optional: "where", .dimensionCodes, "Codes of dimensions: {SEX: F}.")
  static let baseline = Key(optional: "baseline", .baseline, "The value and period that it starts from.")

  /// The kind with its numbers; nil after a finding.
  ///
  /// - Parameter parts: those of a compound target.
  static func kind(
    _ word: TargetKindWord, _ fields: Fields, parts: [TargetPart]?, _ reader: inout NodeReader
  ) -> TargetKind? {
    word.check(fields, &reader)
    let value = fields.read(value, &reader)
    let percent = fields.read(percent, &reader)
    switch word {
    case .level: return value.map { .level($0) }
    case .ceiling: return value.map { .ceiling($0) }
    case .index: return value.map { .compositeIndex($0) }
    case .perception: return .perception(value)
    case .allAreas: return .allAreas
    case .directional: return .directional
    case .yesNo: return .yesNo
    case .change: return fields.read(points, &reader).map { .change($0) }
    case .relative:
      let reading = fields.read(reading, &reader)
      return percent.map { .relative(percent: $0, reading: reading ?? .timesOnePlusOrMinus) }
    case .shareOfAreas:
      guard let past = fields.read(past, &reader), let percent else { return nil }
      return .shareOfAreas(comparison: past.comparison, threshold: past.value, percent: percent)
    case .parity:
      let (women, men) = (fields.read(women, &reader), fields.read(men, &reader))
      guard let women, let men else { return nil }
      return .parity(women: women, men: men)
    case .gapReduction: return gapReduction(percent, fields, &reader)
    case .compound: return parts.map { .compound($0) }
    }
  }

  private static func gapReduction(
    _ percent: Double?, _ fields: Fields, _ reader: inout NodeReader
  ) -> TargetKind? {
    let better = fields.read(better, &reader)
    let worse = fields.read(worse, &reader)
    let gap = fields.read(gap, &reader)
    guard let better, let worse, let gap, let percent else { return nil }
    return .gapReduction(better: better, worse: worse, measure: gap, percent: percent)
  }

  /// The measure; of a reduction of a gap in the better area.
  static func measure(_ kind: TargetKind?, _ fields: Fields, _ reader: inout NodeReader) -> Measure? {
    let indicator = fields.read(indicator, &reader)
    let area = fields.read(area, &reader)
    let codes = fields.read(codes, &reader)
    if case .gapReduction(let better, _, _, _) = kind {
      require("indicator", with: "where", fields, &reader)
      return indicator.map { Measure($0, better, codes ?? []) }
    }
    require("indicator", with: "area", fields, &reader)
    require("indicator", with: "where", fields, &reader)
    if kind != nil { require("area", with: "indicator", fields, &reader) }
    guard let indicator, let area else { return nil }
    return Measure(indicator, area, codes ?? [])
  }

  private static func require(_ key: String, with other: String, _ fields: Fields, _ reader: inout NodeReader) {
    guard let pair = fields.pair(other), fields.pair(key) == nil else { return }
    reader.fail(.missingCompanion(key, of: other, at: pair.keyPosition))
  }
}

/// `{comparison: ">", threshold: 50}`
struct AreaThreshold: Sendable {
  let comparison: TargetKind.Comparison
  let value: Double
}

extension ValueForm where Value == AreaThreshold {
  fileprivate static let threshold = ValueForm.mapping(ThresholdKeys.shape) { fields, reader in
    let comparison = fields.read(ThresholdKeys.comparison, &reader)
    let value = fields.read(ThresholdKeys.threshold, &reader)
    guard let comparison, let value else { return nil }
    return AreaThreshold(comparison: comparison, value: value)
  }.named("threshold")
}

private enum ThresholdKeys {
  static let comparison = Key(
    required: "comparison", ValueForm<TargetKind.Comparison>.word, "How the value of an area is compared.")
  static let threshold = Key(required: "threshold", .number, "What it is compared with, in the unit of the indicator.")

  static let shape = Shape("a threshold", comparison, threshold)
}

extension ValueForm where Value == Baseline {
  static let baseline = ValueForm.mapping(BaselineKeys.shape) { fields, reader in
    let period = fields.read(BaselineKeys.period, &reader)
    let value = fields.read(BaselineKeys.value, &reader)
    let choice = fields.read(BaselineKeys.chosenBy, &reader)
    return period.map { Baseline(period: $0, value: value, choice: choice) }
  }.named("baseline")
}

private enum BaselineKeys {
  static let period = Key(required: "period", .period, "The period that it starts from.")
  static let value = Key(optional: "value", .number, "As the plan states it; default the value of the series.")
  static let chosenBy = Key(optional: "chosen-by", .choice, "Who chose the baseline, when the plan states none.")

  static let shape = Shape("a baseline", period, value, chosenBy)
}

extension ValueForm where Value == Baseline.Choice {
  fileprivate static let choice = ValueForm.mapping(ChoiceKeys.shape) { fields, reader in
    let name = fields.read(ChoiceKeys.name, &reader)
    let reason = fields.read(ChoiceKeys.reason, &reader)
    guard let name, let reason else { return nil }
    return Baseline.Choice(name: name, reason: reason)
  }
}

private enum ChoiceKeys {
  static let name = Key(required: "name", .text, "Who decided.")
  static let reason = Key(required: "reason", .localized, "Why.")

  static let shape = Shape("a choice", name, reason)
}

extension Diagnostic {
  fileprivate static func missingCompanion(_ key: String, of other: String, at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP0102", "'\(other)' stands without '\(key)'", at: position,
      hint: "add '\(key): ...', or leave both out when nothing measures it yet")
  }
}

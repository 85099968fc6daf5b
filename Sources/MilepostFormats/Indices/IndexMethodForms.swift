import MilepostLanguage
import MilepostModel

extension ValueForm where Value == CompositeIndex.Winsorising {
  /// `none`, or a mapping.
  static let winsorising: ValueForm = {
    let mapping = ValueForm.mapping(WinsorisingKeys.shape) { fields, reader in
      let skewness = fields.read(WinsorisingKeys.skewness, &reader)
      let kurtosis = fields.read(WinsorisingKeys.kurtosis, &reader)
      let atMost = fields.read(WinsorisingKeys.atMost, &reader)
      let otherwise = fields.read(WinsorisingKeys.otherwise, &reader)
      let usual = WinsorisingKeys.usual
      return .outliers(
        .init(
          skewness: skewness ?? usual.skewness, kurtosis: kurtosis ?? usual.kurtosis, atMost: atMost ?? usual.atMost,
          otherwise: otherwise ?? usual.otherwise))
    }
    let none = JSONSchema([.init("const", .text("none"))])
    return ValueForm(.either(none, mapping.schema)) { node, reader in
      if case .scalar("none", _) = node.content { return CompositeIndex.Winsorising.none }
      return mapping.read(node, &reader)
    }.named("winsorising")
  }()
}

private enum WinsorisingKeys {
  static let usual = CompositeIndex.Outliers(skewness: 2, kurtosis: 3.5, atMost: 5, otherwise: .keep)

  static let skewness = Key(
    optional: "skewness", .positive, "Skewness, without sign, from which a distribution is treated; default 2.")
  static let kurtosis = Key(
    optional: "kurtosis", .positive, "Excess kurtosis from which a skewed distribution is treated; default 3.5.")
  static let atMost = Key(
    optional: "at-most", .integer(in: 1...1000), "How many values may be moved to the next one; default 5.")
  static let otherwise = Key(
    optional: "otherwise", ValueForm<CompositeIndex.Outliers.Otherwise>.word,
    "What happens to an indicator that is skewed still: keep (default) what was moved, or logarithm of what was there.")

  static let shape = Shape("a winsorising", skewness, kurtosis, atMost, otherwise)
}

extension ValueForm where Value == CompositeIndex.Normalisation {
  /// `z-score`, or a mapping with the parameters of the method.
  static let normalisation: ValueForm = {
    let mapping = ValueForm.mapping(NormalisationKeys.shape) { fields, reader in
      let method = fields.read(NormalisationKeys.method, &reader)
      let parameters = NormalisationParameters(fields, &reader)
      return method.flatMap { $0.normalisation(parameters, fields, &reader) }
    }
    return ValueForm(.either(ValueForm<PlainNormalisation>.word.schema, mapping.schema)) { node, reader in
      guard case .scalar = node.content else { return mapping.read(node, &reader) }
      return ValueForm<PlainNormalisation>.word.read(node, &reader).map(\.normalisation)
    }.named("normalisation")
  }()
}

/// Methods that need no parameters.
private enum PlainNormalisation: String, CaseIterable, Sendable {
  case minMax = "min-max"
  case zScore = "z-score"
  case rank

  var normalisation: CompositeIndex.Normalisation {
    switch self {
    case .minMax: .minMax(.hundred)
    case .zScore: .zScore(mean: NormalisationParameters.usualMean, deviation: NormalisationParameters.usualDeviation)
    case .rank: .rank(.hundred)
    }
  }
}

private struct NormalisationParameters {
  static let usualMean = 0.0
  static let usualDeviation = 1.0

  let onto: CompositeIndex.Scale?
  let mean: Double?
  let deviation: Double?
  let lower: Double?
  let upper: Double?
  let target: Double?
  let isCapped: Bool?

  init(_ fields: Fields, _ reader: inout NodeReader) {
    onto = fields.read(NormalisationKeys.onto, &reader)
    mean = fields.read(NormalisationKeys.mean, &reader)
    deviation = fields.read(NormalisationKeys.deviation, &reader)
    lower = fields.read(NormalisationKeys.lower, &reader)
    upper = fields.read(NormalisationKeys.upper, &reader)
    target = fields.read(NormalisationKeys.target, &reader)
    isCapped = fields.read(NormalisationKeys.cap, &reader)
  }
}

private enum NormalisationMethod: String, CaseIterable, Sendable {
  case minMax = "min-max"
  case zScore = "z-score"
  case goalposts
  case distanceToTarget = "distance-to-target"
  case rank

  private var keys: (required: [String], optional: [String]) {
    switch self {
    case .minMax, .rank: ([], ["onto"])
    case .zScore: ([], ["mean", "deviation"])
    case .goalposts: (["lower", "upper"], ["onto", "cap"])
    case .distanceToTarget: (["target"], ["onto", "cap"])
    }
  }

  func normalisation(
    _ given: NormalisationParameters, _ fields: Fields, _ reader: inout NodeReader
  ) -> CompositeIndex.Normalisation? {
    let known = ["method"] + keys.required + keys.optional
    for name in fields.shape.entries.map(\.name) where !known.contains(name) {
      guard let pair = fields.pair(name) else { continue }
      reader.fail(.keyDoesNotFit(name, of: "normalisation with method '\(rawValue)'", at: pair.keyPosition))
    }
    for key in keys.required where fields.pair(key) == nil {
      reader.fail(.missingKey(key, of: "a normalisation with method '\(rawValue)'", at: fields.position))
    }
    let scale = given.onto ?? .hundred
    switch self {
    case .minMax: return .minMax(scale)
    case .rank: return .rank(scale)
    case .zScore:
      return .zScore(
        mean: given.mean ?? NormalisationParameters.usualMean,
        deviation: given.deviation ?? NormalisationParameters.usualDeviation)
    case .goalposts:
      guard let lower = given.lower, let upper = given.upper else { return nil }
      if lower >= upper { reader.fail(.scaleUpsideDown(lower, upper, at: fields.position)) }
      return .goalposts(lower: lower, upper: upper, scale, isCapped: given.isCapped ?? true)
    case .distanceToTarget:
      return given.target.map { .distanceToTarget($0, scale, isCapped: given.isCapped ?? true) }
    }
  }
}

private enum NormalisationKeys {
  static let method = Key(
    required: "method", ValueForm<NormalisationMethod>.word,
    "min-max, z-score, goalposts, distance-to-target or rank; see docs/indices.md.")
  static let onto = Key(
    optional: "onto", ValueForm<CompositeIndex.Scale>.scale, "The scores of the worst and the best: default [0, 100].")
  static let mean = Key(optional: "mean", .number, "The mean of the scores of z-score; default 0.")
  static let deviation = Key(
    optional: "deviation", .positive, "The standard deviation of the scores of z-score; default 1.")
  static let lower = Key(optional: "lower", .number, "The lower goalpost, in the unit of the indicator.")
  static let upper = Key(optional: "upper", .number, "The upper goalpost, in the unit of the indicator.")
  static let target = Key(optional: "target", .number, "The target, in the unit of the indicator.")
  static let cap = Key(
    optional: "cap", .truth, "Whether values beyond a goalpost or target count as that; default true.")

  static let shape = Shape("a normalisation", method, onto, mean, deviation, lower, upper, target, cap)
}

extension ValueForm where Value == CompositeIndex.Scale {
  /// `[1, 100]`
  fileprivate static let scale: ValueForm = {
    let list = ValueForm<Double>.number.list
    return ValueForm(list.schema) { node, reader in
      guard let numbers = list.read(node, &reader) else { return nil }
      guard numbers.count == 2 else {
        reader.fail(.notAPair(numbers.count, at: node.position))
        return nil
      }
      if numbers[0] >= numbers[1] { reader.fail(.scaleUpsideDown(numbers[0], numbers[1], at: node.position)) }
      return CompositeIndex.Scale(lower: numbers[0], upper: numbers[1])
    }
  }()
}

extension Diagnostic {
  fileprivate static func notAPair(_ count: Int, at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP0163", "a scale of \(count) numbers, expected two", at: position, hint: "write [0, 100]")
  }

  fileprivate static func scaleUpsideDown(_ lower: Double, _ upper: Double, at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP0163", "\(String(machine: lower)) is not below \(String(machine: upper))", at: position,
      hint: "write the lower number first; 'direction: down' turns an indicator round")
  }
}

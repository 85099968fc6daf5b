import MilepostModel

extension ValueForm where Value == Indicator {
  static let indicator = ValueForm.mapping(IndicatorKeys.shape) { fields, reader in
    let id = fields.read(IndicatorKeys.id, &reader)
    let title = fields.read(ElementKeys.title, &reader)
    let definition = fields.read(IndicatorKeys.definition, &reader)
    let unit = fields.read(IndicatorKeys.unit, &reader)
    let direction = fields.read(IndicatorKeys.direction, &reader)
    let limits = fields.read(IndicatorKeys.limits, &reader)
    let nature = fields.read(IndicatorKeys.nature, &reader)
    let decimals = fields.read(IndicatorKeys.decimals, &reader)
    let maximumAge = fields.read(IndicatorKeys.maximumAge, &reader)
    let sources = fields.read(IndicatorKeys.sources, &reader)
    let dimensions = fields.read(IndicatorKeys.dimensions, &reader)
    let owner = fields.read(ElementKeys.owner, &reader)
    let due = fields.read(IndicatorKeys.dueEachYear, &reader)
    let formula = fields.read(IndicatorKeys.formula, &reader)
    let aggregation = fields.read(IndicatorKeys.aggregate, &reader)
    let links = fields.read(ElementKeys.links, &reader)
    guard let id, let title, let unit else { return nil }
    return Indicator(
      id: id, title: title, definition: definition, unit: unit, direction: direction, limits: limits ?? .none,
      nature: nature ?? .stock, decimals: decimals ?? IndicatorKeys.usualDecimals,
      maximumAge: maximumAge ?? IndicatorKeys.usualMaximumAge, sources: sources ?? [], dimensions: dimensions ?? [],
      owner: owner, dueEachYear: due, formula: formula, aggregation: aggregation, links: links ?? [])
  }
}

private enum IndicatorKeys {
  static let usualDecimals = 1
  static let usualMaximumAge = 3

  static let id = Key(required: "id", .id(of: Indicator.self), "Unique among the indicators.")
  static let definition = Key(optional: "definition", .localized, "What exactly is measured.")
  static let unit = Key(required: "unit", .unit, "What a number counts, and in which steps.")
  static let direction = Key(
    optional: "direction", ValueForm<Direction>.word, "Which way is better; left out when neither is.")
  static let limits = Key(optional: "limits", .limits, "Values outside are impossible.")
  static let nature = Key(
    optional: "nature", ValueForm<Indicator.Nature>.word, "A stock at a time, or a flow over a period; default stock.")
  static let decimals = Key(optional: "decimals", .integer(in: 0...9), "Digits after the point in print; default 1.")
  static let maximumAge = Key(
    optional: "max-age", .integer(in: 0...100), "Years after which a value no longer counts as current; default 3.")
  static let sources = Key(
    optional: "sources", ValueForm<DataSource.ID>.id(of: DataSource.self).list, "Ids of sources, the preferred first.")
  static let dimensions = Key(
    optional: "dimensions", ValueForm<String>.dimensionName.list, "Breakdowns of its values, such as SEX.")
  static let dueEachYear = Key(
    optional: "due-each-year", .monthDay, "Month and day by which the year before should be in.")
  static let formula = Key(
    optional: "formula", .formula, "How its values are computed; left out when they stand in the data.")
  static let aggregate = Key(
    optional: "aggregate", .aggregation, "How values of groups come from those of areas.")

  static let shape = Shape(
    "an indicator", id, ElementKeys.title, definition, unit, direction, limits, nature, decimals, maximumAge, sources,
    dimensions, ElementKeys.owner, dueEachYear, formula, aggregate, ElementKeys.links)
}

extension ValueForm where Value == Indicator.Limits {
  static let limits = ValueForm.mapping(LimitKeys.shape) { fields, reader in
    let lower = fields.read(LimitKeys.lower, &reader)
    let upper = fields.read(LimitKeys.upper, &reader)
    if let lower, let upper, lower >= upper {
      reader.fail(.limitsUpsideDown(lower: lower, upper: upper, at: fields.position))
    }
    return Indicator.Limits(lower: lower, upper: upper)
  }
}

private enum LimitKeys {
  static let lower = Key(optional: "lower", .number, "The least possible value.")
  static let upper = Key(optional: "upper", .number, "The greatest possible value.")

  static let shape = Shape("limits", lower, upper)
}

extension ValueForm where Value == String {
  /// The id of a dimension, `[A-Z0-9_]+`.
  fileprivate static let dimensionName = ValueForm(.string(pattern: "^[A-Z0-9_]+$")) { node, reader in
    guard let text = reader.scalar(node, expected: "a dimension") else { return nil }
    guard text.isCode else {
      reader.fail(.codeForm(text, at: node.position))
      return nil
    }
    return text
  }
}

extension ValueForm where Value == Formula {
  static let formula = ValueForm(.string(alsoNumber: true)) { node, reader in
    guard let text = reader.scalar(node, expected: "a formula") else { return nil }
    guard let root = parseExpression(text, at: node.textPosition, into: &reader.diagnostics) else {
      reader.failSilently()
      return nil
    }
    return Formula(text: text.trimmedOfBlanks, root: root)
  }
}

extension ValueForm where Value == Aggregation {
  fileprivate static let aggregation = ValueForm.mapping(AggregationKeys.shape) { fields, reader in
    let word = fields.read(AggregationKeys.method, &reader)
    let weight = fields.read(AggregationKeys.weight, &reader)
    let interpolates = fields.read(AggregationKeys.interpolate, &reader)
    let carries = fields.read(AggregationKeys.carryForward, &reader)
    let strata = fields.read(AggregationKeys.strata, &reader)
    let minimum = fields.read(AggregationKeys.minimumCoverage, &reader)
    let membership = fields.read(AggregationKeys.membership, &reader)
    guard let word, let method = word.method(weight, fields, &reader) else { return nil }
    return Aggregation(
      method: method,
      imputation: .init(
        interpolates: interpolates ?? false, carryForwardYears: carries ?? AggregationKeys.neverCarried,
        strata: strata ?? []),
      minimumCoverage: minimum ?? AggregationKeys.anyCoverage, membership: membership ?? .fixedAtEdition)
  }
}

private enum AggregationWord: String, CaseIterable, Sendable {
  case weightedMean = "weighted-mean"
  case sum, mean, median

  /// - Returns: nil after a finding, when the weight is missing.
  func method(_ weight: Indicator.ID?, _ fields: Fields, _ reader: inout NodeReader) -> Aggregation.Method? {
    if self != .weightedMean, let written = fields.pair("weight") {
      reader.fail(.keyDoesNotFit("weight", of: "aggregate with method '\(rawValue)'", at: written.keyPosition))
      return nil
    }
    switch self {
    case .sum: return .sum
    case .mean: return .mean
    case .median: return .median
    case .weightedMean:
      guard let weight else {
        if fields.pair("weight") == nil {
          reader.fail(.missingKey("weight", of: "an aggregate with method 'weighted-mean'", at: fields.position))
        }
        return nil
      }
      return .weightedMean(weight: weight)
    }
  }
}

private enum AggregationKeys {
  static let neverCarried = 0
  static let anyCoverage = 0.0

  static let method = Key(
    required: "method", ValueForm<AggregationWord>.word, "How the values of areas become that of their group.")
  static let weight = Key(
    optional: "weight", .id(of: Indicator.self), "Id of the indicator that weights a weighted mean.")
  static let interpolate = Key(
    optional: "interpolate", .truth, "Fills gaps on a straight line between two values; default false.")
  static let carryForward = Key(
    optional: "carry-forward", .integer(in: 0...100), "Years for which the last value stands in; default 0.")
  static let strata = Key(
    optional: "strata", ValueForm<Area.ID>.code.list, "Groups whose mean stands in for an area without a value.")
  static let minimumCoverage = Key(
    optional: "minimum-coverage", .share, "Share of the weight, 0 to 1, below which nothing is published; default 0.")
  static let membership = Key(
    optional: "membership", ValueForm<Aggregation.MembershipRule>.word,
    "Members on the edition's date (default), or at the end of each period.")

  static let shape = Shape(
    "an aggregate", method, weight, interpolate, carryForward, strata, minimumCoverage, membership,
    conditions: [weightedMeanNeedsWeight])

  private static let weightedMeanNeedsWeight = JSONValue.object([
    .init(
      "if",
      .object([.init("properties", .object([.init("method", .object([.init("const", .text("weighted-mean"))]))]))])),
    .init("then", .object([.init("required", .texts(["weight"]))])),
    .init("else", .object([.init("properties", .object([.init("weight", .truth(false))]))])),
  ])
}

extension Diagnostic {
  fileprivate static func limitsUpsideDown(lower: Double, upper: Double, at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP0107", "lower limit \(lower) is not below upper limit \(upper)", at: position,
      hint: "exchange the two")
  }

  static func keyDoesNotFit(_ key: String, of noun: String, at position: SourcePosition) -> Self {
    Diagnostic(.error, "MP0110", "key '\(key)' does not fit \(noun)", at: position, hint: "delete it")
  }
}

import MilepostModel

/// What a file says of missing values.
struct WrittenMissingRule: Sendable {
  let imputation: CompositeIndex.Imputation?
  let strata: [Area.ID]?
  let minimumShares: Located<CompositeIndex.ByLevel<Double>>?
}

extension ValueForm where Value == WrittenMissingRule {
  static let rule = ValueForm.mapping(MissingKeys.shape) { fields, reader in
    let imputation = fields.read(MissingKeys.impute, &reader)
    let strata = fields.read(MissingKeys.strata, &reader)
    let shares = fields.read(MissingKeys.minimumShare, &reader)
    if imputation == nil || imputation == CompositeIndex.Imputation.none, let pair = fields.pair("strata") {
      reader.fail(.keyDoesNotFit("strata", of: "a rule without 'impute'", at: pair.keyPosition))
    }
    return WrittenMissingRule(imputation: imputation, strata: strata, minimumShares: shares)
  }
}

private enum MissingKeys {
  static let impute = Key(
    optional: "impute", ValueForm<CompositeIndex.Imputation>.word,
    "What stands in for a value: none (default), or the mean or median of like areas.")
  static let strata = Key(
    optional: "strata", ValueForm<Area.ID>.code.list,
    "Groups of like areas, the first that an area belongs to; without them all areas of the index.")
  static let minimumShare = Key(
    optional: "minimum-share", ValueForm<Double>.share.byLevel,
    "Share of its parts, 0 to 1, below which there is no score; or a list, from the level above indicators upwards.")

  static let shape = Shape("a rule for missing values", impute, strata, minimumShare)
}

extension ValueForm where Value == CompositeIndex.Tier {
  static let tier = ValueForm.mapping(TierKeys.shape) { fields, reader in
    let id = fields.read(TierKeys.tier, &reader)
    let title = fields.read(ElementKeys.title, &reader)
    let from = fields.read(TierKeys.from, &reader)
    guard let id, let title else { return nil }
    return CompositeIndex.Tier(id: id, title: title, from: from)
  }
}

private enum TierKeys {
  static let tier = Key(required: "tier", ValueForm<String>.fieldName, "Id of the tier.")
  static let from = Key(optional: "from", .number, "The least score of the tier; the last tier has none.")

  static let shape = Shape("a tier", tier, ElementKeys.title, from)
}

extension ValueForm where Value == CompositeIndex.Sensitivity {
  static let sensitivity = ValueForm.mapping(SensitivityKeys.shape) { fields, reader in
    let draws = fields.read(SensitivityKeys.draws, &reader)
    let seed = fields.read(SensitivityKeys.seed, &reader)
    let noise = fields.read(SensitivityKeys.weights, &reader)
    let normalisations = fields.read(SensitivityKeys.normalisation, &reader)
    let means = fields.read(SensitivityKeys.aggregation, &reader)
    guard let seed else { return nil }
    return CompositeIndex.Sensitivity(
      draws: draws ?? SensitivityKeys.usualDraws, seed: UInt64(seed),
      weightNoisePercent: Double(noise ?? SensitivityKeys.noNoise), normalisations: normalisations ?? [],
      means: means ?? [])
  }
}

private enum SensitivityKeys {
  static let usualDraws = 1000
  static let noNoise = 0

  static let draws = Key(
    optional: "draws", .integer(in: 20...100_000), "How many indices are made at random; default 1000.")
  static let seed = Key(
    required: "seed", .integer(in: 0...Int.max), "Where the random numbers begin: the same seed, the same ranks.")
  static let weights = Key(
    optional: "weights", .integer(in: 0...99), "By how many percent each weight goes up or down at most; default 0.")
  static let normalisation = Key(
    optional: "normalisation", ValueForm<CompositeIndex.Normalisation>.normalisation.list,
    "Normalisations that are tried beside that of the index, for indicators without their own.")
  static let aggregation = Key(
    optional: "aggregation", ValueForm<CompositeIndex.Mean>.word.list,
    "Means that are tried beside those of the index, for all levels.")

  static let shape = Shape("a sensitivity", draws, seed, weights, normalisation, aggregation)
}

extension ValueForm where Value: Hashable {
  /// One value, or a list of them from the level above the indicators upwards, with its place.
  var byLevel: ValueForm<Located<CompositeIndex.ByLevel<Value>>> {
    let items = filledList
    return ValueForm<Located<CompositeIndex.ByLevel<Value>>>(.either(schema, items.schema)) { node, reader in
      var values: [Value]?
      if case .sequence = node.content {
        values = items.read(node, &reader)
      } else {
        values = read(node, &reader).map { [$0] }
      }
      guard let values, let first = values.first else { return nil }
      return Located(CompositeIndex.ByLevel(first, Array(values.dropFirst())), at: node.position)
    }
  }
}

extension ValueForm {
  /// A list with at least one item.
  var filledList: ValueForm<[Value]> {
    let items = list
    let schema = JSONSchema(
      items.schema.members + [.init("minItems", .number("1"))], definitions: items.schema.definitions)
    return ValueForm<[Value]>(schema) { node, reader in
      if case .sequence([]) = node.content {
        reader.fail(.emptyList(at: node.position))
        return nil
      }
      return items.read(node, &reader)
    }
  }
}

extension Diagnostic {
  fileprivate static func emptyList(at position: SourcePosition) -> Self {
    Diagnostic(.error, "MP0103", "list is empty", at: position, hint: "write at least one item")
  }
}

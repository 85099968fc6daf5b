import MilepostLanguage
import MilepostModel

/// A file of `indices/`.
enum IndexFile {
  static let form = ValueForm<CompositeIndex>.mapping(IndexKeys.shape) { fields, reader in
    let id = fields.read(IndexKeys.index, &reader)
    if let pair = fields.pair("index") { reader.record("id", at: pair.value.position) }
    let title = fields.read(ElementKeys.title, &reader)
    let text = fields.read(ElementKeys.text, &reader)
    let scores = fields.read(IndexKeys.scores, &reader)
    let areas = fields.read(IndexKeys.areas, &reader)
    let membership = fields.read(IndexKeys.membership, &reader)
    let periods = fields.read(IndexKeys.periods, &reader)
    let carries = fields.read(IndexKeys.carryForward, &reader)
    let winsorising = fields.read(IndexPartKeys.winsorising, &reader)
    let normalisation = fields.read(IndexPartKeys.normalisation, &reader)
    let means = fields.read(IndexKeys.aggregation, &reader)
    let missing = fields.read(IndexKeys.missing, &reader)
    let tiers = fields.read(IndexKeys.tiers, &reader)
    let reference = fields.read(IndexKeys.reference, &reader)
    let sensitivity = fields.read(IndexKeys.sensitivity, &reader)
    let parts = fields.read(IndexPartKeys.parts, &reader)
    checkTiers(tiers ?? [], &reader)
    guard let id, let title, let scores, let areas, let periods, let parts else { return nil }
    let nodes = IndexNodes(index: id.text, scores: scores, parts, &reader).nodes
    checkLevels(means, "aggregation", of: nodes, &reader)
    checkLevels(missing?.minimumShares, "minimum-share", of: nodes, &reader)
    return CompositeIndex(
      id: id, title: title, text: text, areas: areas, membership: membership ?? .fixedAtEdition,
      periods: periods.map(\.value).sorted(), carryForwardYears: carries ?? IndexKeys.neverCarried,
      winsorising: winsorising ?? CompositeIndex.Winsorising.none, normalisation: normalisation ?? .minMax(.hundred),
      means: means?.value ?? .init(.arithmetic),
      missing: .init(
        imputation: missing?.imputation ?? CompositeIndex.Imputation.none, strata: missing?.strata ?? [],
        minimumShares: missing?.minimumShares?.value ?? .init(IndexKeys.anyShare)),
      tiers: (tiers ?? []).map(\.value), reference: reference, sensitivity: sensitivity, nodes: nodes)
  }

  /// From the best to the worst; only the last has no cut point, and every score has a tier.
  private static func checkTiers(_ tiers: [Located<CompositeIndex.Tier>], _ reader: inout NodeReader) {
    for (place, tier) in tiers.enumerated() {
      switch (tier.value.from, place == tiers.count - 1) {
      case (nil, false): reader.fail(.tierWithoutCut(tier.value.id, at: tier.position))
      case (_?, true): reader.fail(.lastTierWithCut(tier.value.id, at: tier.position))
      case (nil, true), (_?, false): break
      }
      guard place > 0, let from = tier.value.from, let before = tiers[place - 1].value.from, from >= before else {
        continue
      }
      reader.fail(.tiersOutOfOrder(tier.value.id, from, before, at: tier.position))
    }
  }

  private static func checkLevels<Item>(
    _ list: Located<CompositeIndex.ByLevel<Item>>?, _ key: String, of nodes: [IndexNode], _ reader: inout NodeReader
  ) {
    guard let list, let levels = nodes.first?.height else { return }
    let count = list.value.values.count
    if count != 1, count != levels { reader.fail(.otherLevels(key, count, levels, at: list.position)) }
  }
}

private enum IndexKeys {
  static let neverCarried = 0
  static let anyShare = 0.0

  static let index = Key(required: "index", .id(of: CompositeIndex.self), "Id of the index, unique among them.")
  static let scores = Key(
    required: "scores", .id(of: Indicator.self), "Id of the indicator that the scores of the whole become.")
  static let areas = Key(required: "areas", ValueForm<Area.ID>.code, "The group whose members are compared.")
  static let membership = Key(
    optional: "membership", ValueForm<Aggregation.MembershipRule>.word,
    "Members on the edition's date (default), or at the end of each period.")
  static let periods = Key(
    required: "periods", ValueForm<TimePeriod>.period.located.filledList,
    "The periods of the index; values are compared within each.")
  static let carryForward = Key(
    optional: "carry-forward", .integer(in: 0...100), "Years for which the last value stands in; default 0.")
  static let aggregation = Key(
    optional: "aggregation", ValueForm<CompositeIndex.Mean>.word.byLevel,
    "arithmetic (default), geometric or harmonic mean; or a list, from the level above indicators upwards.")
  static let missing = Key(
    optional: "missing", ValueForm<WrittenMissingRule>.rule, "What happens to areas that lack a value.")
  static let tiers = Key(
    optional: "tiers", ValueForm<CompositeIndex.Tier>.tier.located.list,
    "Classes of scores, the best first; the last has no cut point.")
  static let reference = Key(
    optional: "reference", ValueForm<Area.ID>.code,
    "The area that others are compared with; without it an area that has the median of every indicator.")
  static let sensitivity = Key(
    optional: "sensitivity", ValueForm<CompositeIndex.Sensitivity>.sensitivity,
    "What is varied to see how much the ranks hang on choices.")

  static let shape = Shape(
    "an index", index, ElementKeys.title, ElementKeys.text, scores, areas, membership, periods, carryForward,
    IndexPartKeys.winsorising, IndexPartKeys.normalisation, aggregation, missing, tiers, reference, sensitivity,
    IndexPartKeys.parts)
}

extension Diagnostic {
  fileprivate static func otherLevels(
    _ key: String, _ count: Int, _ levels: Int, at position: SourcePosition
  ) -> Self {
    Diagnostic(
      .error, "MP0161", "'\(key)' has \(count) entries, the index has \(levels == 1 ? "1 level" : "\(levels) levels")",
      at: position, hint: "write one for all levels, or one for each, from that above the indicators upwards")
  }

  fileprivate static func tierWithoutCut(_ tier: String, at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP0162", "tier '\(tier)' has no cut point and is not the last", at: position,
      hint: "add 'from: ...', the least score of the tier")
  }

  fileprivate static func lastTierWithCut(_ tier: String, at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP0162", "scores below tier '\(tier)' have no tier", at: position,
      hint: "leave out 'from' of the last tier, or add one below it")
  }

  fileprivate static func tiersOutOfOrder(
    _ tier: String, _ from: Double, _ before: Double, at position: SourcePosition
  ) -> Self {
    Diagnostic(
      .error, "MP0162",
      "tier '\(tier)' begins at \(String(machine: from)), not below \(String(machine: before)) where the one before it begins",
      at: position, hint: "write tiers from the best to the worst")
  }
}

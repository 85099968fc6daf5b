/// A composite index: how the values of several indicators become one score for each area.
package struct CompositeIndex: Hashable, Sendable {
  package typealias ID = Identifier<CompositeIndex>

  /// How the values of parts become the value of what they are parts of.
  package enum Mean: String, Hashable, Sendable, CaseIterable { case arithmetic, geometric, harmonic }

  /// What a share from 0 to 1 is stretched over.
  package struct Scale: Hashable, Sendable {
    package let lower: Double
    package let upper: Double

    package init(lower: Double, upper: Double) {
      self.lower = lower
      self.upper = upper
    }

    package static let hundred = Scale(lower: 0, upper: 100)
  }

  /// How the values of an indicator are brought to the scale of the index, more always being better afterwards.
  package enum Normalisation: Hashable, Sendable {
    /// The way from the worst value to the best.
    case minMax(Scale)
    /// Distance from the mean in standard deviations, then with this mean and deviation.
    case zScore(mean: Double, deviation: Double)
    /// The way from one stated value to another.
    case goalposts(lower: Double, upper: Double, Scale, isCapped: Bool)
    /// The way from the worst value to a stated target.
    case distanceToTarget(Double, Scale, isCapped: Bool)
    /// The share of the other areas that are worse.
    case rank(Scale)
  }

  /// What is done to values far out before they are normalised.
  package enum Winsorising: Hashable, Sendable {
    case none
    case outliers(Outliers)
  }

  package struct Outliers: Hashable, Sendable {
    /// What happens to an indicator that is skewed still.
    package enum Otherwise: String, Hashable, Sendable, CaseIterable { case keep, logarithm }

    /// A distribution is left alone when its skewness, without sign, is below this ...
    package let skewness: Double
    /// ... or its excess kurtosis is below this.
    package let kurtosis: Double
    /// How many values may be moved.
    package let atMost: Int
    package let otherwise: Otherwise

    package init(skewness: Double, kurtosis: Double, atMost: Int, otherwise: Otherwise) {
      self.skewness = skewness
      self.kurtosis = kurtosis
      self.atMost = atMost
      self.otherwise = otherwise
    }
  }

  /// One value for all levels, or one for each, from that of the indicators upwards.
  package struct ByLevel<Value: Hashable & Sendable>: Hashable, Sendable {
    /// Never empty.
    package let values: [Value]

    package init(_ first: Value, _ others: [Value] = []) { values = [first] + others }

    /// - Parameter height: of what is made: 1 above indicators.
    package subscript(height: Int) -> Value { values[min(height, values.count) - 1] }
  }

  /// What stands in for a value that an area lacks.
  package enum Imputation: String, Hashable, Sendable, CaseIterable { case none, mean, median }

  package struct MissingRule: Hashable, Sendable {
    package let imputation: Imputation
    /// Groups whose areas stand in for each other, the first that an area belongs to; empty: all areas.
    package let strata: [Area.ID]
    /// Share of the parts, 0 to 1, below which an area has no score.
    package let minimumShares: ByLevel<Double>

    package init(imputation: Imputation, strata: [Area.ID], minimumShares: ByLevel<Double>) {
      self.imputation = imputation
      self.strata = strata
      self.minimumShares = minimumShares
    }
  }

  /// Scores from a cut point up to that of the tier before.
  package struct Tier: Hashable, Sendable {
    package let id: String
    package let title: LocalizedText
    /// nil: all that is below the others.
    package let from: Double?

    package init(id: String, title: LocalizedText, from: Double?) {
      self.id = id
      self.title = title
      self.from = from
    }
  }

  /// What is varied to see how much the ranks hang on choices.
  package struct Sensitivity: Hashable, Sendable {
    package let draws: Int
    package let seed: UInt64
    /// Each weight is multiplied by a number between 1 − p/100 and 1 + p/100.
    package let weightNoisePercent: Double
    /// Beside the normalisation of the index.
    package let normalisations: [Normalisation]
    /// Beside the means of the index; each for all levels.
    package let means: [Mean]

    package init(
      draws: Int, seed: UInt64, weightNoisePercent: Double, normalisations: [Normalisation], means: [Mean]
    ) {
      self.draws = draws
      self.seed = seed
      self.weightNoisePercent = weightNoisePercent
      self.normalisations = normalisations
      self.means = means
    }
  }

  package let id: ID
  package let title: LocalizedText
  package let text: LocalizedText?
  /// The group whose members are compared.
  package let areas: Area.ID
  package let membership: Aggregation.MembershipRule
  /// Each is an index of its own: values are compared within it.
  package let periods: [TimePeriod]
  /// For how many years the last value of an area stands in.
  package let carryForwardYears: Int
  package let winsorising: Winsorising
  package let normalisation: Normalisation
  package let means: ByLevel<Mean>
  package let missing: MissingRule
  /// From the best to the worst.
  package let tiers: [Tier]
  /// What areas are compared with; nil: an area that has the median of every indicator.
  package let reference: Area.ID?
  package let sensitivity: Sensitivity?
  /// The whole, then each part before its own parts.
  package let nodes: [IndexNode]

  package init(
    id: ID, title: LocalizedText, text: LocalizedText?, areas: Area.ID,
    membership: Aggregation.MembershipRule, periods: [TimePeriod], carryForwardYears: Int, winsorising: Winsorising,
    normalisation: Normalisation, means: ByLevel<Mean>, missing: MissingRule, tiers: [Tier], reference: Area.ID?,
    sensitivity: Sensitivity?, nodes: [IndexNode]
  ) {
    self.id = id
    self.title = title
    self.text = text
    self.areas = areas
    self.membership = membership
    self.periods = periods
    self.carryForwardYears = carryForwardYears
    self.winsorising = winsorising
    self.normalisation = normalisation
    self.means = means
    self.missing = missing
    self.tiers = tiers
    self.reference = reference
    self.sensitivity = sensitivity
    self.nodes = nodes
  }

  /// Whether the scores of a period come about in the same way; texts, tiers and what only explains may differ.
  package func scores(like other: CompositeIndex) -> Bool {
    areas == other.areas && membership == other.membership && carryForwardYears == other.carryForwardYears
      && winsorising == other.winsorising && normalisation == other.normalisation && means == other.means
      && missing == other.missing && nodes.count == other.nodes.count
      && zip(nodes, other.nodes).allSatisfy { node, other in
        (node.id, node.parent, node.weight ?? 1) == (other.id, other.parent, other.weight ?? 1)
          && node.input == other.input
      }
  }

  /// The indicators that go into it.
  package var inputs: [IndexInput] { nodes.compactMap(\.input) }

  /// By node: its share of the whole when nothing is missing, from 0 to 1; those beside each other add up to that of what
  /// they are parts of.
  package var shares: [Double] {
    var shares = [Double](repeating: 1, count: nodes.count)
    for (place, node) in nodes.enumerated() {
      let total = node.children.reduce(0) { $0 + (nodes[$1].weight ?? 1) }
      for child in node.children { shares[child] = shares[place] * (nodes[child].weight ?? 1) / total }
    }
    return shares
  }
}

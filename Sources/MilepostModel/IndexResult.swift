/// A composite index as an edition has it.
package struct PublishedIndex: Hashable, Sendable {
  package let definition: CompositeIndex
  /// Of each period for which there is any value, in the order of time.
  package let results: [IndexResult]

  package init(_ definition: CompositeIndex, _ results: [IndexResult]) {
    self.definition = definition
    self.results = results
  }
}

/// The scores of one period and what explains them.
package struct IndexResult: Hashable, Sendable {
  /// The members of the index's group, sorted; whatever is told by area is in this order.
  package let areas: [Area.ID]
  package let period: TimePeriod
  /// In the order of the definition's nodes.
  package let parts: [IndexPartResult]
  /// Places in the definition's tiers.
  package let tiers: [Int?]
  /// What the distances are measured from; nil when the area of reference has no score.
  package let referenceScore: Double?
  /// nil when the index does not ask for it, or no area has a score.
  package let sensitivity: IndexSensitivity?

  package init(
    areas: [Area.ID], period: TimePeriod, parts: [IndexPartResult], tiers: [Int?], referenceScore: Double?,
    sensitivity: IndexSensitivity?
  ) {
    self.areas = areas
    self.period = period
    self.parts = parts
    self.tiers = tiers
    self.referenceScore = referenceScore
    self.sensitivity = sensitivity
  }

  /// Of the whole.
  package var standings: [IndexStanding?] { parts[0].standings }

  package var hasScores: Bool { standings.contains { $0 != nil } }

  /// How many areas have a score.
  package var rankedCount: Int { standings.count { $0 != nil } }

  /// Of the whole; nil without a score.
  package func standing(of area: Area.ID) -> IndexStanding? {
    areas.firstIndex(of: area).flatMap { standings[$0] }
  }
}

extension PublishedIndex {
  /// The newest period in which an area has a score.
  package var newest: IndexResult? { results.last { $0.hasScores } }

  /// That before the newest.
  package var earlier: IndexResult? { results.filter(\.hasScores).dropLast().last }
}

/// The whole, a pillar or an indicator in one period.
package struct IndexPartResult: Hashable, Sendable {
  /// By area; nil without a score.
  package let standings: [IndexStanding?]
  /// What it adds to the score of the whole, by area; those of parts add up to that of what they are parts of.
  package let contributions: [Double?]
  /// What it adds to the distance of the whole from the reference, by area; also where an area lacks it, so that the
  /// others weigh more.
  package let effects: [Double?]
  /// Pearson's, of the scores with those of what it is a part of; nil for the whole, and where one does not vary.
  package let correlationWithParent: Double?
  package let correlationWithWhole: Double?
  /// The median of the scores; nil when no area has one.
  package let median: Double?
  /// What the scores of an indicator are made from; nil for pillars and the whole.
  package let values: IndexValues?

  package init(
    standings: [IndexStanding?], median: Double?, contributions: [Double?], effects: [Double?],
    correlationWithParent: Double?, correlationWithWhole: Double?, values: IndexValues?
  ) {
    self.standings = standings
    self.median = median
    self.contributions = contributions
    self.effects = effects
    self.correlationWithParent = correlationWithParent
    self.correlationWithWhole = correlationWithWhole
    self.values = values
  }
}

/// Where an area stands in the whole or a part.
package struct IndexStanding: Hashable, Sendable {
  /// Of an indicator its normalised value.
  package let score: Double
  /// 1 is the best; areas with equal scores share a place, and the next place is left out.
  package let place: Int
  /// How many areas have this place, itself included.
  package let sharing: Int

  package init(score: Double, place: Int, sharing: Int) {
    self.score = score
    self.place = place
    self.sharing = sharing
  }
}

/// The values of an indicator that went into an index.
package struct IndexValues: Hashable, Sendable {
  package enum Origin: Hashable, Sendable {
    case observed
    /// The value of an earlier period.
    case carried(from: TimePeriod)
    /// The mean or median of like areas.
    case imputed
  }

  package struct Value: Hashable, Sendable {
    /// In the indicator's unit.
    package let number: Double
    /// The same after winsorising; in logarithms where the treatment says so.
    package let treated: Double
    package let origin: Origin

    package init(number: Double, treated: Double, origin: Origin) {
      self.number = number
      self.treated = treated
      self.origin = origin
    }
  }

  package enum Treatment: Hashable, Sendable {
    case none
    /// - Parameter count: how many values were moved.
    case winsorised(count: Int)
    case logarithm
  }

  /// By area.
  package let values: [Value?]
  package let treatment: Treatment

  package init(_ values: [Value?], _ treatment: Treatment) {
    self.values = values
    self.treatment = treatment
  }

  /// How many areas have a value of each origin, and how many none.
  package struct Counts: Hashable, Sendable {
    package fileprivate(set) var observed = 0
    package fileprivate(set) var carried = 0
    package fileprivate(set) var imputed = 0
    package fileprivate(set) var missing = 0
  }

  package var counts: Counts {
    var counts = Counts()
    for value in values {
      switch value?.origin {
      case .observed: counts.observed += 1
      case .carried: counts.carried += 1
      case .imputed: counts.imputed += 1
      case nil: counts.missing += 1
      }
    }
    return counts
  }

  /// Places of the areas whose values were moved; empty where all became logarithms.
  package var moved: [Int] {
    guard case .winsorised = treatment else { return [] }
    return values.indices.filter { place in values[place].map { $0.treated != $0.number } ?? false }
  }
}

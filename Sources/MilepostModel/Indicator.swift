/// Which way is better.
package enum Direction: String, Sendable, Hashable, CaseIterable {
  case up, down

  /// `d` of the formulas: +1 when more is better, -1 when less is.
  package var sign: Double { self == .up ? 1 : -1 }
}

/// What is measured: unit, direction, natural limits, source, owner, and how it comes about.
package struct Indicator: Hashable, Sendable {
  package typealias ID = Identifier<Indicator>

  package enum Nature: String, Sendable, Hashable, CaseIterable { case stock, flow }

  /// Values outside are impossible.
  package struct Limits: Hashable, Sendable {
    package let lower: Double?
    package let upper: Double?

    package init(lower: Double?, upper: Double?) {
      self.lower = lower
      self.upper = upper
    }

    package static let none = Limits(lower: nil, upper: nil)

    package func allow(_ value: Double) -> Bool {
      (lower.map { value >= $0 } ?? true) && (upper.map { value <= $0 } ?? true)
    }
  }

  package let id: ID
  package let title: LocalizedText
  package let definition: LocalizedText?
  package let unit: UnitOfMeasure
  /// nil when neither way is better; targets must then say their own.
  package let direction: Direction?
  package let limits: Limits
  package let nature: Nature
  /// Digits after the point in print.
  package let decimals: Int
  /// Years before the edition after which a value no longer counts as current.
  package let maximumAge: Int
  /// In order of preference; empty: any source, and then at most one may have data.
  package let sources: [DataSource.ID]
  package let dimensions: [String]
  package let owner: String?
  /// Day of each year, as month and day, on which the year before should be in; nil: not asked for.
  package let dueEachYear: MonthDay?
  /// nil: the values stand in the data.
  package let formula: Formula?
  /// How values of groups come from those of areas; nil: only as published.
  package let aggregation: Aggregation?
  package let links: [FrameworkLink]

  package init(
    id: ID, title: LocalizedText, definition: LocalizedText?, unit: UnitOfMeasure, direction: Direction?,
    limits: Limits, nature: Nature, decimals: Int, maximumAge: Int, sources: [DataSource.ID], dimensions: [String],
    owner: String?, dueEachYear: MonthDay?, formula: Formula?, aggregation: Aggregation?, links: [FrameworkLink]
  ) {
    self.id = id
    self.title = title
    self.definition = definition
    self.unit = unit
    self.direction = direction
    self.limits = limits
    self.nature = nature
    self.decimals = decimals
    self.maximumAge = maximumAge
    self.sources = sources
    self.dimensions = dimensions
    self.owner = owner
    self.dueEachYear = dueEachYear
    self.formula = formula
    self.aggregation = aggregation
    self.links = links
  }
}

/// A day that comes every year.
package struct MonthDay: Hashable, Sendable {
  package let month: Int
  package let day: Int

  package init(month: Int, day: Int) {
    self.month = month
    self.day = day
  }
}

/// How the value of a group is computed from those of its areas.
package struct Aggregation: Hashable, Sendable {
  package enum Method: Hashable, Sendable {
    /// Σwx / Σw over areas that have both.
    case weightedMean(weight: Indicator.ID)
    case sum
    case mean
    case median
  }

  /// What stands in for an area without a value.
  package struct Imputation: Hashable, Sendable {
    /// Straight line between two values of the same series.
    package let interpolates: Bool
    /// The last value, for at most so many years; 0: never.
    package let carryForwardYears: Int
    /// The mean of the areas that have a value in the same group of this list; empty: never.
    package let strata: [Area.ID]

    package init(interpolates: Bool, carryForwardYears: Int, strata: [Area.ID]) {
      self.interpolates = interpolates
      self.carryForwardYears = carryForwardYears
      self.strata = strata
    }

    package static let none = Imputation(interpolates: false, carryForwardYears: 0, strata: [])
  }

  package enum MembershipRule: String, Sendable, Hashable, CaseIterable {
    /// The members on the edition's date, for all periods.
    case fixedAtEdition = "fixed-at-edition"
    /// The members at the end of each period.
    case historical
  }

  package let method: Method
  package let imputation: Imputation
  /// Share of the weight, 0 to 1, that must have a value of any kind; below it the estimate is suppressed.
  package let minimumCoverage: Double
  package let membership: MembershipRule

  package init(method: Method, imputation: Imputation, minimumCoverage: Double, membership: MembershipRule) {
    self.method = method
    self.imputation = imputation
    self.minimumCoverage = minimumCoverage
    self.membership = membership
  }
}

/// A link to an element of another framework, for example SDG target 17.8.
package struct FrameworkLink: Hashable, Sendable {
  package let framework: Framework.ID
  package let code: String

  package init(_ framework: Framework.ID, _ code: String) {
    self.framework = framework
    self.code = code
  }
}

/// A plan or list outside this one: the former strategic plan, the SDGs, the WSIS action lines.
package struct Framework: Hashable, Sendable {
  package typealias ID = Identifier<Framework>

  package let id: ID
  package let title: LocalizedText
  package let url: String?
  /// The codes that may be linked to, with their titles.
  package let codes: [Code]

  package init(id: ID, title: LocalizedText, url: String?, codes: [Code]) {
    self.id = id
    self.title = title
    self.url = url
    self.codes = codes
  }
}

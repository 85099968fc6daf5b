extension SDMX {
  /// Puts an artefact under a category.
  package struct Categorisation: Hashable, Sendable {
    package let maintenance: Maintenance
    /// What is put, usually a dataflow.
    package let source: Reference
    /// A category.
    package let target: Reference

    package init(_ maintenance: Maintenance, source: Reference, target: Reference) {
      self.maintenance = maintenance
      self.source = source
      self.target = target
    }

    package var reference: Reference { maintenance.reference(.categorisation) }
  }

  /// Says that a provider gives data for a dataflow.
  package struct ProvisionAgreement: Hashable, Sendable {
    package let maintenance: Maintenance
    package let dataflow: Reference
    package let provider: Reference

    package init(_ maintenance: Maintenance, dataflow: Reference, provider: Reference) {
      self.maintenance = maintenance
      self.dataflow = dataflow
      self.provider = provider
    }

    package var reference: Reference { maintenance.reference(.provisionAgreement) }
  }

  /// Which data there is, or may be, for a dataflow.
  package struct Constraint: Hashable, Sendable {
    package enum Role: String, Hashable, Sendable {
      /// What there is.
      case actual = "Actual"
      case allowed = "Allowed"
    }

    package let maintenance: Maintenance
    package let role: Role
    /// The dataflows, data structures or agreements it is about.
    package let attachment: [Reference]
    package let regions: [CubeRegion]
    package let seriesCount: Int?
    package let observationCount: Int?

    package init(
      _ maintenance: Maintenance, role: Role, attachment: [Reference], regions: [CubeRegion], seriesCount: Int? = nil,
      observationCount: Int? = nil
    ) {
      self.maintenance = maintenance
      self.role = role
      self.attachment = attachment
      self.regions = regions
      self.seriesCount = seriesCount
      self.observationCount = observationCount
    }

    package var reference: Reference { maintenance.reference(.dataConstraint) }
  }

  /// A part of the space that dimensions span.
  package struct CubeRegion: Hashable, Sendable {
    package let isIncluded: Bool
    package let selections: [Selection]

    package init(isIncluded: Bool = true, selections: [Selection]) {
      self.isIncluded = isIncluded
      self.selections = selections
    }
  }

  /// The values of one component in a region.
  package struct Selection: Hashable, Sendable {
    package enum Values: Hashable, Sendable {
      case codes([String])
      case time(TimeRange)
    }

    package let component: String
    package let isIncluded: Bool
    package let values: Values

    package init(_ component: String, isIncluded: Bool = true, _ values: Values) {
      self.component = component
      self.isIncluded = isIncluded
      self.values = values
    }
  }

  /// A stretch of time; its ends as written, both inclusive unless said otherwise.
  package struct TimeRange: Hashable, Sendable {
    package struct End: Hashable, Sendable {
      package let period: String
      package let isInclusive: Bool

      package init(_ period: String, isInclusive: Bool = true) {
        self.period = period
        self.isInclusive = isInclusive
      }
    }

    package let start: End?
    package let end: End?

    package init(start: End?, end: End?) {
      self.start = start
      self.end = end
    }
  }
}

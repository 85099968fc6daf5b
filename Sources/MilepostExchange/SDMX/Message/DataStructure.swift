extension SDMX {
  /// What every component of a data structure has.
  package struct Component: Hashable, Sendable {
    package let id: String
    /// An item of a concept scheme.
    package let concept: Reference
    /// Items of concept schemes that say what part the component plays.
    package let roles: [Reference]
    /// nil: that of the concept.
    package let representation: Representation?
    /// How many values it may hold at once; nil: one.
    package let maximumOccurrences: Occurrences?
    package let annotations: [Annotation]

    package init(
      _ id: String, concept: Reference, roles: [Reference] = [], representation: Representation? = nil,
      maximumOccurrences: Occurrences? = nil, annotations: [Annotation] = []
    ) {
      self.id = id
      self.concept = concept
      self.roles = roles
      self.representation = representation
      self.maximumOccurrences = maximumOccurrences
      self.annotations = annotations
    }
  }

  package enum Occurrences: Hashable, Sendable {
    case atMost(Int)
    case unbounded
  }

  package struct Measure: Hashable, Sendable {
    package let component: Component
    package let usage: Usage

    package init(_ component: Component, usage: Usage = .optional) {
      self.component = component
      self.usage = usage
    }

    package var id: String { component.id }
  }

  package struct Attribute: Hashable, Sendable {
    package let component: Component
    package let usage: Usage
    package let relationship: AttributeRelationship
    /// The measures that it is said of; empty: all.
    package let measures: [String]

    package init(
      _ component: Component, usage: Usage = .optional, relationship: AttributeRelationship, measures: [String] = []
    ) {
      self.component = component
      self.usage = usage
      self.relationship = relationship
      self.measures = measures
    }

    package var id: String { component.id }
  }

  /// Dimensions whose codes together name a set of series.
  package struct Group: Hashable, Sendable {
    package let id: String
    package let dimensions: [String]

    package init(_ id: String, dimensions: [String]) {
      self.id = id
      self.dimensions = dimensions
    }
  }

  /// The components of a table of data.
  package struct DataStructure: Hashable, Sendable {
    package let maintenance: Maintenance
    /// In the order of the key, without that of time.
    package let dimensions: [Component]
    package let timeDimension: Component?
    package let measures: [Measure]
    package let attributes: [Attribute]
    package let groups: [Group]

    package init(
      _ maintenance: Maintenance, dimensions: [Component], timeDimension: Component?, measures: [Measure],
      attributes: [Attribute], groups: [Group] = []
    ) {
      self.maintenance = maintenance
      self.dimensions = dimensions
      self.timeDimension = timeDimension
      self.measures = measures
      self.attributes = attributes
      self.groups = groups
    }

    package var id: String { maintenance.id }
    package var reference: Reference { maintenance.reference(.dataStructure) }

    /// Dimensions, time, measures and attributes, in this order.
    package var components: [Component] {
      dimensions + (timeDimension.map { [$0] } ?? []) + measures.map(\.component) + attributes.map(\.component)
    }

    /// The one measure that a structure has in SDMX 2.1.
    var primaryMeasure: String { measures.first.map(\.id) ?? "OBS_VALUE" }

    /// The attributes in SDMX 2.1, where further measures are attributes of observations.
    var attributesBesideOneMeasure: [Attribute] {
      attributes
        + measures.dropFirst().map { Attribute($0.component, usage: $0.usage, relationship: .observation) }
    }

    /// Where the values of an attribute stand in a data set.
    package func level(of attribute: Attribute) -> AttributeLevel {
      switch attribute.relationship {
      case .dataSet: return .dataSet
      case .observation: return .observation
      case .group: return .group
      case .dimensions(let ids):
        return timeDimension.map { ids.contains($0.id) } ?? (ids.count == dimensions.count) ? .observation : .series
      }
    }
  }

  /// Where the values of an attribute stand.
  package enum AttributeLevel: Hashable, Sendable { case dataSet, group, series, observation }

  package struct Dataflow: Hashable, Sendable {
    package let maintenance: Maintenance
    /// nil for a stub.
    package let structure: Reference?

    package init(_ maintenance: Maintenance, structure: Reference?) {
      self.maintenance = maintenance
      self.structure = structure
    }

    package var id: String { maintenance.id }
    package var reference: Reference { maintenance.reference(.dataflow) }
  }
}

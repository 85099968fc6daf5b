package import MilepostModel

extension SDMX {
  /// Something that a program said of an artefact.
  package struct Annotation: Hashable, Sendable {
    package let id: String?
    package let type: String?
    package let title: String?
    package let url: String?
    package let text: LocalizedText?

    package init(
      id: String? = nil, type: String? = nil, title: String? = nil, url: String? = nil, text: LocalizedText? = nil
    ) {
      self.id = id
      self.type = type
      self.title = title
      self.url = url
      self.text = text
    }
  }

  /// What everything with an id has: names, descriptions and annotations.
  package struct Naming: Hashable, Sendable {
    package let id: String
    /// nil where a message left it out, against the standard.
    package let name: LocalizedText?
    package let description: LocalizedText?
    package let annotations: [Annotation]

    package init(
      _ id: String, name: LocalizedText?, description: LocalizedText? = nil, annotations: [Annotation] = []
    ) {
      self.id = id
      self.name = name
      self.description = description
      self.annotations = annotations
    }
  }

  /// What an agency maintains: a naming with agency and version.
  package struct Maintenance: Hashable, Sendable {
    package let naming: Naming
    package let agency: String
    package let version: Version
    /// `isFinal` of SDMX 2.1.
    package let isFinal: Bool
    /// A stub, whose content lies elsewhere.
    package let isExternalReference: Bool
    /// As written: an ISO 8601 date or time.
    package let validFrom: String?
    package let validTo: String?

    package init(
      _ naming: Naming, agency: String, version: Version = .first, isFinal: Bool = false,
      isExternalReference: Bool = false, validFrom: String? = nil, validTo: String? = nil
    ) {
      self.naming = naming
      self.agency = agency
      self.version = version
      self.isFinal = isFinal
      self.isExternalReference = isExternalReference
      self.validFrom = validFrom
      self.validTo = validTo
    }

    package var id: String { naming.id }

    package func reference(_ kind: ArtefactKind) -> Reference {
      Reference(kind, agency: agency, id: id, version: version)
    }
  }

  /// A list of items that an agency maintains: codes, concepts, organisations.
  package struct ItemScheme<Item: Hashable & Sendable>: Hashable, Sendable {
    package let maintenance: Maintenance
    package let kind: ArtefactKind
    /// Whether items were left out.
    package let isPartial: Bool
    /// In the order of the message.
    package let items: [Item]

    package init(_ maintenance: Maintenance, kind: ArtefactKind, isPartial: Bool = false, items: [Item]) {
      self.maintenance = maintenance
      self.kind = kind
      self.isPartial = isPartial
      self.items = items
    }

    package var id: String { maintenance.id }
    package var reference: Reference { maintenance.reference(kind) }
  }

  /// A value that a component can take, perhaps below another of the same list.
  package struct Code: Hashable, Sendable {
    package let naming: Naming
    /// The id of the code above it.
    package let parent: String?

    package init(_ naming: Naming, parent: String? = nil) {
      self.naming = naming
      self.parent = parent
    }

    package var id: String { naming.id }
  }

  /// What a component means.
  package struct Concept: Hashable, Sendable {
    package let naming: Naming
    package let parent: String?
    /// What holds where the component itself says nothing.
    package let representation: Representation?

    package init(_ naming: Naming, parent: String? = nil, representation: Representation? = nil) {
      self.naming = naming
      self.parent = parent
      self.representation = representation
    }

    package var id: String { naming.id }
  }

  /// A subject under which dataflows are found.
  package struct Category: Hashable, Sendable {
    package let naming: Naming
    package let categories: [Category]

    package init(_ naming: Naming, categories: [Category] = []) {
      self.naming = naming
      self.categories = categories
    }

    package var id: String { naming.id }
  }

  /// An agency or a provider of data.
  package struct Organisation: Hashable, Sendable {
    package let naming: Naming

    package init(_ naming: Naming) { self.naming = naming }

    package var id: String { naming.id }
  }

  /// Codelists, and value lists, whose codes need not be ids.
  package typealias Codelist = ItemScheme<Code>
  package typealias ConceptScheme = ItemScheme<Concept>
  package typealias CategoryScheme = ItemScheme<Category>
  /// Of agencies or of providers of data.
  package typealias OrganisationScheme = ItemScheme<Organisation>
}

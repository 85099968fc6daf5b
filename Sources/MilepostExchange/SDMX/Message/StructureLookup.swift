package import MilepostModel

extension SDMX {
  /// A component with what it means and may hold, references followed.
  package struct ResolvedComponent: Sendable {
    package let component: Component
    package let concept: Concept?
    /// nil where it has no codes, or where they are not in the message.
    package let codelist: Codelist?
    package let representation: Representation?

    package var id: String { component.id }
    package var name: LocalizedText? { concept?.naming.name }
  }

  /// A data structure with everything it refers to.
  package struct ResolvedStructure: Sendable {
    package let dataflow: Dataflow?
    package let structure: DataStructure
    private let resolved: [String: ResolvedComponent]

    init(dataflow: Dataflow?, structure: DataStructure, components: [ResolvedComponent]) {
      self.dataflow = dataflow
      self.structure = structure
      resolved = Dictionary(components.map { ($0.id, $0) }) { first, _ in first }
    }

    package func component(_ id: String) -> ResolvedComponent? { resolved[id] }

    /// The codelists of its components, each once, in their order.
    var codelists: [Codelist] {
      var lists: [Codelist] = []
      for component in structure.components {
        guard let list = self.component(component.id)?.codelist else { continue }
        if !lists.contains(where: { $0.reference == list.reference }) { lists.append(list) }
      }
      return lists
    }
  }
}

extension SDMX.ResolvedComponent {
  /// Whether its values must be numbers.
  var isNumeric: Bool {
    if case .text(let format) = representation { format.isNumeric } else { false }
  }
}

extension SDMX.Structures {
  package func codelist(_ reference: SDMX.Reference) -> SDMX.Codelist? {
    (reference.kind == .valueList ? valueLists : codelists).first { $0.reference == reference }
  }

  package func concept(_ reference: SDMX.Reference) -> SDMX.Concept? {
    guard let id = reference.item.last else { return nil }
    return conceptSchemes.first { $0.reference == reference.artefact }?.items.first { $0.id == id }
  }

  /// The data structure behind a dataflow, an agreement, or itself; nil where a part of the way is not in the message.
  package func resolve(_ reference: SDMX.Reference) -> SDMX.ResolvedStructure? {
    switch reference.kind {
    case .provisionAgreement:
      return provisionAgreements.first { $0.reference == reference }.flatMap { resolve($0.dataflow) }
    case .dataflow:
      guard let flow = dataflows.first(where: { $0.reference == reference }), let structure = flow.structure,
        let found = dataStructures.first(where: { $0.reference == structure })
      else { return nil }
      return resolve(found, of: flow)
    default:
      return dataStructures.first { $0.reference == reference }.map { resolve($0, of: nil) }
    }
  }

  /// What data sets are of, as far as it is in the message.
  package func resolve(_ layouts: [SDMX.DataSetLayout]) -> [SDMX.Reference: SDMX.ResolvedStructure] {
    Dictionary(layouts.compactMap { layout in resolve(layout.structure).map { (layout.structure, $0) } }) { first, _ in
      first
    }
  }

  private func resolve(_ structure: SDMX.DataStructure, of flow: SDMX.Dataflow?) -> SDMX.ResolvedStructure {
    SDMX.ResolvedStructure(
      dataflow: flow, structure: structure,
      components: structure.components.map { component in
        let concept = concept(component.concept)
        let representation = component.representation ?? concept?.representation
        var list: SDMX.Codelist?
        if case .enumeration(let reference) = representation { list = codelist(reference) }
        return SDMX.ResolvedComponent(
          component: component, concept: concept, codelist: list, representation: representation)
      })
  }
}

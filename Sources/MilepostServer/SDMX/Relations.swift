import MilepostExchange

extension SDMX.Structures {
  /// What is related to artefacts in the ways that are asked for.
  func related(
    to chosen: Set<SDMX.Reference>, _ references: Set<StructureReferences>, _ catalogue: Catalogue
  ) -> Set<SDMX.Reference> {
    let relations = Relations(self, catalogue)
    var related: Set<SDMX.Reference> = []
    for reference in references {
      switch reference {
      case .parents: related.formUnion(relations.parents(chosen))
      case .parentsAndSiblings: related.formUnion(relations.parentsAndSiblings(chosen))
      case .ancestors: related.formUnion(relations.ancestors(chosen))
      case .children: related.formUnion(relations.children(chosen))
      case .descendants: related.formUnion(relations.descendants(chosen))
      case .all: related.formUnion(relations.all(chosen))
      case .kind(let kind):
        let wanted: SDMX.ArtefactKind = kind == .contentConstraint ? .dataConstraint : kind
        related.formUnion(relations.all(chosen).union(relations.ancestors(chosen)).filter { $0.kind == wanted })
      }
    }
    return related
  }

  /// What an artefact refers to, and what that does, and so on.
  func descendants(
    of reference: SDMX.Reference, _ links: [SDMX.Reference: Set<SDMX.Reference>]
  ) -> Set<SDMX.Reference> {
    Relations.reached(from: [reference], links)
  }
}

/// Who refers to whom.
private struct Relations {
  private let links: [SDMX.Reference: Set<SDMX.Reference>]
  private let users: [SDMX.Reference: Set<SDMX.Reference>]

  init(_ structures: SDMX.Structures, _ catalogue: Catalogue) {
    var (links, users) = (catalogue.links, catalogue.users)
    for constraint in structures.constraints {
      links[constraint.reference] = Set(constraint.attachment)
      for attached in constraint.attachment { users[attached, default: []].insert(constraint.reference) }
    }
    self.links = links
    self.users = users
  }

  private static func next(
    _ from: Set<SDMX.Reference>, _ links: [SDMX.Reference: Set<SDMX.Reference>]
  ) -> Set<SDMX.Reference> {
    from.reduce(into: []) { all, reference in if let next = links[reference] { all.formUnion(next) } }
  }

  static func reached(
    from start: Set<SDMX.Reference>, _ links: [SDMX.Reference: Set<SDMX.Reference>]
  ) -> Set<SDMX.Reference> {
    var reached: Set<SDMX.Reference> = []
    var front = start
    while !front.isEmpty {
      front = next(front, links).subtracting(reached)
      reached.formUnion(front)
    }
    return reached
  }

  func children(_ chosen: Set<SDMX.Reference>) -> Set<SDMX.Reference> { Relations.next(chosen, links) }
  func parents(_ chosen: Set<SDMX.Reference>) -> Set<SDMX.Reference> { Relations.next(chosen, users) }
  func descendants(_ chosen: Set<SDMX.Reference>) -> Set<SDMX.Reference> { Relations.reached(from: chosen, links) }
  func ancestors(_ chosen: Set<SDMX.Reference>) -> Set<SDMX.Reference> { Relations.reached(from: chosen, users) }

  /// Parents, and what else these refer to.
  func parentsAndSiblings(_ chosen: Set<SDMX.Reference>) -> Set<SDMX.Reference> {
    let parents = parents(chosen)
    return parents.union(Relations.next(parents, links))
  }

  func all(_ chosen: Set<SDMX.Reference>) -> Set<SDMX.Reference> {
    parentsAndSiblings(chosen).union(descendants(chosen))
  }
}

extension Catalogue {
  /// What comes with statements of what data there is of flows, which refer to the flows.
  ///
  /// - Parameter leftOut: kinds that do not come along.
  func referenced(
    by flows: [SDMX.Flow], _ references: Set<StructureReferences>, leftOut: Set<SDMX.ArtefactKind>
  ) -> SDMX.Structures {
    let own = Set(flows.map(\.reference))
    let descendants = own.reduce(into: own) { $0.formUnion(structures.descendants(of: $1, links)) }
    let agreements = own.flatMap { users[$0, default: []] }.filter { $0.kind == .provisionAgreement }
    let providers = agreements.reduce(into: Set<SDMX.Reference>()) { $0.formUnion(links[$1, default: []]) }
    let known = descendants.union(providers)
    var wanted: Set<SDMX.Reference> = []
    for reference in references {
      switch reference {
      case .children: wanted.formUnion(own)
      case .descendants: wanted.formUnion(descendants)
      case .all: wanted.formUnion(known)
      case .kind(let kind): wanted.formUnion(known.filter { $0.kind == kind })
      case .parents, .parentsAndSiblings, .ancestors: continue
      }
    }
    return structures.keeping(wanted.filter { !leftOut.contains($0.kind) })
  }
}

extension Set<StructureReferences> {
  /// Kinds that do not come along in a format unless they are asked for by name: the Python client sdmx1 reads no message of
  /// SDMX-ML 3.0 that has them.
  func leftOut(of format: MessageFormat) -> Set<SDMX.ArtefactKind> {
    guard format == .structureXML30 else { return [] }
    let kinds: Set<SDMX.ArtefactKind> = [.dataProviderScheme, .provisionAgreement]
    return kinds.filter { !contains(.kind($0)) }
  }
}

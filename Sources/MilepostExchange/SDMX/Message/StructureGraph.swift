extension SDMX.Structures {
  /// Every artefact, in the order of kinds.
  package var references: [SDMX.Reference] {
    let schemes =
      agencySchemes.map(\.reference) + dataProviderSchemes.map(\.reference) + categorySchemes.map(\.reference)
    let lists = conceptSchemes.map(\.reference) + codelists.map(\.reference) + valueLists.map(\.reference)
    let data = dataStructures.map(\.reference) + dataflows.map(\.reference) + categorisations.map(\.reference)
    return schemes + lists + data + provisionAgreements.map(\.reference) + constraints.map(\.reference)
  }

  /// The artefacts that artefacts refer to themselves, each once.
  package var links: [SDMX.Reference: Set<SDMX.Reference>] {
    var links: [SDMX.Reference: Set<SDMX.Reference>] = [:]
    for structure in dataStructures {
      var targets = Set(structure.components.flatMap { [$0.concept] + $0.roles }.map(\.artefact))
      for case .enumeration(let list) in structure.components.compactMap(\.representation) { targets.insert(list) }
      links[structure.reference] = targets
    }
    for scheme in conceptSchemes {
      for case .enumeration(let list) in scheme.items.compactMap(\.representation) {
        links[scheme.reference, default: []].insert(list)
      }
    }
    for flow in dataflows { links[flow.reference] = Set(flow.structure.map { [$0] } ?? []) }
    for item in categorisations { links[item.reference] = [item.source.artefact, item.target.artefact] }
    for agreement in provisionAgreements {
      links[agreement.reference] = [agreement.dataflow, agreement.provider.artefact]
    }
    for constraint in constraints { links[constraint.reference] = Set(constraint.attachment) }
    return links
  }

  /// Only the artefacts that are wanted.
  package func keeping(_ wanted: Set<SDMX.Reference>) -> SDMX.Structures {
    var kept = self
    kept.agencySchemes.removeAll { !wanted.contains($0.reference) }
    kept.dataProviderSchemes.removeAll { !wanted.contains($0.reference) }
    kept.categorySchemes.removeAll { !wanted.contains($0.reference) }
    kept.conceptSchemes.removeAll { !wanted.contains($0.reference) }
    kept.codelists.removeAll { !wanted.contains($0.reference) }
    kept.valueLists.removeAll { !wanted.contains($0.reference) }
    kept.dataStructures.removeAll { !wanted.contains($0.reference) }
    kept.dataflows.removeAll { !wanted.contains($0.reference) }
    kept.categorisations.removeAll { !wanted.contains($0.reference) }
    kept.provisionAgreements.removeAll { !wanted.contains($0.reference) }
    kept.constraints.removeAll { !wanted.contains($0.reference) }
    return kept
  }

  /// Some artefacts without their content.
  ///
  /// - Parameter isComplete: whether descriptions and annotations are told.
  package func withStubs(of chosen: Set<SDMX.Reference>, isComplete: Bool) -> SDMX.Structures {
    func stub(_ maintenance: SDMX.Maintenance) -> SDMX.Maintenance { maintenance.stub(isComplete: isComplete) }
    func schemes<Item>(_ schemes: [SDMX.ItemScheme<Item>]) -> [SDMX.ItemScheme<Item>] {
      schemes.map { scheme in
        chosen.contains(scheme.reference)
          ? SDMX.ItemScheme(stub(scheme.maintenance), kind: scheme.kind, items: []) : scheme
      }
    }
    var stubs = self
    stubs.agencySchemes = schemes(agencySchemes)
    stubs.dataProviderSchemes = schemes(dataProviderSchemes)
    stubs.categorySchemes = schemes(categorySchemes)
    stubs.conceptSchemes = schemes(conceptSchemes)
    stubs.codelists = schemes(codelists)
    stubs.valueLists = schemes(valueLists)
    stubs.dataStructures = dataStructures.map { structure in
      guard chosen.contains(structure.reference) else { return structure }
      return SDMX.DataStructure(
        stub(structure.maintenance), dimensions: [], timeDimension: nil, measures: [], attributes: [])
    }
    stubs.dataflows = dataflows.map { flow in
      chosen.contains(flow.reference) ? SDMX.Dataflow(stub(flow.maintenance), structure: nil) : flow
    }
    stubs.categorisations = categorisations.map { item in
      guard chosen.contains(item.reference) else { return item }
      return SDMX.Categorisation(stub(item.maintenance), source: item.source, target: item.target)
    }
    stubs.provisionAgreements = provisionAgreements.map { item in
      guard chosen.contains(item.reference) else { return item }
      return SDMX.ProvisionAgreement(stub(item.maintenance), dataflow: item.dataflow, provider: item.provider)
    }
    return stubs
  }
}

extension SDMX.Maintenance {
  fileprivate func stub(isComplete: Bool) -> SDMX.Maintenance {
    SDMX.Maintenance(
      isComplete ? naming : SDMX.Naming(naming.id, name: naming.name), agency: agency, version: version,
      isFinal: isFinal, isExternalReference: true, validFrom: validFrom, validTo: validTo)
  }
}

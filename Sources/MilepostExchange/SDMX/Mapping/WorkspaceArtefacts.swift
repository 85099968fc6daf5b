package import MilepostModel

extension SDMX {
  /// The artefacts of a workspace.
  package struct WorkspaceArtefacts {
    private let outline: WorkspaceOutline
    private let names: WorkspaceNames
    package private(set) var structures = Structures()
    package private(set) var flows: [Flow] = []

    /// - Parameter held: the indicators that each dataflow has series of.
    package init(_ outline: WorkspaceOutline, holding held: [MilepostModel.Dataflow.ID: Set<Indicator.ID>]) {
      self.outline = outline
      names = WorkspaceNames(languages: outline.languages)
      addCodelists()
      addConcepts()
      addFlows()
      addPlan(held)
      structures.agencySchemes = [
        organisations(.agencyScheme, "AGENCIES", agenciesPhrase, [(agency, outline.title)])
      ]
      addProviders()
    }

    /// The sources of data, and for each dataflow that its source gives it.
    private mutating func addProviders() {
      let providers = outline.sources.map { source in (WorkspaceID.code(source.id.text), source.title) }
      guard !providers.isEmpty else { return }
      let scheme = organisations(.dataProviderScheme, "DATA_PROVIDERS", providersPhrase, providers)
      structures.dataProviderSchemes = [scheme]
      for flow in flows {
        guard let source = flow.source, outline.sources.contains(where: { $0.id == source }) else { continue }
        structures.provisionAgreements.append(
          ProvisionAgreement(
            maintenance("PA_" + flow.id, flow.dataflow.maintenance.naming.name ?? outline.title),
            dataflow: flow.reference, provider: scheme.reference.item(WorkspaceID.code(source.text))))
      }
    }

    private var agency: String { outline.agency }

    private func maintenance(_ id: String, _ name: LocalizedText) -> Maintenance {
      Maintenance(Naming(id, name: name), agency: agency)
    }

    private func organisations(
      _ kind: ArtefactKind, _ id: String, _ phrase: SDMXPhrase, _ items: [(id: String, name: LocalizedText)]
    ) -> OrganisationScheme {
      OrganisationScheme(
        // The standard gives lists of organisations no version but this.
        Maintenance(Naming(id, name: names.phrase(phrase)), agency: agency, version: .unstated), kind: kind,
        items: items.map { Organisation(Naming($0.id, name: $0.name)) })
    }

    private mutating func addCodelist(_ id: String, _ name: LocalizedText, _ codes: [Code]) {
      structures.codelists.append(Codelist(maintenance(id, name), kind: .codelist, items: codes))
    }

    private func concept(_ id: String) -> LocalizedText {
      conceptPhrases[id].map(names.phrase) ?? LocalizedText(id, outline.languages[0])
    }

    private func codes(_ phrases: [(code: String, name: SDMXPhrase)]) -> [Code] {
      phrases.map { Code(Naming($0.code, name: names.phrase($0.name))) }
    }

    private mutating func addCodelists() {
      addCodelist("CL_FREQ", concept("FREQ"), codes(frequencyPhrases))
      let places =
        outline.areas.map { ($0.id.text, $0.name) } + outline.groups.map { ($0.id.text, $0.name) }
      addCodelist("CL_AREA", concept("REF_AREA"), places.map { Code(Naming(WorkspaceID.code($0.0), name: $0.1)) })
      addCodelist(
        "CL_INDICATOR", concept("INDICATOR"),
        outline.indicators.map { indicator in
          Code(Naming(WorkspaceID.code(indicator.id.text), name: indicator.title, description: indicator.definition))
        })
      addCodelist("CL_OBS_STATUS", concept("OBS_STATUS"), codes(statusPhrases))
      addCodelist("CL_CONF_STATUS", concept("CONF_STATUS"), codes(confidentialityPhrases))
      addCodelist("CL_UNIT_MEASURE", concept("UNIT_MEASURE"), units())
      for list in outline.codelists { addCodelist(list) }
    }

    private mutating func addCodelist(_ list: MilepostModel.Codelist) {
      var codes = list.codes.map { Code(Naming($0.id, name: $0.name)) }
      if !codes.contains(where: { $0.id == SeriesKey.total }) {
        codes.insert(Code(Naming(SeriesKey.total, name: names.phrase(totalPhrase))), at: 0)
      }
      addCodelist(WorkspaceID.codelist(list.id.text), list.name, codes)
    }

    /// Each unit once, whatever its power of ten.
    private mutating func units() -> [Code] {
      var codes: [Code] = []
      for unit in outline.indicators.map(\.unit) {
        let text = UnitOfMeasure(
          unit.measure, currency: unit.currency, priceBase: unit.priceBase,
          isPurchasingPowerParity: unit.isPurchasingPowerParity)
        let id = WorkspaceID.unit(unit)
        guard !codes.contains(where: { $0.id == id }) else { continue }
        codes.append(Code(Naming(id, name: name(of: text))))
      }
      return codes.sorted { $0.id < $1.id }
    }

    private func name(of unit: UnitOfMeasure) -> LocalizedText {
      let detail = unit.description.dropFirst(unit.measure.count)
      let named = outline.unitNames[unit.measure] ?? unitPhrases[unit.measure].map(names.phrase)
      guard let named else { return LocalizedText(unit.description, outline.languages[0]) }
      let entries = named.texts.map { entry in
        LocalizedText.Entry(entry.language, String(entry.text.prefix { $0 != "|" }) + detail)
      }
      return LocalizedText(entries) ?? named
    }

    private mutating func addConcepts() {
      let further = furtherDimensions.map(\.id)
      let ids =
        Flow.keyDimensions + further
        + [
          "TIME_PERIOD", "OBS_VALUE", "UNIT_MEASURE", "UNIT_MULT", "DECIMALS", "OBS_STATUS", "CONF_STATUS",
          "COMMENT_OBS",
        ]
      let items = ids.map { id in
        let list = furtherDimensions.first { $0.id == id }.flatMap { dimension in
          outline.codelists.first { $0.id == dimension.codelist }
        }
        return Concept(Naming(id, name: list.map(\.name) ?? concept(id)))
      }
      structures.conceptSchemes = [
        ConceptScheme(maintenance("CS_MILEPOST", names.phrase(conceptSchemePhrase)), kind: .conceptScheme, items: items)
      ]
    }

    private var furtherDimensions: [MilepostModel.DataStructure.Dimension] { outline.furtherDimensions }

    private mutating func addFlows() {
      let all = furtherDimensions.map(\.id)
      for flow in outline.dataflows {
        addFlow(
          WorkspaceID.artefact(flow.id.text, prefix: "DF_"), flow.title, flow.structure.dimensions.map(\.id).sorted(),
          of: flow)
      }
      addFlow(Flow.everything, names.phrase(everythingPhrase), all, of: nil)
    }

    private mutating func addFlow(
      _ id: String, _ title: LocalizedText, _ dimensions: [String], of origin: MilepostModel.Dataflow?
    ) {
      let structure = structure(dimensions, furtherDimensions.map(\.id))
      let flow = Dataflow(maintenance(id, title), structure: structure.reference)
      structures.dataflows.append(flow)
      flows.append(Flow(dataflow: flow, origin: origin?.id, source: origin?.source, dimensions: dimensions))
    }

    /// One data structure for each set of further dimensions: `DSD_INDICATORS` has all of them.
    private mutating func structure(_ dimensions: [String], _ all: [String]) -> DataStructure {
      let id =
        dimensions == all
        ? "DSD_INDICATORS" : dimensions.isEmpty ? "DSD_SERIES" : "DSD_" + dimensions.joined(separator: "_")
      if let known = structures.dataStructures.first(where: { $0.id == id }) { return known }
      let further = furtherDimensions
      let components = dimensions.map { id in
        let list = further.first { $0.id == id }.map { WorkspaceID.codelist($0.codelist.text) }
        return component(id, list.map { .enumeration(reference($0)) })
      }
      let structure = DataStructureTable(maintenance(id, names.phrase(dataStructurePhrase)), component, reference)
        .structure(further: components)
      structures.dataStructures.append(structure)
      return structure
    }

    private func reference(_ codelist: String) -> Reference { Reference(.codelist, agency: agency, id: codelist) }

    private func component(_ id: String, _ representation: Representation?) -> Component {
      let scheme = Reference(.conceptScheme, agency: agency, id: "CS_MILEPOST")
      return Component(id, concept: scheme.item(id), representation: representation)
    }

    /// Goals with their targets, and under each target the flows that hold what it is measured by.
    private mutating func addPlan(_ held: [MilepostModel.Dataflow.ID: Set<Indicator.ID>]) {
      guard !outline.goals.isEmpty else { return }
      let scheme = Reference(.categoryScheme, agency: agency, id: "PLAN")
      let categories = outline.goals.map { goal in
        Category(
          Naming("G_" + WorkspaceID.code(goal.id.text), name: goal.title),
          categories: outline.targets.filter { $0.goal == goal.id }.map { target in
            Category(Naming("T_" + WorkspaceID.code(target.id.text), name: target.title))
          })
      }
      structures.categorySchemes = [
        CategoryScheme(maintenance("PLAN", names.phrase(planPhrase)), kind: .categoryScheme, items: categories)
      ]
      for target in outline.targets {
        guard let indicator = target.indicator else { continue }
        for flow in flows {
          guard let origin = flow.origin, held[origin]?.contains(indicator) == true else { continue }
          let category = scheme.item(
            "G_" + WorkspaceID.code(target.goal.text), "T_" + WorkspaceID.code(target.id.text))
          let name = maintenance("T_\(WorkspaceID.code(target.id.text))_\(flow.id)", target.title)
          structures.categorisations.append(Categorisation(name, source: flow.reference, target: category))
        }
      }
    }
  }
}

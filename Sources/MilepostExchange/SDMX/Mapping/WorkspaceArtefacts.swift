import MilepostModel

extension SDMX {
  /// The artefacts of a release.
  struct WorkspaceArtefacts {
    private let release: Release
    private let names: WorkspaceNames
    private(set) var structures = Structures()
    private(set) var flows: [ReleaseMapping.Flow] = []

    init(_ release: Release) {
      self.release = release
      names = WorkspaceNames(languages: release.settings.languages)
      addCodelists()
      addConcepts()
      addFlows()
      addPlan()
      structures.agencySchemes = [
        organisations(.agencyScheme, "AGENCIES", agenciesPhrase, [(agency, release.settings.title)])
      ]
      let providers = release.sources.map { source in (WorkspaceID.code(source.id.text), source.title) }
      if !providers.isEmpty {
        structures.dataProviderSchemes = [
          organisations(.dataProviderScheme, "DATA_PROVIDERS", providersPhrase, providers)
        ]
      }
    }

    private var agency: String { release.settings.agency }

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
      conceptPhrases[id].map(names.phrase) ?? LocalizedText(id, release.settings.languages[0])
    }

    private func codes(_ phrases: [(code: String, name: SDMXPhrase)]) -> [Code] {
      phrases.map { Code(Naming($0.code, name: names.phrase($0.name))) }
    }

    private mutating func addCodelists() {
      addCodelist("CL_FREQ", concept("FREQ"), codes(frequencyPhrases))
      let places =
        release.areas.map { ($0.id.text, $0.name) } + release.groups.map { ($0.id.text, $0.name) }
      addCodelist("CL_AREA", concept("REF_AREA"), places.map { Code(Naming(WorkspaceID.code($0.0), name: $0.1)) })
      addCodelist(
        "CL_INDICATOR", concept("INDICATOR"),
        release.plan.indicators.map { indicator in
          Code(Naming(WorkspaceID.code(indicator.id.text), name: indicator.title, description: indicator.definition))
        })
      addCodelist("CL_OBS_STATUS", concept("OBS_STATUS"), codes(statusPhrases))
      addCodelist("CL_CONF_STATUS", concept("CONF_STATUS"), codes(confidentialityPhrases))
      addCodelist("CL_UNIT_MEASURE", concept("UNIT_MEASURE"), units())
      for list in release.codelists { addCodelist(list) }
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
      for unit in release.plan.indicators.map(\.unit) {
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
      let named = release.settings.unitNames[unit.measure] ?? unitPhrases[unit.measure].map(names.phrase)
      guard let named else { return LocalizedText(unit.description, release.settings.languages[0]) }
      let entries = named.texts.map { entry in
        LocalizedText.Entry(entry.language, String(entry.text.prefix { $0 != "|" }) + detail)
      }
      return LocalizedText(entries) ?? named
    }

    private mutating func addConcepts() {
      let further = furtherDimensions.map(\.id)
      let ids =
        ReleaseMapping.keyDimensions + further
        + [
          "TIME_PERIOD", "OBS_VALUE", "UNIT_MEASURE", "UNIT_MULT", "DECIMALS", "OBS_STATUS", "CONF_STATUS",
          "COMMENT_OBS",
        ]
      let items = ids.map { id in
        let list = furtherDimensions.first { $0.id == id }.flatMap { dimension in
          release.codelists.first { $0.id == dimension.codelist }
        }
        return Concept(Naming(id, name: list.map(\.name) ?? concept(id)))
      }
      structures.conceptSchemes = [
        ConceptScheme(maintenance("CS_MILEPOST", names.phrase(conceptSchemePhrase)), kind: .conceptScheme, items: items)
      ]
    }

    /// Every dimension of a dataflow beside area and indicator, sorted by id.
    private var furtherDimensions: [MilepostModel.DataStructure.Dimension] {
      var known: [String: MilepostModel.DataStructure.Dimension] = [:]
      for dimension in release.dataflows.flatMap(\.structure.dimensions) where known[dimension.id] == nil {
        known[dimension.id] = dimension
      }
      return known.values.sorted { $0.id < $1.id }
    }

    private mutating func addFlows() {
      let all = furtherDimensions.map(\.id)
      let keys = release.series.keys
      let owners = SeriesOwners(release)
      for flow in release.dataflows {
        let dimensions = flow.structure.dimensions.map(\.id).sorted()
        let series = keys.indices.filter { owners.owner(of: $0) == flow.id }
        addFlow(
          WorkspaceID.artefact(flow.id.text, prefix: "DF_"), flow.title, dimensions, all, series)
      }
      // What is no indicator of the plan is a cell of a table beside it.
      let known = Set(release.plan.indicators.map(\.id))
      let published = keys.indices.filter { place in
        known.contains(keys[place].indicator) && keys[place].codes.allSatisfy { all.contains($0.dimension) }
      }
      addFlow(
        "INDICATORS", names.phrase(everythingPhrase), all, all,
        Array(published))
    }

    private mutating func addFlow(
      _ id: String, _ title: LocalizedText, _ dimensions: [String], _ all: [String], _ series: [Int]
    ) {
      let structure = structure(dimensions, all)
      let flow = Dataflow(maintenance(id, title), structure: structure.reference)
      structures.dataflows.append(flow)
      flows.append(ReleaseMapping.Flow(dataflow: flow, dimensions: dimensions, series: series))
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
    private mutating func addPlan() {
      guard !release.plan.goals.isEmpty else { return }
      let scheme = Reference(.categoryScheme, agency: agency, id: "PLAN")
      let categories = release.plan.goals.map { goal in
        let targets = release.plan.targets(of: goal.id)
        return Category(
          Naming("G_" + WorkspaceID.code(goal.id.text), name: goal.title),
          categories: targets.map { target in
            Category(Naming("T_" + WorkspaceID.code(target.id.text), name: target.title))
          })
      }
      structures.categorySchemes = [
        CategoryScheme(maintenance("PLAN", names.phrase(planPhrase)), kind: .categoryScheme, items: categories)
      ]
      for target in release.plan.targets {
        guard let indicator = target.measure?.indicator else { continue }
        for flow in flows where flow.holds(indicator, of: release) && flow.dataflow.id != "INDICATORS" {
          let category = scheme.item(
            "G_" + WorkspaceID.code(target.goal.text), "T_" + WorkspaceID.code(target.id.text))
          let name = maintenance("T_\(WorkspaceID.code(target.id.text))_\(flow.dataflow.id)", target.title)
          structures.categorisations.append(Categorisation(name, source: flow.reference, target: category))
        }
      }
    }
  }
}

extension SDMX.ReleaseMapping.Flow {
  fileprivate func holds(_ indicator: Indicator.ID, of release: Release) -> Bool {
    let range = release.series.range(of: indicator)
    return series.contains { range.contains($0) }
  }
}

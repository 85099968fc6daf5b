import MilepostExchange
import MilepostModel
import MilepostStore

/// What a publication has to say in SDMX, with the structures of one of its releases.
struct Catalogue: Sendable {
  let publication: PublicationRecord
  let release: ReleaseRecord
  let outline: SDMX.WorkspaceOutline
  let structures: SDMX.Structures
  let flows: [SDMX.Flow]
  /// What each artefact refers to.
  let links: [SDMX.Reference: Set<SDMX.Reference>]
  /// What each artefact is referred to by.
  let users: [SDMX.Reference: Set<SDMX.Reference>]
  /// What each dataflow says now.
  private let states: [Dataflow.ID: SeriesSet]
  private let indicators: Set<Indicator.ID>

  init<Store: ReleaseStore>(
    _ store: Store, _ publication: PublicationRecord, _ release: ReleaseRecord
  ) throws(StoreError) {
    self.publication = publication
    self.release = release
    outline = SDMX.WorkspaceOutline(try store.structure(of: release.id))
    var states: [Dataflow.ID: SeriesSet] = [:]
    for state in try store.states(of: publication.id) { states[state.dataflow] = state.series }
    self.states = states
    var held: [Dataflow.ID: Set<Indicator.ID>] = [:]
    for (flow, set) in states {
      let codes = try store.availability(of: set.id).filter { $0.dimension == "INDICATOR" && $0.observations > 0 }
      held[flow] = Set(codes.map { Indicator.ID($0.code) })
    }
    let artefacts = SDMX.WorkspaceArtefacts(outline, holding: held)
    structures = artefacts.structures
    flows = artefacts.flows
    links = structures.links
    var users: [SDMX.Reference: Set<SDMX.Reference>] = [:]
    for (user, used) in links { for reference in used { users[reference, default: []].insert(user) } }
    self.users = users
    indicators = Set(outline.indicators.map(\.id))
  }

  /// The series of a flow as they are now; nil where nothing was received.
  func set(of flow: SDMX.Flow) -> SeriesSet? { flow.origin.map { states[$0] } ?? release.series }

  /// Whether a series of the flow's set is one of the flow: cells of tables beside the plan are not.
  func has(_ key: SeriesKey, in flow: SDMX.Flow) -> Bool { indicators.contains(key.indicator) && flow.spans(key) }

  func hasIndicator(_ id: Indicator.ID) -> Bool { indicators.contains(id) }

  func flow(_ reference: SDMX.Reference) -> SDMX.Flow? { flows.first { $0.reference == reference } }
}

extension SDMX.WorkspaceOutline {
  init(_ structure: ReleaseStructure) {
    let standard = structure.languages.first ?? LanguageTag("en")
    self.init(
      agency: structure.agency, title: structure.title ?? LocalizedText(structure.workspace, standard),
      languages: structure.languages.isEmpty ? [standard] : structure.languages, unitNames: structure.unitNames,
      indicators: structure.indicators.map {
        IndicatorEntry(id: $0.id, title: $0.title, definition: $0.definition, unit: $0.unit, decimals: $0.decimals)
      }, areas: structure.areas, groups: structure.groups, codelists: structure.codelists, sources: structure.sources,
      dataflows: structure.dataflows, goals: structure.goals.map { GoalEntry(id: $0.id, title: $0.title) },
      targets: structure.targets.map {
        TargetEntry(id: $0.id, goal: $0.goal, title: $0.title, indicator: $0.indicator)
      })
  }
}

/// What a flow's series are about all together.
struct FlowSummary: Sendable {
  var values = SDMX.FlowValues()
  /// As SDMX counts them: each frequency of a series is one.
  var series = 0
  var observations = 0
}

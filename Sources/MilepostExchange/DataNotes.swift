import MilepostModel

/// What a reader of a table must know to use and to cite it: the first sheet of a workbook, in English with the titles in
/// every language of the workspace, because there is one file for all.
struct DataNotes {
  private let release: Release
  private(set) var table = DataTable(columns: ["About", "Value"])

  /// What every table says first.
  private init(_ release: Release, _ kind: String, _ id: String, _ title: LocalizedText) {
    self.release = release
    add("Plan", release.settings.title)
    add(kind, id)
    add("Title", title)
  }

  init(_ release: Release, _ indicator: Indicator) {
    self.init(release, "Indicator", indicator.id.text, indicator.title)
    if let definition = indicator.definition { add("Definition", definition) }
    add(unitOf: indicator)
    frame("indicators/\(indicator.id.text.slug)", cited: indicator.title)
    let range = release.series.range(of: indicator.id)
    origins(range.flatMap { release.series.estimates(at: $0).map(\.provenance) })
    names(range.map { release.series.keys[$0] })
  }

  init(_ release: Release, _ register: Register) {
    self.init(release, "Register", register.id.text, register.title)
    if let text = register.text { add("About", text) }
    frame("registers/\(register.id.text.slug)", cited: register.title)
    add("Source", register.source.text)
    for field in register.fields {
      add("Field \(field.id)", field.title)
      add("Unit of \(field.id)", field.kind.unit?.description)
    }
  }

  init(_ release: Release, _ index: CompositeIndex) {
    self.init(release, "Index", index.id.text, index.title)
    if let text = index.text { add("About", text) }
    frame("indices/\(index.id.text.slug)", cited: index.title)
    for node in index.nodes {
      switch node.content {
      case .pillar(let title, _, _): if let title { add("Part \(node.id)", title) }
      case .indicator(let input):
        if let indicator = release.plan.indicator(input.indicator) { add("Part \(node.id)", indicator.title) }
      }
    }
    for tier in index.tiers { add("Tier \(tier.id)", tier.title) }
  }

  init(_ release: Release, _ published: PublishedSurvey) {
    let survey = published.survey
    self.init(release, "Survey", survey.id.text, survey.title)
    if let text = survey.text { add("About", text) }
    frame("surveys/\(survey.id.text.slug)", cited: survey.title)
    add("Source", survey.source.text)
    for results in published.waves {
      let wave = survey.waves[results.wave]
      add("Wave \(wave.id)", "\(wave.period), \(wave.sampling.rawValue), published \(results.vintage.published)")
      add("Respondents of wave \(wave.id)", results.respondents.map(String.init))
      add("Asked in wave \(wave.id)", results.asked.map(String.init))
    }
    for question in survey.questions {
      add("Question \(question.id)", question.text)
      for answer in question.kind.answers + [question.doNotKnow, question.notApplicable].compactMap(\.self) {
        if let title = answer.title { add("Answer \(question.id) = \(answer.code)", title) }
      }
    }
    add("Hidden", SurveySheet.hidden(by: survey.suppression))
  }

  init(_ release: Release, _ target: Target, _ assessment: Assessment?) {
    self.init(release, "Target", target.id.text, target.title)
    add("Status", assessment?.status.rawValue)
    add("Method", assessment?.method.rawValue)
    add("Due", target.due.description)
    let measures = target.measures
    for measure in measures {
      guard let indicator = release.plan.indicator(measure.indicator) else { continue }
      add("Indicator", indicator.id.text)
      add("Indicator title", indicator.title)
      add(unitOf: indicator)
    }
    frame("targets/\(target.id.text.slug)", cited: target.title)
    let keys = measures.map(\.key)
    let series = keys.compactMap { release.series.estimates($0) }
    origins(series.flatMap { $0.map(\.provenance) } + assessments(assessment).compactMap { $0.current?.provenance })
    names(keys)
  }

  private func assessments(_ assessment: Assessment?) -> [Assessment] { assessment.map { [$0] + $0.parts } ?? [] }

  private mutating func add(_ name: String, _ text: String?) {
    guard let text, !text.isEmpty else { return }
    table.rows.append([.text(name), .text(text)])
  }

  private mutating func add(_ name: String, _ text: LocalizedText) {
    guard text.texts.count > 1 else { return add(name, text.texts[0].text) }
    for entry in text.texts { add("\(name) (\(entry.language))", entry.text) }
  }

  private mutating func add(unitOf indicator: Indicator) { add("Unit", indicator.unit.description) }

  /// Edition, terms, and how to cite.
  private mutating func frame(_ place: String, cited title: LocalizedText) {
    let languages = release.settings.languages
    let address = release.permanentAddress(of: "\(languages[0].text)/\(place)/")
    add("Edition", release.edition?.id.text)
    add("As of", release.asOf.description)
    add("Terms of use", release.settings.licence)
    let parts = [
      release.settings.title.best(of: languages).text, title.best(of: languages).text, release.edition?.id.text,
      "as of \(release.asOf)",
    ]
    add("Cite as", parts.compactMap(\.self).joined(separator: ", ") + ".")
    add("Permanent link", address)
  }

  /// Each source with each vintage that a value comes from, in the order of sources and dates.
  private mutating func origins(_ provenances: [Provenance]) {
    let origins = Set(provenances.map { Origin(source: $0.source, vintage: $0.vintage, received: $0.received) })
    var last: DataSource.ID?
    for origin in origins.sorted() {
      if origin.source != last {
        last = origin.source
        add("Source", origin.source.text)
        if let source = release.sources.first(where: { $0.id == origin.source }) {
          add("Source title", source.title)
          add("Publisher", source.publisher)
          add("Source address", source.url)
          add("Terms of the source", source.licence)
        }
      }
      add("Vintage of \(origin.source)", "\(origin.vintage), received \(origin.received)")
    }
  }

  private struct Origin: Hashable, Comparable {
    let source: DataSource.ID
    let vintage: CalendarDate
    let received: CalendarDate

    static func < (one: Origin, other: Origin) -> Bool {
      if one.source != other.source { return one.source < other.source }
      return (one.vintage, one.received) < (other.vintage, other.received)
    }
  }

  /// What the codes of areas and dimensions stand for.
  private mutating func names(_ keys: [SeriesKey]) {
    let known = Dictionary(
      release.areas.map { ($0.id, $0.name) } + release.groups.map { ($0.id, $0.name) }
    ) { _, last in last }
    for area in Set(keys.map(\.area)).sorted() {
      if let name = known[area] { add("REF_AREA \(area)", name.best(of: release.settings.languages).text) }
    }
    for code in Set(keys.flatMap(\.codes)).sorted() {
      let lists = release.dataflows.flatMap(\.structure.dimensions).filter { $0.id == code.dimension }.map(\.codelist)
      let found = release.codelists.filter { lists.contains($0.id) }.flatMap(\.codes).first { $0.id == code.code }
      if let found { add("\(code.dimension) \(code.code)", found.name.best(of: release.settings.languages).text) }
    }
  }
}

extension Target {
  /// What it or its parts look at.
  var measures: [Measure] {
    if case .compound(let parts) = kind { return parts.compactMap(\.measure) }
    return measure.map { [$0] } ?? []
  }
}

package import MilepostModel

/// What the series of a release are about: codes, names and units in all languages, for those who describe its data.
package struct ReleaseStructure: Sendable {
  package let workspace: String
  package let title: LocalizedText?
  /// SDMX agency.
  package let agency: String
  package let url: String?
  package let licence: String?
  /// The first is the default.
  package let languages: [LanguageTag]
  package let indicators: [IndicatorOutline]
  package let areas: [Area]
  package let groups: [AreaGroup]
  package let codelists: [Codelist]
  package let sources: [DataSource]
  package let dataflows: [Dataflow]
  /// Names of units by the author's word, perhaps with forms for counts behind `|`.
  package let unitNames: [String: LocalizedText]
  package let goals: [GoalOutline]
  package let targets: [TargetOutline]
}

/// What readers of data need to know of a goal.
package struct GoalOutline: Hashable, Sendable {
  package let id: Goal.ID
  package let title: LocalizedText
}

/// What readers of data need to know of a target.
package struct TargetOutline: Hashable, Sendable {
  package let id: Target.ID
  package let goal: Goal.ID
  package let title: LocalizedText
  /// What it is measured by; nil where that is no one indicator.
  package let indicator: Indicator.ID?
}

/// What readers of data need to know of an indicator.
package struct IndicatorOutline: Hashable, Sendable {
  package let id: Indicator.ID
  package let title: LocalizedText
  package let definition: LocalizedText?
  package let unit: UnitOfMeasure
  package let direction: Direction?
  /// Digits after the point in print.
  package let decimals: Int
  /// Ids of its dimensions beside area and period.
  package let dimensions: [String]
  package let owner: String?
  /// Whether a formula gives its values.
  package let isComputed: Bool
}

extension ReleaseStore {
  /// What the series of a release are about.
  package func structure(of release: ReleaseRecord.ID) throws(StoreError) -> ReleaseStructure {
    var reader = StructureReader()
    for row in try rows(of: .text, in: release) { reader.add(row) }
    for row in try rows(of: .membership, in: release) { reader.memberships.append(row) }
    for row in try rows(of: .code, in: release) { reader.codes.append(row) }
    for row in try rows(of: .dimension, in: release) { reader.dimensions.append(row) }
    for row in try rows(of: .vintage, in: release) { reader.vintages.append(row) }
    for row in try rows(of: .measure, in: release) { reader.addMeasure(row) }
    guard let head = try rows(of: .workspace, in: release).first, let id = head[0].text, let agency = head[1].text
    else { throw .damaged("the store", what: "a release has no workspace") }
    return ReleaseStructure(
      workspace: id, title: reader.text("workspace", id, "title"), agency: agency, url: head[2].text,
      licence: head[3].text,
      languages: (head[4].text.map { $0.split(separator: " ") } ?? []).map { LanguageTag(String($0)) },
      indicators: try rows(of: .indicator, in: release).compactMap { reader.indicator($0) },
      areas: try rows(of: .area, in: release).compactMap { reader.area($0) },
      groups: try rows(of: .areaGroup, in: release).compactMap { reader.group($0) },
      codelists: try rows(of: .codelist, in: release).compactMap { reader.codelist($0) },
      sources: try rows(of: .source, in: release).compactMap { reader.source($0) },
      dataflows: try rows(of: .dataflow, in: release).compactMap { reader.dataflow($0) },
      unitNames: reader.unitNames, goals: try rows(of: .goal, in: release).compactMap { reader.goal($0) },
      targets: try rows(of: .target, in: release).compactMap { reader.target($0) })
  }
}

/// Puts values together from rows.
private struct StructureReader {
  private struct Place: Hashable {
    let element: String
    let id: String
    let field: String
  }

  private var texts: [Place: [LocalizedText.Entry]] = [:]
  var memberships: [[StoreCell]] = []
  var codes: [[StoreCell]] = []
  var dimensions: [[StoreCell]] = []
  var vintages: [[StoreCell]] = []
  /// By the target that it is the measure of.
  private var measured: [String: Indicator.ID] = [:]

  mutating func addMeasure(_ row: [StoreCell]) {
    guard row[0].text == "target", let target = row[1].text, let indicator = row[3].text else { return }
    measured[target] = Indicator.ID(indicator)
  }

  var unitNames: [String: LocalizedText] {
    let units = texts.filter { $0.key.element == "unit" && $0.key.field == "title" }
    return Dictionary(uniqueKeysWithValues: units.map { ($0.key.id, $0.value) }).compactMapValues { LocalizedText($0) }
  }

  func goal(_ row: [StoreCell]) -> GoalOutline? {
    guard let id = row[0].text, let title = text("goal", id, "title") else { return nil }
    return GoalOutline(id: Goal.ID(id), title: title)
  }

  func target(_ row: [StoreCell]) -> TargetOutline? {
    guard let id = row[0].text, let goal = row[2].text, let title = text("target", id, "title") else { return nil }
    return TargetOutline(id: Target.ID(id), goal: Goal.ID(goal), title: title, indicator: measured[id])
  }

  mutating func add(_ row: [StoreCell]) {
    guard let element = row[0].text, let id = row[1].text, let field = row[2].text, let language = row[3].text,
      let text = row[4].text
    else { return }
    texts[Place(element: element, id: id, field: field), default: []].append(
      LocalizedText.Entry(LanguageTag(language), text))
  }

  func text(_ element: String, _ id: String, _ field: String) -> LocalizedText? {
    texts[Place(element: element, id: id, field: field)].flatMap { LocalizedText($0) }
  }

  func indicator(_ row: [StoreCell]) -> IndicatorOutline? {
    guard let id = row[0].text, let title = text("indicator", id, "title"), let unit = unit(row[2...]),
      let decimals = row[11].integer
    else { return nil }
    return IndicatorOutline(
      id: Indicator.ID(id), title: title, definition: text("indicator", id, "definition"), unit: unit,
      direction: row[7].text.flatMap(Direction.init), decimals: decimals,
      dimensions: (row[16].text.map { $0.split(separator: " ") } ?? []).map(String.init), owner: row[13].text,
      isComputed: row[14].integer == 1)
  }

  private func unit(_ cells: ArraySlice<StoreCell>) -> UnitOfMeasure? {
    let cells = Array(cells)
    guard let measure = cells[0].text, let multiplier = cells[1].integer else { return nil }
    return UnitOfMeasure(
      measure, multiplier: multiplier, currency: cells[2].text, priceBase: cells[3].integer,
      isPurchasingPowerParity: cells[4].integer == 1)
  }

  func area(_ row: [StoreCell]) -> Area? {
    guard let id = row[0].text, let name = text("area", id, "title") else { return nil }
    return Area(id: Area.ID(id), name: name)
  }

  func group(_ row: [StoreCell]) -> AreaGroup? {
    guard let id = row[0].text, let name = text("area", id, "title") else { return nil }
    let members = memberships.filter { $0[0].text == id }.compactMap { row in
      row[2].text.map {
        AreaGroup.Membership(
          Area.ID($0), from: row[3].text.flatMap { CalendarDate($0) }, to: row[4].text.flatMap { CalendarDate($0) })
      }
    }
    return AreaGroup(id: Area.ID(id), name: name, memberships: members)
  }

  func codelist(_ row: [StoreCell]) -> Codelist? {
    guard let id = row[0].text, let name = text("codelist", id, "title") else { return nil }
    let codes = codes.filter { $0[0].text == id }.compactMap { row -> Code? in
      guard let code = row[2].text, let name = text("code", "\(id)/\(code)", "title") else { return nil }
      return Code(code, name: name)
    }
    return Codelist(id: Codelist.ID(id), name: name, codes: codes)
  }

  func source(_ row: [StoreCell]) -> DataSource? {
    guard let id = row[0].text, let title = text("source", id, "title"), let licence = row[4].text else { return nil }
    return DataSource(
      id: DataSource.ID(id), title: title, publisher: row[2].text, url: row[3].text, licence: licence)
  }

  func dataflow(_ row: [StoreCell]) -> Dataflow? {
    guard let id = row[0].text, let title = text("dataflow", id, "title"), let source = row[3].text,
      let unit = unit(row[4...]), let file = row[9].text
    else { return nil }
    let dimensions = dimensions.filter { $0[0].text == id }.compactMap { row -> DataStructure.Dimension? in
      guard let id = row[2].text, let codelist = row[3].text else { return nil }
      return DataStructure.Dimension(id: id, codelist: Codelist.ID(codelist))
    }
    return Dataflow(
      id: Dataflow.ID(id), title: title, indicator: row[2].text.map { Indicator.ID($0) },
      structure: DataStructure(dimensions: dimensions), unit: unit, source: DataSource.ID(source),
      vintages: vintages.filter { $0[0].text == id }.compactMap(vintage), file: file)
  }

  private func vintage(_ row: [StoreCell]) -> Vintage? {
    guard let published = row[2].text.flatMap({ CalendarDate($0) }),
      let received = row[3].text.flatMap({ CalendarDate($0) }),
      let kind = row[4].text.flatMap({ Vintage.Kind(rawValue: $0) }), let file = row[5].text
    else { return nil }
    return Vintage(published: published, received: received, kind: kind, file: file)
  }
}

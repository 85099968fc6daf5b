package import MilepostModel

extension Release {
  /// What the release says beside its series, as the rows of every table, in a fixed order.
  package var rows: [ReleaseRows] {
    var writer = RowWriter()
    writer.addSettings(settings, edition)
    writer.add(plan)
    for (place, indicator) in plan.indicators.enumerated() { writer.add(indicator, place) }
    writer.add(areas, groups)
    writer.add(codelists)
    writer.addData(sources, dataflows)
    for assessment in assessments { writer.add(assessment, part: 0) }
    for direction in directions { writer.add(direction) }
    return ReleaseTable.allCases.map { ReleaseRows(table: $0, rows: writer.rows[$0] ?? []) }
  }
}

/// Collects rows by table.
struct RowWriter {
  private(set) var rows: [ReleaseTable: [[StoreCell]]] = [:]

  mutating func row(_ table: ReleaseTable, _ cells: [StoreCell]) {
    precondition(cells.count == table.columns.count, "a row of \(table.rawValue) has a cell for each column")
    rows[table, default: []].append(cells)
  }

  /// A text in each of its languages.
  mutating func text(_ element: String, _ id: String, _ field: String, _ text: LocalizedText?) {
    guard let text else { return }
    for entry in text.texts {
      row(.text, [.text(element), .text(id), .text(field), .text(entry.language.text), .text(entry.text)])
    }
  }

  mutating func measures(_ element: String, _ id: String, _ measures: [Measure]) {
    for (place, measure) in measures.enumerated() {
      row(
        .measure,
        [
          .text(element), .text(id), .integer(place), .text(measure.indicator.text), .text(measure.area.text),
          .text(measure.codes.stored),
        ])
    }
  }

  mutating func links(_ element: String, _ id: String, _ links: [FrameworkLink]) {
    for (place, link) in links.enumerated() {
      row(.link, [.text(element), .text(id), .integer(place), .text(link.framework.text), .text(link.code)])
    }
  }

  static func unit(_ unit: UnitOfMeasure) -> [StoreCell] {
    [
      .text(unit.measure), .integer(unit.multiplier), StoreCell(unit.currency), StoreCell(unit.priceBase),
      StoreCell(unit.isPurchasingPowerParity),
    ]
  }

  mutating func addSettings(_ settings: WorkspaceSettings, _ edition: Edition?) {
    row(
      .workspace,
      [
        .text(settings.id), .text(settings.agency), StoreCell(settings.url), StoreCell(settings.licence),
        .text(settings.languages.map(\.text).joined(separator: " ")), .text(settings.period.stored),
        .text(settings.method.method.rawValue),
      ])
    text("workspace", settings.id, "title", settings.title)
    if let edition { text("edition", edition.id.text, "title", edition.title) }
    for (status, words) in settings.statusWords.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      text("status", status.rawValue, "title", words)
    }
    for (unit, words) in settings.unitNames.sorted(by: { $0.key < $1.key }) { text("unit", unit, "title", words) }
    for owner in settings.owners { text("owner", owner.name, "title", owner.title) }
  }

  mutating func add(_ areas: [Area], _ groups: [AreaGroup]) {
    for (place, area) in areas.enumerated() {
      row(.area, [.text(area.id.text), .integer(place)])
      text("area", area.id.text, "title", area.name)
    }
    for (place, group) in groups.enumerated() {
      row(.areaGroup, [.text(group.id.text), .integer(place)])
      text("area", group.id.text, "title", group.name)
      for (place, membership) in group.memberships.enumerated() {
        row(
          .membership,
          [
            .text(group.id.text), .integer(place), .text(membership.area.text),
            StoreCell(membership.from?.description), StoreCell(membership.to?.description),
          ])
      }
    }
  }

  mutating func add(_ codelists: [Codelist]) {
    for (place, codelist) in codelists.enumerated() {
      row(.codelist, [.text(codelist.id.text), .integer(place)])
      text("codelist", codelist.id.text, "title", codelist.name)
      for (place, code) in codelist.codes.enumerated() {
        row(.code, [.text(codelist.id.text), .integer(place), .text(code.id)])
        text("code", "\(codelist.id)/\(code.id)", "title", code.name)
      }
    }
  }

  mutating func addData(_ sources: [DataSource], _ dataflows: [Dataflow]) {
    for (place, source) in sources.enumerated() {
      row(
        .source,
        [
          .text(source.id.text), .integer(place), StoreCell(source.publisher), StoreCell(source.url),
          .text(source.licence),
        ])
      text("source", source.id.text, "title", source.title)
    }
    for (place, flow) in dataflows.enumerated() {
      let head: [StoreCell] = [
        .text(flow.id.text), .integer(place), StoreCell(flow.indicator?.text), .text(flow.source.text),
      ]
      row(.dataflow, head + RowWriter.unit(flow.unit) + [.text(flow.file)])
      text("dataflow", flow.id.text, "title", flow.title)
      for (place, dimension) in flow.structure.dimensions.enumerated() {
        row(
          .dimension,
          [.text(flow.id.text), .integer(place), .text(dimension.id), .text(dimension.codelist.text)])
      }
      for (place, vintage) in flow.vintages.enumerated() {
        row(
          .vintage,
          [
            .text(flow.id.text), .integer(place), .text(vintage.published.description),
            .text(vintage.received.description), .text(vintage.kind.rawValue), .text(vintage.file),
          ])
      }
    }
  }
}

extension [DimensionCode] {
  /// `AGE=Y15T24 SEX=F`; empty for totals.
  package var stored: String { map(\.description).joined(separator: " ") }
}

extension DimensionCode {
  /// `SEX=F`
  package init?(stored text: Substring) {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else { return nil }
    self.init(String(parts[0]), String(parts[1]))
  }
}

import MilepostLanguage
import MilepostModel

extension Release {
  /// Indicators whose pages have maps.
  var mappedIndicators: [Indicator] {
    plan.indicators.filter { indicator in
      rankings.rankings(of: indicator.id).contains { ranking in
        let areas = ranking.areas.map { series.keys[$0.series].area }
        let hasTiles = !boundaries.tiles.isEmpty || !WorldTiles.tiles(for: areas).isEmpty
        return !areas.isEmpty && (hasTiles || !boundaries.outlines.isEmpty)
      }
    }
  }

  /// Pages of maps, below the language's folder.
  var mapPlaces: [String] {
    let hasMaps = !maps.isEmpty || !mappedIndicators.isEmpty
    return (hasMaps ? ["maps"] : []) + maps.map(\.map.place)
  }
}

extension RegisterMap {
  var place: String { "maps/\(id.text.slug)" }
}

extension SiteContext {
  func mapsPage(_ page: Page) -> PageText {
    page.html(title: phrases(.mapHeading)) { html in
      html.element("h1", text: phrases(.mapHeading))
      html.element("p", ["class": "lead"], text: phrases(.mapsLead))
      if !maps.isEmpty { mapsOfRecords(page, &html) }
      let indicators = release.mappedIndicators
      guard !indicators.isEmpty else { return }
      html.heading(2, phrases(.mapsOfIndicators))
      html.element("ul") { html in
        for indicator in indicators {
          html.element("li") { html in
            let place = "indicators/\(indicator.id.text.slug)"
            html.element("a", ["href": page.link(place) + "#" + mapAnchor]) {
              page.write(indicator.title, into: &$0)
            }
          }
        }
      }
    }
  }

  /// The first map on the page of an indicator.
  private var mapAnchor: String { release.boundaries.outlines.isEmpty ? "tiles" : "map" }

  private func mapsOfRecords(_ page: Page, _ html: inout HTMLWriter) {
    html.heading(2, phrases(.mapsOfRecords))
    let head = [phrases(.oneMap), phrases(.oneRegister), phrases(.onTheMap)]
    page.table(phrases(.mapsCaption), head: head, numeric: [2], into: &html) { html in
      for map in maps {
        let published = map.published
        html.element("tr") { html in
          html.element("th", ["scope": "row"]) { html in
            html.element("a", ["href": page.link(published.map.place)]) { page.write(published.map.title, into: &$0) }
          }
          html.element("td") { registerLink(published.register, page, &$0) }
          html.element("td", ["class": "n"], text: count(published.whole.count))
        }
      }
    }
  }

  private func register(_ id: Register.ID) -> Register? {
    release.registers.first { $0.register.id == id }?.register
  }

  private func registerLink(_ id: Register.ID, _ page: Page, _ html: inout HTMLWriter) {
    guard let register = register(id) else { return }
    html.element("a", ["href": page.link("registers/\(id.text.slug)")]) { page.write(register.title, into: &$0) }
  }

  func mapPage(_ map: PlacedMap, _ page: Page) -> PageText {
    let published = map.published
    let title = text(published.map.title)
    return page.html(
      title: phrases(.pageTitle, ["page": title, "site": phrases(.oneMap)]), description: answer(map),
      trail: [Page.Crumb(name: phrases(.mapHeading), place: "maps")]
    ) { html in
      html.element("h1", ["class": "answer"], text: answer(map))
      if let text = published.map.text { html.element("p", ["class": "lead"]) { page.write(text, into: &$0) } }
      let side = phrases.numbers.text(published.grid.side, decimals: 0)
      let names = Dictionary(published.areas.map { ($0.area.text, name(of: $0.area)) }) { first, _ in first }
      page.figure(
        ChartFigure(
          id: "map", title: .text(title), measure: phrases(.squaresMeasure, ["side": side]),
          chart: GridMap(map, names: names, style: style(of: published)),
          notes: (published.areas.isEmpty ? [] : [phrases(.mapKeys)]) + [source(of: published)]), into: &html)
      areasOfMap(published, page, &html)
      making(published, page, &html)
      html.heading(2, phrases(.downloads))
      downloads([DataFile(.map(published.map.id), .csv)], page, &html)
      citation(ofPart: LanguageMark.plain(title, in: phrases.catalogueLanguage), page, &html)
    }
  }

  private func style(of published: PublishedMap) -> FigureStyle {
    switch published.quantity {
    case .records: FigureStyle(scale: .plain, decimals: 0, phrases: phrases)
    case .percent: FigureStyle(scale: .percent, decimals: 1, phrases: phrases)
    case .measured(let unit, let decimals): FigureStyle(unit: unit, decimals: decimals, phrases)
    }
  }

  private func answer(_ map: PlacedMap) -> String {
    let published = map.published
    guard let spread = published.spread else { return phrases(.mapWithoutValues) }
    let records = phrases.counted(published.whole.count, of: register(published.register)?.record)
    let style = style(of: published)
    guard published.quantity != .records, let value = published.whole.value else {
      return phrases(
        .answerCounts, count: spread.cellsOfHalf,
        ["records": records, "squares": count(published.cells.count)])
    }
    return phrases(
      .answerValues,
      [
        "title": text(published.map.title), "value": style.value(value), "records": records,
        "median": style.value(spread.median),
      ])
  }

  private func source(of published: PublishedMap) -> String {
    let day = phrases.dates.text(published.vintage.published)
    guard let register = register(published.register) else { return phrases(.asOfSnapshot, ["date": day]) }
    return phrases(.sourceLine, ["source": release.title(of: register.source, phrases), "vintage": day])
  }

  private func areasOfMap(_ published: PublishedMap, _ page: Page, _ html: inout HTMLWriter) {
    guard !published.areas.isEmpty else { return }
    html.heading(2, phrases(.byArea))
    let title = text(published.map.title)
    let style = style(of: published)
    var columns = [
      TableColumn(key: "area", title: phrases(.areaName), kind: .text),
      TableColumn(key: "records", title: phrases(.records), kind: .number),
    ]
    let hasValues = published.quantity != .records || published.map.fewest > 1
    if hasValues { columns.append(TableColumn(key: "value", title: title, kind: .number)) }
    page.sortableTable("areas", phrases(.byAreaCaption, ["title": title]), columns, by: "area", into: &html) { html in
      for (area, tally) in published.areas.sorted(by: { comesBefore($0.area, $1.area) }) {
        html.element("tr") { html in
          html.element("th", ["scope": "row"]) { page.write(area: area, into: &$0) }
          html.element("td", ["class": "n"], text: count(tally.count))
          guard hasValues else { return }
          if let value = tally.value {
            html.element("td", ["class": "n"], text: style.value(value))
          } else {
            html.element("td", ["class": "none"], text: phrases(.tooFew))
          }
        }
      }
    }
  }

  private func making(_ published: PublishedMap, _ page: Page, _ html: inout HTMLWriter) {
    html.heading(2, phrases(.howMade))
    let area = published.grid.areaOfCell
    html.element("dl", ["class": "facts"]) { html in
      html.term(phrases(.oneRegister)) { registerLink(published.register, page, &$0) }
      html.term(phrases(.onTheMap), text: count(published.whole.count))
      html.term(
        phrases(.squareArea),
        text: phrases(.squareText, ["area": phrases.numbers.text(area, decimals: area < 1000 ? 1 : 0)]))
      if published.unplaced > 0 { html.term(phrases(.withoutPlace), text: count(published.unplaced)) }
      if published.outside > 0 { html.term(phrases(.ofNoArea), text: count(published.outside)) }
    }
    guard !published.areas.isEmpty, register(published.register)?.location?.area == nil else { return }
    html.element("p", ["class": "key"], text: phrases(.locatedByOutline))
  }
}

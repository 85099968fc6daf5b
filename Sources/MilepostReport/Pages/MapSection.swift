import MilepostLanguage
import MilepostModel

extension SiteContext {
  /// Maps of the newest values of areas: in outlines, as far as the workspace brings them, and in tiles.
  func maps(_ series: IndicatorSeries, _ page: Page, _ html: inout HTMLWriter) {
    let boundaries = release.boundaries
    let standings = series.ranking?.areas ?? []
    let areas = standings.map { release.series.keys[$0.series].area }
    let tiles = boundaries.tiles.isEmpty ? WorldTiles.tiles(for: areas) : boundaries.tiles
    guard !standings.isEmpty, !(boundaries.outlines.isEmpty && tiles.isEmpty) else { return }
    let rows = standings.map { standing in
      let key = release.series.keys[standing.series]
      return ChartRow(
        key: key.area.text, name: name(of: key.area), points: [newestEstimate(standing).map(ChartPoint.init)])
    }
    let style = FigureStyle(series.indicator, phrases)
    html.heading(2, phrases(.mapHeading))
    let known = rows.filter { $0.points.first??.value != nil }
    if !boundaries.outlines.isEmpty {
      let missing = absent(known, Set(boundaries.outlines.map(\.area.text)))
      let chart = OutlineMap(rows, places: landPlaces, style: style)
      mapFigure("map", .mapOfOutlines, chart, missing, series, page, &html)
    }
    if !tiles.isEmpty {
      let missing = absent(known, Set(tiles.map(\.area.text)))
      mapFigure("tiles", .mapOfTiles, TileMap(rows, tiles: tiles, style: style), missing, series, page, &html)
    }
  }

  private func mapFigure(
    _ id: String, _ title: MapPhrase, _ chart: some Chart, _ missing: [String], _ series: IndicatorSeries, _ page: Page,
    _ html: inout HTMLWriter
  ) {
    page.figure(
      ChartFigure(
        id: id, title: .text(phrases(title)), measure: phrases.words(forUnitOf: series.indicator), chart: chart,
        notes: missing + [phrases(.mapKeys)]), into: &html)
  }

  /// Which areas with a value the map has no place for.
  private func absent(_ rows: [ChartRow], _ places: Set<String>) -> [String] {
    let names = rows.filter { !places.contains($0.key) }.map(\.name)
    return names.isEmpty ? [] : [phrases(.notOnMap, ["names": phrases.lists.text(names)])]
  }
}

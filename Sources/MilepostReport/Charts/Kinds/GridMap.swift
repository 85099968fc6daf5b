import MilepostLanguage
import MilepostModel

/// Records gathered in the squares of an equal-area grid, with the outlines of areas. Never mirrored.
struct GridMap: Chart {
  private let map: PlacedMap
  private let style: FigureStyle
  private let names: [String: String]

  var steps: ChartSteps { .around }

  /// - Parameter names: of the areas, by code.
  init(_ map: PlacedMap, names: [String: String], style: FigureStyle) {
    self.map = map
    self.names = names
    self.style = style
  }

  private var phrases: Phrases { style.phrases }

  var description: String {
    guard let spread = map.published.spread else { return phrases(.mapWithoutValues) }
    return phrases(
      .describeSquares, count: map.published.cells.count,
      [
        "low": style.value(spread.low), "median": style.value(spread.median), "high": style.value(spread.high),
      ])
  }

  var key: [String] {
    guard map.published.spread != nil else { return [] }
    let few = map.published.cells.contains { $0.tally.value == nil }
    return [phrases(.squareBounds)]
      + (few ? [phrases(.squaresWithoutValue, ["fewest": count(map.published.map.fewest)])] : [])
  }

  private func count(_ number: Int) -> String { phrases.numbers.text(Double(number), decimals: 0) }

  func drawing(_ shape: ChartShape) -> Drawing {
    guard let places = map.places[shape], map.published.spread != nil else {
      return NoData(reason: phrases(.mapWithoutValues)).drawing(shape)
    }
    let legend = MapLegend(legendItems).drawn(shape, top: places.height + 12, phrases)
    var drawing = Drawing(width: shape.width, height: legend.bottom)
    let lands = places.lands.lands.sorted { $0.key < $1.key }
    let tallies = Dictionary(map.published.areas.map { ($0.area.text, $0.tally) }) { first, _ in first }
    let readings = lands.compactMap { code, land in tallies[code].map { reading(code, $0, at: land.middle) } }
    drawing.add(lands.map { LandMark(key: $0.key, tone: .ground, land: $0.value) as any Mark })
    drawing.add(
      SeriesMark(
        colour: "squares", key: "", title: "", readings: readings,
        marks: places.squares.map { SquaresMark(squares: $0) as any Mark }))
    drawing.add(legend.marks)
    return drawing
  }

  private func reading(_ code: String, _ tally: PublishedMap.Tally, at place: Place) -> SeriesMark.Reading {
    let value = tally.value.map { style.value($0) } ?? phrases(.tooFew)
    let text = phrases(
      .areaOnMap, ["area": names[code] ?? code, "value": value, "count": count(tally.count)])
    return SeriesMark.Reading(code, place, text)
  }

  private var legendItems: [MapLegend.Item] {
    let values = map.published.cells.map(\.tally.value)
    var items = map.classes.classes.enumerated().map { place, item -> MapLegend.Item in
      let number = values.count { $0.map { map.classes.index(of: $0) == place } ?? false }
      let ends = [item.bounds.lowerBound, item.bounds.upperBound].map { ValueAxis.text($0, style) }
      return .init(
        tone: item.tone, text: phrases(.classRange, ["low": ends[0], "high": ends[1], "count": count(number)]))
    }
    let unknown = values.count { $0 == nil }
    if unknown > 0 {
      items.append(
        .init(tone: .neutral, text: phrases(.reading, ["place": phrases(.tooFew), "value": count(unknown)])))
    }
    return items
  }
}

/// Squares of one class in one path.
private struct SquaresMark: Mark {
  let squares: PlacedMap.Squares

  var box: Box { squares.box }

  func mirrored(in width: Double) -> SquaresMark { self }

  func write(into html: inout HTMLWriter) {
    html.shape("path", ["class": "seg \(squares.tone.name)", "d": squares.path])
  }
}

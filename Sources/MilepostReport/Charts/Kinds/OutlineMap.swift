import MilepostModel

/// Areas in their outlines, each as large on paper as on the globe beside the others. Never mirrored.
struct OutlineMap: Chart {
  private let plan: MapPlan
  private let places: [ChartShape: LandPlaces]

  var steps: ChartSteps { .around }
  var description: String { plan.description }
  var key: [String] { plan.key }

  /// - Parameter rows: whose key is the code of the area; those without an outline are not drawn.
  init(_ rows: [ChartRow], places: [ChartShape: LandPlaces], style: FigureStyle) {
    self.places = places
    let lands = places[.wide]?.lands ?? [:]
    let drawn = rows.filter { lands[$0.key] != nil }
    plan = MapPlan(drawn, absent: lands.count - drawn.count, style)
  }

  func drawing(_ shape: ChartShape) -> Drawing {
    guard !plan.isEmpty, let places = places[shape] else {
      return NoData(reason: plan.points.reasonForNothing(plan.style.phrases)).drawing(shape)
    }
    let drawn = plan.rows.compactMap { row in places.lands[row.key].map { (row: row, land: $0) } }
    let legend = plan.legend(shape, top: places.height + 12)
    var drawing = Drawing(width: shape.width, height: legend.bottom)
    let shown = Set(drawn.map(\.row.key))
    for (key, land) in places.lands.sorted(by: { $0.key < $1.key }) where !shown.contains(key) {
      drawing.add(LandMark(key: key, tone: .open, land: land))
    }
    drawing.add(
      SeriesMark(
        colour: "lands", key: "", title: "", readings: drawn.compactMap { plan.reading($0.row, at: $0.land.middle) },
        marks: drawn.map { LandMark(key: $0.row.key, tone: plan.tone($0.row), land: $0.land) }))
    for (row, land) in drawn where plan.tone(row) == .open {
      drawing.add(WordsMark("note sign", [plan.figure(row)], middleAt: land.middle, .middle))
    }
    drawing.add(legend.marks)
    return drawing
  }
}

import MilepostLanguage

/// Ranks as dots on one scale with rank 1 where rows begin, each on a line over the ranks that it has in most random draws,
/// with the score at the end of the row.
struct RankChart: Chart {
  struct Row: Sendable {
    /// Stands for the row in addresses; unique in the chart.
    let key: String
    let name: String
    let place: Int
    /// nil where nothing was drawn at random.
    let range: ClosedRange<Double>?
    let score: String
    /// How the score is known.
    let point: ChartPoint
  }

  /// In the order of ranks.
  let rows: [Row]
  let phrases: Phrases

  init(_ rows: [Row], _ phrases: Phrases) {
    self.rows = rows
    self.phrases = phrases
  }

  var steps: ChartSteps { .down }

  var description: String {
    guard let first = rows.first, let last = rows.last else { return phrases(.indexWithoutScores) }
    return phrases(.describeRanks, count: rows.count, ["first": first.name, "last": last.name])
  }

  var key: [String] {
    (rows.contains { $0.range != nil } ? [phrases(.rankKey)] : []) + MarkKey(rows.map(\.point)).sentences(phrases)
  }

  private static let thickness = 20.0
  /// From the middle of the outermost dots to what stands beside them.
  private static let margin = 12.0

  private func layout(_ shape: ChartShape) -> RowLayout {
    RowLayout(
      rows.map { .drawn(name: $0.name, thickness: RankChart.thickness) }, shape: shape, top: 4)
  }

  private func scale(_ layout: RowLayout) -> LinearScale {
    let last = rows.map { max(Double($0.place), $0.range?.upperBound ?? 1) }.max() ?? 1
    let scores = WordsMark.width(rows.map(\.score))
    return LinearScale(
      domain: 1...max(last, 2), start: layout.left + RankChart.margin,
      end: layout.right - scores - RankChart.margin)
  }

  func drawing(_ shape: ChartShape) -> Drawing {
    guard !rows.isEmpty else { return NoData(reason: description).drawing(shape) }
    let layout = layout(shape)
    let scale = scale(layout)
    var drawing = Drawing(width: shape.width, height: layout.bottom + 30)
    drawing.add(axis(scale, layout))
    drawing.add(layout.marks)
    for (lane, row) in rows.enumerated() {
      let y = layout.middle(lane)
      if let range = row.range, range.lowerBound < range.upperBound {
        drawing.add(LineMark("stem", [Place(scale(range.lowerBound), y), Place(scale(range.upperBound), y)]))
      }
      drawing.add(WordsMark("value", [row.score], middleAt: Place(layout.right, y), .right))
    }
    let readings = rows.enumerated().map { lane, row in
      SeriesMark.Reading(row.key, place(row, lane, scale, layout), text(row))
    }
    let dots = zip(readings, rows).map { DotMark($0.place, $1.point, radius: 5) as any Mark }
    drawing.add(SeriesMark(colour: "c1", key: "1", title: "", readings: readings, marks: dots))
    return phrases.isRightToLeft ? drawing.mirrored : drawing
  }

  private func place(_ row: Row, _ lane: Int, _ scale: LinearScale, _ layout: RowLayout) -> Place {
    Place(scale(Double(row.place)), layout.middle(lane))
  }

  private func axis(_ scale: LinearScale, _ layout: RowLayout) -> [any Mark] {
    let round = LinearScale.ticks(in: scale.domain, atMost: ValueAxis.mostTicks).filter { $0 == $0.rounded() }
    let room = WordsMark.width(round.map(rank)) + 10
    // Rank 1 is named whatever the round numbers are, and no number touches the next.
    var ticks = [1.0]
    for tick in round where scale(tick) - scale(ticks[ticks.count - 1]) >= room { ticks.append(tick) }
    return ticks.flatMap { tick -> [any Mark] in
      let x = scale(tick)
      let lines = layout.stretches(from: 2, to: layout.bottom + 4).map { [Place(x, $0), Place(x, $1)] }
      return [
        LinesMark(tick == 1 ? "base" : "grid", lines),
        WordsMark("axis", rank(tick), at: Place(x, layout.bottom + 20), .middle),
      ]
    }
  }

  private func rank(_ place: Double) -> String { phrases.numbers.shortText(place, atMostDecimals: 1) }

  private func text(_ row: Row) -> String {
    guard let range = row.range else {
      return phrases(.rankReading, ["area": row.name, "place": rank(Double(row.place)), "score": row.score])
    }
    return phrases(
      .rankReadingRange,
      [
        "area": row.name, "place": rank(Double(row.place)), "low": rank(range.lowerBound),
        "high": rank(range.upperBound), "score": row.score,
      ])
  }
}

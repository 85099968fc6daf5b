import MilepostLanguage
import MilepostModel

/// What charts of rows share: which rows are drawn, where, and what is read in them.
struct RowPlan: Sendable {
  static let mostRows = 30

  let rows: [ChartRow]
  let style: FigureStyle
  private let selection: [RowSelection]

  /// - Parameter rows: in the order in which they are drawn.
  init(_ rows: [ChartRow], _ style: FigureStyle) {
    self.rows = rows
    self.style = style
    selection = RowSelection.of(rows, atMost: RowPlan.mostRows)
  }

  /// Drawn rows with their place in the layout.
  var drawn: [(lane: Int, row: ChartRow)] {
    selection.enumerated().compactMap { lane, item in
      guard case .row(let index) = item else { return nil }
      return (lane, rows[index])
    }
  }

  var hasFocus: Bool { rows.contains { $0.emphasis == .focus } }

  var isEmpty: Bool { rows.allSatisfy { $0.points.allSatisfy { $0 == nil } } }

  var points: [ChartPoint] { rows.flatMap { $0.points.compactMap(\.self) } }

  var drawnValues: [Double] { drawn.flatMap { $0.row.points.compactMap { $0?.value } } }

  func layout(_ shape: ChartShape, top: Double, thickness: Double) -> RowLayout {
    let lanes = selection.map { item -> RowLayout.Lane in
      switch item {
      case .row(let index):
        .drawn(name: rows[index].name, isStrong: rows[index].emphasis == .focus, thickness: thickness)
      case .leftOut(let count): .words("⋮ " + style.phrases(.rowsLeftOut, count: count))
      }
    }
    return RowLayout(lanes, shape: shape, top: top)
  }

  /// A vertical line through the rows; on small screens, where names stand over rows, from row to row.
  func line(_ name: String, x: Double, from top: Double, to bottom: Double, _ layout: RowLayout) -> [any Mark] {
    [LinesMark(name, layout.stretches(from: top, to: bottom).map { [Place(x, $0), Place(x, $1)] })]
  }

  /// The class of a mark in a row: grey beside rows in focus.
  func name(_ name: String, in row: ChartRow) -> String {
    hasFocus && row.emphasis == .plain ? name + " context" : name
  }

  func reading(_ row: ChartRow, _ point: ChartPoint, at place: Place) -> SeriesMark.Reading {
    let period = style.phrases.dates.text(point.period)
    let name = style.phrases(.placeInPeriod, ["place": row.name, "period": period])
    return SeriesMark.Reading(row.key, place, Readout(style: style).text(name, point))
  }

  /// What the rows show in words: the highest and the lowest.
  var description: String {
    let known = rows.flatMap { row in
      row.points.compactMap { point in point?.value.map { (name: row.name, value: $0) } }
    }
    guard let high = known.max(by: { $0.value < $1.value }), let low = known.min(by: { $0.value < $1.value }) else {
      return points.reasonForNothing(style.phrases)
    }
    return style.phrases(
      .describeRows, count: rows.count,
      [
        "highest": high.name, "high": style.value(high.value), "lowest": low.name, "low": style.value(low.value),
      ])
  }

  /// A drawing of rows, mirrored for languages that are written from the right.
  func finished(_ drawing: Drawing) -> Drawing {
    style.phrases.catalogueLanguage.isRightToLeft ? drawing.mirrored : drawing
  }
}

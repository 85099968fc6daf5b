import MilepostLanguage
import MilepostModel

/// A table whose cells are shaded by their figures: areas by periods, or indicators by areas where all have one unit.
///
/// A gap shows the sign of its reason. Columns that find no room are left out at the beginning, rows in the middle, both in
/// words.
struct HeatTable: Chart {
  let columns: [String]
  private let plan: RowPlan

  var style: FigureStyle { plan.style }

  /// - Parameter rows: with a point for each column, in their order.
  init(_ rows: [ChartRow], columns: [String], style: FigureStyle) {
    self.columns = columns
    plan = RowPlan(rows, style)
  }

  var description: String { plan.description }

  var key: [String] {
    guard !plan.isEmpty else { return [] }
    var signs: [Gap] = []
    for gap in plan.points.compactMap(\.gap) where !signs.contains(gap) { signs.append(gap) }
    let shades = style.phrases(ToneScale(values).hasSides ? .keySides : .keyShades)
    return [shades] + MarkKey([], signs: signs).sentences(style.phrases)
  }

  private var values: [Double] { plan.points.compactMap(\.value) }

  private func text(_ point: ChartPoint?) -> String { point.map { style.figureOrSign($0) } ?? "" }

  private static let rowHeight = 26.0

  /// The columns that are drawn, and where.
  private struct Grid {
    let shown: Range<Int>
    let scale: BandScale
    let heads: [[String]]

    var headHeight: Double { Double(heads.map(\.count).max() ?? 1) * WordsMark.rowHeight }
  }

  private func grid(_ left: Double, _ right: Double) -> Grid {
    let texts = plan.drawn.flatMap { $0.row.points.map(text) }
    let widest = max(WordsMark.width(texts) + 10, 34)
    let most = max(1, min(columns.count, Int((right - left + 2) / (widest + 2))))
    let shown = (columns.count - most)..<columns.count
    // Few columns do not grow beyond what can be read along a row.
    let end = min(right, left + Double(most) * max(widest + 2, 92))
    let scale = BandScale(count: most, gap: 2, start: left, end: end)
    let width = scale.indices.first.map { scale($0).upperBound - scale($0).lowerBound } ?? widest
    return Grid(shown: shown, scale: scale, heads: shown.map { TextRows.of(columns[$0], width: width, isBold: true) })
  }

  func drawing(_ shape: ChartShape) -> Drawing {
    guard !plan.isEmpty else { return NoData(reason: plan.points.reasonForNothing(style.phrases)).drawing(shape) }
    let flat = plan.layout(shape, top: 0, thickness: HeatTable.rowHeight)
    let grid = grid(flat.left, flat.right)
    let note = grid.shown.lowerBound > 0 ? 20.0 : 0
    let layout = plan.layout(shape, top: grid.headHeight + note + 6, thickness: HeatTable.rowHeight)
    var drawing = Drawing(width: shape.width, height: layout.bottom + 2)
    if grid.shown.lowerBound > 0 {
      let words = style.phrases(
        .columnsLeftOut, count: columns.count,
        ["shown": style.phrases.numbers.text(Double(grid.shown.count), decimals: 0)])
      drawing.add(WordsMark("note", words, at: Place(0, 12)))
    }
    for (place, rows) in grid.heads.enumerated() {
      let foot = note + grid.headHeight - 2 - Double(rows.count - 1) * WordsMark.rowHeight
      drawing.add(WordsMark("head", rows, at: Place(grid.scale.middle(place), foot), .middle, isBold: true))
    }
    drawing.add(layout.marks)
    drawing.add(cells(grid, layout))
    return plan.finished(drawing)
  }

  private func cells(_ grid: Grid, _ layout: RowLayout) -> [any Mark] {
    let tones = ToneScale(values)
    var cells: [Tone: [CellsMark.Cell]] = [:]
    var series: [any Mark] = []
    for drawn in plan.drawn {
      let lane = layout.lane(drawn.lane)
      var readings: [SeriesMark.Reading] = []
      var cell: Box?
      for (place, column) in grid.shown.enumerated() where drawn.row.points.indices.contains(column) {
        guard let point = drawn.row.points[column] else { continue }
        let band = grid.scale(place)
        let box = Box(left: band.lowerBound, top: lane.lowerBound, right: band.upperBound, bottom: lane.upperBound)
        cell = box
        cells[point.value.map { tones($0) } ?? .open, default: []].append(.init(box: box, text: text(point)))
        readings.append(.init("\(column + 1)", box.middle, Readout(style: style).text(columns[column], point)))
      }
      series.append(
        SeriesMark(
          colour: "cells", key: drawn.row.key, title: drawn.row.name, readings: readings, marks: [], cell: cell))
    }
    let drawn = cells.sorted { $0.key.name < $1.key.name }.map { CellsMark(tone: $0.key, cells: $0.value) as any Mark }
    return drawn + series
  }
}

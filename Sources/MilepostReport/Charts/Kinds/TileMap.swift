import MilepostModel

/// Areas as squares of one size, each about where it lies, so that small ones are seen as well as large ones. Never mirrored.
struct TileMap: Chart {
  private let plan: MapPlan
  private let tiles: [String: AreaTile]

  var steps: ChartSteps { .around }
  var description: String { plan.description }
  var key: [String] { plan.key }

  static let mostTileSide = 62.0

  /// - Parameter rows: whose key is the code of the area; those without a tile are not drawn.
  init(_ rows: [ChartRow], tiles: [AreaTile], style: FigureStyle) {
    let known = Dictionary(tiles.map { ($0.area.text, $0) }) { first, _ in first }
    self.tiles = known
    plan = MapPlan(rows.filter { known[$0.key] != nil }, style)
  }

  func drawing(_ shape: ChartShape) -> Drawing {
    let drawn = plan.rows.compactMap { row in tiles[row.key].map { (row: row, tile: $0) } }
    guard !plan.isEmpty, let west = drawn.map(\.tile.column).min(), let east = drawn.map(\.tile.column).max(),
      let north = drawn.map(\.tile.row).min(), let south = drawn.map(\.tile.row).max()
    else { return NoData(reason: plan.points.reasonForNothing(plan.style.phrases)).drawing(shape) }
    let gap = 2.0
    let side = min(TileMap.mostTileSide, (shape.width - 2) / Double(east - west + 1) - gap)
    let start = (shape.width - Double(east - west + 1) * (side + gap) + gap) / 2
    func box(_ tile: AreaTile) -> Box {
      let left = start + Double(tile.column - west) * (side + gap)
      let top = 1 + Double(tile.row - north) * (side + gap)
      return Box(left: left, top: top, right: left + side, bottom: top + side)
    }
    let foot = Double(south - north + 1) * (side + gap) + 14
    let legend = plan.legend(shape, top: foot)
    var drawing = Drawing(width: shape.width, height: legend.bottom)
    let size = textSize(side)
    var cells: [Tone: [CellsMark.Cell]] = [:]
    for (row, tile) in drawn {
      cells[plan.tone(row), default: []].append(CellsMark.Cell(box: box(tile), text: text(row, side, size)))
    }
    drawing.add(cells[.open, default: []].map { HatchMark($0.box) as any Mark })
    drawing.add(
      cells.sorted { $0.key.name < $1.key.name }.map {
        CellsMark(tone: $0.key, cells: $0.value, isTiny: size == WordsMark.tinySize) as any Mark
      })
    let readings = drawn.compactMap { plan.reading($0.row, at: box($0.tile).middle) }
    drawing.add(
      SeriesMark(
        colour: "cells", key: "", title: "", readings: readings, marks: [], cell: drawn.first.map { box($0.tile) }))
    drawing.add(legend.marks)
    return drawing
  }

  /// The size in which the codes of all areas find room; nil where some do not.
  private func textSize(_ side: Double) -> Double? {
    [WordsMark.size, WordsMark.tinySize].first { size in plan.rows.allSatisfy { fits($0.key, size, side) } }
  }

  /// Tiny codes may reach up to the edges, since tiles stand apart.
  private func fits(_ text: String, _ size: Double, _ side: Double) -> Bool {
    TextWidth.of(text, size: size) + (size == WordsMark.tinySize ? 0 : 4) <= side
  }

  /// The code of the area where all find room, with the sign of a gap where all of them do; the sign alone where no code does.
  private func text(_ row: ChartRow, _ side: Double, _ size: Double?) -> String {
    func both(_ row: ChartRow) -> String { "\(row.key) \(plan.figure(row))" }
    guard plan.tone(row) == .open else { return size == nil ? "" : row.key }
    guard let size else { return plan.figure(row) }
    let gaps = plan.rows.filter { plan.tone($0) == .open }
    return gaps.allSatisfy { fits(both($0), size, side) } ? both(row) : row.key
  }
}

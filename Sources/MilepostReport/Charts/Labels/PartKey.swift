/// The names of parts of a whole one after the other, each beside a square in its colour, in as many rows as they need.
struct PartKey: Sendable {
  private static let side = 12.0
  private static let gap = 16.0

  private let placed: [(part: SharePart, rows: [String], left: Double, top: Double)]
  let height: Double

  init(_ parts: [SharePart], width: Double) {
    var placed: [(SharePart, [String], Double, Double)] = []
    var left = 0.0
    var top = 0.0
    var line = 0.0
    for part in parts {
      let room = width - PartKey.side - 6
      let rows = TextRows.of(part.name, width: room)
      let needed = PartKey.side + 6 + WordsMark.width(rows)
      if left > 0, left + needed > width {
        left = 0
        top += line
        line = 0
      }
      placed.append((part, rows, left, top))
      left += needed + PartKey.gap
      line = max(line, Double(rows.count) * WordsMark.rowHeight + 4)
    }
    self.placed = placed
    height = top + line
  }

  var marks: [any Mark] {
    placed.flatMap { entry -> [any Mark] in
      let box = Box(
        left: entry.left, top: entry.top + 2, right: entry.left + PartKey.side, bottom: entry.top + 2 + PartKey.side)
      let text = WordsMark(
        "name", entry.rows, at: Place(entry.left + PartKey.side + 6, entry.top + WordsMark.ascent + 1))
      return [BarMark("seg " + entry.part.tone.name, box), text]
    }
  }
}

/// Names over the marks of a row that they name, side by side without touching.
struct HeadLabels: Sendable {
  struct Label: Sendable {
    let text: String
    /// Above which it would stand.
    let x: Double
    /// Class of the text.
    let name: String
  }

  /// Whether a label has a word that is wider than its room.
  let breaksWords: Bool
  private let placed: [(rows: [String], left: Double, name: String)]

  /// - Parameter room: where the labels may stand, from left to right.
  init(_ labels: [Label], in room: ClosedRange<Double>) {
    let gap = 14.0
    let share = (room.upperBound - room.lowerBound - gap * Double(labels.count - 1)) / Double(max(1, labels.count))
    // A label is broken only where all in one row find no room.
    let whole = labels.map { WordsMark.width([$0.text], isBold: true) + gap }.reduce(-gap, +)
    let fits = whole <= room.upperBound - room.lowerBound
    breaksWords =
      !fits && labels.contains { TextRows.breaksWords(of: $0.text, width: share, isBold: true) }
    let rows = labels.map { label in
      fits ? [label.text] : TextRows.of(label.text, width: share, isBold: true)
    }
    let widths = rows.map { WordsMark.width($0, isBold: true) }
    var lefts = zip(labels, widths).map { $0.x - $1 / 2 }
    let order = labels.indices.sorted { (labels[$0].x, $0) < (labels[$1].x, $1) }
    var least = room.lowerBound
    for index in order {
      lefts[index] = max(lefts[index], least)
      least = lefts[index] + widths[index] + gap
    }
    var most = room.upperBound
    for index in order.reversed() {
      lefts[index] = min(lefts[index], most - widths[index])
      most = lefts[index] - gap
    }
    placed = labels.indices.map { (rows[$0], lefts[$0], labels[$0].name) }
  }

  var height: Double { Double(placed.map(\.rows.count).max() ?? 0) * WordsMark.rowHeight }

  /// The last row of each label stands over `bottom`.
  func marks(bottom: Double) -> [WordsMark] {
    placed.map { label in
      let foot = bottom - WordsMark.descent - Double(label.rows.count - 1) * WordsMark.rowHeight
      return WordsMark(label.name, label.rows, at: Place(label.left, foot), isBold: true)
    }
  }
}

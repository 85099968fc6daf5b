import MilepostModel

/// A row of a chart: an area, a group, an indicator, with a value for each group of values of the chart.
struct ChartRow: Sendable {
  enum Emphasis: Sendable {
    /// What the page is about; other rows turn grey.
    case focus
    case plain
  }

  /// Stands for the row in addresses; unique in the chart.
  let key: String
  let name: String
  /// One for each group of values, in their order; nil where the group does not exist in this row.
  let points: [ChartPoint?]
  let emphasis: Emphasis

  init(key: String, name: String, points: [ChartPoint?], emphasis: Emphasis = .plain) {
    self.key = key
    self.name = name
    self.points = points
    self.emphasis = emphasis
  }

  /// One value.
  init(key: String, name: String, _ point: ChartPoint, emphasis: Emphasis = .plain) {
    self.init(key: key, name: name, points: [point], emphasis: emphasis)
  }

  /// The greatest of its values; rows without one come last.
  private var greatest: Double { points.compactMap { $0?.value }.max() ?? -.infinity }

  /// From the highest to the lowest; ties in the order they came in.
  static func sorted(_ rows: [ChartRow]) -> [ChartRow] {
    let ranked = rows.enumerated().map { (place: $0.offset, greatest: $0.element.greatest) }.sorted { one, other in
      one.greatest == other.greatest ? one.place < other.place : one.greatest > other.greatest
    }
    return ranked.map { rows[$0.place] }
  }
}

/// The rows that a drawing has room for.
enum RowSelection: Hashable, Sendable {
  /// The place of a row among all.
  case row(Int)
  /// So many rows between two others are not drawn.
  case leftOut(Int)

  /// All rows when there are few; else the first and the last ones and what is in focus, so that the drawing says where it
  /// is shortened.
  static func of(_ rows: [ChartRow], atMost most: Int) -> [RowSelection] {
    guard rows.count > most else { return rows.indices.map(RowSelection.row) }
    let focus = rows.indices.filter { rows[$0].emphasis == .focus }.prefix(most / 4)
    let side = (most - focus.count) / 2
    var chosen = Set(rows.indices.prefix(side)).union(rows.indices.suffix(side)).union(focus)
    var selection: [RowSelection] = []
    var before = -1
    for index in chosen.sorted() {
      // A single row takes no more room than the words that it is left out.
      if index == before + 2 { chosen.insert(index - 1) }
      before = index
    }
    before = -1
    for index in chosen.sorted() {
      if index > before + 1 { selection.append(.leftOut(index - before - 1)) }
      selection.append(.row(index))
      before = index
    }
    return selection
  }
}

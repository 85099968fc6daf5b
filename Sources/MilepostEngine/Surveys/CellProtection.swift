/// Which cells of a table of counts by group and answer are hidden, so that none can be computed from those that are shown.
///
/// The sums of the rows, how many of a group answered, are known, and so are those of the columns, the answers of all. Then a hidden
/// cell can be computed when, with the rows and columns as points and hidden cells as lines between them, its line is a
/// bridge: D. Gusfield, "A graph theoretic approach to statistical data security", SIAM Journal on Computing 17 (1988).
/// For each bridge the cheapest cells that close a ring with it are hidden too.
package struct CellProtection: Hashable, Sendable {
  private let counts: [[Int]]
  package private(set) var hidden: [[Bool]]
  private let columns: Int

  /// - Parameters:
  ///   - counts: a row for each group; those that belong to no group are a row too.
  ///   - hidden: cells that are too small to be shown.
  package init(_ counts: [[Int]], hidden: [[Bool]]) {
    self.counts = counts
    self.hidden = hidden
    columns = counts.first?.count ?? 0
  }

  /// Hides more cells until none can be computed.
  ///
  /// - Parameter totals: columns of which the sum is hidden; those who know the sums of all others must not come to know it.
  /// - Returns: False when that cannot be done: then nothing of the table can be shown.
  package mutating func protect(totals: [Int]) -> Bool {
    for (one, next) in zip(totals, totals.dropFirst()) where !isConnected(point(ofColumn: one), point(ofColumn: next)) {
      guard hide(from: point(ofColumn: one), to: point(ofColumn: next), without: nil) else { return false }
    }
    while let bridge = bridge {
      guard hide(from: bridge.row, to: point(ofColumn: bridge.column), without: bridge) else { return false }
    }
    return true
  }

  private struct Cell: Hashable {
    let row: Int
    let column: Int
  }

  /// Columns come after the rows.
  private func point(ofColumn column: Int) -> Int { counts.count + column }

  private var bridge: Cell? {
    for row in counts.indices {
      for column in 0..<columns where hidden[row][column] {
        let cell = Cell(row: row, column: column)
        if !isConnected(row, point(ofColumn: column), without: cell) { return cell }
      }
    }
    return nil
  }

  /// Whether a way over hidden cells leads from one point to another.
  private func isConnected(_ start: Int, _ end: Int, without left: Cell? = nil) -> Bool {
    var seen = [Bool](repeating: false, count: counts.count + columns)
    var waiting = [start]
    seen[start] = true
    while let point = waiting.popLast() {
      if point == end { return true }
      for other in neighbours(of: point) where !seen[other] {
        let cell = self.cell(point, other)
        guard cell != left, hidden[cell.row][cell.column] else { continue }
        seen[other] = true
        waiting.append(other)
      }
    }
    return false
  }

  /// The columns of a row, the rows of a column.
  private func neighbours(of point: Int) -> Range<Int> {
    point < counts.count ? counts.count..<(counts.count + columns) : 0..<counts.count
  }

  private mutating func hide(from start: Int, to end: Int, without cell: Cell?) -> Bool {
    guard let path = path(from: start, to: end, without: cell) else { return false }
    for cell in path { hidden[cell.row][cell.column] = true }
    return true
  }

  /// The cells of the cheapest way between two points: hidden ones cost nothing, shown ones what they count.
  private func path(from start: Int, to end: Int, without left: Cell?) -> [Cell]? {
    let size = counts.count + columns
    var costs = [Int](repeating: Int.max, count: size)
    var came = [Int?](repeating: nil, count: size)
    var isDone = [Bool](repeating: false, count: size)
    costs[start] = 0
    while let point = (0..<size).filter({ !isDone[$0] && costs[$0] < Int.max }).min(by: { costs[$0] < costs[$1] }) {
      if point == end { return cells(to: end, came) }
      isDone[point] = true
      for other in neighbours(of: point) where !isDone[other] {
        let cell = self.cell(point, other)
        guard cell != left else { continue }
        let cost = costs[point] + price(of: cell)
        if cost < costs[other] {
          costs[other] = cost
          came[other] = point
        }
      }
    }
    return nil
  }

  private func cells(to end: Int, _ came: [Int?]) -> [Cell] {
    var cells: [Cell] = []
    var point = end
    while let before = came[point] {
      cells.append(cell(before, point))
      point = before
    }
    return cells
  }

  private func cell(_ one: Int, _ other: Int) -> Cell {
    Cell(row: min(one, other), column: max(one, other) - counts.count)
  }

  /// A zero hides little: it comes last.
  private func price(of cell: Cell) -> Int {
    if hidden[cell.row][cell.column] { return 0 }
    let count = counts[cell.row][cell.column]
    return count > 0 ? count : 1_000_000_000
  }
}

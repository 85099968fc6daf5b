/// The globe in cells of one area, bounded by parallels and meridians and about as wide as high.
///
/// The sphere has the area of the ellipsoid WGS 84.
package struct EqualAreaGrid: Hashable, Sendable {
  package struct Cell: Hashable, Comparable, Sendable {
    /// From 0, north to south.
    package let row: Int
    /// From 0, from longitude -180 eastwards.
    package let column: Int

    package init(row: Int, column: Int) {
      self.row = row
      self.column = column
    }

    package static func < (one: Cell, other: Cell) -> Bool {
      (one.row, one.column) < (other.row, other.column)
    }
  }

  /// In degrees.
  package struct Bounds: Hashable, Sendable {
    package let west: Double
    package let east: Double
    package let south: Double
    package let north: Double

    package var middle: GeographicPosition {
      GeographicPosition(longitude: (west + east) / 2, latitude: (south + north) / 2)
    }
  }

  /// Kilometres: the radius of the sphere with the area of the ellipsoid WGS 84.
  package static let radius = 6371.0072

  /// In kilometres, as it was asked for; about that of each cell.
  package let side: Double
  /// Of each row.
  private let counts: [Int]
  /// How many cells lie north of each row.
  private let starts: [Int]
  /// Latitudes between the rows, from 90 down to -90.
  private let edges: [Double]

  /// - Parameters:
  ///   - counts: how many cells each row has, from north to south; at least one row.
  ///   - edges: one more than rows.
  package init(side: Double, counts: [Int], edges: [Double]) {
    self.side = side
    self.counts = counts
    self.edges = edges
    var starts = [0]
    for count in counts { starts.append(starts[starts.count - 1] + count) }
    self.starts = starts
  }

  /// How many cells the globe has.
  package var count: Int { starts[counts.count] }

  /// In square kilometres.
  package var areaOfCell: Double { 4 * .pi * EqualAreaGrid.radius * EqualAreaGrid.radius / Double(count) }

  /// The number of the cell that holds the place, from 0 by rows; a place on a bound lies in the cell south or east of it.
  package func index(of position: GeographicPosition) -> Int {
    let rows = counts.count
    var row = min(rows - 1, max(0, Int((90 - position.latitude) / 180 * Double(rows))))
    while row > 0, position.latitude > edges[row] { row -= 1 }
    while row < rows - 1, position.latitude <= edges[row + 1] { row += 1 }
    let turn = (position.longitude + 180) / 360
    return starts[row] + Int(turn * Double(counts[row])) % counts[row]
  }

  /// - Parameter index: less than `count`.
  package func cell(_ index: Int) -> Cell {
    var (low, high) = (0, counts.count - 1)
    while low < high {
      let middle = (low + high + 1) / 2
      if starts[middle] <= index { low = middle } else { high = middle - 1 }
    }
    return Cell(row: low, column: index - starts[low])
  }

  package func bounds(of cell: Cell) -> Bounds {
    let width = 360 / Double(counts[cell.row])
    return Bounds(
      west: Double(cell.column) * width - 180, east: Double(cell.column + 1) * width - 180,
      south: edges[cell.row + 1], north: edges[cell.row])
  }
}

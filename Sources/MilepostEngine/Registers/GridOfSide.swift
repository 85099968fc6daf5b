package import MilepostModel

#if canImport(Glibc)
  import Glibc
#endif

extension EqualAreaGrid {
  /// The globe in cells of about this width.
  ///
  /// Rows have one height at first, and as many cells as keep them nearest to squares; then their bounds are moved so that
  /// every cell has exactly the same area: sin φ = 1 − 2 · (cells north of φ) / (all cells). After the zones of P. Leopardi,
  /// A partition of the unit sphere into regions of equal area and small diameter, Electronic Transactions on Numerical
  /// Analysis 25 (2006), 309–327.
  ///
  /// - Parameter side: in kilometres, more than 0; beyond a quarter of the globe each hemisphere is one row.
  package init(side: Double) {
    let half = Double.pi * EqualAreaGrid.radius
    let rows = max(2, Int((half / side).rounded()))
    let counts = (0..<rows).map { row in
      let latitude = Double.pi / 2 - (Double(row) + 0.5) / Double(rows) * .pi
      return max(1, Int((2 * half * cos(latitude) / side).rounded()))
    }
    let all = Double(counts.reduce(0, +))
    var north = 0
    var edges = [90.0]
    for count in counts {
      north += count
      edges.append(asin(1 - 2 * Double(north) / all) * 180 / .pi)
    }
    self.init(side: side, counts: counts, edges: edges)
  }
}

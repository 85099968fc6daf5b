/// Places one after the other, each as long as it needs: rows of a chart, columns of a table.
struct BandScale: Hashable, Sendable {
  private let bands: [ClosedRange<Double>]
  let end: Double

  /// - Parameter gap: the room between two bands.
  init(lengths: [Double], gap: Double, start: Double) {
    var place = start
    var bands: [ClosedRange<Double>] = []
    for length in lengths {
      bands.append(place...(place + length))
      place += length + gap
    }
    self.bands = bands
    end = bands.isEmpty ? start : place - gap
  }

  /// Equal bands that fill a length.
  init(count: Int, gap: Double, start: Double, end: Double) {
    let length = (end - start - gap * Double(count - 1)) / Double(max(1, count))
    self.init(lengths: Array(repeating: length, count: count), gap: gap, start: start)
  }

  func callAsFunction(_ index: Int) -> ClosedRange<Double> { bands[index] }

  func middle(_ index: Int) -> Double { (bands[index].lowerBound + bands[index].upperBound) / 2 }

  var indices: Range<Int> { bands.indices }
}

/// Where the rows of a chart lie: their names at the left on wide screens and over their lanes on small ones.
struct RowLayout: Sendable {
  /// What stands in a row besides its name.
  enum Lane: Sendable {
    case drawn(name: String, thickness: Double)
    /// Words across the chart: rows that are left out.
    case words(String)
  }

  static let mostNameWidth = 240.0

  let shape: ChartShape
  /// Of the lanes.
  let left: Double
  let right: Double
  private let top: Double
  private let names: [[String]]
  private let lanes: [Lane]
  private let rows: BandScale

  init(_ lanes: [Lane], shape: ChartShape, top: Double) {
    self.shape = shape
    self.lanes = lanes
    self.top = top
    right = shape.width - 1
    let widest =
      lanes.compactMap { lane -> Double? in
        guard case .drawn(let name, _) = lane else { return nil }
        return TextMark.width([name])
      }.max() ?? 0
    let nameWidth = shape == .wide ? min(widest + 1, RowLayout.mostNameWidth) : shape.width
    let wrapped = lanes.map { lane -> [String] in
      switch lane {
      case .drawn(let name, _): TextRows.of(name, width: nameWidth)
      case .words(let text): TextRows.of(text, width: shape.width)
      }
    }
    names = wrapped
    // Names broken into rows may need less than the room for the longest.
    left =
      shape == .wide
      ? TextMark.width(wrapped.enumerated().filter { !lanes[$0.offset].isWords }.flatMap(\.element)) + 14 : 1
    let heights = zip(lanes, wrapped).map { lane, rows in
      let words = Double(rows.count) * TextMark.rowHeight
      return switch lane {
      case .drawn(_, let thickness): shape == .wide ? max(words, thickness) : words + 3 + thickness
      case .words: words + 4
      }
    }
    self.rows = BandScale(lengths: heights, gap: shape == .wide ? 8 : 10, start: top)
  }

  var bottom: Double { rows.end }

  /// The top and bottom of what is drawn in a row.
  func lane(_ index: Int) -> ClosedRange<Double> {
    guard case .drawn(_, let thickness) = lanes[index] else { return rows(index) }
    let top = shape == .wide ? rows.middle(index) - thickness / 2 : rows(index).upperBound - thickness
    return top...(top + thickness)
  }

  func middle(_ index: Int) -> Double { (lane(index).lowerBound + lane(index).upperBound) / 2 }

  /// The names, and the words in place of rows.
  func marks(isStrong: (Int) -> Bool) -> [any Mark] {
    names.indices.map { index in
      let isWords = lanes[index].isWords
      let height = Double(names[index].count - 1) * TextMark.rowHeight
      let foot =
        shape == .wide || isWords ? rows.middle(index) + 4.5 - height / 2 : rows(index).lowerBound + TextMark.ascent
      let name = isWords ? "note" : "name"
      return TextMark(name, names[index], at: Place(0, foot), isBold: !isWords && isStrong(index))
    }
  }
}

extension RowLayout.Lane {
  fileprivate var isWords: Bool {
    if case .words = self { return true }
    return false
  }
}

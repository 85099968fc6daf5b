/// Where the rows of a chart lie: their names at the left on wide screens and over their lanes on small ones.
struct RowLayout: Sendable {
  /// What stands in a row besides its name.
  enum Lane: Sendable {
    case drawn(name: String, isStrong: Bool = false, thickness: Double)
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
    let widest = lanes.map { lane in lane.isWords ? 0 : lane.width([lane.text]) }.max() ?? 0
    let nameWidth = shape == .wide ? min(widest + 1, RowLayout.mostNameWidth) : shape.width
    let wrapped = lanes.map { lane in
      TextRows.of(lane.text, width: lane.isWords ? shape.width : nameWidth, isBold: lane.isStrong)
    }
    names = wrapped
    // Names broken into rows may need less than the room for the longest.
    let needed = zip(lanes, wrapped).map { lane, rows in lane.isWords ? 0 : lane.width(rows) }.max() ?? 0
    left = shape == .wide ? needed + 14 : 1
    let heights = zip(lanes, wrapped).map { lane, rows in
      let words = Double(rows.count) * WordsMark.rowHeight
      return switch lane {
      case .drawn(_, _, let thickness): shape == .wide ? max(words, thickness) : words + 3 + thickness
      case .words: words + 4
      }
    }
    self.rows = BandScale(lengths: heights, gap: shape == .wide ? 8 : 10, start: top)
  }

  var bottom: Double { rows.end }

  /// The top and bottom of what is drawn in a row.
  func lane(_ index: Int) -> ClosedRange<Double> {
    guard case .drawn(_, _, let thickness) = lanes[index] else { return rows(index) }
    let top = shape == .wide ? rows.middle(index) - thickness / 2 : rows(index).upperBound - thickness
    return top...(top + thickness)
  }

  func middle(_ index: Int) -> Double { (lane(index).lowerBound + lane(index).upperBound) / 2 }

  /// How far lines through a row reach beyond it on small screens.
  private static let reach = 4.0

  /// From where to where vertical lines run so that they meet neither words in place of rows nor names over rows.
  func stretches(from top: Double, to bottom: Double) -> [(top: Double, bottom: Double)] {
    guard shape == .wide else {
      return lanes.indices.filter { !lanes[$0].isWords }.map { index in
        (lane(index).lowerBound, lane(index).upperBound + RowLayout.reach)
      }
    }
    var stretches: [(top: Double, bottom: Double)] = []
    var start = top
    for index in lanes.indices where lanes[index].isWords {
      stretches.append((start, lane(index).lowerBound - 2))
      start = lane(index).upperBound + 2
    }
    return stretches + [(start, bottom)]
  }

  /// The names, and the words in place of rows.
  var marks: [any Mark] {
    names.indices.map { index in
      let isWords = lanes[index].isWords
      let height = Double(names[index].count - 1) * WordsMark.rowHeight
      let foot =
        shape == .wide || isWords ? rows.middle(index) + 4.5 - height / 2 : rows(index).lowerBound + WordsMark.ascent
      let name = isWords ? "note" : "name"
      return WordsMark(name, names[index], at: Place(0, foot), isBold: lanes[index].isStrong)
    }
  }
}

extension RowLayout.Lane {
  fileprivate var isWords: Bool {
    if case .words = self { return true }
    return false
  }

  fileprivate var isStrong: Bool {
    if case .drawn(_, let isStrong, _) = self { return isStrong }
    return false
  }

  fileprivate var text: String {
    switch self {
    case .drawn(let name, _, _): name
    case .words(let text): text
    }
  }

  fileprivate func width(_ rows: [String]) -> Double { WordsMark.width(rows, isBold: isStrong) }
}

/// A text at the end of a line, in one row or more.
struct EndLabel: Sendable {
  let rows: [String]
  let value: Double
  /// Class of the text.
  let name: String

  /// - Parameter width: the text is broken into rows that are not wider.
  init(text: String, value: Double, name: String, width: Double) {
    rows = TextRows.of(text, width: width, isBold: true)
    self.value = value
    self.name = name
  }

  private var height: Double { Double(rows.count - 1) * WordsMark.rowHeight }

  /// From the last row of one label to the first of the next: more where one has several rows, so that each is seen to
  /// be one.
  private static func gap(_ one: EndLabel, _ other: EndLabel) -> Double {
    one.rows.count + other.rows.count > 2 ? 22 : 17
  }

  /// For each label the height of its first row, in the middle of its letters, at which none touches another; from top to
  /// bottom they keep the order of their values.
  ///
  /// - Parameter floor: no label begins its last row below it.
  static func heights(_ labels: [EndLabel], on scale: LinearScale, floor lowest: Double) -> [Double] {
    var heights = labels.map { scale($0.value) }
    let order = labels.indices.sorted { (heights[$0], $0) < (heights[$1], $1) }
    for (before, next) in zip(order, order.dropFirst()) {
      heights[next] = max(
        heights[next], heights[before] + labels[before].height + gap(labels[before], labels[next]))
    }
    var floor = lowest
    for place in order.indices.reversed() {
      let index = order[place]
      heights[index] = min(heights[index], floor - labels[index].height)
      if place > 0 { floor = heights[index] - gap(labels[order[place - 1]], labels[index]) }
    }
    return heights
  }

  /// In the order of the labels.
  static func marks(
    _ labels: [EndLabel], on scale: LinearScale, floor: Double, at x: Double, _ anchor: WordsMark.Anchor = .left
  ) -> [WordsMark] {
    zip(labels, heights(labels, on: scale, floor: floor)).map { label, height in
      WordsMark(label.name, label.rows, at: Place(x, height + 4.5), anchor)
    }
  }

  static func marks(_ labels: [EndLabel], in frame: ChartFrame) -> [WordsMark] {
    marks(labels, on: frame.y, floor: frame.bottom + 2, at: frame.right + 8)
  }

  static func width(_ labels: [EndLabel]) -> Double { WordsMark.width(labels.flatMap(\.rows), isBold: true) + margin }

  /// Before a label and behind it.
  static let margin = 14.0
}

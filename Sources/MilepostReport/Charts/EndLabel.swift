import MilepostLanguage

/// A text at the end of a line, in one row or more.
struct EndLabel: Sendable {
  static let rowHeight = 16.0
  /// From the last row of one label to the first of the next: more where one has several rows, so that each is seen to
  /// be one.
  private static func gap(_ one: EndLabel, _ other: EndLabel) -> Double {
    one.rows.count + other.rows.count > 2 ? 22 : 17
  }

  let rows: [String]
  let value: Double
  let name: String

  /// - Parameter width: the text is broken at blanks into rows that are not wider, where its words allow.
  init(text: String, value: Double, name: String, width: Double) {
    rows = TextWidth.lines(text, size: 13, width: width)
    self.value = value
    self.name = name
  }

  private var height: Double { Double(rows.count - 1) * EndLabel.rowHeight }

  /// Heights of the first rows, at which labels do not touch each other, kept in the order of their values.
  static func heights(_ labels: [EndLabel], in frame: ChartFrame) -> [(label: EndLabel, height: Double)] {
    var placed = labels.map { (label: $0, height: frame.y($0.value)) }.sorted { $0.height < $1.height }
    for index in placed.indices.dropFirst() {
      let before = placed[index - 1]
      placed[index].height = max(
        placed[index].height, before.height + before.label.height + gap(before.label, placed[index].label))
    }
    var floor = frame.bottom + 2
    for index in placed.indices.reversed() {
      let label = placed[index].label
      placed[index].height = min(placed[index].height, floor - label.height)
      if index > 0 { floor = placed[index].height - gap(placed[index - 1].label, label) }
    }
    return placed
  }

  static func write(_ labels: [EndLabel], in frame: ChartFrame, at x: Double, into html: inout HTMLWriter) {
    for placed in heights(labels, in: frame) {
      html.label(placed.label.rows, x: x, y: placed.height + 4.5, name: placed.label.name)
    }
  }

  static func width(_ labels: [EndLabel]) -> Double {
    (labels.flatMap(\.rows).map { TextWidth.of($0, size: 13, isBold: true) }.max() ?? 0) + 14
  }
}

extension HTMLWriter {
  /// A text of a drawing in rows; `y` is the foot of the first.
  mutating func label(_ rows: [String], x: Double, y: Double, name: String) {
    let place = String(length: x)
    element("text", ["x": place, "y": String(length: y), "class": name]) { html in
      for (index, row) in rows.enumerated() {
        if index == 0 {
          html.text(row)
        } else {
          html.element("tspan", ["x": place, "dy": String(length: EndLabel.rowHeight)], text: row)
        }
      }
    }
  }
}

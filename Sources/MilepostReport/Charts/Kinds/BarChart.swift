import MilepostLanguage
import MilepostModel

/// Horizontal bars from zero, one row for each area or group, its value written at the end of its bar; with several groups
/// of values, bars beside each other in each row.
///
/// The rows are drawn in the order they are given; `ChartRow.sorted` brings the highest first. More than thirty are
/// shortened in the middle, in words.
struct BarChart: Chart {
  /// Names of the bars of a row; a single one is not drawn.
  let groups: [String]
  private let plan: RowPlan

  var style: FigureStyle { plan.style }
  var steps: ChartSteps { .down }

  init(_ rows: [ChartRow], groups: [String] = [""], style: FigureStyle) {
    self.groups = groups
    plan = RowPlan(rows, style)
  }

  var description: String { plan.description }

  var key: [String] { MarkKey(plan.points).sentences(style.phrases) }

  private var thickness: Double { groups.count == 1 ? 18 : 15 }

  private var laneThickness: Double { thickness * Double(groups.count) + 2 * Double(groups.count - 1) }

  /// Bars of several groups are named in every row of a short chart, and in the first of a long one.
  private func label(_ point: ChartPoint, group: Int, isFirst: Bool) -> String {
    let value = Readout(style: style).value(point)
    guard groups.count > 1, isFirst || plan.drawn.count <= 6 else { return value }
    return style.phrases(.barLabel, ["value": value, "series": groups[group]])
  }

  private func scale(from left: Double, to right: Double) -> LinearScale {
    var low = 0.0
    var high = 0.0
    var room = (left: 0.0, right: 0.0)
    for (place, drawn) in plan.drawn.enumerated() {
      for (group, point) in drawn.row.points.enumerated() {
        guard let point, let value = point.value else { continue }
        low = min(low, value)
        high = max(high, value)
        let width = WordsMark.width([label(point, group: group, isFirst: place == 0)], isBold: true) + 8
        if value < 0 { room.left = max(room.left, width) } else { room.right = max(room.right, width) }
      }
    }
    return LinearScale(
      domain: low...(low == high ? low + 1 : high), start: left + room.left,
      end: max(right - room.right, left + room.left + 40))
  }

  func drawing(_ shape: ChartShape) -> Drawing {
    guard !plan.isEmpty else { return NoData(reason: plan.points.reasonForNothing(style.phrases)).drawing(shape) }
    let layout = plan.layout(shape, top: 4, thickness: laneThickness)
    let scale = scale(from: layout.left, to: layout.right)
    var drawing = Drawing(width: shape.width, height: layout.bottom + 4)
    drawing.add(layout.marks)
    for group in groups.indices {
      var readings: [SeriesMark.Reading] = []
      var marks: [any Mark] = []
      for (place, drawn) in plan.drawn.enumerated() where drawn.row.points.indices.contains(group) {
        guard let point = drawn.row.points[group] else { continue }
        let top = layout.lane(drawn.lane).lowerBound + Double(group) * (thickness + 2)
        let bar = bar(point, drawn.row, scale, top: top)
        marks += bar.marks
        marks.append(text(point, drawn.row, bar.end, label(point, group: group, isFirst: place == 0), layout))
        readings.append(plan.reading(drawn.row, point, at: bar.end))
      }
      drawing.add(
        SeriesMark(
          colour: "c\(group + 1)", key: "\(group + 1)", title: groups[group], readings: readings, marks: marks))
    }
    let zero = scale(0)
    drawing.add(plan.line("base", x: zero, from: 0, to: layout.bottom + 4, layout))
    return plan.finished(drawing)
  }

  /// Filled reported, hollow estimated, with a cross at its end imputed, dashed provisional.
  private func bar(
    _ point: ChartPoint, _ row: ChartRow, _ scale: LinearScale, top: Double
  ) -> (marks: [any Mark], end: Place) {
    let zero = scale(0)
    let middle = top + thickness / 2
    guard let value = point.value else { return ([], Place(zero, middle)) }
    let end = scale(value)
    let box = Box(left: min(zero, end), top: top, right: max(zero, end), bottom: top + thickness)
    var name = point.knowledge == .reported ? "bar" : "bar hollow"
    if point.isProvisional { name += " dash" }
    var marks: [any Mark] = [BarMark(plan.name(name, in: row), box)]
    if point.knowledge == .imputed && box.width > 14 {
      marks.append(DotMark(Place(end + (value < 0 ? 8 : -8), middle), point))
    }
    return (marks, Place(end, middle))
  }

  private func text(
    _ point: ChartPoint, _ row: ChartRow, _ end: Place, _ text: String, _ layout: RowLayout
  ) -> WordsMark {
    let isNegative = point.value.map { $0 < 0 } ?? false
    guard let gap = point.gap else {
      return WordsMark(
        "value", [text], middleAt: Place(end.x + (isNegative ? -6 : 6), end.y), isNegative ? .right : .left,
        isBold: row.emphasis == .focus)
    }
    let fits = end.x + 6 + WordsMark.width([text]) <= layout.right
    return WordsMark("note", [fits ? text : gap.sign], middleAt: Place(end.x + 6, end.y))
  }
}

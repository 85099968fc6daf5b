import MilepostLanguage
import MilepostModel

/// Dots on a common scale, one row for each area or group: a single value, or the gap between two or more groups of values
/// (women and men, developed and least developed), joined by a stem.
///
/// Groups differ in shape and colour and are named over the first row in which all have a value.
struct DotChart: Chart {
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

  private static let thickness = 20.0

  /// Room for the values beside the outermost dots.
  private var valueWidth: Double { WordsMark.width(plan.drawnValues.map { style.value($0) }, isBold: true) + 14 }

  private func scale(_ layout: RowLayout) -> LinearScale {
    LinearScale(
      domain: LinearScale.domain(holding: plan.drawnValues, atMostTicks: 5), start: layout.left + valueWidth,
      end: layout.right - valueWidth)
  }

  private func heads(_ scale: LinearScale, _ layout: RowLayout) -> HeadLabels? {
    guard groups.count > 1 else { return nil }
    let rows = plan.drawn.map(\.row)
    let row = rows.first { $0.points.allSatisfy { $0?.value != nil } } ?? rows.first
    let labels = groups.enumerated().map { index, name in
      let value = row.flatMap { $0.points.indices.contains(index) ? $0.points[index]?.value : nil }
      let place = value.map { scale($0) } ?? (scale.start + scale.end) / 2
      return HeadLabels.Label(text: name, x: place, name: "head k\(index + 1)")
    }
    return HeadLabels(labels, in: layout.left...layout.right)
  }

  func drawing(_ shape: ChartShape) -> Drawing {
    guard !plan.isEmpty else { return NoData(reason: plan.points.reasonForNothing(style.phrases)).drawing(shape) }
    let flat = plan.layout(shape, top: 0, thickness: DotChart.thickness)
    let heads = heads(scale(flat), flat)
    let top = heads.map { $0.height + 8 } ?? 4
    let layout = plan.layout(shape, top: top, thickness: DotChart.thickness)
    let scale = scale(layout)
    var drawing = Drawing(width: shape.width, height: layout.bottom + 30)
    drawing.add(axis(scale, layout, top: top))
    drawing.add(layout.marks)
    if let heads { drawing.add(heads.marks(bottom: top - 4)) }
    for drawn in plan.drawn { drawing.add(stem(drawn.row, scale, layout.middle(drawn.lane), layout)) }
    for group in groups.indices.reversed() { drawing.add(series(group, scale, layout)) }
    for drawn in plan.drawn { drawing.add(values(drawn.row, scale, layout.middle(drawn.lane))) }
    return plan.finished(drawing)
  }

  private func axis(_ scale: LinearScale, _ layout: RowLayout, top: Double) -> [any Mark] {
    ValueAxis.ticks(along: scale, style).flatMap { tick -> [any Mark] in
      let x = scale(tick)
      let line = plan.line(tick == 0 ? "base" : "grid", x: x, from: top - 2, to: layout.bottom + 4, layout)
      return line + [WordsMark("axis", ValueAxis.text(tick, style), at: Place(x, layout.bottom + 20), .middle)]
    }
  }

  private func stem(_ row: ChartRow, _ scale: LinearScale, _ y: Double, _ layout: RowLayout) -> [any Mark] {
    let xs = row.points.compactMap { $0?.value.map { scale($0) } }
    if let low = xs.min(), let high = xs.max() {
      return low < high ? [LineMark("stem", [Place(low, y), Place(high, y)])] : []
    }
    guard let point = row.points.compactMap(\.self).first, let gap = point.gap else { return [] }
    let words = gap.words(style.phrases)
    let fits = WordsMark.width([words]) <= layout.right - layout.left
    return [WordsMark("note", [fits ? words : gap.sign], middleAt: Place(layout.left, y))]
  }

  private func series(_ group: Int, _ scale: LinearScale, _ layout: RowLayout) -> SeriesMark {
    var readings: [SeriesMark.Reading] = []
    var marks: [any Mark] = []
    let shape = DotMark.Shape.allCases[group % DotMark.Shape.allCases.count]
    for drawn in plan.drawn where drawn.row.points.indices.contains(group) {
      guard let point = drawn.row.points[group] else { continue }
      let place = Place(point.value.map { scale($0) } ?? layout.left, layout.middle(drawn.lane))
      readings.append(plan.reading(drawn.row, point, at: place))
      if point.value != nil { marks.append(DotMark(place, point, shape: shape, radius: 5)) }
    }
    return SeriesMark(
      colour: "c\(group + 1)", key: "\(group + 1)", title: groups[group], readings: readings, marks: marks)
  }

  /// The lowest value at the left of its dot, the highest at the right.
  private func values(_ row: ChartRow, _ scale: LinearScale, _ y: Double) -> [any Mark] {
    let known = row.points.compactMap { $0?.value }
    guard let low = known.min(), let high = known.max() else { return [] }
    let isBold = row.emphasis == .focus
    let right = WordsMark("value", [style.value(high)], middleAt: Place(scale(high) + 10, y), isBold: isBold)
    guard known.count > 1 else { return [right] }
    let left = WordsMark("value", [style.value(low)], middleAt: Place(scale(low) - 10, y), .right, isBold: isBold)
    return [left, right]
  }
}

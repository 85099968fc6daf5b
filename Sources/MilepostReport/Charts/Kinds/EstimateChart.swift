import MilepostLanguage
import MilepostModel

/// A figure from a sample with its interval, or why there is none.
enum EstimatePoint: Sendable {
  case figure(Double, interval: ClosedRange<Double>?)
  /// Words for the reason.
  case absent(String)

  var value: Double? {
    if case .figure(let value, _) = self { value } else { nil }
  }

  /// The value with the ends of its interval.
  var values: [Double] {
    guard case .figure(let value, let interval) = self else { return [] }
    return [value] + (interval.map { [$0.lowerBound, $0.upperBound] } ?? [])
  }
}

/// Bars from zero or dots, each with its interval as a line through its end: a row for each answer, and in it a lane for each wave.
///
/// Rows are drawn in the order they are given.
struct EstimateChart: Chart {
  enum Form: Sendable { case bars, dots }

  struct Row: Sendable {
    let key: String
    let name: String
    /// One for each group; nil where the group does not have the row.
    let points: [EstimatePoint?]
  }

  /// Names of the lanes of a row, the newest first; a single one is not drawn.
  let groups: [String]
  let form: Form
  let style: FigureStyle
  private let rows: [String: Row]
  private let plan: RowPlan
  /// How differences are written, which have a sign.
  private let isSigned: Bool

  var steps: ChartSteps { .down }

  init(_ rows: [Row], groups: [String] = [""], form: Form, isSigned: Bool = false, style: FigureStyle) {
    self.groups = groups
    self.form = form
    self.style = style
    self.isSigned = isSigned
    self.rows = Dictionary(rows.map { ($0.key, $0) }) { first, _ in first }
    plan = RowPlan(rows.map { ChartRow(key: $0.key, name: $0.name, points: []) }, style)
  }

  var key: [String] {
    rows.values.contains { row in row.points.compactMap(\.self).contains { $0.values.count > 1 } }
      ? [style.phrases(.keyInterval)] : []
  }

  var description: String {
    let known = plan.rows.flatMap { row in
      (rows[row.key]?.points.first ?? nil)?.value.map { [(name: row.name, value: $0)] } ?? []
    }
    return style.phrases.sentences.joined(
      known.prefix(8).map { style.phrases(.reading, ["place": $0.name, "value": text($0.value)]) + "." })
  }

  private func text(_ value: Double) -> String {
    isSigned ? style.phrases.numbers.signed(value, decimals: style.decimals) : style.value(value)
  }

  private static let lane = 20.0

  private var points: [EstimatePoint] {
    plan.drawn.flatMap { rows[$0.row.key]?.points.compactMap(\.self) ?? [] }
  }

  private func label(_ point: EstimatePoint, group: Int) -> String {
    let value: String
    switch point {
    case .figure(let number, _): value = text(number)
    case .absent(let reason): value = reason
    }
    return groups.count > 1 ? style.phrases(.barLabel, ["value": value, "series": groups[group]]) : value
  }

  private func scale(_ layout: RowLayout) -> LinearScale {
    let values = points.flatMap(\.values)
    let texts = plan.drawn.flatMap { drawn in
      (rows[drawn.row.key]?.points ?? []).enumerated().compactMap { group, point in
        point.flatMap { $0.value == nil ? nil : label($0, group: group) }
      }
    }
    let low = values.reduce(0, min)
    let high = values.reduce(0, max)
    let room = WordsMark.width(texts, isBold: true) + 12
    let start = layout.left + (form == .dots ? 6 : 0)
    return LinearScale(
      domain: low...(high > low ? high : low + 1), start: start, end: max(layout.right - room, start + 60))
  }

  func drawing(_ shape: ChartShape) -> Drawing {
    guard !points.isEmpty else { return NoData(reason: style.phrases(.noSeries)).drawing(shape) }
    let layout = plan.layout(shape, top: 4, thickness: EstimateChart.lane * Double(groups.count))
    let scale = scale(layout)
    var drawing = Drawing(width: shape.width, height: layout.bottom + 4)
    drawing.add(layout.marks)
    drawing.add(base(shape, scale(0), layout))
    for group in groups.indices.reversed() { drawing.add(series(group, scale, layout)) }
    return plan.finished(drawing)
  }

  /// Zero: through all rows, or within their lanes where names stand over them.
  private func base(_ shape: ChartShape, _ x: Double, _ layout: RowLayout) -> [any Mark] {
    guard shape == .tall else { return plan.line("base", x: x, from: 0, to: layout.bottom + 4, layout) }
    return plan.drawn.map { drawn in
      let lane = layout.lane(drawn.lane)
      return LineMark("base", [Place(x, lane.lowerBound), Place(x, lane.upperBound)])
    }
  }

  private func series(_ group: Int, _ scale: LinearScale, _ layout: RowLayout) -> SeriesMark {
    var readings: [SeriesMark.Reading] = []
    var marks: [any Mark] = []
    for drawn in plan.drawn {
      guard let row = rows[drawn.row.key], row.points.indices.contains(group), let point = row.points[group] else {
        continue
      }
      let y = layout.lane(drawn.lane).lowerBound + EstimateChart.lane * (Double(group) + 0.5)
      let place = Place(point.value.map { scale($0) } ?? scale(0), y)
      marks += self.marks(point, group, place, scale, layout)
      readings.append(SeriesMark.Reading(row.key, place, reading(row.name, point)))
    }
    return SeriesMark(
      colour: group == 0 ? "c1" : "c0 named", key: "\(group + 1)", title: groups[group], readings: readings,
      marks: marks)
  }

  private func marks(
    _ point: EstimatePoint, _ group: Int, _ place: Place, _ scale: LinearScale, _ layout: RowLayout
  ) -> [any Mark] {
    guard case .figure(_, let interval) = point else {
      let words = TextRows.of(label(point, group: group), width: layout.right - place.x - 6)
      return [WordsMark("note", words.prefix(1).map(\.self), middleAt: Place(place.x + 6, place.y))]
    }
    var marks: [any Mark] = []
    let zero = scale(0)
    if form == .bars {
      let box = Box(left: min(zero, place.x), top: place.y - 7, right: max(zero, place.x), bottom: place.y + 7)
      marks.append(BarMark("bar", box))
    }
    var end = place.x
    if let interval {
      let ends = [Place(scale(interval.lowerBound), place.y), Place(scale(interval.upperBound), place.y)]
      marks.append(LineMark("whisker around", ends))
      marks.append(LineMark("whisker", ends))
      end = max(end, ends[1].x)
    }
    if form == .dots {
      marks.append(DotMark(reported: place, radius: 4.5))
    }
    marks.append(
      WordsMark("value sign", [label(point, group: group)], middleAt: Place(end + 8, place.y), isBold: group == 0))
    return marks
  }

  private func reading(_ name: String, _ point: EstimatePoint) -> String {
    let phrases = style.phrases
    switch point {
    case .absent(let reason): return phrases(.reading, ["place": name, "value": reason])
    case .figure(let value, nil): return phrases(.reading, ["place": name, "value": text(value)])
    case .figure(let value, let interval?):
      return phrases(
        .readingInterval,
        [
          "place": name, "value": text(value), "low": text(interval.lowerBound), "high": text(interval.upperBound),
        ])
    }
  }
}

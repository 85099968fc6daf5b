import MilepostLanguage
import MilepostModel

/// Several series of one unit over time: at most four coloured and named at their ends, the rest grey.
///
/// Give the series that matters first: its marks say how each value is known, and its gaps say why. Every series after
/// the fourth is context, which readers can bring into colour.
struct SeriesChart: Chart {
  struct Line: Sendable {
    /// A value's bounds, as published with it.
    struct Interval: Sendable {
      let period: TimePeriod
      let low: Double
      let high: Double
    }

    /// Stands for the line in addresses, such as the code of an area; unique in the chart.
    let key: String
    let name: String
    let points: [ChartPoint]
    let intervals: [Interval]

    init(key: String, name: String, points: [ChartPoint], intervals: [Interval] = []) {
      self.key = key
      self.name = name
      self.points = points
      self.intervals = intervals
    }

    /// The newest value.
    var last: PeriodValue? {
      points.last { $0.value != nil }.flatMap { point in point.value.map { PeriodValue(point.period, $0) } }
    }
  }

  /// Those that have a value.
  let lines: [Line]
  let style: FigureStyle
  private let reasonForNothing: String

  static let mostColoured = 4

  init(_ lines: [Line], style: FigureStyle) {
    self.lines = lines.filter { $0.last != nil }
    self.style = style
    reasonForNothing = lines.flatMap(\.points).reasonForNothing(style.phrases)
  }

  var description: String {
    guard !lines.isEmpty else { return reasonForNothing }
    return lines.prefix(SeriesChart.mostColoured).map { line in
      style.phrases(.ofSeries, ["series": line.name, "text": Course(line.points, style).sentence])
    }.joined(separator: " ")
  }

  var key: [String] {
    guard let line = lines.first else { return [] }
    let wide = frame(.wide, labels(.wide))
    return MarkKey(line.points, signs: GapNote(points: line.points, frame: wide).signed).sentences(style.phrases)
  }

  var choices: [ChartChoice] { lines.map { ChartChoice(key: $0.key, name: $0.name) } }

  var periods: [TimePeriod] { Set(lines.flatMap { $0.points.map(\.period) }).sorted() }

  private func isColoured(_ index: Int) -> Bool { index < SeriesChart.mostColoured }

  private func label(_ line: Line, width: Double) -> EndLabel? {
    line.last.map { last in
      let text = style.phrases(.endLabel, ["series": line.name, "value": style.value(last.value)])
      return EndLabel(text: text, value: last.value, name: "label", width: width)
    }
  }

  /// One for each line; those of grey lines are seen once the line is brought into colour, in the room of the others.
  private func labels(_ shape: ChartShape) -> [EndLabel] {
    guard lines.count > 1 else { return [] }
    let most = shape == .wide ? 180.0 : 96
    let coloured = lines.prefix(SeriesChart.mostColoured).compactMap { label($0, width: most) }
    let others = lines.dropFirst(SeriesChart.mostColoured)
    return coloured + others.compactMap { label($0, width: labelRoom(coloured) - EndLabel.margin) }
  }

  private func labelRoom(_ coloured: [EndLabel]) -> Double {
    guard !coloured.isEmpty else { return 24 }
    return max(EndLabel.width(coloured), lines.count > SeriesChart.mostColoured ? 110 : 0)
  }

  private func frame(_ shape: ChartShape, _ labels: [EndLabel]) -> ChartFrame {
    let points = lines.flatMap(\.points)
    let bounds = lines.flatMap(\.intervals).flatMap { [$0.low, $0.high] }
    return ChartFrame(
      shape: shape, points: points, values: points.compactMap(\.value) + bounds, style: style,
      labelWidth: labelRoom(Array(labels.prefix(SeriesChart.mostColoured))))
  }

  var runsOverTime: Bool { true }

  func drawing(_ shape: ChartShape) -> Drawing { drawn(shape).running(as: style.phrases) }

  private func drawn(_ shape: ChartShape) -> Drawing {
    guard let first = lines.first else { return NoData(reason: reasonForNothing).drawing(shape) }
    let labels = labels(shape)
    let coloured = Array(labels.prefix(SeriesChart.mostColoured))
    let frame = frame(shape, coloured)
    let ends =
      EndLabel.marks(coloured, in: frame) + labels.dropFirst(coloured.count).flatMap { EndLabel.marks([$0], in: frame) }
    var drawing = Drawing(width: shape.width, height: ChartFrame.height(shape))
    drawing.time = frame.x
    drawing.add(frame.axes)
    for (index, line) in lines.enumerated().reversed() {
      let layer = SeriesLayer(line.points, in: frame)
      var marks = band(line, frame) + layer.lines + (index == 0 ? layer.dots : layer.lonelyDots)
      if ends.indices.contains(index) { marks.append(ends[index]) }
      drawing.add(
        SeriesMark(
          colour: isColoured(index) ? "c\(index + 1)" : "c0", key: line.key, title: lines.count > 1 ? line.name : "",
          // The small drawing takes its texts from the wide one.
          readings: layer.readings(shape == .wide ? Readout(style: style) : nil), marks: marks))
    }
    drawing.add(SeriesLayer(first.points, in: frame).notes)
    if lines.count == 1 { drawing.add(PointLabels(first.points, frame: frame).ends) }
    return drawing
  }

  private func band(_ line: Line, _ frame: ChartFrame) -> [any Mark] {
    guard line.intervals.count > 1 else { return [] }
    let upper = frame.places(line.intervals.map { PeriodValue($0.period, $0.high) })
    let lower = frame.places(line.intervals.map { PeriodValue($0.period, $0.low) })
    return [AreaMark("fan50", between: upper, and: lower), LineMark("fan-edge", upper), LineMark("fan-edge", lower)]
  }
}

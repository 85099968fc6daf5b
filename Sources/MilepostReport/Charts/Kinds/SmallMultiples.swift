import MilepostLanguage
import MilepostModel

/// Many small line charts on one scale: in each its own series in blue, and in grey what it is compared with.
struct SmallMultiples: Chart {
  /// A series for itself, beside others in grey.
  struct Panel: Sendable {
    let line: SeriesChart.Line
    let context: [SeriesChart.Line]
  }

  let panels: [Panel]
  let style: FigureStyle
  /// What is read at the points of each panel, the same in drawings of both shapes.
  private let readouts: [[String]]

  var steps: ChartSteps { .panels }

  static let mostPanels = 24
  fileprivate static let plotHeight = 84.0

  init(_ panels: [Panel], style: FigureStyle) {
    self.panels = panels
    self.style = style
    let readout = Readout(style: style)
    readouts = panels.prefix(SmallMultiples.mostPanels).map { $0.line.points.map { readout.text($0) } }
  }

  /// A panel for each line, the same context in all of them.
  init(_ lines: [SeriesChart.Line], context: [SeriesChart.Line] = [], style: FigureStyle) {
    self.init(lines.map { Panel(line: $0, context: context) }, style: style)
  }

  private var lines: [SeriesChart.Line] { panels.map(\.line) }

  private var shown: [Panel] { Array(panels.prefix(SmallMultiples.mostPanels)) }

  private var points: [ChartPoint] { shown.flatMap { [$0.line] + $0.context }.flatMap(\.points) }

  private var isEmpty: Bool { lines.allSatisfy { $0.last == nil } }

  var description: String {
    guard !isEmpty else { return lines.flatMap(\.points).reasonForNothing(style.phrases) }
    return lines.prefix(4).map { line in
      style.phrases(.ofSeries, ["series": line.name, "text": Course(line.points, style).sentence])
    }.joined(separator: " ")
  }

  var key: [String] {
    var names: [String] = []
    for line in panels.flatMap(\.context) where !names.contains(line.name) { names.append(line.name) }
    guard !isEmpty, !names.isEmpty else { return [] }
    return [style.phrases(.keyContext, ["series": style.phrases.lists.text(names)])]
  }

  var runsOverTime: Bool { true }

  func drawing(_ shape: ChartShape) -> Drawing { drawn(shape).running(as: style.phrases) }

  private func drawn(_ shape: ChartShape) -> Drawing {
    guard !isEmpty else {
      return NoData(reason: lines.flatMap(\.points).reasonForNothing(style.phrases)).drawing(shape)
    }
    let columns = shape == .wide ? 4 : 2
    let shown = shown
    let scales = PanelScales(points)
    let axis = ValueAxis(holding: scales.values, style, top: 0, bottom: SmallMultiples.plotHeight)
    let scale = BandScale(count: columns, gap: 20, start: axis.width, end: shape.width - 4)
    let width = scale(0).upperBound - scale(0).lowerBound
    let heads = shown.map { TextRows.of(head($0.line), width: width, isBold: true) }
    var drawing = Drawing(width: shape.width, height: 0)
    var top = 0.0
    if shown.count < panels.count {
      let words = style.phrases(
        .panelsLeftOut, count: panels.count,
        ["shown": style.phrases.numbers.text(Double(shown.count), decimals: 0)])
      drawing.add(WordsMark("note", words, at: Place(0, 12)))
      top = 26
    }
    for start in stride(from: 0, to: shown.count, by: columns) {
      let row = start..<min(start + columns, shown.count)
      let headHeight = Double(heads[row].map(\.count).max() ?? 1) * WordsMark.rowHeight
      for index in row {
        let band = scale(index - start)
        let plot = PanelPlot(
          shown[index], readouts[index], scales, style, band: band, top: top + headHeight + 10)
        drawing.add(WordsMark("head", heads[index], at: Place(band.lowerBound, top + 12), isBold: true))
        drawing.add(plot.marks(showsValues: index == start))
      }
      top += headHeight + 10 + SmallMultiples.plotHeight + 34
    }
    drawing.height = top - 8
    return drawing
  }

  /// The name of a panel with its newest value that is no forecast, as tables have it.
  private func head(_ line: SeriesChart.Line) -> String {
    let known = line.points.last { $0.value != nil && $0.status != .forecast }
    let last = known.flatMap { point in point.value.map { PeriodValue(point.period, $0) } } ?? line.last
    guard let last else { return style.phrases(.titleNothing, ["subject": line.name]) }
    return style.phrases(.endLabel, ["series": line.name, "value": style.value(last.value)])
  }
}

/// What the scales of all panels must hold.
private struct PanelScales {
  let values: [Double]
  let times: ClosedRange<Double>
  let periods: (first: TimePeriod, last: TimePeriod)?

  /// - Parameter points: those of every panel.
  init(_ points: [ChartPoint]) {
    // The axis looks at the least and the greatest only.
    let values = points.compactMap(\.value)
    self.values = [values.min(), values.max()].compactMap(\.self)
    let times = points.map(\.time)
    let low = times.min() ?? 0
    self.times = low...max(times.max() ?? 1, low + 1)
    let periods = points.map(\.period)
    self.periods = periods.min().flatMap { first in periods.max().map { (first, $0) } }
  }
}

/// A panel at its place, on the scale of all.
private struct PanelPlot {
  private let line: SeriesChart.Line
  private let context: [SeriesChart.Line]
  private let readouts: [String]
  private let style: FigureStyle
  private let band: ClosedRange<Double>
  private let top: Double
  private let bottom: Double
  private let axis: ValueAxis
  private let x: LinearScale
  private let periods: (first: TimePeriod, last: TimePeriod)?

  init(
    _ panel: SmallMultiples.Panel, _ readouts: [String], _ scales: PanelScales, _ style: FigureStyle,
    band: ClosedRange<Double>, top: Double
  ) {
    line = panel.line
    context = panel.context
    self.readouts = readouts
    self.style = style
    self.band = band
    self.top = top
    bottom = top + SmallMultiples.plotHeight
    axis = ValueAxis(holding: scales.values, style, top: top, bottom: bottom)
    x = LinearScale(domain: scales.times, start: band.lowerBound + 4, end: band.upperBound - 4)
    periods = scales.periods
  }

  func marks(showsValues: Bool) -> [any Mark] {
    var marks =
      showsValues
      ? axis.marks(from: band.lowerBound, to: band.upperBound) : axis.lines(from: band.lowerBound, to: band.upperBound)
    marks += years
    for line in context { marks += pieces(line, "line thin") }
    let readings = zip(line.points, readouts).map { point, text in
      let y = point.value.map { axis.scale($0) } ?? bottom
      return SeriesMark.Reading(point.period.description, Place(x(point.time), y), text)
    }
    // The whole panel belongs to its series for those who point at it.
    let panel = Box(left: band.lowerBound, top: top, right: band.upperBound, bottom: bottom)
    var own: [any Mark] = [BarMark("panel", panel)]
    own += pieces(line, "line")
    if let last = line.points.last(where: { $0.value != nil }), let value = last.value {
      own.append(DotMark(Place(x(last.time), axis.scale(value)), last, radius: 3))
    }
    marks.append(SeriesMark(colour: "c1", key: line.key, title: line.name, readings: readings, marks: own))
    if line.last == nil {
      let words = TextRows.of(line.points.reasonForNothing(style.phrases), width: band.upperBound - band.lowerBound)
      marks.append(
        WordsMark("note", words, middleAt: Place((band.lowerBound + band.upperBound) / 2, (top + bottom) / 2), .middle)
      )
    }
    return marks
  }

  /// The first and the last year.
  private var years: [any Mark] {
    guard let (first, last) = periods else { return [] }
    let texts = [first, last].map { style.phrases.dates.text($0) }
    let end = WordsMark("axis", texts[1], at: Place(band.upperBound, bottom + 18), .right)
    guard first != last else { return [end] }
    return [WordsMark("axis", texts[0], at: Place(band.lowerBound, bottom + 18)), end]
  }

  private func pieces(_ line: SeriesChart.Line, _ name: String) -> [any Mark] {
    SeriesPieces(line.points).pieces.map { piece in
      LineMark(
        piece.isDashed ? name + " dash" : name,
        piece.points.map { Place(x($0.period.timeInYears), axis.scale($0.value)) })
    }
  }
}

import MilepostLanguage
import MilepostModel

/// Many small line charts on one scale: in each its own series in blue, and the same context in grey.
struct SmallMultiples: Chart {
  /// Each a panel.
  let lines: [SeriesChart.Line]
  /// Drawn grey in every panel: the groups an area belongs to.
  let context: [SeriesChart.Line]
  let style: FigureStyle

  static let mostPanels = 24
  private static let plotHeight = 84.0

  init(_ lines: [SeriesChart.Line], context: [SeriesChart.Line] = [], style: FigureStyle) {
    self.lines = lines
    self.context = context
    self.style = style
  }

  private var shown: [SeriesChart.Line] { Array(lines.prefix(SmallMultiples.mostPanels)) }

  private var points: [ChartPoint] { (shown + context).flatMap(\.points) }

  private var isEmpty: Bool { lines.allSatisfy { $0.last == nil } }

  var description: String {
    guard !isEmpty else { return lines.flatMap(\.points).reasonForNothing(style.phrases) }
    return lines.prefix(4).map { line in
      style.phrases(.ofSeries, ["series": line.name, "text": Course(line.points, style).sentence])
    }.joined(separator: " ")
  }

  var key: [String] {
    guard !isEmpty, !context.isEmpty else { return [] }
    return [style.phrases(.keyContext, ["series": style.phrases.lists.text(context.map(\.name))])]
  }

  func drawing(_ shape: ChartShape) -> Drawing {
    guard !isEmpty else {
      return NoData(reason: lines.flatMap(\.points).reasonForNothing(style.phrases)).drawing(shape)
    }
    let columns = shape == .wide ? 4 : 2
    let axis = ValueAxis(holding: points.compactMap(\.value), style, top: 0, bottom: SmallMultiples.plotHeight)
    let scale = BandScale(count: columns, gap: 20, start: axis.width, end: shape.width - 4)
    let width = scale(0).upperBound - scale(0).lowerBound
    let heads = shown.map { TextRows.of(head($0), width: width, isBold: true) }
    var drawing = Drawing(width: shape.width, height: 0)
    var top = 0.0
    if shown.count < lines.count {
      let words = style.phrases(
        .panelsLeftOut, count: lines.count, ["shown": style.phrases.numbers.text(Double(shown.count), decimals: 0)])
      drawing.add(TextMark("note", words, at: Place(0, 12)))
      top = 26
    }
    for start in stride(from: 0, to: shown.count, by: columns) {
      let row = start..<min(start + columns, shown.count)
      let headHeight = Double(heads[row].map(\.count).max() ?? 1) * TextMark.rowHeight
      for index in row {
        let panel = Panel(
          line: shown[index], context: context, style: style, band: scale(index - start), top: top + headHeight + 10,
          all: points)
        drawing.add(TextMark("head", heads[index], at: Place(scale(index - start).lowerBound, top + 12), isBold: true))
        drawing.add(panel.marks(showsValues: index == start))
      }
      top += headHeight + 10 + SmallMultiples.plotHeight + 34
    }
    drawing.height = top - 8
    return drawing
  }

  /// The name of a panel with its newest value.
  private func head(_ line: SeriesChart.Line) -> String {
    guard let last = line.last else { return style.phrases(.titleNothing, ["subject": line.name]) }
    return style.phrases(.endLabel, ["series": line.name, "value": style.value(last.value)])
  }

  private struct Panel {
    let line: SeriesChart.Line
    let context: [SeriesChart.Line]
    let style: FigureStyle
    let band: ClosedRange<Double>
    let top: Double
    let all: [ChartPoint]

    private var bottom: Double { top + SmallMultiples.plotHeight }

    private var axis: ValueAxis {
      ValueAxis(holding: all.compactMap(\.value), style, top: top, bottom: bottom)
    }

    private var x: LinearScale {
      let times = all.map(\.time)
      let low = times.min() ?? 0
      return LinearScale(
        domain: low...max(times.max() ?? 1, low + 1), start: band.lowerBound + 4, end: band.upperBound - 4)
    }

    func marks(showsValues: Bool) -> [any Mark] {
      var marks = axis.marks(from: band.lowerBound, to: band.upperBound).filter { showsValues || !($0 is TextMark) }
      marks += years
      for line in context { marks += pieces(line, "line thin") }
      let readout = Readout(style: style)
      let readings = line.points.map { point in
        let y = point.value.map { axis.scale($0) } ?? bottom
        return SeriesMark.Reading(Place(x(point.time), y), readout.text(point))
      }
      var own = pieces(line, "line")
      if let last = line.points.last(where: { $0.value != nil }), let value = last.value {
        own.append(DotMark(Place(x(last.time), axis.scale(value)), last, radius: 3))
      }
      marks.append(SeriesMark(colour: "c1", key: line.key, title: line.name, readings: readings, marks: own))
      if line.last == nil {
        let words = TextRows.of(line.points.reasonForNothing(style.phrases), width: band.upperBound - band.lowerBound)
        marks.append(
          TextMark("note", words, middleAt: Place((band.lowerBound + band.upperBound) / 2, (top + bottom) / 2), .middle)
        )
      }
      return marks
    }

    /// The first and the last year.
    private var years: [any Mark] {
      let periods = all.map(\.period).sorted()
      guard let first = periods.first, let last = periods.last else { return [] }
      let texts = [first, last].map { style.phrases.dates.text($0) }
      let end = TextMark("axis", texts[1], at: Place(band.upperBound, bottom + 18), .right)
      guard first != last else { return [end] }
      return [TextMark("axis", texts[0], at: Place(band.lowerBound, bottom + 18)), end]
    }

    private func pieces(_ line: SeriesChart.Line, _ name: String) -> [any Mark] {
      SeriesPieces(line.points).pieces.map { piece in
        LineMark(
          piece.isDashed ? name + " dash" : name,
          piece.points.map { Place(x($0.period.timeInYears), axis.scale($0.value)) })
      }
    }
  }
}

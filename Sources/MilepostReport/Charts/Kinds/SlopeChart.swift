import MilepostLanguage
import MilepostModel

/// Two periods and a line for each series between them: who rose, who fell, who passed whom.
///
/// At most four lines are coloured; give them first.
struct SlopeChart: Chart {
  let lines: [SeriesChart.Line]
  let first: TimePeriod
  let last: TimePeriod
  let style: FigureStyle

  /// Lines beyond these are drawn grey and without a name.
  static let mostNamed = 12

  private struct Ends {
    let line: SeriesChart.Line
    let start: ChartPoint?
    let end: ChartPoint?

    var isKnown: Bool { start?.value != nil || end?.value != nil }
  }

  init(_ lines: [SeriesChart.Line], from first: TimePeriod, to last: TimePeriod, style: FigureStyle) {
    self.lines = lines
    self.first = first
    self.last = last
    self.style = style
  }

  private var ends: [Ends] {
    lines.map { line in
      Ends(
        line: line, start: line.points.first { $0.period == first }, end: line.points.first { $0.period == last })
    }
  }

  private var points: [ChartPoint] { ends.flatMap { [$0.start, $0.end].compactMap(\.self) } }

  var description: String {
    let known = ends.filter(\.isKnown)
    guard !known.isEmpty else { return points.reasonForNothing(style.phrases) }
    return known.prefix(SeriesChart.mostColoured).map { ends in
      let points = [ends.start, ends.end].compactMap(\.self)
      return style.phrases(.ofSeries, ["series": ends.line.name, "text": Course(points, style).sentence])
    }.joined(separator: " ")
  }

  var key: [String] { MarkKey(points).sentences(style.phrases) }

  private func labels(
    _ ends: [Ends], _ point: (Ends) -> ChartPoint?, _ phrase: ChartPhrase, width: Double
  ) -> [(place: Int, label: EndLabel)] {
    ends.enumerated().prefix(SlopeChart.mostNamed).compactMap { place, ends in
      point(ends)?.value.map { value in
        let text = style.phrases(phrase, ["series": ends.line.name, "value": style.value(value)])
        return (place, EndLabel(text: text, value: value, name: "label", width: width))
      }
    }
  }

  var runsOverTime: Bool { true }

  func drawing(_ shape: ChartShape) -> Drawing { drawn(shape).running(as: style.phrases) }

  private func drawn(_ shape: ChartShape) -> Drawing {
    let known = ends.filter(\.isKnown)
    guard !known.isEmpty else { return NoData(reason: points.reasonForNothing(style.phrases)).drawing(shape) }
    let width = shape == .wide ? 220.0 : 118
    // Names stand at the right, where the newer value is; at the left only where that is missing.
    let left = labels(known, \.start, .startLabel, width: width)
    let right = labels(known, \.end, .endLabel, width: width)
    let height = ChartFrame.height(shape)
    let top = 34.0
    let scale = LinearScale(
      domain: LinearScale.domain(holding: points.compactMap(\.value), atMostTicks: 5), start: height - 12, end: top + 8)
    let x1 = EndLabel.width(left.map(\.label))
    let x2 = shape.width - EndLabel.width(right.map(\.label))
    var drawing = Drawing(width: shape.width, height: height)
    for (x, period) in [(x1, first), (x2, last)] {
      drawing.add(LineMark("base", [Place(x, top - 6), Place(x, height - 4)]))
      let name = style.phrases.dates.text(period)
      let half = WordsMark.width([name], isBold: true) / 2
      let middle = min(max(x, half), shape.width - half)
      drawing.add(WordsMark("head", name, at: Place(middle, top - 14), .middle, isBold: true))
    }
    let leftTexts = EndLabel.marks(left.map(\.label), on: scale, floor: height - 10, at: x1 - 9, .right)
    let rightTexts = EndLabel.marks(right.map(\.label), on: scale, floor: height - 10, at: x2 + 9)
    for (index, ends) in known.enumerated().reversed() {
      var marks = line(ends, scale, x1, x2)
      marks += zip(left, leftTexts).filter { $0.0.place == index }.map(\.1)
      marks += zip(right, rightTexts).filter { $0.0.place == index }.map(\.1)
      drawing.add(
        SeriesMark(
          colour: index < SeriesChart.mostColoured ? "c\(index + 1)" : "c0 named", key: ends.line.key,
          title: ends.line.name, readings: readings(ends, scale, x1, x2), marks: marks))
    }
    return drawing
  }

  private func line(_ ends: Ends, _ scale: LinearScale, _ x1: Double, _ x2: Double) -> [any Mark] {
    let start = ends.start?.value.map { Place(x1, scale($0)) }
    let end = ends.end?.value.map { Place(x2, scale($0)) }
    var marks: [any Mark] = []
    if let start, let end {
      marks.append(LineMark(ends.end?.isProvisional == true ? "line dash" : "line", [start, end]))
    }
    if let start, let point = ends.start { marks.append(DotMark(start, point)) }
    if let end, let point = ends.end { marks.append(DotMark(end, point)) }
    return marks
  }

  private func readings(_ ends: Ends, _ scale: LinearScale, _ x1: Double, _ x2: Double) -> [SeriesMark.Reading] {
    [(ends.start, x1), (ends.end, x2)].compactMap { (point: ChartPoint?, x: Double) -> SeriesMark.Reading? in
      point.map {
        let y = $0.value.map { scale($0) } ?? scale.start
        return SeriesMark.Reading($0.period.description, Place(x, y), Readout(style: style).text($0))
      }
    }
  }
}

import MilepostLanguage
import MilepostModel

/// The series of a target with baseline, target, the pace that is needed, projection and earlier vintages.
struct TrajectoryChart: Sendable {
  let assessed: AssessedTarget
  let points: [ChartPoint]
  let earlier: [EarlierVintage]
  /// Makes the ids of title and description unique on the page.
  let id: String

  var assessment: Assessment { assessed.assessment }
  var phrases: Phrases { assessed.phrases }
  var style: FigureStyle { assessed.style }

  init(_ assessed: AssessedTarget, id: String) {
    self.assessed = assessed
    self.id = id
    let points = assessed.chartPoints
    self.points = points
    let vintages = assessed.showsSeriesItself ? assessed.release.earlierVintages : []
    // A vintage that says what the series says adds nothing.
    let now = Dictionary(points.map { ($0.period, $0.value) }) { first, _ in first }
    let others = vintages.filter { vintage in
      vintage.key == assessed.measure?.key && vintage.values.contains { now[$0.period] != $0.value }
    }
    earlier = Array(others.prefix(4))
  }

  /// Two values are needed for a line.
  var canBeDrawn: Bool { points.count { $0.value != nil } > 1 && style.scale != .yesNo }

  /// The line from now to the target; empty when nothing more is needed or known.
  var neededPace: [PeriodValue] {
    guard let current = assessment.current, let goal = assessment.goalValue, assessment.paceNeeded != nil,
      assessment.due > current.period
    else { return [] }
    return [PeriodValue(current.period, current.value), PeriodValue(assessment.due, goal)]
  }

  /// The line to a projection without interval; empty for projections with one, and without any.
  var plainProjection: [PeriodValue] {
    guard let projection = assessment.projection, projection.path.isEmpty,
      let start = assessment.current.map({ PeriodValue($0.period, $0.value) }) ?? assessment.trend.last,
      projection.period > start.period
    else { return [] }
    return [start, PeriodValue(projection.period, projection.value)]
  }

  var title: String {
    let known = points.filter { $0.value != nil }
    guard let first = known.first, let last = known.last else { return assessed.subject }
    return phrases(
      .chartTitle,
      ["subject": assessed.subject, "from": assessed.period(first.period), "to": assessed.period(last.period)])
  }

  private var description: String {
    let known = points.filter { $0.value != nil }
    guard let first = known.first, let last = known.last, let start = first.value, let end = last.value else {
      return phrases(.chartNone)
    }
    var sentences = [
      phrases(
        .chartDescription,
        [
          "first": style.value(start), "from": assessed.period(first.period), "last": style.value(end),
          "to": assessed.period(last.period),
        ])
    ]
    if let goal = assessed.goalText {
      sentences.append(phrases(.chartTarget, ["value": goal, "period": assessed.dueText]))
    }
    if let end = plainProjection.last {
      sentences.append(
        phrases(.chartProjectedPlain, ["value": style.value(end.value), "period": assessed.period(end.period)]))
    }
    sentences.append(phrases(.chartStatus, ["status": assessed.statusWord]))
    return sentences.joined(separator: " ")
  }

  private var years: ClosedRange<Double> {
    let periods = points.map(\.period) + [assessment.due] + plainProjection.map(\.period)
    let times = (periods + (assessment.baseline.map { [$0.period] } ?? [])).map(\.timeInYears)
    let low = times.min() ?? 0
    return low...max(times.max() ?? 1, low + 1)
  }

  private var values: [Double] {
    var values = points.compactMap(\.value)
    if let goal = assessment.goalValue { values.append(goal) }
    if let baseline = assessment.baseline { values.append(baseline.value) }
    for step in assessment.projection?.path ?? [] { values += [step.low80, step.high80] }
    if let projection = assessment.projection { values.append(projection.value) }
    return values
  }

  private func endLabels(width: Double) -> [EndLabel] {
    var labels: [EndLabel] = []
    if let goal = assessment.goalValue, let text = assessed.goalText {
      let words = phrases(.labelTarget, ["value": text])
      labels.append(EndLabel(text: words, value: goal, name: "label target-label", width: width))
    }
    if let projection = assessment.projection, !projection.path.isEmpty || !plainProjection.isEmpty {
      let value = style.value(projection.value, apartFrom: assessment.goalValue)
      let words = phrases(projection.path.isEmpty ? .labelProjectedPlain : .labelProjected, ["value": value])
      labels.append(EndLabel(text: words, value: projection.value, name: "label projected-label", width: width))
    }
    return labels
  }

  func write(_ shape: ChartFrame.Shape, into html: inout HTMLWriter) {
    let labels = endLabels(width: shape == .wide ? 150 : 80)
    let frame = ChartFrame(
      shape: shape, axis: ChartFrame.TimeAxis(points.map(\.period)), years: years, values: values, style: style,
      labelWidth: max(EndLabel.width(labels), 24))
    let (width, height) = shape.size
    let name = "\(id)-\(shape.rawValue)"
    html.element(
      "svg",
      [
        "class": "chart \(shape.rawValue)", "viewBox": "0 0 \(String(length: width)) \(String(length: height))",
        "role": "img", "aria-labelledby": "\(name)-title \(name)-desc",
      ]
    ) { html in
      html.element("title", ["id": name + "-title"], text: title)
      html.element("desc", ["id": name + "-desc"], text: description)
      frame.writeAxes(into: &html)
      earlierLines(frame, &html)
      projection(frame, &html)
      goal(frame, &html)
      SeriesDrawing(points: points, frame: frame, name: "c1", drawsMarks: true).write(into: &html)
      ends(frame, &html)
      EndLabel.write(labels, in: frame, at: frame.right + 8, into: &html)
    }
  }
}

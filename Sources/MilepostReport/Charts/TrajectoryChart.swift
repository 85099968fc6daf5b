import MilepostLanguage
import MilepostModel

/// The series of a target with baseline, target, the pace that is needed, projection and earlier vintages.
struct TrajectoryChart: Sendable {
  let assessed: AssessedTarget
  let points: [ChartPoint]
  let earlier: [EarlierVintage]
  /// Makes the ids of title and description unique on the page.
  let id: String

  private var assessment: Assessment { assessed.assessment }
  private var phrases: Phrases { assessed.phrases }
  private var style: FigureStyle { assessed.style }

  init(_ assessed: AssessedTarget, id: String) {
    self.assessed = assessed
    self.id = id
    let release = assessed.release
    var points = assessed.assessment.judged.map(ChartPoint.init)
    earlier =
      assessed.showsSeriesItself
      ? release.earlierVintages.filter { $0.key == assessed.measure?.key }.prefix(4).map { $0 } : []
    if assessed.showsSeriesItself, let key = assessed.measure?.key, let found = release.series.estimates(key) {
      points = found.map(ChartPoint.init)
    }
    self.points = points
  }

  /// Two values are needed for a line.
  var canBeDrawn: Bool { points.count { $0.value != nil } > 1 && style.scale != .yesNo }

  /// Whether the line from now to the target is drawn.
  var showsNeededPace: Bool {
    guard let current = assessment.current, assessment.goalValue != nil else { return false }
    return assessment.paceNeeded != nil && assessment.due > current.period
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
    sentences.append(phrases(.chartStatus, ["status": assessed.statusWord]))
    return sentences.joined(separator: " ")
  }

  private var years: ClosedRange<Double> {
    let times =
      points.map(\.time) + [assessment.due.timeInYears] + (assessment.baseline.map { [$0.period.timeInYears] } ?? [])
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

  private var endLabels: [EndLabel] {
    var labels: [EndLabel] = []
    if let goal = assessment.goalValue, let text = assessed.goalText {
      labels.append(EndLabel(text: phrases(.labelTarget, ["value": text]), value: goal, name: "label target-label"))
    }
    if let projection = assessment.projection {
      let value = style.value(projection.value, apartFrom: assessment.goalValue)
      labels.append(
        EndLabel(
          text: phrases(.labelProjected, ["value": value]), value: projection.value, name: "label projected-label"))
    }
    return labels
  }

  func write(_ shape: ChartFrame.Shape, into html: inout HTMLWriter) {
    let labels = endLabels.map { label in
      shape == .wide ? label : EndLabel(text: short(label.text), value: label.value, name: label.name)
    }
    let frame = ChartFrame(
      shape: shape, years: years, values: values, style: style, labelWidth: max(EndLabel.width(labels), 24))
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
      fan(frame, &html)
      goal(frame, &html)
      SeriesDrawing(points: points, frame: frame, name: "c1", drawsMarks: true).write(into: &html)
      ends(frame, &html)
      EndLabel.write(labels, in: frame, at: frame.right + 8, into: &html)
    }
  }

  /// The first figure of a label only, for small screens.
  private func short(_ text: String) -> String {
    TextWidth.of(text, size: 13) < 110 ? text : TextWidth.lines(text, size: 13, width: 110)[0]
  }

  private func earlierLines(_ frame: ChartFrame, _ html: inout HTMLWriter) {
    for vintage in earlier {
      let line = vintage.values.map { (time: $0.period.timeInYears, value: $0.value) }
        .filter { frame.y.domain.contains($0.value) && frame.x.domain.contains($0.time) }
      guard line.count > 1 else { continue }
      html.shape("path", ["class": "earlier", "d": frame.line(line)])
      let middle = line[line.count / 2]
      let now = points.first { $0.time == middle.time }?.value
      let isAbove = now.map { middle.value >= $0 } ?? true
      html.element(
        "text",
        [
          "x": String(length: frame.x(middle.time)),
          "y": String(length: frame.y(middle.value) + (isAbove ? -8 : 16)), "class": "note middle",
        ], text: String(vintage.provenance.vintage.year))
    }
  }

  private func fan(_ frame: ChartFrame, _ html: inout HTMLWriter) {
    guard let projection = assessment.projection, let start = assessment.trend.last else { return }
    let origin = (time: start.period.timeInYears, value: start.value)
    let steps = projection.path.filter { $0.period.timeInYears > origin.time }
    func edge(_ value: (Projection.Step) -> Double) -> [(time: Double, value: Double)] {
      [origin] + steps.map { ($0.period.timeInYears, value($0)) }
    }
    guard !steps.isEmpty else {
      return
    }
    html.shape("path", ["class": "fan80", "d": frame.area(edge(\.high80), edge(\.low80))])
    html.shape("path", ["class": "fan50", "d": frame.area(edge(\.high50), edge(\.low50))])
    html.shape("path", ["class": "fan-edge", "d": frame.line(edge(\.high80)) + frame.line(edge(\.low80))])
    html.shape("path", ["class": "middle-line", "d": frame.line(edge(\.value))])
  }

  private func goal(_ frame: ChartFrame, _ html: inout HTMLWriter) {
    guard let goal = assessment.goalValue else { return }
    let height = String(length: frame.y(goal))
    html.shape(
      "path", ["class": "target-line", "d": "M\(String(length: frame.left)) \(height)H\(String(length: frame.right))"])
    guard let current = assessment.current, assessment.paceNeeded != nil, assessment.due > current.period else {
      return
    }
    html.shape(
      "path",
      [
        "class": "needed-line",
        "d": frame.line([(current.period.timeInYears, current.value), (assessment.due.timeInYears, goal)]),
      ])
  }

  private func ends(_ frame: ChartFrame, _ html: inout HTMLWriter) {
    if let baseline = assessment.baseline {
      let time = baseline.period.timeInYears
      let x = frame.x(time)
      html.shape(
        "path", ["class": "post", "d": "M\(String(length: x)) \(String(length: frame.y(baseline.value) - 9))v18"])
      let isRoomAbove = frame.y(baseline.value) - 14 > frame.top
      html.element(
        "text",
        [
          "x": String(length: x + 4),
          "y": String(length: frame.y(baseline.value) + (isRoomAbove && !rises ? -14 : 24)), "class": "label",
        ], text: phrases(.labelBaseline, ["value": style.value(baseline.value, apartFrom: assessment.goalValue)]))
    }
    if let current = assessment.current, let text = assessed.currentText, current.period != assessment.baseline?.period
    {
      html.element(
        "text",
        [
          "x": String(length: frame.x(current.period.timeInYears) - 4),
          "y": String(length: frame.y(current.value) + (rises ? -12 : 22)), "class": "label strong end",
        ], text: text)
    }
  }

  /// Whether the last step went up, so that there is room above its end.
  private var rises: Bool {
    let known = points.compactMap(\.value)
    guard let last = known.last, let before = known.dropLast().last else { return true }
    return last >= before
  }
}

extension AssessedTarget {
  /// Whether the values judged are those of the series, and not shares, scores or gaps made from it.
  var showsSeriesItself: Bool {
    switch kind {
    case .level, .ceiling, .relative, .change, .directional, .perception, .compositeIndex, .yesNo: true
    case .shareOfAreas, .allAreas, .parity, .gapReduction, .compound: false
    }
  }
}

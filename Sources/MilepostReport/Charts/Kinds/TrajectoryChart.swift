import MilepostLanguage
import MilepostModel

/// The series of a target with baseline, milestones, target, the pace that is needed, projection and earlier vintages.
struct TrajectoryChart: Chart {
  let assessed: AssessedTarget
  let points: [ChartPoint]
  let earlier: [EarlierVintage]

  var assessment: Assessment { assessed.assessment }
  var phrases: Phrases { assessed.phrases }
  var style: FigureStyle { assessed.style }

  init(_ assessed: AssessedTarget) {
    self.assessed = assessed
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

  private var isEmpty: Bool { points.allSatisfy { $0.value == nil } }

  var title: String { Course(points, style).title(assessed.subject) }

  var description: String {
    var sentences = [Course(points, style).sentence]
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

  var key: [String] {
    guard !isEmpty else { return [] }
    let frame = frame(.wide, endLabels(.wide))
    var lines = MarkKey(points, signs: GapNote(points: points, frame: frame).signed).sentences(phrases)
    if assessment.projection?.path.isEmpty == false { lines.append(phrases(.fanKey)) }
    if !plainProjection.isEmpty { lines.append(phrases(.plainProjectionKey)) }
    if !neededPace.isEmpty { lines.append(phrases(.neededKey)) }
    if !earlier.isEmpty { lines.append(phrases(.earlierKey)) }
    if !assessment.milestones.isEmpty { lines.append(phrases(.keyMilestone)) }
    return lines
  }

  private var years: ClosedRange<Double> {
    let periods = points.map(\.period) + [assessment.due] + plainProjection.map(\.period)
    let times = (periods + (assessment.baseline.map { [$0.period] } ?? [])).map(\.timeInYears)
    let low = times.min() ?? 0
    return low...max(times.max() ?? 1, low + 1)
  }

  private var values: [Double] {
    var values = points.compactMap(\.value) + assessment.milestones.map(\.milestone.value)
    if let goal = assessment.goalValue { values.append(goal) }
    if let baseline = assessment.baseline { values.append(baseline.value) }
    for step in assessment.projection?.path ?? [] { values += [step.low80, step.high80] }
    if let projection = assessment.projection { values.append(projection.value) }
    return values
  }

  private func endLabels(_ shape: ChartShape) -> [EndLabel] {
    let width = shape == .wide ? 150.0 : 80
    var labels: [EndLabel] = []
    if let goal = assessment.goalValue, let text = assessed.goalText {
      let words = phrases(.labelTarget, ["value": text])
      labels.append(EndLabel(text: words, value: goal, name: "label", width: width))
    }
    if let projection = assessment.projection, !projection.path.isEmpty || !plainProjection.isEmpty {
      let value = style.value(projection.value, apartFrom: assessment.goalValue)
      let words = phrases(projection.path.isEmpty ? .labelProjectedPlain : .labelProjected, ["value": value])
      labels.append(EndLabel(text: words, value: projection.value, name: "label", width: width))
    }
    return labels
  }

  private func frame(_ shape: ChartShape, _ labels: [EndLabel]) -> ChartFrame {
    ChartFrame(
      shape: shape, naming: TimeScale.Naming(points.map(\.period)), years: years, values: values, style: style,
      labelWidth: max(EndLabel.width(labels), 24))
  }

  var runsOverTime: Bool { true }

  func drawing(_ shape: ChartShape) -> Drawing { drawn(shape).running(as: phrases) }

  private func drawn(_ shape: ChartShape) -> Drawing {
    guard !isEmpty else { return NoData(reason: points.reasonForNothing(phrases)).drawing(shape) }
    let labels = endLabels(shape)
    let frame = frame(shape, labels)
    var drawing = Drawing(width: shape.width, height: ChartFrame.height(shape))
    drawing.add(frame.axes)
    drawing.add(earlierLines(frame))
    drawing.add(projection(frame))
    drawing.add(goal(frame))
    let layer = SeriesLayer(points, in: frame)
    drawing.add(
      SeriesMark(
        colour: "c1", key: "", title: "", readings: layer.readings(Readout(style: style)) + ahead(frame),
        marks: layer.lines + layer.dots))
    drawing.add(layer.notes)
    drawing.add(ends(frame))
    drawing.add(EndLabel.marks(labels, in: frame))
    return drawing
  }
}

import MilepostLanguage
import MilepostModel

extension TrajectoryChart {
  /// An earlier vintage in pieces: it is not joined over a period that the series has and the vintage has not.
  static func pieces(_ vintage: EarlierVintage, besides points: [ChartPoint]) -> [[PeriodValue]] {
    var pieces: [[PeriodValue]] = []
    for value in vintage.values {
      if let last = pieces.last?.last,
        !points.contains(where: { last.period < $0.period && $0.period < value.period })
      {
        pieces[pieces.count - 1].append(value)
      } else {
        pieces.append([value])
      }
    }
    return pieces
  }

  func earlierLines(_ frame: ChartFrame, _ html: inout HTMLWriter) {
    for vintage in earlier {
      let pieces = TrajectoryChart.pieces(vintage, besides: points).map { piece in
        piece.map { (time: $0.period.timeInYears, value: $0.value) }
          .filter { frame.y.domain.contains($0.value) && frame.x.domain.contains($0.time) }
      }
      for piece in pieces {
        if piece.count > 1 {
          html.shape("path", ["class": "earlier", "d": frame.line(piece)])
        } else if let point = piece.first {
          html.shape(
            "circle",
            [
              "class": "earlier-dot", "cx": String(length: frame.x(point.time)),
              "cy": String(length: frame.y(point.value)), "r": "2",
            ])
        }
      }
      let line = pieces.flatMap(\.self)
      guard !line.isEmpty else { continue }
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

  func projection(_ frame: ChartFrame, _ html: inout HTMLWriter) {
    fan(frame, &html)
    guard let end = plainProjection.last else { return }
    let line = plainProjection.map { (time: $0.period.timeInYears, value: $0.value) }
    html.shape("path", ["class": "plain-projection", "d": frame.line(line)])
    html.shape(
      "circle",
      [
        "class": "plain-projection end-dot", "cx": String(length: frame.x(end.period.timeInYears)),
        "cy": String(length: frame.y(end.value)), "r": "3.5",
      ])
  }

  private func fan(_ frame: ChartFrame, _ html: inout HTMLWriter) {
    guard let projection = assessment.projection, let start = assessment.trend.last else { return }
    let origin = (time: start.period.timeInYears, value: start.value)
    let steps = projection.path.filter { $0.period.timeInYears > origin.time }
    func edge(_ value: (Projection.Step) -> Double) -> [(time: Double, value: Double)] {
      [origin] + steps.map { ($0.period.timeInYears, value($0)) }
    }
    guard !steps.isEmpty else { return }
    html.shape("path", ["class": "fan80", "d": frame.area(edge(\.high80), edge(\.low80))])
    html.shape("path", ["class": "fan50", "d": frame.area(edge(\.high50), edge(\.low50))])
    html.shape("path", ["class": "fan-edge", "d": frame.line(edge(\.high80)) + frame.line(edge(\.low80))])
    html.shape("path", ["class": "middle-line", "d": frame.line(edge(\.value))])
  }

  func goal(_ frame: ChartFrame, _ html: inout HTMLWriter) {
    guard let goal = assessment.goalValue else { return }
    let height = String(length: frame.y(goal))
    html.shape(
      "path", ["class": "target-line", "d": "M\(String(length: frame.left)) \(height)H\(String(length: frame.right))"])
    let needed = neededPace.map { (time: $0.period.timeInYears, value: $0.value) }
    if !needed.isEmpty { html.shape("path", ["class": "needed-line", "d": frame.line(needed)]) }
  }

  /// Baseline and current value, with their labels where these touch nothing.
  func ends(_ frame: ChartFrame, _ html: inout HTMLWriter) {
    var places = labelPlaces(frame)
    let width = frame.shape == .wide ? 130.0 : 90
    if let current = assessment.current, let text = assessed.currentText, current.period != assessment.baseline?.period
    {
      let placed = places.place(
        TextWidth.lines(text, size: 13, width: width), besideX: frame.x(current.period.timeInYears),
        y: frame.y(current.value), isBold: true, prefersAbove: rises)
      html.label(placed.rows, x: placed.middle, y: placed.foot, name: "label strong middle")
    }
    guard let baseline = assessment.baseline else { return }
    let x = frame.x(baseline.period.timeInYears)
    let y = frame.y(baseline.value)
    html.shape("path", ["class": "post", "d": "M\(String(length: x)) \(String(length: y - 9))v18"])
    let text = phrases(.labelBaseline, ["value": style.value(baseline.value, apartFrom: assessment.goalValue)])
    let placed = places.place(
      TextWidth.lines(text, size: 13, width: width), besideX: x, y: y, isBold: false, prefersAbove: !rises)
    html.label(placed.rows, x: placed.box.left, y: placed.foot, name: "label")
  }

  private func labelPlaces(_ frame: ChartFrame) -> LabelPlace {
    var places = LabelPlace(
      room: .init(left: frame.left + 4, top: 2, right: frame.right, bottom: frame.bottom - 2))
    func line(_ points: [PeriodValue]) -> [(x: Double, y: Double)] {
      points.map { (frame.x($0.period.timeInYears), frame.y($0.value)) }
    }
    let known = points.compactMap { point in point.value.map { PeriodValue(point.period, $0) } }
    for points in [known, neededPace, plainProjection] { places.avoid(line: line(points)) }
    for vintage in earlier { places.avoid(line: line(vintage.values)) }
    for point in line(known) {
      places.avoid(.init(left: point.x - 4, top: point.y - 4, right: point.x + 4, bottom: point.y + 4))
    }
    if let goal = assessment.goalValue {
      places.avoid(line: [(frame.left, frame.y(goal)), (frame.right, frame.y(goal))])
    }
    if let baseline = assessment.baseline {
      let (x, y) = (frame.x(baseline.period.timeInYears), frame.y(baseline.value))
      places.avoid(line: [(x, y - 9), (x, y + 9)])
    }
    return places
  }

  /// Whether the last step went up, so that there is room above its end.
  private var rises: Bool {
    let known = points.compactMap(\.value)
    guard let last = known.last, let before = known.dropLast().last else { return true }
    return last >= before
  }
}

import MilepostModel

extension TrajectoryChart {
  /// Baseline, milestones and current value as posts and labels, which touch nothing where that is possible.
  func ends(_ frame: ChartFrame) -> [any Mark] {
    var places = labelPlaces(frame)
    var marks: [any Mark] = []
    func label(_ text: String, _ point: PeriodValue, isBold: Bool, prefersAbove: Bool) {
      let rows = TextRows.of(text, width: frame.shape == .wide ? 130 : 90, isBold: isBold)
      let placed = places.place(rows, beside: frame.places([point])[0], isBold: isBold, prefersAbove: prefersAbove)
      marks.append(
        WordsMark("label", placed.rows, at: Place(placed.middle, placed.foot), .middle, isBold: isBold))
    }
    if let current = assessment.current, let text = assessed.currentText, current.period != assessment.baseline?.period
    {
      label(text, PeriodValue(current.period, current.value), isBold: true, prefersAbove: rises)
    }
    if let baseline = assessment.baseline {
      marks.append(post(baseline, reach: 9, frame))
      let value = style.value(baseline.value, apartFrom: assessment.goalValue)
      label(phrases(.labelBaseline, ["value": value]), baseline, isBold: false, prefersAbove: !rises)
    }
    for milestone in assessment.milestones.map({ PeriodValue($0.milestone.period, $0.milestone.value) })
    where frame.x.domain.contains(milestone.period.timeInYears) {
      marks.append(post(milestone, reach: 6, frame))
      label(style.stated(milestone.value), milestone, isBold: false, prefersAbove: rises)
    }
    return marks
  }

  private func post(_ point: PeriodValue, reach: Double, _ frame: ChartFrame) -> LineMark {
    let place = frame.places([point])[0]
    return LineMark("post", [Place(place.x, place.y - reach), Place(place.x, place.y + reach)])
  }

  private func labelPlaces(_ frame: ChartFrame) -> LabelPlace {
    var places = LabelPlace(room: Box(left: frame.left + 4, top: 2, right: frame.right, bottom: frame.bottom - 2))
    let known = points.compactMap { point in point.value.map { PeriodValue(point.period, $0) } }
    for line in [known, neededPace, plainProjection] + earlier.map(\.values) { places.avoid(line: frame.places(line)) }
    for place in frame.places(known) {
      places.avoid(Box(left: place.x - 4, top: place.y - 4, right: place.x + 4, bottom: place.y + 4))
    }
    if let goal = assessment.goalValue {
      places.avoid(line: [Place(frame.left, frame.y(goal)), Place(frame.right, frame.y(goal))])
    }
    if let baseline = assessment.baseline { places.avoid(line: post(baseline, reach: 9, frame).places) }
    for result in assessment.milestones {
      let post = post(PeriodValue(result.milestone.period, result.milestone.value), reach: 6, frame)
      places.avoid(line: post.places)
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

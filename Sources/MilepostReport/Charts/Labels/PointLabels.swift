import MilepostModel

/// Values written beside the first and the last point of a line, where they touch nothing.
struct PointLabels: Sendable {
  private let known: [PeriodValue]
  private let frame: ChartFrame

  init(_ points: [ChartPoint], frame: ChartFrame) {
    known = points.compactMap { point in point.value.map { PeriodValue(point.period, $0) } }
    self.frame = frame
  }

  var ends: [any Mark] {
    guard let last = known.last else { return [] }
    var places = LabelPlace(
      room: Box(left: frame.left + 4, top: 2, right: frame.shape.width - 2, bottom: frame.bottom - 2))
    places.avoid(line: frame.places(known))
    for place in frame.places(known) {
      places.avoid(Box(left: place.x - 4, top: place.y - 4, right: place.x + 4, bottom: place.y + 4))
    }
    let rises = known.count < 2 || known[known.count - 1].value >= known[known.count - 2].value
    var marks = [mark(last, &places, isBold: true, prefersAbove: rises)]
    if let first = known.first, known.count > 1 {
      marks.append(mark(first, &places, isBold: false, prefersAbove: !(known[1].value > first.value)))
    }
    return marks
  }

  private func mark(
    _ point: PeriodValue, _ places: inout LabelPlace, isBold: Bool, prefersAbove: Bool
  ) -> WordsMark {
    let style = frame.axis.style
    let rows = TextRows.of(style.value(point.value), width: frame.shape == .wide ? 130 : 90, isBold: isBold)
    let placed = places.place(
      rows, beside: frame.place(point.period.timeInYears, point.value), isBold: isBold, prefersAbove: prefersAbove)
    return WordsMark("label", placed.rows, at: Place(placed.middle, placed.foot), .middle, isBold: isBold)
  }
}

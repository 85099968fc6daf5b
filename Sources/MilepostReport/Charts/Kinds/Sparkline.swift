import MilepostModel

/// A line without axes, 120 by 24, for cells of tables; gaps and breaks are left open.
struct Sparkline: Sendable {
  let points: [ChartPoint]

  private var marks: [any Mark] {
    let known = points.compactMap { point in point.value.map { PeriodValue(point.period, $0) } }
    let values = known.map(\.value)
    guard let low = values.min(), let high = values.max(), let first = known.first, let last = known.last else {
      return []
    }
    let start = first.period.timeInYears
    let x = LinearScale(domain: start...max(last.period.timeInYears, start + 1), start: 4, end: 116)
    let y = LinearScale(domain: low...high, start: 20, end: 4)
    func place(_ point: PeriodValue) -> Place { Place(x(point.period.timeInYears), y(point.value)) }
    var marks: [any Mark] = SeriesPieces(points).pieces.map {
      LineMark($0.isDashed ? "line dash" : "line", $0.points.map(place))
    }
    if let newest = points.last(where: { $0.value != nil }) { marks.append(DotMark(place(last), newest, radius: 3)) }
    return marks
  }

  /// Hidden from assistive technology, because the cells beside it say the same; nothing where nothing is known.
  func write(into html: inout HTMLWriter) {
    let marks = marks
    guard !marks.isEmpty else { return }
    html.element(
      "svg", ["class": "spark c1", "viewBox": "0 0 120 24", "width": "120", "height": "24", "aria-hidden": "true"]
    ) { html in
      for mark in marks {
        if html.runsTimeFromTheRight { mark.mirrored(in: 120).write(into: &html) } else { mark.write(into: &html) }
      }
    }
  }
}

import MilepostLanguage
import MilepostModel

/// Several series of one unit: at most four coloured and named at their ends, the rest grey.
struct SeriesChart: Sendable {
  struct Line: Sendable {
    let name: String
    let points: [ChartPoint]
  }

  let title: String
  let lines: [Line]
  let style: FigureStyle
  /// Makes the ids of title and description unique on the page.
  let id: String

  static let mostColoured = 4

  init(title: String, lines: [Line], style: FigureStyle, id: String) {
    self.title = title
    self.lines = lines.filter { $0.points.contains { $0.value != nil } }
    self.style = style
    self.id = id
  }

  var canBeDrawn: Bool { lines.contains { $0.points.count { $0.value != nil } > 1 } && style.scale != .yesNo }

  private var description: String {
    lines.prefix(SeriesChart.mostColoured).compactMap { line in
      let known = line.points.filter { $0.value != nil }
      guard let first = known.first, let last = known.last, let start = first.value, let end = last.value else {
        return nil
      }
      let dates = style.phrases.dates
      return line.name + ": "
        + style.phrases(
          .chartDescription,
          [
            "first": style.value(start), "from": dates.text(first.period), "last": style.value(end),
            "to": dates.text(last.period),
          ])
    }.joined(separator: " ")
  }

  private func labels(width: Double) -> [EndLabel] {
    lines.prefix(SeriesChart.mostColoured).enumerated().compactMap { index, line in
      line.points.last { $0.value != nil }?.value.map {
        EndLabel(text: line.name, value: $0, name: "label t\(index + 1)", width: width)
      }
    }
  }

  func write(_ shape: ChartFrame.Shape, into html: inout HTMLWriter) {
    let times = lines.flatMap { $0.points.map(\.time) }
    guard let low = times.min(), let high = times.max() else { return }
    let labels = labels(width: shape == .wide ? 180 : 90)
    let frame = ChartFrame(
      shape: shape, axis: ChartFrame.TimeAxis(lines.flatMap { $0.points.map(\.period) }),
      years: low...max(high, low + 1), values: lines.flatMap { $0.points.compactMap(\.value) },
      style: style, labelWidth: EndLabel.width(labels))
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
      for (index, line) in lines.enumerated().reversed() {
        let isNamed = index < SeriesChart.mostColoured
        SeriesDrawing(
          points: line.points, frame: frame, name: isNamed ? "c\(index + 1)" : "c0", drawsMarks: index == 0
        ).write(into: &html)
      }
      EndLabel.write(labels, in: frame, at: frame.right + 8, into: &html)
    }
  }
}

/// A line without axes, 120 by 24, for cells of tables.
struct Sparkline: Sendable {
  let points: [ChartPoint]

  /// Hidden from assistive technology, because the cells beside it say the same.
  func write(into html: inout HTMLWriter) {
    let known = points.compactMap { point in point.value.map { (point.time, $0) } }
    let values = known.map(\.1)
    guard known.count > 1, let low = values.min(), let high = values.max(), let first = known.first,
      let last = known.last
    else { return }
    let x = LinearScale(domain: first.0...max(last.0, first.0 + 1), start: 3, end: 116)
    let y = LinearScale(domain: low...high, start: 20, end: 4)
    let line = known.enumerated().map { index, point in
      "\(index == 0 ? "M" : "L")\(String(length: x(point.0))) \(String(length: y(point.1)))"
    }.joined()
    html.element(
      "svg", ["class": "spark", "viewBox": "0 0 120 24", "width": "120", "height": "24", "aria-hidden": "true"]
    ) { html in
      html.shape("path", ["class": "line c1", "d": line])
      html.shape(
        "circle", ["class": "dot c1", "cx": String(length: x(last.0)), "cy": String(length: y(last.1)), "r": "3"])
    }
  }
}

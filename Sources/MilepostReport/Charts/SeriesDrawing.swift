import MilepostModel

/// Draws a series so that the mark says what is known: filled reported, hollow estimated, cross imputed, a dot with a
/// cross partly imputed, dashed provisional, a gap at breaks and where values are missing.
struct SeriesDrawing: Sendable {
  let points: [ChartPoint]
  let frame: ChartFrame
  /// Class of the line, which gives its colour.
  let name: String
  let drawsMarks: Bool

  func write(into html: inout HTMLWriter) {
    lines(into: &html)
    if drawsMarks {
      for point in points { mark(point, into: &html) }
    }
  }

  private func lines(into html: inout HTMLWriter) {
    var firm: [(time: Double, value: Double)] = []
    var last: (time: Double, value: Double)?
    func flush(_ html: inout HTMLWriter) {
      if firm.count > 1 { html.shape("path", ["class": "line \(name)", "d": frame.line(firm)]) }
      firm = []
    }
    for point in points {
      guard let value = point.value else {
        flush(&html)
        last = nil
        continue
      }
      let here = (time: point.time, value: value)
      if point.status == .breakInSeries { flush(&html) }
      if point.status == .provisional || point.status == .forecast, let before = last {
        flush(&html)
        html.shape("path", ["class": "line dash \(name)", "d": frame.line([before, here])])
      }
      firm.append(here)
      last = here
    }
    flush(&html)
  }

  private func mark(_ point: ChartPoint, into html: inout HTMLWriter) {
    guard let value = point.value else { return }
    let x = String(length: frame.x(point.time))
    let y = String(length: frame.y(value))
    switch point.knowledge {
    case .imputed: html.shape("path", ["class": "cross \(name)", "d": "M\(x) \(y)m-3-3 6 6m0-6-6 6"])
    case .estimated: html.shape("circle", ["class": "hollow \(name)", "cx": x, "cy": y, "r": "3.5"])
    case .reported: html.shape("circle", ["class": "dot \(name)", "cx": x, "cy": y, "r": "3.5"])
    }
    if point.isPartlyImputed {
      html.shape("path", ["class": "part-imputed \(name)", "d": "M\(x) \(y)m-5-5 10 10m0-10-10 10"])
    }
    if point.status == .breakInSeries {
      html.element(
        "text", ["x": x, "y": String(length: frame.top - 10), "class": "note middle"],
        text: frame.style.phrases(.labelBreak))
      html.shape(
        "path", ["class": "break", "d": "M\(x) \(String(length: frame.top - 4))V\(String(length: frame.bottom))"])
    }
  }
}

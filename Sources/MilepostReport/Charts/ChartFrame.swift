import MilepostLanguage
import MilepostModel

/// The plot area of a chart over time with its axes.
struct ChartFrame: Sendable {
  /// The shape of a drawing: wide beside text, tall on small screens.
  enum Shape: String, Sendable, CaseIterable {
    case wide, tall

    var size: (width: Double, height: Double) { self == .wide ? (760, 400) : (360, 450) }
  }

  /// What stands below the axis of time.
  enum TimeAxis: Sendable {
    /// One place for each year: of yearly values.
    case places
    /// From the beginning of a year to its end, named in the middle: of values for parts of a year.
    case spans

    init(_ periods: some Sequence<TimePeriod>) {
      let parts: Set<Frequency> = [.half, .quarter, .month, .day]
      self = periods.contains { parts.contains($0.frequency) } ? .spans : .places
    }
  }

  let shape: Shape
  let axis: TimeAxis
  let x: LinearScale
  let y: LinearScale
  let style: FigureStyle
  let left: Double
  let right: Double
  let top: Double
  let bottom: Double

  /// - Parameter labelWidth: room for labels at the right end of the lines.
  init(
    shape: Shape, axis: TimeAxis, years: ClosedRange<Double>, values: [Double], style: FigureStyle,
    labelWidth: Double
  ) {
    self.shape = shape
    self.axis = axis
    self.style = style
    let (width, height) = shape.size
    let domain = LinearScale.domain(holding: values, atMostTicks: 5)
    let ticks = LinearScale.ticks(in: domain, atMost: 5)
    let widest = ticks.map { TextWidth.of(ChartFrame.tickText($0, style), size: 13) }.max() ?? 0
    left = widest + 12
    right = width - labelWidth
    top = 24
    bottom = height - 32
    // A period lies at its end, so that a whole year begins one before.
    let whole = (years.lowerBound - 0.001).rounded(.down)...max(years.upperBound.rounded(.up), years.lowerBound + 1)
    x = LinearScale(domain: axis == .places ? years : whole, start: left + (axis == .places ? 14 : 8), end: right)
    y = LinearScale(domain: domain, start: bottom, end: top)
  }

  private static func tickText(_ value: Double, _ style: FigureStyle) -> String {
    let rounded = (value * 1e9).rounded() / 1e9
    let text = style.phrases.numbers.shortText(rounded, atMostDecimals: 6)
    return style.scale == .percent
      ? text + style.phrases.numbers.beforePercent + style.phrases.numbers.percentSign : text
  }

  func writeAxes(into html: inout HTMLWriter) {
    for tick in LinearScale.ticks(in: y.domain, atMost: 5) {
      let height = String(length: y(tick))
      html.shape("path", ["class": "grid", "d": "M\(String(length: left))\u{20}\(height)H\(String(length: right))"])
      html.element(
        "text", ["x": String(length: left - 6), "y": height, "dy": ".35em", "class": "axis end"],
        text: ChartFrame.tickText(tick, style))
    }
    html.shape(
      "path", ["class": "base", "d": "M\(String(length: left)) \(String(length: bottom))H\(String(length: right))"])
    if y.domain.lowerBound > 0 {
      // The break stands beside the labels, not on them.
      html.shape(
        "path",
        [
          "class": "base broken",
          "d": "M\(String(length: left + 2)) \(String(length: bottom + 4))l3 -8m2 8 3 -8",
        ])
    }
    switch axis {
    case .places:
      for year in yearTicks { tick(at: Double(year), year, namedAt: Double(year), &html) }
    case .spans:
      for year in yearTicks { tick(at: Double(year), year, namedAt: Double(year) - 0.5, &html) }
      tick(at: x.domain.lowerBound, nil, namedAt: 0, &html)
    }
  }

  private func tick(at time: Double, _ year: Int?, namedAt middle: Double, _ html: inout HTMLWriter) {
    html.shape(
      "path",
      [
        "class": "base",
        "d": "M\(String(length: x(time))) \(String(length: bottom))v\(axis == .places ? "5" : "10")",
      ])
    guard let year else { return }
    html.element(
      "text",
      ["x": String(length: x(middle)), "y": String(length: bottom + 20), "class": "axis middle"], text: String(year))
  }

  private var yearTicks: [Int] {
    let most = shape == .wide ? 9 : 5
    // Of spans the first year begins at the lower end.
    let first = Int(x.domain.lowerBound.rounded(.up)) + (axis == .spans ? 1 : 0)
    let last = Int(x.domain.upperBound.rounded(.down))
    let step = axis == .spans ? 1 : [1, 2, 5, 10, 20, 50].first { (last - first) / $0 + 1 <= most } ?? 100
    return Array(stride(from: last, through: first, by: -step).reversed())
  }

  func place(_ time: Double, _ value: Double) -> String {
    "\(String(length: x(time))) \(String(length: y(value)))"
  }

  func line(_ points: [(time: Double, value: Double)]) -> String {
    points.enumerated().map { ($0 == 0 ? "M" : "L") + place($1.time, $1.value) }.joined()
  }

  /// An area between two lines over the same times.
  func area(_ upper: [(time: Double, value: Double)], _ lower: [(time: Double, value: Double)]) -> String {
    line(upper) + lower.reversed().map { "L" + place($0.time, $0.value) }.joined() + "Z"
  }
}

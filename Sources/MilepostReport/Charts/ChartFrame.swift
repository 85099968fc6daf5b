import MilepostLanguage
import MilepostModel

/// The plot area of a chart over time with its axes.
struct ChartFrame: Sendable {
  /// The shape of a drawing: wide beside text, tall on small screens.
  enum Shape: String, Sendable, CaseIterable {
    case wide, tall

    var size: (width: Double, height: Double) { self == .wide ? (760, 400) : (360, 450) }
  }

  let shape: Shape
  let x: LinearScale
  let y: LinearScale
  let style: FigureStyle
  let left: Double
  let right: Double
  let top: Double
  let bottom: Double

  /// - Parameter labelWidth: room for labels at the right end of the lines.
  init(shape: Shape, years: ClosedRange<Double>, values: [Double], style: FigureStyle, labelWidth: Double) {
    self.shape = shape
    self.style = style
    let (width, height) = shape.size
    let domain = LinearScale.domain(holding: values, atMostTicks: 5)
    let ticks = LinearScale.ticks(in: domain, atMost: 5)
    let widest = ticks.map { TextWidth.of(ChartFrame.tickText($0, style), size: 13) }.max() ?? 0
    left = widest + 12
    right = width - labelWidth
    top = 24
    bottom = height - 32
    x = LinearScale(domain: years, start: left + 8, end: right)
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
      let base = String(length: bottom)
      html.shape("path", ["class": "base", "d": "M\(String(length: left - 4)) \(base)m0 -3 8 -4m-8 8 8 -4"])
    }
    for year in yearTicks {
      let place = String(length: x(Double(year)))
      html.shape("path", ["class": "base", "d": "M\(place) \(String(length: bottom))v5"])
      html.element(
        "text", ["x": place, "y": String(length: bottom + 20), "class": "axis middle"], text: String(year))
    }
  }

  private var yearTicks: [Int] {
    let most = shape == .wide ? 9 : 5
    let first = Int(x.domain.lowerBound.rounded(.up))
    let last = Int(x.domain.upperBound.rounded(.down))
    let step = [1, 2, 5, 10, 20, 50].first { (last - first) / $0 + 1 <= most } ?? 100
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

/// A text at the end of a line.
struct EndLabel: Sendable {
  let text: String
  let value: Double
  let name: String

  /// Heights at which labels do not touch each other, kept in the order of their values.
  static func heights(_ labels: [EndLabel], in frame: ChartFrame) -> [(label: EndLabel, height: Double)] {
    var placed = labels.map { (label: $0, height: frame.y($0.value)) }.sorted { $0.height < $1.height }
    let gap = 17.0
    for index in placed.indices.dropFirst() {
      placed[index].height = max(placed[index].height, placed[index - 1].height + gap)
    }
    var floor = frame.bottom + 2
    for index in placed.indices.reversed() {
      placed[index].height = min(placed[index].height, floor)
      floor = placed[index].height - gap
    }
    return placed
  }

  static func write(_ labels: [EndLabel], in frame: ChartFrame, at x: Double, into html: inout HTMLWriter) {
    for placed in heights(labels, in: frame) {
      html.element(
        "text",
        [
          "x": String(length: x), "y": String(length: placed.height), "dy": ".35em",
          "class": placed.label.name,
        ], text: placed.label.text)
    }
  }

  static func width(_ labels: [EndLabel]) -> Double {
    (labels.map { TextWidth.of($0.text, size: 13, isBold: true) }.max() ?? 0) + 14
  }
}

import MilepostLanguage

/// Values at the left of a plot, with horizontal lines across it.
struct ValueAxis: Sendable {
  let scale: LinearScale
  let style: FigureStyle

  static let mostTicks = 5

  /// - Parameter values: all that the plot shows.
  init(holding values: [Double], _ style: FigureStyle, top: Double, bottom: Double) {
    scale = LinearScale(
      domain: LinearScale.domain(holding: values, atMostTicks: ValueAxis.mostTicks), start: bottom, end: top)
    self.style = style
  }

  private var ticks: [Double] { LinearScale.ticks(in: scale.domain, atMost: ValueAxis.mostTicks) }

  /// Room for the figures.
  var width: Double { WordsMark.width(ticks.map { ValueAxis.text($0, style) }) + 12 }

  static func text(_ value: Double, _ style: FigureStyle) -> String {
    let rounded = (value * 1e9).rounded() / 1e9
    let text = style.phrases.numbers.shortText(rounded, atMostDecimals: 6)
    return style.scale == .percent
      ? text + style.phrases.numbers.percentEnding : text
  }

  /// The values to write along a scale from left to right: so many that none touches the next.
  static func ticks(along scale: LinearScale, _ style: FigureStyle) -> [Double] {
    let ticks = LinearScale.ticks(in: scale.domain, atMost: mostTicks)
    guard ticks.count > 1 else { return ticks }
    let room = WordsMark.width(ticks.map { text($0, style) }) + 10
    let step = max(1, Int((room / (scale(ticks[1]) - scale(ticks[0])).magnitude).rounded(.up)))
    return stride(from: 0, to: ticks.count, by: step).map { ticks[$0] }
  }

  func marks(from left: Double, to right: Double) -> [any Mark] {
    var marks: [any Mark] = []
    for tick in ticks {
      marks.append(grid(tick, left, right))
      marks.append(WordsMark("axis", ValueAxis.text(tick, style), at: Place(left - 6, scale(tick) + 4.5), .right))
    }
    return marks + base(left, right)
  }

  /// The same without figures.
  func lines(from left: Double, to right: Double) -> [any Mark] {
    ticks.map { grid($0, left, right) } + base(left, right)
  }

  private func grid(_ tick: Double, _ left: Double, _ right: Double) -> any Mark {
    LineMark("grid", [Place(left, scale(tick)), Place(right, scale(tick))])
  }

  private func base(_ left: Double, _ right: Double) -> [any Mark] {
    let bottom = scale.start
    let line = LineMark("base", [Place(left, bottom), Place(right, bottom)])
    guard scale.domain.lowerBound > 0 else { return [line] }
    // The break stands beside the labels, not on them.
    let x = left + 2
    let mark = LineMark(
      "base broken",
      [Place(x, bottom + 4), Place(x + 3, bottom - 4), Place(x + 5, bottom + 4), Place(x + 8, bottom - 4)])
    return [line, mark]
  }
}

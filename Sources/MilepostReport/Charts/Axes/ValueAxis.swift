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
  var width: Double { TextMark.width(ticks.map { ValueAxis.text($0, style) }) + 12 }

  static func text(_ value: Double, _ style: FigureStyle) -> String {
    let rounded = (value * 1e9).rounded() / 1e9
    let text = style.phrases.numbers.shortText(rounded, atMostDecimals: 6)
    return style.scale == .percent
      ? text + style.phrases.numbers.beforePercent + style.phrases.numbers.percentSign : text
  }

  func marks(from left: Double, to right: Double) -> [any Mark] {
    var marks: [any Mark] = []
    for tick in ticks {
      let y = scale(tick)
      marks.append(LineMark("grid", [Place(left, y), Place(right, y)]))
      marks.append(TextMark("axis", ValueAxis.text(tick, style), at: Place(left - 6, y + 4.5), .right))
    }
    let bottom = scale.start
    marks.append(LineMark("base", [Place(left, bottom), Place(right, bottom)]))
    if scale.domain.lowerBound > 0 {
      // The break stands beside the labels, not on them.
      let x = left + 2
      marks.append(
        LineMark(
          "base broken",
          [Place(x, bottom + 4), Place(x + 3, bottom - 4), Place(x + 5, bottom + 4), Place(x + 8, bottom - 4)]))
    }
    return marks
  }
}

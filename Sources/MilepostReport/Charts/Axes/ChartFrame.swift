import MilepostModel

/// The plot of a chart over time with its two axes.
struct ChartFrame: Sendable {
  let shape: ChartShape
  let x: TimeScale
  let axis: ValueAxis
  let left: Double
  let right: Double
  let top: Double
  let bottom: Double

  var y: LinearScale { axis.scale }

  static func height(_ shape: ChartShape) -> Double { shape == .wide ? 400 : 450 }

  /// - Parameters:
  ///   - values: all that the plot shows.
  ///   - labelWidth: room for labels at the right end of the lines.
  init(
    shape: ChartShape, naming: TimeScale.Naming, years: ClosedRange<Double>, values: [Double], style: FigureStyle,
    labelWidth: Double
  ) {
    self.shape = shape
    top = 24
    bottom = ChartFrame.height(shape) - 32
    axis = ValueAxis(holding: values, style, top: top, bottom: bottom)
    left = axis.width
    right = shape.width - labelWidth
    x = TimeScale(naming, years: years, from: left, to: right)
  }

  /// Over the periods of the points; a single period stands in the middle.
  init(shape: ChartShape, points: [ChartPoint], values: [Double], style: FigureStyle, labelWidth: Double) {
    let times = points.map(\.time)
    let low = times.min() ?? 0
    let high = times.max() ?? 0
    self.init(
      shape: shape, naming: TimeScale.Naming(points.map(\.period)),
      years: low < high ? low...max(high, low + 1) : (low - 1)...(low + 1), values: values, style: style,
      labelWidth: labelWidth)
  }

  var axes: [any Mark] {
    axis.marks(from: left, to: right)
      + TimeAxis(scale: x, bottom: bottom, mostYears: shape == .wide ? 9 : 5).marks
  }

  func place(_ time: Double, _ value: Double) -> Place { Place(x(time), y(value)) }

  func places(_ points: [PeriodValue]) -> [Place] { points.map { place($0.period.timeInYears, $0.value) } }
}

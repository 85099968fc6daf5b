import MilepostModel

/// Answers on a scale of agreement, one bar for each question: those who disagree left of the middle, those who agree right of
/// it, the neutral ones split by it, and "do not know" apart at the right, so that neither side is longer for it.
struct LikertChart: Chart {
  /// The parts of the scale, from the strongest disagreement to the strongest agreement, then what stands apart.
  struct Scale: Sendable {
    let disagree: [SharePart]
    let neutral: SharePart?
    let agree: [SharePart]
    let apart: SharePart?

    var parts: [SharePart] { disagree + [neutral].compactMap(\.self) + agree + [apart].compactMap(\.self) }
  }

  private let scale: Scale
  private let shares: ShareRows

  var steps: ChartSteps { .down }
  var key: [String] { [] }

  /// - Parameter rows: with a value for each part, in the order of `Scale.parts`.
  init(_ scale: Scale, _ rows: [ShareRow], style: FigureStyle) {
    self.scale = scale
    shares = ShareRows(scale.parts, rows, style)
  }

  var description: String { shares.description }

  /// Share left of the middle and right of it, and apart, of a row's total.
  private func sides(_ row: ShareRow) -> (left: Double, right: Double, apart: Double) {
    let shares = row.values.map { $0 / row.total }
    let count = scale.disagree.count
    let neutral = scale.neutral == nil ? 0 : shares[count] / 2
    let start = count + (scale.neutral == nil ? 0 : 1)
    return (
      shares.prefix(count).reduce(0, +) + neutral,
      shares[start..<(start + scale.agree.count)].reduce(0, +) + neutral,
      scale.apart == nil ? 0 : shares[start + scale.agree.count]
    )
  }

  /// One unit of length for all rows, wherever the middle falls.
  private struct Ground {
    let middle: Double
    let apart: Double
    let length: Double
  }

  private func ground(_ layout: RowLayout) -> Ground {
    let sides = shares.drawn.map(\.row).filter(\.isKnown).map(self.sides)
    let left = sides.map(\.left).max() ?? 0
    let right = sides.map(\.right).max() ?? 0
    let apart = sides.map(\.apart).max() ?? 0
    let gap = apart > 0 ? 16.0 : 0
    let length = (layout.right - layout.left - gap) / max(left + right + apart, 0.01)
    return Ground(
      middle: layout.left + left * length, apart: layout.left + (left + right) * length + gap, length: length)
  }

  private func boxes(_ row: ShareRow, _ lane: ClosedRange<Double>, _ layout: RowLayout) -> [Box] {
    let ground = ground(layout)
    var x = ground.middle - sides(row).left * ground.length
    return row.values.enumerated().map { index, value in
      let width = value / row.total * ground.length
      let isApart = scale.apart != nil && index == row.values.count - 1
      let left = isApart ? ground.apart : x
      if !isApart { x += width }
      return Box(left: left, top: lane.lowerBound, right: left + width, bottom: lane.upperBound)
    }
  }

  func drawing(_ shape: ChartShape) -> Drawing {
    shares.drawing(shape, middle: { ground($0).middle }, boxes: boxes)
  }
}

import MilepostModel

/// Answers on a scale of agreement, one bar for each question: those who disagree left of the middle, those who agree right of
/// it, the neutral ones split by it. "Do not know" and no answer stand apart at the right, beside what they are no part of, so that
/// neither side is longer or shorter for them.
struct LikertChart: Chart {
  /// The parts of the scale, from the strongest disagreement to the strongest agreement, of which the values are shares; then what
  /// stands apart.
  struct Scale: Sendable {
    let disagree: [SharePart]
    let neutral: SharePart?
    let agree: [SharePart]
    let apart: [SharePart]

    var parts: [SharePart] { disagree + [neutral].compactMap(\.self) + agree + apart }
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

  /// Share left of the middle and right of it, of what the scale adds up to, and what stands apart on the same measure.
  private func sides(_ row: ShareRow) -> (left: Double, right: Double, apart: Double) {
    let unit = unit(row)
    let shares = row.values.map { $0 / unit }
    let count = scale.disagree.count
    let neutral = scale.neutral == nil ? 0 : shares[count] / 2
    let start = count + (scale.neutral == nil ? 0 : 1)
    return (
      shares.prefix(count).reduce(0, +) + neutral,
      shares[start..<(start + scale.agree.count)].reduce(0, +) + neutral,
      shares.suffix(scale.apart.count).reduce(0, +)
    )
  }

  /// What the answers on the scale add up to.
  private func unit(_ row: ShareRow) -> Double { max(row.values.dropLast(scale.apart.count).reduce(0, +), 1e-9) }

  /// One unit of length for all rows, wherever the middle falls.
  private struct Ground {
    let middle: Double
    let apart: Double
    let length: Double
  }

  private static let gap = 16.0

  private func ground(_ layout: RowLayout) -> Ground {
    let sides = shares.drawn.map(\.row).filter(\.isKnown).map(self.sides)
    let left = sides.map(\.left).reduce(0, max)
    let right = sides.map(\.right).reduce(0, max)
    let apart = sides.map(\.apart).reduce(0, max)
    let gap = apart > 0 ? LikertChart.gap : 0
    let length = (layout.right - layout.left - gap) / max(left + right + apart, 0.01)
    return Ground(
      middle: layout.left + left * length, apart: layout.left + (left + right) * length + gap, length: length)
  }

  private func boxes(_ row: ShareRow, _ lane: ClosedRange<Double>, _ layout: RowLayout) -> [Box] {
    let ground = ground(layout)
    let unit = unit(row)
    var x = ground.middle - sides(row).left * ground.length
    return row.values.enumerated().map { index, value in
      if index == row.values.count - scale.apart.count { x = ground.apart }
      defer { x += value / unit * ground.length }
      return Box(
        left: x, top: lane.lowerBound, right: x + value / unit * ground.length, bottom: lane.upperBound)
    }
  }

  func drawing(_ shape: ChartShape) -> Drawing {
    shares.drawing(shape, middle: { ground($0).middle }, boxes: boxes)
  }
}

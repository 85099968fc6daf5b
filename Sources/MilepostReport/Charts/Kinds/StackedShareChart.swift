/// Parts of a whole, one bar of full length for each row: yes, no and unknown of areas; reported, estimated, imputed.
///
/// Parts are named over the first row, in the order they lie in. The values may be shares or counts; each row is scaled to
/// its own total.
struct StackedShareChart: Chart {
  private let shares: ShareRows

  var steps: ChartSteps { .down }
  var key: [String] { [] }

  init(_ parts: [SharePart], _ rows: [ShareRow], style: FigureStyle) { shares = ShareRows(parts, rows, style) }

  var description: String { shares.description }

  private func boxes(_ row: ShareRow, _ lane: ClosedRange<Double>, _ layout: RowLayout) -> [Box] {
    let scale = LinearScale(domain: 0...row.total, start: layout.left, end: layout.right)
    var start = 0.0
    return row.values.map { value in
      defer { start += value }
      return Box(left: scale(start), top: lane.lowerBound, right: scale(start + value), bottom: lane.upperBound)
    }
  }

  func drawing(_ shape: ChartShape) -> Drawing { shares.drawing(shape, boxes: boxes) }
}

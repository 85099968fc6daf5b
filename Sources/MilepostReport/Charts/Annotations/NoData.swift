/// What stands in place of a chart that has nothing to show: an empty ring and the reason in words.
struct NoData: Sendable {
  let reason: String

  func drawing(_ shape: ChartShape) -> Drawing {
    let rows = TextRows.of(reason, width: shape.width - 48)
    var drawing = Drawing(width: shape.width, height: 40 + Double(rows.count - 1) * WordsMark.rowHeight)
    drawing.add(RingMark(Place(20, 20), radius: 7))
    drawing.add(WordsMark("note", rows, at: Place(40, 24.5)))
    return drawing
  }
}

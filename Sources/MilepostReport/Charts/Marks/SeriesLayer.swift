import MilepostModel

/// A series over time in marks that say what is known: dots and crosses, dashes to what is provisional, gaps at breaks and
/// where values are missing.
struct SeriesLayer: Sendable {
  let points: [ChartPoint]
  let frame: ChartFrame

  init(_ points: [ChartPoint], in frame: ChartFrame) {
    self.points = points
    self.frame = frame
  }

  var lines: [any Mark] {
    SeriesPieces(points).pieces.map { LineMark($0.isDashed ? "line dash" : "line", frame.places($0.points)) }
  }

  var dots: [any Mark] {
    points.compactMap { point in point.value.map { DotMark(frame.place(point.time, $0), point) } }
  }

  /// Of values that stand alone, which no line shows.
  var lonelyDots: [any Mark] {
    let joined = Set(SeriesPieces(points).pieces.flatMap { $0.points.map(\.period) })
    return points.compactMap { point in
      guard !joined.contains(point.period) else { return nil }
      return point.value.map { DotMark(frame.place(point.time, $0), point, radius: 2.5) }
    }
  }

  /// Breaks and gaps in words.
  var notes: [any Mark] { BreakNote(points: points, frame: frame).marks + GapNote(points: points, frame: frame).marks }

  /// What is read at each value; at a gap, on the axis, why it is one. The places alone without a readout.
  func readings(_ readout: Readout?) -> [SeriesMark.Reading] {
    points.map { point in
      let place = point.value.map { frame.place(point.time, $0) } ?? Place(frame.x(point.time), frame.bottom - 3)
      return SeriesMark.Reading(point.period.description, place, readout?.text(point) ?? "")
    }
  }
}

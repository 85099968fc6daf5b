import MilepostModel

/// A series in the pieces that may be joined: not over a gap, not over a break in the series, and with a dashed step to
/// what is not firm yet.
struct SeriesPieces: Sendable {
  struct Piece: Hashable, Sendable {
    let isDashed: Bool
    /// At least two.
    let points: [PeriodValue]
  }

  private(set) var pieces: [Piece] = []

  init(_ points: [ChartPoint]) {
    var firm: [PeriodValue] = []
    for point in points {
      guard let value = point.value else {
        close(&firm)
        continue
      }
      let here = PeriodValue(point.period, value)
      if point.status == .breakInSeries { close(&firm) }
      if point.isProvisional, let before = firm.last {
        close(&firm)
        pieces.append(Piece(isDashed: true, points: [before, here]))
      }
      firm.append(here)
    }
    close(&firm)
  }

  private mutating func close(_ points: inout [PeriodValue]) {
    if points.count > 1 { pieces.append(Piece(isDashed: false, points: points)) }
    points = []
  }
}

/// Periods one after the other for which a series has no value, for one reason.
struct GapRun: Hashable, Sendable {
  let gap: Gap
  /// At least one.
  let periods: [TimePeriod]
  /// What lies on both sides; nil at the end of the series.
  let before: TimePeriod
  let after: TimePeriod?

  /// Every run of a series; runs before its first value are left out, because the series has not begun there.
  static func all(in points: [ChartPoint]) -> [GapRun] {
    var runs: [GapRun] = []
    var open: GapRun?
    var last: TimePeriod?
    func end(_ after: TimePeriod?) {
      if let run = open { runs.append(GapRun(gap: run.gap, periods: run.periods, before: run.before, after: after)) }
      open = nil
    }
    for point in points {
      if let gap = point.gap {
        if let run = open, run.gap == gap {
          open = GapRun(gap: gap, periods: run.periods + [point.period], before: run.before, after: nil)
        } else if let before = last {
          end(point.period)
          open = GapRun(gap: gap, periods: [point.period], before: before, after: nil)
        }
      } else {
        end(point.period)
      }
      if last != nil || point.value != nil { last = point.period }
    }
    end(nil)
    return runs
  }
}

import MilepostModel

/// Why a series has no value somewhere: the words at the foot of the gap, or the reason's sign where they find no room.
struct GapNote: Sendable {
  let points: [ChartPoint]
  let frame: ChartFrame

  private var runs: [GapRun] { GapRun.all(in: points) }

  /// Reasons of which only the sign is drawn.
  var signed: [Gap] {
    var found: [Gap] = []
    for run in runs where words(of: run) == nil && !found.contains(run.gap) { found.append(run.gap) }
    return found
  }

  private func ends(of run: GapRun) -> ClosedRange<Double> {
    let left = frame.x(run.before.timeInYears)
    let right = run.after.map { frame.x($0.timeInYears) } ?? frame.right
    return left...max(left, right)
  }

  /// Two rows at most.
  private func words(of run: GapRun) -> [String]? {
    let ends = ends(of: run)
    let width = ends.upperBound - ends.lowerBound - 12
    let text = run.gap.words(frame.axis.style.phrases)
    let rows = TextRows.of(text, width: width)
    return WordsMark.width(rows) <= width && rows.count <= 2 && width > 40 ? rows : nil
  }

  var marks: [any Mark] {
    var marks: [any Mark] = []
    for run in runs {
      let xs = run.periods.map { frame.x($0.timeInYears) }
      for x in xs { marks.append(LineMark("gap", [Place(x, frame.bottom), Place(x, frame.bottom - 6)])) }
      if let rows = words(of: run) {
        let ends = ends(of: run)
        let foot = frame.bottom - 12 - Double(rows.count - 1) * WordsMark.rowHeight
        let middle = Place((ends.lowerBound + ends.upperBound) / 2, foot)
        marks.append(WordsMark("note", rows, at: middle, .middle))
      } else {
        marks += xs.map { WordsMark("note", run.gap.sign, at: Place($0, frame.bottom - 12), .middle) }
      }
    }
    return marks
  }
}

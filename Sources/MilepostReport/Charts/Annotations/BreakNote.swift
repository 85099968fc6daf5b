import MilepostModel

/// Where a series is not comparable with what came before: a dotted line with "new method" over it.
struct BreakNote: Sendable {
  let points: [ChartPoint]
  let frame: ChartFrame

  var marks: [any Mark] {
    var marks: [any Mark] = []
    var taken = -Double.infinity
    for point in points where point.status == .breakInSeries && point.value != nil {
      let x = frame.x(point.time)
      marks.append(LineMark("break", [Place(x, frame.top - 4), Place(x, frame.bottom)]))
      let words = frame.axis.style.phrases(.labelBreak)
      let half = WordsMark.width([words]) / 2
      let middle = min(max(x, half), frame.shape.width - half)
      // Two breaks close to each other share one note.
      guard middle - half > taken else { continue }
      marks.append(WordsMark("note", words, at: Place(middle, frame.top - 10), .middle))
      taken = middle + half + 4
    }
    return marks
  }
}

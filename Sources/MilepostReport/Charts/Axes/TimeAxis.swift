/// Years below a plot.
struct TimeAxis: Sendable {
  let scale: TimeScale
  let bottom: Double
  let mostYears: Int

  var marks: [any Mark] {
    var marks: [any Mark] = []
    for year in scale.years(atMost: mostYears) {
      marks.append(tick(at: Double(year)))
      let middle = scale(Double(year) - (scale.naming == .spans ? 0.5 : 0))
      marks.append(WordsMark("axis", String(year), at: Place(middle, bottom + 20), .middle))
    }
    if scale.naming == .spans { marks.append(tick(at: scale.domain.lowerBound)) }
    return marks
  }

  private func tick(at time: Double) -> LineMark {
    let length: Double = scale.naming == .places ? 5 : 10
    return LineMark("base", [Place(scale(time), bottom), Place(scale(time), bottom + length)])
  }
}

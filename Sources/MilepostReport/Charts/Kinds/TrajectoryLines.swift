import MilepostLanguage
import MilepostModel

extension TrajectoryChart {
  /// An earlier vintage in pieces: it is not joined over a period that the series has and the vintage has not.
  static func pieces(_ vintage: EarlierVintage, besides points: [ChartPoint]) -> [[PeriodValue]] {
    var pieces: [[PeriodValue]] = []
    for value in vintage.values {
      if let last = pieces.last?.last,
        !points.contains(where: { last.period < $0.period && $0.period < value.period })
      {
        pieces[pieces.count - 1].append(value)
      } else {
        pieces.append([value])
      }
    }
    return pieces
  }

  /// Thin lines with the year of the vintage at their middle.
  func earlierLines(_ frame: ChartFrame) -> [any Mark] {
    var marks: [any Mark] = []
    for vintage in earlier {
      let pieces = TrajectoryChart.pieces(vintage, besides: points).map { piece in
        piece.filter { frame.y.domain.contains($0.value) && frame.x.domain.contains($0.period.timeInYears) }
      }
      for piece in pieces {
        let places = frame.places(piece)
        if places.count > 1 {
          marks.append(LineMark("earlier", places))
        } else if let place = places.first {
          marks.append(LineMark("earlier", [Place(place.x - 3, place.y), Place(place.x + 3, place.y)]))
        }
      }
      let line = pieces.flatMap(\.self)
      guard !line.isEmpty else { continue }
      let middle = line[line.count / 2]
      let now = points.first { $0.period == middle.period }?.value
      let isAbove = now.map { middle.value >= $0 } ?? true
      let place = frame.places([middle])[0]
      marks.append(
        WordsMark(
          "note", String(vintage.provenance.vintage.year), at: Place(place.x, place.y + (isAbove ? -8 : 16)), .middle))
    }
    return marks
  }

  func projection(_ frame: ChartFrame) -> [any Mark] {
    let fan = fan(frame)
    let places = frame.places(plainProjection)
    guard let end = places.last else { return fan }
    return fan + [LineMark("plain-projection", places), RingMark(end, radius: 3.5, name: "plain-projection end-dot")]
  }

  private func fan(_ frame: ChartFrame) -> [any Mark] {
    guard let projection = assessment.projection, let start = assessment.trend.last else { return [] }
    let steps = projection.path.filter { $0.period > start.period }
    guard !steps.isEmpty else { return [] }
    func edge(_ value: (Projection.Step) -> Double) -> [Place] {
      frame.places([start] + steps.map { PeriodValue($0.period, value($0)) })
    }
    return [
      AreaMark("fan80", between: edge(\.high80), and: edge(\.low80)),
      AreaMark("fan50", between: edge(\.high50), and: edge(\.low50)),
      LineMark("fan-edge", edge(\.high80)), LineMark("fan-edge", edge(\.low80)),
      LineMark("middle-line", edge(\.value)),
    ]
  }

  func goal(_ frame: ChartFrame) -> [any Mark] {
    guard let goal = assessment.goalValue else { return [] }
    let height = frame.y(goal)
    let line = LineMark("target-line", [Place(frame.left, height), Place(frame.right, height)])
    return neededPace.isEmpty ? [line] : [line, LineMark("needed-line", frame.places(neededPace))]
  }

  /// What is read beyond the series: milestones that are still to come, the projection and the target.
  func ahead(_ frame: ChartFrame) -> [SeriesMark.Reading] {
    let last = points.last { $0.value != nil }?.period
    func reading(_ key: String, _ point: PeriodValue, _ text: String) -> SeriesMark.Reading {
      let words = phrases(.reading, ["place": assessed.period(point.period), "value": text])
      return SeriesMark.Reading(key, frame.places([point])[0], words)
    }
    var readings: [SeriesMark.Reading] = []
    for milestone in assessment.milestones.map(\.milestone) where last.map({ milestone.period > $0 }) ?? true {
      readings.append(
        reading(
          "milestone-\(milestone.period)", PeriodValue(milestone.period, milestone.value),
          phrases(.labelMilestone, ["value": style.stated(milestone.value)])))
    }
    if let projection = assessment.projection, frame.x.domain.contains(projection.period.timeInYears) {
      let value = style.value(projection.value, apartFrom: assessment.goalValue)
      readings.append(
        reading(
          "projected", PeriodValue(projection.period, projection.value),
          phrases(projection.path.isEmpty ? .labelProjectedPlain : .labelProjected, ["value": value])))
    }
    if let goal = assessment.goalValue, let text = assessed.goalText {
      readings.append(reading("target", PeriodValue(assessment.due, goal), phrases(.labelTarget, ["value": text])))
    }
    return readings
  }
}

import MilepostLanguage
import MilepostModel

/// What several methods project for a target's date, each a dot on the axis of values, beside the line of the target.
///
/// The method that decides comes first, with its interval.
struct MethodStrip: Chart {
  struct Answer: Sendable {
    let key: String
    let method: String
    let status: TargetStatus
    let value: Double
    let interval: ClosedRange<Double>?
  }

  let answers: [Answer]
  let goal: Double
  let goalText: String
  let period: TimePeriod
  let style: FigureStyle

  var steps: ChartSteps { .down }

  /// Whether a value meets the target, by the side on which the method that judged it puts it.
  var meeting: Int { answers.count { $0.status.isFavourable } }

  var title: String {
    style.phrases(
      .methodsTitle, count: meeting, ["total": style.phrases.numbers.text(Double(answers.count), decimals: 0)])
  }

  var description: String {
    answers.map { style.phrases(.ofSeries, ["series": $0.method, "text": words($0)]) }.joined(separator: " ")
  }

  var key: [String] { [style.phrases(.methodsKey)] }

  private func words(_ answer: Answer) -> String {
    let status = style.phrases.name(of: answer.status)
    return style.phrases.sentences.ended(
      style.phrases(.methodsValue, ["value": style.value(answer.value, apartFrom: goal), "status": status]))
  }

  private func layout(_ shape: ChartShape) -> RowLayout {
    let lanes = answers.enumerated().map { index, answer in
      RowLayout.Lane.drawn(name: answer.method, isStrong: index == 0, thickness: 20)
    }
    return RowLayout(lanes, shape: shape, top: 26)
  }

  private func scale(_ layout: RowLayout) -> LinearScale {
    let values = answers.flatMap { [$0.value] + ($0.interval.map { [$0.lowerBound, $0.upperBound] } ?? []) }
    let width = WordsMark.width(answers.map { style.value($0.value, apartFrom: goal) }, isBold: true) + 18
    let domain = LinearScale.domain(holding: values + [goal], atMostTicks: 5)
    let ticks = LinearScale.ticks(in: domain, atMost: 5)
    let half = WordsMark.width(ticks.map { ValueAxis.text($0, style) }) / 2
    return LinearScale(domain: domain, start: layout.left + max(8, half), end: layout.right - max(width, half))
  }

  func drawing(_ shape: ChartShape) -> Drawing {
    let layout = layout(shape)
    let scale = scale(layout)
    var drawing = Drawing(width: shape.width, height: layout.bottom + 30)
    for tick in ValueAxis.ticks(along: scale, style) {
      let x = scale(tick)
      drawing.add(LineMark("grid", [Place(x, 24), Place(x, layout.bottom + 4)]))
      drawing.add(WordsMark("axis", ValueAxis.text(tick, style), at: Place(x, layout.bottom + 20), .middle))
    }
    drawing.add(layout.marks)
    drawing.add(target(scale, layout))
    var readings: [SeriesMark.Reading] = []
    var marks: [any Mark] = []
    for (index, answer) in answers.enumerated() {
      let place = Place(scale(answer.value), layout.middle(index))
      if let interval = answer.interval {
        let ends = [Place(scale(interval.lowerBound), place.y), Place(scale(interval.upperBound), place.y)]
        marks.append(LineMark("stem", ends))
      }
      marks.append(SymbolMark(answer.status, at: place))
      readings.append(
        SeriesMark.Reading(
          answer.key, place, style.phrases(.ofSeries, ["series": answer.method, "text": words(answer)])))
    }
    drawing.add(SeriesMark(colour: "c1", key: "methods", title: "", readings: readings, marks: marks))
    for (index, answer) in answers.enumerated() {
      let right = scale(answer.interval?.upperBound ?? answer.value)
      drawing.add(
        WordsMark(
          "value", [style.value(answer.value, apartFrom: goal)],
          middleAt: Place(max(right, scale(answer.value)) + 12, layout.middle(index)), isBold: index == 0))
    }
    return style.phrases.catalogueLanguage.isRightToLeft ? drawing.mirrored : drawing
  }

  /// The line of the target, and over it its value.
  private func target(_ scale: LinearScale, _ layout: RowLayout) -> [any Mark] {
    let x = scale(goal)
    let text = style.phrases(.labelTarget, ["value": goalText])
    let half = WordsMark.width([text]) / 2
    let middle = min(max(x, half), layout.right - half)
    return [
      LineMark("target-line", [Place(x, 20), Place(x, layout.bottom + 4)]),
      WordsMark("label", text, at: Place(middle, 14), .middle),
    ]
  }
}

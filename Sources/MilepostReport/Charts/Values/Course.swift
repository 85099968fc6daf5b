import MilepostLanguage
import MilepostModel

/// How a series went, from its first value to its last, in words.
struct Course: Sendable {
  private let known: [PeriodValue]
  private let points: [ChartPoint]
  private let style: FigureStyle

  init(_ points: [ChartPoint], _ style: FigureStyle) {
    self.points = points
    known = points.compactMap { point in point.value.map { PeriodValue(point.period, $0) } }
    self.style = style
  }

  private var phrases: Phrases { style.phrases }

  /// `From 12.4 % in 2015 to 19.1 % in 2019.`
  var sentence: String {
    guard let first = known.first, let last = known.last else { return points.reasonForNothing(phrases) }
    guard first.period != last.period else {
      return phrases(
        .onlyValue, ["value": style.value(last.value), "period": phrases.dates.text(last.period)])
    }
    return phrases(
      .chartDescription,
      [
        "first": style.value(first.value), "from": phrases.dates.text(first.period), "last": style.value(last.value),
        "to": phrases.dates.text(last.period),
      ])
  }

  /// The finding as a title: `People using the Internet rose from 12.4 % in 2015 to 19.1 % in 2019`.
  func title(_ subject: String) -> String {
    guard let first = known.first, let last = known.last else { return phrases(.titleNothing, ["subject": subject]) }
    let to = phrases.dates.text(last.period)
    guard first.period != last.period else {
      return phrases(.titleOne, ["subject": subject, "value": style.value(last.value), "period": to])
    }
    let values: KeyValuePairs<String, String> = [
      "subject": subject, "first": style.value(first.value, apartFrom: last.value),
      "from": phrases.dates.text(first.period), "last": style.value(last.value, apartFrom: first.value), "to": to,
    ]
    if first.value == last.value { return phrases(.titleStayed, values) }
    return phrases(first.value < last.value ? .titleRose : .titleFell, values)
  }
}

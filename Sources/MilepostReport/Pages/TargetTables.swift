import MilepostLanguage
import MilepostModel

extension SiteContext {
  /// The tables of what the charts show.
  func numbers(_ target: AssessedTarget, _ page: Page, _ html: inout HTMLWriter) {
    let all = target.parts.isEmpty ? [target] : target.parts.map(\.assessed)
    html.heading(2, phrases(.numbers))
    var written = false
    for assessed in all {
      let rows = valueRows(assessed)
      guard !rows.isEmpty else { continue }
      written = true
      let caption = phrases(.numbersCaption, ["subject": assessed.subject, "unit": assessed.unitText])
      let head = [phrases(.period), phrases(.value), phrases(.observationStatus)]
      page.table(caption, head: head, numeric: [1], into: &html) { html in
        for row in rows {
          html.element("tr") { html in
            html.element("th", ["scope": "row"], text: row.period)
            html.element("td", ["class": "n"], text: row.value)
            html.element("td", text: row.remark)
          }
        }
      }
      let chart = TrajectoryChart(assessed)
      ahead(chart, page, &html)
      earlier(chart, page, &html)
    }
    if !written { html.element("p", text: phrases(.noSeries)) }
  }

  func valueRows(_ assessed: AssessedTarget) -> [(period: String, value: String, remark: String)] {
    guard assessed.showsSeriesItself, let key = assessed.measure?.key, let estimates = release.series.estimates(key)
    else {
      return assessed.assessment.judged.map {
        (period: assessed.period($0.period), value: assessed.style.number($0.value), remark: phrases(assessed.origin))
      }
    }
    return estimates.map { estimate in
      let words = cell(estimate, assessed.style)
      return (period: assessed.period(estimate.period), value: words.value, remark: words.remark)
    }
  }

  /// The projection with its bounds and the pace needed, year by year.
  private func ahead(_ chart: TrajectoryChart, _ page: Page, _ html: inout HTMLWriter) {
    let assessed = chart.assessed
    let steps = Dictionary((assessed.assessment.projection?.path ?? []).map { ($0.period, $0) }) { first, _ in first }
    let plain = chart.plainProjection.last
    let needed = Dictionary(
      (chart.neededPace.isEmpty ? [] : assessed.assessment.requiredValues).map { ($0.period, $0.value) }
    ) { first, _ in first }
    let periods = Set(steps.keys).union(needed.keys).union(plain.map { [$0.period] } ?? []).sorted()
    guard !periods.isEmpty else { return }
    let caption = phrases(.aheadCaption, ["subject": assessed.subject, "unit": assessed.unitText])
    let head = [
      phrases(.period), phrases(.projected), phrases(.band50), phrases(.band80), phrases(.paceNeededValue),
    ]
    func number(_ value: Double) -> String { assessed.style.number(value) }
    page.table(caption, head: head, numeric: [1, 2, 3, 4], into: &html) { html in
      for period in periods {
        html.element("tr") { html in
          html.element("th", ["scope": "row"], text: assessed.period(period))
          let step = steps[period]
          let projected = step?.value ?? (plain?.period == period ? plain?.value : nil)
          html.figure(projected.map(number), orNone: phrases(.noProjectedValue))
          for ends in [step.map { ($0.low50, $0.high50) }, step.map { ($0.low80, $0.high80) }] {
            let range = ends.map { phrases(.range, ["low": number($0.0), "high": number($0.1)]) }
            html.figure(range, orNone: phrases(.noInterval))
          }
          html.figure(needed[period].map(number), orNone: phrases(.noPaceNeeded))
        }
      }
    }
  }

  /// What the vintages said whose lines are drawn.
  private func earlier(_ chart: TrajectoryChart, _ page: Page, _ html: inout HTMLWriter) {
    guard !chart.earlier.isEmpty else { return }
    let assessed = chart.assessed
    let caption = phrases(.earlierCaption, ["subject": assessed.subject, "unit": assessed.unitText])
    let head = [phrases(.period)] + chart.earlier.map { $0.provenance.vintage.description }
    let columns = chart.earlier.map { vintage in
      Dictionary(vintage.values.map { ($0.period, $0.value) }) { first, _ in first }
    }
    let periods = Set(chart.earlier.flatMap { $0.values.map(\.period) }).sorted()
    page.table(caption, head: head, numeric: Set(1..<head.count), into: &html) { html in
      for period in periods {
        html.element("tr") { html in
          html.element("th", ["scope": "row"], text: assessed.period(period))
          for column in columns {
            html.figure(column[period].map { assessed.style.number($0) }, orNone: phrases(.noValue))
          }
        }
      }
    }
  }

  /// A value as text with how it is known; a gap with its reason.
  func cell(_ estimate: Estimate, _ style: FigureStyle) -> (value: String, remark: String) {
    switch estimate.value {
    case .figure(let value):
      let remark =
        estimate.provenance.isComputed && estimate.status == .reported
        ? phrases(.computedFromAreas) : phrases.name(of: estimate.status)
      return (style.number(value), remark)
    case .belowUnit: return (style.number(0), phrases(.belowUnit))
    case .missing(let reason): return ("–", phrases.name(of: reason))
    case .confidential: return ("–", phrases(.missingConfidential))
    }
  }
}

extension AssessedTarget {
  /// How a value that is not one of the series came about.
  fileprivate var origin: PagePhrase {
    switch kind {
    case .shareOfAreas, .allAreas: .countedFromAreas
    default: .computedFromAreas
    }
  }
}

extension HTMLWriter {
  /// A cell with a figure, or with a dash and the reason.
  mutating func figure(_ text: String?, orNone reason: String) {
    guard let text else {
      none(reason)
      return
    }
    element("td", ["class": "n"], text: text)
  }
}

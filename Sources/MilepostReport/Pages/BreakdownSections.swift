import MilepostLanguage
import MilepostModel

extension SiteContext {
  /// For each dimension of an indicator the chart that fits and the same figures as tables.
  func breakdowns(_ series: IndicatorSeries, _ page: Page, _ html: inout HTMLWriter) {
    for (number, breakdown) in Breakdown.all(of: series, self).enumerated() {
      html.heading(2, phrases(.dimensionHeading, ["dimension": breakdown.name]))
      let id = "by-\(number + 1)"
      comparison(breakdown, id: id, page, &html)
      if breakdown.areas.count > 1 { comparisonTable(breakdown, page, &html) }
      course(breakdown, id: id + "-course", page, &html)
      courseTable(breakdown, page, &html)
    }
  }

  private func style(_ breakdown: Breakdown) -> FigureStyle { FigureStyle(breakdown.indicator, phrases) }

  private func point(_ estimate: Estimate?) -> ChartPoint? { estimate.map(ChartPoint.init) }

  /// The options beside each other: shares of a total that they close, gaps between two or three, else bars.
  private func comparison(_ breakdown: Breakdown, id: String, _ page: Page, _ html: inout HTMLWriter) {
    guard let area = breakdown.areas.first, style(breakdown).scale != .yesNo else { return }
    let chart: any Chart
    if breakdown.options.count <= Tone.parts.count, breakdown.closes(area, breakdown.period) {
      chart = shares(breakdown, area)
    } else if breakdown.options.count <= 3 {
      let rows = breakdown.areas.map { area in
        ChartRow(
          key: area.text, name: name(of: area),
          points: breakdown.options.map { point(breakdown.estimate(area, $0, breakdown.period)) })
      }
      chart = DotChart(rows, groups: breakdown.options.map(\.name), style: style(breakdown))
    } else {
      let rows = breakdown.options.map { option in
        ChartRow(
          key: option.key, name: option.name, points: [point(breakdown.estimate(area, option, breakdown.period))])
      }
      chart = BarChart(ChartRow.sorted(rows), style: style(breakdown))
    }
    let unit = phrases.words(forUnitOf: breakdown.indicator)
    let period = phrases.dates.text(breakdown.period)
    let source = breakdown.options.lazy.compactMap { breakdown.estimate(area, $0, breakdown.period) }.first
    page.figure(
      ChartFigure(
        id: id, title: .text(finding(breakdown, area)),
        measure: phrases(.inPeriod, ["value": unit, "period": period]), chart: chart,
        notes: [source.map { sourceLine($0.provenance) }].compactMap(\.self)), into: &html)
  }

  /// Of several areas each its parts in the period; of one its parts in each period.
  private func shares(_ breakdown: Breakdown, _ area: Area.ID) -> StackedShareChart {
    let parts = zip(breakdown.options, Tone.parts).map { SharePart(key: $0.key, name: $0.name, tone: $1) }
    let subjects =
      breakdown.areas.count > 1
      ? breakdown.areas.map { ($0, breakdown.period, name(of: $0)) }
      : breakdown.periods(area).suffix(12).map { (area, $0, phrases.dates.text($0)) }
    let rows = subjects.compactMap { area, period, name -> ShareRow? in
      let values = breakdown.options.map { breakdown.estimate(area, $0, period)?.value.number }
      let known = values.compactMap(\.self)
      guard known.count == values.count else { return nil }
      return ShareRow(key: "\(area) \(period)", name: name, values: known)
    }
    return StackedShareChart(parts, rows, style: style(breakdown))
  }

  /// What the options of an area are, in words: both of two, else the least and the most.
  private func finding(_ breakdown: Breakdown, _ area: Area.ID) -> String {
    let style = style(breakdown)
    let subject = release.subject(of: Measure(breakdown.indicator.id, area), phrases)
    let values = breakdown.options.compactMap { option in
      breakdown.estimate(area, option, breakdown.period)?.value.number.map { (name: option.name, value: $0) }
    }
    guard let low = values.min(by: { $0.value < $1.value }), let high = values.max(by: { $0.value < $1.value }) else {
      return phrases(.titleNothing, ["subject": subject])
    }
    guard values.count == 2 else {
      return phrases(
        .titleRange,
        [
          "subject": subject, "low": style.value(low.value), "lowest": low.name, "high": style.value(high.value),
          "highest": high.name,
        ])
    }
    return phrases(
      .titlePair,
      [
        "subject": subject, "one": values[0].name, "first": style.value(values[0].value, apartFrom: values[1].value),
        "other": values[1].name, "second": style.value(values[1].value, apartFrom: values[0].value),
      ])
  }

  private func comparisonTable(_ breakdown: Breakdown, _ page: Page, _ html: inout HTMLWriter) {
    let style = style(breakdown)
    let caption = phrases(
      .dimensionCaption,
      [
        "title": text(breakdown.indicator.title), "dimension": breakdown.name,
        "period": phrases.dates.text(breakdown.period), "unit": phrases.words(forUnitOf: breakdown.indicator),
      ])
    let head = [phrases(.areaName)] + breakdown.options.map(\.name)
    page.table(caption, head: head, numeric: Set(1..<head.count), into: &html) { html in
      for area in breakdown.areas {
        html.element("tr") { html in
          html.element("th", ["scope": "row"]) { page.write(area: area, into: &$0) }
          for option in breakdown.options {
            valueCell(breakdown.estimate(area, option, breakdown.period), style, &html)
          }
        }
      }
    }
  }

  /// From the first period with values for all options to the last, where the options are few enough to be in colour.
  private func course(_ breakdown: Breakdown, id: String, _ page: Page, _ html: inout HTMLWriter) {
    guard let area = breakdown.areas.first, breakdown.options.count <= SeriesChart.mostColoured else { return }
    let style = style(breakdown)
    let whole = breakdown.periods(area).filter { period in
      breakdown.options.allSatisfy { breakdown.estimate(area, $0, period)?.value.number != nil }
    }
    guard style.scale != .yesNo, let first = whole.first, let last = whole.last, first < last,
      first.frequency == last.frequency
    else { return }
    let lines = breakdown.options.compactMap { option in
      breakdown.place(area, option).map { place in
        SeriesChart.Line(
          key: option.key, name: option.name, points: release.series.estimates(at: place).map(ChartPoint.init))
      }
    }
    let ends = lines[0].points.filter { $0.period == first || $0.period == last }
    let unit = phrases.words(forUnitOf: breakdown.indicator)
    let source = breakdown.estimate(area, breakdown.options[0], last).map { sourceLine($0.provenance) }
    page.figure(
      ChartFigure(
        id: id, title: .text(Course(ends, style).title(lines[0].name)),
        measure: phrases(.numbersCaption, ["subject": name(of: area), "unit": unit]),
        chart: SlopeChart(lines, from: first, to: last, style: style), notes: [source].compactMap(\.self)), into: &html)
  }

  private func courseTable(_ breakdown: Breakdown, _ page: Page, _ html: inout HTMLWriter) {
    guard let area = breakdown.areas.first else { return }
    let caption = phrases(
      .dimensionCourseCaption,
      [
        "title": release.subject(of: Measure(breakdown.indicator.id, area), phrases), "dimension": breakdown.name,
        "unit": phrases.words(forUnitOf: breakdown.indicator),
      ])
    let rows = breakdown.options.compactMap { option in breakdown.place(area, option).map { (option.name, $0) } }
    valuesTable(rows, breakdown.periods(area), caption, head: breakdown.name, style(breakdown), page, &html) {
      $1.text($0)
    }
  }
}

extension Tone {
  /// For parts beside each other, so many as can be told apart.
  static let parts: [Tone] = [
    .blue(5), .blue(3), .blue(1), .orange(1), .orange(2), .orange(3), .blue(4), .blue(2),
  ]
}

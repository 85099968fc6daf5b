import MilepostLanguage
import MilepostModel

extension SiteContext {
  /// What the value is now in the leading area, since when, and which way it went; without such an area the range of all.
  func answer(_ series: IndicatorSeries) -> String {
    if let (ranking, standing) = series.first {
      let words = StandingWords(ranking, series.indicator, phrases)
      if let answer = words.answer(series.name(at: standing.series), standing) { return answer }
    }
    return range(series) ?? phrases(.noSeries)
  }

  /// From the lowest to the highest of the newest values of areas.
  private func range(_ series: IndicatorSeries) -> String? {
    guard let areas = series.ranking?.areas, series.ranking?.order != .yesNo else { return nil }
    let values = areas.compactMap { standing in
      standing.position.newest.map { (name: name(of: series.area(at: standing.series)), value: $0.value) }
    }
    guard let low = values.min(by: { $0.value < $1.value }), let high = values.max(by: { $0.value < $1.value }) else {
      return nil
    }
    let style = FigureStyle(series.indicator, phrases)
    let text = phrases(
      .titleRange,
      [
        "subject": phrases(.areas), "low": style.value(low.value), "lowest": low.name, "high": style.value(high.value),
        "highest": high.name,
      ])
    return phrases.sentences.ended(text)
  }

  /// The leading series over time as a chart, and the same figures as a table.
  func course(_ series: IndicatorSeries, _ page: Page, _ html: inout HTMLWriter) {
    guard !series.leading.isEmpty else { return }
    let style = FigureStyle(series.indicator, phrases)
    let lines = series.leading.prefix(10).map { index in
      SeriesChart.Line(
        key: series.code(at: index), name: series.name(at: index),
        points: release.series.estimates(at: index).map(ChartPoint.init))
    }
    let first = release.series.estimates(at: series.leading[0])
    let course = Course(first.map(ChartPoint.init), style)
    figure(
      lines, series.indicator, first.last?.provenance, id: "chart",
      title: .about(series.indicator.title) { course.title($0) }, page, &html)
    let (title, unit) = (text(series.indicator.title), phrases.words(forUnitOf: series.indicator))
    let caption =
      series.isOfOnlyArea
      ? phrases(.onlyAreaCaption, ["title": title, "area": series.name(at: series.leading[0]), "unit": unit])
      : phrases(.groupsCaption, ["title": title, "unit": unit])
    let rows = series.leading.map { (release.series.keys[$0], $0) }
    valuesTable(rows, series.periods, caption, head: phrases(.areaName), style, page, &html) { key, html in
      page.write(key, into: &html)
    }
  }

  /// A row for each series, a column for each period: the newest first, so that it is in sight on every screen.
  func valuesTable<Name>(
    _ rows: [(name: Name, place: Int)], _ periods: [TimePeriod], _ caption: String, head: String, _ style: FigureStyle,
    _ page: Page, _ html: inout HTMLWriter, name: (Name, inout HTMLWriter) -> Void
  ) {
    let periods = Array(periods.reversed())
    let heads = [head] + periods.map { phrases.dates.text($0) }
    page.table(caption, head: heads, numeric: Set(1...max(1, periods.count)), into: &html) { html in
      for row in rows {
        let values = Dictionary(release.series.estimates(at: row.place).map { ($0.period, $0) }) { first, _ in first }
        html.element("tr") { html in
          html.element("th", ["scope": "row"]) { name(row.name, &$0) }
          for period in periods { valueCell(values[period], style, &html) }
        }
      }
    }
  }

  /// A value, or a dash with the reason.
  func valueCell(_ estimate: Estimate?, _ style: FigureStyle, _ html: inout HTMLWriter) {
    guard let estimate else {
      html.none(phrases(.noValue))
      return
    }
    let words = cell(estimate, style)
    guard words.value == "–" else {
      html.element("td", ["class": "n"], text: words.value)
      return
    }
    html.element("td", ["class": "n gap"]) { html in
      html.text(words.value)
      html.element("small", text: words.remark)
    }
  }

  /// The newest value of each group with its course and its change over five and ten years.
  func groupTable(_ series: IndicatorSeries, _ page: Page, _ html: inout HTMLWriter) {
    guard let ranking = series.ranking, !ranking.groups.isEmpty else { return }
    html.heading(2, phrases(.groups))
    let indicator = series.indicator
    let words = StandingWords(ranking, indicator, phrases)
    let unit: KeyValuePairs = ["unit": words.unitOfChange(indicator)]
    let isYesNo = ranking.order == .yesNo
    let changes = isYesNo ? [] : [phrases(.changeFive, unit), phrases(.changeTen, unit), phrases(.trend)]
    let head = [phrases(.group), phrases(.latest), phrases(.period)] + changes + [phrases(.observationStatus)]
    let caption = phrases(
      .groupValuesCaption, ["title": text(indicator.title), "unit": phrases.words(forUnitOf: indicator)])
    let groups = ranking.groups.sorted { comesBefore(series.area(at: $0.series), series.area(at: $1.series)) }
    page.table(caption, head: head, numeric: isYesNo ? [1] : [1, 3, 4], into: &html) { html in
      for group in groups {
        html.element("tr") { html in
          html.element("th", ["scope": "row"]) { page.write(area: series.area(at: group.series), into: &$0) }
          let remark = newestCells(group, words.style, &html)
          if !isYesNo {
            html.change(group.change, words)
            html.change(group.longChange, words)
            spark(group.series, &html)
          }
          html.element("td", text: remark)
        }
      }
    }
  }

  /// A cell with the course of a series as a line.
  func spark(_ place: Int, _ html: inout HTMLWriter) {
    html.element("td") { html in
      Sparkline(points: release.series.estimates(at: place).map(ChartPoint.init)).write(into: &html)
    }
  }

  /// A value in words: figure, period, and how it is known.
  struct Newest {
    let value: String
    let period: TimePeriod
    let remark: String
  }

  /// The newest value that counts for ranks, else what came last.
  func newestEstimate(_ standing: AreaRanking.Standing) -> Estimate? {
    let estimates = release.series.estimates(at: standing.series)
    let newest = standing.position.newest.flatMap { newest in estimates.last { $0.period == newest.period } }
    return newest ?? estimates.last
  }

  /// The newest value of a standing, or why there is none; the remark says why there is none for a later period.
  func newest(_ standing: AreaRanking.Standing, _ style: FigureStyle) -> Newest? {
    guard let shown = newestEstimate(standing) else { return nil }
    let words = cell(shown, style)
    guard let later = release.series.estimates(at: standing.series).last, later.period > shown.period else {
      return Newest(value: words.value, period: shown.period, remark: words.remark)
    }
    let remark = phrases(
      .laterGap,
      ["known": words.remark, "period": phrases.dates.text(later.period), "reason": cell(later, style).remark])
    return Newest(value: words.value, period: shown.period, remark: remark)
  }

  /// Writes the cells of the newest value and its period.
  ///
  /// - Returns: how the value is known.
  func newestCells(_ standing: AreaRanking.Standing, _ style: FigureStyle, _ html: inout HTMLWriter) -> String {
    guard let newest = newest(standing, style) else {
      html.none(phrases(.noValue))
      html.none(phrases(.noValue))
      return phrases(.noValue)
    }
    let number = standing.position.newest.map { String(machine: $0.value) }
    html.element("td", ["class": "n", "data-value": number], text: newest.value)
    html.element(
      "td", ["data-value": String(machine: newest.period.timeInYears)], text: phrases.dates.text(newest.period))
    return newest.remark
  }
}

import MilepostLanguage
import MilepostModel

/// A chart of a report with what belongs to it, for pages and for documents.
struct ReportChart: Sendable {
  let chart: any Chart
  /// The finding, where the author writes no caption.
  let title: String
  let measure: String
  /// Sentences on what cannot be drawn.
  let notes: [String]
  /// Each a whole line.
  let sources: [String]
  /// The same figures as a table.
  let cells: TableCells
}

/// What stands in a table, before it has its caption.
struct TableCells: Sendable {
  let title: [ManuscriptRun]
  let source: [ManuscriptRun]
  let alignments: [ManuscriptTable.Alignment]
  let head: [[ManuscriptRun]]
  let rows: [[[ManuscriptRun]]]
  var hasRowHeads = true

  static let empty = TableCells(title: [], source: [], alignments: [], head: [], rows: [])
}

extension SiteContext {
  /// - Returns: nil for what has no chart, a yes or no; its table is shown instead.
  func chart(_ exhibit: Exhibit) -> ReportChart? {
    switch exhibit.content {
    case .targetChart(let id): assessed(id.value).flatMap { chart(of: $0.worstPart) }
    case .seriesChart(let selection): chart(of: selection)
    case .statuses, .target, .seriesTable, .registerTable, .table, .picture: nil
    }
  }

  private func chart(of target: AssessedTarget) -> ReportChart? {
    guard target.style.scale != .yesNo else { return nil }
    let chart = TrajectoryChart(target)
    return ReportChart(
      chart: chart, title: chart.title, measure: target.unitText,
      notes: [noProjection(target)].compactMap(\.self),
      sources: [target.assessment.current.map { sourceLine($0.provenance) }].compactMap(\.self),
      cells: cells(of: target))
  }

  private func chart(of selection: Exhibit.SeriesSelection) -> ReportChart? {
    guard let indicator = release.plan.indicator(selection.indicator.value) else { return nil }
    let style = FigureStyle(indicator, phrases)
    guard style.scale != .yesNo else { return nil }
    let series = IndicatorSeries(indicator, self)
    let chosen = places(of: selection, series).prefix(10)
    let lines = chosen.map { place in
      SeriesChart.Line(
        key: series.code(at: place), name: LanguageMark.plain(series.name(at: place), in: phrases.catalogueLanguage),
        points: estimates(selection, place).map(ChartPoint.init))
    }
    let course = Course(lines.first.map(\.points) ?? [], style)
    return ReportChart(
      chart: SeriesChart(lines, style: style), title: course.title(text(indicator.title)),
      measure: phrases.words(forUnitOf: indicator), notes: [], sources: sourceLines(of: selection, Array(chosen)),
      cells: cells(of: selection))
  }

  /// The series that are asked for and exist: by area, or those that the indicator's page shows.
  private func places(of selection: Exhibit.SeriesSelection, _ series: IndicatorSeries) -> [Int] {
    guard !selection.areas.isEmpty else {
      guard !selection.codes.isEmpty else { return series.leading }
      let codes = SeriesKey(series.indicator.id, Area.ID(""), selection.codes).codes
      return release.series.range(of: series.indicator.id).filter { release.series.keys[$0].codes == codes }
    }
    return selection.areas.compactMap { area in
      release.series.index(of: SeriesKey(series.indicator.id, area.value, selection.codes))
    }
  }

  private func estimates(_ selection: Exhibit.SeriesSelection, _ place: Int) -> [Estimate] {
    release.series.estimates(at: place).filter { estimate in
      (selection.from.map { estimate.period.firstDay >= $0.firstDay } ?? true)
        && (selection.to.map { estimate.period.lastDay <= $0.lastDay } ?? true)
    }
  }

  /// One line for each source and vintage of the newest values.
  private func sourceLines(of selection: Exhibit.SeriesSelection, _ places: [Int]) -> [String] {
    places.compactMap { estimates(selection, $0).last.map { sourceLine($0.provenance) } }
      .reduce(into: []) { lines, line in if !lines.contains(line) { lines.append(line) } }
  }

  /// Where each value comes from that a chart or table shows.
  func provenances(of selection: Exhibit.SeriesSelection) -> [Provenance] {
    guard let indicator = release.plan.indicator(selection.indicator.value) else { return [] }
    return places(of: selection, IndicatorSeries(indicator, self)).flatMap { place in
      estimates(selection, place).map(\.provenance)
    }
  }

  /// The cells of a table that is made from data.
  func cells(_ exhibit: Exhibit) -> TableCells {
    switch exhibit.content {
    case .targetChart(let id):
      if let target = assessed(id.value) { return cells(of: target.worstPart) }
    case .seriesChart(let selection), .seriesTable(let selection): return cells(of: selection)
    case .registerTable(let selection): return cells(of: selection)
    case .statuses, .target, .table, .picture: break
    }
    return .empty
  }

  private func cells(of target: AssessedTarget) -> TableCells {
    let source = target.assessment.current.map { ManuscriptRun.runs(sourceLine($0.provenance)) }
    return TableCells(
      title: ManuscriptRun.runs(phrases(.numbersCaption, ["subject": target.subject, "unit": target.unitText])),
      source: source ?? [], alignments: [.start, .end, .start],
      head: [phrases(.period), phrases(.value), phrases(.observationStatus)].map { [.text($0)] },
      rows: (valueRows(target).map { [$0.period, $0.value, $0.remark] } + ahead(of: target))
        .map { $0.map(ManuscriptRun.runs) })
  }

  /// Milestones to come, projection and target, as the chart names them.
  private func ahead(of target: AssessedTarget) -> [[String]] {
    let (assessment, style) = (target.assessment, target.style)
    var rows = assessment.milestones.map(\.milestone).map {
      [target.period($0.period), style.stated($0.value), phrases(.milestone)]
    }
    if let projection = assessment.projection {
      let value = style.value(projection.value, apartFrom: assessment.goalValue)
      let bounds = [projection.low, projection.high].compactMap { $0.map { style.value($0) } }
      let range = bounds.count == 2 ? phrases(.range, ["low": bounds[0], "high": bounds[1]]) : phrases(.noInterval)
      rows.append([target.period(projection.period), value, phrases(.projected) + phrases(.aside, ["text": range])])
    }
    if let goal = target.goalText { rows.append([target.dueText, goal, phrases(.target)]) }
    return rows
  }

  /// A row for each area and a column for each period, the oldest first.
  private func cells(of selection: Exhibit.SeriesSelection) -> TableCells {
    guard let indicator = release.plan.indicator(selection.indicator.value) else {
      return .empty
    }
    let series = IndicatorSeries(indicator, self)
    let places = places(of: selection, series)
    let style = FigureStyle(indicator, phrases)
    let values = places.map { place in
      Dictionary(estimates(selection, place).map { ($0.period, $0) }) { first, _ in first }
    }
    let periods = Set(values.flatMap(\.keys)).sorted()
    let title = phrases(
      .numbersCaption, ["subject": text(indicator.title), "unit": phrases.words(forUnitOf: indicator)])
    let rows = zip(places, values).map { place, values in
      [ManuscriptRun.runs(series.name(at: place))] + periods.map { cellRuns(values[$0], style) }
    }
    return TableCells(
      title: ManuscriptRun.runs(title),
      source: ManuscriptRun.runs(sourceLines(of: selection, places).joined(separator: " ")),
      alignments: [.start] + periods.map { _ in .end },
      head: [[.text(phrases(.areaName))]] + periods.map { [.text(phrases.dates.label($0))] }, rows: rows)
  }

  /// A value, or a dash with the reason.
  private func cellRuns(_ estimate: Estimate?, _ style: FigureStyle) -> [ManuscriptRun] {
    guard let estimate else { return [.text("–" + phrases(.aside, ["text": phrases(.noValue)]))] }
    let words = cell(estimate, style)
    return [.text(words.value == "–" ? words.value + phrases(.aside, ["text": words.remark]) : words.value)]
  }
}

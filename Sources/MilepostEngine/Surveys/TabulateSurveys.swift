package import MilepostModel

/// The draft with the results of its surveys, and a dataflow for each of their measures.
///
/// A vintage of such a dataflow is what was known once a file had been published: the newest file of each wave. A measure that
/// does not fit its indicator is a finding and has no dataflow.
package func tabulateSurveys(_ draft: Draft, into diagnostics: inout Diagnostics) -> Draft {
  var tabulated = draft
  tabulated.surveyResults = draft.resultsOfSurveys()
  let indicators = Dictionary(draft.plan.indicators.map { ($0.id, $0) }) { first, _ in first }
  for (place, survey) in draft.surveys.enumerated() {
    let vintages = survey.vintages
    for (number, measure) in survey.measures.enumerated() {
      guard let indicator = indicators[measure.indicator] else { continue }
      if let unit = survey.unit(of: measure.value), !indicator.fits(unit) {
        diagnostics.report(.unitOfMeasure(unit, indicator, at: measure.position))
        continue
      }
      let flow = survey.dataflow(measure, indicator, vintages)
      for field in ["", "id", "indicator", "source", "unit"] {
        tabulated.places.record(
          draft.places[.survey, place, field == "source" ? "source" : "measures.\(number)"], .dataflow,
          tabulated.dataflows.count, field)
      }
      tabulated.dataflows.append(flow)
      for vintage in vintages {
        let results = tabulated.results(of: survey, asOf: vintage.received).filter {
          $0.vintage.published <= vintage.published
        }
        tabulated.tables.append(survey.table(measure, flow, vintage, results))
      }
    }
  }
  return tabulated
}

extension Indicator {
  /// Net agreements may be called percent.
  fileprivate func fits(_ found: UnitOfMeasure) -> Bool {
    unit == found || (found == .percentagePoints && unit == .percent)
  }
}

extension Survey {
  /// One for each day on which files were published, oldest first; in the survey's own file, where its waves are.
  fileprivate var vintages: [Vintage] {
    let files = waves.flatMap(\.vintages)
    return Set(files.map(\.published)).sorted().map { published in
      let ours = files.filter { $0.published == published }
      return Vintage(
        published: published, received: ours.map(\.received).max() ?? published, kind: .snapshot, file: file)
    }
  }

  /// nil: that of any indicator.
  fileprivate func unit(of value: SurveyMeasure.Value) -> UnitOfMeasure? {
    switch value {
    case .share, .responseRate: return .percent
    case .net: return .percentagePoints
    case .mean(let question):
      if case .numeric(let unit, _, _) = questions[question].kind { return unit }
      return nil
    }
  }

  fileprivate func dataflow(_ measure: SurveyMeasure, _ indicator: Indicator, _ vintages: [Vintage]) -> Dataflow {
    var dimensions: [DataStructure.Dimension] = []
    if case .dimension(_, let id, let breakdown) = measure.place,
      case .codelist(let list) = breakdowns[breakdown].codes
    {
      dimensions = [.init(id: id, codelist: list)]
    }
    return Dataflow(
      id: Dataflow.ID("\(id).\(measure.indicator)"), title: title, indicator: measure.indicator,
      structure: DataStructure(dimensions: dimensions), unit: indicator.unit, source: source, vintages: vintages,
      file: file)
  }

  fileprivate func table(
    _ measure: SurveyMeasure, _ dataflow: Dataflow, _ vintage: Vintage, _ results: [SurveyWaveResults]
  ) -> ObservationTable {
    var rows = TabulatedRows(dataflow: dataflow.id, vintage: vintage)
    var found: [(key: SeriesKey, period: TimePeriod, value: ObservedValue, line: Int)] = []
    for result in results {
      let wave = waves[result.wave]
      let figures = MeasuredWave(survey: self, results: result)
      func add(_ area: Area.ID, _ codes: [DimensionCode], _ value: ObservedValue?) {
        guard let value else { return }
        found.append((SeriesKey(measure.indicator, area, codes), wave.period, value, wave.position.line))
      }
      switch measure.place {
      case .area(let area): add(area, [], figures.value(measure.value))
      case .areas(let breakdown):
        for (code, value) in figures.values(measure.value, by: breakdown) { add(Area.ID(code), [], value) }
      case .dimension(let area, let id, let breakdown):
        add(area, [], figures.value(measure.value))
        for (code, value) in figures.values(measure.value, by: breakdown) {
          add(area, [DimensionCode(id, code)], value)
        }
      }
    }
    for row in found.sorted(by: { ($0.key, $0.period) < ($1.key, $1.period) }) {
      rows.append(row.key, row.period, row.value, line: row.line)
    }
    return rows.table
  }
}

/// The figures of one wave that indicators can be.
private struct MeasuredWave {
  let survey: Survey
  let results: SurveyWaveResults

  /// - Returns: nil when the wave did not ask.
  func value(_ value: SurveyMeasure.Value) -> ObservedValue? {
    guard let question = value.question else {
      return results.responseRate.map { .figure(100 * $0) }
    }
    guard let found = answers(to: question) else { return nil }
    return self.value(value, found.question, found.results.total)
  }

  func values(_ value: SurveyMeasure.Value, by breakdown: Int) -> [(code: String, value: ObservedValue)] {
    guard let question = value.question, let found = answers(to: question),
      let groups = found.results.breakdowns.first(where: { $0.breakdown == breakdown })?.groups
    else { return [] }
    return groups.map { ($0.code, self.value(value, found.question, $0.distribution)) }
  }

  private func answers(to question: Int) -> (question: SurveyQuestion, results: SurveyQuestionResults)? {
    guard let asked = survey.question(question, in: results.wave), let found = results.results(of: asked) else {
      return nil
    }
    return (survey.questions[asked], found)
  }

  /// Hidden where it would tell what is hidden.
  private func value(
    _ value: SurveyMeasure.Value, _ question: SurveyQuestion, _ distribution: SurveyDistribution
  ) -> ObservedValue {
    let figure: Double? =
      switch value {
      case .share(_, let answers, let base): distribution.shares?.share(of: answers, among: base).map { 100 * $0 }
      case .mean: distribution.shares?.mean?.value ?? distribution.numbers?.mean.value
      case .net: distribution.shares?.net.map { 100 * $0.value }
      case .responseRate: nil
      }
    return figure.map { .figure($0) } ?? .missing(.suppressed)
  }
}

extension SurveyMeasure.Value {
  fileprivate var question: Int? {
    switch self {
    case .share(let question, _, _), .mean(let question), .net(let question): question
    case .responseRate: nil
    }
  }
}

extension SurveyShares {
  /// The share of several answers together, of which at most one can be given; nil where it would tell what is hidden.
  fileprivate func share(of codes: [String], among base: SurveyMeasure.Base) -> Double? {
    let cells = base == .opinions ? answers : answers + [doNotKnow].compactMap(\.self)
    func share(_ cell: Cell) -> Double? {
      base == .opinions ? cell.figure?.ofOpinions?.value : cell.figure?.ofAnswers.value
    }
    let ours = cells.filter { codes.contains($0.code) }
    let shown = ours.compactMap(share)
    if shown.count == ours.count { return min(1, shown.reduce(0, +)) }
    let others = cells.filter { !codes.contains($0.code) }
    let shownOthers = others.compactMap(share)
    guard ours.count > 1, shownOthers.count == others.count else { return nil }
    return max(0, 1 - shownOthers.reduce(0, +))
  }
}

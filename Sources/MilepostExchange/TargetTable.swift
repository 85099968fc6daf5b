import MilepostModel

/// Everything that the chart and the tables of a target show, one row for each figure.
///
/// SERIES says what a row is: `observed` the values of the measure, `judged` what was made of them (a share of areas, a
/// ratio, a gap), `baseline`, `milestone`, `target`, `projection` with its bounds, `required` what each year must show, and
/// `earlier-vintage` what a vintage said that has been replaced. PART counts the parts of a compound target from 1.
struct TargetTable {
  private let release: Release
  private(set) var table: DataTable

  init(_ release: Release, _ target: Target, _ assessment: Assessment?) {
    self.release = release
    table = DataTable(columns: [
      "PART", "SERIES", "TIME_PERIOD", "OBS_VALUE", "LOW_50", "HIGH_50", "LOW_80", "HIGH_80", "OBS_STATUS",
      "CONF_STATUS", "VINTAGE", "SOURCE", "MISSING", "NOTE",
    ])
    guard let assessment else { return }
    if case .compound(let parts) = target.kind {
      for (index, (part, assessment)) in zip(parts, assessment.parts).enumerated() {
        add(assessment, part.measure?.key, .text(String(index + 1)))
      }
    } else {
      add(assessment, target.measure?.key, .empty)
    }
  }

  private mutating func add(_ assessment: Assessment, _ key: SeriesKey?, _ part: DataTable.Cell) {
    var observed: [TimePeriod: Double] = [:]
    if let estimates = key.flatMap({ release.series.estimates($0) }) {
      for estimate in estimates {
        observed[estimate.period] = estimate.value.number
        add(estimate, part)
      }
    }
    for point in assessment.judged where observed[point.period] != point.value { add(point, "judged", part) }
    if let baseline = assessment.baseline { add(baseline, "baseline", part) }
    for result in assessment.milestones {
      add(PeriodValue(result.milestone.period, result.milestone.value), "milestone", part)
    }
    add(assessment.due, assessment.goalValue, "target", part)
    if let projection = assessment.projection { add(projection, part) }
    for point in assessment.requiredValues { add(point, "required", part) }
    for vintage in release.earlierVintages where vintage.key == key {
      for point in vintage.values { add(point, vintage.provenance, part) }
    }
  }

  private mutating func add(_ estimate: Estimate, _ part: DataTable.Cell) {
    let cell = PublishedCell(estimate)
    table.rows.append([
      part, .text("observed"), .text(estimate.period.description), .init(cell.number), .empty, .empty, .empty, .empty,
      .text(cell.status), .text(cell.confidentiality), .text(estimate.provenance.vintage.description),
      .text(estimate.provenance.source.text), .init(cell.missing), .init(cell.note),
    ])
  }

  private mutating func add(_ point: PeriodValue, _ series: String, _ part: DataTable.Cell) {
    add(point.period, point.value, series, part)
  }

  private mutating func add(
    _ period: TimePeriod, _ value: Double?, _ series: String, _ part: DataTable.Cell,
    bounds: [Double?] = [nil, nil, nil, nil], _ provenance: Provenance? = nil
  ) {
    table.rows.append(
      [part, .text(series), .text(period.description), .init(value)] + bounds.map { .init($0) } + [
        .empty, .empty, .init(provenance?.vintage.description), .init(provenance?.source.text), .empty, .empty,
      ])
  }

  private mutating func add(_ point: PeriodValue, _ provenance: Provenance, _ part: DataTable.Cell) {
    add(point.period, point.value, "earlier-vintage", part, provenance)
  }

  private mutating func add(_ projection: Projection, _ part: DataTable.Cell) {
    for step in projection.path {
      add(
        step.period, step.value, "projection", part, bounds: [step.low50, step.high50, step.low80, step.high80])
    }
    guard projection.path.isEmpty else { return }
    add(projection.period, projection.value, "projection", part, bounds: [nil, nil, projection.low, projection.high])
  }
}

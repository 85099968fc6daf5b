/// A value in a table of a store.
package enum StoreCell: Hashable, Sendable {
  case null
  case integer(Int)
  case real(Double)
  case text(String)

  package init(_ text: String?) { self = text.map(StoreCell.text) ?? .null }
  init(_ number: Double?) { self = number.map(StoreCell.real) ?? .null }
  init(_ number: Int?) { self = number.map(StoreCell.integer) ?? .null }
  init(_ truth: Bool) { self = .integer(truth ? 1 : 0) }

  package var text: String? {
    guard case .text(let text) = self else { return nil }
    return text
  }

  package var integer: Int? {
    guard case .integer(let number) = self else { return nil }
    return number
  }

  package var real: Double? {
    switch self {
    case .real(let number): number
    case .integer(let number): Double(number)
    case .null, .text: nil
    }
  }
}

/// A table of what a release says beside its series: one row for each thing, with the release in the first column.
package enum ReleaseTable: String, CaseIterable, Sendable {
  case workspace, text, goal, target, milestone, objective, objectiveGoal = "objective_goal", outcome, output,
    outputOutcome = "output_outcome", enabler, measure, link, framework, indicator,
    indicatorSource = "indicator_source", area, areaGroup = "area_group", membership, codelist, code, source, dataflow,
    dimension, vintage, assessment, alternative, direction

  /// Without the column `release`.
  package var columns: [String] {
    switch self {
    case .workspace: ["id", "agency", "url", "licence", "languages", "period", "method"]
    case .text: ["element", "id", "field", "language", "text"]
    case .goal, .codelist, .area, .areaGroup: ["id", "place"]
    case .target:
      ["id", "place", "goal", "kind", "direction", "due", "baseline_period", "baseline_value", "is_sustained", "owner"]
    case .milestone: ["target", "place", "period", "value", "actual", "is_met"]
    case .objective, .enabler, .output: ["id", "place", "owner"]
    case .objectiveGoal: ["objective", "goal"]
    case .outcome: ["id", "place", "objective", "owner"]
    case .outputOutcome: ["output", "outcome"]
    case .measure: ["element", "id", "place", "indicator", "area", "codes"]
    case .link: ["element", "id", "place", "framework", "code"]
    case .framework: ["id", "place", "url"]
    case .indicator:
      ["id", "place"] + ReleaseTable.unit + [
        "direction", "lower", "upper", "nature", "decimals", "maximum_age", "owner", "is_computed", "aggregation",
        "dimensions",
      ]
    case .indicatorSource: ["indicator", "place", "source"]
    case .membership: ["area_group", "place", "area", "first_day", "last_day"]
    case .code: ["codelist", "place", "id"]
    case .source: ["id", "place", "publisher", "url", "licence"]
    case .dataflow: ["id", "place", "indicator", "source"] + ReleaseTable.unit + ["file"]
    case .dimension: ["dataflow", "place", "id", "codelist"]
    case .vintage: ["dataflow", "place", "published", "received", "kind", "file"]
    case .assessment:
      [
        "target", "part", "status", "method", "window_from", "evidence", "is_method_sensitive", "baseline_period",
        "baseline_value", "current_period", "current_value", "current_status", "source", "vintage", "goal_value", "due",
        "projected", "low", "high", "probability", "pace_so_far", "pace_needed", "override_status", "override_name",
        "override_expires",
      ]
    case .alternative: ["target", "part", "place", "method", "window_from", "status", "value", "probability", "word"]
    case .direction: ["outcome", "part", "status", "indicator", "area", "low", "high"]
    }
  }

  private static let unit = ["unit", "multiplier", "currency", "price_base", "is_purchasing_power"]
}

/// Rows of one table.
package struct ReleaseRows: Sendable {
  package let table: ReleaseTable
  /// Each as long as the table's columns.
  package var rows: [[StoreCell]]

  package init(table: ReleaseTable, rows: [[StoreCell]]) {
    self.table = table
    self.rows = rows
  }
}

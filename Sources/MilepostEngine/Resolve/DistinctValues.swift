import MilepostModel

/// How many different periods, areas, indicators and combinations of codes the tables of a workspace may hold together:
/// the engine numbers them.
struct DistinctLimits: Sendable {
  let periods: Int
  let areas: Int
  let indicators: Int
  let codes: Int

  /// Periods have two bytes, the other three share a word.
  static let engine = DistinctLimits(
    periods: 60_000, areas: 1 << SeriesCatalogue.partBits, indicators: 1 << (64 - 2 * SeriesCatalogue.partBits),
    codes: 1 << SeriesCatalogue.partBits)
}

/// What is numbered has room for its numbers; each kind is reported once, at the first file that goes too far.
func distinctValuesInData(_ index: DraftIndex, into diagnostics: inout Diagnostics) {
  distinctValuesInData(index.draft.tables, .engine, into: &diagnostics)
}

func distinctValuesInData(
  _ tables: [ObservationTable], _ limits: DistinctLimits, into diagnostics: inout Diagnostics
) {
  check(tables, "periods", limits.periods, \.periods, into: &diagnostics)
  check(tables, "areas", limits.areas, { $0.seriesKeys.map(\.area) }, into: &diagnostics)
  check(tables, "indicators", limits.indicators, { $0.seriesKeys.map(\.indicator) }, into: &diagnostics)
  check(tables, "combinations of codes", limits.codes, { $0.seriesKeys.map(\.codes) }, into: &diagnostics)
}

private func check<Value: Hashable>(
  _ tables: [ObservationTable], _ noun: String, _ limit: Int, _ values: (ObservationTable) -> [Value],
  into diagnostics: inout Diagnostics
) {
  guard tables.reduce(0, { $0 + max($1.periods.count, $1.seriesKeys.count) }) > limit else { return }
  var found: Set<Value> = []
  for table in tables {
    found.formUnion(values(table))
    if found.count > limit {
      diagnostics.report(.tooManyDistinct(noun, limit, at: .wholeFile(table.vintage.file)))
      return
    }
  }
}

extension Diagnostic {
  fileprivate static func tooManyDistinct(_ noun: String, _ limit: Int, at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP0230", "with this file the data has more than \(limit) different \(noun)", at: position,
      hint: "spread the data over several workspaces, or leave out what the plan does not look at")
  }
}

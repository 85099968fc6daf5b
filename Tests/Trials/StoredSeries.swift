/// A cell of a table of the workspace: row and column count from 0, without the line of names.
struct CellPlace: Hashable, Comparable {
  let file: String
  let row: Int
  let column: Int

  static func < (one: CellPlace, other: CellPlace) -> Bool {
    (one.file, one.row, one.column) < (other.file, other.row, other.column)
  }
}

/// The cells that were read; a class because readings happen deep inside of values that are asked.
final class Reads {
  var cells: Set<CellPlace> = []
}

/// Observations as of a date: for each dataflow the newest snapshot received by then with later updates over it.
struct StoredSeries {
  struct Key: Hashable {
    let indicator: String
    let area: String
    /// Without totals.
    let codes: [String: String]
  }
  struct Stored {
    /// nil where a reason is given for there being none.
    let value: Double?
    let place: CellPlace?
  }

  let reads = Reads()
  /// Sorted.
  private(set) var periods: [String] = []
  /// By source; they are never mixed inside one series.
  private var stored: [Key: [String: [String: Stored]]] = [:]
  private let preferred: [String: [String]]

  init(_ texts: [String: String], plan: PlanOutline, registers: StoredRegisters, date: String) {
    preferred = plan.indicators.mapValues(\.sources)
    for (path, text) in texts where path.hasPrefix("data/") && path.hasSuffix(".yaml") {
      let sidecar = PlainYAML(text)
      guard sidecar["dataflow"] != nil else { continue }
      for file in StoredSeries.files(sidecar["vintages"], by: date) {
        read(texts, sidecar, file: folder(of: path) + file)
      }
    }
    for measure in registers.measures() {
      let key = Key(indicator: measure.indicator, area: measure.area, codes: [:])
      stored[key, default: [:]][measure.source, default: [:]][measure.period] = Stored(value: measure.value, place: nil)
    }
    for measure in SurveyResults.measures(texts, date: date) {
      let key = Key(indicator: measure.indicator, area: measure.area, codes: [:])
      stored[key, default: [:]][measure.source, default: [:]][measure.period] = Stored(
        value: measure.value, place: measure.place)
    }
    periods = Set(stored.values.flatMap { $0.values.flatMap(\.keys) }).sorted()
  }

  private func folder(of path: String) -> String {
    path.split(separator: "/").dropLast().map { $0 + "/" }.joined()
  }

  /// The newest snapshot received by the date and the updates after it, oldest first.
  static func files(_ vintages: PlainYAML?, by date: String) -> [String] {
    let known = (vintages?.items ?? []).compactMap { item -> (received: String, isUpdate: Bool, file: String)? in
      guard let file = item["file"]?.text, let received = (item["received"] ?? item["published"])?.text,
        received <= date
      else { return nil }
      return (received, item["kind"]?.text == "update", file)
    }.sorted { $0.received < $1.received }
    guard let snapshot = known.lastIndex(where: { !$0.isUpdate }) else { return [] }
    return known.dropFirst(snapshot).map(\.file)
  }

  private mutating func read(_ texts: [String: String], _ sidecar: PlainYAML, file: String) {
    guard let source = sidecar["source"]?.text, let text = texts[file] else { return }
    let table = PlainTable(text)
    guard let column = table.columns.firstIndex(of: "OBS_VALUE") else { return }
    let dimensions = sidecar["dimensions"]?.entries.keys.sorted() ?? []
    for row in table.rows.indices {
      guard let indicator = sidecar["indicator"]?.text ?? table.text(row, "INDICATOR"),
        let area = table.text(row, "REF_AREA"), let period = table.text(row, "TIME_PERIOD"),
        let value = table.text(row, "OBS_VALUE")
      else { continue }
      var codes: [String: String] = [:]
      for dimension in dimensions {
        guard let code = table.text(row, dimension), code != "_T" else { continue }
        codes[dimension] = code
      }
      let key = Key(indicator: indicator, area: area, codes: codes)
      stored[key, default: [:]][source, default: [:]][period] = Stored(
        value: Double(value), place: CellPlace(file: file, row: row, column: column))
    }
  }

  func value(_ indicator: String, _ area: String, _ codes: [String: String], _ period: String) -> Double? {
    let found = series(indicator, area, codes)[period]
    if let place = found?.place { reads.cells.insert(place) }
    return found?.value
  }

  /// Notes every cell of a series as read.
  func touch(_ indicator: String, _ area: String) {
    for stored in series(indicator, area, [:]).values {
      if let place = stored.place { reads.cells.insert(place) }
    }
  }

  /// Of the first of the indicator's sources that has the series.
  private func series(_ indicator: String, _ area: String, _ codes: [String: String]) -> [String: Stored] {
    let named = codes.filter { $0.value != "_T" }
    guard let bySource = stored[Key(indicator: indicator, area: area, codes: named)] else { return [:] }
    let first = (preferred[indicator] ?? []).first { bySource[$0] != nil } ?? bySource.keys.sorted().first
    return first.flatMap { bySource[$0] } ?? [:]
  }
}

/// A value that a register or a survey gives to an indicator.
struct MeasuredValue {
  let indicator: String
  let area: String
  let source: String
  let period: String
  let value: Double?
  let place: CellPlace?
}

/// Answers to surveys in percent, and how many answered.
enum SurveyResults {
  private static func surveys(_ texts: [String: String]) -> [PlainYAML] {
    texts.keys.sorted().filter { $0.hasPrefix("surveys/") && $0.hasSuffix(".yaml") }
      .compactMap { texts[$0] }.map { PlainYAML($0) }
  }

  /// By survey and wave.
  static func responseRates(_ texts: [String: String]) -> [String: [String: Double]] {
    var rates: [String: [String: Double]] = [:]
    for survey in surveys(texts) {
      for wave in survey["waves"]?.items ?? [] {
        guard let id = survey["survey"]?.text, let name = wave["wave"]?.text else { continue }
        rates[id, default: [:]][name] = wave["response-rate"]?.text.flatMap(Double.init)
      }
    }
    return rates
  }

  /// `share-of-all(question = answer)` of every wave that asks it.
  static func measures(_ texts: [String: String], date: String) -> [MeasuredValue] {
    var found: [MeasuredValue] = []
    for survey in surveys(texts) {
      for wave in survey["waves"]?.items ?? [] {
        guard let name = StoredSeries.files(wave["results"], by: date).last, let text = texts["surveys/" + name],
          let period = wave["period"]?.text, let source = survey["source"]?.text
        else { continue }
        let table = PlainTable(text)
        for measure in survey["measures"]?.items ?? [] {
          guard case .call("share-of-all", let arguments)? = measure["value"]?.text.flatMap({ Asked($0) }),
            case .operation("=", .name(let question), .name(let answer))? = arguments.first,
            let row = table.rows.indices.first(where: {
              table.text($0, "QUESTION") == question && table.text($0, "ANSWER") == answer
            }), let column = table.columns.firstIndex(of: "PERCENT"),
            let indicator = measure["indicator"]?.text, let area = measure["area"]?.text
          else { continue }
          found.append(
            MeasuredValue(
              indicator: indicator, area: area, source: source, period: period,
              value: Double(table.rows[row][column].text),
              place: CellPlace(file: "surveys/" + name, row: row, column: column)))
        }
      }
    }
    return found
  }
}

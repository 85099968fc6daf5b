import MilepostEngine
import MilepostFormats
import MilepostLanguage
package import MilepostModel

/// Applies an assessment method to rows of CSV: the same rows with the method's results behind them.
///
/// Methods of two points answer every row. Methods of a series answer the rows whose id has enough points up to their
/// year.
///
/// - Returns: nil when the input has errors, which have been reported.
package func applyMethod(
  _ method: AssessmentMethod, to input: [UInt8], file: String, into diagnostics: inout Diagnostics
) -> [UInt8]? {
  var found = Diagnostics()
  let read = MethodInput.read(input, file: file, readsSeries: method.readsSeries, into: &found)
  diagnostics.report(contentsOf: found)
  guard let read, !found.hasErrors else { return nil }
  let answers = method.readsSeries ? seriesAnswers(method, read.rows) : read.rows.map { pointAnswer(method, $0) }
  var output = MethodTable(header: read.header, columns: method.resultColumns)
  for (row, answer) in zip(read.rows, answers) {
    if let answer { output.add(row.passed, answer) }
  }
  return output.bytes
}

private func pointAnswer(_ method: AssessmentMethod, _ row: MethodInput.Row) -> MethodOutput? {
  guard let baseYear = row[.baseYear], let base = row[.baseValue], let currentYear = row[.currentYear],
    let current = row[.currentValue]
  else {
    var output = MethodOutput()
    output.word = method == .statcan2024 ? StatCan2024.Status.notAvailable.rawValue : ""
    return output
  }
  let points = TwoPoints(
    base: TrendPoint(baseYear, base), current: TrendPoint(currentYear, current),
    targetTime: row[.targetYear] ?? UNSD2023.defaultTargetYear, target: row[.target], direction: row.direction)
  return applyMethod(method, to: points, limit: row[.limit], sign: row[.sign])
}

/// One answer per row, nil where there is none.
private func seriesAnswers(_ method: AssessmentMethod, _ rows: [MethodInput.Row]) -> [MethodOutput?] {
  var answers: [MethodOutput?] = Array(repeating: nil, count: rows.count)
  for places in Dictionary(grouping: rows.indices, by: { rows[$0].id }).values {
    let known = places.compactMap { place -> (place: Int, point: TrendPoint)? in
      guard let year = rows[place][.year], let value = rows[place][.value] else { return nil }
      return (place, TrendPoint(year, value))
    }.sorted { $0.point.time < $1.point.time }
    let points = known.map(\.point)
    for (index, entry) in known.enumerated() {
      let row = rows[entry.place]
      let scale: TrendScale =
        method == .logistic ? .logit(lower: 0, upper: row[.limit] ?? 100) : .value
      answers[entry.place] = applyMethod(
        method, toSeries: points[...index], target: row[.target],
        targetTime: row[.targetYear] ?? UNSD2023.defaultTargetYear, direction: row.direction, scale: scale)
    }
  }
  return answers
}

extension AssessmentMethod {
  fileprivate var resultColumns: [MethodColumn] {
    switch self {
    case .statcan2024: [.value, .status, .score]
    case .escapCurrent: [.value]
    case .unsd2023, .eurostat, .destatis, .pace: [.value, .status, .projected]
    case .linear, .drift, .logistic: [.status, .projected, .low, .high, .probability]
    }
  }
}

private enum MethodColumn: String {
  case value = "progress_value"
  case status, score, projected, low, high, probability

  func number(_ output: MethodOutput) -> Double? {
    switch self {
    case .value: output.value
    case .status: nil
    case .score: output.score
    case .projected: output.projected
    case .low: output.low
    case .high: output.high
    case .probability: output.probability
    }
  }
}

/// CSV that keeps the cells of its input as they were, so that minus signs stay minus signs. A result too large for a number
/// is left empty.
private struct MethodTable {
  private(set) var bytes: [UInt8] = []
  private let columns: [MethodColumn]

  init(header: [String], columns: [MethodColumn]) {
    self.columns = columns
    add((header + columns.map(\.rawValue)).map(Self.cell))
  }

  mutating func add(_ passed: [String], _ output: MethodOutput) {
    let results = columns.map { column -> [UInt8] in
      if column == .status { return Self.cell(output.word) }
      var digits: [UInt8] = []
      if let number = column.number(output), number.isFinite { digits.appendNumber(number) }
      return digits
    }
    add(passed.map(Self.cell) + results)
  }

  private mutating func add(_ cells: [[UInt8]]) {
    bytes.append(contentsOf: cells.joined(separator: CollectionOfOne(UInt8(ascii: ","))))
    bytes.append(UInt8(ascii: "\n"))
  }

  private static func cell(_ text: String) -> [UInt8] {
    let bytes = Array(text.utf8)
    guard bytes.contains(where: { ",\"\n\r".utf8.contains($0) }) else { return bytes }
    let quote = UInt8(ascii: "\"")
    return [quote] + bytes.flatMap { $0 == quote ? [quote, quote] : [$0] } + [quote]
  }
}

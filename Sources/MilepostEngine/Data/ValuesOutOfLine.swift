import MilepostModel

#if canImport(Glibc)
  import Glibc
#endif

/// A value that stands far outside the course of its own series, while the values around it agree with each other.
///
/// Departures from the line through the neighbours are compared with the median departure of the series and of the
/// indicator's other series; a lasting change of level is not reported, nor a value that an earlier vintage has too.
/// On the logarithm where no value is limited above and all are positive.
func valuesOutOfLine(_ index: DataIndex, into findings: inout DataFindings) {
  var seen: Set<UInt64> = []
  for selection in index.selections {
    var figures = SeriesFigures(index.plan, selection)
    for group in selection.catalogue.groupsByIndicator {
      let indicator = index.plan.indicators[selection.catalogue.keys[group.lowerBound].indicator]
      let course = Course(indicator)
      let typical = typicalDeviation(group, course, &figures)
      for series in group {
        figures.load(series)
        guard let outlier = course.outlier(figures, typical: typical) else { continue }
        let cell = figures.cells[outlier.place]
        // A value that is impossible has its own finding.
        if let limits = indicator?.limits, !limits.allow(figures.value[outlier.place]) { continue }
        guard seen.insert(UInt64(cell.table) << 32 | UInt64(cell.row)).inserted,
          !index.isConfirmed(figures.key, figures.period(outlier.place), figures.value[outlier.place], cell)
        else { continue }
        findings.report(
          .outOfLine(
            figures.key, figures.period(outlier.place), figures.value[outlier.place], expected: outlier.expected,
            at: index.position(of: cell)))
      }
    }
  }
}

/// The median over series of their median departures.
private func typicalDeviation(_ group: Range<Int>, _ course: Course, _ figures: inout SeriesFigures) -> Double {
  var medians: [Double] = []
  for series in group {
    figures.load(series)
    guard figures.count >= Course.fewest else { continue }
    medians.append(Robust.median(course.deviations(figures).map(abs)))
  }
  return Robust.median(medians)
}

/// How the values of an indicator may run.
private struct Course {
  /// Points below which a series says little about its own noise.
  static let fewest = 6

  struct Outlier {
    let place: Int
    let expected: Double
  }

  let upper: Double?
  let isYesNo: Bool

  init(_ indicator: Indicator?) {
    upper = indicator?.limits.upper
    isYesNo = indicator?.unit == .yesNo
  }

  private func isOnLogarithm(_ figures: SeriesFigures) -> Bool {
    upper == nil && figures.value.allSatisfy { $0 > 0 }
  }

  func deviations(_ figures: SeriesFigures) -> [Double] {
    let values = isOnLogarithm(figures) ? figures.value.map { log($0) } : figures.value
    return Robust.deviations(values, at: figures.time)
  }

  func outlier(_ figures: SeriesFigures, typical: Double) -> Outlier? {
    guard !isYesNo, figures.count >= 3 else { return nil }
    if figures.count < Course.fewest { return leap(figures) }
    let deviations = deviations(figures)
    let noise = max(Robust.median(deviations.map(abs)), typical / 2)
    let strongest = deviations.indices.sorted { strength(deviations, $0) > strength(deviations, $1) }.prefix(2)
    guard let place = strongest.first(where: { isSpike(deviations, $0) }) else { return leap(figures) }
    let isLog = isOnLogarithm(figures)
    let isEnd = place == 0 || place == deviations.count - 1
    let rounding = Robust.roundingError(figures.value) / (isLog ? max(abs(figures.value[place]), 1e-300) : 1)
    let around = deviations.indices.filter { (3...6).contains(abs($0 - place)) }
    let elsewhere = around.map { abs(deviations[$0]) }.max() ?? 0
    let limit = max((isEnd ? 20 : 10) * noise, (isEnd ? 5 : 3) * elsewhere, 8 * rounding, material(figures, isLog))
    guard abs(deviations[place]) > limit else { return leap(figures) }
    let expected = isLog ? exp(log(figures.value[place]) - deviations[place]) : figures.value[place] - deviations[place]
    return Outlier(place: place, expected: expected)
  }

  /// Departures at the ends count half, since a line is continued there.
  private func strength(_ deviations: [Double], _ place: Int) -> Double {
    abs(deviations[place]) / (place == 0 || place == deviations.count - 1 ? 2 : 1)
  }

  /// A departure below this is not worth a word.
  private func material(_ figures: SeriesFigures, _ isLog: Bool) -> Double {
    if isLog { return 0.02 }
    return upper.map { $0 * 0.01 } ?? 0.05 * Robust.median(figures.value.map(abs))
  }

  /// A single wrong value pulls its neighbours the other way by half, and nothing else; a step does not.
  private func isSpike(_ deviations: [Double], _ place: Int) -> Bool {
    let last = deviations.count - 1
    func share(_ one: Int, _ other: Int) -> Double { -deviations[one] / deviations[other] }
    if place == 0 || place == last {
      let (next, second) = place == 0 ? (1, 2) : (last - 1, last - 2)
      return (0.25...0.75).contains(share(next, place)) && abs(deviations[second]) < 0.3 * abs(deviations[next])
    }
    return [place - 1, place + 1].filter { $0 > 0 && $0 < last }.allSatisfy {
      (0.25...0.75).contains(share($0, place))
    }
  }

  /// In a short series: a value more than eight times its neighbours, or less than an eighth, while they agree.
  private func leap(_ figures: SeriesFigures) -> Outlier? {
    guard figures.value.allSatisfy({ $0 > 0 }) else { return nil }
    let values = figures.value
    for place in values.indices {
      let near = [place - 2, place - 1, place + 1, place + 2].filter { values.indices.contains($0) }
      let neighbours = near.map { values[$0] }
      guard let low = neighbours.min(), let high = neighbours.max(), neighbours.count >= 2, high < 2.5 * low else {
        continue
      }
      if values[place] > 8 * high || values[place] * 8 < low {
        return Outlier(place: place, expected: (low * high).squareRoot())
      }
    }
    return nil
  }
}

extension SeriesCatalogue {
  /// Series of one indicator and one set of codes lie apart; here those of one indicator together.
  var groupsByIndicator: [Range<Int>] {
    var groups: [Range<Int>] = []
    var start = 0
    for place in 1..<max(1, keys.count + 1) where place == keys.count || keys[place].indicator != keys[start].indicator
    {
      groups.append(start..<place)
      start = place
    }
    return keys.isEmpty ? [] : groups
  }
}

extension DataIndex {
  /// Whether another vintage of the dataflow says about the same of the cell.
  func isConfirmed(_ key: SeriesKey, _ period: TimePeriod, _ value: Double, _ cell: CellSelection.Cell) -> Bool {
    let own = plan.tables[Int(cell.table)]
    return tables.contains { other in
      guard other.table.dataflow == own.dataflow, other.table.vintage != own.vintage,
        let series = other.table.seriesKeys.firstIndex(of: key)
      else { return false }
      return other.rows(of: series).contains {
        other.period(ofRow: $0) == period && abs(other.table.number[Int($0)] - value) <= 0.01 * abs(value)
      }
    }
  }
}

extension Diagnostic {
  fileprivate static func outOfLine(
    _ key: SeriesKey, _ period: TimePeriod, _ value: Double, expected: Double, at position: SourcePosition
  ) -> Self {
    Diagnostic(
      .warning, "MP0412",
      "\(plain(value)) for \(key) in \(period) is out of line: the values around it lead to about \(brief(expected))",
      at: position, hint: "correct the value, or accept the finding when the source confirms it")
  }
}

/// A number in a message that is itself only an estimate: three digits that count.
func brief(_ value: Double) -> String {
  guard value != 0, value.isFinite else { return plain(value) }
  let scale = pow(10, 2 - floor(log10(abs(value))))
  return plain(scale >= 1 ? (value * scale).rounded() / scale : (value * scale).rounded() * (1 / scale).rounded())
}

import MilepostModel

#if canImport(Glibc)
  import Glibc
#endif

/// Two indicators that hang together, such as subscriptions and subscriptions per 100 inhabitants, contradict each other
/// in a period.
///
/// What links them is read from the data: where the quotient of a count and a share runs far more smoothly than either of
/// them, it is a third quantity, such as the population, and a period in which it leaps has a wrong value in one of
/// the two.
func linkedIndicators(_ index: DataIndex, into findings: inout DataFindings) {
  var seen: Set<UInt64> = []
  for selection in index.selections {
    let totals = TotalSeries(index, selection)
    for count in totals.indicators where !count.isShare {
      for share in totals.indicators where share.isShare {
        guard let link = Link(totals, count, share) else { continue }
        for leap in link.breaks {
          let suspect = index.suspect(among: [leap.count, leap.share], selection)
          let other = suspect.identity == leap.count.identity ? leap.share : leap.count
          guard seen.insert(suspect.identity).inserted else { continue }
          findings.report(
            .linkBroken(suspect, other, selection.catalogue.periods[Int(suspect.cell.period)], leap.percent, index))
        }
      }
    }
  }
}

/// The figures of areas and groups without breakdown, by indicator.
private struct TotalSeries {
  struct Point {
    let logarithm: Double
    /// Of the figure, relative.
    let rounding: Double
    let cell: LocatedCell
  }

  private(set) var indicators: [Indicator] = []
  private(set) var points: [Indicator.ID: [Area.ID: [UInt16: Point]]] = [:]
  let timeOfPeriod: [Double]

  init(_ index: DataIndex, _ selection: CellSelection) {
    timeOfPeriod = selection.catalogue.periods.map(\.timeInYears)
    var figures = SeriesFigures(index.plan, selection)
    for group in selection.catalogue.groupsByIndicator {
      let keys = selection.catalogue.keys
      guard let indicator = index.plan.indicators[keys[group.lowerBound].indicator], indicator.unit != .yesNo else {
        continue
      }
      for series in group where keys[series].codes.isEmpty {
        figures.load(series)
        guard figures.count >= 5, figures.value.allSatisfy({ $0 > 0 }) else { continue }
        let rounding = Robust.roundingError(figures.value)
        points[indicator.id, default: [:]][keys[series].area] = Dictionary(
          uniqueKeysWithValues: figures.value.indices.map { place in
            let cell = figures.cells[place]
            let point = Point(
              logarithm: log(figures.value[place]),
              rounding: Robust.roundingError(of: figures.value[place], in: rounding) / figures.value[place],
              cell: LocatedCell(series: series, key: keys[series], cell: cell))
            return (cell.period, point)
          })
      }
      if points[indicator.id] != nil { indicators.append(indicator) }
    }
  }
}

/// A count and a share whose quotient is smooth.
private struct Link {
  struct Break {
    let count: LocatedCell
    let share: LocatedCell
    let percent: Double
  }

  private(set) var breaks: [Break] = []

  private struct Quotient {
    var time: [Double] = []
    var value: [Double] = []
    var count: [TotalSeries.Point] = []
    var share: [TotalSeries.Point] = []
  }

  /// Areas looked at before the rest.
  private static let sample = 6

  init?(_ totals: TotalSeries, _ count: Indicator, _ share: Indicator) {
    guard let counts = totals.points[count.id], let shares = totals.points[share.id] else { return nil }
    let areas = counts.keys.filter { shares[$0] != nil }.sorted()
    let tried = areas.prefix(Link.sample).compactMap { Link.quotient(totals, counts[$0], shares[$0]) }
    guard tried.count >= 2, Link.noise(tried) != nil else { return nil }
    let quotients = areas.compactMap { Link.quotient(totals, counts[$0], shares[$0]) }
    guard let noise = Link.noise(quotients) else { return nil }
    let deviations = quotients.map { Robust.deviations($0.value, at: $0.time).map(abs) }
    for (place, quotient) in quotients.enumerated() {
      let others = deviations.enumerated().filter { $0.offset != place }.flatMap(\.element)
      addBreaks(quotient, max(noise, Robust.upperTail(others) / 2))
    }
  }

  private static func quotient(
    _ totals: TotalSeries, _ counts: [UInt16: TotalSeries.Point]?, _ shares: [UInt16: TotalSeries.Point]?
  ) -> Quotient? {
    guard let counts, let shares else { return nil }
    var quotient = Quotient()
    for period in counts.keys.sorted() {
      guard let count = counts[period], let share = shares[period] else { continue }
      quotient.time.append(totals.timeOfPeriod[Int(period)])
      quotient.value.append(count.logarithm - share.logarithm)
      quotient.count.append(count)
      quotient.share.append(share)
    }
    return quotient.value.count >= 5 ? quotient : nil
  }

  /// The median departure of the quotients; nil when they are not much smoother than what they are made of.
  private static func noise(_ quotients: [Quotient]) -> Double? {
    func median(_ values: (Quotient) -> [Double]) -> Double {
      Robust.median(quotients.flatMap { Robust.deviations(values($0), at: $0.time).map(abs) })
    }
    let own = median(\.value)
    let ofCounts = median { $0.count.map(\.logarithm) }
    let ofShares = median { $0.share.map(\.logarithm) }
    return own < 0.005 && own * 2 < min(ofCounts, ofShares) ? own : nil
  }

  private mutating func addBreaks(_ quotient: Quotient, _ noise: Double) {
    let deviations = Robust.deviations(quotient.value, at: quotient.time)
    for place in deviations.indices {
      let isEnd = place == 0 || place == deviations.count - 1
      let around = (max(0, place - 2)...min(deviations.count - 1, place + 2)).map {
        quotient.count[$0].rounding + quotient.share[$0].rounding
      }
      let rounding = (around.max() ?? 0) * (isEnd ? 4 : 2)
      let limit = max((isEnd ? 20 : 10) * noise, 1.05 * rounding, 0.004)
      let nearby = [place - 1, place + 1].filter(deviations.indices.contains)
      let isPeak = nearby.allSatisfy { abs(deviations[$0]) * (isEnd ? 0.5 : 0.75) <= abs(deviations[place]) }
      guard abs(deviations[place]) > limit, isPeak else { continue }
      breaks.append(
        Break(
          count: quotient.count[place].cell, share: quotient.share[place].cell,
          percent: 100 * (exp(abs(deviations[place])) - 1)))
    }
  }
}

extension Diagnostic {
  fileprivate static func linkBroken(
    _ suspect: LocatedCell, _ other: LocatedCell, _ period: TimePeriod, _ percent: Double, _ index: DataIndex
  ) -> Self {
    Diagnostic(
      .warning, "MP0427",
      "\(suspect.key) and \(other.key) do not go together in \(period): their quotient is off its course by "
        + "\(brief(percent)) %",
      at: index.position(of: suspect.cell), hint: "one of the two values is wrong",
      notes: [Note("the other value", at: index.position(of: other.cell))])
  }
}

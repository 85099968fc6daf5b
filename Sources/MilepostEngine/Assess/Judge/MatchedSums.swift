import MilepostModel

/// Sums over the members of a group, compared only over members that have a value both times.
struct MatchedSums {
  /// For a period the sum over members that have a value in it and in the next one, over their sum in the next one.
  private let ratios: [TimePeriod: Double]

  /// - Returns: nil where every sum is whole, so that they can be compared as they are.
  init?(_ points: [JudgedPoint], _ members: [[WorkingTable.Cell]], _ imputation: Aggregation.Imputation) {
    guard points.contains(where: { !$0.isWhole }) else { return nil }
    var ratios: [TimePeriod: Double] = [:]
    let values = members.map { cells in
      Dictionary(
        cells.compactMap { cell in cell.value.number.flatMap { cell.isObserved ? (cell.period, $0) : nil } }
      ) { first, _ in first }
    }
    let isSecret = members.map { $0.contains(where: \.isConfidential) }
    for (one, next) in zip(points, points.dropFirst()) {
      let isSameMembers = values.allSatisfy {
        imputation.fills(one, from: $0) == imputation.fills(next, from: $0)
      }
      if (one.isWhole && next.isWhole) || isSameMembers {
        ratios[one.period] = one.value / next.value
        continue
      }
      // Beside the sums a change without a secret member would give that member away.
      let isUnmatchedSecret = values.indices.contains {
        isSecret[$0] && (values[$0][one.period] == nil || values[$0][next.period] == nil)
      }
      if isUnmatchedSecret { continue }
      var sums = (before: 0.0, after: 0.0)
      for member in values {
        guard let before = member[one.period], let after = member[next.period] else { continue }
        sums = (sums.before + before, sums.after + after)
      }
      ratios[one.period] = sums.before / sums.after
    }
    self.ratios = ratios
  }

  /// The points back from the last one by those ratios, as far back as they go: not past a sum of none, nor past one from
  /// which a confidential value could be computed.
  func chained(_ points: [JudgedPoint]) -> [JudgedPoint] {
    guard let last = points.last else { return [] }
    var chain = [last]
    for point in points.dropLast().reversed() {
      guard let ratio = ratios[point.period], ratio.isFinite, ratio > 0 else { break }
      chain.append(point.with(chain[chain.count - 1].value * ratio))
    }
    return chain.reversed()
  }
}

extension Aggregation.Imputation {
  /// Whether a member with these values takes part in the sum of a period, with a value or an imputed one.
  fileprivate func fills(_ point: JudgedPoint, from values: [TimePeriod: Double]) -> Bool {
    if values[point.period] != nil || !strata.isEmpty { return true }
    let times = values.keys.map(\.timeInYears)
    let isBetween = times.contains { $0 < point.time } && times.contains { $0 > point.time }
    let isCarried = times.contains { $0 < point.time && point.time - $0 <= Double(carryForwardYears) + 1e-9 }
    return (interpolates && isBetween) || isCarried
  }
}

extension Assessor {
  /// nil for series that are not sums over members, and for whole ones.
  func matchedSums(_ measure: Measure, _ points: [JudgedPoint]) -> MatchedSums? {
    guard let group = plan.groups[measure.area], let aggregation = plan.indicators[measure.indicator]?.aggregation,
      aggregation.method == .sum
    else { return nil }
    let members = Set(group.members(on: asOf)).sorted().map { area in
      Array(table.cells(SeriesKey(measure.indicator, area, measure.codes)) ?? [])
    }
    return MatchedSums(points, members, aggregation.imputation)
  }
}

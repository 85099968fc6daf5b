import MilepostModel

/// The values of groups from those of their areas.
struct GroupAggregation {
  let method: MemberFunction.Method
  let cells: MemberCells
  /// Weights of `weightedMean`, denominators of `ratio`; nil for the others.
  let weights: WeightCells?
  /// Share of the weight, or of the areas, that must have a value.
  let minimumCoverage: Double

  /// What was found for one group and period.
  private struct Tally {
    var sum = 0.0
    /// Of the areas that have a value: their weight, or their number.
    var weight = 0.0
    var reported = 0.0
    var estimated = 0.0
    var imputed = 0.0
    var missing = 0.0
    /// Weight of the areas whose series begin anew in this period.
    var broken = 0.0
    var contributors = 0
    var provenance = ProvenanceBook.none

    var isKnown: Bool { reported + estimated > 0 }

    /// The series of the group begins anew where most of what is known does.
    var status: ObservationStatus {
      guard isKnown else { return .imputed }
      return broken > 0 && broken * 2 >= reported + estimated ? .breakInSeries : .reported
    }

    var coverage: Coverage {
      let total = reported + estimated + imputed + missing
      guard total > 0 else { return Coverage(reported: 0, estimated: 0, imputed: 0, missing: 1) }
      return Coverage(
        reported: reported / total, estimated: estimated / total, imputed: imputed / total, missing: missing / total)
    }
  }

  /// Fills the cells of `groups` in the column.
  ///
  /// - Parameter groups: places with their members.
  /// - Returns: The cells without a result: those whose weights are all zero, and those whose sum is too large.
  func fill(
    _ column: inout Column, _ groups: [(place: Int, members: Membership)], _ grid: Grid, _ book: inout ProvenanceBook
  ) -> (weightless: [Int], tooLarge: [Int]) {
    var undefined: (weightless: [Int], tooLarge: [Int]) = ([], [])
    var scratch: [Double] = []
    let hasSecrets = cells.isConfidential.contains(true) || weights?.isConfidential.contains(true) == true
    for period in grid.periods.indices where cells.periods[period] {
      for group in groups where !group.members[period].isEmpty {
        let cell = group.place * grid.periods.count + period
        let members = group.members[period]
        var tally = tally(members, period, grid, forecasts: false, &scratch, &book)
        column.status[cell] = tally.status
        if !tally.isKnown {
          let withForecasts = self.tally(members, period, grid, forecasts: true, &scratch, &book)
          if withForecasts.isKnown {
            tally = withForecasts
            column.status[cell] = .forecast
          }
        }
        switch write(tally, &column, cell, &scratch) {
        case .written: break
        case .weightless: undefined.weightless.append(cell)
        case .tooLarge: undefined.tooLarge.append(cell)
        }
      }
      if hasSecrets { protect(&column, groups, period, grid) }
    }
    return undefined
  }

  private func tally(
    _ members: [Int], _ period: Int, _ grid: Grid, forecasts: Bool, _ scratch: inout [Double],
    _ book: inout ProvenanceBook
  ) -> Tally {
    var tally = Tally()
    let width = grid.periods.count
    scratch.removeAll(keepingCapacity: true)
    for member in members {
      let cell = member * width + period
      var weight = 1.0
      if let weights {
        weight = weights.known[cell]
        guard !weight.isNaN else {
          tally.missing += weights.nearest[cell]
          continue
        }
      }
      switch cells.origin[cell] {
      case .reported: tally.reported += weight
      case .estimated: tally.estimated += weight
      case .imputed: tally.imputed += weight
      case .forecast where forecasts: tally.estimated += weight
      case .missing, .forecast:
        tally.missing += weight
        continue
      }
      if cells.isBreak[cell] { tally.broken += weight }
      add(cell, weight, to: &tally, &scratch, &book)
    }
    return tally
  }

  @inline(__always)
  private func add(
    _ cell: Int, _ weight: Double, to tally: inout Tally, _ scratch: inout [Double], _ book: inout ProvenanceBook
  ) {
    let value = cells.number[cell]
    switch method {
    case .weightedMean: tally.sum += weight * value
    case .median: scratch.append(value)
    case .sum, .mean, .count, .share, .ratio: tally.sum += value
    }
    tally.weight += weight
    tally.contributors += 1
    if tally.provenance != cells.provenance[cell] {
      tally.provenance = book.joined(tally.provenance, cells.provenance[cell])
    }
    if let weights, weights.provenance[cell] != tally.provenance {
      tally.provenance = book.joined(tally.provenance, weights.provenance[cell])
    }
  }

  private enum Outcome { case written, weightless, tooLarge }

  private func write(
    _ tally: Tally, _ column: inout Column, _ cell: Int, _ scratch: inout [Double]
  ) -> Outcome {
    let coverage = tally.coverage
    column.set(coverage, at: cell)
    column.provenance[cell] = tally.provenance
    // Shares are sums of quotients: exactly the minimum may come out a hair below it.
    let isEnough = 1 - coverage.missing >= minimumCoverage - 1e-9
    guard tally.contributors > 0 else {
      column.kind[cell] = .notCollected
      column.status[cell] = .reported
      return .written
    }
    guard isEnough else {
      column.kind[cell] = .suppressed
      return .written
    }
    let value = result(tally, &scratch)
    guard let value, value.isFinite else {
      column.kind[cell] = .notApplicable
      return value == nil ? .weightless : .tooLarge
    }
    column.kind[cell] = .figure
    column.number[cell] = value
    return .written
  }

  private func result(_ tally: Tally, _ scratch: inout [Double]) -> Double? {
    switch method {
    case .sum, .count: return tally.sum
    case .mean: return tally.sum / tally.weight
    case .share: return 100 * tally.sum / tally.weight
    case .weightedMean: return tally.weight > 0 ? tally.sum / tally.weight : nil
    case .ratio(let factor, _): return tally.weight > 0 ? factor * tally.sum / tally.weight : nil
    case .median:
      scratch.sort()
      let middle = scratch.count / 2
      return scratch.count % 2 == 1 ? scratch[middle] : (scratch[middle - 1] + scratch[middle]) / 2
    }
  }

  /// Marks as confidential the values of groups from which that of one area could be recomputed.
  private func protect(
    _ column: inout Column, _ groups: [(place: Int, members: Membership)], _ period: Int, _ grid: Grid
  ) {
    var solver = DisclosureCheck()
    let bySize = groups.sorted { one, other in
      let sizes = (one.members[period].count, other.members[period].count)
      return sizes.0 == sizes.1 ? one.place < other.place : sizes.0 > sizes.1
    }
    for group in bySize {
      let cell = group.place * grid.periods.count + period
      guard column.kind[cell] == .figure else { continue }
      let inputs = contributors(group.members[period], period, grid, forecasts: column.status[cell] == .forecast)
      let secret = inputs.filter(\.isConfidential).map(\.area)
      if secret.isEmpty { continue }
      let discloses: Bool
      if case .median = method { discloses = inputs.count < 3 } else { discloses = !solver.admits(secret) }
      column.isConfidential[cell] = discloses
    }
  }

  private func contributors(
    _ members: [Int], _ period: Int, _ grid: Grid, forecasts: Bool
  ) -> [(area: Int, isConfidential: Bool)] {
    members.compactMap { member in
      let cell = member * grid.periods.count + period
      let origin = cells.origin[cell]
      guard origin != .missing, origin != .forecast || forecasts else { return nil }
      if let weights, weights.known[cell].isNaN { return nil }
      return (member, cells.isConfidential[cell] || weights?.isConfidential[cell] == true)
    }
  }
}

/// Whether totals over sets of confidential values give one of them away.
///
/// Every total that is shown is an equation in the unknown values; a value can be computed from them exactly when a row
/// of the reduced system holds it alone.
struct DisclosureCheck {
  private var rows: [[Int: Double]] = []

  /// - Returns: Whether the total over `unknowns` may be shown beside those admitted before; if so it is admitted.
  mutating func admits(_ unknowns: [Int]) -> Bool {
    let next = reduced(adding: Dictionary(uniqueKeysWithValues: unknowns.map { ($0, 1.0) }))
    if next.contains(where: { $0.count == 1 }) { return false }
    rows = next
    return true
  }

  private func reduced(adding added: [Int: Double]) -> [[Int: Double]] {
    var row = added
    for known in rows {
      guard let pivot = known.keys.min(), let factor = row[pivot] else { continue }
      row = difference(row, known, factor)
    }
    guard let pivot = row.keys.min(), let scale = row[pivot] else { return rows }
    row = row.mapValues { $0 / scale }
    var result = rows.map { known in known[pivot].map { difference(known, row, $0) } ?? known }
    result.append(row)
    return result
  }

  /// one − factor · other, without the terms that vanish.
  private func difference(_ one: [Int: Double], _ other: [Int: Double], _ factor: Double) -> [Int: Double] {
    var result = one
    for (unknown, coefficient) in other {
      let value = result[unknown, default: 0] - factor * coefficient
      // Coefficients are small quotients of whole numbers.
      result[unknown] = abs(value) < 1e-9 ? nil : value
    }
    return result
  }
}

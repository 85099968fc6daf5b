import MilepostModel

/// Which areas of a group satisfy a condition in a period.
struct AreaTally: Hashable {
  /// One per member; nil: unknown. Members to whom the question does not apply are not in it.
  let answers: [Area.ID: Bool?]
  let nearThreshold: Int?

  var counts: AreaCounts {
    let yes = answers.values.count { $0 == true }
    let no = answers.values.count { $0 == false }
    return AreaCounts(yes: yes, no: no, unknown: answers.count - yes - no, nearThreshold: nearThreshold)
  }

  /// Change of the share in percentage points over areas that answered both times.
  func change(to later: AreaTally) -> Double {
    var flips = 0
    for (area, answer) in answers {
      guard let before = answer, let after = later.answers[area] ?? nil, before != after else { continue }
      flips += after ? 1 : -1
    }
    return later.answers.isEmpty ? 0 : 100 * Double(flips) / Double(later.answers.count)
  }
}

extension Assessor {
  /// The share of a group's areas that satisfy a condition, period by period, from the data of the areas.
  ///
  /// Members are those on the edition's date, or at the end of each period when the indicator says `historical`.
  /// Forecasts and imputations count as unknown, and so do confidential answers where the counts would give one away.
  /// Periods in which fewer answered than the indicator's minimum coverage asks for are left out.
  func tally(
    _ measure: Measure, threshold: Double?, holds: (Double) -> Bool
  ) -> (points: [JudgedPoint], tallies: [AreaTally]) {
    guard let group = plan.groups[measure.area] else { return ([], []) }
    let aggregation = plan.indicators[measure.indicator]?.aggregation
    var cells: [TimePeriod: [Area.ID: WorkingTable.Cell]] = [:]
    for area in Set(group.memberships.map(\.area)) {
      let key = SeriesKey(measure.indicator, area, measure.codes)
      for cell in table.cells(key) ?? [] { cells[cell.period, default: [:]][area] = cell }
    }
    var points: [JudgedPoint] = []
    var tallies: [AreaTally] = []
    for (period, answered) in cells.sorted(by: { $0.key < $1.key }) {
      let date = aggregation?.membership == .historical ? period.lastDay : asOf
      let members = group.members(on: date)
      let tally = AreaTally(members, answered, threshold: threshold, holds: holds)
      let counts = tally.counts
      let known = Double(counts.yes + counts.no)
      guard known > 0, known >= (aggregation?.minimumCoverage ?? 0) * Double(counts.total),
        let point = point(period, counts.conservativePercent, tally.counted(answered), of: counts.total)
      else { continue }
      points.append(point)
      tallies.append(tally)
    }
    return (points, tallies)
  }

  /// The share as a point with the status, coverage and vintage of the cells behind it.
  private func point(
    _ period: TimePeriod, _ share: Double, _ known: [WorkingTable.Cell], of total: Int
  ) -> JudgedPoint? {
    guard let newest = known.map(\.provenance).max(by: { $0.received < $1.received }) else { return nil }
    let all = Double(total)
    let estimated = Double(known.count { $0.status.isEstimateAtSource }) / all
    let reported = Double(known.count) / all - estimated
    let isBreak = known.count { $0.status == .breakInSeries } * 2 >= known.count
    return JudgedPoint(
      period, share, status: isBreak ? .breakInSeries : reported == 0 ? .estimated : .reported,
      coverage: Coverage(
        reported: reported, estimated: estimated, imputed: 0, missing: max(0, 1 - reported - estimated)),
      provenance: Provenance(
        source: newest.source, vintage: newest.vintage, received: newest.received, isComputed: true))
  }
}

extension AreaTally {
  /// The cells behind the answers that are known, in the order of their areas.
  fileprivate func counted(_ cells: [Area.ID: WorkingTable.Cell]) -> [WorkingTable.Cell] {
    answers.filter { $0.value != nil }.keys.sorted().compactMap { cells[$0] }
  }

  /// The counts with confidential answers in them, or without where whoever knows the others could tell one of them:
  /// it is the only one, or they are all alike.
  fileprivate init(
    _ members: [Area.ID], _ cells: [Area.ID: WorkingTable.Cell], threshold: Double?, holds: (Double) -> Bool
  ) {
    let secrets = members.compactMap { area -> Bool? in
      guard let cell = cells[area], cell.isConfidential, cell.isObserved else { return nil }
      return cell.value.number.map(holds)
    }
    let areSafe = Set(secrets).count != 1
    self.init(members, areSafe ? cells : cells.filter { !$0.value.isConfidential }, threshold, holds)
  }

  private init(
    _ members: [Area.ID], _ cells: [Area.ID: WorkingTable.Cell], _ threshold: Double?, _ holds: (Double) -> Bool
  ) {
    var answers: [Area.ID: Bool?] = [:]
    var near = 0
    for area in members {
      guard let cell = cells[area] else {
        answers[area] = .some(nil)
        continue
      }
      if case .missing(.notApplicable) = cell.value { continue }
      let value = cell.isObserved ? cell.value.number : nil
      answers[area] = .some(value.map(holds))
      // How near a confidential value is to the threshold would tell nearly what it is.
      if let value, let threshold, !cell.isConfidential, abs(value - threshold) <= 1 { near += 1 }
    }
    self.answers = answers
    nearThreshold = threshold == nil ? nil : near
  }
}

import MilepostModel

/// The published value of a group goes with those of its members, where all of them have one: a sum adds up, a mean or
/// share lies between the lowest and the highest.
func groupsAndMembers(_ index: DataIndex, into findings: inout DataFindings) {
  var seen: Set<UInt64> = []
  for selection in index.selections {
    let keys = selection.catalogue.keys
    for range in selection.catalogue.groupsByIndicator {
      guard let indicator = index.plan.indicators[keys[range.lowerBound].indicator], indicator.unit != .yesNo else {
        continue
      }
      for series in range {
        guard let group = index.plan.groups[keys[series].area], !group.memberships.isEmpty else { continue }
        let members = selection.catalogue.members(of: group, beside: keys[series])
        for cell in selection.cells(of: series) {
          guard let figure = index.figure(cell),
            let figures = index.memberFigures(of: group, members, cell.period, selection),
            let fault = fault(of: figure, figures, indicator),
            seen.insert(UInt64(cell.table) << 32 | UInt64(cell.row)).inserted
          else { continue }
          findings.report(
            .groupBesideMembers(
              keys[series], selection.catalogue.periods[Int(cell.period)], figure, fault, at: index.position(of: cell)))
        }
      }
    }
  }
}

private func fault(of figure: Double, _ members: [Double], _ indicator: Indicator) -> String? {
  let rounding = Robust.roundingError(members + [figure])
  if !indicator.isShare, indicator.aggregation == nil || indicator.aggregation?.method == .sum {
    let sum = members.reduce(0, +)
    let isClose = abs(sum - figure) <= max(rounding * Double(members.count + 1) * 1.01, 0.001 * abs(sum))
    return isClose ? nil : "its members add up to \(brief(sum))"
  }
  guard let low = members.min(), let high = members.max() else { return nil }
  if figure < low - rounding { return "its lowest member has \(plain(low))" }
  return figure > high + rounding ? "its highest member has \(plain(high))" : nil
}

extension SeriesCatalogue {
  /// The series of areas that were ever members, like the group's own in everything else.
  fileprivate func members(of group: AreaGroup, beside key: SeriesKey) -> [Area.ID: Int] {
    let areas = Set(group.memberships.map(\.area))
    return Dictionary(
      uniqueKeysWithValues: areas.compactMap { area in
        index(of: SeriesKey(key.indicator, area, key.codes)).map { (area, $0) }
      })
  }
}

extension DataIndex {
  /// nil unless every member has a figure in the period.
  fileprivate func memberFigures(
    of group: AreaGroup, _ members: [Area.ID: Int], _ period: UInt16, _ selection: CellSelection
  ) -> [Double]? {
    var found: [Double] = []
    for member in group.members(on: selection.catalogue.periods[Int(period)].lastDay) {
      guard let series = members[member], let cell = selection.cell(of: series, period), let figure = figure(cell)
      else { return nil }
      found.append(figure)
    }
    return found.isEmpty ? nil : found
  }
}

extension Diagnostic {
  fileprivate static func groupBesideMembers(
    _ key: SeriesKey, _ period: TimePeriod, _ value: Double, _ fault: String, at position: SourcePosition
  ) -> Self {
    Diagnostic(
      .warning, "MP0428", "\(plain(value)) for \(key) in \(period) does not go with its members: \(fault)",
      at: position,
      hint: "correct the value of the group, of a member, or the list of members")
  }
}

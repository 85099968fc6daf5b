import MilepostModel

/// The values that go into an index for one period, as they stand in the data.
struct IndexInputs {
  /// One indicator's.
  struct Row {
    /// By area; NaN where there is none.
    var numbers: [Double]
    /// By area.
    var origins: [IndexValues.Origin]
    var statuses: [ObservationStatus]
    /// In the provenance book.
    var provenances: [UInt32]
  }

  let period: TimePeriod
  /// Places in the grid, in the order of their codes.
  let areas: [Int]
  /// In the order of the tree's inputs.
  private(set) var rows: [Row] = []

  /// Whether any area has a value of its own.
  var isEmpty: Bool { !rows.contains { $0.numbers.contains { !$0.isNaN } } }
}

extension Computation {
  /// - Returns: nil when the table does not reach the period, or the group has no members then.
  mutating func inputs(of tree: IndexTree, in period: TimePeriod) -> IndexInputs? {
    let definition = tree.definition
    guard let step = grid.index(of: period), let group = plan.groups[definition.areas] else { return nil }
    let areas = members(of: group, definition.membership)[step]
    guard !areas.isEmpty else { return nil }
    var inputs = IndexInputs(period: period, areas: areas)
    let steps = steps(to: step, years: definition.carryForwardYears)
    for place in tree.inputs {
      guard let input = tree.nodes[place].input else { continue }
      inputs.append(store.column(ColumnStore.Key(indicator: input.indicator, codes: [])), steps, grid)
    }
    if definition.missing.imputation != .none {
      let strata = definition.missing.strata.compactMap { plan.groups[$0] }.map {
        members(of: $0, definition.membership)[step]
      }
      inputs.fill(definition.missing.imputation, strata.isEmpty ? [areas] : strata)
    }
    return inputs
  }

  private func members(of group: AreaGroup, _ rule: Aggregation.MembershipRule) -> Membership {
    Membership(group, rule, asOf: date, grid)
  }

  /// The period and those of its kind before it, newest first, as far as a value may be carried.
  private func steps(to step: Int, years: Int) -> [Int] {
    let period = grid.periods[step]
    return (0...step).reversed().filter { place in
      let earlier = grid.periods[place]
      // Quarters and months are no exact binary fractions of a year.
      return earlier.frequency == period.frequency
        && period.timeInYears - earlier.timeInYears <= Double(years) + 1e-9
    }
  }
}

extension IndexInputs {
  init(period: TimePeriod, areas: [Int]) {
    self.period = period
    self.areas = areas
  }

  /// The newest value of each area that was observed and may be shown: neither a forecast nor confidential.
  fileprivate mutating func append(_ column: Column?, _ steps: [Int], _ grid: Grid) {
    var row = Row(
      numbers: [Double](repeating: .nan, count: areas.count),
      origins: [IndexValues.Origin](repeating: .observed, count: areas.count),
      statuses: [ObservationStatus](repeating: .reported, count: areas.count),
      provenances: [UInt32](repeating: ProvenanceBook.none, count: areas.count))
    defer { rows.append(row) }
    guard let column else { return }
    for (area, place) in areas.enumerated() {
      for step in steps {
        let cell = place * grid.periods.count + step
        guard column.hasNumber(cell), !column.isConfidential[cell], column.status[cell] != .forecast else { continue }
        row.numbers[area] = column.number[cell]
        row.origins[area] = step == steps.first ? .observed : .carried(from: grid.periods[step])
        row.statuses[area] = column.status[cell]
        row.provenances[area] = column.provenance[cell]
        break
      }
    }
  }

  /// Gives areas that have a value of something the mean or median of their stratum for what they lack.
  ///
  /// - Parameter strata: places in the grid; an area belongs to the first that has it.
  fileprivate mutating func fill(_ imputation: CompositeIndex.Imputation, _ strata: [[Int]]) {
    let hasValue = areas.indices.map { area in rows.contains { !$0.numbers[area].isNaN } }
    var taken = Set<Int>()
    for stratum in strata {
      let members = Set(stratum).subtracting(taken)
      taken.formUnion(stratum)
      let columns = areas.indices.filter { members.contains(areas[$0]) }
      for row in rows.indices {
        let known = columns.map { rows[row].numbers[$0] }.filter { !$0.isNaN }
        guard !known.isEmpty else { continue }
        let value =
          imputation == .mean ? known.reduce(0, +) / Double(known.count) : quantile(0.5, ofSorted: known.sorted())
        for area in columns where rows[row].numbers[area].isNaN && hasValue[area] {
          rows[row].numbers[area] = value
          rows[row].origins[area] = .imputed
        }
      }
    }
  }
}

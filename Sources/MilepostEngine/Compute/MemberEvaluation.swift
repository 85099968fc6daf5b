import MilepostModel

/// Functions over the areas of groups, and the aggregates that indicators declare.
extension Computation {
  /// At groups the function over their areas; at areas a ratio is that of the area itself, and the others have none.
  mutating func overMembers(_ function: MemberFunction, _ codes: [DimensionCode], _ places: Range<Int>) -> Column? {
    guard let value = column(function.value, codes, grid.areas) else { return nil }
    var weight: Column?
    if let term = function.weight {
      guard let found = column(term, codes, grid.areas) else { return nil }
      weight = found
    }
    guard let group = function.group else { return overMembers(function, value, weight, places) }
    guard let place = grid.index(of: group) else { return nil }
    // With all groups, because whether this one's value gives a single area away depends on the others.
    let found = overMembers(function, value, weight, grid.groups.contains(place) ? grid.groups : place..<place + 1)
    var result = Column(cells: grid.cellCount)
    for target in places {
      for period in grid.periods.indices {
        result.copy(
          place * grid.periods.count + period, of: found, to: target * grid.periods.count + period)
      }
    }
    return result
  }

  private mutating func overMembers(
    _ function: MemberFunction, _ value: Column, _ weight: Column?, _ places: Range<Int>
  ) -> Column {
    var result = Column(cells: grid.cellCount)
    if case .ratio(let factor, let isOfRate) = function.method, let weight {
      let areas = places.clamped(to: grid.areas)
      let (quotients, undefined) = combined(value, weight, areas) { $1 == 0 ? .nan : factor * $0 / $1 }
      result = quotients
      // People are projected between censuses: a rate is as firm as what it counts.
      if isOfRate { for cell in grid.cells(of: areas) { result.status[cell] = value.status[cell] } }
      report(.division, undefined, at: function.position)
    }
    let wanted = groups(.fixedAtEdition).filter { places.contains($0.place) }
    guard !wanted.isEmpty else { return result }
    let weights = weight.map { WeightCells(MemberCells($0, grid), grid) }
    report(.negativeWeight, weights?.negative.map { [$0] } ?? [], at: function.position)
    let aggregation = GroupAggregation(
      method: function.method, cells: MemberCells(value, grid), weights: weights, minimumCoverage: 0)
    let undefined = aggregation.fill(&result, wanted, grid, &book)
    report(.weights, undefined.weightless, at: function.position)
    report(.overflow, undefined.tooLarge, at: function.position)
    return result
  }

  /// The values of groups that an indicator's `aggregate` declares, laid into the column of its areas.
  ///
  /// - Parameter skipped: places with a published series.
  mutating func aggregate(
    _ indicator: Indicator, _ aggregation: Aggregation, _ codes: [DimensionCode], into column: inout Column,
    skipping skipped: Set<Int>, at position: SourcePosition
  ) {
    var cells = MemberCells(column, grid)
    cells.fillAlongTime(aggregation.imputation, grid, &book)
    let weights = weightCells(aggregation.method, codes, at: position)
    if case .weightedMean = aggregation.method, weights == nil { return }
    let all = groups(aggregation.membership)
    let strata = aggregation.imputation.strata.compactMap { stratum in
      all.first { grid.places[$0.place] == stratum }?.members
    }
    cells.fillFromStrata(strata, weights, grid)
    let wanted = all.filter { !skipped.contains($0.place) && cells.hasValue(among: $0.members, grid) }
    let method: MemberFunction.Method =
      switch aggregation.method {
      case .weightedMean: .weightedMean
      case .sum: .sum
      case .mean: .mean
      case .median: .median
      }
    let run = GroupAggregation(
      method: method, cells: cells, weights: weights, minimumCoverage: aggregation.minimumCoverage)
    let undefined = run.fill(&column, wanted, grid, &book)
    report(.weights, undefined.weightless, at: position)
    report(.overflow, undefined.tooLarge, at: position)
  }

  /// The weights of a weighted mean; gaps in them are filled as the weight's own indicator declares.
  ///
  /// A weight that has no such dimension counts for every code.
  private mutating func weightCells(
    _ method: Aggregation.Method, _ codes: [DimensionCode], at position: SourcePosition
  ) -> WeightCells? {
    guard case .weightedMean(let id) = method, let indicator = plan.indicators[id] else { return nil }
    let own = codes.filter { indicator.dimensions.contains($0.dimension) }
    let key = ColumnStore.Key(indicator: id, codes: own)
    if let known = weightCache[key] { return known }
    guard let column = store.column(key) else { return nil }
    var cells = MemberCells(column, grid)
    if let imputation = indicator.aggregation?.imputation { cells.fillAlongTime(imputation, grid, &book) }
    let weights = WeightCells(cells, grid)
    report(.negativeWeight, weights.negative.map { [$0] } ?? [], at: position)
    weightCache[key] = weights
    return weights
  }
}

extension MemberCells {
  fileprivate func hasValue(among members: Membership, _ grid: Grid) -> Bool {
    grid.periods.indices.contains { period in
      members[period].contains { origin[$0 * grid.periods.count + period] != .missing }
    }
  }
}

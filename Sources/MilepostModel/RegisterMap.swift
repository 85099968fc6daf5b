/// A map of the records of a register, gathered in the cells of an equal-area grid.
package struct RegisterMap: Hashable, Sendable {
  package typealias ID = Identifier<RegisterMap>

  package let id: ID
  package let title: LocalizedText
  package let text: LocalizedText?
  /// What each cell shows of its records: `count`, `share(connected = yes)`, ...
  package let value: Formula
  /// Of the cells, in kilometres; nil: as small as keeps the map light.
  package let side: Double?
  /// Cells with fewer records show no value.
  package let fewest: Int

  package init(id: ID, title: LocalizedText, text: LocalizedText?, value: Formula, side: Double?, fewest: Int) {
    self.id = id
    self.title = title
    self.text = text
    self.value = value
    self.side = side
    self.fewest = fewest
  }
}

/// A map of records as an edition has it.
package struct PublishedMap: Sendable {
  /// What is shown of some records.
  package struct Tally: Hashable, Sendable {
    package let count: Int
    /// nil when there are too few records, or when they do not tell.
    package let value: Double?

    package init(count: Int, value: Double?) {
      self.count = count
      self.value = value
    }
  }

  /// What the values are.
  package enum Quantity: Hashable, Sendable {
    case records
    case percent
    /// Of one field.
    case measured(UnitOfMeasure?, decimals: Int)
  }

  /// How the values of the cells are spread.
  package struct Spread: Hashable, Sendable {
    package let low: Double
    /// Half of the cells have no greater value.
    package let median: Double
    package let high: Double
    /// The fewest cells that together hold at least half of the records.
    package let cellsOfHalf: Int

    package init(low: Double, median: Double, high: Double, cellsOfHalf: Int) {
      self.low = low
      self.median = median
      self.high = high
      self.cellsOfHalf = cellsOfHalf
    }
  }

  package let map: RegisterMap
  package let register: Register.ID
  package let vintage: Vintage
  package let quantity: Quantity
  package let grid: EqualAreaGrid
  /// Cells with records, by their numbers in the grid.
  package let cells: [(index: Int, tally: Tally)]
  /// By area: that which a record states, or in whose outline it lies. Sorted by area.
  package let areas: [(area: Area.ID, tally: Tally)]
  /// Of all records that have a place.
  package let whole: Tally
  /// nil when no cell has a value.
  package let spread: Spread?
  /// Records without coordinates.
  package let unplaced: Int
  /// Records with coordinates that are of no area.
  package let outside: Int

  package init(
    map: RegisterMap, register: Register.ID, vintage: Vintage, quantity: Quantity, grid: EqualAreaGrid,
    cells: [(index: Int, tally: Tally)], areas: [(area: Area.ID, tally: Tally)], whole: Tally, spread: Spread?,
    unplaced: Int, outside: Int
  ) {
    self.map = map
    self.register = register
    self.vintage = vintage
    self.quantity = quantity
    self.grid = grid
    self.cells = cells
    self.areas = areas
    self.whole = whole
    self.spread = spread
    self.unplaced = unplaced
    self.outside = outside
  }
}

import MilepostModel

/// The squares of a map, one row each.
///
/// ROW and COLUMN count from 1, from the north and from longitude -180; LATITUDE and LONGITUDE are those of the middle and the
/// four bounds those of the square, in degrees of WGS 84; RECORDS is how many lie in it, VALUE what the map shows of them,
/// blank where there are too few.
struct MapSheet {
  private(set) var table = DataTable(columns: [
    "ROW", "COLUMN", "LATITUDE", "LONGITUDE", "SOUTH", "NORTH", "WEST", "EAST", "RECORDS", "VALUE",
  ])

  init(_ published: PublishedMap) {
    table.rows = published.cells.map { index, tally in
      let cell = published.grid.cell(index)
      let bounds = published.grid.bounds(of: cell)
      let degrees = [
        bounds.middle.latitude, bounds.middle.longitude, bounds.south, bounds.north, bounds.west, bounds.east,
      ]
      return [.number(Double(cell.row + 1)), .number(Double(cell.column + 1))] + degrees.map { .number($0) }
        + [.number(Double(tally.count)), .init(tally.value)]
    }
  }
}

import MilepostModel

/// Something missing or due, with all areas whose value of one year is needed.
struct MissingRow: Sendable {
  let item: TodoItem
  private(set) var areas: [Area.ID]

  /// In the order of the items; values of one indicator and year that one office owes by one day are one row.
  static func rows(_ items: [TodoItem]) -> [MissingRow] {
    var rows: [MissingRow] = []
    var places: [Key: Int] = [:]
    for item in items {
      guard case .yearlyValue(let period, let area) = item.need else {
        rows.append(MissingRow(item: item, areas: []))
        continue
      }
      let key = Key(element: item.element, owner: item.owner, period: period, due: item.due)
      if let place = places[key] {
        rows[place].areas.append(area)
      } else {
        places[key] = rows.count
        rows.append(MissingRow(item: item, areas: [area]))
      }
    }
    return rows
  }

  private struct Key: Hashable {
    let element: TodoItem.Element
    let owner: String?
    let period: TimePeriod
    let due: CalendarDate?
  }
}

import MilepostModel

/// The rows of a table by a number that each has.
struct RowGroups {
  /// Of rows that belong to no group.
  static let none = -1

  /// The numbers that occur, sorted.
  let numbers: [Int]
  /// Rows of the group at a place, in their order.
  private let rows: [Int32]
  private let starts: [Int]

  /// - Parameter numbers: of each row, from 0; `none` leaves a row out.
  init(_ numbers: [Int]) {
    guard let greatest = numbers.max(), greatest > 4 * numbers.count else {
      self.init(numbers) { $0 }
      return
    }
    let known = Set(numbers).subtracting([RowGroups.none]).sorted()
    let places = Dictionary(known.enumerated().map { ($1, $0) }) { first, _ in first }
    self.init(numbers.map { places[$0] ?? RowGroups.none }) { known[$0] }
  }

  /// - Parameters:
  ///   - places: numbers of which there are not many more than rows.
  ///   - number: what a place stands for.
  private init(_ places: [Int], number: (Int) -> Int) {
    var counts = [Int](repeating: 0, count: (places.max() ?? RowGroups.none) + 1)
    for place in places where place != RowGroups.none { counts[place] += 1 }
    var starts = [0]
    var numbers: [Int] = []
    // Where the next row of each place goes.
    var ends = counts
    for (place, count) in counts.enumerated() where count > 0 {
      ends[place] = starts[starts.count - 1]
      numbers.append(number(place))
      starts.append(starts[starts.count - 1] + count)
    }
    var rows = [Int32](repeating: 0, count: starts[starts.count - 1])
    for (row, place) in places.enumerated() where place != RowGroups.none {
      rows[ends[place]] = Int32(row)
      ends[place] += 1
    }
    self.numbers = numbers
    self.starts = starts
    self.rows = rows
  }

  var count: Int { numbers.count }

  /// - Parameter place: of the group among `numbers`.
  func rows(_ place: Int) -> [Int] { rows[starts[place]..<starts[place + 1]].map { Int($0) } }

  func size(_ place: Int) -> Int { starts[place + 1] - starts[place] }
}

extension RegisterTable {
  /// A number for each row, equal where the rows agree in these fields, none of coordinates; less than the number of rows or of
  /// the values of the first field.
  ///
  /// Rows that do not state one of them have `RowGroups.none`.
  func numbers(byFields fields: [Int]) -> [Int] {
    guard let first = fields.first else { return Array(repeating: 0, count: count) }
    var numbers = columns[first].cells.map { $0 == Column.notStated ? RowGroups.none : Int($0) }
    for field in fields.dropFirst() {
      let cells = columns[field].cells
      var known: [UInt64: Int] = [:]
      var last = (pair: UInt64.max, number: 0)
      for row in numbers.indices where numbers[row] != RowGroups.none {
        guard cells[row] != Column.notStated else {
          numbers[row] = RowGroups.none
          continue
        }
        let pair = UInt64(numbers[row]) << 32 | UInt64(cells[row])
        if pair != last.pair {
          let number = known[pair] ?? known.count
          known[pair] = number
          last = (pair, number)
        }
        numbers[row] = last.number
      }
    }
    return numbers
  }
}

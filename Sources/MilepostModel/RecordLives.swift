/// The life of each record of a register, in the order of the records.
package struct RecordLives: Sequence, Sendable {
  /// That a record came into a state.
  package struct Stage: Hashable, Sendable {
    /// Place of the state in the register's life.
    package let state: Int
    package let date: CalendarDate
    package let note: String?
    package let position: SourcePosition
  }

  private let register: Register
  private let table: RegisterTable
  /// Events of the record `i` are `table.events[starts[i]..<starts[i + 1]]`.
  private let starts: [Int]

  package init(_ register: Register, _ table: RegisterTable) {
    self.register = register
    self.table = table
    var starts = [Int](repeating: 0, count: table.count + 1)
    for event in table.events { starts[event.row + 1] += 1 }
    for index in 1..<starts.count { starts[index] += starts[index - 1] }
    self.starts = starts
  }

  /// The stages of a record by their days, those of one day in the order of the register's states.
  package subscript(row: Int) -> [Stage] {
    if starts[row] < starts[row + 1] {
      return table.events[starts[row]..<starts[row + 1]].map {
        Stage(state: $0.state, date: $0.date, note: $0.note, position: $0.position)
      }
    }
    var stages: [Stage] = []
    for (place, state) in register.life.enumerated() {
      guard let field = state.date, case .date(let date)? = table[row, field] else { continue }
      stages.append(Stage(state: place, date: date, note: nil, position: table.position(row, field)))
    }
    return stages.sorted { ($0.date, $0.state) < ($1.date, $1.state) }
  }

  /// The state that a record is in at the end of a day; nil before its first.
  package func state(ofRow row: Int, on date: CalendarDate) -> Int? { self[row].last { $0.date <= date }?.state }

  /// Whether a record is there at the end of a day.
  package func stands(row: Int, on date: CalendarDate) -> Bool {
    state(ofRow: row, on: date).map { !register.life[$0].ends } ?? false
  }

  package func makeIterator() -> AnyIterator<[Stage]> {
    var row = 0
    return AnyIterator {
      guard row < table.count else { return nil }
      defer { row += 1 }
      return self[row]
    }
  }
}

/// What a cell of a register says.
package indirect enum FieldValue: Hashable, Sendable {
  /// A text, or a code or id of something that the field's kind names.
  case text(String)
  case number(WrittenNumber)
  case date(CalendarDate)
  case period(TimePeriod)
  case truth(Bool)
  case formula(Formula)
  case list([FieldValue])

  /// As it is written in a file.
  package var text: String {
    switch self {
    case .text(let text): text
    case .number(let number): number.text
    case .date(let date): date.description
    case .period(let period): period.description
    case .truth(let truth): truth ? "yes" : "no"
    case .formula(let formula): formula.text
    case .list(let items): items.map(\.text).joined(separator: "; ")
    }
  }

  /// The values of a cell that may hold several.
  package var items: [FieldValue] {
    if case .list(let items) = self { items } else { [self] }
  }
}

/// The records of one snapshot of a register, by column, in the order of the file.
package struct RegisterTable: Sendable {
  /// A field of all records: each distinct value once, and for each record which one; coordinates, which repeat seldom, as
  /// plain numbers.
  package struct Column: Sendable {
    /// In `cells`, where the record does not state the field.
    package static let notStated = UInt32.max
    /// In `degrees`, where the record does not state the field.
    package static let noDegree = Double.nan

    /// Empty for coordinates, as `cells`.
    package let values: [FieldValue]
    package let cells: [UInt32]
    /// Empty but for coordinates.
    package let degrees: [Double]
    /// Where the cell begins in its line, from 1 in scalars; 65,535 when it begins later.
    package let places: [UInt16]

    package init(values: [FieldValue], cells: [UInt32], places: [UInt16]) {
      self.values = values
      self.cells = cells
      degrees = []
      self.places = places
    }

    package init(degrees: [Double], places: [UInt16]) {
      values = []
      cells = []
      self.degrees = degrees
      self.places = places
    }

    package subscript(row: Int) -> FieldValue? {
      guard isStated(row) else { return nil }
      guard cells.isEmpty else { return values[Int(cells[row])] }
      return .number(WrittenNumber(degrees[row].description, exactly: degrees[row]))
    }

    package func isStated(_ row: Int) -> Bool {
      cells.isEmpty ? !degrees[row].isNaN : cells[row] != Column.notStated
    }
  }

  /// That a record came into a state on a day.
  package struct Event: Hashable, Sendable {
    package let row: Int
    /// Place of the state in the register's life.
    package let state: Int
    package let date: CalendarDate
    package let note: String?
    package let position: SourcePosition

    package init(row: Int, state: Int, date: CalendarDate, note: String?, position: SourcePosition) {
      self.row = row
      self.state = state
      self.date = date
      self.note = note
      self.position = position
    }
  }

  package let register: Register.ID
  package let vintage: Vintage
  /// In the order of the register's fields.
  package let columns: [Column]
  package let lines: [UInt32]
  /// From the file of events, sorted by record and day; empty where fields hold the days.
  package let events: [Event]
  /// False when rows were left out because of findings.
  package let isWhole: Bool

  package init(
    register: Register.ID, vintage: Vintage, columns: [Column], lines: [UInt32], events: [Event] = [], isWhole: Bool
  ) {
    self.register = register
    self.vintage = vintage
    self.columns = columns
    self.lines = lines
    self.events = events
    self.isWhole = isWhole
  }

  /// The same records with what a file of events says of them.
  package func with(events: [Event], isWhole: Bool) -> RegisterTable {
    RegisterTable(
      register: register, vintage: vintage, columns: columns, lines: lines,
      events: events.sorted { ($0.row, $0.date, $0.state) < ($1.row, $1.date, $1.state) },
      isWhole: self.isWhole && isWhole)
  }

  package var count: Int { lines.count }

  package subscript(row: Int, field: Int) -> FieldValue? { columns[field][row] }

  package func position(_ row: Int, _ field: Int) -> SourcePosition {
    SourcePosition(file: vintage.file, line: Int(lines[row]), column: Int(columns[field].places[row]))
  }

  /// What the fields of a key say of a record, joined by ` / `; nil when one of them is not stated.
  package func key(ofRow row: Int, _ fields: [Int]) -> String? {
    var parts: [String] = []
    for field in fields {
      guard let value = self[row, field] else { return nil }
      parts.append(value.text)
    }
    return parts.isEmpty ? nil : parts.joined(separator: RegisterTable.keySeparator)
  }

  package static let keySeparator = " / "

  /// Where a record lies; nil when it does not state both coordinates.
  package func position(ofRow row: Int, _ location: Register.Location) -> GeographicPosition? {
    let (latitude, longitude) = (columns[location.latitude].degrees[row], columns[location.longitude].degrees[row])
    return latitude.isNaN || longitude.isNaN ? nil : GeographicPosition(longitude: longitude, latitude: latitude)
  }

  package func position(ofRow row: Int) -> SourcePosition {
    SourcePosition(file: vintage.file, line: Int(lines[row]), column: 1)
  }
}

package import MilepostModel

/// A record of the workspace.
struct RecordPlace: Hashable, Sendable {
  /// Place of the register in the workspace.
  let register: Int
  let row: Int
}

/// A cell of a register.
struct CellPlace: Hashable, Sendable {
  let register: Int
  let row: Int
  let field: Int
}

/// The registers of a workspace, each with its records as of a date.
struct RegisterViews: Sendable {
  let registers: [Register]
  /// nil where nothing had been received by then, or could be read.
  private(set) var tables: [RegisterTable?]
  let places: [Register.ID: Int]

  /// The newest snapshot of each register received by `date`.
  init(_ draft: Draft, asOf date: CalendarDate) {
    registers = draft.registers
    tables = draft.registers.map { draft.table(of: $0, asOf: date) }
    places = Dictionary(draft.registers.enumerated().map { ($1.id, $0) }) { first, _ in first }
  }

  /// Looks at other records of one register.
  mutating func use(_ table: RegisterTable, for register: Int) { tables[register] = table }

  /// The files that the records stand in, by register.
  var files: [String?] { tables.map { $0?.vintage.file } }

  func records(of register: Int) -> [RecordPlace] {
    (0..<(tables[register]?.count ?? 0)).map { RecordPlace(register: register, row: $0) }
  }

  func value(_ place: RecordPlace, _ field: Int) -> FieldValue? { tables[place.register]?[place.row, field] }

  func value(_ cell: CellPlace) -> FieldValue? { tables[cell.register]?[cell.row, cell.field] }

  /// What a cell says that was compared; of blank ones there is nothing to compare.
  func text(_ cell: CellPlace) -> String {
    guard let value = value(cell) else { preconditionFailure("only cells that state a value are compared") }
    return value.text
  }

  func position(_ cell: CellPlace) -> SourcePosition {
    tables[cell.register]?.position(cell.row, cell.field) ?? .wholeFile(registers[cell.register].file)
  }

  func field(_ cell: CellPlace) -> Register.Field { registers[cell.register].fields[cell.field] }
}

extension Draft {
  /// The newest snapshot of a register received by a date; nil when there is none that could be read.
  fileprivate func table(of register: Register, asOf date: CalendarDate) -> RegisterTable? {
    registerTables.filter { $0.register == register.id && $0.vintage.received <= date }
      .max { ($0.vintage.published, $0.vintage.received) < ($1.vintage.published, $1.vintage.received) }
  }

  /// The registers that had been received by a date, sorted by id.
  package func registers(asOf date: CalendarDate) -> [PublishedRegister] {
    registers.sorted { $0.id < $1.id }.compactMap { register in
      table(of: register, asOf: date).map { PublishedRegister(register, $0) }
    }
  }
}

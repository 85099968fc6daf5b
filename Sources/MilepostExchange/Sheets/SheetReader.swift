import Glibc
import MilepostModel

/// What is wrong with the form of a sheet.
enum SheetFault: Error, Hashable, CustomStringConvertible {
  case reference(String)
  case order(CellReference)
  case rowOrder(Int)
  case noSharedString(CellReference, String)
  case number(CellReference, String)
  case day(CellReference, String)

  var description: String {
    switch self {
    case .reference(let text): "'\(text)' is no place in a sheet"
    case .order(let place): "\(place) does not stand behind the cell before it"
    case .rowOrder(let row): "row \(row) does not stand below the row before it"
    case .noSharedString(let place, let text): "\(place) names shared text '\(text)', which is not there"
    case .number(let place, let text): "\(place) is said to be a number and holds '\(text)'"
    case .day(let place, let text): "\(place) is said to be a day and holds \(text), which is none"
    }
  }
}

/// What is to be known about a sheet besides its rows.
package struct SheetNotes: Hashable, Sendable {
  /// Such as `A1:B2`.
  package var merged: [String] = []
  /// Cells with a formula whose value was not kept.
  package var withoutValue: [CellReference] = []
  package var errors: [CellReference] = []
  package var formulas = 0
  package var hiddenRows = 0
  package var hiddenColumns = 0

  /// How many of each are kept.
  static let limit = 1000
}

/// Reads the cells of a sheet, row by row.
struct SheetReader: ~Copyable {
  private var reader: MarkupReader
  private let names: SheetNames
  private let book: WorkbookReader
  private(set) var notes = SheetNotes()
  private var row = 0
  private var column = 0
  private var cells: [SheetCell] = []
  private var value: [UInt8] = []

  private let place: MarkupName.ID
  private let style: MarkupName.ID
  private let type: MarkupName.ID
  private let hidden: MarkupName.ID
  private let extent: MarkupName.ID
  private let first: MarkupName.ID
  private let last: MarkupName.ID

  init(_ source: ByteSource, of book: WorkbookReader) {
    reader = MarkupReader(source)
    names = SheetNames(reader)
    self.book = book
    place = reader.id(of: "r")
    style = reader.id(of: "s")
    type = reader.id(of: "t")
    hidden = reader.id(of: "hidden")
    extent = reader.id(of: "ref")
    first = reader.id(of: "min")
    last = reader.id(of: "max")
  }

  mutating func read(_ body: (SheetRow) -> Void) throws {
    while true {
      switch try reader.next() {
      case .start(let id):
        switch names.word(id) {
        case .row: try readRow(body)
        case .mergeCell:
          if notes.merged.count < SheetNotes.limit, let range = reader.value(of: extent) {
            notes.merged.append(range.text)
          }
        case .col:
          guard reader.value(of: hidden)?.isTrue == true, let first = reader.value(of: first)?.number,
            let last = reader.value(of: last)?.number, (first...CellReference.lastColumn).contains(last)
          else { continue }
          // Columns to the end of the sheet are hidden because they are empty.
          if last < CellReference.lastColumn { notes.hiddenColumns += last - first + 1 }
        case _: continue
        }
      case .end, .text: continue
      case .finished: return
      }
    }
  }

  private mutating func readRow(_ body: (SheetRow) -> Void) throws {
    if let text = reader.value(of: place) {
      guard let number = text.number, (1...CellReference.lastRow).contains(number) else {
        throw SheetFault.reference("row " + text.text)
      }
      guard number > row else { throw SheetFault.rowOrder(number) }
      row = number
    } else {
      row += 1
      guard row <= CellReference.lastRow else { throw SheetFault.reference("row \(row)") }
    }
    let isHidden = reader.value(of: hidden)?.isTrue == true
    column = 0
    cells.removeAll(keepingCapacity: true)
    loop: while true {
      switch try reader.next() {
      case .start(let id): if names.word(id) == .c { try readCell() } else { try reader.skip() }
      case .text: continue
      case .end, .finished: break loop
      }
    }
    guard !cells.isEmpty else { return }
    if isHidden { notes.hiddenRows += 1 }
    body(SheetRow(number: row, cells: cells))
  }

  private mutating func readCell() throws {
    var form = SheetNumberForm.plain
    var kind = CellKind.number
    var hasPlace = false
    for index in 0..<reader.attributeCount {
      let (name, value) = reader.attribute(index)
      if name == place {
        guard let reference = CellReference(value.bytes), reference.row == row else {
          throw SheetFault.reference(value.text)
        }
        guard reference.column > column else { throw SheetFault.order(reference) }
        column = reference.column
        hasPlace = true
      } else if name == type {
        kind = CellKind(value)
      } else if name == style {
        form = value.number.map(book.styles.form) ?? .plain
      }
    }
    if !hasPlace {
      column += 1
      guard column <= CellReference.lastColumn else { throw SheetFault.reference("column \(column)") }
    }
    try readContents(kind, form)
  }

  private mutating func readContents(_ kind: CellKind, _ form: SheetNumberForm) throws {
    value.removeAll(keepingCapacity: true)
    var (hasFormula, hasValue) = (false, false)
    var inline: String?
    loop: while true {
      switch try reader.next() {
      case .start(let id):
        switch names.word(id) {
        case .v:
          hasValue = true
          try readValue()
        case .f:
          hasFormula = true
          try reader.skip()
        case .is: inline = try SharedStrings.text(of: &reader, names)
        case _: try reader.skip()
        }
      case .text: continue
      case .end, .finished: break loop
      }
    }
    let reference = CellReference(column: column, row: row)
    if hasFormula {
      notes.formulas += 1
      if !hasValue || (value.isEmpty && kind != .string), notes.withoutValue.count < SheetNotes.limit {
        notes.withoutValue.append(reference)
      }
    }
    if let inline {
      if !inline.isEmpty { cells.append(SheetCell(column: column, text: inline, kind: .text)) }
    } else if hasValue, !value.isEmpty {
      try append(kind, form, reference)
    }
  }

  private mutating func readValue() throws {
    while true {
      switch try reader.next() {
      case .text: value.append(contentsOf: reader.text.bytes)
      case .start: try reader.skip()
      case .end, .finished: return
      }
    }
  }

  private mutating func append(_ kind: CellKind, _ form: SheetNumberForm, _ place: CellReference) throws {
    switch kind {
    case .number:
      switch form {
      case .plain: cells.append(SheetCell(column: column, text: try number(place), kind: .number))
      case .percentage: cells.append(SheetCell(column: column, text: try number(place), kind: .percentage))
      case .date, .time, .dateAndTime, .duration: try appendDate(form, place)
      }
    case .shared:
      guard let index = value.withUnsafeBufferPointer({ MarkupBytes($0).number }), index < book.strings.texts.count
      else { throw SheetFault.noSharedString(place, text) }
      let text = book.strings.texts[index]
      if !text.isEmpty { cells.append(SheetCell(column: column, text: text, kind: .text)) }
    case .string, .inline: cells.append(SheetCell(column: column, text: sheetText(of: value), kind: .text))
    case .boolean:
      cells.append(SheetCell(column: column, text: value == [0x31] ? "TRUE" : "FALSE", kind: .boolean))
    case .date: cells.append(SheetCell(column: column, text: text, kind: .date))
    case .error:
      if notes.errors.count < SheetNotes.limit { notes.errors.append(place) }
      cells.append(SheetCell(column: column, text: text, kind: .error))
    }
  }

  private var text: String { String(decoding: value, as: UTF8.self) }

  private var decimal: Double? {
    let isDecimal = value.allSatisfy { (0x30...0x39).contains($0) || "+-.eE".utf8.contains($0) }
    guard isDecimal, let number = Double(text), number.isFinite else { return nil }
    return number
  }

  /// As short as it can be: programs write all seventeen digits of a double, `53.560000000000002`.
  private func number(_ place: CellReference) throws -> String {
    var isPlain = value.count <= 15
    for (index, byte) in value.enumerated() {
      let isDigit = (0x30...0x39).contains(byte)
      if !isDigit, byte != 0x2E, index > 0 || byte != 0x2D { isPlain = false }
    }
    if isPlain, value != [0x2D], value.count(where: { $0 == 0x2E }) <= 1, value.last != 0x2E, value.first != 0x2E {
      return text
    }
    guard let number = decimal else { throw SheetFault.number(place, text) }
    if number == number.rounded(), abs(number) < 1e15 { return String(Int(number)) }
    return number.description
  }

  private mutating func appendDate(_ form: SheetNumberForm, _ place: CellReference) throws {
    guard let serial = decimal else { throw SheetFault.number(place, text) }
    guard let date = book.calendar.text(of: serial, form) else { throw SheetFault.day(place, text) }
    cells.append(SheetCell(column: column, text: date, kind: .date))
  }
}

/// What a cell says of its value: `t`.
private enum CellKind {
  case number, shared, string, inline, boolean, date, error

  init(_ text: MarkupBytes) {
    if text == "s" {
      self = .shared
    } else if text == "inlineStr" {
      self = .inline
    } else if text == "str" {
      self = .string
    } else if text == "b" {
      self = .boolean
    } else if text == "d" {
      self = .date
    } else if text == "e" {
      self = .error
    } else {
      self = .number
    }
  }
}

import MilepostLanguage

/// A cell of a sheet that holds something.
package struct SheetCell: Hashable, Sendable {
  package enum Kind: Hashable, Sendable { case text, number, percentage, boolean, date, error }

  /// From 1: A.
  package let column: Int
  /// A number with a point and at most seventeen digits, a date as ISO 8601 has it, `TRUE` or `FALSE`.
  package let text: String
  package let kind: Kind

  package init(column: Int, text: String, kind: Kind) {
    self.column = column
    self.text = text
    self.kind = kind
  }
}

extension SheetCell {
  /// What a cell of a percentage shows: 32.6 for 0.326, to the fifteen digits that spreadsheets compute with.
  var percent: String {
    guard let number = Double(text), number.isFinite else { return text }
    let exact = ShortestDecimal(number)
    let kept = exact.rounded(toDecimals: 15 - exact.pointPlace)
    let digits = kept.digits.map(String.init).joined()
    guard let shown = Double("\(kept.isNegative ? "-" : "")0.\(digits)0e\(kept.pointPlace + 2)") else { return text }
    return String(machine: shown)
  }
}

/// A row of a sheet, with the cells that hold something in the order of their columns.
package struct SheetRow: Hashable, Sendable {
  /// From 1.
  package let number: Int
  package let cells: [SheetCell]

  package init(number: Int, cells: [SheetCell]) {
    self.number = number
    self.cells = cells
  }
}

/// The place of a cell, as a spreadsheet calls it.
package struct CellReference: Hashable, Sendable, CustomStringConvertible {
  /// What a sheet can have at most.
  package static let lastRow = 1_048_576
  package static let lastColumn = 16_384

  /// From 1.
  package let column: Int
  package let row: Int

  package init(column: Int, row: Int) {
    self.column = column
    self.row = row
  }

  /// `C12`; nil for anything else, and for what lies outside of every sheet.
  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    var (column, row, offset) = (0, 0, 0)
    while offset < bytes.count, offset < 3, case let letter = bytes[offset] & 0xDF, (0x41...0x5A).contains(letter),
      bytes[offset] >= 0x41
    {
      column = column * 26 + Int(letter - 0x40)
      offset += 1
    }
    guard offset > 0, offset < bytes.count, bytes.count - offset <= 7, bytes[offset] != 0x30 else { return nil }
    while offset < bytes.count {
      guard (0x30...0x39).contains(bytes[offset]) else { return nil }
      row = row * 10 + Int(bytes[offset] - 0x30)
      offset += 1
    }
    guard column <= CellReference.lastColumn, row <= CellReference.lastRow else { return nil }
    self.init(column: column, row: row)
  }

  package var description: String {
    var letters: [UInt8] = []
    var rest = column
    while rest > 0 {
      letters.append(0x41 + UInt8((rest - 1) % 26))
      rest = (rest - 1) / 26
    }
    return String(decoding: letters.reversed(), as: UTF8.self) + String(row)
  }
}

import MilepostLanguage

/// Writes CSV of RFC 4180 with line feeds.
package struct CSVWriter: Sendable {
  package private(set) var bytes: [UInt8] = []
  private var isAtStart = true

  package init() {}

  private mutating func separate() {
    if !isAtStart { bytes.append(UInt8(ascii: ",")) }
    isAtStart = false
  }

  /// A text cell, quoted where needed; see `CSVWriter.cell`.
  package mutating func text(_ text: String?) {
    separate()
    if let text { bytes.append(contentsOf: CSVWriter.cell(text)) }
  }

  package mutating func number(_ value: Double?) {
    separate()
    if let value { bytes.appendNumber(value) }
  }

  package mutating func endRow() {
    bytes.append(UInt8(ascii: "\n"))
    isAtStart = true
  }

  /// The bytes of a text cell.
  ///
  /// A text that a spreadsheet would run as a formula (one that begins with `=`, `+`, `-`, `@`, tab or return) gets an
  /// apostrophe before it, as OWASP advises against CSV injection.
  package static func cell(_ text: String) -> [UInt8] {
    var bytes = Array(text.utf8)
    if let first = bytes.first, "=+-@\t\r".utf8.contains(first) { bytes.insert(UInt8(ascii: "'"), at: 0) }
    guard bytes.contains(where: { ",\"\n\r".utf8.contains($0) }) else { return bytes }
    let quote = UInt8(ascii: "\"")
    var quoted = [quote]
    for byte in bytes {
      if byte == quote { quoted.append(quote) }
      quoted.append(byte)
    }
    quoted.append(quote)
    return quoted
  }
}

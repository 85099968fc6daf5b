import MilepostLanguage
package import MilepostModel

/// Writes JSON in the order in which it is called, without blanks: same calls, same bytes.
package struct JSONWriter: Sendable {
  package private(set) var bytes: [UInt8] = []
  private var needsComma = false

  package init() {}

  package mutating func object(_ members: (inout JSONWriter) -> Void) {
    open("{")
    members(&self)
    close("}")
  }

  package mutating func array<Items: Sequence>(_ items: Items, _ write: (inout JSONWriter, Items.Element) -> Void) {
    open("[")
    for item in items { write(&self, item) }
    close("]")
  }

  /// Begins an object or array that `close` ends, where what is inside comes piece by piece.
  mutating func open(_ mark: Unicode.Scalar) {
    separate()
    bytes.append(UInt8(ascii: mark))
    needsComma = false
  }

  mutating func close(_ mark: Unicode.Scalar) {
    bytes.append(UInt8(ascii: mark))
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    needsComma = true
  }

  package mutating func key(_ name: StaticString) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    name.withUTF8Buffer { bytes.append(contentsOf: $0) }
    bytes.append(UInt8(ascii: "\""))
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  /// A key that comes from data.
  package mutating func key(named name: String) {
    string(name)
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  package mutating func member(named name: String, _ text: String) {
    key(named: name)
    string(text)
  }

  /// Hands on what was written so far.
  mutating func move(into sink: inout [UInt8]) {
    sink.append(contentsOf: bytes)
    bytes.removeAll(keepingCapacity: true)
  }

  /// A value that is JSON already.
  package mutating func raw(_ json: some Sequence<UInt8>) {
    separate()
    bytes.append(contentsOf: json)
  }

  /// An integer as an item.
  mutating func integer(_ value: Int) {
    separate()
    bytes.appendInteger(value)
  }

  package mutating func member(named name: String, _ value: Int) {
    key(named: name)
    separate()
    bytes.appendInteger(value)
  }

  package mutating func string(_ text: String) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    var text = text
    text.withUTF8 { utf8 in
      // Most texts need no escape and are copied whole.
      if utf8.contains(where: JSONWriter.mustBeEscaped) {
        for byte in utf8 { append(escaping: byte) }
      } else {
        bytes.append(contentsOf: utf8)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private static func mustBeEscaped(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }

  private mutating func append(escaping byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"):
      bytes.append(UInt8(ascii: "\\"))
      bytes.append(byte)
    case UInt8(ascii: "\n"): bytes.append(contentsOf: "\\n".utf8)
    case UInt8(ascii: "\t"): bytes.append(contentsOf: "\\t".utf8)
    case UInt8(ascii: "\r"): bytes.append(contentsOf: "\\r".utf8)
    case 0..<0x20:
      let digits = Array("0123456789abcdef".utf8)
      bytes.append(contentsOf: "\\u00".utf8)
      bytes.append(digits[Int(byte >> 4)])
      bytes.append(digits[Int(byte & 15)])
    default: bytes.append(byte)
    }
  }

  /// - Precondition: `value` is finite.
  package mutating func number(_ value: Double) {
    separate()
    bytes.appendNumber(value)
  }

  package mutating func null() {
    separate()
    bytes.append(contentsOf: "null".utf8)
  }

  package mutating func member(_ name: StaticString, _ text: String?) {
    key(name)
    if let text { string(text) } else { null() }
  }

  package mutating func member(_ name: StaticString, _ value: Double?) {
    key(name)
    if let value { number(value) } else { null() }
  }

  package mutating func member(_ name: StaticString, _ value: Int) {
    key(name)
    separate()
    bytes.appendInteger(value)
  }

  package mutating func member(_ name: StaticString, _ value: Bool) {
    key(name)
    separate()
    bytes.append(contentsOf: (value ? "true" : "false").utf8)
  }

  /// An object for a value that is there, else null.
  package mutating func member<Value>(
    _ name: StaticString, _ value: Value?, _ members: (inout JSONWriter, Value) -> Void
  ) {
    key(name)
    if let value { object { members(&$0, value) } } else { null() }
  }

  /// The text in each language it was written in.
  package mutating func member(_ name: StaticString, _ text: LocalizedText?) {
    member(name, text) { json, text in
      for entry in text.texts { json.member(named: entry.language.text, entry.text) }
    }
  }

  /// The document with a line's end.
  package static func document(_ members: (inout JSONWriter) -> Void) -> [UInt8] {
    var json = JSONWriter()
    json.object(members)
    json.bytes.append(UInt8(ascii: "\n"))
    return json.bytes
  }
}

/// Writes the arrays of an index of a chunk as JSON, so that any SQLite tool can look into them.
struct JSONText {
  private(set) var bytes: [UInt8] = []

  mutating func open(_ bracket: Character) { mark(bracket) }

  mutating func close(_ bracket: Character) {
    if bytes.last == UInt8(ascii: ",") { bytes.removeLast() }
    mark(bracket)
    bytes.append(UInt8(ascii: ","))
  }

  mutating func integer(_ value: Int) {
    if value < 0 || value > 9 { bytes.append(contentsOf: String(value).utf8) } else { bytes.append(48 + UInt8(value)) }
    bytes.append(UInt8(ascii: ","))
  }

  mutating func string(_ text: String) {
    quote(text)
    bytes.append(UInt8(ascii: ","))
  }

  mutating func key(_ text: String) {
    quote(text)
    bytes.append(UInt8(ascii: ":"))
  }

  private mutating func mark(_ bracket: Character) { bytes.append(contentsOf: bracket.utf8) }

  private mutating func quote(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
      case ..<0x20:
        let digits = Array("0123456789abcdef".utf8)
        bytes += Array("\\u00".utf8) + [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// What was written, without the comma that waits for more.
  var text: String { String(decoding: bytes.last == UInt8(ascii: ",") ? bytes.dropLast() : bytes[...], as: UTF8.self) }

  static func array(_ strings: [String]) -> String {
    var json = JSONText()
    json.open("[")
    for string in strings { json.string(string) }
    json.close("]")
    return json.text
  }
}

/// Reads what `JSONText` writes; anything else is damage.
struct JSONReader {
  /// The text is not what was written.
  struct Damage: Error {}

  private let bytes: UnsafeBufferPointer<UInt8>
  private var place = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  static func read<Value>(
    _ text: String, _ body: (inout JSONReader) throws(Damage) -> Value
  ) throws(Damage) -> Value {
    var text = text
    let result = text.withUTF8 { bytes -> Result<Value, Damage> in
      var reader = JSONReader(bytes)
      do throws(Damage) {
        let value = try body(&reader)
        return reader.place == bytes.count ? .success(value) : .failure(Damage())
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }

  /// Takes the elements of an array or the members of an object, each by `element`.
  mutating func elements(
    _ open: UInt8, _ close: UInt8, _ element: (inout JSONReader) throws(Damage) -> Void
  ) throws(Damage) {
    try take(open)
    if peek == close { return place += 1 }
    while true {
      try element(&self)
      if peek == close { return place += 1 }
      try take(UInt8(ascii: ","))
    }
  }

  mutating func array(_ element: (inout JSONReader) throws(Damage) -> Void) throws(Damage) {
    try elements(UInt8(ascii: "["), UInt8(ascii: "]"), element)
  }

  mutating func members(
    _ member: (_ key: String, _ reader: inout JSONReader) throws(Damage) -> Void
  ) throws(Damage) {
    try elements(UInt8(ascii: "{"), UInt8(ascii: "}")) { (reader) throws(Damage) in
      let key = try reader.string()
      try reader.take(UInt8(ascii: ":"))
      try member(key, &reader)
    }
  }

  mutating func integer() throws(Damage) -> Int {
    let isNegative = peek == UInt8(ascii: "-")
    if isNegative { place += 1 }
    let start = place
    var value = 0
    while place < bytes.count, bytes[place] >= 48, bytes[place] <= 57, place - start < 18 {
      value = value * 10 + Int(bytes[place] - 48)
      place += 1
    }
    guard place > start else { throw Damage() }
    return isNegative ? -value : value
  }

  mutating func string() throws(Damage) -> String {
    try take(UInt8(ascii: "\""))
    let start = place
    while let byte = peek, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") { place += 1 }
    if peek == UInt8(ascii: "\"") {
      defer { place += 1 }
      return String(decoding: bytes[start..<place], as: UTF8.self)
    }
    var decoded = Array(bytes[start..<place])
    while let byte = peek, byte != UInt8(ascii: "\"") {
      place += 1
      if byte == UInt8(ascii: "\\") { decoded.append(try escaped()) } else { decoded.append(byte) }
    }
    try take(UInt8(ascii: "\""))
    return String(decoding: decoded, as: UTF8.self)
  }

  mutating func take(_ byte: UInt8) throws(Damage) {
    guard peek == byte else { throw Damage() }
    place += 1
  }

  private var peek: UInt8? { place < bytes.count ? bytes[place] : nil }

  /// What stands behind a backslash: a quote, a backslash, or a control character's number.
  private mutating func escaped() throws(Damage) -> UInt8 {
    guard let byte = peek else { throw Damage() }
    place += 1
    guard byte == UInt8(ascii: "u") else { return byte }
    guard place + 4 <= bytes.count,
      let value = UInt8(String(decoding: bytes[(place + 2)..<(place + 4)], as: UTF8.self), radix: 16)
    else { throw Damage() }
    place += 4
    return value
  }
}

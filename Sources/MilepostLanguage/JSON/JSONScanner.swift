package import MilepostModel

/// The first thing in a file that is no JSON.
package struct JSONFault: Error {
  /// What it is, at its place.
  package let finding: Diagnostic

  package init(finding: Diagnostic) { self.finding = finding }
}

/// Cuts the bytes of a JSON file into signs, texts and numbers, and knows the place of each.
///
/// Readers of workspaces and of messages share it; it knows nothing of what a file means.
package struct JSONScanner {
  /// Named in findings.
  package let file: String
  private let bytes: ArraySlice<UInt8>
  private var offset: Int
  private var line: Int32 = 1
  private var column: Int32 = 1

  /// - Parameter bytes: well-formed UTF-8.
  package init(_ bytes: ArraySlice<UInt8>, file: String) {
    self.bytes = bytes
    self.file = file
    offset = bytes.startIndex
  }

  /// nil at the end of the file.
  package var next: UInt8? { offset < bytes.endIndex ? bytes[offset] : nil }

  /// Where the next byte stands.
  package var place: JSONNode.Place { JSONNode.Place(line: line, column: column) }

  /// Passes a byte.
  package mutating func pass() {
    let byte = bytes[offset]
    offset += 1
    let isLoneReturn = byte == UInt8(ascii: "\r") && next != UInt8(ascii: "\n")
    if byte == UInt8(ascii: "\n") || isLoneReturn {
      line += 1
      column = 1
    } else if byte & 0xC0 != 0x80 {
      column += 1
    }
  }

  /// Passes blanks and line ends.
  package mutating func passBlanks() {
    while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { pass() }
  }

  /// Passes a sign when it is next.
  package mutating func passIfNext(_ sign: Unicode.Scalar) -> Bool {
    guard next == UInt8(ascii: sign) else { return false }
    pass()
    return true
  }

  /// The finding that something else was expected here.
  package func fault(_ expected: String) -> JSONFault {
    let following = String(decoding: bytes[offset...].prefix(4), as: UTF8.self).unicodeScalars.first
    let found = following.map { "'\($0)'" } ?? "the end of the file"
    return JSONFault(finding: .jsonSyntax(found: found, expected: expected, at: place.position(in: file)))
  }

  /// Passes a word that stands for a value.
  package mutating func word(_ word: StaticString, _ content: JSONNode.Content) throws(JSONFault) -> JSONNode.Content {
    for index in 0..<word.utf8CodeUnitCount {
      guard next == word.utf8Start[index] else { throw fault("'\(word)'") }
      pass()
    }
    return content
  }

  /// `-?(0|[1-9][0-9]*)(.[0-9]+)?([eE][+-]?[0-9]+)?`
  package mutating func number() throws(JSONFault) -> Double {
    let place = place
    let text = try numberText()
    guard let number = Double(text), number.isFinite else {
      throw JSONFault(finding: .jsonNumberTooLarge(text, at: place.position(in: file)))
    }
    return number
  }

  /// The number that is next, as written.
  package mutating func numberText() throws(JSONFault) -> String {
    let start = offset
    let place = place
    _ = passIfNext("-")
    if !passIfNext("0") { try digits() }
    if passIfNext(".") { try digits() }
    if passIfNext("e") || passIfNext("E") {
      if !passIfNext("+") { _ = passIfNext("-") }
      try digits()
    }
    guard offset - start <= JSONScanner.longestNumber else {
      let head = String(decoding: bytes[start..<start + 20], as: UTF8.self) + "…"
      throw JSONFault(finding: .jsonNumberTooLarge(head, at: place.position(in: file)))
    }
    return String(decoding: bytes[start..<offset], as: UTF8.self)
  }

  /// Signs of the longest number that is read.
  private static let longestNumber = 400

  private mutating func digits() throws(JSONFault) {
    guard let first = next, first.isDigit else { throw fault("a digit") }
    while let byte = next, byte.isDigit { pass() }
  }

  /// The text whose opening quote is next.
  package mutating func string() throws(JSONFault) -> String {
    let start = place
    pass()
    var text: [UInt8] = []
    while let byte = next, byte >= 0x20 {
      switch byte {
      case UInt8(ascii: "\""):
        pass()
        return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"): try escape(into: &text)
      default:
        text.append(byte)
        pass()
      }
    }
    throw JSONFault(finding: .jsonOpenText(at: start.position(in: file)))
  }

  private mutating func escape(into text: inout [UInt8]) throws(JSONFault) {
    pass()
    switch next {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(bytes[offset])
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"):
      pass()
      text.append(contentsOf: String(Character(try scalar())).utf8)
      return
    default: throw fault("one of \" \\ / b f n r t u")
    }
    pass()
  }

  /// What follows `\u`, a second half of a pair included.
  private mutating func scalar() throws(JSONFault) -> Unicode.Scalar {
    let first = try fourDigits()
    if let scalar = Unicode.Scalar(first) { return scalar }
    guard first < 0xDC00, passIfNext("\\"), passIfNext("u") else { throw fault("a pair of \\u") }
    let second = try fourDigits()
    guard (0xDC00..<0xE000).contains(second),
      let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    else { throw fault("a pair of \\u") }
    return scalar
  }

  private mutating func fourDigits() throws(JSONFault) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = next, byte < 0x80, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        throw fault("a hexadecimal digit")
      }
      value = value << 4 + UInt32(digit)
      pass()
    }
    return value
  }
}

extension Diagnostic {
  fileprivate static func jsonSyntax(found: String, expected: String, at position: SourcePosition) -> Self {
    let hint: String? =
      switch found {
      case "'N'", "'I'": "JSON has no NaN and no Infinity; leave the value out"
      case "'''": "JSON has double quotes only"
      case "'/'", "'#'": "JSON has no comments"
      default: nil
      }
    return Diagnostic(.error, "MP0013", "found \(found), expected \(expected)", at: position, hint: hint)
  }

  fileprivate static func jsonOpenText(at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP0013", "text in quotes does not end in its line", at: position,
      hint: "close it with '\"'; a line end inside a text is written \\n")
  }

  fileprivate static func jsonNumberTooLarge(_ text: String, at position: SourcePosition) -> Self {
    Diagnostic(.error, "MP0013", "number \(text) is too large", at: position)
  }
}

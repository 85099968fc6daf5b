package import MilepostModel

/// Reads a JSON file (RFC 8259) into nodes that know their places: strictly, and each key of an object once.
package enum JSONTree {
  /// Brackets inside brackets.
  package static let maximumDepth = 64

  /// Reports every key that stands twice, and the first fault of syntax.
  ///
  /// - Parameter text: well-formed UTF-8 without byte order mark.
  /// - Returns: nil when the file cannot be read as a whole; the reason has been reported.
  package static func parse(_ text: ArraySlice<UInt8>, file: String, into diagnostics: inout Diagnostics) -> JSONNode? {
    var parser = JSONParser(scanner: JSONScanner(text, file: file))
    defer { diagnostics.report(contentsOf: parser.repeatedKeys) }
    do {
      let node = try parser.document()
      return parser.repeatedKeys.isEmpty ? node : nil
    } catch {
      diagnostics.report(error.finding)
      return nil
    }
  }
}

extension JSONScanner {
  /// The value that is next, with all that is in it.
  ///
  /// - Parameters:
  ///   - depth: brackets around it.
  ///   - repeatedKeys: gets keys that stand twice.
  package mutating func value(depth: Int, into repeatedKeys: inout Diagnostics) throws(JSONFault) -> JSONNode {
    var parser = JSONParser(scanner: self, depth: depth)
    defer {
      self = parser.scanner
      repeatedKeys.report(contentsOf: parser.repeatedKeys)
    }
    return try parser.value()
  }
}

private struct JSONParser {
  var scanner: JSONScanner
  private(set) var repeatedKeys = Diagnostics()
  private var depth: Int

  init(scanner: JSONScanner, depth: Int = 0) {
    self.scanner = scanner
    self.depth = depth
  }

  mutating func document() throws(JSONFault) -> JSONNode {
    scanner.passBlanks()
    guard scanner.next != nil else { throw JSONFault(finding: .jsonEmpty(file: scanner.file)) }
    let node = try value()
    scanner.passBlanks()
    if scanner.next != nil { throw scanner.fault("the end of the file") }
    return node
  }

  mutating func value() throws(JSONFault) -> JSONNode {
    let place = scanner.place
    let content: JSONNode.Content
    switch scanner.next {
    case UInt8(ascii: "{"): content = try object()
    case UInt8(ascii: "["): content = try array()
    case UInt8(ascii: "\""): content = .text(try scanner.string())
    case UInt8(ascii: "t"): content = try scanner.word("true", .flag(true))
    case UInt8(ascii: "f"): content = try scanner.word("false", .flag(false))
    case UInt8(ascii: "n"): content = try scanner.word("null", .null)
    case .some(let byte) where byte == UInt8(ascii: "-") || byte.isDigit: content = .number(try scanner.number())
    default: throw scanner.fault("a value")
    }
    return JSONNode(content: content, place: place)
  }

  /// Passes the opening bracket.
  private mutating func open() throws(JSONFault) {
    depth += 1
    guard depth <= JSONTree.maximumDepth else {
      throw JSONFault(finding: .jsonTooDeep(at: scanner.place.position(in: scanner.file)))
    }
    scanner.pass()
    scanner.passBlanks()
  }

  private mutating func object() throws(JSONFault) -> JSONNode.Content {
    try open()
    defer { depth -= 1 }
    var members: [JSONMember] = []
    var places: [String: JSONNode.Place] = [:]
    if scanner.passIfNext("}") { return .object([]) }
    while true {
      let place = scanner.place
      guard scanner.next == UInt8(ascii: "\"") else { throw scanner.fault("a key in quotes") }
      let key = try scanner.string()
      scanner.passBlanks()
      guard scanner.passIfNext(":") else { throw scanner.fault("':'") }
      scanner.passBlanks()
      let value = try value()
      if let first = places[key] {
        repeatedKeys.report(
          .jsonKeyTwice(key, at: place.position(in: scanner.file), first: first.position(in: scanner.file)))
      } else {
        places[key] = place
        members.append(JSONMember(key: key, value: value))
      }
      scanner.passBlanks()
      if scanner.passIfNext("}") { return .object(members) }
      guard scanner.passIfNext(",") else { throw scanner.fault("',' or '}'") }
      scanner.passBlanks()
    }
  }

  private mutating func array() throws(JSONFault) -> JSONNode.Content {
    try open()
    defer { depth -= 1 }
    var items: [JSONNode] = []
    if scanner.passIfNext("]") { return .array([]) }
    while true {
      items.append(try value())
      scanner.passBlanks()
      if scanner.passIfNext("]") { break }
      guard scanner.passIfNext(",") else { throw scanner.fault("',' or ']'") }
      scanner.passBlanks()
    }
    var numbers: [Double] = []
    for item in items {
      guard case .number(let number) = item.content else { return .array(items) }
      numbers.append(number)
    }
    return .numbers(numbers)
  }
}

extension Diagnostic {
  fileprivate static func jsonEmpty(file: String) -> Self {
    Diagnostic(.error, "MP0012", "file is empty", at: .wholeFile(file), hint: "fill or delete it")
  }

  package static func jsonTooDeep(at position: SourcePosition) -> Self {
    Diagnostic(.error, "MP0005", "nested deeper than \(JSONTree.maximumDepth) levels", at: position)
  }

  fileprivate static func jsonKeyTwice(_ key: String, at position: SourcePosition, first: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP0011", "key '\(key)' stands twice", at: position, hint: "delete one of the two",
      notes: [.init("first here", at: first)])
  }
}

import MilepostModel

/// Walks through the elements of a text, each with its children, in the order in which they stand.
struct MarkupCursor: ~Copyable {
  var reader: MarkupReader
  let file: String
  /// Words in the namespaces, by number of the name.
  private var locals: [String] = []
  private var depth = 0

  init(_ source: ByteSource, file: String) {
    reader = MarkupReader(source)
    self.file = file
  }

  /// The name of an element without its namespace.
  mutating func local(_ id: MarkupName.ID) -> String {
    while locals.count <= Int(id.number) {
      locals.append(reader.name(MarkupName.ID(number: UInt32(locals.count))).local)
    }
    return locals[Int(id.number)]
  }

  /// Where the element that just started begins.
  var position: SourcePosition {
    let (line, column) = reader.position
    return SourcePosition(file: file, line: line, column: column)
  }

  /// An attribute of the element that just started, whatever its namespace.
  subscript(name: String) -> String? {
    for index in 0..<reader.attributeCount {
      let (id, value) = reader.attribute(index)
      if reader.name(id).local == name { return value.text }
    }
    return nil
  }

  private mutating func next() throws -> MarkupEvent {
    let event = try reader.next()
    switch event {
    case .start: depth += 1
    case .end: depth -= 1
    case .text, .finished: return event
    }
    return event
  }

  /// Goes to the root element.
  mutating func root() throws -> MarkupName? {
    while true {
      switch try next() {
      case .start(let id): return reader.name(id)
      case .end, .text: continue
      case .finished: return nil
      }
    }
  }

  /// Takes the children of the element that just started, one after the other, and ends behind it.
  ///
  /// - Parameter body: is given the name of a child; what it leaves of the child is passed over.
  mutating func children(_ body: (inout MarkupCursor, String) throws -> Void) throws { _ = try mixed(body) }

  /// The text of the element that just started, without that of its children, and without blanks around it.
  mutating func text() throws -> String { try mixed { _, _ in } }

  /// As `text`, while `body` takes the children.
  mutating func mixed(_ body: (inout MarkupCursor, String) throws -> Void) throws -> String {
    let level = depth
    var bytes: [UInt8] = []
    loop: while true {
      switch try next() {
      case .start(let id):
        try body(&self, local(id))
        while depth > level { if try next() == .finished { break loop } }
      case .end: if depth < level { break loop }
      case .text: bytes.append(contentsOf: reader.text.bytes)
      case .finished: break loop
      }
    }
    return String(decoding: bytes, as: UTF8.self).trimmed
  }

  /// What `body` reads with the reader alone, up to the end of the element that just started.
  mutating func whole(_ body: (inout MarkupReader) throws -> Void) throws {
    try body(&reader)
    depth -= 1
  }
}

extension String {
  /// Without blanks of XML around it.
  fileprivate var trimmed: String {
    let isBlank = { (byte: UInt8) in byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 }
    guard let first = utf8.firstIndex(where: { !isBlank($0) }), let last = utf8.lastIndex(where: { !isBlank($0) })
    else { return "" }
    return String(self[first...last])
  }
}

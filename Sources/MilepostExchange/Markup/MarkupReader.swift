import CLibExpat

/// Reads XML of strangers event by event, in memory that does not grow with the file.
///
/// Document types, and with them entities, are refused; nothing is ever loaded. Namespaces are resolved. Over the
/// parser's own cost it adds about as much again.
struct MarkupReader: ~Copyable {
  private static let pieceLength = 64 * 1024

  private let source: ByteSource
  private let parser: XML_Parser
  private let events: UnsafeMutablePointer<MarkupEvents>
  private let limits: MarkupLimits
  /// Bytes that the parser was given.
  private var given = 0
  private var isAtEnd = false
  private var script = MarkupScript.utf8
  /// Where the event that was last handed out begins, and the next one.
  private var current = 0
  private var following = 0

  init(_ source: ByteSource, limits: MarkupLimits = MarkupLimits()) {
    guard let parser = XML_ParserCreateNS(nil, XML_Char(bitPattern: UInt8(ascii: " "))) else {
      preconditionFailure("no memory for a parser")
    }
    self.source = source
    self.parser = parser
    self.limits = limits
    events = .allocate(capacity: 1)
    events.initialize(to: MarkupEvents(parser, limits: limits))
    XML_SetUserData(parser, events)
    setMarkupHandlers(parser)
  }

  deinit {
    XML_ParserFree(parser)
    events.pointee.deallocate()
    events.deinitialize(count: 1)
    events.deallocate()
  }

  /// The number of a name, for comparing.
  func id(of name: MarkupName) -> MarkupName.ID { events.pointee.names.id(of: name) }

  func id(of local: String, in namespace: String = "") -> MarkupName.ID { id(of: MarkupName(local, in: namespace)) }

  func name(_ id: MarkupName.ID) -> MarkupName { events.pointee.names[id] }

  /// How many names there are; all numbers are below it.
  var nameCount: Int { events.pointee.names.count }

  /// - Throws: `MarkupFault`, and what the source throws.
  mutating func next() throws -> MarkupEvent {
    while following == events.pointee.wordCount {
      if let fault = events.pointee.fault { throw fault }
      guard !isAtEnd else { return .finished }
      try parse()
    }
    current = following
    let word = events.pointee.words[current]
    let name = MarkupName.ID(number: word >> 2)
    switch MarkupEvent.Kind(rawValue: word & 3) {
    case .start:
      following = current + MarkupEvents.startLength + 3 * attributeCount
      return .start(name)
    case .end:
      following = current + MarkupEvents.endLength
      return .end(name)
    case .text:
      following = current + MarkupEvents.textLength
      return .text
    case nil: preconditionFailure("a kind of event that was never written")
    }
  }

  /// Where the element that just started begins: line and column, from 1, the column in Unicode scalars.
  var position: (line: Int, column: Int) {
    (Int(events.pointee.words[current + 1]), Int(events.pointee.words[current + 2]))
  }

  /// Of the element that just started.
  var attributeCount: Int { Int(events.pointee.words[current + MarkupEvents.startLength - 1]) }

  /// The name and value of an attribute of the element that just started.
  func attribute(_ index: Int) -> (name: MarkupName.ID, value: MarkupBytes) {
    let place = events.pointee.words + (current + MarkupEvents.startLength + 3 * index)
    return (
      MarkupName.ID(number: place[0]),
      MarkupBytes(UnsafeBufferPointer(start: events.pointee.bytes + Int(place[1]), count: Int(place[2])))
    )
  }

  func value(of name: MarkupName.ID) -> MarkupBytes? {
    for index in 0..<attributeCount {
      let (id, value) = attribute(index)
      if id == name { return value }
    }
    return nil
  }

  /// The text of an event that is text.
  var text: MarkupBytes {
    let place = events.pointee.words + current
    return MarkupBytes(UnsafeBufferPointer(start: events.pointee.bytes + Int(place[1]), count: Int(place[2])))
  }

  /// Goes on behind the end of the element that just started.
  mutating func skip() throws {
    var depth = 1
    while depth > 0 {
      switch try next() {
      case .start: depth += 1
      case .end: depth -= 1
      case .text: continue
      case .finished: return
      }
    }
  }

  /// All text up to the end of the element that just started; elements in it are skipped.
  mutating func allText() throws -> String {
    var bytes: [UInt8] = []
    while true {
      switch try next() {
      case .start: try skip()
      case .text: bytes.append(contentsOf: text.bytes)
      case .end, .finished: return String(decoding: bytes, as: UTF8.self)
      }
    }
  }

  private mutating func parse() throws {
    events.pointee.removeAll()
    current = 0
    following = 0
    guard let room = XML_GetBuffer(parser, Int32(MarkupReader.pieceLength)) else {
      preconditionFailure("no memory for a piece of \(MarkupReader.pieceLength) bytes")
    }
    let count = try source.read(UnsafeMutableRawBufferPointer(start: room, count: MarkupReader.pieceLength))
    if given == 0 { script = MarkupScript(UnsafeRawBufferPointer(start: room, count: count)) }
    given += count
    isAtEnd = count == 0
    guard script != .utf32 else { return events.pointee.stop(.encoding("UTF-32")) }
    let status = XML_ParseBuffer(parser, Int32(count), isAtEnd ? 1 : 0)
    if status != XML_STATUS_OK {
      events.pointee.note(MarkupFault(of: parser, script, isEmpty: given == 0))
    } else if given - Int(XML_GetCurrentByteIndex(parser)) > limits.tagLength {
      // What is held back is a tag that has not come to its end.
      events.pointee.stop(.exceeds(.tagLength(limits.tagLength)))
    }
  }
}

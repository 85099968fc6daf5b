import CLibExpat
import Glibc

/// What the parser found in a piece of the text, as numbers and bytes, so that nothing is made for each of them.
///
/// The parser's calls reach it by a pointer, which spares a check for exclusive access at each.
struct MarkupEvents {
  /// How many numbers tell what starts: kind and name, line, column, how many attributes; then three for each of them.
  static let startLength = 4
  /// Of an end: kind and name.
  static let endLength = 1
  /// Of a text: kind, where its bytes begin and how many they are.
  static let textLength = 3

  let limits: MarkupLimits
  let parser: XML_Parser
  var names = MarkupNames()
  private(set) var fault: MarkupFault?
  private(set) var words: UnsafeMutablePointer<UInt32>
  private(set) var wordCount = 0
  private var wordRoom = 1024
  private(set) var bytes: UnsafeMutablePointer<UInt8>
  private var byteCount = 0
  private var byteRoom = 4096
  private var open: [MarkupName.ID] = []
  private var elements = 0
  /// Bytes of text since the last tag.
  private var textLength = 0
  /// Where the last event begins, when it is text.
  private var lastText: Int?

  init(_ parser: XML_Parser, limits: MarkupLimits) {
    self.parser = parser
    self.limits = limits
    words = .allocate(capacity: wordRoom)
    bytes = .allocate(capacity: byteRoom)
  }

  func deallocate() {
    words.deallocate()
    bytes.deallocate()
  }

  /// Forgets the events, not the names.
  mutating func removeAll() {
    wordCount = 0
    byteCount = 0
    lastText = nil
  }

  mutating func start(
    _ name: UnsafePointer<XML_Char>, _ attributes: UnsafeMutablePointer<UnsafePointer<XML_Char>?>?
  ) {
    elements += 1
    textLength = 0
    lastText = nil
    guard open.count < limits.depth else { return stop(.exceeds(.depth(limits.depth))) }
    guard elements <= limits.elements else { return stop(.exceeds(.elements(limits.elements))) }
    guard let name = id(of: name) else { return }
    open.append(name)
    let beginning = wordCount
    append(MarkupEvent.Kind.start.rawValue | name.number << 2)
    append(UInt32(truncatingIfNeeded: XML_GetCurrentLineNumber(parser)))
    append(UInt32(truncatingIfNeeded: XML_GetCurrentColumnNumber(parser)) + 1)
    append(0)
    guard let attributes else { return }
    // An element that is refused was never there.
    if !add(attributes, to: beginning + MarkupEvents.startLength - 1) { wordCount = beginning }
  }

  /// - Returns: false when there is too much of them.
  private mutating func add(
    _ attributes: UnsafeMutablePointer<UnsafePointer<XML_Char>?>, to place: Int
  ) -> Bool {
    var next = attributes
    var count: UInt32 = 0
    while let name = next[0], let value = next[1] {
      let length = strlen(value)
      guard count < limits.attributes, length <= limits.valueLength else {
        stop(.exceeds(length > limits.valueLength ? .valueLength(limits.valueLength) : .attributes(limits.attributes)))
        return false
      }
      guard let id = id(of: name) else { return false }
      append(id.number)
      append(UInt32(byteCount))
      append(UInt32(length))
      append(value, count: length)
      count += 1
      next += 2
    }
    words[place] = count
    return true
  }

  mutating func end() {
    textLength = 0
    lastText = nil
    guard let name = open.popLast() else { return }
    append(MarkupEvent.Kind.end.rawValue | name.number << 2)
  }

  mutating func text(_ text: UnsafePointer<XML_Char>, count: Int) {
    textLength += count
    guard textLength <= limits.textLength else { return stop(.exceeds(.textLength(limits.textLength))) }
    if let lastText {
      words[lastText + MarkupEvents.textLength - 1] += UInt32(count)
    } else {
      lastText = wordCount
      append(MarkupEvent.Kind.text.rawValue)
      append(UInt32(byteCount))
      append(UInt32(count))
    }
    append(text, count: count)
  }

  mutating func stop(_ reason: MarkupFault.Reason) {
    note(MarkupFault(reason, at: parser))
    XML_StopParser(parser, XML_Bool(XML_FALSE))
  }

  /// The first fault counts.
  mutating func note(_ other: MarkupFault) {
    if fault == nil { fault = other }
  }

  private mutating func id(of name: UnsafePointer<XML_Char>) -> MarkupName.ID? {
    let length = strlen(name)
    guard length <= limits.nameLength else {
      stop(.exceeds(.nameLength(limits.nameLength)))
      return nil
    }
    let id = name.withMemoryRebound(to: UInt8.self, capacity: length) { bytes in
      names.id(of: UnsafeBufferPointer(start: bytes, count: length))
    }
    guard names.count <= limits.names else {
      stop(.exceeds(.names(limits.names)))
      return nil
    }
    return id
  }

  private mutating func append(_ word: UInt32) {
    if wordCount == wordRoom {
      let larger = UnsafeMutablePointer<UInt32>.allocate(capacity: wordRoom * 2)
      larger.moveInitialize(from: words, count: wordCount)
      words.deallocate()
      words = larger
      wordRoom *= 2
    }
    words[wordCount] = word
    wordCount += 1
  }

  private mutating func append(_ text: UnsafePointer<XML_Char>, count: Int) {
    if byteCount + count > byteRoom {
      let room = max(byteRoom * 2, byteCount + count)
      let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: room)
      larger.moveInitialize(from: bytes, count: byteCount)
      bytes.deallocate()
      bytes = larger
      byteRoom = room
    }
    memcpy(bytes + byteCount, text, count)
    byteCount += count
  }
}

/// What a reader comes upon.
enum MarkupEvent: Hashable {
  case start(MarkupName.ID)
  case end(MarkupName.ID)
  /// A piece of text: one between two tags may come as several.
  case text
  case finished

  /// As it is kept, in two bits.
  enum Kind: UInt32 { case start, end, text }
}

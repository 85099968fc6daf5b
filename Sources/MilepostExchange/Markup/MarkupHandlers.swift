import CLibExpat

/// The encodings of a text, as its first bytes tell them.
enum MarkupScript {
  case utf8, utf16, utf32

  init(_ beginning: UnsafeRawBufferPointer) {
    switch Array(beginning.prefix(4)) {
    case [0, 0, 0xFE, 0xFF], [0xFF, 0xFE, 0, 0], [0, 0, 0, 0x3C], [0x3C, 0, 0, 0]: self = .utf32
    case let bytes where [[0xFE, 0xFF], [0xFF, 0xFE], [0, 0x3C], [0x3C, 0]].contains(Array(bytes.prefix(2))):
      self = .utf16
    default: self = .utf8
    }
  }
}

extension MarkupEvents {
  fileprivate static func at(_ context: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<MarkupEvents>? {
    context?.assumingMemoryBound(to: MarkupEvents.self)
  }

  /// What a text may say of its own encoding.
  fileprivate mutating func declare(encoding: UnsafePointer<XML_Char>?) {
    guard let name = encoding.map({ String(cString: $0) }) else { return }
    if !["utf-8", "utf-16", "utf-16le", "utf-16be", "us-ascii"].contains(name.lowercased()) { stop(.encoding(name)) }
  }
}

/// Lets the parser call the events that it was given.
func setMarkupHandlers(_ parser: XML_Parser) {
  XML_SetElementHandler(
    parser,
    { context, name, attributes in
      guard let name else { return }
      MarkupEvents.at(context)?.pointee.start(name, attributes)
    },
    { context, _ in MarkupEvents.at(context)?.pointee.end() })
  XML_SetCharacterDataHandler(parser) { context, text, count in
    guard let text else { return }
    MarkupEvents.at(context)?.pointee.text(text, count: Int(count))
  }
  XML_SetStartDoctypeDeclHandler(parser) { context, _, _, _, _ in
    MarkupEvents.at(context)?.pointee.stop(.documentType)
  }
  XML_SetXmlDeclHandler(parser) { context, _, encoding, _ in
    MarkupEvents.at(context)?.pointee.declare(encoding: encoding)
  }
}

extension MarkupFault {
  init(_ reason: Reason, at parser: XML_Parser) {
    self.init(
      reason: reason, line: Int(XML_GetCurrentLineNumber(parser)), column: Int(XML_GetCurrentColumnNumber(parser)) + 1)
  }

  /// What stopped the parser itself.
  init(of parser: XML_Parser, _ script: MarkupScript, isEmpty: Bool) {
    let code = XML_GetErrorCode(parser)
    let words = Reason.notWellFormed(XML_ErrorString(code).map { String(cString: $0) } ?? "it is damaged")
    let reason: Reason
    switch code {
    case XML_ERROR_NO_ELEMENTS: reason = isEmpty ? .isEmpty : .endsEarly
    case XML_ERROR_UNCLOSED_TOKEN, XML_ERROR_PARTIAL_CHAR, XML_ERROR_UNCLOSED_CDATA_SECTION: reason = .endsEarly
    case XML_ERROR_UNDEFINED_ENTITY: reason = .undefinedEntity
    case XML_ERROR_INVALID_TOKEN where script == .utf8: reason = MarkupFault.unfit(at: parser) ?? words
    default: reason = words
    }
    self.init(reason, at: parser)
  }

  /// What is wrong with the bytes at which the parser stopped; nil when they are a character.
  private static func unfit(at parser: XML_Parser) -> Reason? {
    var offset: Int32 = 0
    var size: Int32 = 0
    guard let context = XML_GetInputContext(parser, &offset, &size), offset < size else { return nil }
    let rest = UnsafeBufferPointer(start: context + Int(offset), count: Int(min(4, size - offset)))
    let bytes = rest.map { UInt8(bitPattern: $0) }
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    switch decoder.decode(&iterator) {
    case .error: return .notUTF8(bytes[0])
    case .scalarValue(let scalar)
    where (scalar.value < 0x20 && ![0x09, 0x0A, 0x0D].contains(scalar.value)) || scalar.value & ~1 == 0xFFFE:
      return .character(scalar.value)
    case .scalarValue, .emptyInput: return nil
    }
  }
}

import Testing

@testable import MilepostExchange

/// What a reader hands out, as text: `<ns|a k=v>`, `text`, `</>`; or the fault.
func events(
  _ source: ByteSource, limits: MarkupLimits = MarkupLimits(), positions: Bool = false
) throws -> [String] {
  var reader = MarkupReader(source, limits: limits)
  var list: [String] = []
  while true {
    let event = try reader.next()
    switch event {
    case .start(let id):
      let name = reader.name(id)
      let place = positions ? "\(reader.position.line):\(reader.position.column) " : ""
      var text = place + "<" + (name.namespace.isEmpty ? "" : name.namespace + "|") + name.local
      for index in 0..<reader.attributeCount {
        let (key, value) = reader.attribute(index)
        text += " \(reader.name(key).local)=\(value.text)"
      }
      list.append(text + ">")
    case .end: list.append("</>")
    case .text: list.append(reader.text.text)
    case .finished: return list
    }
  }
}

private func events(_ text: String, limits: MarkupLimits = MarkupLimits(), positions: Bool = false) throws -> [String] {
  try events(ByteSource(Array(text.utf8)), limits: limits, positions: positions)
}

/// Hands out a text in pieces of a few bytes.
private func dripping(_ bytes: [UInt8], by count: Int) -> ByteSource {
  var rest = bytes[...]
  return ByteSource { buffer in
    let piece = rest.prefix(count)
    rest = rest.dropFirst(count)
    buffer.copyBytes(from: piece)
    return piece.count
  }
}

/// Hands out a beginning, then the same piece again and again, then an end.
func repeating(_ beginning: String, _ piece: String, times: Int, _ end: String = "") -> ByteSource {
  var left = times
  var rest = Array(beginning.utf8)[...]
  let piece = Array(piece.utf8)
  var isEnding = false
  return ByteSource { buffer in
    while rest.isEmpty, !isEnding {
      isEnding = left == 0
      rest = isEnding ? Array(end.utf8)[...] : piece[...]
      left -= 1
    }
    let next = rest.prefix(buffer.count)
    rest = rest.dropFirst(next.count)
    buffer.copyBytes(from: next)
    return next.count
  }
}

func fault(of source: ByteSource, limits: MarkupLimits = MarkupLimits()) throws -> MarkupFault? {
  do {
    var reader = MarkupReader(source, limits: limits)
    while try reader.next() != .finished {}
    return nil
  } catch let fault as MarkupFault {
    return fault
  }
}

@Suite struct MarkupReaderTests {
  private func fault(_ text: String) throws -> MarkupFault? {
    try MilepostExchangeTests.fault(of: ByteSource(Array(text.utf8)))
  }

  @Test func `elements come with their namespaces, values and text`() throws {
    let text = "<?xml version='1.0'?><a xmlns='u' xmlns:p='v'><p:b k='1 &lt;' p:l=\"é\"/>x<!-- n -->y<![CDATA[<]]></a>"
    #expect(try events(text).joined() == "<u|a><v|b k=1 < l=é></>xy<</>")
  }

  @Test func `names are the same however a text is cut into pieces`() throws {
    let text = "<a xmlns='urn:x'><b c='é€😀'>é€😀</b>\r\n<b c='&#x1F600;'/></a>"
    let whole = try events(text).joined()
    for count in 1...7 { #expect(try events(dripping(Array(text.utf8), by: count)).joined() == whole) }
  }

  @Test func `positions count lines and Unicode scalars from 1`() throws {
    let list = try events("<a>\n  <b/>😀é<c\n x='1'/></a>", positions: true)
    #expect(list.filter { $0.contains("<") && !$0.contains("</") } == ["1:1 <a>", "2:3 <b>", "2:9 <c x=1>"])
  }

  @Test func `UTF-16 is read in both orders`() throws {
    let text = "<?xml version='1.0' encoding='UTF-16'?><a k='é😀'>ж</a>"
    let little = text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
    let big = text.utf16.flatMap { [UInt8($0 >> 8), UInt8(truncatingIfNeeded: $0)] }
    #expect(try events(ByteSource([0xFF, 0xFE] + little)).joined() == "<a k=é😀>ж</>")
    #expect(try events(ByteSource([0xFE, 0xFF] + big)).joined() == "<a k=é😀>ж</>")
    #expect(try events(ByteSource([0xEF, 0xBB, 0xBF] + Array("<a/>".utf8))).joined() == "<a></>")
  }

  @Test func `other encodings are named`() throws {
    for name in ["ISO-8859-1", "windows-1252", "utf8", "UTF-7"] {
      #expect(try fault("<?xml version='1.0' encoding='\(name)'?><a/>")?.reason == .encoding(name))
    }
    let wide: [UInt8] = "<a/>".utf8.flatMap { [$0, 0, 0, 0] }
    let found = try MilepostExchangeTests.fault(of: ByteSource([0xFF, 0xFE, 0, 0] + wide))
    #expect(found?.reason == .encoding("UTF-32"))
  }

  @Test func `bytes that are no text are named with their place`() throws {
    func fault(_ bytes: [UInt8]) throws -> MarkupFault? {
      try MilepostExchangeTests.fault(of: ByteSource(Array("<a>\nab".utf8) + bytes + Array("</a>".utf8)))
    }
    #expect(try fault([0xE9]) == MarkupFault(reason: .notUTF8(0xE9), line: 2, column: 3))
    #expect(try fault([0xC0, 0x80])?.reason == .notUTF8(0xC0))
    #expect(try fault([0xED, 0xA0, 0x80])?.reason == .notUTF8(0xED))
    #expect(try fault([0]) == MarkupFault(reason: .character(0), line: 2, column: 3))
    #expect(try fault([0xEF, 0xBF, 0xBE])?.reason == .character(0xFFFE))
    #expect(try fault([0x1B])?.reason == .character(0x1B))
  }

  @Test func `a text that ends early, is empty or is something else is refused`() throws {
    #expect(try fault("")?.reason == .isEmpty)
    for text in ["<a>", "<a><b></b>", "<a k='1", "<a>\u{20AC}", "<!-- x", "<a><![CDATA[x", "   "] {
      #expect(try fault(text)?.reason == .endsEarly, "\(text)")
    }
    #expect(try fault("\n <a>\n  <b></c>\n</a>")?.line == 3)
    for text in ["a,b\n1,2\n", "<a b='1' b='2'/>", "<p:a/>", "<a/><b/>", "<a>&</a>", " <?xml version='1.0'?><a/>"] {
      guard case .notWellFormed = try fault(text)?.reason else {
        Issue.record("\(text)")
        continue
      }
    }
  }

  @Test func `document types and their entities are refused before they are read`() throws {
    let laughs = (1..<30).map { "<!ENTITY l\($0) '&l\($0 - 1);&l\($0 - 1);'>" }.joined()
    let texts = [
      "<!DOCTYPE a><a/>", "<!DOCTYPE a [<!ENTITY l0 'ha'>\(laughs)]><a>&l29;</a>",
      "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>",
      "<!DOCTYPE a SYSTEM 'http://127.0.0.1:1/a.dtd'><a/>", "<!DOCTYPE a [<!ENTITY % p SYSTEM 'p'> %p;]><a/>",
    ]
    for text in texts { #expect(try fault(text)?.reason == .documentType) }
    #expect(try fault("<a>&x;</a>")?.reason == .undefinedEntity)
    #expect(try fault("<a b='&x;'/>")?.reason == .undefinedEntity)
  }
}

@Suite struct MarkupLimitTests {
  private let limits = MarkupLimits()

  private func reason(_ source: ByteSource) throws -> MarkupFault.Reason? {
    try fault(of: source, limits: limits)?.reason
  }

  @Test func `nesting without end is refused`() throws {
    #expect(try reason(repeating("", "<a>", times: 100_000)) == .exceeds(.depth(limits.depth)))
    let most = String(repeating: "<a>", count: limits.depth) + String(repeating: "</a>", count: limits.depth)
    #expect(try reason(ByteSource(Array(most.utf8))) == nil)
  }

  @Test func `an element with a million attributes is refused`() throws {
    let many = (0..<1_000_000).lazy.map { " a\($0)='1'" }
    #expect(try reason(ByteSource(Array(("<a" + many.joined() + "/>").utf8))) == .exceeds(.tagLength(limits.tagLength)))
    let some = (0...limits.attributes).map { " a\($0)='1'" }.joined()
    #expect(try reason(ByteSource(Array("<a\(some)/>".utf8))) == .exceeds(.attributes(limits.attributes)))
  }

  @Test func `texts, values, names and comments without end are refused`() throws {
    let x = String(repeating: "x", count: 1000)
    #expect(try reason(repeating("<a>", x, times: 1_000_000)) == .exceeds(.textLength(limits.textLength)))
    #expect(try reason(repeating("<a k='", x, times: 100, "'/>")) == .exceeds(.valueLength(limits.valueLength)))
    #expect(try reason(repeating("<a k='", x, times: 1_000_000)) == .exceeds(.tagLength(limits.tagLength)))
    #expect(try reason(repeating("<a><!--", x, times: 1_000_000)) == .exceeds(.tagLength(limits.tagLength)))
    #expect(try reason(repeating("<a xmlns='", x, times: 3, "'/>")) == .exceeds(.nameLength(limits.nameLength)))
    #expect(try reason(repeating("<", x, times: 3, "/>")) == .exceeds(.nameLength(limits.nameLength)))
  }

  @Test func `too many different names are refused`() throws {
    let names = (0...limits.names).map { "<a\($0)/>" }.joined()
    #expect(try reason(ByteSource(Array("<a>\(names)</a>".utf8))) == .exceeds(.names(limits.names)))
  }

  @Test func `too many elements are refused`() throws {
    var limits = MarkupLimits()
    limits.elements = 10_000
    let found = try fault(of: repeating("<a>", "<b/>", times: 20_000, "</a>"), limits: limits)
    #expect(found?.reason == .exceeds(.elements(10_000)))
  }

  @Test func `a long text is read in pieces`() throws {
    var reader = MarkupReader(repeating("<a>", "<b k='1'>2</b>\n", times: 200_000, "</a>"))
    var (elements, texts) = (0, 0)
    while true {
      let event = try reader.next()
      if case .start = event { elements += 1 }
      if event == .text { texts += reader.text.count }
      if event == .finished { break }
    }
    #expect(elements == 200_001)
    #expect(texts == 400_000)
  }
}

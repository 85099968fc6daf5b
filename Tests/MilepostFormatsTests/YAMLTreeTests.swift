import MilepostFormats
import MilepostModel
import MilepostTesting
import Testing

@Suite struct YAMLTreeTests {
  private func parse(_ bytes: [UInt8]) -> (node: YAMLNode?, findings: [Diagnostic]) {
    var diagnostics = Diagnostics()
    let node = YAMLTree.parse(bytes, file: "x.yaml", into: &diagnostics)
    return (node, diagnostics.all)
  }

  private func parse(_ text: String) -> (node: YAMLNode?, findings: [Diagnostic]) { parse(Array(text.utf8)) }

  private func value(_ key: String, in node: YAMLNode?) -> YAMLNode? {
    guard case .mapping(let pairs) = node?.content else { return nil }
    return pairs.first { $0.key == key }?.value
  }

  @Test(arguments: ["2.10", "0x1F", "NO", "1e3", "2020-04-29", "012", "true", "~"])
  func `a plain value stays as it is written`(text: String) {
    #expect(value("id", in: parse("id: \(text)\n").node)?.content == .scalar(text, .plain))
  }

  @Test(arguments: [
    ("id: \"2.10\"", YAMLNode.Content.scalar("2.10", .quoted)), ("id: 'it''s'", .scalar("it's", .quoted)),
    ("id: |\n  a\n  b\n", .scalar("a\nb\n", .block)), ("id: >\n  a\n  b\n", .scalar("a b\n", .block)),
  ])
  func `a value remembers its style`(text: String, content: YAMLNode.Content) {
    #expect(value("id", in: parse(text).node)?.content == content)
  }

  @Test(arguments: [
    "ascii: ①x", "العنوان: ①قيمة", "标题: ①值", "👩‍👩‍👧 x: ①y", "é: {a: b, c: ①d}", "a: b\r\nc: ①d", "a: b\rc: ①d",
    "a: \"\u{2028}\"\nb: ①c", "# نص\n\nk:\n    - ①v",
  ])
  func `columns count Unicode scalars`(marked: String) {
    let source = MarkedText(marked.replacing("\r\n", with: "\n").replacing("\r", with: "\n"), file: "x.yaml")
    let plain = String(marked.unicodeScalars.filter { $0 != "①" }.map(Character.init))
    #expect(places(parse(plain).node).contains(source["①"]))
  }

  @Test func `a byte order mark takes no column`() {
    let (node, findings) = parse("\u{FEFF}a: b\n")
    #expect(findings == [])
    #expect(value("a", in: node)?.position == SourcePosition(file: "x.yaml", line: 1, column: 4))
  }

  private func places(_ node: YAMLNode?) -> [SourcePosition] {
    guard let node else { return [] }
    switch node.content {
    case .scalar, .refused: return [node.position]
    case .sequence(let items): return items.flatMap(places)
    case .mapping(let pairs): return pairs.flatMap { places($0.value) }
    }
  }

  @Test func `every duplicate key is reported where it stands again`() {
    let source = MarkedText("①a: 1\n②a: 2\nb: {③c: 1, ④c: 2}\n⑤a: 3\n", file: "x.yaml")
    let (node, findings) = parse(source.text)
    #expect(findings.map(\.position) == [source["②"], source["④"], source["⑤"]])
    #expect(findings.map(\.code) == ["MP0011", "MP0011", "MP0011"])
    #expect(findings.map { $0.notes.map(\.position) } == [[source["①"]], [source["③"]], [source["①"]]])
    #expect(value("a", in: node)?.content == .scalar("1", .plain))
  }

  @Test(arguments: [
    ("a: ①&x 1", "MP0007"), ("a: 1\nb: ①*x", "MP0007"), ("a: ①!!str 1", "MP0008"), ("a: ①!x [1]", "MP0008"),
    ("a: 1\n①---\nb: 2\n", "MP0009"), ("①[a]: 1", "MP0010"), ("? ①{a: b}\n: 1", "MP0010"),
    ("a: 1\n b①: 2\n", "MP0001"), ("a: [1, 2\nb①: 3", "MP0001"), ("①\ta: 1", "MP0001"), ("a: \"x①", "MP0001"),
    ("a: ①@x", "MP0001"), ("①", "MP0012"), ("# only words①\n", "MP0012"), ("a: x①\u{07}", "MP0004"),
    ("a: x①\u{00}", "MP0004"),
  ])
  func `what a workspace does not need is refused at its place`(marked: String, code: String) {
    let source = MarkedText(marked, file: "x.yaml")
    let findings = parse(source.text).findings
    #expect(findings.contains { $0.code == code })
    let expected = code == "MP0012" ? SourcePosition.wholeFile("x.yaml") : source["①"]
    #expect(findings.first?.position == expected, "\(findings)")
  }

  @Test func `faults before one of syntax are reported with it`() {
    let (node, findings) = parse("a: &x 1\na: 2\nb: [1\nc: 2\n")
    #expect(node == nil)
    #expect(findings.map(\.code) == ["MP0007", "MP0011", "MP0001"])
  }

  @Test(
    arguments: [
      ([0xFF, 0xFE, 0x61, 0x00], "MP0002", 1, 1), ([0x00, 0x61, 0x00, 0x3A], "MP0002", 1, 1),
      ([0x61, 0x3A, 0x20, 0xE9, 0x74], "MP0003", 1, 4), ([0x61, 0x3A, 0x0A, 0xC3, 0xA9, 0xC3], "MP0003", 2, 2),
      ([0x61, 0x3A, 0x20, 0xED, 0xA0, 0x80], "MP0003", 1, 4), ([0xC3, 0xA9, 0x00], "MP0004", 1, 2),
    ] as [([UInt8], String, Int, Int)])
  func `bytes that are no text are refused`(bytes: [UInt8], code: String, line: Int, column: Int) {
    let (node, findings) = parse(bytes)
    #expect(node == nil)
    #expect(findings.map(\.code) == [code])
    #expect(findings.first?.position == SourcePosition(file: "x.yaml", line: line, column: column))
  }

  @Test func `deep nesting is refused and costs nothing`() {
    for text in [String(repeating: "[", count: 1_000_000), String(repeating: "{a: ", count: 200_000)] {
      let (node, findings) = parse(text)
      #expect(node == nil)
      #expect(findings.map(\.code) == ["MP0005"])
    }
    let fine = String(repeating: "[", count: 60) + String(repeating: "]", count: 60)
    #expect(parse(fine).findings == [])
  }

  @Test func `an alias bomb does nothing`() {
    var text = "a0: &a0 [x, x]\n"
    for level in 1...30 {
      text += "a\(level): &a\(level) [" + Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ") + "]\n"
    }
    let (_, findings) = parse(text)
    #expect(findings.count == 31 + 300)
    #expect(Set(findings.map(\.code)) == ["MP0007"])
  }

  @Test func `a file that is too large is refused before it is parsed`() {
    #expect(parse([UInt8](repeating: 0x61, count: 10_000_000)).findings.map(\.code) == ["MP0005"])
  }

  @Test func `a line of megabytes is read`() {
    let text = String(repeating: "x", count: 4_000_000)
    #expect(value("a", in: parse("a: \(text)\n").node)?.content == .scalar(text, .plain))
  }
}

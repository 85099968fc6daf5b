import MilepostLanguage
import MilepostModel
import MilepostTesting
import Testing

@testable import MilepostFormats

@Suite struct JSONTreeTests {
  private func parse(_ source: MarkedText) -> (node: JSONNode?, findings: [Diagnostic]) {
    var diagnostics = Diagnostics()
    let node = JSONTree.parse(Array(source.text.utf8), file: source.file, into: &diagnostics)
    return (node, diagnostics.all)
  }

  private func parse(_ text: String) -> (node: JSONNode?, findings: [Diagnostic]) {
    parse(MarkedText(text, file: "a.json"))
  }

  @Test func `every kind of value is read, with its place`() throws {
    let source = MarkedText(
      "①{\"é\": ②[1, -2.5e1, 0],\n  \"b\": [③\"a\\u00e9\\ud83d\\ude00\\n\", true, false, null, {}, []]}", file: "a.json"
    )
    let (node, findings) = parse(source)
    #expect(findings == [])
    let root = try #require(node)
    #expect(root.place.position(in: "a.json") == source["①"])
    let numbers = try #require(root["é"])
    #expect(numbers.place.position(in: "a.json") == source["②"])
    guard case .numbers(let values) = numbers.content else {
      Issue.record("an array of numbers")
      return
    }
    #expect(values == [1, -25, 0])
    let items = try #require(root["b"]?.items)
    #expect(items.map(\.kindName) == ["a text", "true or false", "true or false", "null", "an object", "an array"])
    #expect(items[0].text == "aé😀\n")
    #expect(items[0].place.position(in: "a.json") == source["③"])
  }

  @Test(arguments: [
    "①NaN", "[-①Infinity]", "[1,①]", "{\"a\": 1,①}", "[0①1]", "[1.①]", "[①+1]", "[①.5]", "[1 ①2]", "{①a: 1}",
    "{\"a\" ①1}",
    "[1] ①2", "[①'a']", "[①\"a\n\"]", "[①\"a", "[\"\\①x\"]", "[\"\\u00①g0\"]", "[\"\\ud83d①\"]", "[①1e999]", "[tru①]",
    "[①// a\n1]",
    "[1①", "{\"a\":①",
  ])
  func `what is no JSON is refused at its place`(marked: String) {
    let source = MarkedText(marked, file: "a.json")
    let (node, findings) = parse(source)
    #expect(node == nil)
    #expect(findings.map(\.code) == ["MP0013"])
    #expect(findings.map(\.position) == [source["①"]])
  }

  @Test func `a key that stands twice is reported with the first`() {
    let source = MarkedText("{①\"a\": 1, ②\"a\": 2, \"b\": {\"a\": 3}}", file: "a.json")
    let (node, findings) = parse(source)
    #expect(node == nil)
    #expect(findings.map(\.code) == ["MP0011"])
    #expect(findings.map(\.position) == [source["②"]])
    #expect(findings.first?.notes.map(\.position) == [source["①"]])
  }

  @Test func `a hostile file is refused and not followed to its end`() {
    let deep = parse(String(repeating: "[", count: 100_000))
    #expect(deep.findings.map(\.code) == ["MP0005"])
    #expect(deep.findings.map(\.position.column) == [65])
    var diagnostics = Diagnostics()
    let large = [UInt8](repeating: UInt8(ascii: " "), count: SourceText.maximumBytes + 1)
    #expect(JSONTree.parse(large, file: "a.json", into: &diagnostics) == nil)
    #expect(diagnostics.all.map(\.code) == ["MP0005"])
    #expect(parse(" \n").findings.map(\.code) == ["MP0012"])
    #expect(parse("[\"\u{0}\"]").findings.map(\.code) == ["MP0004"])
  }

  @Test(arguments: [([0xFF, 0xFE, 0x7B, 0x00] as [UInt8], "MP0002"), ([0x22, 0xE9, 0x22], "MP0003")])
  func `what is no UTF-8 is refused`(bytes: [UInt8], code: String) {
    var diagnostics = Diagnostics()
    #expect(JSONTree.parse(bytes, file: "a.json", into: &diagnostics) == nil)
    #expect(diagnostics.all.map(\.code) == [code])
  }
}

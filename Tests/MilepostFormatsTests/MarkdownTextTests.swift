import MilepostModel
import Testing

@testable import MilepostFormats

@Suite struct MarkdownTextTests {
  private func plain(_ text: String) -> SpanSkeleton { SpanSkeleton([.text(text)], []) }

  private func written(_ skeleton: SpanSkeleton, isCell: Bool = false) -> String? {
    var writer = MarkdownText(braces: [:])
    writer.isCell = isCell
    return writer.text(skeleton)
  }

  @Test(arguments: [
    ("a*b", "a\\*b"), ("snake_case", "snake_case"), ("_a", "\\_a"), ("1 < 2", "1 < 2"), ("a <b>", "a \\<b>"),
    ("R&D", "R\\&D"), ("A & B", "A & B"), ("- no item", "\\- no item"), ("2019. A year", "2019\\. A year"),
    ("# 1", "\\# 1"), ("{x}", "\\{x}"), ("[x](y)", "\\[x\\](y)"), (":::box", "\\:::box"),
  ]) func `signs that would be more than text have a stroke before them`(_ text: String, _ expected: String) {
    #expect(written(plain(text)) == expected)
  }

  @Test func `an upright stroke ends a cell`() {
    #expect(written(plain("a|b"), isCell: true) == "a\\|b")
    #expect(written(plain("a|b")) == "a|b")
  }

  @Test func `blanks at the ends of bold words stand outside of them`() {
    let spans: [TextSpan] = [.text("a"), .strong([.text(" b "), .emphasis([.text("c")])]), .text("d")]
    #expect(written(SpanSkeleton(spans, [])) == "a **b** ***c***d")
  }

  @Test func `how markup was nested does not matter`() {
    let one = SpanSkeleton([.strong([.emphasis([.text("a")])])], [])
    let other = SpanSkeleton([.emphasis([.strong([.text("a")])])], [])
    #expect(one.mark == other.mark)
  }

  @Test func `a claim without words stands outside of words that begin at its place`() {
    let (claim, figure) = (TextMark(of: "claim"), TextMark(of: "figure"))
    let inside = SpanSkeleton([.opening(figure), .opening(claim), .closing, .text("3", .init()), .closing])
    let outside = SpanSkeleton([.opening(claim), .closing, .opening(figure), .text("3", .init()), .closing])
    #expect(inside.mark == outside.mark)
    let writer = MarkdownText(braces: [claim: "{? a}", figure: "{= b}"])
    #expect(writer.text(inside) == "{? a}[3]{= b}")
  }

  @Test func `a figure that no chapter has is not written`() {
    #expect(written(SpanSkeleton([.opening(TextMark(of: "x")), .closing])) == nil)
  }

  @Test func `long texts are broken at 120 columns, and no line begins a list`() {
    let words = Array(repeating: "word", count: 40).joined(separator: " ")
    let lines = MarkdownText.lines(words, first: "- ", rest: "  ", isChinese: false)
    #expect(lines.count == 2)
    #expect(lines.allSatisfy { $0.count <= 120 })
    #expect(lines[1].hasPrefix("  word"))
    let hard = String(repeating: "x", count: 119) + " - y"
    let broken = MarkdownText.lines(hard, first: "", rest: "", isChinese: false)
    #expect(broken == [String(hard.dropLast(2)), "y"])
  }

  @Test func `Chinese lines end between signs, and not before a stop`() {
    let text = String(repeating: "数", count: 60) + "。" + String(repeating: "据", count: 10)
    let lines = MarkdownText.lines(text, first: "", rest: "", isChinese: true)
    #expect(lines.map(\.count) == [59, 12])
    #expect(lines.joined() == text)
  }

  @Test(arguments: [
    ([2, 3, 0, 1], 2), ([0, 1, 2], 3), ([0, 3, 1, 2], 3), ([], 0), ([2, 1, 0], 1),
  ]) func `as few as can be are said to have moved`(_ order: [Int], _ count: Int) {
    let rise = order.longestRise
    #expect(rise.count == count)
    #expect(rise == rise.sorted())
  }
}

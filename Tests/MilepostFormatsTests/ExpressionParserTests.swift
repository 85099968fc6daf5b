import MilepostFormats
import MilepostModel
import MilepostTesting
import Testing

@Suite struct ExpressionParserTests {
  private func parse(_ text: String) -> (tree: String?, findings: [Diagnostic]) {
    let marked = MarkedText(text, file: "plan/indicators.yaml")
    var diagnostics = Diagnostics()
    let start = SourcePosition(file: marked.file, line: 1, column: 1)
    let tree = parseExpression(marked.text, at: start, into: &diagnostics)
    return (tree?.tree, diagnostics.all)
  }

  @Test(arguments: [
    ("1 + 2 * 3", "(1 + (2 * 3))"),
    ("8 - 4 - 2", "((8 - 4) - 2)"),
    ("(1 + 2) * 3", "((1 + 2) * 3)"),
    ("100*users/population", "((100 * users) / population)"),
    ("-a - -b", "(-a - -b)"),
    ("a < b and c >= 2 or d != 0", "(((a < b) and (c >= 2)) or (d != 0))"),
    ("internet-use", "internet-use"),
    ("3g-coverage - R.1-a", "(3g-coverage - R.1-a)"),
    ("internet-use(WORLD, 2019, SEX=F)", "internet-use(WORLD, 2019, SEX=F)"),
    ("x(AGE=15-24, SEX = _T)", "x(AGE=15-24, SEX=_T)"),
    ("x(2019-Q1)", "x(<2019-Q1>)"),
    ("x(2018/2019)", "x(<2018/2019>)"),
    ("x(2019-04/2020-03)", "x(<2019-04/2020-03>)"),
    ("x(FY2019)", "x(FY2019)"),
    ("users/population", "(users / population)"),
    ("6/3", "(6 / 3)"),
    ("2019 / 2018", "(2019 / 2018)"),
    ("target(2.10) + 1", "(target(2.10) + 1)"),
    ("count((GDP) = 1)", "count((GDP = 1))"),
    ("sum()", "sum()"),
  ]) func `an expression reads as its grammar says`(_ text: String, _ tree: String) {
    let result = parse(text)
    #expect(result.tree == tree)
    #expect(result.findings.isEmpty)
  }

  @Test(arguments: [
    ("a ①", "MP0502", "expected an operator but found 'b'", "b"),
    ("①", "MP0502", "expected a number, a name or '(' but found the end", ""),
    ("a + ①)", "MP0502", "expected a number, a name or '(' but found ')'", ""),
    ("sum(a, b①", "MP0502", "expected ')' but found the end", ""),
    ("a < b ①< c", "MP0502", "two comparisons in a row", ""),
    ("a =①= b", "MP0502", "expected an operand but found '='", ""),
    ("①3-2", "MP0503", "'3-2' is neither a number, a period nor a name", ""),
    ("①a- b", "MP0503", "'a-' is neither a number, a period nor a name", ""),
    ("a ①− b", "MP0501", "unexpected character '−' in an expression", ""),
  ]) func `a slip is found at its place`(_ text: String, _ code: String, _ message: String, _ rest: String) {
    let marked = MarkedText(text + rest, file: "plan/indicators.yaml")
    let result = parse(text + rest)
    #expect(result.tree == nil)
    #expect(result.findings.map(\.code) == [code])
    #expect(result.findings.map(\.message) == [message])
    #expect(result.findings.map(\.position) == [marked["①"]])
  }

  @Test func `hints say what to type`() {
    #expect(parse("3-2").findings.first?.hint == "minus needs blanks: '3 - 2'")
    #expect(parse("a- b").findings.first?.hint == "minus needs a blank on both sides")
    #expect(parse("a ≥ 2").findings.first?.hint == "write '>='")
    #expect(parse("a || b").findings.first?.hint == "write 'or'")
  }

  @Test func `columns count Unicode scalars from the place given`() {
    var diagnostics = Diagnostics()
    let start = SourcePosition(file: "a.yaml", line: 7, column: 14)
    #expect(parseExpression("a + é", at: start, into: &diagnostics) == nil)
    #expect(diagnostics.all.map(\.position) == [SourcePosition(file: "a.yaml", line: 7, column: 18)])
  }

  @Test func `an operator and an argument keep their places`() throws {
    var diagnostics = Diagnostics()
    let text = MarkedText("a ①+ x(②LDC, ③SEX=④F)", file: "a.yaml")
    let start = SourcePosition(file: "a.yaml", line: 1, column: 1)
    let root = try #require(parseExpression(text.text, at: start, into: &diagnostics))
    #expect(root.position == text["①"])
    guard case .binary(.add, _, let right) = root.node, case .call("x", let arguments) = right.node else {
      Issue.record("not a sum with a call")
      return
    }
    #expect(arguments.map(\.position) == [text["②"], text["③"]])
    #expect(arguments.map(\.value.position) == [text["②"], text["④"]])
  }

  @Test func `any jumble of signs is an expression or one finding`() {
    let pieces = [
      "a", "2019", "2.4", "(", ")", ",", "+", "-", "*", "/", "=", "<", "!=", ":", " ", "and", "SEX=F", "é", ".",
    ]
    var state: UInt64 = 2020
    for _ in 0..<2000 {
      var text = ""
      for _ in 0..<12 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text += pieces[Int((state >> 33) % UInt64(pieces.count))]
      }
      let (tree, findings) = parse(text)
      #expect((tree == nil) == (findings.count == 1))
    }
  }

  @Test func `what is too deep or too long is refused`() {
    let deep = String(repeating: "(", count: 60) + "1" + String(repeating: ")", count: 60)
    #expect(parse(deep).findings.map(\.code) == ["MP0504"])
    let fine = String(repeating: "(", count: 40) + "1" + String(repeating: ")", count: 40)
    #expect(parse(fine).tree == "1")
    #expect(parse(String(repeating: "1+", count: 1000) + "1").findings.map(\.code) == ["MP0504"])
    #expect(parse(String(repeating: "1+", count: 990) + "1").findings.isEmpty)
    #expect(parse(String(repeating: "-", count: 1900) + "1").findings.map(\.code) == ["MP0504"])
  }

  @Test(
    arguments: [
      ("x(WORLD, 2019)", nil), ("x(WORLD, 2019) : 0.1", -1), ("x : 1", 0), ("x : 0.001", -3), ("x : 1000000", 6),
    ] as [(String, Int?)]) func `a figure has a rounding step after a colon`(_ text: String, _ exponent: Int?) throws
  {
    var diagnostics = Diagnostics()
    let figure = parseFigure(text, at: SourcePosition(file: "a.md", line: 1, column: 1), into: &diagnostics)
    #expect(try #require(figure).format?.exponent == exponent)
    #expect(diagnostics.isEmpty)
  }

  @Test(arguments: ["x : 0.5", "x : percent", "x :", "x : 0.1 0.1", "x : 10.1"])
  func `a format that is no step is a finding`(_ text: String) {
    var diagnostics = Diagnostics()
    #expect(parseFigure(text, at: SourcePosition(file: "a.md", line: 1, column: 1), into: &diagnostics) == nil)
    #expect(diagnostics.count == 1)
  }
}

extension Expression {
  /// The expression with a bracket around every operation.
  var tree: String {
    switch node {
    case .number(let value): value == value.rounded() ? String(Int(value)) : String(value)
    case .name(let name): name
    case .period(let period): "<\(period)>"
    case .range(let first, let last): "<\(first)..\(last)>"
    case .negated(let inner): "-\(inner.tree)"
    case .binary(let found, let left, let right): "(\(left.tree) \(found.rawValue) \(right.tree))"
    case .call(let name, let arguments):
      "\(name)(\(arguments.map { ($0.label.map { "\($0)=" } ?? "") + $0.value.tree }.joined(separator: ", ")))"
    }
  }
}

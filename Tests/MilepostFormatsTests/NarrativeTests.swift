import MilepostFormats
import MilepostModel
import MilepostTesting
import Testing

@Suite struct NarrativeTests {
  private static let settings = """
    milepost: 1
    id: four-isles
    title: {en: Plan of the Four Isles}
    agency: ISLES
    languages: [en, zh, ar, fr]
    period: 2018/2023
    editions: [{id: R2021, date: 2021-12-31}]
    """

  /// A chapter in a language, read with nothing else in the narrative.
  private func read(_ body: String, _ language: String = "en") throws -> (chapter: Chapter?, findings: [Diagnostic]) {
    var diagnostics = Diagnostics()
    let tree = try WorkspaceFolder.base([
      "milepost.yaml": Self.settings,
      "narrative/report.yaml": "{original-language: \(language), title: Report}",
      "narrative/\(language)/1.md": "---\nid: a\ntitle: A\norder: 1\n---\n" + body,
    ])
    let draft = try MilepostFormats.load(tree, into: &diagnostics)
    return (draft?.narrative?.chapters.first, diagnostics.all)
  }

  /// Marked text below a front matter of five lines.
  private func place(_ marked: MarkedText, _ mark: Unicode.Scalar) -> SourcePosition {
    let place = marked[mark]
    return SourcePosition(file: place.file, line: place.line + 5, column: place.column)
  }

  @Test(arguments: [
    ("en", "Use is ①{= use(ISLES, 2020)} and [②58]{= use(ISLES, 2020)}, [③grows]{? use(ISLES) rises over 2016..2020}."),
    (
      "en",
      "| isle | use |\n|---|--:|\n| Alda | ①{= use(ALDA, 2020) : 0.1} |\n| Bran, [②52]{= use(BRAN, 2020)} | [③x]{? a = 1} |"
    ),
    ("en", "1. one ①{= a}\n   - two [②7]{= b}\n\n     three **[③four]{? c = 4}**\n"),
    ("en", "> quoted ①{= a}\n> on [②7]{= b}\n\n[^n] and [③w]{? c = 1}\n\n[^n]: Note.\n"),
    ("zh", "到2019年，使用互联网的人口占①{= use(ISLES, 2020)}，即[②41亿]{= users(ISLES, 2020)}，[③不断增长]{? a = 1}。"),
    ("zh", "| 岛 | 使用 |\n|---|--:|\n| 阿尔达 | ①{= use(ALDA, 2020)} |\n| 布兰 [②52]{= b} | [③好]{? a = 1} |"),
    ("ar", "بلغ عدد المستخدمين ①{= users(ISLES, 2020)} أي [②58]{= use(ISLES, 2020)} و[③ينمو]{? a = 1}."),
    ("ar", "- جزيرة: ①{= a}\n- أخرى: [②7]{= b} ثم [③نعم]{? c = 1}\n"),
    ("fr", "Élève ①{= a}, à l’[②7]{= b}, 𝔸 [③été]{? c = 1}.\r\n"),
  ]) func `bindings are where the author wrote them`(_ language: String, _ text: String) throws {
    let marked = MarkedText(text, file: "narrative/\(language)/1.md")
    let (chapter, findings) = try read(marked.text, language)
    #expect(findings.filter { $0.severity == .error } == [])
    let bindings = try #require(chapter).bindings
    #expect(bindings.map(\.position) == ["①", "②", "③"].map { place(marked, $0) })
  }

  @Test func `expressions over several lines keep the places of what follows`() throws {
    let marked = MarkedText(
      """
      Use [①grew]{? use(ISLES, 2020)
        > use(ISLES, 2016)} and [②58]{=
      use(ISLES, 2020)}, ③{= a}.

      ④{= use(ISLES, 2020) ⑤+} is no figure.
      """, file: "narrative/en/1.md")
    let (chapter, findings) = try read(marked.text)
    #expect(chapter?.bindings.map(\.position) == ["①", "②", "③"].map { place(marked, $0) })
    #expect(findings.map(\.code) == ["MP0502"])
    #expect(findings.first?.position.line == place(marked, "⑤").line)
    #expect(chapter?.blocks.last?.position == place(marked, "④"))
  }

  @Test func `an error inside a binding is at its place`() throws {
    let marked = MarkedText("中文 [58]{= use(ISLES ①2020)}\n", file: "narrative/zh/1.md")
    let findings = try read(marked.text, "zh").findings
    #expect(findings.map(\.position) == [place(marked, "①")])
  }

  @Test func `words keep their markup, and their bindings nest`() throws {
    let text = "**[Use [58]{= a} *per cent*]{? b = 1}** [link](https://a.example/2020) `{= c}` \\{ &amp;"
    let (chapter, findings) = try read(text)
    #expect(findings == [])
    let block = try #require(chapter?.blocks.first)
    #expect(
      block.content
        == .paragraph([
          .strong([
            .bound(1, [.text("Use "), .bound(0, [.text("58")]), .text(" "), .emphasis([.text("per cent")])])
          ]),
          .text(" "), .link(destination: "https://a.example/2020", [.text("link")]), .text(" "), .code("{= c}"),
          .text(" { &"),
        ]))
  }

  @Test func `a directive takes the caption below it and the table behind it`() throws {
    let (chapter, findings) = try read(
      """
      :::table id=t
      Users {= a}
      by isle
      Source: Office, {= b}.

      | isle | use |
      |:-|-:|
      | Alda | 1 |

      :::chart target=1.1

      Text.

      :::box id=b A box
      Inside.

      :::statuses goal=1
      :::
      """)
    #expect(findings.filter { $0.severity == .error } == [])
    let blocks = try #require(chapter).blocks
    #expect(blocks.count == 4)
    guard case .exhibit(let table) = blocks[0].content, case .box(let id, _, let inner) = blocks[3].content else {
      Issue.record("expected a table and a box")
      return
    }
    #expect(table.id == "t")
    #expect(table.caption == [.text("Users "), .bound(0, []), .text(" by isle")])
    #expect(table.source == [.text("Office, "), .bound(1, []), .text(".")])
    #expect(id == "b")
    #expect(inner.count == 2)
  }

  @Test func `Chinese lines join without a blank, others with one`() throws {
    #expect(try read("第一行\n第二行 {= a}\n第三行", "zh").chapter?.blocks.first?.spans.first == .text("第一行第二行 "))
    #expect(try read("One\ntwo").chapter?.blocks.first?.spans.first == .text("One two"))
  }

  @Test func `the mark of a paragraph is that of its words, not of its lines`() throws {
    func marks(_ body: String) throws -> [TextMark?] { try #require(read(body).chapter).blocks.map(\.mark) }
    #expect(try marks("Use {= a} grows.") == marks("Use {= a}\n grows. {of=0123abcd}"))
    #expect(try marks("Use {= a} grows.") != marks("Use {= b} grows."))
    #expect(try marks("Use grows.") == [TextMark(of: "Use grows.")])
    #expect(try read("Use. {of=0123abcd}").chapter?.blocks.first?.origin?.value == TextMark("0123abcd"))
  }

  @Test(arguments: [
    ("A {= b", "MP1102"), ("A ]{= b}", "MP1103"), ("A [1]{literal=x}", "MP1106"), ("{literal=\"x\"}", "MP1103"),
    ("A {of=xyz}", "MP1102"), ("A \u{F0001}", "MP1102"), ("*[a* b]{? c = 1}", "MP1103"),
    ("| a [b | c]{? d = 1} |\n|---|---|", "MP1103"), ("a {= b {= c}}", "MP1102"), ("<script>", "MP1107"),
    (":::", "MP1105"), (":::table", "MP1104"), (":::table register=", "MP1211"), (":::chart indicator=\"a", "MP1104"),
  ]) func `hostile text is refused with its place`(_ text: String, _ code: String) throws {
    let findings = try read(text).findings
    #expect(findings.contains { $0.code == code && $0.position.line >= 6 } || code == "MP1211")
  }

  @Test(arguments: [
    String(repeating: "[", count: 50_000), String(repeating: "{", count: 50_000),
    String(repeating: "> ", count: 20_000), String(repeating: "[a]{= b}", count: 5_000),
    String(repeating: "`", count: 50_000), String(repeating: "![", count: 20_000),
    String(repeating: "*a **b ", count: 10_000), String(repeating: "[^a]", count: 10_000),
    String(repeating: "- ", count: 5_000) + "x", String(repeating: "|", count: 20_000) + "\n|-|",
  ]) func `a text made to be slow is read or refused`(_ text: String) throws {
    _ = try read(text)
  }
}

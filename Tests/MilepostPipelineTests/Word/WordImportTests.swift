import Foundation
import MilepostModel
import MilepostPipeline
import Testing

@testable import MilepostExchange

@Suite struct WordRoundTripTests {
  @Test func `a document that nobody changed changes no byte`() throws {
    let outcome = try WordNarrative.desk().back()
    #expect(outcome.findings == [])
    #expect(outcome.files == [:])
    #expect(outcome.counts["changed"] == 0)
    #expect(outcome.counts["unchanged"] == 24)
  }

  @Test(
    .enabled(if: ProcessInfo.processInfo.environment["MILEPOST_SLOW"] != nil),
    arguments: [
      "en", "fr", "es", "ru", "zh", "ar",
    ])
  func `a report of the example that nobody changed changes no byte`(_ language: String) throws {
    let outcome = try WordDesk(Repository.files(in: "Examples/connect-2030"), language).back()
    #expect(outcome.findings == [])
    #expect(outcome.files.keys.sorted() == [])
    #expect(try #require(outcome.counts["unchanged"]) > 20)
  }
}

@Suite struct WordImportTests {
  /// The text after edits of the document; with no finding.
  private func text(_ edit: @escaping (inout String) -> Void) throws -> String {
    let outcome = try WordNarrative.desk().back(editing: edit)
    #expect(outcome.findings == [])
    return try #require(outcome.files[WordNarrative.file])
  }

  private func expected(_ old: String, _ new: String) -> String {
    WordNarrative.text.replacing(old, with: new)
  }

  @Test func `a changed word changes its paragraph and nothing else`() throws {
    #expect(
      try text { $0.change("long enough", to: "quite long enough") }
        == expected(
          "The second paragraph is long enough to be wrapped and goes over\ntwo lines, see",
          "The second paragraph is quite long enough to be wrapped and goes over two lines, see"))
  }

  @Test func `a paragraph with a figure keeps its binding and its emphasis`() throws {
    #expect(
      try text { $0.change("this is the first", to: "that was the first") }
        == expected("and\nthis is the first", "and that was the first"))
  }

  @Test func `bold and slanted words are written as Markdown`() throws {
    let bold = "<w:r><w:rPr><w:b/></w:rPr><w:t>last</w:t></w:r>"
    let edit = "The </w:t></w:r>\(bold)<w:r><w:t xml:space=\"preserve\"> paragraph."
    #expect(
      try text { $0.change("The last paragraph.", to: edit) }
        == expected("The last paragraph.", "The **last** paragraph."))
  }

  @Test func `signs of Markdown are text in a document`() throws {
    #expect(
      try text { $0.change("The last paragraph.", to: "# 1_000 * [x] {y} last") }
        == expected("The last paragraph.", "\\# 1\\_000 \\* \\[x\\] \\{y} last"))
  }

  @Test func `a heading keeps its name`() throws {
    #expect(
      try text { $0.change("Cables and ferries</w:t>", to: "Cables and boats</w:t>") }
        == expected("## Cables and ferries {#cables}", "## Cables and boats {#cables}"))
  }

  @Test(arguments: [
    ("Progress</w:t></w:r></w:p>", "The way</w:t></w:r></w:p>", "title: Progress", "title: The way"),
    ("The road", "The sea", ":::box The road", ":::box The sea"),
    ("Who came</w:t>", "Who was there</w:t>", "Who came", "Who was there"),
    ("Harbour master", "Port", "Source: Harbour master", "Source: Port"),
    ("guests", "visitors", "| guests   |", "| visitors |"),
  ]) func `titles of chapters and boxes, captions, sources and cells are changed where they stand`(
    _ old: String, _ new: String, _ before: String, _ after: String
  ) throws {
    #expect(try text { $0.change(old, to: new) } == expected(before, after))
  }

  @Test func `asserted words and literals can be said otherwise`() throws {
    #expect(
      try text { $0.change(">155</w:t></w:r></w:sdtContent>", to: ">156</w:t></w:r></w:sdtContent>") }
        == expected("[155]{", "[156]{"))
    #expect(
      try text { $0.change(">has a rank</w:t></w:r></w:sdt", to: ">has ranks</w:t></w:r></w:sdt") }
        == expected("[has a rank]", "[has ranks]"))
  }

  @Test func `items, quotations, boxed text, code and notes are changed where they stand`() throws {
    #expect(
      try text { $0.change("Nested item", to: "Nested thing") } == expected("  - Nested item", "  - Nested thing"))
    #expect(try text { $0.change("Quoted words", to: "Cited words") } == expected("> Quoted words.", "> Cited words."))
    #expect(try text { $0.change("Boxed words", to: "Words") } == expected("Boxed words.", "Words."))
    #expect(try text { $0.change("high, low", to: "up, down") } == expected("high, low", "up, down"))
  }

  @Test func `a split paragraph becomes two`() throws {
    #expect(
      try text { $0.split("The last", "paragraph.") }
        == expected("The last paragraph.", "The last\n\nparagraph."))
  }

  @Test func `joined paragraphs become one`() throws {
    let edit: (inout String) -> Void = { text in
      let place = text.paragraph(with: "The last paragraph.")
      let last = String(text[place])
      text.removeSubrange(place)
      let body = last[(last.firstRange(of: "</w:pPr>")?.upperBound ?? last.startIndex)...].dropLast("</w:p>".count)
      text.insert(
        contentsOf: "<w:r><w:t xml:space=\"preserve\"> </w:t></w:r>" + body,
        at: text.index(text.paragraph(with: " here.").upperBound, offsetBy: -6))
    }
    #expect(
      try text(edit)
        == expected(
          "Use [has a rank]{? count(targets) = 3} here.\n\nThe last paragraph.",
          "Use [has a rank]{? count(targets) = 3} here. The last paragraph."))
  }

  @Test func `a deleted paragraph goes with the blank line behind it`() throws {
    #expect(try text { $0.removeParagraph(with: "The last paragraph.") } == expected("The last paragraph.\n\n", ""))
    #expect(try text { $0.removeParagraph(with: "Third item") } == expected("- Third item\n", ""))
  }

  @Test func `a new paragraph stands behind its neighbour`() throws {
    #expect(
      try text { $0.paste("A new one.", after: "Quoted words") }
        == expected("> Quoted words.\n", "> Quoted words.\n\nA new one.\n"))
    #expect(
      try text { $0.paste("A new section", style: "Heading2", after: "Quoted words") }
        == expected("> Quoted words.\n", "> Quoted words.\n\n## A new section\n"))
    #expect(
      try text { $0.paste("A new item", style: "ListBullet", after: "First item") }
        == expected("- First item\n", "- First item\n- A new item\n"))
    #expect(
      try text { $0.paste("More.", style: "BoxText", after: "Boxed words") }
        == expected("Boxed words.\n", "Boxed words.\n\nMore.\n"))
  }

  @Test func `a moved paragraph moves`() throws {
    #expect(
      try text { $0.move("The last paragraph.", before: "Quoted words") }
        == expected("The last paragraph.\n\n", "").replacing("> Quoted", with: "The last paragraph.\n\n> Quoted"))
  }

  @Test func `tracked changes count as accepted`() throws {
    let tracked = """
      The </w:t></w:r><w:del w:id="9" w:author="A"><w:r><w:delText>last</w:delText></w:r></w:del>\
      <w:ins w:id="10" w:author="A"><w:r><w:t>final</w:t></w:r></w:ins><w:r><w:t xml:space="preserve"> paragraph.
      """
    #expect(
      try text { $0.change("The last paragraph.", to: tracked) }
        == expected("The last paragraph.", "The final paragraph."))
  }
}

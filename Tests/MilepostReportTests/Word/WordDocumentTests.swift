import MilepostModel
import Testing

@testable import MilepostExchange
@testable import MilepostReport

@Suite struct WordDocumentTests {
  private static let languages = ["en", "fr", "ar", "zh"]

  @Test(arguments: languages) func `every part is XML`(_ language: String) throws {
    let sample = try WordSample(language)
    #expect(sample.parts.count == WordSample.names.count)
    for (name, text) in sample.parts { _ = try MarkupTree.parse(Array(text.utf8), part: name) }
  }

  @Test func `the same manuscript gives the same bytes`() throws {
    #expect(try WordSample("en").bytes == WordSample("en").bytes)
  }

  @Test(arguments: languages) func `no number and no name is given twice`(_ language: String) throws {
    let sample = try WordSample(language)
    let text = try sample.part("document") + sample.part("footnotes")
    for pattern in [
      #/w:bookmarkStart w:id="([^"]*)"/#, #/w:bookmarkStart w:id="[^"]*" w:name="([^"]*)"/#,
      #/<w:id w:val="([^"]*)"/#, #/<wp:docPr id="([^"]*)"/#,
    ] {
      let found = text.matches(of: pattern).map { String($0.1) }
      #expect(Set(found).count == found.count)
      #expect(!found.isEmpty)
    }
  }

  @Test(arguments: languages) func `bookmarks have names that word processors keep`(_ language: String) throws {
    let text = try WordSample(language).part("document")
    for match in text.matches(of: #/w:bookmarkStart w:id="[^"]*" w:name="([^"]*)"/#) {
      #expect(match.1.count <= 40)
      #expect(match.1.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" })
    }
  }

  @Test func `links within lead to bookmarks that are there`() throws {
    let text = try WordSample("en").part("document")
    let names = Set(text.matches(of: #/w:name="([^"]*)"/#).map { String($0.1) })
    let targets = text.matches(of: #/w:anchor="([^"]*)"/#).map { String($0.1) }
    #expect(targets.count > 10)
    #expect(targets.filter { !names.contains($0) } == [])
  }

  @Test func `an inserted figure is a control that cannot be changed, in a bookmark that says what it is`() throws {
    let paragraph = try WordSample("en").paragraph(with: "Of all islanders")
    let mark = IslesReport.bindings[0].0.mark
    let words = TextMark(of: "48.3\u{202F}%")
    let name = "mpi_\(mark)_0_\(words)"
    #expect(paragraph.contains("w:name=\"\(name)\"/><w:sdt><w:sdtPr>"))
    #expect(
      paragraph.contains(
        "<w:tag w:val=\"\(name)\"/><w:id w:val=\"1\"/><w:lock w:val=\"contentLocked\"/></w:sdtPr><w:sdtContent><w:r>"
          + "<w:t xml:space=\"preserve\">48.3\u{202F}%</w:t></w:r></w:sdtContent></w:sdt><w:bookmarkEnd"))
  }

  @Test func `asserted words and claims can be changed and not be removed`() throws {
    let paragraph = try WordSample("en").paragraph(with: "keeps growing")
    #expect(paragraph.matches(of: #/<w:lock w:val="sdtLocked"/>/#).count == 2)
  }

  @Test func `paragraphs name their place in the text`() throws {
    let sample = try WordSample("en")
    let chapter = TextMark(of: "progress")
    let paragraph = try sample.paragraph(with: "Of all islanders")
    #expect(paragraph.contains(try Regex("w:name=\"mp_\(chapter)_1_[0-9a-f]{8}\"")))
    let text = try sample.part("document") + sample.part("footnotes")
    let units = try #require(IslesReport.chapters.first { $0.chapter.id.text == "progress" }).chapter.units.count
    let found = text.matches(of: try Regex("\"mp_\(chapter)_([0-9]+)_")).count
    #expect(found == units)
  }

  @Test func `headings and paragraphs are numbered by lists`() throws {
    let sample = try WordSample("en")
    let heading = try sample.paragraph(with: "Cables and ")
    #expect(heading.hasPrefix("<w:p><w:pPr><w:pStyle w:val=\"TOC2\"/>"))
    #expect(try sample.part("document").contains("<w:pStyle w:val=\"Heading2\"/></w:pPr>"))
    #expect(try sample.part("numbering").contains("<w:pStyle w:val=\"Heading2\"/><w:lvlText w:val=\"%1.%2\"/>"))
    #expect(try sample.part("numbering").contains("<w:lvlText w:val=\"Annex %1\"/>"))
  }

  @Test func `numbers that do not follow each other begin a list anew`() {
    var numbering = WordNumbering(annexForm: "Annex %1")
    var count = WordCount(WordNumbering.headings)
    let lists = ["1", "1.1", "1.2", "3", "3.1", "3.3", "4"].map { count.place($0, &numbering)?.list }
    #expect(lists == [nil, nil, nil, 4, 4, 5, 6])
    let part = String(decoding: numbering.part, as: UTF8.self)
    #expect(
      part.contains(
        "<w:num w:numId=\"5\"><w:abstractNumId w:val=\"0\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"3\"/>"
          + "</w:lvlOverride><w:lvlOverride w:ilvl=\"1\"><w:startOverride w:val=\"3\"/></w:lvlOverride></w:num>"))
  }

  @Test func `tables repeat their heads and keep their rows together`() throws {
    let text = try WordSample("en").part("document")
    #expect(text.contains("<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"))
  }

  @Test func `a table that is wider than the page turns it`() throws {
    let long = (1...16).map { [ManuscriptRun.text("Column\u{A0}of\u{A0}number\u{A0}\($0)")] }
    let shape = WordTable([long.map(\.plainText)], room: WordPage.textWidth)
    #expect(shape.isWide)
    #expect(shape.widths.reduce(0, +) <= WordPage.textWidth)
  }

  @Test func `text from the right is marked in paragraphs, runs, tables and sections`() throws {
    let text = try WordSample("ar").part("document")
    #expect(text.contains("<w:bidi/></w:pPr>"))
    #expect(text.contains("<w:bidiVisual/>"))
    #expect(text.contains("<w:rtl/>"))
    #expect(text.contains("<w:bidi/></w:sectPr>"))
    #expect(DirectedText.parts(of: "البيانات ITU 2019 هنا").map(\.text) == ["البيانات ", "ITU 2019", " هنا"])
  }

  @Test func `a document says its language and title`() throws {
    let sample = try WordSample("zh")
    #expect(try #require(sample.parts["docProps/custom.xml"]).contains(">zh</vt:lpwstr>"))
    #expect(try #require(sample.parts["docProps/core.xml"]).contains("<dc:language>zh</dc:language>"))
    #expect(try sample.part("styles").contains("w:eastAsia=\"zh-CN\""))
  }

  @Test func `vectors have no line around their letters`() {
    let svg = "<style>.a{fill:red}.b{paint-order:stroke;stroke:#fff;stroke-width:4px;font-weight:700}</style>"
    let plain = VectorText.withoutHalos(Array(svg.utf8))
    #expect(String(decoding: plain, as: UTF8.self) == "<style>.a{fill:red}.b{font-weight:700}</style>")
  }
}

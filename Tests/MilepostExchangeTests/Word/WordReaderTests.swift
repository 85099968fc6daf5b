import MilepostModel
import Testing

@testable import MilepostExchange

@Suite struct WordReaderTests {
  private func paragraphs(_ body: String) throws -> [String] {
    let text = """
      <w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>\(body)</w:body>\
      </w:document>
      """
    let bytes = try ZipArchive.bytes(of: [.init(path: "word/document.xml", bytes: Array(text.utf8))])
    return try readWordDocument(bytes).paragraphs.map { "\($0.anchors.count) \($0.isMade)" }
  }

  @Test func `a unit that begins within words that the program made begins where they end`() throws {
    let run = "<w:r><w:t>Report of isles</w:t></w:r>"
    func mark(_ id: Int, _ name: String) -> String { "<w:bookmarkStart w:id=\"\(id)\" w:name=\"\(name)\"/>" }
    // The end of the first name is lost, as an editor may lose it.
    let body = mark(1, "mpg_77df04ab_0_0_da2afc45") + run + mark(2, "mp_7fb2d882_0_2a70e663") + run
    #expect(try paragraphs("<w:p>\(body)</w:p>") == ["1 false"])
  }
}

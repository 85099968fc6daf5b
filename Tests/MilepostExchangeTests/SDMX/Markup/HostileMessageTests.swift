import MilepostModel
import Testing

@testable import MilepostExchange

@Suite struct HostileMessageTests {
  private func findings(_ text: String) throws -> [String] { try read(markup: Array(text.utf8)).findings }

  @Test func `errors of a server and other files are said to be that`() throws {
    let error = SDMX.markup(
      of: [SDMX.ErrorMessage(code: "100", text: LocalizedText("No results", LanguageTag("en")))], .v2_1)
    #expect(try read(markup: error).findings == ["2:1 file is a server's error message: 100 No results MP1521"])
    #expect(
      try findings("<html><body>Not found</body></html>") == ["1:1 root element 'html' is none of SDMX-ML MP1520"])
    #expect(try findings("Not found") == ["1:1 file is no XML: syntax error MP1501"])
    #expect(try findings("") == ["1:1 file is no XML: it is empty MP1501"])
    #expect(
      try findings("<a xmlns='\(SDMX.MarkupVersion.v2_1.message)'/>") == [
        "1:1 root element 'a' is none of SDMX-ML MP1520"
      ])
  }

  @Test func `every way of being cut off is noticed`() throws {
    var generator = MessageGenerator(seed: 7)
    let bytes = markup([generator.dataSet()], .generic)
    for length in stride(from: 0, to: bytes.count - 1, by: 7) {
      #expect(try read(markup: Array(bytes.prefix(length))).message == nil)
    }
  }

  @Test func `a message with a footer says so`() throws {
    let v = SDMX.MarkupVersion.v2_1
    let text = """
      <m:GenericData xmlns:m="\(v.message)" xmlns:f="\(v.message)/footer" xmlns:c="\(v.common)"><m:Header><m:ID>1</m:ID>\
      <m:Prepared>2020</m:Prepared><m:Sender id="X"/></m:Header><f:Footer><f:Message code="413"><c:Text>Too large\
      </c:Text></f:Message></f:Footer></m:GenericData>
      """
    #expect(try findings(text).map { $0.hasSuffix(" the sender says: 413 Too large MP1525") } == [true])
  }
}

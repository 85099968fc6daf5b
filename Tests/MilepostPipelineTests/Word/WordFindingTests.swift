import Testing

@testable import MilepostExchange

@Suite struct WordFindingTests {
  private func outcome(
    _ text: String = WordNarrative.text, _ edit: @escaping (inout String) -> Void
  ) throws -> WordDesk.Outcome {
    try WordNarrative.desk(text).back(editing: edit)
  }

  @Test func `a changed figure is said and not written`() throws {
    let document = try outcome { text in
      guard let place = text.firstRange(of: "<w:lock w:val=\"contentLocked\"/></w:sdtPr><w:sdtContent><w:r>"),
        let end = text[place.upperBound...].firstRange(of: "</w:t>")
      else { return }
      text.insert(contentsOf: "9", at: end.lowerBound)
    }
    #expect(document.codes == ["MP1305"])
    #expect(document.files == [:])
  }

  @Test func `a text that was changed here and there is not overwritten`() throws {
    let desk = try WordNarrative.desk()
    let later = try WordNarrative.desk(WordNarrative.text.replacing("The last paragraph", with: "The very last"))
    let bytes = try desk.document { $0.change("The last paragraph.", to: "The final paragraph.") }
    let outcome = try later.back(bytes)
    #expect(outcome.codes == ["MP1304"])
    #expect(outcome.files == [:])
  }

  @Test func `what was changed here alone stays, whatever its place`() throws {
    let desk = try WordNarrative.desk()
    let changed = WordNarrative.text.replacing("> Quoted words.", with: "A paragraph more.\n\n> Cited words.")
    let later = try WordNarrative.desk(changed)
    let outcome = try later.back(desk.document { $0.change("The last paragraph.", to: "The final paragraph.") })
    #expect(outcome.findings == [])
    #expect(outcome.files[WordNarrative.file] == changed.replacing("The last paragraph", with: "The final paragraph"))
  }

  @Test func `what no text can hold is named`() throws {
    #expect(
      try outcome { $0.change("The last paragraph.</w:t>", to: "The last paragraph.</w:t><w:object/>") }.codes == [
        "MP1308"
      ])
    #expect(try outcome { $0.change("<w:t xml:space=\"preserve\">Who came", to: "<w:t>Who came") }.codes == [])
  }

  @Test func `a table that lost a row keeps it`() throws {
    let document = try outcome { text in
      guard let cell = text.firstRange(of: "speakers"),
        let start = text[..<cell.lowerBound].ranges(of: "<w:tr>").last,
        let end = text[cell.upperBound...].firstRange(of: "</w:tr>")
      else { return }
      text.removeSubrange(start.lowerBound..<end.upperBound)
    }
    #expect(document.codes == ["MP1309"])
    #expect(document.files == [:])
  }

  @Test func `a document of something else is refused`() throws {
    let desk = try WordNarrative.desk()
    #expect(try desk.back(Array("no archive".utf8)).codes == ["MP1301"])
    #expect(try desk.back(ZipArchive.bytes(of: [.init(path: "a.xml", bytes: [])])).codes == ["MP1301"])
    let part = { (text: String) in ZipArchive.Part(path: "word/document.xml", bytes: Array(text.utf8)) }
    #expect(try desk.back(ZipArchive.bytes(of: [part("<a>")])).codes == ["MP1301"])
    #expect(try desk.back(ZipArchive.bytes(of: [part("<!DOCTYPE a><a/>")])).codes == ["MP1302"])
    let deep = String(repeating: "<a>", count: 300) + String(repeating: "</a>", count: 300)
    #expect(try desk.back(ZipArchive.bytes(of: [part(deep)])).codes == ["MP1302"])
    let large = "<a>" + String(repeating: " ", count: 8_000_000) + "</a>"
    #expect(try desk.back(ZipArchive.bytes(of: [part(large)])).codes == ["MP1302"])
    #expect(try desk.back(ZipArchive.bytes(of: [part("<a/>")])).codes == ["MP1303"])
  }
}

import MilepostExchange
import MilepostModel
import Testing

@testable import MilepostServer

@Suite struct NegotiationTests {
  private func format(
    _ accept: String?, _ offer: Offer = .data(.v2), format: String? = nil, version: String? = nil
  ) throws -> MessageFormat {
    try offer.negotiated(accept: accept, format: format, version: version).format
  }

  @Test func `no header gets what the standard says, and anything what every client reads`() throws {
    #expect(try format(nil) == .dataJSON20)
    #expect(try format("*/*") == .dataXML30)
    #expect(try format(nil, .data(.v1)) == .genericData21)
    #expect(try format("*/*", .data(.v1)) == .genericData21)
    #expect(try format("*/*", .structure(.v2)) == .structureXML30)
    #expect(try format("", .structure(.v2)) == .structureJSON20)
  }

  @Test(arguments: [
    ("application/vnd.sdmx.data+csv;version=2.0.0", MessageFormat.dataCSV20),
    ("application/vnd.sdmx.data+csv; version=1.0.0", .dataCSV10),
    ("APPLICATION/VND.SDMX.DATA+XML;version=3.0.0", .dataXML30),
    ("application/vnd.sdmx.data+json;version=2.0.0; charset=utf-8", .dataJSON20),
    ("application/vnd.sdmx.data+csv;version=2.0.0+", .dataCSV20), ("application/json", .dataJSON20),
    ("text/csv", .dataCSV20), ("application/xml;q=0.1, text/csv;q=0.5", .dataCSV20),
    ("application/vnd.sdmx.data+json;version=9.0.0, application/vnd.sdmx.data+xml;version=3.0.0;q=0.1", .dataXML30),
    ("*/*;q=0.1, text/csv", .dataCSV20), ("application/vnd.sdmx.data+csv", .dataCSV20),
  ])
  func `the most wanted format that there is`(_ accept: String, _ expected: MessageFormat) throws {
    #expect(try format(accept) == expected)
  }

  @Test func `version 1 knows its own formats, and a version that is written short`() throws {
    #expect(
      try format("application/vnd.sdmx.structurespecificdata+xml;version=2.1", .data(.v1)) == .structureSpecificData21)
    #expect(try format("application/vnd.sdmx.data+json;version=1.0", .data(.v1)) == .dataJSON10)
    #expect(try format("application/vnd.sdmx.genericdata+xml;version=1.0", .data(.v1)) == .genericData21)
  }

  @Test(arguments: ["application/pdf", "nonsense", "application/vnd.sdmx.data+csv;version=7.0.0", "text/csv;q=0"])
  func `nothing that there is`(_ accept: String) {
    #expect { try format(accept) } throws: { ($0 as? RequestFault)?.kind == .notAcceptable }
  }

  @Test func `the query goes before the header`() throws {
    #expect(try format("application/json", format: "csv") == .dataCSV20)
    #expect(try format("application/json", format: "csv", version: "1.0.0") == .dataCSV10)
    #expect(try format(nil, format: "application/vnd.sdmx.data+xml;version=3.0.0") == .dataXML30)
    #expect(throws: RequestFault.self) { try format("*/*", format: "pdf") }
  }

  @Test func `a table says which form it has`() throws {
    let asked = try Offer.data(.v2).negotiated(
      accept: "application/vnd.sdmx.data+csv;version=2.0.0;labels=both;timeFormat=normalized;keys=obs", format: nil,
      version: nil)
    #expect(asked.table == TableForm(labels: .both, timeFormat: .normalized, keys: .obs))
    #expect(
      asked.contentType == "application/vnd.sdmx.data+csv;version=2.0.0;labels=both;timeFormat=normalized;keys=obs")
    #expect(throws: RequestFault.self) {
      try Offer.data(.v2).negotiated(
        accept: "application/vnd.sdmx.data+csv;version=2.0.0;labels=all", format: nil, version: nil)
    }
  }

  @Test(arguments: [
    (nil, "en"), ("fr", "fr"), ("fr-CA, en;q=0.5", "fr"), ("de, zh;q=0.3, en;q=0.2", "zh"), ("*", "en"), ("xx", "en"),
    ("en;q=0, fr;q=0.1", "fr"), ("ZH-hans", "zh"),
  ])
  func `names are in the language that is wanted most`(_ header: String?, _ expected: String) {
    let languages = ["en", "fr", "zh"].map { LanguageTag($0) }
    #expect(LanguageChoice.best(header, of: languages) == LanguageTag(expected))
  }

  @Test func `every kind of fault has a status, and only nothing found differs from what was asked wrongly`() {
    #expect(RequestFault.Kind.noResults.status(.v1) == 404)
    #expect(RequestFault.Kind.noResults.status(.v2) == 204)
    #expect(RequestFault.Kind.allCases.allSatisfy { $0 == .noResults || $0.status(.v2) >= 400 })
  }
}

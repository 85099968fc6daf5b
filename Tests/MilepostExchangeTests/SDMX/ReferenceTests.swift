import MilepostExchange
import Testing

@Suite struct ReferenceTests {
  @Test(arguments: [
    ("urn:sdmx:org.sdmx.infomodel.datastructure.Dataflow=MP:DF_SDG(1.0.0)", "MP:DF_SDG(1.0.0)", ""),
    ("urn:sdmx:org.sdmx.infomodel.conceptscheme.Concept=MP.SUB:CS_MP(1.2).FREQ", "MP.SUB:CS_MP(1.2).FREQ", "FREQ"),
    ("urn:sdmx:org.sdmx.infomodel.categoryscheme.Category=MP:CAT(1.0.0).A.B", "MP:CAT(1.0.0).A.B", "A/B"),
  ])
  func `a URN is read and written again as the same`(urn: String, short: String, item: String) throws {
    let reference = try #require(SDMX.Reference(urn: urn))
    #expect(reference.urn == urn)
    #expect(reference.shortForm == short)
    #expect(reference.item.joined(separator: "/") == item)
  }

  @Test(arguments: [
    "urn:sdmx:org.sdmx.infomodel.codelist.Dataflow=MP:DF(1.0.0)", "urn:sdmx:org.sdmx.infomodel.datastructure.Dataflow=",
    "urn:sdmx:org.sdmx.infomodel.datastructure.Dataflow=MP:D F(1.0.0)",
    "urn:sdmx:org.sdmx.infomodel.datastructure.Dataflow=MP:DF(one)",
    "urn:sdmx:org.sdmx.infomodel.datastructure.Dataflow=MP:DF(1.0.0)x",
    "urn:sdmx:org.sdmx.infomodel.conceptscheme.Concept=MP:CS(1.0.0)", "MP:DF(1.0.0)", "",
  ])
  func `what is no URN of its kind is refused`(text: String) {
    #expect(SDMX.Reference(urn: text) == nil)
  }

  @Test func `a draft comes before its version, and numbers count as numbers`() throws {
    let versions = try ["1.0.0-draft", "1.0.0", "1.9.0", "1.10.0", "2.0"].map { try #require(SDMX.Version($0)) }
    #expect(versions.shuffled().sorted() == versions)
    #expect(SDMX.Version("1..0") == nil)
    #expect(SDMX.Version("") == nil)
  }
}

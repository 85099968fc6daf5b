import Foundation
import MilepostModel
import Testing

@testable import MilepostExchange

private let shared = ProcessInfo.processInfo.environment["MILEPOST_SHARED"]

@Suite struct MarkupStructureTests {
  private func structures(_ bytes: [UInt8]) throws -> SDMX.Structures {
    let (message, findings) = try read(markup: bytes)
    #expect(findings == [])
    guard case .structures(let found) = message else {
      Issue.record("no structures")
      return SDMX.Structures()
    }
    return found.structures
  }

  private func written(_ structures: SDMX.Structures, _ version: SDMX.MarkupVersion) -> [UInt8] {
    SDMX.markup(of: SDMX.StructureMessage(header: markupHeader, structures: structures), version)
  }

  @Test(
    .enabled(if: shared != nil),
    arguments: [
      "mp_structure_sdmx_ml_2_1", "mp_structure_sdmx_ml_3_0", "availability_ml_3_0", "availableconstraint_ml_2_1",
    ])
  func `the samples come back from every version`(_ name: String) throws {
    let found = try structures(sample(name + ".xml"))
    // SDMX 2.1 does not say of which measure an attribute is.
    let bare = try structures(written(found, .v2_1))
    for version in SDMX.MarkupVersion.allCases {
      let back = try structures(written(found, version))
      #expect(back == (version == .v2_1 ? bare : found) || version == .v3_1 && !found.constraints.isEmpty)
    }
    #expect(bare.codelists == found.codelists)
    #expect(bare.conceptSchemes == found.conceptSchemes)
    #expect(bare.dataflows == found.dataflows)
    #expect(bare.constraints == found.constraints)
    #expect(bare.dataStructures.map(\.dimensions) == found.dataStructures.map(\.dimensions))
    #expect(!(found.dataStructures.isEmpty && found.constraints.isEmpty))
  }

  @Test func `every kind of artefact comes back`() throws {
    let all = markupArtefacts
    for version in [SDMX.MarkupVersion.v2_1, .v3_0] { #expect(try structures(written(all, version)) == all) }
    // SDMX 3.1 has no name for what there is.
    let new = try structures(written(all, .v3_1))
    #expect(new.constraints.map(\.regions) == all.constraints.map(\.regions))
    #expect(new.constraints.map(\.observationCount) == [345])
    #expect(new.codelists == all.codelists && new.provisionAgreements == all.provisionAgreements)
    #expect(new.dataStructures == all.dataStructures && new.categorisations == all.categorisations)
  }

  @Test func `what a message lacks is named with its place`() throws {
    let version = SDMX.MarkupVersion.v3_0
    func findings(_ lists: String) throws -> [String] {
      try read(
        markup: Array(
          """
          <m:Structure xmlns:m="\(version.message)" xmlns:s="\(version.structure)"><m:Header><m:ID>1</m:ID>\
          <m:Prepared>2020</m:Prepared><m:Sender id="X"/></m:Header><m:Structures>
          \(lists)</m:Structures></m:Structure>
          """.utf8)
      ).findings
    }
    #expect(
      try findings("<s:Codelists><s:Codelist agencyID='A'/></s:Codelists>") == ["2:14 element has no 'id' MP1522"])
    #expect(
      try findings("<s:Codelists><s:Codelist id='A'/></s:Codelists>") == ["2:14 element has no 'agencyID' MP1522"])
    #expect(
      try findings(
        "<s:Dataflows><s:Dataflow id='A' agencyID='B'><s:Structure>x</s:Structure></s:Dataflow></s:Dataflows>")
        == ["2:46 'x' refers to no artefact MP1523"])
    for ids in ["agencyID='B' id='../../x'", "agencyID='B/C' id='A'", "agencyID='B' maintainableParentID='' id='A'"] {
      let flow = "<s:Dataflow id='A' agencyID='B'><s:Structure><Ref \(ids)/></s:Structure></s:Dataflow>"
      let found = try findings("<s:Dataflows>\(flow)</s:Dataflows>")
      #expect(found.count == 1 && found[0].hasPrefix("2:46 'B") && found[0].hasSuffix("' refers to no artefact MP1523"))
    }
    #expect(
      try findings("<s:Codelists><s:Codelist id='A' agencyID='B' version='x'/></s:Codelists>")
        == ["2:14 'x' is no version MP1523"])
    #expect(try findings("<s:Hierarchies/>") == ["2:1 'Hierarchies' is not read MP1524"])
  }
}

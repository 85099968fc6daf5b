#if Store
  import MilepostExchange
  import MilepostModel
  import Testing

  @testable import MilepostServer

  @Suite struct StructureAnswerTests {
    private func ids(_ structures: SDMX.Structures) -> Set<String> { Set(structures.references.map(\.id)) }

    @Test(arguments: [
      ("none", ["towns"]), ("children", ["towns", "DSD_INDICATORS"]),
      ("parents", ["towns", "T_1_1_towns", "PA_towns"]),
      ("parentsandsiblings", ["towns", "T_1_1_towns", "PA_towns", "PLAN", "DATA_PROVIDERS"]),
      (
        "descendants",
        [
          "towns", "DSD_INDICATORS", "CS_MILEPOST", "CL_FREQ", "CL_AREA", "CL_INDICATOR", "CL_SEX", "CL_UNIT_MEASURE",
          "CL_OBS_STATUS", "CL_CONF_STATUS",
        ]
      ),
      (
        "codelist,categoryscheme",
        [
          "towns", "CL_FREQ", "CL_AREA", "CL_INDICATOR", "CL_SEX", "CL_UNIT_MEASURE", "CL_OBS_STATUS", "CL_CONF_STATUS",
          "PLAN",
        ]
      ),
    ])
    func `references bring what is related`(_ references: String, _ expected: [String]) async throws {
      let reply = try await SDMXServed.towns().get("v2/structure/dataflow/TOWNS/towns/+?references=\(references)")
      #expect(ids(try reply.structures()) == Set(expected))
    }

    @Test func `a codelist leads up to the flows`() async throws {
      let reply = try await SDMXServed.towns().get("v2/structure/codelist/TOWNS/CL_SEX?references=ancestors")
      #expect(ids(try reply.structures()).isSuperset(of: ["DSD_INDICATORS", "towns", "PA_towns", "T_1_1_towns"]))
    }

    @Test func `all of it refers only to what is there`() async throws {
      let all = try await SDMXServed.isles().get("v2/structure/*/*/*/*").structures()
      let there = Set(all.references)
      for flow in all.dataflows { #expect(flow.structure.map(there.contains) == true) }
      for item in all.categorisations { #expect(there.contains(item.source) && there.contains(item.target.artefact)) }
      for item in all.provisionAgreements {
        #expect(there.contains(item.dataflow) && there.contains(item.provider.artefact))
      }
      for flow in all.dataflows { #expect(all.resolve(flow.reference) != nil) }
    }

    @Test func `stubs have names and nothing else`() async throws {
      let served = try SDMXServed.towns()
      let reply = try await served.get("v2/structure/dataflow?detail=allcompletestubs")
      let stubs = try reply.structures()
      #expect(stubs.dataflows.map(\.id) == ["towns", "INDICATORS"])
      #expect(stubs.dataflows.allSatisfy { $0.structure == nil && $0.maintenance.isExternalReference })
      #expect(stubs.dataflows.allSatisfy { $0.maintenance.naming.name != nil })
      let half = try await served.get("v2/structure/dataflow/TOWNS/towns?references=children&detail=referencestubs")
        .structures()
      #expect(half.dataflows[0].structure != nil && half.dataStructures[0].dimensions.isEmpty)
    }

    @Test func `partial lists hold what data has`() async throws {
      let served = try SDMXServed.towns()
      for target in [
        "v2/structure/dataflow/TOWNS/towns?references=descendants&detail=referencepartial",
        "v2/schema/dataflow/TOWNS/towns/1.0.0/",
      ] {
        let cut = try await served.get(target).structures()
        let areas = try #require(cut.codelists.first { $0.id == "CL_AREA" })
        #expect(areas.items.map(\.id) == ["ALDA", "DELTA", "TOWNS"] && areas.isPartial)
        let frequencies = try #require(cut.codelists.first { $0.id == "CL_FREQ" })
        #expect(frequencies.items.map(\.id) == ["A"])
        #expect(cut.resolve(cut.dataflows[0].reference)?.component("SEX")?.codelist?.items.map(\.id) == ["_T", "F"])
      }
    }

    @Test func `items come with what is around them`() async throws {
      let served = try SDMXServed.towns()
      let codes = try await served.get("v2/structure/codelist/TOWNS/CL_AREA/1.0.0/ALDA,TOWNS").structures()
      #expect(codes.codelists[0].items.map(\.id) == ["ALDA", "TOWNS"] && codes.codelists[0].isPartial)
      let plan = try await served.get("v2/structure/categoryscheme/TOWNS/PLAN/1.0.0/G_1.T_1_1").structures()
      #expect(plan.categorySchemes[0].items[0].categories.map(\.id) == ["T_1_1"])
      #expect(try await served.get("v2/structure/codelist/TOWNS/CL_AREA/1.0.0/NONE").status == 404)
    }

    @Test(arguments: [
      ("v1/dataflow/TOWNS/all/latest", 200), ("v1/datastructure/all/all/all", 200), ("v1/structure/all", 200),
      ("v1/codelist/TOWNS/CL_AREA+CL_SEX/1.0.0", 200), ("v1/organisationscheme/TOWNS", 200),
      ("v1/contentconstraint/TOWNS", 200), ("v1/allowedconstraint/TOWNS", 404), ("v1/actualconstraint/TOWNS/all", 200),
      ("v1/hierarchicalcodelist/all", 501), ("v1/nonsense/all", 404), ("v1/dataflow/TOWNS/none", 404),
      ("v2/structure/valuelist/TOWNS/CL_AREA", 404), ("v2/structure/valuelist", 404), ("v2/structure/hierarchy", 501),
      ("v2/structure/dataconstraint/TOWNS", 200), ("v2/structure/dataflow/TOWNS/towns/2.0.0", 404),
      ("v2/structure/dataflow/TOWNS/towns/1.*", 200), ("v2/structure/dataflow/TOWNS/towns/0.0+.0", 404),
      ("v2/structure/dataflow?references=nonsense", 400), ("v2/structure/dataflow?detail=nonsense", 400),
      ("v2/structure/agencyscheme/TOWNS/*/+", 200), ("v1/schema/dataflow/TOWNS/towns", 200),
      ("v1/schema/dataflow/TOWNS/all", 501),
      ("v2/schema/dataflow/TOWNS/nothing", 404), ("v2/schema/nonsense/TOWNS/towns", 400),
      ("v2/structure/dataflow?asOf=2024-07-01", 200), ("v2/structure/dataflow?asOf=2020-01-01", 404),
    ])
    func `structures and their absence have a status`(_ target: String, _ status: Int) async throws {
      let reply = try await SDMXServed.towns().get(target)
      #expect(reply.status == status, "\(reply.text.prefix(300))")
    }

    @Test func `constraints say what there is`() async throws {
      let served = try SDMXServed.towns()
      let found = try await served.get("v2/structure/dataflow/TOWNS/towns?references=dataconstraint").structures()
      #expect(found.constraints.map(\.role) == [.actual])
      let schema = try await served.get(
        "v1/schema/dataflow/TOWNS/towns", "application/vnd.sdmx.structure+xml;version=2.1")
      #expect(schema.status == 200 && schema.text.contains("isPartial=\"true\""))
    }

    @Test(arguments: [
      ("v1/schema/dataflow/TOWNS/towns", "*/*", "2.1"),
      ("v1/schema/dataflow/TOWNS/towns/1.0.0", "application/xml", "2.1"),
      ("v2/schema/dataflow/TOWNS/towns/1.0.0", "application/vnd.sdmx.schema+xml", "3.0.0"),
      ("v2/schema/dataflow/TOWNS/towns/1.0.0", "application/vnd.sdmx.schema+xml;version=3.1.0", "3.1.0"),
    ])
    func `a schema names codes and components`(_ target: String, _ accept: String, _ version: String) async throws {
      let served = try SDMXServed.towns()
      let reply = try await served.get(target, accept)
      #expect(reply.header("Content-Type") == "application/vnd.sdmx.schema+xml;version=\(version)")
      #expect(reply.text.contains("TOWNS:towns(1.0.0):ObsLevelDim:TIME_PERIOD"))
      #expect(reply.text.contains("<xs:enumeration value=\"DELTA\">") && !reply.text.contains("value=\"BORO\""))
      #expect(reply.text.contains("<xs:attribute name=\"OBS_VALUE\" type=\"xs:double\" use=\"optional\"/>"))
      let turned = try await served.get(target + "?dimensionAtObservation=SEX", accept)
      #expect(turned.text.contains("ObsLevelDim:SEX") && turned.header("ETag") != reply.header("ETag"))
      #expect(try await served.get(target + "?dimensionAtObservation=NOPE", accept).status == 400)
    }

    @Test(arguments: ["2.0.0", "2.1.0"])
    func `a schema of JSON names codes and components`(_ version: String) async throws {
      let served = try SDMXServed.towns()
      let target = "v2/schema/dataflow/TOWNS/towns/1.0.0"
      let accept = "application/vnd.sdmx.schema+json;version=\(version)"
      let reply = try await served.get(target, accept, language: "fr")
      #expect(reply.header("Content-Type") == accept && reply.header("Content-Language") == "fr")
      #expect(
        reply.text.contains("TOWNS:towns(1.0.0)") && reply.text.contains("\"enum\":[\"ALDA\",\"DELTA\",\"TOWNS\"]"))
      let turned = try await served.get(target + "?dimensionAtObservation=SEX", accept)
      #expect(turned.text != reply.text && turned.header("ETag") != reply.header("ETag"))
      #expect(try await served.get(target + "?dimensionAtObservation=NOPE", accept).status == 400)
      #expect(try await served.get("v2/schema/dataflow/TOWNS/*", accept).status == 501)
    }

    @Test func `version 1 has JSON of its own`() async throws {
      let served = try SDMXServed.towns()
      let reply = try await served.get("v1/dataflow/TOWNS/all/latest?references=all", "application/json")
      #expect(reply.header("Content-Type") == "application/vnd.sdmx.structure+json;version=1.0.0")
      #expect(reply.text.contains("\"primaryMeasure\":{\"id\":\"OBS_VALUE\""))
      let later = try await served.get("v2/structure/dataflow/TOWNS?references=all", "application/json").structures()
      let found = try reply.structures()
      #expect(found.codelists == later.codelists && found.conceptSchemes == later.conceptSchemes)
      #expect(found.dataStructures.map(\.dimensions) == later.dataStructures.map(\.dimensions))
      #expect(found.dataStructures.map(\.attributes) == later.dataStructures.map(\.attributes))
    }

    @Test func `names are in the language that is wanted`() async throws {
      let served = try SDMXServed.towns()
      let reply = try await served.get("v2/structure/codelist/TOWNS/CL_SEX", language: "fr")
      #expect(reply.header("Content-Language") == "fr")
      #expect(reply.text.contains("\"name\":\"Femmes\"") && reply.text.contains("\"contentLanguages\":[\"fr\",\"en\"]"))
      #expect(reply.text.prefix(350).contains("2.0.0/sdmx-json-structure-schema.json"))
      #expect(!reply.text.contains("[]"))
      let asked = try await served.get("v2/structure/codelist/TOWNS/CL_SEX?lang=fr&format=json", "application/xml")
      #expect(asked.header("Content-Language") == "fr")
      let markup = try await served.get("v2/structure/codelist/TOWNS/CL_SEX", "*/*")
      #expect(markup.header("Content-Type") == "application/vnd.sdmx.structure+xml;version=3.0.0")
      #expect(markup.text.hasPrefix("<?xml") && markup.text.contains("xml:lang=\"fr\""))
    }
  }
#endif

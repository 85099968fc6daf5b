import Foundation
import MilepostExchange
import MilepostModel
import Testing

private let shared = ProcessInfo.processInfo.environment["MILEPOST_SHARED"]

let smallHeader = SDMX.Header(id: "X1", prepared: "2020-04-29T10:00:00Z", sender: SDMX.Party("MP"))

private func written(_ sets: [SDMX.DataSet], _ version: SDMX.JSONForm.Version) -> [UInt8] {
  let form = SDMX.JSONForm(version, languages: [LanguageTag("en")])
  var writer = SDMX.JSONDataWriter(
    form, header: smallHeader, structures: smallStructure.resolve(sets.map(\.layout)), layouts: sets.map(\.layout))
  var bytes: [UInt8] = []
  writer.write(sets, into: &bytes)
  return bytes
}

/// The structures of a message that was written, in a header that comes back.
private func readBack(_ structures: SDMX.Structures, _ version: SDMX.JSONForm.Version) throws -> SDMX.Structures {
  let message = SDMX.StructureMessage(header: smallHeader, structures: structures)
  var bytes: [UInt8] = []
  SDMX.writeJSON(message, SDMX.JSONForm(version, languages: [LanguageTag("en")]), into: &bytes)
  var diagnostics = Diagnostics()
  let read = try #require(SDMX.readJSONStructures(bytes, file: "s.json", into: &diagnostics))
  #expect(diagnostics.all == [] && read.header == message.header)
  return read.structures
}

@Suite struct JSONRoundTripTests {
  @Test(arguments: SDMX.JSONForm.Version.allCases)
  func `data that is written is read as the same`(version: SDMX.JSONForm.Version) throws {
    for seed in 0..<40 {
      var generator = MessageGenerator(seed: UInt64(seed))
      // Version 1.0 has one structure for all data sets.
      let sets = version == .one ? [generator.dataSet()] : [generator.dataSet(), generator.dataSet(action: .replace)]
      var diagnostics = Diagnostics()
      let bytes = written(sets, version)
      let read = SDMX.readJSON(bytes, file: "a.json", structures: smallStructure, into: &diagnostics)
      #expect(diagnostics.all == [])
      #expect(facts(read?.dataSets ?? []) == facts(sets), "seed \(seed)")
    }
  }

  @Test(arguments: SDMX.JSONForm.Version.allCases)
  func `a structure message that is written is read as the same`(version: SDMX.JSONForm.Version) throws {
    var structures = smallStructure
    let flow = structures.dataflows[0].reference
    let naming = SDMX.Naming("A", name: LocalizedText("a", LanguageTag("en")))
    let maintenance = SDMX.Maintenance(naming, agency: "MP")
    let scheme = SDMX.CategoryScheme(
      maintenance, kind: .categoryScheme, items: [SDMX.Category(naming, categories: [SDMX.Category(naming)])])
    structures.categorySchemes = [scheme]
    structures.categorisations = [
      SDMX.Categorisation(maintenance, source: flow, target: scheme.reference.item("A", "A"))
    ]
    let range = SDMX.TimeRange(start: SDMX.TimeRange.End("2010"), end: SDMX.TimeRange.End("2020", isInclusive: false))
    // What there is has no name of its own since 3.1.
    let ofFlow = SDMX.Maintenance(SDMX.Naming(flow.id, name: nil), agency: flow.agency, version: flow.version)
    structures.constraints = [
      SDMX.Constraint(
        version == .twoOne ? ofFlow : maintenance, role: .actual, attachment: [flow],
        regions: [
          SDMX.CubeRegion(selections: [
            SDMX.Selection("AREA", .codes(["KEN"])), SDMX.Selection("TIME_PERIOD", .time(range)),
          ])
        ])
    ]
    #expect(try readBack(structures, version) == structures)
  }

  @Test(arguments: [SDMX.JSONForm.Version.one, .two])
  func `every kind of artefact comes back`(version: SDMX.JSONForm.Version) throws {
    #expect(try readBack(markupArtefacts, version) == markupArtefacts)
  }

  @Test func `version 1 has one measure, and no value lists`() throws {
    var structures = smallStructure
    let whole = structures.dataStructures[0]
    let list = structures.codelists[0]
    let values = SDMX.Codelist(list.maintenance, kind: .valueList, items: list.items)
    structures.valueLists = [values]
    let concept = structures.conceptSchemes[0].reference.item("NOTE")
    let second = SDMX.Component("SECOND", concept: concept, representation: .enumeration(values.reference))
    structures.dataStructures = [
      SDMX.DataStructure(
        whole.maintenance, dimensions: whole.dimensions, timeDimension: whole.timeDimension,
        measures: whole.measures + [SDMX.Measure(second)], attributes: whole.attributes)
    ]
    let read = try readBack(structures, .one)
    #expect(read.valueLists == [])
    let found = read.dataStructures[0]
    #expect(found.measures == whole.measures && found.attributes.dropLast() == whole.attributes[...])
    let text = SDMX.Component("SECOND", concept: concept, representation: .text(SDMX.TextFormat("String")))
    #expect(found.attributes.last == SDMX.Attribute(text, relationship: .observation))
  }

  @Test func `a dimension of measures has its place among the others`() throws {
    let concept = "\"conceptIdentity\":\"urn:sdmx:org.sdmx.infomodel.conceptscheme.Concept=MP:CS(1.0.0).C\""
    func dimension(_ id: String, _ place: Int) -> String { "{\"id\":\"\(id)\",\"position\":\(place),\(concept)}" }
    let text = """
      {"meta":{"id":"S","prepared":"2020-01-01T00:00:00Z","sender":{"id":"MP"}},"data":{"dataStructures":[{"id":"D",
      "agencyID":"MP","version":"1.0","dataStructureComponents":{"dimensionList":{
      "dimensions":[\(dimension("FREQ", 0)),\(dimension("AREA", 2))],
      "measureDimensions":[\(dimension("INDICATOR", 1))],"timeDimensions":[\(dimension("TIME_PERIOD", 3))]},
      "measureList":{"primaryMeasure":{"id":"OBS_VALUE",\(concept)}}}}]}}
      """
    var diagnostics = Diagnostics()
    let read = SDMX.readJSONStructures(Array(text.utf8), file: "s.json", into: &diagnostics)
    #expect(diagnostics.all == [])
    #expect(read?.structures.dataStructures.first?.dimensions.map(\.id) == ["FREQ", "INDICATOR", "AREA"])
  }

  @Test(.enabled(if: shared != nil), arguments: ["1_0_0", "2_0_0", "2_0_0_flat"])
  func `a sample of data says what its table says`(name: String) throws {
    let folder = try #require(shared) + "/samples/sdmx/"
    let bytes = Array(try Data(contentsOf: URL(filePath: folder + "data_sdmx_json_\(name).json")))
    var diagnostics = Diagnostics()
    let read = try #require(SDMX.readJSON(bytes, file: name, into: &diagnostics))
    #expect(diagnostics.isEmpty)
    #expect(read.dataSets[0].observationCount == 84)
    #expect(read.dataSets[0].seriesCount == 6)
    #expect(read.dataSets[0].layout.structure.shortForm.hasSuffix("(1.0.0)") || name == "1_0_0")
  }

  @Test(.enabled(if: shared != nil), arguments: ["mp_structure_sdmx_json_2_0_0", "availability_json_2_0_0"])
  func `a sample of structures is read without a finding`(name: String) throws {
    let bytes = Array(try Data(contentsOf: URL(filePath: try #require(shared) + "/samples/sdmx/\(name).json")))
    var diagnostics = Diagnostics()
    let read = try #require(SDMX.readJSONStructures(bytes, file: name, into: &diagnostics))
    #expect(diagnostics.isEmpty)
    let resolved = try #require(read.structures.resolve(read.structures.dataflows[0].reference))
    #expect(resolved.structure.dimensions.map(\.id) == ["FREQ", "REF_AREA", "SERIES", "SEX", "AGE"])
    #expect(resolved.component("REF_AREA")?.codelist?.items.count == 5)
  }

  @Test(arguments: [
    "{\"meta\":" + String(repeating: "[", count: 100_000), "{", "[]", "{}", "{\"meta\":{},\"data\":{}}", "nul",
    "{\"meta\":{},\"data\":{\"structures\":[{}],\"dataSets\":[{}]}}", "{\"data\":{\"dataSets\":[1e999]}}",
    "{\"meta\":{},\"data\":{\"structures\":[{\"dimensions\":{}}],\"dataSets\":[{\"structure\":7}]}}",
    "{\"meta\":{},\"data\":{\"structures\":[{\"dimensions\":{}}],\"dataSets\":[{\"observations\":{\"0\":[1]}}]}}",
    "{\"meta\":{},\"data\":{\"structures\":[{\"dimensions\":{}}],\"dataSets\":[{\"series\":{\"9:9\":{}}}]}}",
  ])
  func `a broken message ends with a finding`(text: String) {
    var diagnostics = Diagnostics()
    #expect(SDMX.readJSON(Array(text.utf8), file: "a.json", into: &diagnostics) == nil)
    #expect(diagnostics.hasErrors)
  }
}

import MilepostExchange
import Testing

@testable import MilepostServer

/// Addresses as the two Python clients for SDMX send them, and the corners of the standard.
@Suite struct DataQueryTests {
  private func v1(_ text: String) throws -> DataQuery {
    let target = try RequestTarget(text)
    return try DataQuery(v1: target.segments, target.parameters)
  }

  private func v2(_ text: String) throws -> DataQuery {
    let target = try RequestTarget(text)
    return try DataQuery(v2: target.segments, target.parameters)
  }

  @Test func `a flow by its id, with a key and periods`() throws {
    let query = try v1("/FLOW/A.KEN+UGA.?startPeriod=2018&endPeriod=2020-Q1&lastNObservations=1")
    #expect(query.artefacts == ArtefactPattern(ids: ["FLOW"], versions: [.latestOrDraft]))
    #expect(query.keys == [KeyPattern(slots: [["A"], ["KEN", "UGA"], nil])])
    #expect(query.from == SDMX.Period("2018"))
    #expect(query.to == SDMX.Period("2020-Q1"))
    #expect(query.last == 1)
  }

  @Test func `a flow with agency and version, the comma as it is or as a percent`() throws {
    let query = try v1("/MP%2CFLOW%2C1.0.0/all/")
    #expect(query.artefacts.agencies == ["MP"])
    #expect(query.artefacts.versions == [try VersionPattern("1.0.0", .v1)])
    #expect(query.keys == [])
    #expect(try v1("/MP,FLOW") == v1("/MP%2CFLOW/"))
  }

  @Test(arguments: [
    ("full", DataQuery.Attributes.all, DataQuery.Measures.all), ("dataonly", .none, .all),
    ("serieskeysonly", .none, .none), ("nodata", .ofSeries, .none),
  ])
  func `a detail says which parts are wanted`(
    _ word: String, _ attributes: DataQuery.Attributes, _ measures: DataQuery.Measures
  ) throws {
    let query = try v1("/FLOW?detail=\(word)")
    #expect(query.attributes == attributes)
    #expect(query.measures == measures)
  }

  @Test func `filters of version 2, encoded and not`() throws {
    let query = try v2(
      "/dataflow/MP/FLOW/1.0.0?c%5BREF_AREA%5D=KEN%2CUGA&c[TIME_PERIOD]=ge:2018%2Ble:2020"
        + "&dimensionAtObservation=AllDimensions&attributes=dsd&measures=all")
    #expect(query.context == .dataflow)
    #expect(query.filters.map(\.component) == ["REF_AREA", "TIME_PERIOD"])
    #expect(query.filters[0].codes == ["KEN", "UGA"])
    #expect(query.filters[1].alternatives.map(\.count) == [2])
    #expect(query.dimensionAtObservation == DataQuery.allDimensions)
  }

  @Test func `what the path leaves out is any`() throws {
    let query = try v2("/")
    #expect(query.context == nil)
    #expect(query.artefacts == ArtefactPattern(versions: [.all]))
    #expect(try v2("/dataflow/MP/FLOW/+/A.KEN").keys == [KeyPattern(slots: [["A"], ["KEN"]])])
  }

  @Test func `pages are asked for by offset, limit and sort`() throws {
    let query = try v2("/dataflow/MP/FLOW?offset=0&limit=10&sort=series_key+TIME_PERIOD:desc")
    #expect(query.limit == 10)
    #expect(
      query.sort == [
        .init(component: nil, isDescending: false), .init(component: "TIME_PERIOD", isDescending: true),
      ])
  }

  @Test(arguments: [
    "/FLOW?startPeriod=2020x", "/FLOW?lastNObservations=0", "/FLOW?detail=some", "/FLOW?nonsense=1", "/A,B,1.0,x",
    "/FLOW?updatedAfter=yesterday", "/FLOW?includeHistory=maybe", "/", "/FLOW/A/MP/x",
  ])
  func `what version 1 does not know is a fault of syntax`(_ text: String) {
    #expect { try v1(text) } throws: { ($0 as? RequestFault)?.kind == .syntax }
  }

  @Test(arguments: [
    "/flow/MP", "/dataflow/MP/FLOW/x", "/dataflow/MP/FLOW/1.0.0/A+B", "/dataflow/MP/FLOW?c[A]=",
    "/dataflow/MP/FLOW?asOf=2020-01-01&updatedAfter=2020-02-01", "/dataflow/MP/FLOW?sort=A:up",
    "/dataflow/MP/FLOW?limit=-1",
    "/dataflow/MP/FLOW?startPeriod=2020", "/dataflow/MP/F/1.0.0/A/B", "/dataflow/MP/FLOW?c[A=1",
  ])
  func `what version 2 does not know is a fault of syntax`(_ text: String) {
    #expect { try v2(text) } throws: { ($0 as? RequestFault)?.kind == .syntax }
  }

  @Test func `a period that ends before it begins is understood and refused`() {
    #expect { try v1("/FLOW?startPeriod=2020&endPeriod=2019") } throws: { ($0 as? RequestFault)?.kind == .semantic }
  }
}

@Suite struct AvailabilityQueryTests {
  @Test func `the call of pysdmx`() throws {
    let target = try RequestTarget("/dataflow/MP/FLOW/1.0.0?references=all")
    let query = try AvailabilityQuery(v2: target.segments, target.parameters)
    #expect(query.references == [.all])
    #expect(query.components == nil)
    #expect(query.mode == .exact)
  }

  @Test func `one component, what else there could be, and several references`() throws {
    let target = try RequestTarget(
      "/dataflow/MP/FLOW/*/A.*/REF_AREA?mode=available&references=codelist,datastructure,none")
    let query = try AvailabilityQuery(v2: target.segments, target.parameters)
    #expect(query.components == ["REF_AREA"])
    #expect(query.mode == .available)
    #expect(query.references == [.kind(.codelist), .kind(.dataStructure)])
  }

  @Test func `version 1 has the provider before the component`() throws {
    let target = try RequestTarget("/FLOW/A../all/REF_AREA?references=none")
    let query = try AvailabilityQuery(v1: target.segments, target.parameters)
    #expect(query.keys == [KeyPattern(slots: [["A"], nil, nil])])
    #expect(query.components == ["REF_AREA"])
    #expect(query.references == [])
  }
}

@Suite struct StructureQueryTests {
  private func query(_ text: String, _ interface: InterfaceVersion) throws -> StructureQuery {
    let target = try RequestTarget(text)
    return try StructureQuery(target.segments, target.parameters, interface)
  }

  @Test func `addresses of version 1`() throws {
    let list = try query("/dataflow/MP/all/latest", .v1)
    #expect(list.kinds == [.dataflow])
    #expect(list.artefacts == ArtefactPattern(agencies: ["MP"], versions: [.latestOrDraft]))
    #expect(try query("/datastructure/MP/D/latest?references=all&detail=referencestubs", .v1).detail == .referenceStubs)
    #expect(try query("/structure/all", .v1).kinds == nil)
    #expect(try query("/codelist/MP/CL/1.0.0/A+B.C", .v1).items == [["A"], ["B", "C"]])
    #expect(try query("/dataflow/MP+SDMX/A+B/1.0.0+2.0.0", .v1).artefacts.versions.count == 2)
  }

  @Test func `addresses of version 2`() throws {
    let list = try query("/dataflow?detail=allcompletestubs", .v2)
    #expect(list.artefacts == ArtefactPattern(versions: [.latestOrDraft]))
    #expect(list.detail == .allCompleteStubs)
    #expect(try query("/dataflow/MP/*/+", .v2).artefacts.versions == [.latest])
    #expect(try query("/*/MP", .v2).kinds == nil)
    #expect(try query("/valuelist/MP/CL/", .v2).kinds == [.valueList])
    #expect(try query("/conceptscheme/MP/CS?references=codelist", .v2).references == [.kind(.codelist)])
    #expect(try query("/codelist/MP,X/CL/1.0.0,2.0+.0", .v2).artefacts.versions.count == 2)
  }

  @Test func `a kind that is not served is told from one that is none`() {
    #expect { try query("/hierarchy/MP", .v2) } throws: { ($0 as? RequestFault)?.kind == .notImplemented }
    #expect { try query("/nonsense/MP", .v2) } throws: { ($0 as? RequestFault)?.kind == .unknownResource }
  }

  @Test func `artefacts are chosen in their order, the newest of each`() throws {
    let there = ["A": "1.0.0", "B": "1.0.0", "C": "2.0.0-draft"].sorted { $0.key < $1.key }.compactMap { id, version in
      SDMX.Version(version).map { SDMX.Reference(.codelist, agency: "MP", id: id, version: $0) }
    }
    let newer = SDMX.Reference(.codelist, agency: "MP", id: "A", version: try #require(SDMX.Version("1.1.0")))
    #expect(try query("/codelist/MP/*/+", .v2).artefacts.chosen(of: there + [newer]) == [there[1], newer])
  }
}

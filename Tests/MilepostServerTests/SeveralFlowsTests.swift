#if Store
  import MilepostExchange
  import MilepostModel
  import Testing

  @testable import MilepostServer

  /// Answers about more than one dataflow: the towns, and all indicators.
  @Suite struct SeveralFlowsTests {
    private static let all = "v2/data/dataflow/TOWNS/*"

    private func flows(_ rows: [[String: String]]) -> [String: Int] {
      Dictionary(rows.compactMap { $0["STRUCTURE_ID"].map { ($0, 1) } }, uniquingKeysWith: +)
    }

    @Test(arguments: [
      "v2/data", "v2/data/*", "v2/data/dataflow/TOWNS/*", "v2/data/dataflow/TOWNS/towns,INDICATORS/1.0.0",
      "v2/data/datastructure/TOWNS/DSD_INDICATORS",
    ])
    func `each that is meant has a data set`(target: String) async throws {
      let rows = try await SDMXServed.towns().rows(target)
      #expect(flows(rows) == ["TOWNS:towns(1.0.0)": 18, "TOWNS:INDICATORS(1.0.0)": 18])
    }

    @Test func `a question that does not fit a dataflow passes it over`() async throws {
      let served = try SDMXServed.isles()
      let women = try await served.get("v2/data/dataflow/ISLES/*?c[SEX]=F", SDMXServed.csv)
      let found = Set(women.rows.compactMap { $0["STRUCTURE_ID"] })
      #expect(found.count > 1 && women.rows.allSatisfy { $0["SEX"] == "F" })
      let all = try await served.get("v2/structure/dataflow/ISLES/*", "application/json").structures()
      #expect(found.count < all.dataflows.count)
      #expect(try await served.get("v2/data/dataflow/ISLES/*?c[NOPE]=F").status == 400)
    }

    @Test(arguments: [
      ("offset=17&limit=2", 2), ("limit=20", 20), ("offset=35", 1), ("offset=5&limit=6", 6), ("offset=20&limit=6", 6),
      ("sort=TIME_PERIOD&offset=17&limit=2", 2), ("sort=TIME_PERIOD&limit=20", 20), ("limit=\(Int.max)", 36),
    ])
    func `a part is counted over the whole answer`(query: String, count: Int) async throws {
      let served = try SDMXServed.towns()
      let (part, whole) = (try await served.rows("\(SeveralFlowsTests.all)?\(query)"), query.contains("sort"))
      #expect(part.count == count)
      guard !whole else { return }
      let rows = try await served.rows(SeveralFlowsTests.all)
      #expect(rows.indices.contains { Array(rows[$0...].prefix(count)) == part })
    }

    @Test(arguments: ["offset=36", "sort=OBS_VALUE&offset=36", "limit=1&offset=99"])
    func `behind the end is nothing`(query: String) async throws {
      #expect(try await SDMXServed.towns().get("\(SeveralFlowsTests.all)?\(query)").status == 204)
      #expect(try await SDMXServed.towns().get("v2/data/dataflow/TOWNS/towns?\(query)").status == 204)
    }

    @Test func `messages name the structure of each data set, and are read as the tables are`() async throws {
      let served = try SDMXServed.towns()
      let table = try await served.get(SeveralFlowsTests.all, SDMXServed.csv)
      var findings = Diagnostics()
      let sets = SDMX.readCSV(table.bytes, file: "a.csv", structures: SDMX.Structures(), into: &findings)?.dataSets
      let json = try await served.get(SeveralFlowsTests.all, "application/vnd.sdmx.data+json;version=2.0.0")
      let read = SDMX.readJSON(json.bytes, file: "a.json", into: &findings)?.dataSets
      #expect(read?.map(\.layout.structure) == sets?.map(\.layout.structure))
      #expect(read?.map(\.observationCount) == sets?.map(\.observationCount))
      for version in ["data+xml;version=3.0.0", "data+xml;version=3.1.0"] {
        let xml = try await served.get(SeveralFlowsTests.all, "application/vnd.sdmx." + version)
        let read = try SDMX.readMarkup(ByteSource(xml.bytes), file: "a.xml", into: &findings)
        guard case .data(let message) = read else {
          Issue.record("no data in \(xml.text.prefix(300))")
          continue
        }
        #expect(message.dataSets.map(\.layout.structure) == sets?.map(\.layout.structure))
        #expect(message.dataSets.map(\.observationCount) == sets?.map(\.observationCount))
      }
      #expect(findings.isEmpty)
    }

    @Test func `SDMX-JSON 1.0, which has one structure, says that it cannot`() async throws {
      let form = "application/vnd.sdmx.data+json;version=1.0.0"
      let reply = try await SDMXServed.towns().get("v1/data/TOWNS,all/all", form)
      #expect(reply.status == 406 && reply.text.contains("2 are meant: towns, INDICATORS."))
    }

    @Test func `a schema is that of a day`() async throws {
      let served = try SDMXServed.towns()
      func areas(_ query: String) async throws -> Int? {
        let reply = try await served.get("v2/schema/dataflow/TOWNS/towns/1.0.0" + query)
        return try reply.structures().codelists.first { $0.id == "CL_AREA" }?.items.count
      }
      #expect(try await areas("") == 3)
      #expect(try await areas("?asOf=2024-12-31") == 2)
    }
  }
#endif

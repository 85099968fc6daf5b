#if Store
  import MilepostExchange
  import MilepostModel
  import Synchronization
  import Testing

  @testable import MilepostServer

  @Suite struct AvailabilityAnswerTests {
    private static let flow = "v2/availability/dataflow/TOWNS/towns/1.0.0"

    private func constraint(_ reply: Reply) throws -> (
      codes: [String: [String]], time: SDMX.TimeRange?, counts: [String: String]
    ) {
      #expect(reply.status == 200, "\(reply.text.prefix(300))")
      let constraint = try #require(try reply.structures().constraints.first)
      var (codes, time): ([String: [String]], SDMX.TimeRange?) = ([:], nil)
      for selection in constraint.regions.flatMap(\.selections) {
        switch selection.values {
        case .codes(let all): codes[selection.component] = all
        case .time(let range): time = range
        }
      }
      var counts: [String: String] = [:]
      for annotation in constraint.maintenance.naming.annotations {
        if let id = annotation.id { counts[id] = annotation.title }
      }
      if let count = constraint.observationCount { counts["obs_count"] = String(count) }
      if let count = constraint.seriesCount { counts["series_count"] = String(count) }
      return (codes, time, counts)
    }

    @Test func `without a condition it is what the flow has`() async throws {
      let found = try constraint(try await SDMXServed.towns().get(AvailabilityAnswerTests.flow))
      #expect(found.codes["REF_AREA"] == ["ALDA", "DELTA", "TOWNS"] && found.codes["FREQ"] == ["A"])
      #expect(found.codes["SEX"] == ["F", "_T"] && found.codes["INDICATOR"] == ["internet_use", "population"])
      #expect(found.time?.start?.period == "2015" && found.time?.end?.period == "2023")
      #expect(found.counts["obs_count"] == "18" && found.counts["series_count"] == "5")
    }

    @Test func `what was made ready is not looked up again`() async throws {
      let (served, cold) = (try SDMXServed.towns(), try SDMXServed.towns())
      await served.answers.prepare()
      for towns in [served, cold] { try towns.change("DROP TABLE availability") }
      #expect(try constraint(try await served.get(AvailabilityAnswerTests.flow)).counts["obs_count"] == "18")
      #expect(try await cold.get(AvailabilityAnswerTests.flow).status == 500)
    }

    @Test func `there need be nothing to make ready, and a store that cannot be read is reported`() async throws {
      let complaints = Mutex<[String]>([])
      let served = try SDMXServed()
      let answers = SDMXAnswers(served.store) { complaint in complaints.withLock { $0.append(complaint) } }
      await answers.prepare()
      #expect(complaints.withLock { $0 } == [])
      try served.change("DROP TABLE publication")
      await answers.prepare()
      #expect(complaints.withLock { $0.count } == 1)
    }

    @Test func `conditions narrow it, and mode=available says what else could be asked`() async throws {
      let served = try SDMXServed.towns()
      let narrow = try constraint(try await served.get("\(AvailabilityAnswerTests.flow)/A.ALDA.internet_use"))
      #expect(narrow.codes["REF_AREA"] == ["ALDA"] && narrow.codes["SEX"] == ["F", "_T"])
      #expect(narrow.counts["obs_count"] == "12")
      let timed = try constraint(try await served.get("\(AvailabilityAnswerTests.flow)?c[TIME_PERIOD]=ge:2022"))
      #expect(timed.counts["obs_count"] == "4" && timed.time?.start?.period == "2022")
      #expect(timed.codes["SEX"] == ["_T"])
      let open = try constraint(
        try await served.get("\(AvailabilityAnswerTests.flow)/A.ALDA.internet_use?mode=available"))
      #expect(open.codes["REF_AREA"] == ["ALDA", "DELTA", "TOWNS"])
      #expect(open.codes["INDICATOR"] == ["internet_use", "population"])
      let one = try constraint(try await served.get("\(AvailabilityAnswerTests.flow)/*/REF_AREA"))
      #expect(Array(one.codes.keys) == ["REF_AREA"] && one.time == nil)
      let updated = try constraint(try await served.get("\(AvailabilityAnswerTests.flow)?updatedAfter=2025-01-01"))
      #expect(updated.counts["obs_count"] == "2")
      let then = try constraint(try await served.get("\(AvailabilityAnswerTests.flow)?asOf=2025-01-01"))
      #expect(then.counts["obs_count"] == "17")
    }

    @Test func `several dataflows have a constraint each, those without what is asked for none`() async throws {
      let served = try SDMXServed.towns()
      let all = try await served.get("v2/availability/dataflow/TOWNS/*?references=dataflow").structures()
      #expect(all.constraints.flatMap(\.attachment).map(\.id).sorted() == ["INDICATORS", "towns"])
      #expect(all.dataflows.map(\.id).sorted() == ["INDICATORS", "towns"])
      let one = try await served.get("v2/availability/dataflow/TOWNS/*?asOf=2024-05-15").structures()
      #expect(one.constraints.flatMap(\.attachment).map(\.id) == ["towns"])
      #expect(try await served.get("v2/availability/dataflow/TOWNS/*?c[NOPE]=1").status == 400)
    }

    @Test func `with references it is a message of the flow`() async throws {
      let structures = try await SDMXServed.towns().get("\(AvailabilityAnswerTests.flow)?references=all").structures()
      #expect(structures.dataflows.map(\.id) == ["towns"] && structures.dataStructures.count == 1)
      let areas = try #require(structures.codelists.first { $0.id == "CL_AREA" })
      #expect(areas.isPartial && areas.items.count == 3)
      let codes = try await SDMXServed.towns().get("\(AvailabilityAnswerTests.flow)?references=codelist,dataflow")
        .structures()
      #expect(codes.dataStructures.isEmpty && codes.dataflows.count == 1 && codes.codelists.count > 5)
    }

    @Test func `SDMX-ML 3.0 lists the periods, which all clients read`() async throws {
      let reply = try await SDMXServed.towns().get(
        "\(AvailabilityAnswerTests.flow)/A.TOWNS", "application/vnd.sdmx.structure+xml;version=3.0.0")
      #expect(reply.text.contains("<str:Value>2020</str:Value>\n<str:Value>2021</str:Value>"))
      #expect(!reply.text.contains("TimeRange") && !reply.text.contains("<str:Value>2019"))
    }

    @Test(arguments: [
      ("v1/availableconstraint/towns", 200), ("v1/availableconstraint/towns/all/all/REF_AREA?references=none", 200),
      ("v1/availableconstraint/TOWNS,towns,1.0.0/.ALDA../all/all?mode=available&startPeriod=2020", 200),
      ("v1/availableconstraint/towns/.NONE..", 404), ("v1/availableconstraint/nothing", 404),
      ("v1/availableconstraint/towns/all/all/NOPE", 400), ("v2/availability/dataflow/TOWNS/towns/1.0.0/A.NONE", 204),
      ("v2/availability/dataflow/TOWNS/towns?c[NOPE]=1", 400), ("v2/availability/dataflow/TOWNS/nothing", 404),
      ("v2/availability/dataflow/TOWNS/towns/1.0.0/*/TIME_PERIOD", 200), ("v2/availability/*/*/towns", 200),
      ("v2/availability/dataflow/TOWNS/towns?mode=nonsense", 400),
    ])
    func `availability has a status`(_ target: String, _ status: Int) async throws {
      let reply = try await SDMXServed.towns().get(target)
      #expect(reply.status == status, "\(reply.text.prefix(300))")
    }

    @Test func `counts of the isles are those of their data`() async throws {
      let served = try SDMXServed.isles()
      for flow in ["internet_use", "INDICATORS", "surveys"] {
        let rows = try await served.get("v2/data/dataflow/*/\(flow)", SDMXServed.csv)
        let found = try constraint(try await served.get("v2/availability/dataflow/*/\(flow)"))
        let count = rows.text.split(separator: "\n").count - 1
        #expect(found.counts["obs_count"] == String(count), "\(flow)")
        let exact = try constraint(
          try await served.get("v2/availability/dataflow/*/\(flow)?c[TIME_PERIOD]=ge:1000"))
        #expect(exact.counts == found.counts && exact.codes == found.codes, "\(flow)")
      }
    }
  }
#endif

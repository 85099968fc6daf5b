#if Store
  import MilepostExchange
  import MilepostModel
  import Testing

  @testable import MilepostServer

  @Suite struct DataAnswerTests {
    private static let flow = "v2/data/dataflow/TOWNS/towns/1.0.0"

    private func keys(_ rows: [[String: String]]) -> Set<String> {
      Set(rows.map { row in ["REF_AREA", "INDICATOR", "SEX"].compactMap { row[$0] }.joined(separator: ".") })
    }

    @Test func `a dataflow is all that it says now, with every kind of value`() async throws {
      let rows = try await SDMXServed.towns().rows(DataAnswerTests.flow)
      #expect(rows.count == 18)
      #expect(rows.allSatisfy { $0["STRUCTURE"] == "dataflow" && $0["STRUCTURE_ID"] == "TOWNS:towns(1.0.0)" })
      let alda = rows.filter { $0["REF_AREA"] == "ALDA" && $0["INDICATOR"] == "internet_use" && $0["SEX"] == "_T" }
      #expect(alda.map { $0["OBS_STATUS"] } == ["A", "L", "A", "N", "A", "A"])
      #expect(alda.map { $0["CONF_STATUS"] } == ["F", "F", "C", "F", "F", "F"])
      #expect(alda.map { $0["OBS_VALUE"] } == ["0.3333333333333333", "", "", "0", "0", "99.99"])
      #expect(alda[0]["UNIT_MEASURE"] == "PT")
    }

    @Test(arguments: [
      ("A.ALDA", 15), ("A.ALDA.internet_use.F", 6), ("*.*.population", 3), ("A.ALDA.population,A.DELTA", 4),
      ("*", 18), ("A.TOWNS.*._T", 2),
    ])
    func `keys of version 2`(_ key: String, _ count: Int) async throws {
      #expect(try await SDMXServed.towns().rows("\(DataAnswerTests.flow)/\(key)").count == count)
    }

    @Test(arguments: [
      ("A.ALDA+DELTA.internet_use.", 13), ("all", 18), ("...", 18), (".ALDA..F", 6),
      (".ALDA.population+internet_use.", 15),
      ("A%2BQ.DELTA..", 1),
    ])
    func `keys of version 1`(_ key: String, _ count: Int) async throws {
      #expect(try await SDMXServed.towns().rows("v1/data/TOWNS,towns,1.0.0/\(key)/").count == count)
    }

    @Test(arguments: [
      ("c[REF_AREA]=ALDA,DELTA", 16), ("c%5BREF_AREA%5D=ALDA%2CDELTA", 16), ("c[REF_AREA]=ne:ALDA", 3),
      ("c[REF_AREA]=sw:T", 2), ("c[REF_AREA]=ew:A", 16), ("c[REF_AREA]=co:EL", 1), ("c[REF_AREA]=nc:EL", 17),
      ("c[TIME_PERIOD]=ge:2020+le:2021", 7), ("c[TIME_PERIOD]=ge:2020%2Ble:2021", 7), ("c[TIME_PERIOD]=2023", 3),
      ("c[TIME_PERIOD]=lt:2018", 3), ("c[OBS_VALUE]=gt:40", 3), ("c[OBS_VALUE]=le:0", 2),
      ("c[OBS_STATUS]=L", 2), ("c[OBS_STATUS]=ne:A", 9), ("c[CONF_STATUS]=C", 1), ("c[UNIT_MEASURE]=PS", 3),
      ("c[COMMENT_OBS]=refused", 1), ("c[COMMENT_OBS]=ne:refused", 17), ("c[DECIMALS]=ge:1", 18),
      ("c[SEX]=F&c[TIME_PERIOD]=ge:2019", 2), ("c[FREQ]=A", 18), ("c[REF_AREA]=ge:ALDA+lt:B,TOWNS", 17),
      ("firstNObservations=1", 5), ("lastNObservations=2", 9), ("firstNObservations=1&lastNObservations=1", 9),
      ("limit=4", 4), ("offset=16", 2), ("offset=16&limit=1", 1), ("reportingYearStartDay=--07-01", 18),
    ])
    func `parameters of version 2`(_ query: String, _ count: Int) async throws {
      #expect(try await SDMXServed.towns().rows("\(DataAnswerTests.flow)?\(query)").count == count)
    }

    @Test(arguments: [
      ("startPeriod=2020&endPeriod=2021", 7), ("startPeriod=2023-01-01", 3), ("startPeriod=2023-01-02", 0),
      ("endPeriod=2015-12", 1), ("lastNObservations=1", 5), ("detail=dataonly", 18),
    ])
    func `parameters of version 1`(_ query: String, _ count: Int) async throws {
      let reply = try await SDMXServed.towns().get("v1/data/towns/all?\(query)", "text/csv")
      #expect(reply.status == (count == 0 ? 404 : 200))
      if count > 0 { #expect(reply.rows.count == count) }
    }

    @Test func `parts that are not wanted are left out`() async throws {
      let served = try SDMXServed.towns()
      let key = "\(DataAnswerTests.flow)/A.DELTA"
      let none = try await served.rows("\(key)?attributes=none")
      #expect(Set(none[0].keys).isSuperset(of: ["OBS_VALUE", "TIME_PERIOD"]) && none[0]["OBS_STATUS"] == nil)
      let one = try await served.rows("\(key)?attributes=OBS_STATUS&measures=none")
      #expect(one[0]["OBS_VALUE"] == nil && one[0]["OBS_STATUS"] == "A" && one[0]["DECIMALS"] == nil)
      let series = try await served.rows("\(DataAnswerTests.flow)?attributes=none&measures=none")
      #expect(series.count == 5 && keys(series).count == 5)
      let limited = try await served.rows("\(DataAnswerTests.flow)?attributes=none&measures=none&limit=2&offset=1")
      #expect(limited.count == 2)
      let provider = try await served.get("v1/data/towns/all/returns", "text/csv")
      #expect(provider.rows.count == 18)
      #expect(try await served.get("v1/data/towns/all/TOWNS,others", "text/csv").status == 404)
    }

    @Test func `sorting follows components and leaves nothing out`() async throws {
      let served = try SDMXServed.towns()
      let rows = try await served.rows("\(DataAnswerTests.flow)?sort=TIME_PERIOD:desc+REF_AREA")
      #expect(rows.count == 18)
      #expect(
        rows.prefix(4).map { "\($0["TIME_PERIOD"] ?? "") \($0["REF_AREA"] ?? "")" } == [
          "2023 ALDA", "2023 ALDA", "2023 DELTA", "2022 ALDA",
        ])
      let values = try await served.rows("\(DataAnswerTests.flow)?sort=OBS_VALUE:desc&limit=2")
      #expect(values.map { $0["OBS_VALUE"] } == ["1000000", "99.99"])
      let keys = try await served.rows("\(DataAnswerTests.flow)?sort=series_key:desc&limit=1")
      #expect(keys[0]["REF_AREA"] == "TOWNS")
    }

    @Test func `updates are what was published since, and removals stand apart`() async throws {
      let served = try SDMXServed.towns()
      let rows = try await served.rows("\(DataAnswerTests.flow)?updatedAfter=2024-12-31T00:00:00%2B02:00")
      #expect(keys(rows) == ["DELTA.internet_use._T", "ALDA.population._T"])
      #expect(rows.allSatisfy { $0["ACTION"] == "R" } && rows.count == 2)
      #expect(try await served.rows("\(DataAnswerTests.flow)?updatedAfter=2020-01-01").count == 18)
      #expect(try await served.get("\(DataAnswerTests.flow)?updatedAfter=2025-07-02").status == 204)
      let all = "v1/data/INDICATORS?updatedAfter=2024-12-31"
      #expect(try await served.rows(all).count == 2)
      // A table of version 1.0 cannot say that a row is gone.
      #expect(try await served.get(all, "application/vnd.sdmx.data+csv;version=1.0.0").status == 406)
    }

    @Test func `history is told state by state, and a day of the past as it was`() async throws {
      let served = try SDMXServed.towns()
      let then = try await served.rows("\(DataAnswerTests.flow)?asOf=2025-04-30")
      #expect(then.count == 17 && !then.contains { $0["REF_AREA"] == "DELTA" })
      #expect(try await served.get("\(DataAnswerTests.flow)?asOf=2024-04-30").status == 204)
      let computed = try await served.rows("v2/data/dataflow/TOWNS/INDICATORS?asOf=2025-01-01")
      #expect(computed.count == 17)
      let history = try await served.get("v1/data/towns?includeHistory=True")
      #expect(history.text.contains("validFromDate=\"2024-05-01T00:00:00Z\" validToDate=\"2025-05-01T00:00:00Z\""))
      #expect(history.text.contains("action=\"Replace\" validFromDate=\"2025-05-01T00:00:00Z\""))
      #expect(try await served.get("v1/data/towns?includeHistory=true", "text/csv").status == 406)
    }

    @Test(arguments: [
      ("v2/data/dataflow/TOWNS/towns?c[TIME_PERIOD]=xx", 400),
      ("v2/data/dataflow/TOWNS/towns?c[TIME_PERIOD]=ge:2023+le:2020", 422),
      ("v2/data/dataflow/TOWNS/towns?c[TIME_PERIOD]=ge:2023+le:2023", 200),
      ("v1/data/towns/A.XYZ..", 404), ("v2/data/dataflow/TOWNS/towns/1.0.0/A.XYZ", 204), ("v1/data/nothing", 404),
      ("v2/data/dataflow/TOWNS/nothing", 404), ("v2/data/dataflow/OTHER/towns", 404),
      ("v2/data/dataflow/TOWNS/towns/2.0.0", 404), ("v2/data/dataflow/TOWNS/towns/+", 200),
      ("v2/data/datastructure/TOWNS/DSD_INDICATORS", 200), ("v2/data/provisionagreement/TOWNS/PA_towns", 200),
      ("v2/data/dataflow/TOWNS/towns/1.0.0/A.B.C.D.E", 400), ("v1/data/towns/A.B", 400),
      ("v2/data/dataflow/TOWNS/towns?c[NOPE]=1", 400), ("v2/data/dataflow/TOWNS/towns?c[REF_AREA]=xx:1", 400),
      ("v2/data/dataflow/TOWNS/towns?startPeriod=2020", 400), ("v1/data/towns?startPeriod=2021&endPeriod=2020", 403),
      ("v2/data/dataflow/TOWNS/towns?dimensionAtObservation=NOPE", 400),
      ("v2/data/dataflow/TOWNS/towns?sort=NOPE", 400), ("v2/data/dataflow/TOWNS/towns?sort=*+series_key", 400),
      ("v1/data/towns?includeHistory=true&updatedAfter=2020-01-01", 501),
      ("v2/data/dataflow/TOWNS/towns?attributes=NOPE", 400), ("v2/data/dataflow/TOWNS/towns?measures=NOPE", 400),
      ("v2/data/dataflow/TOWNS/towns?asOf=2020-01-01&updatedAfter=2021-01-01", 400), ("v2/metadata/x", 501),
      ("v2/nothing", 404), ("v3/data/x", 404), ("v2", 404), ("v1/data/towns/%ZZ", 400),
      ("v2/data/dataflow/TOWNS/towns?format=pdf", 406),
    ])
    func `what is not there or asked wrongly has its status`(_ target: String, _ status: Int) async throws {
      let reply = try await SDMXServed.towns().get(target)
      #expect(reply.status == status, "\(reply.text.prefix(300))")
      if status == 204 { #expect(reply.bytes.isEmpty) }
      guard status >= 400 else { return }
      #expect(reply.header("Vary") == "Accept, Accept-Encoding, Accept-Language")
      if target.hasPrefix("v1") {
        #expect(reply.text.contains("<mes:ErrorMessage code=") && reply.header("Content-Type") == "application/xml")
      } else {
        #expect(reply.text.hasPrefix("{\"errors\":[{\"code\":"))
      }
    }

    @Test(arguments: [
      ("v2/data/dataflow/TOWNS/towns?firstNObservations=\(Int.max)&lastNObservations=1", 18),
      ("v2/data/dataflow/TOWNS/towns?firstNObservations=1&lastNObservations=\(Int.max)", 18),
      ("v2/data/dataflow/TOWNS/towns?limit=\(Int.max)", 18),
      ("v2/data/dataflow/TOWNS/towns?limit=\(Int.max)&offset=17", 1),
    ])
    func `the largest numbers are numbers like others`(_ target: String, _ count: Int) async throws {
      #expect(try await SDMXServed.towns().rows(target).count == count)
    }

    @Test func `too many observations are refused with advice`() async throws {
      let served = try SDMXServed.towns(limits: SDMXLimits(observations: 10, heldObservations: 5))
      let reply = try await served.get(DataAnswerTests.flow, SDMXServed.csv)
      #expect(reply.status == 413 && reply.text.contains("limit=10"))
      #expect(try await served.get("\(DataAnswerTests.flow)?limit=10", SDMXServed.csv).status == 200)
      #expect(try await served.get("\(DataAnswerTests.flow)/A.DELTA", SDMXServed.csv).status == 200)
      #expect(try await served.get("\(DataAnswerTests.flow)?sort=OBS_VALUE&limit=1", SDMXServed.csv).status == 413)
      #expect(try await SDMXServed(limits: SDMXLimits()).get(DataAnswerTests.flow).status == 503)
    }

    @Test func `answers name their representation and when it was published`() async throws {
      let served = try SDMXServed.towns()
      let table = try await served.get(DataAnswerTests.flow, SDMXServed.csv)
      #expect(
        table.header("Content-Type")
          == "application/vnd.sdmx.data+csv;version=2.0.0;labels=id;timeFormat=original;keys=none")
      #expect(table.header("Last-Modified") == "Tue, 01 Jul 2025 12:00:00 GMT")
      #expect(table.header("Content-Language") == nil)
      let french = try await served.get(DataAnswerTests.flow, SDMXServed.csv + ";labels=both", language: "fr-CA")
      #expect(french.header("Content-Language") == "fr" && french.text.contains("internet_use: Internautes"))
      let again = try await served.get(DataAnswerTests.flow, SDMXServed.csv)
      #expect(again.header("ETag") == table.header("ETag") && again.bytes == table.bytes)
      let other = try await served.get(DataAnswerTests.flow + "/A.ALDA", SDMXServed.csv)
      #expect(Set([table, french, other].map { $0.header("ETag") }).count == 3)
    }
  }
#endif

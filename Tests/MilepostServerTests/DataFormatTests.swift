#if Store
  import MilepostExchange
  import MilepostModel
  import Testing

  @testable import MilepostServer

  @Suite struct DataFormatTests {
    /// Area, indicator, period, value, status of every observation, sorted.
    private func cells(_ sets: [SDMX.DataSet]) -> [String] {
      sets.flatMap { set in
        set.series.flatMap { series in
          series.rows.map { row in
            var values: [String: String] = [:]
            for (place, component) in set.layout.dimensions.enumerated() {
              values[component.id] = component.value(series.key[place])
            }
            if let time = set.layout.time { values[time.id] = time.value(series.observations.times[row]) }
            for (place, component) in set.layout.seriesAttributes.enumerated() {
              values[component.id] = component.value(series.attributes[place])
            }
            for (place, component) in set.layout.observationAttributes.enumerated() {
              values[component.id] = component.value(series.observations.attributes[place][row])
            }
            var value: [UInt8] = []
            if let measure = series.observations.measures.first { value.append(measure[row]) }
            let ids = [
              "FREQ", "REF_AREA", "INDICATOR", "SEX", "TIME_PERIOD", "UNIT_MEASURE", "OBS_STATUS", "COMMENT_OBS",
            ]
            return ids.map { values[$0] ?? "-" }.joined(separator: " ") + " " + String(decoding: value, as: UTF8.self)
          }
        }
      }.sorted()
    }

    private func read(_ reply: Reply, _ structures: SDMX.Structures) throws -> [SDMX.DataSet] {
      var diagnostics = Diagnostics()
      let type = try #require(reply.header("Content-Type"))
      defer { #expect(diagnostics.all.isEmpty, "\(type): \(diagnostics.all)") }
      if type.contains("+csv") {
        return try #require(SDMX.readCSV(reply.bytes, file: "a", structures: structures, into: &diagnostics)).dataSets
      }
      if type.contains("+json") {
        return try #require(SDMX.readJSON(reply.bytes, file: "a", into: &diagnostics)).dataSets
      }
      let message = try SDMX.readMarkup(
        ByteSource(reply.bytes), file: "a", structures: structures, into: &diagnostics)
      guard case .data(let data) = message else { return [] }
      return data.dataSets
    }

    private static let forms: [(interface: String, accept: String)] = [
      ("v1", "application/vnd.sdmx.genericdata+xml;version=2.1"),
      ("v1", "application/vnd.sdmx.structurespecificdata+xml;version=2.1"),
      ("v1", "application/vnd.sdmx.generictimeseriesdata+xml;version=2.1"),
      ("v1", "application/vnd.sdmx.structurespecifictimeseriesdata+xml;version=2.1"),
      ("v1", "application/vnd.sdmx.data+json;version=1.0.0"), ("v1", "application/vnd.sdmx.data+csv;version=1.0.0"),
      ("v1", "application/vnd.sdmx.data+csv;version=2.0.0"), ("v2", "application/vnd.sdmx.data+json;version=2.0.0"),
      ("v2", "application/vnd.sdmx.data+json;version=2.1.0"), ("v2", "application/vnd.sdmx.data+xml;version=3.0.0"),
      ("v2", "application/vnd.sdmx.data+xml;version=3.1.0"), ("v2", "application/vnd.sdmx.data+csv;version=2.1.0"),
      ("v2", "application/vnd.sdmx.data+csv;version=1.0.0"),
    ]

    @Test func `every format carries the same observations, at every level`() async throws {
      let served = try SDMXServed.towns()
      let structures = try await served.get("v2/structure").structures()
      let reference = cells(try read(try await served.get("v2/data/dataflow/TOWNS/towns", SDMXServed.csv), structures))
      #expect(reference.count == 18)
      for form in DataFormatTests.forms {
        for level in ["TIME_PERIOD", "AllDimensions", "REF_AREA"] {
          let path = form.interface == "v1" ? "v1/data/TOWNS,towns" : "v2/data/dataflow/TOWNS/towns"
          let reply = try await served.get("\(path)?dimensionAtObservation=\(level)", form.accept)
          if form.accept.contains("timeseries"), level != "TIME_PERIOD" {
            #expect(reply.status == 406)
            continue
          }
          #expect(reply.status == 200)
          #expect(try #require(reply.header("Content-Type")).hasPrefix(form.accept))
          #expect(cells(try read(reply, structures)) == reference, "\(form.accept) at \(level)")
        }
      }
    }

    @Test func `messages are cut and sorted alike in all arrangements`() async throws {
      let served = try SDMXServed.towns()
      let structures = try await served.get("v2/structure").structures()
      for level in ["TIME_PERIOD", "AllDimensions", "SEX"] {
        let reply = try await served.get(
          "v2/data/dataflow/TOWNS/towns?sort=OBS_VALUE:desc&limit=3&dimensionAtObservation=\(level)",
          "application/vnd.sdmx.data+json;version=2.0.0")
        let found = cells(try read(reply, structures))
        #expect(found.count == 3 && found.contains { $0.hasSuffix(" 1000000") }, "\(level)")
      }
    }

    @Test func `series without observations are in every format`() async throws {
      let served = try SDMXServed.towns()
      let structures = try await served.get("v2/structure").structures()
      for form in DataFormatTests.forms where !form.accept.contains("+csv") {
        let target =
          form.interface == "v1"
          ? "v1/data/towns?detail=serieskeysonly" : "v2/data/dataflow/TOWNS/towns?attributes=none&measures=none"
        let sets = try read(try await served.get(target, form.accept), structures)
        #expect(sets.map(\.seriesCount) == [5] && sets.map(\.observationCount) == [0], "\(form.accept)")
      }
    }

    @Test func `the isles say the same by their release and from the store`() async throws {
      let served = try SDMXServed.isles()
      let structures = try await served.get("v2/structure/*/*").structures()
      #expect(structures.dataflows.count > 10)
      for flow in structures.dataflows where flow.id == "INDICATORS" || flow.id == "internet_use" {
        let path = "v2/data/dataflow/\(flow.maintenance.agency)/\(flow.id)"
        let table = cells(try read(try await served.get(path, SDMXServed.csv), structures))
        let markup = cells(
          try read(try await served.get(path, "application/vnd.sdmx.data+xml;version=3.0.0"), structures))
        let json = cells(
          try read(try await served.get(path, "application/vnd.sdmx.data+json;version=2.0.0"), structures))
        #expect(table == markup && table == json && table.count > 300, "\(flow.id)")
      }
    }
  }
#endif

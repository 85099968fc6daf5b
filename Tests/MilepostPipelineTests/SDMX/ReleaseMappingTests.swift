import Foundation
import MilepostExchange
import MilepostModel
import MilepostPipeline
import Testing

func release(of files: [String: [UInt8]]) throws -> Release {
  let compilation = try Workspace(files: files).compile(.latest)
  return try #require(compilation.releases.last, "\(compilation.diagnostics.map(\.line))")
}

private func csv(_ mapping: SDMX.ReleaseMapping, _ set: SDMX.DataSet, _ form: SDMX.CSVForm) -> [UInt8] {
  var writer = SDMX.CSVDataWriter(
    form, structures: mapping.structures.resolve([set.layout]), layouts: [set.layout])
  var bytes: [UInt8] = []
  writer.write([set], into: &bytes)
  return bytes
}

@Suite struct ReleaseMappingTests {
  @Test(arguments: ["Tests/Cases/base", "Examples/isles", "Examples/connect-2030"])
  func `every reference of a mapped release leads somewhere, and every code is in its list`(folder: String) throws {
    let mapping = SDMX.ReleaseMapping(try release(of: Repository.files(in: folder)))
    let structures = mapping.structures
    for flow in mapping.flows {
      let resolved = try #require(structures.resolve(flow.reference))
      for component in resolved.structure.components {
        let found = try #require(resolved.component(component.id))
        #expect(found.concept != nil, "\(component.id)")
        if case .enumeration(let list) = found.representation { #expect(found.codelist != nil, "\(list)") }
      }
      let set = mapping.dataSet(of: flow)
      var diagnostics = Diagnostics()
      let bytes = csv(mapping, set, SDMX.CSVForm(.two))
      let read = try #require(SDMX.readCSV(bytes, file: "a.csv", structures: structures, into: &diagnostics))
      #expect(diagnostics.all.map(\.line) == [])
      #expect(read.dataSets.reduce(0) { $0 + $1.observationCount } == set.observationCount)
    }
    for categorisation in structures.categorisations {
      #expect(structures.dataflows.contains { $0.reference == categorisation.source })
    }
  }

  @Test func `one flow holds every published value, and the others what they were read from`() throws {
    let release = try release(of: Repository.files(in: "Examples/isles"))
    let mapping = SDMX.ReleaseMapping(release)
    let all = try #require(mapping.flow("INDICATORS"))
    let known = Set(release.plan.indicators.map(\.id))
    let expected = release.series.keys.indices.filter { known.contains(release.series.keys[$0].indicator) }
      .reduce(0) { $0 + release.series.estimates(at: $1).count }
    #expect(mapping.dataSet(of: all).observationCount == expected)
    let internet = try #require(mapping.flow("internet_use"))
    #expect(mapping.dataSet(of: internet).observationCount > 0)
    #expect(mapping.flows.count == release.dataflows.count + 1)
  }

  @Test func `missing values keep their reason, and confidential ones show nothing`() throws {
    var files = try Repository.files(in: "Tests/Cases/base")
    let rows = """
      REF_AREA,TIME_PERIOD,OBS_VALUE,MISSING,CONF_STATUS
      ALDA,2019,,not-collected,
      ALDA,2020,,not-applicable,
      BRAN,2019,,suppressed,
      BRAN,2020,,refused,
      CORA,2019,,below-unit,
      CORA,2020,77,,C
      DELL,2019,,not-due,
      DELL,2020,12,,
      """
    files["data/stock.csv"] = Array((rows + "\n").utf8)
    files["data/stock.yaml"] = Array(
      """
      dataflow: stock
      title: {en: Stock}
      indicator: stock
      source: returns
      unit: tonnes
      vintages:
        - {file: stock.csv, published: 2021-05-04}

      """.utf8)
    files["plan/stock.yaml"] = Array("indicators:\n  - {id: stock, title: {en: Stock}, unit: tonnes}\n".utf8)
    let mapping = SDMX.ReleaseMapping(try release(of: files))
    let set = mapping.dataSet(of: try #require(mapping.flow("stock")))
    let text = String(decoding: csv(mapping, set, SDMX.CSVForm(.one)), as: UTF8.self)
    #expect(!text.contains("77"))
    #expect(text.contains(",L,F,") && text.contains(",Q,F,") && text.contains(",O,F,refused") && text.contains(",A,C,"))
    #expect(text.contains(",0,N,F,"))
  }

  @Test(.enabled(if: ProcessInfo.processInfo.environment["MILEPOST_SDMX_PYTHON"] != nil, "needs MILEPOST_SDMX_PYTHON"))
  func `other readers understand what is written, and what they write is read`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "milepost-sdmx-\(UInt64.random(in: 0...UInt64.max))")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { #expect(throws: Never.self) { try FileManager.default.removeItem(at: folder) } }
    let release = try release(of: Repository.files(in: "Examples/isles"))
    let mapping = SDMX.ReleaseMapping(release)
    let set = mapping.dataSet(of: try #require(mapping.flow("INDICATORS")))
    try write(mapping, set, release.settings.languages, to: folder)
    let python = Process()
    let path = try #require(ProcessInfo.processInfo.environment["MILEPOST_SDMX_PYTHON"])
    python.executableURL = URL(filePath: path)
    python.arguments = [Repository.root.appending(path: "Tests/SDMX/check_messages.py").path, folder.path]
    let output = Pipe()
    python.standardOutput = output
    python.standardError = output
    try python.run()
    let said = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    python.waitUntilExit()
    #expect(python.terminationStatus == 0, "\(said.suffix(3000))")
    let back = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasPrefix("pysdmx-") }
    #expect(back.count == 3, "\(said.suffix(2000))")
    for name in back {
      var diagnostics = Diagnostics()
      let bytes = Array(try Data(contentsOf: folder.appending(path: name)))
      let read = SDMX.readCSV(bytes, file: name, structures: mapping.structures, into: &diagnostics)
      #expect(diagnostics.all.map(\.line) == [])
      #expect(read?.dataSets.first?.observationCount == set.observationCount, "\(name)")
    }
  }

  private func write(
    _ mapping: SDMX.ReleaseMapping, _ set: SDMX.DataSet, _ languages: [LanguageTag], to folder: URL
  ) throws {
    func put(_ name: String, _ bytes: [UInt8]) throws { try Data(bytes).write(to: folder.appending(path: name)) }
    for version in SDMX.CSVForm.Version.allCases {
      for labels in SDMX.CSVForm.Labels.allCases {
        let form = SDMX.CSVForm(version, labels: labels, languages: languages)
        try put("data_\(version.rawValue)_\(labels.rawValue).csv", csv(mapping, set, form))
      }
    }
    let header = SDMX.Header(id: "M1", prepared: "2025-06-30T00:00:00Z", sender: SDMX.Party("ISLES"))
    for version in SDMX.JSONForm.Version.allCases {
      let form = SDMX.JSONForm(version, languages: languages)
      var writer = SDMX.JSONDataWriter(
        form, header: header, structures: mapping.structures.resolve([set.layout]), layouts: [set.layout])
      var bytes: [UInt8] = []
      writer.write([set], into: &bytes)
      try put("data_\(version.rawValue)_a.json", bytes)
      var text: [UInt8] = []
      SDMX.writeJSON(SDMX.StructureMessage(header: header, structures: mapping.structures), form, into: &text)
      try put("structure_\(version.rawValue)_a.json", text)
    }
  }
}

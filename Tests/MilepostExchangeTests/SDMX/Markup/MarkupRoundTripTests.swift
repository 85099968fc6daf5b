import Foundation
import MilepostModel
import Testing

@testable import MilepostExchange

private let shared = ProcessInfo.processInfo.environment["MILEPOST_SHARED"]

let markupHeader = SDMX.Header(
  id: "M1", isTest: true, prepared: "2026-01-02T03:04:05Z",
  sender: SDMX.Party("MP", name: LocalizedText("The <sender> & \"others\"", LanguageTag("en"))),
  receivers: [SDMX.Party("ALL")], name: LocalizedText("A message", LanguageTag("en")))

let markupForms: [SDMX.MarkupDataForm] = [
  .generic, .genericTimeSeries, .structureSpecific(.v2_1), .structureSpecificTimeSeries, .structureSpecific(.v3_0),
  .structureSpecific(.v3_1),
]

func markup(
  _ sets: [SDMX.DataSet], _ form: SDMX.MarkupDataForm, level: SDMX.ObservationLevel = .time,
  header: SDMX.Header = markupHeader
) -> [UInt8] {
  var structures: [SDMX.Reference] = []
  for set in sets where !structures.contains(set.layout.structure) { structures.append(set.layout.structure) }
  var writer = SDMX.MarkupDataWriter(form, header: header, structures: structures, level: level)
  var bytes: [UInt8] = []
  writer.write(sets, into: &bytes)
  return bytes
}

func read(
  markup bytes: [UInt8], structures: SDMX.Structures = SDMX.Structures()
) throws -> (message: SDMX.MarkupMessage?, findings: [String]) {
  var diagnostics = Diagnostics()
  let message = try SDMX.readMarkup(ByteSource(bytes), file: "m.xml", structures: structures, into: &diagnostics)
  return (message, diagnostics.all.map { "\($0.position.line):\($0.position.column) \($0.message) \($0.code)" })
}

func data(_ bytes: [UInt8], structures: SDMX.Structures = SDMX.Structures()) throws -> [SDMX.DataSet] {
  let (message, findings) = try read(markup: bytes, structures: structures)
  #expect(findings == [])
  guard case .data(let data) = message else {
    Issue.record("no data")
    return []
  }
  return data.dataSets
}

func sample(_ name: String) throws -> [UInt8] {
  Array(try Data(contentsOf: URL(filePath: try #require(shared) + "/samples/sdmx/" + name)))
}

@Suite struct MarkupRoundTripTests {
  @Test(arguments: markupForms) func `data is read as it was written`(_ form: SDMX.MarkupDataForm) throws {
    for seed in 0..<25 {
      var generator = MessageGenerator(seed: UInt64(seed))
      let sets = [generator.dataSet(action: .replace), generator.dataSet()]
      for level in [SDMX.ObservationLevel.time, .allDimensions] {
        // A series of which only an attribute is known has no place where there are no series.
        let bytes = markup(sets, form, level: level)
        let read = try data(bytes, structures: smallStructure)
        #expect(facts(read) == facts(sets), "seed \(seed)")
        #expect(read.map(\.layout.action) == [.replace, .information])
        #expect(markup(read, form, level: level) == bytes, "seed \(seed)")
      }
    }
  }

  @Test func `deletions come back with the codes that they leave open`() throws {
    for seed in 0..<40 {
      var generator = MessageGenerator(seed: UInt64(seed))
      let sets = [generator.deletion()]
      for form in [SDMX.MarkupDataForm.generic, .structureSpecific(.v3_0)] {
        #expect(facts(try data(markup(sets, form), structures: smallStructure)) == facts(sets), "seed \(seed)")
      }
    }
  }

  @Test func `generic data tells its components itself`() throws {
    for seed in 0..<25 {
      var generator = MessageGenerator(seed: UInt64(seed))
      let sets = [generator.dataSet()]
      #expect(facts(try data(markup(sets, .generic))) == facts(sets), "seed \(seed)")
    }
  }

  @Test func `groups and several values come back`() throws {
    var builder = SDMX.DataSetBuilder(
      structure: smallStructure.dataflows[0].reference, dimensions: ["FREQ", "AREA"], time: "TIME_PERIOD",
      measures: ["OBS_VALUE"], seriesAttributes: ["UNIT"], observationAttributes: ["NOTE"])
    builder.groups = [
      SDMX.GroupValues(group: "Sibling", key: [nil, "KEN"], attributes: [SDMX.AttributeValue("SOURCE", "a \"b\" <c>")])
    ]
    let several = "one\(SDMX.CodedComponent.separator)two & more"
    let series = builder.series(["A", "KEN"])
    builder.set(seriesAttribute: 0, of: series, to: "PT")
    let row = builder.append(toSeries: series, time: "2020", value: .number(1))
    builder.set(observationAttribute: 0, of: row, to: several)
    let sets = [builder.finish()]
    for level in [SDMX.ObservationLevel.time, .allDimensions] {
      let new = try data(markup(sets, .structureSpecific(.v3_0), level: level), structures: smallStructure)
      #expect(facts(new) == facts(sets))
    }
    let old = try data(markup(sets, .structureSpecific(.v2_1)), structures: smallStructure)
    #expect(old[0].layout.groups == sets[0].layout.groups)
    #expect(old[0].layout.observationAttributes.first { $0.id == "NOTE" }?.values == ["one, two & more"])
  }

  @Test func `observations along another dimension are put in their series`() throws {
    let text = """
      <mes:StructureSpecificData xmlns:mes="\(SDMX.MarkupVersion.v3_0.message)" xmlns:ss="s" xmlns:com="c"><mes:Header>\
      <mes:ID>1</mes:ID><mes:Prepared>2020</mes:Prepared><mes:Sender id="X"/><mes:Structure structureID="S" \
      dimensionAtObservation="AREA"><com:StructureUsage>\(smallStructure.dataflows[0].reference.urn)\
      </com:StructureUsage></mes:Structure></mes:Header><mes:DataSet ss:structureRef="S">\
      <Series FREQ="A" TIME_PERIOD="2020"><Obs AREA="KEN" OBS_VALUE="1"/><Obs AREA="UGA" OBS_VALUE="2"/>\
      </Series><Series FREQ="A" TIME_PERIOD="2021"><Obs AREA="KEN" OBS_VALUE="3"/></Series></mes:DataSet>\
      </mes:StructureSpecificData>
      """
    for structures in [smallStructure, SDMX.Structures()] {
      let set = try #require(try data(Array(text.utf8), structures: structures).first)
      #expect(set.seriesCount == 2)
      #expect(set.observationCount == 3)
      #expect(set.layout.dimensions.map(\.id) == ["FREQ", "AREA"] || structures.dataflows.isEmpty)
      #expect(set.layout.time?.values == ["2020", "2021"])
    }
  }

  @Test(.enabled(if: shared != nil), arguments: ["2_1_gen", "2_1_str", "3_0"])
  func `the samples say the same in every form`(_ name: String) throws {
    guard case .structures(let known) = try read(markup: sample("mp_structure_sdmx_ml_3_0.xml")).message else {
      Issue.record("no structure")
      return
    }
    let first = facts(try data(sample("mp_data_sdmx_ml_2_1_gen.xml"), structures: known.structures))
    #expect(first.count > 50)
    let sets = try data(sample("mp_data_sdmx_ml_\(name).xml"), structures: known.structures)
    #expect(facts(sets) == first)
    for form in markupForms {
      #expect(facts(try data(markup(sets, form), structures: known.structures)) == first)
    }
  }
}

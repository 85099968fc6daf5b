import MilepostModel
import Testing

@testable import MilepostExchange

/// The three formats find the same in data, each at its place.
@Suite struct DataCheckTests {
  private func json(
    areas: String = "{\"id\":\"KEN\"},{\"id\":\"UGA\"}", observations: String = "\"0\":[1,0]",
    second: String = "\"0\":[2]", head: String = ""
  ) -> [String] {
    let flow = smallStructure.dataflows[0].reference.urn
    let text = """
      {"meta":{"id":"1","prepared":"2020","sender":{"id":"MP"}},"data":{"structures":[{
      "links":[{"urn":"\(flow)"}],"dimensions":{"series":[
      {"id":"FREQ","values":[{"id":"A"}]},
      {"id":"AREA","values":[\(areas)]}],
      "observation":[{"id":"TIME_PERIOD","values":[{"value":"2019"},{"value":"2020"}]}]},
      "measures":{"observation":[{"id":"OBS_VALUE"}]},
      "attributes":{"observation":[{"id":"STATUS","values":[{"id":"A"}]}]}}],
      "dataSets":[{\(head)"series":{
      "0:0":{"observations":{\(observations)}},
      "0:1":{"observations":{\(second)}}}}]}}
      """
    var findings = Diagnostics()
    _ = SDMX.readJSON(Array(text.utf8), file: "m.json", structures: smallStructure, into: &findings)
    return findings.all.map { "\($0.position.line):\($0.position.column) \($0.code) \($0.message)" }
  }

  @Test func `sound JSON has no finding`() { #expect(json() == []) }

  @Test func `a code that is in no list is named where JSON has it`() {
    #expect(
      json(areas: "{\"id\":\"KEN\"},{\"id\":\"UGB\"}")
        == ["4:37 MP1405 code 'UGB' of AREA is not in codelist CL_AREA"])
  }

  @Test func `a value without id, value and name is no empty text`() {
    #expect(
      json(areas: "{\"id\":\"KEN\"},{\"names\":{}}") == ["4:37 MP1413 value of AREA has no 'id, value or name'"])
  }

  @Test func `an observation that stands twice in JSON is named with its key`() {
    #expect(json(observations: "\"0\":[1],\n\"0\":[3]") == ["10:1 MP1406 observation A.KEN.2019 stands twice"])
    #expect(json(areas: "{\"id\":\"KEN\"},{\"id\":\"KEN\"}") == ["10:1 MP1406 observation A.KEN.2019 stands twice"])
  }

  @Test(arguments: [
    ("\"0\":[\"ten\"]", "", "9:1 MP1407 'ten' is no number, which OBS_VALUE must be"),
    ("\"0\":[1,7]", "", "9:31 MP1413 found '7', expected the number of a value of STATUS"),
    ("\"7\":[1]", "", "9:28 MP1413 found '7', expected numbers of values that the structure has"),
    ("\"0\":[1]", "\"action\":\"Append!\",", "8:23 MP1410 'Append!' is no action"),
    ("\"0\":[1]", "\"structure\":\"x\",", "8:26 MP1413 found 'x', expected the number of a structure"),
    ("\"0\":[1]", "\"attributes\":[0],", "8:27 MP1413 found '1 values', expected 0"),
    (
      "\"0\":[1]", "\"dimensionGroupAttributes\":{\"9\":[]},",
      "8:46 MP1413 found '9', expected numbers of values that the structure has"
    ),
    ("\"0\":[\"a\\u0001\"]", "", "9:29 MP1401 control character U+0001 in a text"),
  ])
  func `what JSON says wrong is named at its place`(observations: String, head: String, finding: String) {
    #expect(json(observations: observations, head: head) == [finding])
  }

  @Test(arguments: ["", "{\"id\":\"F\"},{\"id\":\"M\"}"])
  func `a dimension of a whole JSON data set has one value`(values: String) {
    let flow = smallStructure.dataflows[0].reference.urn
    let text = """
      {"meta":{"id":"1","prepared":"2020","sender":{"id":"MP"}},"data":{"structures":[{"links":[{"urn":"\(flow)"}],
      "dimensions":{"dataSet":[{"id":"AREA","values":[\(values)]}],"series":[{"id":"FREQ","values":[{"id":"A"}]}],
      "observation":[{"id":"TIME_PERIOD","values":[{"value":"2019"}]}]}}],
      "dataSets":[{"series":{"0":{"observations":{"0":[1]}}}}]}}
      """
    var findings = Diagnostics()
    _ = SDMX.readJSON(Array(text.utf8), file: "m.json", structures: smallStructure, into: &findings)
    #expect(findings.all.map(\.code) == ["MP1413"])
  }

  @Test func `a dimension that JSON lacks or that nobody knows is an error`() {
    let found = json(areas: "{\"id\":\"KEN\"},{\"id\":\"UGA\"}]},{\"id\":\"SEX\",\"values\":[{\"id\":\"F\"}")
    #expect(found.contains { $0.contains("MP1413") })
  }

  private func markup(_ series: String, action: String = "Replace") throws -> [String] {
    try read(markup: Array(markupMessage(series, action: action).utf8), structures: smallStructure).findings
  }

  private func markupMessage(_ series: String, action: String = "Replace") -> String {
    """
    <mes:StructureSpecificData xmlns:mes="\(SDMX.MarkupVersion.v3_0.message)" xmlns:ss="s" xmlns:com="c"><mes:Header>\
    <mes:ID>1</mes:ID><mes:Prepared>2020</mes:Prepared><mes:Sender id="X"/><mes:Structure structureID="S" \
    dimensionAtObservation="TIME_PERIOD"><com:StructureUsage>\(smallStructure.dataflows[0].reference.urn)\
    </com:StructureUsage></mes:Structure></mes:Header><mes:DataSet ss:structureRef="S" ss:action="\(action)">
    \(series)
    </mes:DataSet></mes:StructureSpecificData>
    """
  }

  @Test(arguments: [
    (
      "<Series FREQ=\"A\" AREA=\"KEN\" UNIT=\"XX\">\n<Obs TIME_PERIOD=\"2019\" OBS_VALUE=\"1\"/></Series>",
      "2:1 code 'XX' of UNIT is not in codelist CL_UNIT MP1405"
    ),
    (
      "<Series FREQ=\"A\" AREA=\"KEN\">\n<Obs TIME_PERIOD=\"2019\" OBS_VALUE=\"1\" STATUS=\"Z\"/></Series>",
      "3:1 code 'Z' of STATUS is not in codelist CL_STATUS MP1405"
    ),
    (
      "<Series FREQ=\"A\" AREA=\"KEN\">\n <Obs TIME_PERIOD=\"19\" OBS_VALUE=\"1\"/></Series>",
      "3:2 '19' is no period of time MP1408"
    ),
    (
      "<Series FREQ=\"A\" AREA=\"KEN\">\n<Obs TIME_PERIOD=\"2019\" OBS_VALUE=\"ten\"/></Series>",
      "3:1 'ten' is no number, which OBS_VALUE must be MP1407"
    ),
    (
      "<Series FREQ=\"A\" AREA=\"KEN\"><Obs TIME_PERIOD=\"2019\" OBS_VALUE=\"1\"/>\n"
        + "<Obs TIME_PERIOD=\"2019\" OBS_VALUE=\"2\"/></Series>",
      "3:1 observation A.KEN.2019 stands twice MP1406"
    ),
    (
      "<Series FREQ=\"A\" AREA=\"KEN\" UNIT=\"PT\"><Obs TIME_PERIOD=\"2019\" OBS_VALUE=\"1\"/></Series>\n"
        + "<Series FREQ=\"A\" AREA=\"KEN\" UNIT=\"PS\"><Obs TIME_PERIOD=\"2020\" OBS_VALUE=\"2\"/></Series>",
      "3:1 attribute UNIT of the series is not what another row says MP1409"
    ),
  ])
  func `SDMX-ML names what is wrong with its place and component`(series: String, finding: String) throws {
    #expect(try markup(series) == [finding])
  }

  @Test func `an attribute of observations that the series has holds for all that say nothing else`() throws {
    let text = markupMessage(
      "<Series FREQ=\"A\" AREA=\"KEN\" STATUS=\"E\"><Obs TIME_PERIOD=\"2019\" OBS_VALUE=\"1\"/>"
        + "<Obs TIME_PERIOD=\"2020\" OBS_VALUE=\"2\" STATUS=\"A\"/></Series>"
        + "<Obs FREQ=\"A\" AREA=\"UGA\" TIME_PERIOD=\"2020\" OBS_VALUE=\"3\"/>")
    var findings = Diagnostics()
    let read = try SDMX.readMarkup(ByteSource(Array(text.utf8)), file: "m", structures: smallStructure, into: &findings)
    guard case .data(let message) = read else { throw Missing() }
    #expect(findings.isEmpty)
    #expect(
      facts(message.dataSets) == [
        "MP:DF(1.0.0) replace A.KEN 2019 number(1.0) [\"STATUS=E\"]",
        "MP:DF(1.0.0) replace A.KEN 2020 number(2.0) [\"STATUS=A\"]",
        "MP:DF(1.0.0) replace A.UGA 2020 number(3.0) []",
      ])
  }

  private struct Missing: Error {}

  @Test func `a measure with codes has codes of its list in every format`() throws {
    var coded = smallStructure
    let known = coded.dataStructures[0]
    let rating = SDMX.Component(
      "OBS_VALUE", concept: known.measures[0].component.concept,
      representation: known.attributes[0].component.representation)
    coded.dataStructures = [
      SDMX.DataStructure(
        known.maintenance, dimensions: known.dimensions, timeDimension: known.timeDimension,
        measures: [SDMX.Measure(rating)], attributes: known.attributes)
    ]
    var generator = MessageGenerator(seed: 7)
    let values: [SDMX.MeasureValue] = [.text("PT"), .text("PS"), .number(5), .absent]
    let sets = [generator.dataSet(action: .replace, values: values)]
    let five = "code '5' of OBS_VALUE is not in codelist CL_UNIT"
    #expect(try read(markup: MilepostExchangeTests.markup(sets, .generic), structures: coded).findings.count == 1)
    var findings = Diagnostics()
    _ = SDMX.readCSV(written(sets, SDMX.CSVForm(.two)), file: "m", structures: coded, into: &findings)
    var writer = SDMX.JSONDataWriter(
      SDMX.JSONForm(.two, languages: []), header: smallHeader, layouts: sets.map(\.layout))
    var bytes: [UInt8] = []
    writer.write(sets, into: &bytes)
    _ = SDMX.readJSON(bytes, file: "m", structures: coded, into: &findings)
    #expect(findings.all.count == 2 && findings.all.allSatisfy { $0.message.hasPrefix(five) })
  }

  @Test func `a row of a table is judged by its own action`() {
    let text = """
      STRUCTURE,STRUCTURE_ID,ACTION,FREQ,AREA,TIME_PERIOD,OBS_VALUE
      dataflow,MP:DF(1.0.0),D,A,KEN,2019,x
      dataflow,MP:DF(1.0.0),R,A,KEN,2019,x
      dataflow,MP:DF(1.0.0),D,A,UGA,2019,x

      """
    var findings = Diagnostics()
    _ = SDMX.readCSV(Array(text.utf8), file: "d.csv", structures: smallStructure, into: &findings)
    #expect(findings.all.map { "\($0.position.line):\($0.position.column) \($0.code)" } == ["3:36 MP1407"])
  }

  @Test func `an action that SDMX does not have is none`() throws {
    let found = try markup("", action: "Upsert")
    #expect(found.count == 1 && found[0].hasSuffix(" 'Upsert' is no action MP1410"))
  }

  @Test func `a deletion in SDMX-ML may leave codes and periods open`() throws {
    #expect(try markup("<Series AREA=\"KEN\"/>", action: "Delete") == [])
    #expect(try markup("<Series AREA=\"KEN\"/>").count == 1)
  }

  @Test func `data of a structure that the messages do not hold is refused in every format`() throws {
    var other = smallStructure
    other.dataflows = []
    let csv = "DATAFLOW,FREQ,AREA,TIME_PERIOD,OBS_VALUE\nMP:DF(1.0.0),A,KEN,2019,1\n"
    var findings = Diagnostics()
    _ = SDMX.readCSV(Array(csv.utf8), file: "m", structures: other, into: &findings)
    var generator = MessageGenerator(seed: 5)
    let sets = [generator.dataSet()]
    let xml = MilepostExchangeTests.markup(sets, .generic)
    _ = try SDMX.readMarkup(ByteSource(xml), file: "m", structures: other, into: &findings)
    #expect(findings.all.map(\.code) == ["MP1411", "MP1411"])
  }

  @Test func `a cell of several lines is at fault where it begins, whatever follows`() {
    let text =
      "DATAFLOW,FREQ,AREA,TIME_PERIOD,OBS_VALUE,NOTE\nMP:DF(1.0.0),A,\"K\nE\",2019,\"o\nne\",\nMP:DF(1.0.0),A,KEN,2019,1,\n"
    var findings = Diagnostics()
    _ = SDMX.readCSV(Array(text.utf8), file: "d.csv", structures: smallStructure, into: &findings)
    #expect(
      findings.all.map { "\($0.position.line):\($0.position.column) \($0.code)" } == ["2:16 MP1405", "3:9 MP1407"])
  }

  @Test func `a row at fault that begins a data set does not give its series to the next`() throws {
    let text = """
      STRUCTURE,STRUCTURE_ID,ACTION,FREQ,AREA,TIME_PERIOD,OBS_VALUE
      dataflow,MP:DF(1.0.0),I,A,KEN,2019,1
      dataflow,MP:DF(1.0.0),I,A,UGA,2019,1
      dataflow,MP:DF(1.0.0),R,A,,2019,1
      dataflow,MP:DF(1.0.0),R,A,UGA,2020,2

      """
    var findings = Diagnostics()
    let read = SDMX.readCSV(Array(text.utf8), file: "d.csv", structures: smallStructure, into: &findings)
    let sets = try #require(read?.dataSets)
    #expect(findings.all.map(\.code) == ["MP1405"])
    #expect(sets.map(\.seriesCount) == [2, 1])
    #expect(facts([sets[1]]) == ["MP:DF(1.0.0) replace A.UGA 2020 number(2.0) []"])
  }

  @Test func `a first row of very many cells is refused at once`() {
    let text = "DATAFLOW" + String(repeating: ",A", count: 400_000) + "\n"
    var findings = Diagnostics()
    #expect(SDMX.readCSV(Array(text.utf8), file: "d.csv", structures: smallStructure, into: &findings) == nil)
    #expect(findings.all.map(\.message) == ["first row has more than 1000 columns"])
  }
}

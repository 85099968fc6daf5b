import MilepostExchange
import MilepostModel

/// Random numbers that come out the same for a seed.
struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed &+ 0x9E37_79B9_7F4A_7C15 }

  mutating func next() -> UInt64 {
    state = state &+ 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ state &>> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed &>> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed &>> 31
  }
}

/// Makes messages of the structure in `smallStructure`.
struct MessageGenerator {
  private var numbers: SeededNumbers

  init(seed: UInt64) { numbers = SeededNumbers(seed) }

  static let texts = [
    "a note", "with, comma", "with \"quotes\"", "two\nlines", "ünïcode ☂ 漢字 عربي", " blanks ", "=1+1", "semi;colon",
    "0", "é\u{301}",
  ]
  static let values: [SDMX.MeasureValue] = [
    .absent, .notANumber, .number(0), .number(-1.5), .number(1e300), .number(1e-300), .number(0.1),
    .number(123_456_789),
    .text("12345678901234567890.5"), .number(.infinity),
  ]

  static let periods = [
    "2019", "2020", "2020-A1", "2020-S1", "2020-T2", "2020-Q1", "2020-M07", "2020-05", "2020-W10", "2020-D123",
    "2020-03-31", "2020-03-31T12:00:00", "2018-01-01/P2Y", "2019-04-15/P10D",
  ]

  /// A deletion: keys that leave codes open, with periods and without.
  mutating func deletion() -> SDMX.DataSet {
    var builder = SDMX.DataSetBuilder(
      structure: SDMX.Reference(.dataflow, agency: "MP", id: "DF"), dimensions: ["FREQ", "AREA"], time: "TIME_PERIOD",
      measures: ["OBS_VALUE"], seriesAttributes: ["UNIT"], observationAttributes: ["STATUS", "NOTE"])
    builder.action = .delete
    for area in ["KEN", "UGA", nil] where Bool.random(using: &numbers) {
      let series = builder.series([Bool.random(using: &numbers) ? "A" : nil, area])
      for period in [pick(MessageGenerator.periods), "1999"] where Bool.random(using: &numbers) {
        builder.append(toSeries: series, time: period, value: .absent)
      }
    }
    return builder.finish()
  }

  mutating func dataSet(
    action: SDMX.Action = .information, values: [SDMX.MeasureValue] = MessageGenerator.values
  ) -> SDMX.DataSet {
    var builder = SDMX.DataSetBuilder(
      structure: SDMX.Reference(.dataflow, agency: "MP", id: "DF"), dimensions: ["FREQ", "AREA"], time: "TIME_PERIOD",
      measures: ["OBS_VALUE"], seriesAttributes: ["UNIT"], observationAttributes: ["STATUS", "NOTE"])
    builder.action = action
    if Bool.random(using: &numbers) {
      builder.attributes = [SDMX.AttributeValue("SOURCE", pick(MessageGenerator.texts))]
    }
    var used: Set<String> = []
    for _ in 0..<Int.random(in: 0...40, using: &numbers) {
      let key = ["A", pick(["KEN", "UGA", "TZA", "WORLD"])]
      let period = pick(MessageGenerator.periods)
      guard used.insert(key[1] + period).inserted else { continue }
      let series = builder.series(key)
      if key[1] != "TZA" { builder.set(seriesAttribute: 0, of: series, to: key[1] == "UGA" ? "PT" : "PS") }
      let row = builder.append(toSeries: series, time: period, value: pick(values))
      if Bool.random(using: &numbers) { builder.set(observationAttribute: 0, of: row, to: pick(["A", "E"])) }
      if Bool.random(using: &numbers) {
        builder.set(observationAttribute: 1, of: row, to: pick(MessageGenerator.texts))
      }
    }
    return builder.finish()
  }

  private mutating func pick<Value>(_ values: [Value]) -> Value {
    values[Int.random(in: values.indices, using: &numbers)]
  }
}

/// What data sets say, without regard to the order and the numbers of texts.
func facts(_ sets: [SDMX.DataSet]) -> Set<String> {
  var facts: Set<String> = []
  for set in sets {
    let layout = set.layout
    let head = "\(layout.structure) \(layout.action)"
    for attribute in layout.attributes { facts.insert("\(head) \(attribute.id)=\(attribute.value)") }
    for group in layout.groups { facts.insert("\(head) \(group)") }
    for series in set.series {
      let key = layout.dimensions.indices.map { layout.dimensions[$0].value(series.key[$0]) ?? "*" }.joined(
        separator: ".")
      for (place, attribute) in layout.seriesAttributes.enumerated() {
        if let value = attribute.value(series.attributes[place]) {
          facts.insert("\(head) \(key) \(attribute.id)=\(value)")
        }
      }
      for row in series.rows {
        let time = layout.time.map { $0.value(series.observations.times[row]) ?? "*" } ?? "-"
        let values = layout.measures.indices.map { "\(series.observations.measures[$0][row])" }.joined(separator: " ")
        let attributes = layout.observationAttributes.indices.compactMap { place in
          layout.observationAttributes[place].value(series.observations.attributes[place][row]).map {
            "\(layout.observationAttributes[place].id)=\($0)"
          }
        }
        facts.insert("\(head) \(key) \(time) \(values) \(attributes.sorted())")
      }
    }
  }
  return facts
}

/// The structure of the generated messages.
let smallStructure: SDMX.Structures = {
  func maintenance(_ id: String) -> SDMX.Maintenance {
    SDMX.Maintenance(SDMX.Naming(id, name: LocalizedText("Name of \(id)", LanguageTag("en"))), agency: "MP")
  }
  func codelist(_ id: String, _ codes: [String]) -> SDMX.Codelist {
    SDMX.Codelist(
      maintenance(id), kind: .codelist,
      items: codes.map { SDMX.Code(SDMX.Naming($0, name: LocalizedText("Code \($0)", LanguageTag("en")))) })
  }
  let concepts = ["FREQ", "AREA", "TIME_PERIOD", "OBS_VALUE", "UNIT", "STATUS", "NOTE", "SOURCE"]
  let scheme = SDMX.ConceptScheme(
    maintenance("CS"), kind: .conceptScheme,
    items: concepts.map { SDMX.Concept(SDMX.Naming($0, name: LocalizedText("Name of \($0)", LanguageTag("en")))) })
  func component(_ id: String, _ representation: SDMX.Representation) -> SDMX.Component {
    SDMX.Component(id, concept: scheme.reference.item(id), representation: representation)
  }
  var structures = SDMX.Structures()
  structures.conceptSchemes = [scheme]
  structures.codelists = [
    codelist("CL_FREQ", ["A"]), codelist("CL_AREA", ["KEN", "UGA", "TZA", "WORLD"]), codelist("CL_UNIT", ["PT", "PS"]),
    codelist("CL_STATUS", ["A", "E"]),
  ]
  func coded(_ id: String, _ list: Int) -> SDMX.Component {
    component(id, .enumeration(structures.codelists[list].reference))
  }
  let text = SDMX.Representation.text(SDMX.TextFormat("String"))
  let structure = SDMX.DataStructure(
    maintenance("DSD"), dimensions: [coded("FREQ", 0), coded("AREA", 1)],
    timeDimension: component("TIME_PERIOD", .text(SDMX.TextFormat("ObservationalTimePeriod"))),
    measures: [SDMX.Measure(component("OBS_VALUE", .text(SDMX.TextFormat("Double"))))],
    attributes: [
      SDMX.Attribute(coded("UNIT", 2), relationship: .dimensions(["FREQ", "AREA"])),
      SDMX.Attribute(coded("STATUS", 3), relationship: .observation),
      SDMX.Attribute(component("NOTE", text), relationship: .observation),
      SDMX.Attribute(component("SOURCE", text), relationship: .dataSet),
    ])
  structures.dataStructures = [structure]
  structures.dataflows = [SDMX.Dataflow(maintenance("DF"), structure: structure.reference)]
  return structures
}()

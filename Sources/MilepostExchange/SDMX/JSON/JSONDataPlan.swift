import MilepostLanguage
import MilepostModel

extension SDMX {
  /// What the numbers in a data set of a JSON message stand for.
  struct JSONDataPlan {
    struct Component {
      let id: String
      let values: [String]
    }

    /// Which part of an observation's key a dimension is.
    enum Part {
      case code(Int)
      case time
    }

    struct Place {
      let part: Part
      let values: [String]
    }

    struct Key {
      var codes: [String?] = []
      var time: String?
    }

    private(set) var seriesPlaces: [Place] = []
    private(set) var observationPlaces: [Place] = []
    /// All dimensions in the order of the key.
    private(set) var groupPlaces: [Place] = []
    private(set) var seriesAttributes: [Component] = []
    private(set) var observationAttributes: [Component] = []
    private(set) var groupAttributes: [Component] = []
    private(set) var measureCount = 1
    /// With the codes that all observations share.
    private(set) var emptyKey = Key()
    private(set) var builder = DataSetBuilder(
      structure: Reference(.dataflow, agency: "unknown", id: "unknown"), dimensions: [], time: nil, measures: [])

    init() {}

    /// Whether periods alone distinguish the observations of a series.
    var isByTime: Bool {
      observationPlaces.allSatisfy { place in if case .time = place.part { true } else { false } }
    }

    /// - Parameter set: the members of the data set.
    init(_ structure: JSONNode, _ set: [String: JSONNode], file: String) throws(JSONFault) {
      guard let dimensions = structure["dimensions"] else {
        throw JSONFault(finding: .jsonMissing("dimensions", in: "structure", at: structure.place.position(in: file)))
      }
      let levels = ["dataSet", "series", "observation"].map { dimensions[$0]?.items ?? [] }
      let all = levels.flatMap { $0 }.enumerated().sorted { one, other in
        let (left, right) = (
          one.element["keyPosition"]?.integer ?? one.offset, other.element["keyPosition"]?.integer ?? other.offset
        )
        return (left, one.offset) < (right, other.offset)
      }.map(\.element)
      let isTime = { (node: JSONNode) in
        node["id"]?.text == "TIME_PERIOD" || node["roles"]?.texts.contains("TIME_PERIOD") == true
      }
      let coded = all.filter { !isTime($0) }.compactMap { $0["id"]?.text }
      func place(_ node: JSONNode) throws(JSONFault) -> Place {
        let values = JSONDataPlan.values(of: node)
        if isTime(node) { return Place(part: .time, values: values) }
        guard let index = node["id"]?.text.flatMap({ coded.firstIndex(of: $0) }) else {
          throw JSONFault(finding: .jsonMissing("id", in: "dimension", at: node.place.position(in: file)))
        }
        return Place(part: .code(index), values: values)
      }
      seriesPlaces = try levels[1].map(place)
      observationPlaces = try levels[2].map(place)
      groupPlaces = try all.map(place)
      emptyKey.codes = coded.map { _ in nil }
      for node in levels[0] {
        guard let value = JSONDataPlan.values(of: node).first else { continue }
        switch try place(node).part {
        case .code(let index): emptyKey.codes[index] = value
        case .time: emptyKey.time = value
        }
      }
      func components(_ level: String) -> [Component] {
        (structure["attributes"]?[level]?.items ?? []).map {
          Component(id: $0["id"]?.text ?? "unknown", values: JSONDataPlan.values(of: $0))
        }
      }
      seriesAttributes = components("series")
      observationAttributes = components("observation")
      groupAttributes = components("dimensionGroup")
      let measures = structure["measures"]?["observation"]?.items?.compactMap { $0["id"]?.text } ?? ["OBS_VALUE"]
      measureCount = measures.count
      builder = DataSetBuilder(
        structure: JSONDataPlan.reference(structure, set), dimensions: coded,
        time: all.first(where: isTime).flatMap { $0["id"]?.text }, measures: measures,
        seriesAttributes: seriesAttributes.map(\.id), observationAttributes: observationAttributes.map(\.id))
      builder.action = set["action"]?.text.flatMap(Action.init(rawValue:)) ?? .information
      builder.validFrom = set["validFrom"]?.text
      builder.validTo = set["validTo"]?.text
      let numbers = set["attributes"]?.numbersOrNil ?? []
      builder.attributes = zip(components("dataSet"), numbers).compactMap { component, index in
        index.flatMap { component.values[safely: $0] }.map { AttributeValue(component.id, $0) }
      }
    }

    /// The dataflow, agreement or data structure that links name; one without a name where they name none.
    private static func reference(_ structure: JSONNode, _ set: [String: JSONNode]) -> Reference {
      let links = (set["links"]?.items ?? []) + (structure["links"]?.items ?? [])
      let references = links.compactMap { link in
        (link["urn"] ?? link["href"])?.text.flatMap { Reference(urn: $0) }
      }
      return references.first { $0.kind == .dataflow } ?? references.first
        ?? Reference(.dataflow, agency: "unknown", id: "unknown")
    }

    private static func values(of node: JSONNode) -> [String] {
      (node["values"]?.items ?? []).map { value in
        if let several = value["values"] {
          return (several.items ?? []).compactMap { text(of: $0) }.joined(separator: String(CodedComponent.separator))
        }
        return value["id"]?.text ?? value["value"].flatMap { text(of: $0) } ?? value["name"]?.text ?? ""
      }
    }

    /// A text, number or flag as text.
    static func text(of node: JSONNode) -> String? {
      switch node.content {
      case .text(let text): text
      case .number(let number): String(machine: number)
      case .flag(let flag): flag ? "true" : "false"
      case .object, .array, .numbers, .null: nil
      }
    }

    /// The codes that `0:3:1` stands for.
    func key(_ text: String, _ places: [Place], into key: Key, at position: SourcePosition) throws(JSONFault) -> Key {
      var key = key
      let numbers = text.split(separator: ":", omittingEmptySubsequences: false)
      guard numbers.count == places.count else {
        throw JSONFault(finding: .jsonValue(text, expected: "\(places.count) numbers with ':' between", at: position))
      }
      for (number, place) in zip(numbers, places) {
        guard let index = Int(number), let value = place.values[safely: index] else {
          throw JSONFault(
            finding: .jsonValue(text, expected: "numbers of values that the structure has", at: position))
        }
        switch place.part {
        case .code(let target): key.codes[target] = value
        case .time: key.time = value
        }
      }
      return key
    }
  }
}

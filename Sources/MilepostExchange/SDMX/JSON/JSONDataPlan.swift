import MilepostLanguage
import MilepostModel

extension SDMX {
  /// What the numbers in a data set of a JSON message stand for.
  struct JSONDataPlan {
    struct Component {
      let id: String
      let values: [String]
      /// Where each of the values stands.
      let places: [JSONNode.Place]
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
    /// Of all levels, the dimensions too.
    private(set) var components: [Component] = []
    private(set) var builder = DataSetBuilder(
      structure: .unstated, dimensions: [], time: nil, measures: [])
    private var file = ""

    init() {}

    /// Whether periods alone distinguish the observations of a series.
    var isByTime: Bool {
      observationPlaces.allSatisfy { place in if case .time = place.part { true } else { false } }
    }

    /// Where a value of a component stands in the message.
    func position(of id: String, _ value: String) -> SourcePosition? {
      for component in components where component.id == id {
        guard let index = component.values.firstIndex(of: value) else { continue }
        return component.places[index].position(in: file)
      }
      return nil
    }

    /// - Parameters:
    ///   - set: the members of the data set.
    ///   - other: what the data is of where the message does not say it.
    init(
      _ structure: JSONNode, _ set: [String: JSONNode], unlessStated other: Reference, file: String
    ) throws(JSONFault) {
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
      self.file = file
      let known = try all.map { node throws(JSONFault) in try JSONDataPlan.component(node, "dimension", file) }
      let isOfTime = all.map(isTime)
      let coded = known.indices.filter { !isOfTime[$0] }.map { known[$0].id }
      guard Set(coded).count == coded.count else {
        throw JSONFault(finding: .jsonTwice("dimension", at: dimensions.place.position(in: file)))
      }
      func place(_ node: JSONNode) throws(JSONFault) -> Place {
        let component = try JSONDataPlan.component(node, "dimension", file)
        guard !isTime(node), let index = coded.firstIndex(of: component.id) else {
          return Place(part: .time, values: component.values)
        }
        return Place(part: .code(index), values: component.values)
      }
      seriesPlaces = try levels[1].map(place)
      observationPlaces = try levels[2].map(place)
      groupPlaces = try all.map(place)
      emptyKey.codes = coded.map { _ in nil }
      for node in levels[0] {
        let place = try place(node)
        guard place.values.count == 1, let value = place.values.first else {
          throw JSONFault(
            finding: .jsonValue(
              "\(place.values.count) values", expected: "one value of a dimension of the whole data set",
              at: node.place.position(in: file)))
        }
        switch place.part {
        case .code(let index): emptyKey.codes[index] = value
        case .time: emptyKey.time = value
        }
      }
      func attributes(_ level: String) throws(JSONFault) -> [Component] {
        try (structure["attributes"]?[level]?.items ?? []).map { node throws(JSONFault) in
          try JSONDataPlan.component(node, "attribute", file)
        }
      }
      seriesAttributes = try attributes("series")
      observationAttributes = try attributes("observation")
      groupAttributes = try attributes("dimensionGroup")
      let ofDataSet = try attributes("dataSet")
      components = known + seriesAttributes + observationAttributes + groupAttributes + ofDataSet
      var measures = ["OBS_VALUE"]
      if let nodes = structure["measures"]?["observation"]?.items {
        measures = try nodes.map { node throws(JSONFault) in try JSONDataPlan.component(node, "measure", file).id }
      }
      measureCount = measures.count
      builder = DataSetBuilder(
        structure: JSONDataPlan.reference(structure, set) ?? other, dimensions: coded,
        time: isOfTime.firstIndex(of: true).map { known[$0].id }, measures: measures,
        seriesAttributes: seriesAttributes.map(\.id), observationAttributes: observationAttributes.map(\.id))
      builder.action = try JSONDataPlan.action(set["action"], file)
      builder.validFrom = set["validFrom"]?.text
      builder.validTo = set["validTo"]?.text
      builder.attributes = try JSONDataPlan.values(set["attributes"], of: ofDataSet, file)
    }

    private static func action(_ node: JSONNode?, _ file: String) throws(JSONFault) -> Action {
      guard let node else { return .information }
      guard let action = node.text.flatMap(Action.init(rawValue:)) else {
        let text = JSONDataPlan.text(of: node) ?? node.kindName
        throw JSONFault(finding: .notAnAction(text, at: node.place.position(in: file)))
      }
      return action
    }

    /// The values of attributes that an array names by their numbers.
    static func values(
      _ node: JSONNode?, of components: [Component], _ file: String
    ) throws(JSONFault) -> [AttributeValue] {
      guard let node else { return [] }
      let numbers = node.indices
      guard numbers.count <= components.count else {
        let place = node.place.position(in: file)
        throw JSONFault(finding: .jsonValue("\(numbers.count) values", expected: "\(components.count)", at: place))
      }
      var values: [AttributeValue] = []
      for (component, number) in zip(components, numbers) {
        guard case .number(let number) = number else { continue }
        guard let value = component.values[safely: number] else {
          let place = node.place.position(in: file)
          throw JSONFault(
            finding: .jsonValue("\(number)", expected: "the number of a value of \(component.id)", at: place))
        }
        values.append(AttributeValue(component.id, value))
      }
      return values
    }

    private static func component(_ node: JSONNode, _ kind: String, _ file: String) throws(JSONFault) -> Component {
      guard let id = node["id"]?.text, !id.isEmpty else {
        throw JSONFault(finding: .jsonMissing("id", in: kind, at: node.place.position(in: file)))
      }
      let nodes = node["values"]?.items ?? []
      let values = try nodes.map { value throws(JSONFault) in
        guard let text = JSONDataPlan.valueText(value) else {
          let place = value.place.position(in: file)
          throw JSONFault(finding: .jsonMissing("id, value or name", in: "value of \(id)", at: place))
        }
        return try sound(text, isSeveral: value["values"] != nil, at: value.place.position(in: file))
      }
      return Component(id: id, values: values, places: nodes.map(\.place))
    }

    /// The dataflow, agreement or data structure that links name.
    private static func reference(_ structure: JSONNode, _ set: [String: JSONNode]) -> Reference? {
      let links = (set["links"]?.items ?? []) + (structure["links"]?.items ?? [])
      let references = links.compactMap { link in
        (link["urn"] ?? link["href"])?.text.flatMap { Reference(urn: $0) }
      }
      return references.first { $0.kind == .dataflow } ?? references.first
    }

    /// What an entry of a list of values stands for: its id, else its value, else its name.
    private static func valueText(_ node: JSONNode) -> String? {
      if let several = node["values"] {
        return (several.items ?? []).compactMap { text(of: $0) }.joined(separator: String(CodedComponent.separator))
      }
      if let id = node["id"]?.text { return id }
      guard let value = node["value"] else { return node["name"]?.text }
      // A text in several languages.
      return text(of: value) ?? value.members.first.flatMap { text(of: $0.value) }
    }

    /// A text without control characters, which escapes bring past the look at the bytes of the file.
    static func sound(
      _ text: String, isSeveral: Bool = false, at position: SourcePosition
    ) throws(JSONFault) -> String {
      for byte in text.utf8 where byte < 0x20 && ![0x09, 0x0A, 0x0D].contains(byte) || byte == 0x7F {
        if isSeveral, byte == 0x1F { continue }
        throw JSONFault(finding: .controlCharacter(byte, at: position))
      }
      return text
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

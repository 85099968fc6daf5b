import MilepostLanguage
import MilepostModel

extension SDMX {
  /// Reads one data set of a JSON message.
  struct JSONDataSetReader {
    private let structures: [JSONNode]
    private var builder = DataSetBuilder(
      structure: Reference(.dataflow, agency: "unknown", id: "unknown"), dimensions: [], time: nil, measures: [])
    private var plan = JSONDataPlan()
    /// Attributes of what stands around observations that have a series each.
    private var upper: [String?] = []

    init(_ structures: [JSONNode]) { self.structures = structures }

    /// Reads the data set that is next.
    mutating func read(
      _ scanner: inout JSONScanner, _ repeatedKeys: inout Diagnostics
    ) throws(JSONFault) -> DataSet {
      var members: [String: JSONNode] = [:]
      var (series, observations): (JSONScanner?, JSONScanner?)
      var keys = Diagnostics()
      let place = scanner.place
      // What numbers mean may stand behind them.
      try scanner.members { scanner, key throws(JSONFault) in
        switch key {
        case "series":
          series = scanner
          try scanner.skipValue()
        case "observations":
          observations = scanner
          try scanner.skipValue()
        default: members[key] = try scanner.value(depth: 2, into: &keys)
        }
      }
      repeatedKeys.report(contentsOf: keys)
      let index = members["structure"]?.integer ?? 0
      guard structures.indices.contains(index) else {
        throw fault(
          .jsonValue(String(index), expected: "the number of a structure", at: place.position(in: scanner.file)))
      }
      plan = try JSONDataPlan(structures[index], members, file: scanner.file)
      builder = plan.builder
      if var series { try readSeries(&series) }
      if var observations { try readObservations(&observations, prefix: plan.emptyKey, series: nil) }
      readGroups(members["dimensionGroupAttributes"])
      return builder.finish()
    }

    private func fault(_ finding: Diagnostic) -> JSONFault { JSONFault(finding: finding) }

    private mutating func readSeries(_ scanner: inout JSONScanner) throws(JSONFault) {
      try scanner.members { scanner, text throws(JSONFault) in
        let position = scanner.place.position(in: scanner.file)
        let key = try self.plan.key(text, self.plan.seriesPlaces, into: self.plan.emptyKey, at: position)
        // Where a code stands at the observation, each observation has a series of its own.
        let series = self.plan.isByTime ? self.builder.series(key.codes) : nil
        self.upper = []
        try scanner.members { scanner, member throws(JSONFault) in
          switch member {
          case "attributes": try self.readAttributes(&scanner, of: series)
          case "observations": try self.readObservations(&scanner, prefix: key, series: series)
          default: try scanner.skipValue(depth: 3)
          }
        }
      }
    }

    private mutating func readAttributes(_ scanner: inout JSONScanner, of series: Int?) throws(JSONFault) {
      var place = 0
      try scanner.items { scanner throws(JSONFault) in
        guard let component = self.plan.seriesAttributes[safely: place] else {
          throw scanner.fault("no more attributes than the structure has")
        }
        let value = try self.attributeValue(&scanner, component)
        if let series {
          self.builder.set(seriesAttribute: place, of: series, to: value)
        } else {
          self.upper.append(value)
        }
        place += 1
      }
    }

    private mutating func readObservations(
      _ scanner: inout JSONScanner, prefix: JSONDataPlan.Key, series: Int?
    ) throws(JSONFault) {
      try scanner.members { scanner, text throws(JSONFault) in
        let position = scanner.place.position(in: scanner.file)
        let key = try self.plan.key(text, self.plan.observationPlaces, into: prefix, at: position)
        let index = series ?? self.builder.series(key.codes)
        for (place, value) in self.upper.enumerated() {
          self.builder.set(seriesAttribute: place, of: index, to: value)
        }
        try self.readObservation(&scanner, index, key, line: position.line)
      }
    }

    private mutating func readObservation(
      _ scanner: inout JSONScanner, _ series: Int, _ key: JSONDataPlan.Key, line: Int
    ) throws(JSONFault) {
      var values = [MeasureValue](repeating: .absent, count: plan.measureCount)
      var attributes: [String?] = []
      var place = 0
      try scanner.items { scanner throws(JSONFault) in
        if place < self.plan.measureCount {
          values[place] = try self.measureValue(&scanner)
        } else if let component = self.plan.observationAttributes[safely: place - self.plan.measureCount] {
          attributes.append(try self.attributeValue(&scanner, component))
        } else {
          throw scanner.fault("no more values than the structure has")
        }
        place += 1
      }
      let row = builder.append(toSeries: series, time: key.time, values: values, line: line)
      for (place, value) in attributes.enumerated() where value != nil {
        builder.set(observationAttribute: place, of: row, to: value)
      }
    }

    private func measureValue(_ scanner: inout JSONScanner) throws(JSONFault) -> MeasureValue {
      switch scanner.next {
      case UInt8(ascii: "n"):
        _ = try scanner.word("null", .null)
        return .absent
      case UInt8(ascii: "\""): return MeasureValue(written: try scanner.string())
      default: return MeasureValue(written: try scanner.numberText())
      }
    }

    /// The value by its number; by itself where the structure lists none.
    private func attributeValue(
      _ scanner: inout JSONScanner, _ component: JSONDataPlan.Component
    ) throws(JSONFault) -> String? {
      let position = scanner.place.position(in: scanner.file)
      var keys = Diagnostics()
      let node = try scanner.value(depth: 4, into: &keys)
      if case .null = node.content { return nil }
      guard !component.values.isEmpty else { return JSONDataPlan.text(of: node) }
      guard let index = node.integer, let value = component.values[safely: index] else {
        let found = JSONDataPlan.text(of: node) ?? node.kindName
        throw fault(.jsonValue(found, expected: "the number of a value of \(component.id)", at: position))
      }
      return value
    }

    private mutating func readGroups(_ node: JSONNode?) {
      for member in node?.members ?? [] {
        let numbers = member.key.split(separator: ":", omittingEmptySubsequences: false)
        var codes: [String?] = plan.emptyKey.codes
        for (place, number) in numbers.enumerated() where Int(number) != nil {
          guard let target = plan.groupPlaces[safely: place], let index = Int(number),
            let value = target.values[safely: index]
          else { continue }
          if case .code(let position) = target.part { codes[position] = value }
        }
        var attributes: [AttributeValue] = []
        for (place, index) in (member.value.numbersOrNil ?? []).enumerated() {
          guard let index, let component = plan.groupAttributes[safely: place],
            let value = component.values[safely: index]
          else { continue }
          attributes.append(AttributeValue(component.id, value))
        }
        builder.groups.append(GroupValues(group: nil, key: codes, attributes: attributes))
      }
    }
  }
}

extension JSONNode {
  /// The integers of an array of integers and nulls.
  var numbersOrNil: [Int?]? {
    switch content {
    case .numbers(let numbers): numbers.map { Int(exactly: $0) }
    case .array(let items): items.map(\.integer)
    default: nil
    }
  }
}

extension Array {
  /// nil outside of the array.
  subscript(safely index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}

import MilepostLanguage
import MilepostModel

extension SDMX {
  /// Reads one data set of a JSON message.
  struct JSONDataSetReader {
    private let structures: [JSONNode]
    private var builder = DataSetBuilder(
      structure: .unstated, dimensions: [], time: nil, measures: [])
    private var plan = JSONDataPlan()
    /// Attributes of what stands around observations that have a series each.
    private var upper: [String?] = []
    private let known: Structures
    private var start: SourcePosition

    init(_ structures: [JSONNode], _ known: Structures) {
      self.structures = structures
      self.known = known
      start = .wholeFile("")
    }

    /// Reads the data set that is next.
    mutating func read(
      _ scanner: inout JSONScanner, _ repeatedKeys: inout Diagnostics
    ) throws(JSONFault) -> DataSet {
      var members: [String: JSONNode] = [:]
      var (series, observations): (JSONScanner?, JSONScanner?)
      var keys = Diagnostics()
      start = scanner.place.position(in: scanner.file)
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
      let stated = members["structure"]
      guard let index = stated == nil ? 0 : stated?.integer, structures.indices.contains(index) else {
        let found = stated.map { JSONDataPlan.text(of: $0) ?? $0.kindName } ?? "0"
        throw fault(
          .jsonValue(
            found, expected: "the number of a structure",
            at: stated.map { $0.place.position(in: scanner.file) } ?? start))
      }
      let only = known.dataflows.count == 1 ? known.dataflows[0].reference : .unstated
      plan = try JSONDataPlan(structures[index], members, unlessStated: only, file: scanner.file)
      builder = plan.builder
      if var series { try readSeries(&series) }
      if var observations { try readObservations(&observations, prefix: plan.emptyKey, series: nil) }
      try readGroups(members["dimensionGroupAttributes"])
      return builder.finish()
    }

    /// Holds the data set against its data structure.
    func check(_ set: DataSet, into findings: inout FileFindings) {
      var resolved: ResolvedStructure?
      if !known.dataStructures.isEmpty {
        resolved = known.resolve(set.layout.structure)
        if resolved == nil {
          findings.report(
            .unknownStructure(
              set.layout.structure, known: known.dataflows.map(\.reference.shortForm), at: start))
        }
      }
      let structure = resolved?.structure
      let dimensions = set.layout.dimensions.map(\.id)
      for dimension in structure?.dimensions ?? [] where !dimensions.contains(dimension.id) {
        findings.report(.jsonMissing("dimension \(dimension.id)", in: "data set", at: start))
      }
      for id in dimensions where structure?.dimensions.contains(where: { $0.id == id }) == false {
        findings.report(.jsonValue(id, expected: "a dimension of the data structure", at: start))
      }
      let plan = plan
      DataSetCheck(set: set, resolved: resolved, file: start.file, start: start).report(
        place: { plan.position(of: $0, $1) }, into: &findings)
    }

    private func fault(_ finding: Diagnostic) -> JSONFault { JSONFault(finding: finding) }

    private mutating func readSeries(_ scanner: inout JSONScanner) throws(JSONFault) {
      try scanner.members { scanner, text throws(JSONFault) in
        let position = scanner.place.position(in: scanner.file)
        let key = try self.plan.key(text, self.plan.seriesPlaces, into: self.plan.emptyKey, at: position)
        // Where a code stands at the observation, each observation has a series of its own.
        let series = self.plan.isByTime ? self.builder.series(key.codes) : nil
        self.upper = []
        var observations: JSONScanner?
        try scanner.members { scanner, member throws(JSONFault) in
          switch member {
          case "attributes": try self.readAttributes(&scanner, of: series)
          case "observations" where series == nil:
            // Attributes that stand behind them are theirs too.
            observations = scanner
            try scanner.skipValue(depth: 3)
          case "observations": try self.readObservations(&scanner, prefix: key, series: series)
          default: try scanner.skipValue(depth: 3)
          }
        }
        if var observations { try self.readObservations(&observations, prefix: key, series: nil) }
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
          try self.set(place, of: series, to: value, at: scanner.place.position(in: scanner.file))
        } else {
          self.upper.append(value)
        }
        place += 1
      }
    }

    private mutating func set(
      _ attribute: Int, of series: Int, to value: String?, at position: SourcePosition
    ) throws(JSONFault) {
      guard builder.set(seriesAttribute: attribute, of: series, to: value) else {
        throw fault(.attributeDiffers(builder.seriesAttributeID(attribute), at: position))
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
          try self.set(place, of: index, to: value, at: position)
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
      case UInt8(ascii: "\""):
        let position = scanner.place.position(in: scanner.file)
        return MeasureValue(written: try JSONDataPlan.sound(scanner.string(), at: position))
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
      guard !component.values.isEmpty else {
        return try JSONDataPlan.text(of: node).map { text throws(JSONFault) in
          try JSONDataPlan.sound(text, at: position)
        }
      }
      guard let index = node.integer, let value = component.values[safely: index] else {
        let found = JSONDataPlan.text(of: node) ?? node.kindName
        throw fault(.jsonValue(found, expected: "the number of a value of \(component.id)", at: position))
      }
      return value
    }

    private mutating func readGroups(_ node: JSONNode?) throws(JSONFault) {
      for member in node?.members ?? [] {
        let position = member.value.place.position(in: start.file)
        let numbers = member.key.split(separator: ":", omittingEmptySubsequences: false)
        guard numbers.count <= plan.groupPlaces.count else {
          throw fault(.jsonValue(member.key, expected: "\(plan.groupPlaces.count) numbers", at: position))
        }
        var codes: [String?] = plan.emptyKey.codes
        // Nothing, or `~`, where any code may stand.
        for (number, target) in zip(numbers, plan.groupPlaces) where !number.isEmpty && number != "~" {
          guard let value = Int(number).flatMap({ target.values[safely: $0] }) else {
            throw fault(.jsonValue(member.key, expected: "numbers of values that the structure has", at: position))
          }
          if case .code(let place) = target.part { codes[place] = value }
        }
        let attributes = try JSONDataPlan.values(member.value, of: plan.groupAttributes, start.file)
        builder.groups.append(GroupValues(group: nil, key: codes, attributes: attributes))
      }
    }
  }
}

/// An item of an array of numbers of values.
enum JSONIndex {
  case none
  case number(Int)
}

extension JSONNode {
  /// The numbers of an array of numbers and nulls; what is neither counts as a number that no value has.
  var indices: [JSONIndex] {
    switch content {
    case .numbers(let numbers): numbers.map { .number(Int(exactly: $0) ?? -1) }
    case .array(let items):
      items.map { item in if case .null = item.content { JSONIndex.none } else { .number(item.integer ?? -1) } }
    case .object, .text, .number, .flag, .null: []
    }
  }
}

extension Array {
  /// nil outside of the array.
  subscript(safely index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}

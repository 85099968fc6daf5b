import MilepostModel

extension SDMX {
  /// The first row of a CSV message, understood.
  struct CSVHeader {
    /// SDMX-CSV 1.0, whose first column is DATAFLOW.
    let isFirstVersion: Bool
    var columns: [CSVColumn] = []
    /// Ids in the order of the key; from the structure where it is known.
    private(set) var dimensions: [String] = []
    private(set) var time: String?
    private(set) var measures: [String] = []
    private(set) var attributes: [(id: String, level: AttributeLevel)] = []
    let structure: ResolvedStructure?
    private var separator: Character?
    private var hasNameColumns = false

    /// The sign between cells, and where the header begins: `STRUCTURE,`, `STRUCTURE[;],`, `"DATAFLOW";`.
    ///
    /// - Returns: nil when the file does not begin like SDMX-CSV.
    static func delimiter(of bytes: Span<UInt8>, from start: Int) -> UInt8? {
      var index = start
      let isQuoted = index < bytes.count && bytes[index] == CSVSign.quote
      if isQuoted { index += 1 }
      let nameEnd = ["STRUCTURE", "DATAFLOW"].compactMap { word -> Int? in
        let end = index + word.utf8.count
        return end <= bytes.count && bytes.text(index..<end) == word ? end : nil
      }.first
      guard var index = nameEnd else { return nil }
      if index + 3 <= bytes.count, bytes[index] == UInt8(ascii: "["), bytes[index + 2] == UInt8(ascii: "]") {
        index += 3
      }
      if isQuoted { index += 1 }
      guard index < bytes.count, ",;\t|".utf8.contains(bytes[index]) else { return nil }
      return bytes[index]
    }

    /// - Parameter structure: nil where none is known: then columns before OBS_VALUE are dimensions.
    init(
      _ cells: [Located<String>], structure: ResolvedStructure?, findings: inout FileFindings
    ) {
      self.structure = structure
      isFirstVersion = cells[0].value.hasPrefix("DATAFLOW")
      if cells[0].value.hasSuffix("]") { separator = cells[0].value.dropLast().last }
      hasNameColumns = cells.contains { $0.value == "STRUCTURE_NAME" }
      if let structure { take(structure.structure) }
      let valuePlace = cells.firstIndex { $0.value.withoutLabel == "OBS_VALUE" }
      if structure == nil, valuePlace == nil { findings.report(.noValueColumn(at: cells[0].position)) }
      columns.append(CSVColumn(cells[0].value, isFirstVersion ? .structureID : .structure))
      var seen: [String: SourcePosition] = [:]
      var isName = false
      for (index, cell) in cells.enumerated().dropFirst() {
        let (id, isMultiple) = CSVHeader.id(of: cell.value)
        let isSpecial = CSVHeader.special(id) != nil
        if isName, !isSpecial, structure == nil || structure?.component(id) == nil {
          columns.append(CSVColumn(id, .ignored))
          isName = false
          continue
        }
        if let first = seen[id] { findings.report(.columnTwice(id, at: cell.position, first: first)) }
        seen[id] = cell.position
        let role = CSVHeader.special(id) ?? role(of: id, at: index, valuePlace, cell.position, &findings)
        columns.append(
          CSVColumn(
            id, role, domain: domain(of: id, role), separator: isMultiple ? separator : nil,
            hasLabels: cell.value.contains(": ") || !isSpecial && hasLabels(cells)))
        isName = hasNameColumns && !isSpecial && role != .ignored
      }
      if isFirstVersion == false, !seen.keys.contains("STRUCTURE_ID") {
        findings.report(.noColumn("STRUCTURE_ID", at: cells[0].position))
      }
    }

    private func hasLabels(_ cells: [Located<String>]) -> Bool {
      !hasNameColumns && cells.contains { $0.value.contains(": ") }
    }

    private mutating func take(_ structure: DataStructure) {
      dimensions = structure.dimensions.map(\.id)
      time = structure.timeDimension?.id
      measures = structure.measures.map(\.id)
      attributes = structure.attributes.map { ($0.id, structure.level(of: $0)) }
    }

    /// The id of a header without its name and languages: `ATTR2[en;fr]: Note`.
    private static func id(of header: String) -> (id: String, isMultiple: Bool) {
      let id = header.withoutLabel
      guard id.hasSuffix("]"), let open = id.firstIndex(of: "[") else { return (id, false) }
      return (String(id[..<open]), true)
    }

    private static func special(_ id: String) -> CSVRole? {
      switch id {
      case "STRUCTURE_ID": .structureID
      case "ACTION": .action
      case "STRUCTURE_NAME", "SERIES_KEY", "OBS_KEY": .ignored
      default: nil
      }
    }

    private mutating func role(
      of id: String, at index: Int, _ valuePlace: Int?, _ position: SourcePosition, _ findings: inout FileFindings
    ) -> CSVRole {
      guard let structure else { return guessedRole(of: id, isBeforeValue: valuePlace.map { index < $0 } ?? true) }
      if id == time { return .time }
      if let place = dimensions.firstIndex(of: id) { return .dimension(place) }
      if let place = measures.firstIndex(of: id) { return .measure(place) }
      if let place = attributes.firstIndex(where: { $0.id == id }) { return .attribute(place) }
      let known = structure.structure.components.map(\.id)
      findings.report(.unknownColumn(id, of: structure.structure.id, closest: known.closest(to: id), at: position))
      return .ignored
    }

    private mutating func guessedRole(of id: String, isBeforeValue: Bool) -> CSVRole {
      if id == "TIME_PERIOD" {
        time = id
        return .time
      }
      if id == "OBS_VALUE" {
        measures.append(id)
        return .measure(measures.count - 1)
      }
      if isBeforeValue {
        dimensions.append(id)
        return .dimension(dimensions.count - 1)
      }
      attributes.append((id, .observation))
      return .attribute(attributes.count - 1)
    }

    private func domain(of id: String, _ role: CSVRole) -> CSVDomain {
      if role == .time { return .periods }
      guard let list = structure?.component(id)?.codelist, role != .ignored else { return .any }
      return .codes(Set(list.items.map(\.id)), of: list.id)
    }

    /// Dimensions for which there is no column, though there are values.
    var missingDimensions: [String] {
      guard columns.contains(where: { if case .measure = $0.role { true } else { false } }) else { return [] }
      let hasTime = columns.contains { $0.role == .time }
      return dimensions.indices.filter { place in !columns.contains { $0.role == .dimension(place) } }
        .map { dimensions[$0] } + (hasTime ? [] : structure?.structure.timeDimension.map { [$0.id] } ?? [])
    }
  }
}

extension Diagnostic {
  fileprivate static func noValueColumn(at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP1404", "no column OBS_VALUE, and no data structure that says which columns are measures",
      at: position, hint: "give the structure message together with the data")
  }

  static func noColumn(_ id: String, at position: SourcePosition) -> Self {
    Diagnostic(.error, "MP1404", "no column \(id)", at: position, hint: "ask for the message with all dimensions")
  }

  fileprivate static func columnTwice(_ id: String, at position: SourcePosition, first: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP1404", "column '\(id)' stands twice", at: position, hint: "delete one of the two",
      notes: [.init("first here", at: first)])
  }

  fileprivate static func unknownColumn(
    _ id: String, of structure: String, closest: String?, at position: SourcePosition
  ) -> Self {
    Diagnostic(
      .warning, "MP1404", "column '\(id)' is no component of data structure \(structure) and is not read",
      at: position, hint: closest.map { "did you mean '\($0)'?" })
  }
}

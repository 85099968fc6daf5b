import MilepostModel

extension SDMX.CSVDataReader {
  /// The data sets of all rows, after what can only be said of all of them: doubled observations, and codes that are in no
  /// codelist.
  mutating func dataSets() -> [SDMX.DataSet] {
    for place in columns.indices where !columns[place].faults.isEmpty { reportFaults(of: columns[place]) }
    var result: [SDMX.DataSet] = []
    for index in sets.indices {
      let dataSet = dataSet(sets[index])
      let start = SourcePosition(file: scanner.file, line: 1, column: 1)
      SDMX.DataSetCheck(set: dataSet, resolved: nil, file: scanner.file, start: start).reportDoubled(into: &findings)
      result.append(sets.count > 1 ? dataSet.withoutUnusedValues : dataSet)
    }
    return result
  }

  private func component(_ id: String, _ role: SDMX.CSVRole) -> SDMX.CodedComponent {
    SDMX.CodedComponent(
      id, values: columns.first { $0.role == role }?.values ?? [],
      holdsSeveral: columns.contains { $0.role == role && $0.separator != nil })
  }

  private func dataSet(_ rows: SDMX.CSVRows) -> SDMX.DataSet {
    guard let header else { preconditionFailure("rows are read after the header") }
    let (starts, order) = SDMX.grouping(rows.series, seriesCount: rows.seriesCount, isGrouped: rows.isGrouped)
    var (upper, lower, single, grouped): ([Int], [Int], [SDMX.AttributeValue], [Int]) = ([], [], [], [])
    for (place, attribute) in header.attributes.enumerated() {
      switch attribute.level {
      case .observation: lower.append(place)
      case .series: upper.append(place)
      case .group: grouped.append(place)
      case .dataSet:
        let component = component(attribute.id, .attribute(place))
        if let value = component.value(rows.dataSetValues[place]) {
          single.append(SDMX.AttributeValue(attribute.id, value))
        }
      }
    }
    let components = { (places: [Int]) in
      places.map { component(header.attributes[$0].id, .attribute($0)) }
    }
    let dimensions = header.dimensions.enumerated().map { component($1, .dimension($0)) }
    let layout = SDMX.DataSetLayout(
      structure: rows.reference, action: rows.action, dimensions: dimensions,
      time: header.time.map { component($0, .time) }, measures: header.measures, seriesAttributes: components(upper),
      observationAttributes: components(lower), attributes: single,
      groups: groups(rows, grouped, components(grouped), dimensions))
    var observations = rows.observations
    observations.attributes = lower.map { observations.attributes[$0] }
    return SDMX.DataSet(
      layout: layout, keys: rows.keys, seriesAttributes: upper.map { rows.seriesValues[$0] }, starts: starts,
      observations: order.map { observations.ordered(by: $0) } ?? observations)
  }

  /// Attributes of groups, said once for each group.
  private func groups(
    _ rows: SDMX.CSVRows, _ places: [Int], _ components: [SDMX.CodedComponent], _ dimensions: [SDMX.CodedComponent]
  ) -> [SDMX.GroupValues] {
    guard let structure = header?.structure?.structure else { return [] }
    var result: [SDMX.GroupValues] = []
    for group in structure.groups {
      let mine = places.indices.filter { place in
        structure.attributes.contains {
          $0.id == components[place].id && $0.relationship == .group(group.id)
        }
      }
      var seen: Set<[String?]> = []
      for series in 0..<rows.seriesCount where !mine.isEmpty {
        let key = dimensions.indices.map { place in
          group.dimensions.contains(dimensions[place].id)
            ? dimensions[place].value(rows.keys[series * dimensions.count + place]) : nil
        }
        let values = mine.compactMap { place in
          components[place].value(rows.seriesValues[places[place]][series]).map {
            SDMX.AttributeValue(components[place].id, $0)
          }
        }
        guard !values.isEmpty, seen.insert(key).inserted else { continue }
        result.append(SDMX.GroupValues(group: group.id, key: key, attributes: values))
      }
    }
    return result
  }

  /// One finding for each code at fault, which counts its cells.
  private mutating func reportFaults(of column: SDMX.CSVColumn) {
    for fault in column.faults {
      let count = sets.reduce(0) { $0 + $1.cells(of: column.role, with: fault.value) }
      let text = column.values[Int(fault.value)]
      switch column.domain {
      case .codes(let codes, let list):
        findings.report(
          .unknownCode(
            text, of: column.id, list, closest: codes.sorted().closest(to: text), cells: max(1, count),
            at: fault.position))
      case .periods: findings.report(.notAPeriod(text, cells: max(1, count), at: fault.position))
      case .any: continue
      }
    }
  }
}

extension SDMX.CSVRows {
  /// How many cells of a column hold a value.
  fileprivate func cells(of role: SDMX.CSVRole, with value: UInt32) -> Int {
    func count(_ column: [UInt32]) -> Int { column.reduce(0) { $1 == value ? $0 + 1 : $0 } }
    switch role {
    case .time: return count(observations.times)
    case .attribute(let place): return count(observations.attributes[place])
    case .dimension(let place):
      let width = keys.count / max(1, seriesCount)
      let isAtFault = (0..<seriesCount).map { keys[$0 * width + place] == value }
      return series.reduce(0) { isAtFault[Int($1)] ? $0 + 1 : $0 }
    default: return 1
    }
  }
}

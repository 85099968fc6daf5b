extension SDMX {
  /// Gathers a data set in any order of its observations.
  package struct DataSetBuilder: Sendable {
    private let structure: Reference
    private let hasTime: Bool
    package var action: Action = .information
    package var id: String?
    package var validFrom: String?
    package var validTo: String?
    package var attributes: [AttributeValue] = []
    package var groups: [GroupValues] = []
    private var dimensions: [ValueNumbers]
    private var time: ValueNumbers
    private let measureIDs: [String]
    private var seriesAttributes: [ValueNumbers]
    private var observationAttributes: [ValueNumbers]
    private var seriesNumbers: [[UInt32]: UInt32] = [:]
    private var keys: [UInt32] = []
    private var seriesValues: [[UInt32]]
    private var series: [UInt32] = []
    private var columns: ObservationColumns
    private var isGrouped = true
    package private(set) var seriesCount = 0
    /// Line and column of what is being read; values that are new are noted to stand there first.
    var place: (line: Int, column: Int) = (0, 0)

    /// - Parameters:
    ///   - dimensions: ids in the order of the key, without that of time.
    ///   - time: the id of the dimension of time.
    package init(
      structure: Reference, dimensions: [String], time: String?, measures: [String], seriesAttributes: [String] = [],
      observationAttributes: [String] = []
    ) {
      self.structure = structure
      hasTime = time != nil
      self.dimensions = dimensions.map { ValueNumbers($0) }
      self.time = ValueNumbers(time ?? "TIME_PERIOD")
      measureIDs = measures
      self.seriesAttributes = seriesAttributes.map { ValueNumbers($0) }
      self.observationAttributes = observationAttributes.map { ValueNumbers($0) }
      seriesValues = seriesAttributes.map { _ in [] }
      columns = ObservationColumns(
        times: [], measures: measures.map { _ in MeasureColumn() }, attributes: observationAttributes.map { _ in [] })
    }

    package var observationCount: Int { series.count }

    /// The number of the series with a key, which is new where it was not there; nil in the key: no code.
    package mutating func series(_ key: [String?]) -> Int {
      precondition(key.count == dimensions.count, "a key has a code for each dimension")
      return series(codes: key.indices.map { dimensions[$0].number(key[$0], at: place) })
    }

    private mutating func series(codes: [UInt32]) -> Int {
      if let known = seriesNumbers[codes] { return Int(known) }
      seriesNumbers[codes] = UInt32(seriesCount)
      keys.append(contentsOf: codes)
      for index in seriesValues.indices { seriesValues[index].append(CodedComponent.absent) }
      seriesCount += 1
      return seriesCount - 1
    }

    /// The place of an attribute of series, which is new where it was not there.
    package mutating func seriesAttribute(_ id: String) -> Int {
      if let known = seriesAttributes.firstIndex(where: { $0.id == id }) { return known }
      seriesAttributes.append(ValueNumbers(id))
      seriesValues.append(Array(repeating: CodedComponent.absent, count: seriesCount))
      return seriesAttributes.count - 1
    }

    /// The place of an attribute of observations, which is new where it was not there.
    package mutating func observationAttribute(_ id: String) -> Int {
      if let known = observationAttributes.firstIndex(where: { $0.id == id }) { return known }
      observationAttributes.append(ValueNumbers(id))
      columns.attributes.append(Array(repeating: CodedComponent.absent, count: series.count))
      return observationAttributes.count - 1
    }

    /// - Returns: false when another value was said before; that stays.
    @discardableResult package mutating func set(
      seriesAttribute index: Int, of series: Int, to value: String?
    ) -> Bool {
      let number = seriesAttributes[index].number(value, at: place)
      let known = seriesValues[index][series]
      guard known == CodedComponent.absent || number == CodedComponent.absent || known == number else { return false }
      if number != CodedComponent.absent { seriesValues[index][series] = number }
      return true
    }

    /// The ids of the attributes of series, by their places.
    func seriesAttributeID(_ index: Int) -> String { seriesAttributes[index].id }

    /// Adds an observation without attributes.
    ///
    /// - Parameters:
    ///   - time: nil only where data is not by time.
    ///   - values: one for each measure.
    ///   - line: 0 where the format has no lines.
    /// - Returns: its number, for its attributes.
    @discardableResult package mutating func append(
      toSeries index: Int, time period: String?, values: [MeasureValue], line: Int = 0
    ) -> Int {
      append(toSeries: index, time: period, line: line)
      for place in columns.measures.indices { columns.measures[place].append(values[place]) }
      return series.count - 1
    }

    /// Adds an observation with one measure.
    @discardableResult package mutating func append(
      toSeries index: Int, time period: String?, value: MeasureValue, line: Int = 0
    ) -> Int {
      append(toSeries: index, time: period, line: line)
      columns.measures[0].append(value)
      for place in columns.measures.indices.dropFirst() { columns.measures[place].append(.absent) }
      return series.count - 1
    }

    private mutating func append(toSeries index: Int, time period: String?, line: Int) {
      if let last = series.last, last > UInt32(index) { isGrouped = false }
      series.append(UInt32(index))
      if hasTime { columns.times.append(time.number(period, at: place)) }
      if line > 0 { columns.lines.append(UInt32(clamping: line)) }
      for place in columns.attributes.indices { columns.attributes[place].append(CodedComponent.absent) }
    }

    package mutating func set(observationAttribute index: Int, of observation: Int, to value: String?) {
      columns.attributes[index][observation] = observationAttributes[index].number(value, at: place)
    }

    /// Where a value of a component was said first.
    func place(of id: String, value: String) -> (line: Int, column: Int)? {
      (dimensions + [time] + seriesAttributes + observationAttributes).first { $0.id == id }?.place(of: value)
    }

    /// The data set, its observations grouped by series and in each series in the order in which they came.
    package consuming func finish() -> DataSet {
      let (starts, order) = SDMX.grouping(series, seriesCount: seriesCount, isGrouped: isGrouped)
      let layout = DataSetLayout(
        structure: structure, action: action, id: id, validFrom: validFrom, validTo: validTo,
        dimensions: dimensions.map(\.component), time: hasTime ? time.component : nil, measures: measureIDs,
        seriesAttributes: seriesAttributes.map(\.component),
        observationAttributes: observationAttributes.map(\.component), attributes: attributes, groups: groups)
      return DataSet(
        layout: layout, keys: keys, seriesAttributes: seriesValues, starts: starts,
        observations: order.map { columns.ordered(by: $0) } ?? columns)
    }
  }

  /// Where the rows of each series begin, and the rows in this order; nil where they stand in it.
  static func grouping(_ series: [UInt32], seriesCount: Int, isGrouped: Bool) -> (starts: [Int], order: [UInt32]?) {
    var starts = [Int](repeating: 0, count: seriesCount + 1)
    for index in series { starts[Int(index) + 1] += 1 }
    for index in 0..<seriesCount { starts[index + 1] += starts[index] }
    guard !isGrouped else { return (starts, nil) }
    var next = starts
    var order = [UInt32](repeating: 0, count: series.count)
    for (row, index) in series.enumerated() {
      order[next[Int(index)]] = UInt32(row)
      next[Int(index)] += 1
    }
    return (starts, order)
  }

  /// Numbers texts of a component in the order of first occurrence.
  struct ValueNumbers: Sendable {
    let id: String
    private(set) var values: [String] = []
    private var numbers: [String: UInt32] = [:]
    private var last: UInt32 = CodedComponent.absent
    private var places: [(line: Int, column: Int)] = []

    init(_ id: String) { self.id = id }

    func place(of value: String) -> (line: Int, column: Int)? { numbers[value].map { places[Int($0)] } }

    /// - Parameter place: where it stands, if it is new.
    mutating func number(_ value: String?, at place: (line: Int, column: Int) = (0, 0)) -> UInt32 {
      guard let value else { return CodedComponent.absent }
      if last != CodedComponent.absent, values[Int(last)] == value { return last }
      if let known = numbers[value] {
        last = known
        return known
      }
      last = UInt32(values.count)
      numbers[value] = last
      values.append(value)
      places.append(place)
      return last
    }

    var component: CodedComponent { CodedComponent(id, values: values) }
  }
}

extension SDMX.ObservationColumns {
  /// The columns with their rows in another order.
  func ordered(by rows: [UInt32]) -> Self {
    func ordered(_ column: [UInt32]) -> [UInt32] { column.isEmpty ? [] : rows.map { column[Int($0)] } }
    return SDMX.ObservationColumns(
      times: ordered(times), measures: measures.map { $0.ordered(by: rows) }, attributes: attributes.map(ordered),
      lines: ordered(lines))
  }
}

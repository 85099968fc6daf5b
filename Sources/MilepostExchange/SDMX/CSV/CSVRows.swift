extension SDMX {
  /// The rows of one data set of a CSV message while they are read.
  struct CSVRows {
    let reference: Reference
    let action: Action
    private let levels: [AttributeLevel]
    /// Numbers of keys, dimension by dimension.
    private var chain: [PairNumbers]
    private(set) var keys: [UInt32] = []
    private(set) var seriesCount = 0
    /// By the place of the attribute; empty for those of observations.
    private(set) var seriesValues: [[UInt32]]
    /// By the place of the attribute: of those of the data set.
    private(set) var dataSetValues: [UInt32]
    private(set) var series: [UInt32] = []
    private(set) var observations: ObservationColumns
    private(set) var isGrouped = true

    init(_ reference: Reference, _ action: Action, dimensions: Int, measures: Int, levels: [AttributeLevel]) {
      self.reference = reference
      self.action = action
      self.levels = levels
      chain = Array(repeating: PairNumbers(), count: dimensions)
      seriesValues = levels.map { _ in [] }
      dataSetValues = levels.map { _ in CodedComponent.absent }
      observations = ObservationColumns(
        times: [], measures: (0..<measures).map { _ in MeasureColumn() }, attributes: levels.map { _ in [] })
    }

    mutating func series(_ key: [UInt32]) -> Int {
      var number: UInt32 = 0
      for place in key.indices { number = chain[place].number(number, key[place]) }
      if Int(number) == seriesCount {
        keys.append(contentsOf: key)
        for place in levels.indices where levels[place] == .series || levels[place] == .group {
          seriesValues[place].append(CodedComponent.absent)
        }
        seriesCount += 1
      }
      return Int(number)
    }

    /// Says the attributes above observations of a row.
    ///
    /// - Returns: the place of an attribute that was said otherwise before.
    mutating func set(_ attributes: [UInt32], of series: Int) -> Int? {
      var fault: Int?
      for place in levels.indices where attributes[place] != CodedComponent.absent {
        let value = attributes[place]
        switch levels[place] {
        case .observation: continue
        case .dataSet:
          if dataSetValues[place] == CodedComponent.absent { dataSetValues[place] = value }
          if dataSetValues[place] != value { fault = place }
        case .series, .group:
          if seriesValues[place][series] == CodedComponent.absent { seriesValues[place][series] = value }
          if seriesValues[place][series] != value { fault = place }
        }
      }
      return fault
    }

    mutating func append(
      _ series: Int, time: UInt32?, _ values: [MeasureValue], _ attributes: [UInt32], line: Int
    ) {
      if let last = self.series.last, last > UInt32(series) { isGrouped = false }
      self.series.append(UInt32(series))
      if let time { observations.times.append(time) }
      for place in values.indices { observations.measures[place].append(values[place]) }
      for place in levels.indices where levels[place] == .observation {
        observations.attributes[place].append(attributes[place])
      }
      observations.lines.append(UInt32(clamping: line))
    }
  }
}

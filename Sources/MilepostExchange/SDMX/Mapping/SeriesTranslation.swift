package import MilepostModel

extension SDMX {
  /// Turns series of a workspace into those of a dataflow, batch by batch under one layout.
  ///
  /// A series of the workspace becomes one for each frequency of its periods.
  package struct SeriesTranslation: Sendable {
    package let layout: DataSetLayout
    package let flow: Flow
    private let hasObservations: Bool
    private let dimensionNumbers: [[String: UInt32]]
    private let periodNumbers: [TimePeriod: UInt32]
    private let seriesAttributes: [Indicator.ID: [UInt32]]
    private let cells: CellTable

    /// - Parameter values: everything that will come; more does no harm.
    package init(
      _ flow: Flow, _ outline: WorkspaceOutline, values: FlowValues, parts: FlowParts = .all,
      action: Action = .information, validFrom: String? = nil, validTo: String? = nil
    ) {
      self.flow = flow
      hasObservations = parts.hasObservations
      let dimensions = flow.keyDimensions.map { CodedComponent($0, values: values.codes(of: $0)) }
      dimensionNumbers = dimensions.map(\.numbers)
      var periods = ValueNumbers(FlowParts.time)
      var numbers: [TimePeriod: UInt32] = [:]
      for period in values.periods.sorted() { numbers[period] = periods.number(period.sdmxText) }
      periodNumbers = numbers
      var attributes = parts.seriesAttributes.map { ValueNumbers($0) }
      var ofSeries: [Indicator.ID: [UInt32]] = [:]
      for indicator in outline.indicators where values.indicators.contains(indicator.id) {
        ofSeries[indicator.id] = attributes.indices.map { place in
          attributes[place].number(indicator.value(of: attributes[place].id))
        }
      }
      seriesAttributes = ofSeries
      cells = CellTable(parts)
      layout = DataSetLayout(
        structure: flow.reference, action: action, validFrom: validFrom, validTo: validTo, dimensions: dimensions,
        time: periods.component, measures: parts.measures, seriesAttributes: attributes.map(\.component),
        observationAttributes: cells.components)
    }

    /// Some of the series of a table, or all.
    ///
    /// - Parameter chosen: places of series in the table; nil: all.
    /// - Returns: nil when the table has something that `values` had not.
    package func dataSet(
      of table: SeriesTable, _ chosen: [Int]? = nil, where conditions: RowConditions = RowConditions()
    ) -> DataSet? {
      let columns = table.columns
      let reading = BatchReading(columns, conditions, periodNumbers, cells)
      var (keys, upper) = ([UInt32](), layout.seriesAttributes.map { _ in [UInt32]() })
      var starts = [0]
      var rows = ObservationRows(layout, hasObservations: hasObservations)
      for place in chosen ?? Array(columns.keys.indices) {
        let key = columns.keys[place]
        let groups = reading.rows(columns.starts[place]..<columns.starts[place + 1])
        guard !groups.isEmpty else { continue }
        let codes = flow.codes(of: key)
        for group in groups {
          let texts = [group.frequency] + codes
          if let admits = conditions.key, !admits(texts) { continue }
          guard let numbers = numbers(of: texts) else { return nil }
          keys += numbers
          let attributes = seriesAttributes[key.indicator]
          for index in upper.indices { upper[index].append(attributes?[index] ?? CodedComponent.absent) }
          guard rows.append(conditions.chosen(group.rows), reading) else { return nil }
          starts.append(rows.count)
        }
      }
      return DataSet(
        layout: layout, keys: keys, seriesAttributes: upper, starts: starts, observations: rows.columns)
    }

    private func numbers(of codes: [String]) -> [UInt32]? {
      let numbers = codes.indices.compactMap { dimensionNumbers[$0][codes[$0]] }
      return numbers.count == codes.count ? numbers : nil
    }
  }

  /// Which observations are wanted; what is nil asks for nothing.
  package struct RowConditions: Sendable {
    package var period: (@Sendable (TimePeriod) -> Bool)?
    package var source: (@Sendable (DataSource.ID) -> Bool)?
    /// Asked once for each combination of attributes of observations: OBS_STATUS, CONF_STATUS, COMMENT_OBS.
    package var attributes: (@Sendable (_ status: String, _ confidentiality: String, _ comment: String?) -> Bool)?
    package var value: (@Sendable (MeasureValue) -> Bool)?
    /// Of a series: frequency, area, indicator and further dimensions.
    package var key: (@Sendable ([String]) -> Bool)?
    /// Of each series, so many from its beginning.
    package var first: Int?
    /// And so many from its end.
    package var last: Int?

    package init() {}

    /// Whether each series is wanted with all its observations or not at all.
    package var areOfSeries: Bool {
      period == nil && source == nil && attributes == nil && value == nil && first == nil && last == nil
    }

    fileprivate func chosen(_ rows: [Int]) -> [Int] {
      switch (first, last) {
      case (nil, nil): return rows
      case (let first?, nil): return Array(rows.prefix(first))
      case (nil, let last?): return Array(rows.suffix(last))
      case (let first?, let last?):
        return first >= rows.count || last >= rows.count - first ? rows : Array(rows.prefix(first) + rows.suffix(last))
      }
    }
  }
}

extension SDMX.CodedComponent {
  fileprivate var numbers: [String: UInt32] {
    Dictionary(values.enumerated().map { ($1, UInt32($0)) }) { first, _ in first }
  }
}

extension SDMX.WorkspaceOutline.IndicatorEntry {
  /// The value of an attribute of series.
  package func value(of attribute: String) -> String? {
    switch attribute {
    case "UNIT_MEASURE": SDMX.WorkspaceID.unit(unit)
    case "UNIT_MULT": String(unit.multiplier)
    case "DECIMALS": String(decimals)
    default: nil
    }
  }
}

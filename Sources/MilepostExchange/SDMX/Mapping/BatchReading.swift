import MilepostModel

extension SDMX {
  /// What cells of a release say as observations, for each kind of cell and each status once.
  struct CellTable: Sendable {
    struct Form: Sendable {
      let cell: SDMXCell
      /// One for each attribute of observations.
      let numbers: [UInt32]
    }

    let components: [CodedComponent]
    private let forms: [Form]
    private static let kinds = 9

    init(_ parts: FlowParts) {
      var attributes = parts.observationAttributes.map { ValueNumbers($0) }
      var forms: [Form] = []
      for status in ObservationStatus.allCases {
        for kind in 0..<CellTable.kinds {
          let cell = SDMXCell(CellTable.value(kind), status: status)
          forms.append(
            Form(
              cell: cell,
              numbers: attributes.indices.map { attributes[$0].number(cell.attribute(attributes[$0].id)) }))
        }
      }
      self.forms = forms
      components = attributes.map(\.component)
    }

    private static func value(_ kind: Int) -> PublishedValue {
      guard let cell = CellKind(rawValue: UInt8(kind)) else { return .confidential }
      switch cell.value(0) {
      case .figure(let figure): return .figure(figure)
      case .belowUnit: return .belowUnit
      case .missing(let reason): return .missing(reason)
      }
    }

    func place(_ kind: UInt8, _ status: ObservationStatus) -> Int {
      let statusPlace =
        switch status {
        case .reported: 0
        case .breakInSeries: 1
        case .differentDefinition: 2
        case .estimated: 3
        case .forecast: 4
        case .imputed: 5
        case .provisional: 6
        case .lowReliability: 7
        }
      return statusPlace * CellTable.kinds + min(Int(kind), CellTable.kinds - 1)
    }

    subscript(place: Int) -> Form { forms[place] }

    var indices: Range<Int> { forms.indices }
  }

  /// A batch of series with what is asked of its rows decided once for each period, source and kind of cell.
  struct BatchReading {
    struct Group {
      let frequency: String
      var rows: [Int]
    }

    let columns: SeriesTable.Columns
    private let cells: CellTable
    private let frequencies: [String]
    private let periods: [UInt32?]
    private let wantedPeriods: [Bool]
    private let wantedOrigins: [Bool]?
    private let wantedCells: [Bool]?
    private let value: (@Sendable (MeasureValue) -> Bool)?

    init(
      _ columns: SeriesTable.Columns, _ conditions: RowConditions, _ numbers: [TimePeriod: UInt32], _ cells: CellTable
    ) {
      self.columns = columns
      self.cells = cells
      frequencies = columns.periods.map(\.sdmxFrequency)
      periods = columns.periods.map { numbers[$0] }
      wantedPeriods = columns.periods.map { conditions.period?($0) ?? true }
      wantedOrigins = conditions.source.map { isWanted in columns.provenances.map { isWanted($0.source) } }
      wantedCells = conditions.attributes.map { isWanted in
        cells.indices.map { place in
          let cell = cells[place].cell
          return isWanted(cell.status, cell.confidentiality, cell.comment)
        }
      }
      value = conditions.value
    }

    /// The wanted rows of a series by frequency.
    func rows(_ range: Range<Int>) -> [Group] {
      var groups: [Group] = []
      for row in range where isWanted(row) {
        let frequency = frequencies[Int(columns.period[row])]
        if let place = groups.firstIndex(where: { $0.frequency == frequency }) {
          groups[place].rows.append(row)
        } else {
          groups.append(Group(frequency: frequency, rows: [row]))
        }
      }
      return groups
    }

    private func isWanted(_ row: Int) -> Bool {
      guard wantedPeriods[Int(columns.period[row])] else { return false }
      if let wantedOrigins, !wantedOrigins[Int(columns.provenance[row])] { return false }
      if let wantedCells, !wantedCells[cells.place(columns.kind[row], columns.status[row])] { return false }
      return value?(measure(row)) ?? true
    }

    func time(_ row: Int) -> UInt32? { periods[Int(columns.period[row])] }

    func form(_ row: Int) -> CellTable.Form { cells[cells.place(columns.kind[row], columns.status[row])] }

    func measure(_ row: Int) -> MeasureValue {
      columns.kind[row] == CellKind.figure.rawValue ? .number(columns.number[row]) : form(row).cell.value
    }
  }

  /// Gathers observations by column.
  struct ObservationRows {
    private(set) var columns: ObservationColumns
    private(set) var count = 0
    private let hasObservations: Bool

    init(_ layout: DataSetLayout, hasObservations: Bool) {
      self.hasObservations = hasObservations
      columns = ObservationColumns(
        times: [], measures: layout.measures.map { _ in MeasureColumn() },
        attributes: layout.observationAttributes.map { _ in [] })
    }

    /// - Returns: false when a period has no number.
    mutating func append(_ rows: [Int], _ reading: BatchReading) -> Bool {
      guard hasObservations else { return true }
      for row in rows {
        guard let time = reading.time(row) else { return false }
        columns.times.append(time)
        for place in columns.measures.indices { columns.measures[place].append(reading.measure(row)) }
        let form = reading.form(row)
        for place in columns.attributes.indices { columns.attributes[place].append(form.numbers[place]) }
      }
      count += rows.count
      return true
    }
  }
}

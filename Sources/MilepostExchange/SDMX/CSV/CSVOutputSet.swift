import MilepostModel

extension SDMX {
  /// One data set while it is written as CSV: where each cell of a row comes from.
  struct CSVOutputSet: Sendable {
    private enum Source: Sendable {
      case dimension(Int)
      case time
      case measure(Int)
      case seriesAttribute(Int)
      case attribute(Int)
      /// Of the data set.
      case constant([UInt8])
      /// Of the groups that have it.
      case group(String)
      case none
    }

    private struct Column: Sendable {
      let source: Source
      /// The cell of each value.
      let cells: CSVCells
      /// The cell of each value's name, in a column behind it.
      let names: CSVCells?
    }

    private let layout: DataSetLayout
    private let form: CSVForm
    private let cellForm: CSVCellForm
    /// Structure, its id, perhaps its name, and the action.
    private let start: [UInt8]
    private let columns: [Column]
    /// Codes and periods without names, for columns of keys.
    private let keyCells: [CSVCells]
    private let periodCells: CSVCells
    private var seriesKey: [UInt8] = []
    private var groupValues: [String: String] = [:]
    /// The groups to which a series belonged.
    private var usedGroups: Set<Int> = []
    private var isEmpty = true

    init(_ layout: DataSetLayout, _ columns: [CSVOutputColumn], _ cellForm: CSVCellForm) {
      self.layout = layout
      self.cellForm = cellForm
      form = cellForm.form
      start = CSVOutputSet.start(layout, cellForm)
      let hasKeys = form.keys != .none
      keyCells = hasKeys ? layout.dimensions.map { CSVCells($0) { CSVCellForm.quoted($0) } } : []
      periodCells = CSVCells(hasKeys ? layout.time ?? CodedComponent("") : CodedComponent("")) { Array($0.utf8) }
      self.columns = columns.map { CSVOutputSet.column($0, layout, cellForm) }
    }

    private static func start(_ layout: DataSetLayout, _ cellForm: CSVCellForm) -> [UInt8] {
      let name = cellForm.name(cellForm.structure?.dataflow?.maintenance.naming.name)
      let isBoth = cellForm.form.labels == .both
      let id = layout.structure.shortForm
      let reference = CSVCellForm.quoted(isBoth ? name.map { "\(id): \($0)" } ?? id : id)
      if cellForm.form.version == .one { return reference }
      let kind =
        switch layout.structure.kind {
        case .dataStructure: "datastructure"
        case .provisionAgreement: "dataprovision"
        default: "dataflow"
        }
      var cells = [Array(kind.utf8), reference]
      if cellForm.form.labels == .name { cells.append(CSVCellForm.quoted(name ?? id)) }
      let isOfLater = cellForm.form.version == .two && layout.action == .merge
      cells.append(Array((isOfLater ? Action.append : layout.action).letter.utf8))
      return Array(cells.joined(separator: [UInt8(ascii: ",")]))
    }

    private static func column(
      _ column: CSVOutputColumn, _ layout: DataSetLayout, _ cellForm: CSVCellForm
    ) -> Column {
      let names = cellForm.form.labels == .id ? [:] : cellForm.names(of: column.id)
      let hasNames = cellForm.form.labels == .name
      func coded(_ component: CodedComponent, _ source: Source) -> Column {
        Column(
          source: source, cells: CSVCells(component) { cellForm.cell($0, names: names) },
          names: hasNames ? CSVCells(component) { cellForm.nameCell($0, names: names) } : nil)
      }
      func plain(_ source: Source) -> Column {
        Column(source: source, cells: CSVCells(), names: hasNames ? CSVCells() : nil)
      }
      if let place = layout.dimensions.firstIndex(where: { $0.id == column.id }) {
        return coded(layout.dimensions[place], .dimension(place))
      }
      if let time = layout.time, time.id == column.id {
        let cells = CSVCells(time) { CSVCellForm.quoted(cellForm.period($0)) }
        return Column(source: .time, cells: cells, names: hasNames ? cells : nil)
      }
      if let place = layout.measures.firstIndex(of: column.id) { return plain(.measure(place)) }
      if let place = layout.seriesAttributes.firstIndex(where: { $0.id == column.id }) {
        return coded(layout.seriesAttributes[place], .seriesAttribute(place))
      }
      if let place = layout.observationAttributes.firstIndex(where: { $0.id == column.id }) {
        return coded(layout.observationAttributes[place], .attribute(place))
      }
      if let value = layout.attributes.first(where: { $0.id == column.id })?.value {
        return plain(.constant(cellForm.cell(value, names: names)))
      }
      return plain(layout.groups.contains { $0.attributes.contains { $0.id == column.id } } ? .group(column.id) : .none)
    }

    /// Gets ready for the rows of a series.
    mutating func begin(_ series: Series) {
      isEmpty = false
      groupValues = [:]
      for (index, group) in layout.groups.enumerated() where layout.holds(series, group) {
        usedGroups.insert(index)
        for attribute in group.attributes { groupValues[attribute.id] = attribute.value }
      }
      guard form.keys != .none else { return }
      seriesKey = []
      for place in keyCells.indices {
        if place > 0 { seriesKey.append(UInt8(ascii: ".")) }
        keyCells[place].write(series.key[place], into: &seriesKey)
      }
    }

    /// - Parameter row: nil for a row about the series alone.
    func write(row: Int?, of series: Series, into sink: inout [UInt8]) {
      let time = row.flatMap { layout.time == nil ? nil : series.observations.times[$0] }
      writeStart(time, into: &sink)
      for column in columns {
        sink.append(UInt8(ascii: ","))
        let number = number(column.source, series, row, time, into: &sink)
        if let number { column.cells.write(number, into: &sink) }
        if let names = column.names {
          sink.append(UInt8(ascii: ","))
          if let number { names.write(number, into: &sink) }
        }
      }
      sink.append(CSVSign.newline)
    }

    /// The number of a coded cell; nil after a cell of another kind was written.
    private func number(
      _ source: Source, _ series: Series, _ row: Int?, _ time: UInt32?, into sink: inout [UInt8]
    ) -> UInt32? {
      switch source {
      case .dimension(let place): return series.key[place]
      case .seriesAttribute(let place): return series.attributes[place]
      case .time: return time
      case .attribute(let place): return row.map { series.observations.attributes[place][$0] }
      case .measure(let place):
        if let row { sink.appendCell(series.observations.measures[place][row]) }
      case .constant(let cell): sink.append(contentsOf: cell)
      case .group(let id): if let value = groupValues[id] { sink.append(contentsOf: CSVCellForm.quoted(value)) }
      case .none: break
      }
      return nil
    }

    private func writeStart(_ time: UInt32?, into sink: inout [UInt8]) {
      sink.append(contentsOf: start)
      if form.keys == .series || form.keys == .both {
        sink.append(UInt8(ascii: ","))
        sink.append(contentsOf: seriesKey)
      }
      if form.keys == .obs || form.keys == .both {
        sink.append(UInt8(ascii: ","))
        sink.append(contentsOf: seriesKey)
        guard let time else { return }
        sink.append(UInt8(ascii: "."))
        periodCells.write(time, into: &sink)
      }
    }

    /// Rows for groups to which no series belonged, and for the data set when there was none.
    mutating func writeLeftOver(into sink: inout [UInt8]) {
      let absent = CodedComponent.absent
      let nothing = ObservationColumns(times: [], measures: [], attributes: [])
      for (index, group) in layout.groups.enumerated() where !usedGroups.contains(index) {
        let key = layout.dimensions.enumerated().map { place, dimension in
          group.key[place].flatMap { dimension.values.firstIndex(of: $0) }.map { UInt32($0) } ?? absent
        }
        let series = Series(
          key: key, attributes: layout.seriesAttributes.map { _ in absent }, observations: nothing, rows: 0..<0)
        begin(series)
        for attribute in group.attributes { groupValues[attribute.id] = attribute.value }
        write(row: nil, of: series, into: &sink)
      }
      guard isEmpty, !layout.attributes.isEmpty else { return }
      let series = Series(
        key: layout.dimensions.map { _ in absent }, attributes: layout.seriesAttributes.map { _ in absent },
        observations: nothing, rows: 0..<0)
      write(row: nil, of: series, into: &sink)
    }
  }
}

extension SDMX.DataSetLayout {
  /// Whether a series is one of a group.
  package func holds(_ series: SDMX.Series, _ group: SDMX.GroupValues) -> Bool {
    for (place, code) in group.key.enumerated() {
      guard let code else { continue }
      if dimensions[place].value(series.key[place]) != code { return false }
    }
    return true
  }
}

extension [UInt8] {
  /// Appends a value as a cell.
  fileprivate mutating func appendCell(_ value: SDMX.MeasureValue) {
    if case .text(let text) = value {
      append(contentsOf: SDMX.CSVCellForm.quoted(text))
    } else {
      append(value)
    }
  }
}

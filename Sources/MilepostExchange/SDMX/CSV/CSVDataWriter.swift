import MilepostModel

extension SDMX {
  /// Writes SDMX-CSV: comma, line feed, decimal point.
  ///
  /// Attributes of groups and of the data set stand in every row of theirs. A series without observations, and a group or
  /// data set without series, has a row of its own, so that its attributes are not lost.
  package struct CSVDataWriter: DataWriter {
    private let form: CSVForm
    private let structures: [Reference: ResolvedStructure]
    private let layouts: [DataSetLayout]
    private let columns: [CSVOutputColumn]
    private var set: CSVOutputSet?

    /// - Parameters:
    ///   - structures: of what the layouts are of, where names are wanted.
    ///   - layouts: of all data sets that will be written, since they share the first row.
    package init(_ form: CSVForm, structures: [Reference: ResolvedStructure] = [:], layouts: [DataSetLayout]) {
      self.form = form
      self.structures = structures
      self.layouts = layouts
      columns = CSVOutputColumn.all(layouts)
    }

    package mutating func begin(into sink: inout [UInt8]) {
      let several = columns.contains(where: \.holdsSeveral)
      var cells: [[UInt8]] =
        form.version == .one
        ? [Array("DATAFLOW".utf8)] : [Array((several ? "STRUCTURE[;]" : "STRUCTURE").utf8), Array("STRUCTURE_ID".utf8)]
      if form.labels == .name { cells.append(Array("STRUCTURE_NAME".utf8)) }
      if form.version != .one { cells.append(Array("ACTION".utf8)) }
      if form.keys == .series || form.keys == .both { cells.append(Array("SERIES_KEY".utf8)) }
      if form.keys == .obs || form.keys == .both { cells.append(Array("OBS_KEY".utf8)) }
      let known = layouts.compactMap { structures[$0.structure] }
      for column in columns {
        // Named as in the first data set that has it.
        let structure = known.first { $0.component(column.id) != nil }
        let cellForm = CSVCellForm(form: form, structure: structure)
        cells.append(cellForm.header(column.id, holdsSeveral: column.holdsSeveral))
        if form.labels == .name {
          let name = cellForm.name(structure?.component(column.id)?.name)
          cells.append(CSVCellForm.quoted(name ?? column.id))
        }
      }
      sink.append(contentsOf: cells.joined(separator: [UInt8(ascii: ",")]))
      sink.append(CSVSign.newline)
    }

    package mutating func begin(_ layout: DataSetLayout, into sink: inout [UInt8]) {
      set = CSVOutputSet(layout, columns, CSVCellForm(form: form, structure: structures[layout.structure]))
    }

    package mutating func append(_ series: Series, into sink: inout [UInt8]) {
      guard var set else { preconditionFailure("a data set is begun before its series") }
      self.set = nil
      set.begin(series)
      if series.rows.isEmpty {
        set.write(row: nil, of: series, into: &sink)
      } else {
        for row in series.rows { set.write(row: row, of: series, into: &sink) }
      }
      self.set = set
    }

    package mutating func endDataSet(into sink: inout [UInt8]) {
      set?.writeLeftOver(into: &sink)
      set = nil
    }

    package mutating func end(into sink: inout [UInt8]) { set = nil }
  }

  /// A column that a CSV message is written with, whatever data set its rows are of.
  struct CSVOutputColumn: Hashable, Sendable {
    enum Part: Hashable, Sendable { case dimension, time, measure, attribute }

    let id: String
    let part: Part
    let holdsSeveral: Bool

    /// Dimensions, time, measures and attributes of all data sets, each once.
    static func all(_ layouts: [DataSetLayout]) -> [CSVOutputColumn] {
      var columns: [CSVOutputColumn] = []
      func add(_ ids: [(id: String, holdsSeveral: Bool)], _ part: Part) {
        for entry in ids where !columns.contains(where: { $0.id == entry.id }) {
          columns.append(CSVOutputColumn(id: entry.id, part: part, holdsSeveral: entry.holdsSeveral))
        }
      }
      for layout in layouts { add(layout.dimensions.map { ($0.id, false) }, .dimension) }
      for layout in layouts { if let time = layout.time { add([(time.id, false)], .time) } }
      for layout in layouts { add(layout.measures.map { ($0, false) }, .measure) }
      for layout in layouts {
        add(layout.observationAttributes.map { ($0.id, $0.holdsSeveral) }, .attribute)
        add(layout.seriesAttributes.map { ($0.id, $0.holdsSeveral) }, .attribute)
        add(layout.groups.flatMap(\.attributes).map { ($0.id, false) }, .attribute)
        add(layout.attributes.map { ($0.id, false) }, .attribute)
      }
      return columns
    }
  }
}

package import MilepostModel

/// The series as they were known on a date: for each dataflow the newest snapshot received by then with its later
/// updates laid over it, and for each series the first source of the indicator's list that has it.
///
/// Sources and vintages are never mixed inside one series. Confidential figures are in the table.
package func select(_ plan: ResolvedPlan, asOf date: CalendarDate) -> WorkingTable {
  workingTable(plan, CellSelection(plan, asOf: date))
}

/// The cells of a selection as a table.
func workingTable(_ plan: ResolvedPlan, _ selection: CellSelection) -> WorkingTable {
  let catalogue = selection.catalogue
  var columns = WorkingTable.Columns()
  columns.periods = catalogue.periods
  columns.reserve(selection.cells.count)
  let sources = Dictionary(uniqueKeysWithValues: plan.draft.dataflows.map { ($0.id, $0.source) })
  var provenanceOfTable = [UInt32](repeating: 0, count: plan.tables.count)
  for (index, table) in plan.tables.enumerated() where !catalogue.series[index].isEmpty {
    guard let source = sources[table.dataflow] else { preconditionFailure("a table without dataflow was chosen") }
    provenanceOfTable[index] = UInt32(columns.provenances.count)
    columns.provenances.append(
      Provenance(
        source: source, vintage: table.vintage.published, received: table.vintage.received, isComputed: false))
  }
  for series in catalogue.keys.indices where selection.starts[series] < selection.starts[series + 1] {
    columns.keys.append(catalogue.keys[series])
    columns.starts.append(selection.starts[series + 1])
  }
  for cell in selection.cells {
    let row = Int(cell.row)
    columns.period.append(cell.period)
    columns.provenance.append(provenanceOfTable[Int(cell.table)])
    columns.append(plan.tables[Int(cell.table)], row)
  }
  return WorkingTable(columns)
}

extension WorkingTable.Columns {
  fileprivate mutating func append(_ table: ObservationTable, _ row: Int) {
    number.append(table.number[row])
    kind.append(table.kind[row])
    status.append(table.status[row])
    isConfidential.append(table.confidentiality[row].isConfidential)
  }
}

import MilepostExchange
import MilepostFormats
package import MilepostModel

extension Workspace {
  /// Takes a sheet of a workbook for a new vintage of a dataflow; findings name its cells.
  ///
  /// - Parameters:
  ///   - sheet: its name; nil: the first that is not hidden.
  ///   - dataflow: its id; not needed when the workspace has only one.
  /// - Throws: what reading a file of the workspace throws.
  /// - Returns: nil after an error; then nothing may be written.
  package func importSheet(
    _ given: GivenFile, sheet: String?, dataflow: String?, said: VintageStatement, into diagnostics: inout Diagnostics
  ) throws -> ImportedFiles? {
    guard let flow = try self.dataflow(dataflow, for: given, into: &diagnostics) else { return nil }
    let isOfPercent = [UnitOfMeasure.percent, .percentagePoints].map(\.measure).contains(flow.unit.measure)
    guard let signs = SidecarSigns(try contents(of: flow.file), file: flow.file) else { return nil }
    let table = try SheetTable(
      given.bytes(), file: given.name, sheet: sheet, delimiter: signs.delimiter, decimal: signs.decimal,
      showsPercent: isOfPercent, into: &diagnostics)
    guard let table else { return nil }
    return try importTable(
      table.csv, into: flow, of: given.name, said: said, into: &diagnostics, naming: table.located
    ) { $0 }
  }
}

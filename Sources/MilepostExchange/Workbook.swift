import CLibXLSXWriter
import Glibc
import MilepostModel

/// The machine could not make a workbook.
package struct WorkbookFailure: Error, Hashable, CustomStringConvertible {
  package let description: String
}

/// Sheets of tables, written as an Office Open XML workbook by libxlsxwriter.
///
/// Numbers are numbers, everything else is text: a text never becomes a formula, a date or a link, whatever it begins
/// with. Same sheets, same bytes: the day of making is that of the edition.
struct Workbook: Sendable {
  struct Sheet: Sendable {
    /// At most 31 signs, none of `[]:*?/\`.
    let name: String
    let table: DataTable
    /// In characters, by column; the last counts for all that follow.
    let widths: [Double]
  }

  /// What a cell of a workbook can hold, in UTF-16 units.
  static let longestText = 32_767

  let title: String
  let created: CalendarDate
  let sheets: [Sheet]

  /// - Parameter scratch: a folder for the library's own temporary files, which are gone when this returns.
  func bytes(scratch: String) throws(WorkbookFailure) -> [UInt8] {
    let file = milepost_memory_file()
    guard file >= 0 else { throw WorkbookFailure(description: "no memory for a workbook") }
    defer { close(file) }
    try fill("/proc/self/fd/\(file)", scratch)
    return try Workbook.contents(of: file)
  }

  private func fill(_ path: String, _ scratch: String) throws(WorkbookFailure) {
    let result = scratch.withCString { folder in
      var options = lxw_workbook_options()
      options.tmpdir = UnsafeMutablePointer(mutating: folder)
      guard let workbook = workbook_new_opt(path, &options) else { return LXW_ERROR_MEMORY_MALLOC_FAILED }
      describe(workbook)
      let bold = workbook_add_format(workbook)
      format_set_bold(bold)
      for sheet in sheets { sheet.write(to: workbook_add_worksheet(workbook, sheet.name), head: bold) }
      return workbook_close(workbook)
    }
    guard result == LXW_NO_ERROR else {
      throw WorkbookFailure(description: "workbook not made: \(String(cString: lxw_strerror(result)))")
    }
  }

  private func describe(_ workbook: UnsafeMutablePointer<lxw_workbook>) {
    title.withCString { title in
      var properties = lxw_doc_properties()
      properties.title = UnsafeMutablePointer(mutating: title)
      properties.created = time_t(created.dayNumber) * 86_400
      workbook_set_properties(workbook, &properties)
    }
  }

  private static func contents(of file: Int32) throws(WorkbookFailure) -> [UInt8] {
    let size = Int(lseek(file, 0, SEEK_END))
    var count = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: max(size, 0)) { buffer, initialized in
      while count < size {
        let got = pread(file, buffer.baseAddress?.advanced(by: count), size - count, off_t(count))
        guard got > 0 else { break }
        count += got
      }
      initialized = count
    }
    guard size > 0, count == size else { throw WorkbookFailure(description: "workbook not read back") }
    return bytes
  }
}

extension Workbook.Sheet {
  fileprivate func write(
    to sheet: UnsafeMutablePointer<lxw_worksheet>?, head: UnsafeMutablePointer<lxw_format>?
  ) {
    guard let sheet else { return }
    for (column, name) in table.columns.enumerated() {
      worksheet_write_string(sheet, 0, lxw_col_t(column), name, head)
      let width = widths[min(column, widths.count - 1)]
      worksheet_set_column(sheet, lxw_col_t(column), lxw_col_t(column), width, nil)
    }
    worksheet_freeze_panes(sheet, 1, 0)
    for (row, cells) in table.rows.enumerated() {
      for (column, cell) in cells.enumerated() {
        switch cell {
        case .text(let text):
          worksheet_write_string(sheet, lxw_row_t(row + 1), lxw_col_t(column), Workbook.fitting(text), nil)
        case .number(let number):
          worksheet_write_number(sheet, lxw_row_t(row + 1), lxw_col_t(column), number, nil)
        case .empty: continue
        }
      }
    }
  }
}

extension Workbook {
  /// The text as a cell can hold it: without control characters, cut with a mark where it is too long.
  static func fitting(_ text: String) -> String {
    var text = text
    // 0xEF begins, among others, the two signs at the end of the plane that XML forbids.
    if text.utf8.contains(where: { ($0 < 0x20 && $0 != 0x09 && $0 != 0x0A) || $0 == 0xEF }) {
      text.unicodeScalars.removeAll { scalar in
        switch scalar.value {
        case 0x09, 0x0A: false
        case 0..<0x20, 0xFFFE, 0xFFFF: true
        default: false
        }
      }
    }
    guard text.utf8.count > longestText, text.utf16.count > longestText else { return text }
    var kept = ""
    var room = longestText - 1
    for scalar in text.unicodeScalars {
      room -= UTF16.width(scalar)
      guard room >= 0 else { break }
      kept.unicodeScalars.append(scalar)
    }
    return kept + "…"
  }
}

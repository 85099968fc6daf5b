package import MilepostModel

/// A thing to do as a row of a table or an entry of a calendar, in words.
package struct TodoRow: Sendable {
  package let owner: String
  package let element: String
  package let need: String
  package let due: CalendarDate?

  package init(owner: String, element: String, need: String, due: CalendarDate?) {
    self.owner = owner
    self.element = element
    self.need = need
    self.due = due
  }
}

/// The rows with a date as an iCalendar (RFC 5545) of whole-day entries.
///
/// An entry is known by what it says, so that a calendar of one owner and one of all have it once.
///
/// - Parameter stamp: the edition's date, so that one release always gives the same bytes.
package func calendar(of rows: [TodoRow], workspace: String, stamp: CalendarDate) -> String {
  var lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Milepost//todo//EN"]
  for row in rows {
    guard let due = row.due else { continue }
    let day = due.description.filter { $0 != "-" }
    let next = CalendarDate(dayNumber: due.dayNumber + 1).description.filter { $0 != "-" }
    lines += [
      "BEGIN:VEVENT",
      "UID:\(row.identity.prefix(32))@\(workspace.slug)",
      "DTSTAMP:\(stamp.description.filter { $0 != "-" })T000000Z",
      "DTSTART;VALUE=DATE:\(day)",
      "DTEND;VALUE=DATE:\(next)",
      "SUMMARY:\(escaped("\(row.element): \(row.need)"))",
      "DESCRIPTION:\(escaped(row.owner))",
      "END:VEVENT",
    ]
  }
  lines.append("END:VCALENDAR")
  return lines.map { folded($0) + "\r\n" }.joined()
}

extension TodoRow {
  fileprivate var identity: String {
    SHA256.digest(of: Array([owner, element, need, due?.description ?? "no date"].joined(separator: "\n").utf8))
  }
}

private func escaped(_ text: String) -> String {
  var result = ""
  for character in text {
    switch character {
    case "\\", ";", ",": result += "\\\(character)"
    case "\n", "\r\n": result += "\\n"
    default: result.append(character)
    }
  }
  return result
}

/// At most 75 bytes a line; what follows begins with a blank. Characters are never cut.
private func folded(_ line: String) -> String {
  var result = ""
  var length = 0
  for scalar in line.unicodeScalars {
    let size = UTF8.width(scalar)
    if length + size > 75 {
      result += "\r\n "
      length = 1
    }
    result.unicodeScalars.append(scalar)
    length += size
  }
  return result
}

/// `todo --format csv`.
package func todoTable(_ rows: [TodoRow]) -> [UInt8] {
  var csv = CSVWriter()
  for column in ["owner", "element", "need", "due"] { csv.text(column) }
  csv.endRow()
  for row in rows {
    csv.text(row.owner)
    csv.text(row.element)
    csv.text(row.need)
    csv.text(row.due?.description)
    csv.endRow()
  }
  return csv.bytes
}

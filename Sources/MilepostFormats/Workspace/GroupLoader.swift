import MilepostModel

extension WorkspaceLoader {
  /// `groups/areas.csv`: `code`, and a column of names for each language.
  mutating func loadAreas() throws -> [Area] {
    guard tree.contains(WorkspaceFiles.areas) else { return [] }
    guard let bytes = try contents(of: WorkspaceFiles.areas, at: .wholeFile(WorkspaceFiles.areas)),
      let table = table(bytes, file: WorkspaceFiles.areas), let columns = AreaColumns(table, &reader)
    else { return [] }
    var areas: [Area] = []
    for row in table.rows {
      let code = row[columns.code]
      guard code.value.isCode else {
        reader.fail(.codeForm(code.value, at: code.position))
        continue
      }
      let names = columns.names.filter { !row[$0.column].value.isEmpty }
      guard let name = LocalizedText(names.map { .init($0.language, row[$0.column].value) }) else {
        reader.fail(.areaWithoutName(code.value, at: code.position))
        continue
      }
      reader.record(code.position, .area, areas.count, "")
      reader.record(code.position, .area, areas.count, "id")
      if let first = names.first { reader.record(row[first.column].position, .area, areas.count, "name") }
      areas.append(Area(id: Area.ID(code.value), name: name))
    }
    return areas
  }

  mutating func loadGroups(areas: [Area]) throws -> [AreaGroup] {
    let failures = reader.failures
    let written = try list(WorkspaceFiles.groups, GroupsFile.form)
    if reader.failures > failures { hasUnreadNames = true }
    var groups: [AreaGroup] = []
    for group in written {
      let memberships: [AreaGroup.Membership]
      switch group.members {
      case .everyArea: memberships = areas.map { .init($0.id) }
      case .listed(let ids): memberships = ids.map { .init($0) }
      case .file(let name): memberships = try loadMemberships(name, group: groups.count)
      case .none: memberships = []
      }
      groups.append(AreaGroup(id: group.id, name: group.title, memberships: memberships))
    }
    return groups
  }

  /// `area`, and the optional columns `from` and `to`.
  private mutating func loadMemberships(_ name: Located<String>, group: Int) throws -> [AreaGroup.Membership] {
    let file = "groups/" + name.value
    guard let bytes = try bytes(of: file, namedAt: name.position),
      let table = table(bytes, file: file), let columns = MemberColumns(table, &reader)
    else { return [] }
    var memberships: [AreaGroup.Membership] = []
    for row in table.rows {
      let code = row[columns.area]
      let from = columns.from.map { date(row[$0]) } ?? .absent
      let to = columns.to.map { date(row[$0]) } ?? .absent
      guard code.value.isCode else {
        reader.fail(.codeForm(code.value, at: code.position))
        continue
      }
      guard from != .unreadable, to != .unreadable else { continue }
      if let start = from.date, let end = to.date, let column = columns.to, end < start {
        reader.fail(.membershipEndsBeforeItBegins(start, end, at: row[column].position))
        continue
      }
      reader.record(code.position, .group, group, "members.\(code.value)")
      memberships.append(.init(Area.ID(code.value), from: from.date, to: to.date))
    }
    return memberships
  }

  /// A table of areas; one with faults lacks rows that others refer to.
  mutating func table(_ bytes: [UInt8], file: String) -> CSVTable? {
    var findings = Diagnostics()
    let table = CSVReader.read(bytes, file: file, into: &findings)
    if findings.hasErrors { reader.failSilently() }
    reader.diagnostics.report(contentsOf: findings)
    return table
  }

  private enum DateCell: Equatable {
    case absent, unreadable
    case date(CalendarDate)

    var date: CalendarDate? {
      if case .date(let date) = self { date } else { nil }
    }
  }

  private mutating func date(_ cell: Located<String>) -> DateCell {
    guard !cell.value.isEmpty else { return .absent }
    guard let date = CalendarDate(cell.value) else {
      reader.fail(.notUnderstood(cell.value, expected: "a date such as 2020-04-29, or nothing", at: cell.position))
      return .unreadable
    }
    return .date(date)
  }
}

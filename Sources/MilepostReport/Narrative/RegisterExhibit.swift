import MilepostLanguage
import MilepostModel

extension SiteContext {
  /// Records of a register, with the fields that the author chose.
  func cells(of selection: Exhibit.RegisterSelection) -> TableCells {
    guard let entry = registers.first(where: { $0.published.register.id == selection.register.value }) else {
      return .empty
    }
    let (register, table) = (entry.published.register, entry.published.table)
    let fields =
      selection.columns.isEmpty
      ? Array(register.fields.indices) : selection.columns.compactMap { register.field($0.value) }
    let chosen = release.report?.rows[selection] ?? (selection.condition == nil ? Array(0..<table.count) : [])
    let rows = chosen.map { row in
      fields.map { field in fieldRuns(register.fields[field], table[row, field]) }
    }
    let source = phrases(
      .inputSource,
      ["source": release.title(of: register.source, phrases), "vintage": phrases.dates.text(table.vintage.published)])
    return TableCells(
      title: ManuscriptRun.runs(text(register.title)),
      source: [.text(phrases(.sourceWord))] + ManuscriptRun.runs(source),
      alignments: fields.map { register.fields[$0].isNumeric ? .end : .start },
      head: fields.map { ManuscriptRun.runs(text(register.fields[$0].title)) }, rows: rows,
      hasRowHeads: fields.first.map { field in
        fields.count > 1 && !register.fields[field].isNumeric && chosen.allSatisfy { table[$0, field] != nil }
      } ?? false)
  }

  private func fieldRuns(_ field: Register.Field, _ value: FieldValue?) -> [ManuscriptRun] {
    guard let value else { return [.text("–" + phrases(.aside, ["text": phrases(.notStated)]))] }
    return ManuscriptRun.runs(phrases.lists.enumeration(value.items.map { words(for: $0, in: field) }))
  }

  private func words(for value: FieldValue, in field: Register.Field) -> String {
    switch value {
    case .number(let number):
      if case .figure = field.kind { return phrases.written(name: number.text) }
      let written = number.text.drop { $0 != "." }.dropFirst().count
      return phrases.numbers.text(number.value, decimals: max(field.decimals, min(written, 9)))
    case .date(let date): return phrases.dates.text(date)
    case .period(let period): return phrases.dates.text(period)
    case .truth(let truth): return phrases(truth ? .yes : .no)
    case .formula(let formula): return formula.text
    case .text(let text): return name(text, in: field)
    case .list(let items): return phrases.lists.enumeration(items.map { words(for: $0, in: field) })
    }
  }

  private func name(_ text: String, in field: Register.Field) -> String {
    switch field.kind {
    case .code(let list):
      let code = release.codelists.first { $0.id == list }?.codes.first { $0.id == text }
      return code.map { self.text($0.name) } ?? text
    case .area: return name(of: Area.ID(text))
    case .record(let register):
      let other = registers.first { $0.published.register.id == register }
      return other?.named[text].map { phrases.written(name: $0.name) } ?? phrases.written(name: text)
    case .element, .indicator, .link: return text
    case .text, .number, .figure, .date, .period, .yesNo, .formula, .latitude, .longitude:
      return phrases.written(name: text)
    }
  }
}

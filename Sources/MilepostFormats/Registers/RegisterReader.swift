package import MilepostModel

/// Reads the records of one snapshot of a register.
package enum RegisterReader {
  /// - Returns: nil when there is no table to speak of; then the reason has been reported.
  package static func read(
    _ bytes: [UInt8], register: Register, snapshot: Vintage, layout: DataLayout, into diagnostics: inout Diagnostics
  ) -> RegisterTable? {
    let records = RecordReader.read(
      bytes, file: snapshot.file, delimiter: layout.delimiter, into: &diagnostics
    ) { header, findings in columns(header, register, layout, findings: &findings) }
    return records.map {
      RegisterTable(
        register: register.id, vintage: snapshot, columns: $0.columns, lines: $0.lines, isWhole: $0.isWhole)
    }
  }

  /// In the order of the register's fields; nil, after findings, when a column is missing or unknown.
  private static func columns(
    _ header: [Located<String>], _ register: Register, _ layout: DataLayout, findings: inout FileFindings
  ) -> [RecordColumn]? {
    let names = register.fields.map { layout.header(of: $0.id) }
    var isComplete = true
    for field in header where !names.contains(field.value) {
      findings.report(.unknownRegisterColumn(field, closest: names.closest(to: field.value)))
      isComplete = false
    }
    let written = header.map(\.value)
    let columns = zip(register.fields, names).compactMap { field, name -> RecordColumn? in
      guard let place = written.firstIndex(of: name) else {
        findings.report(.missingRegisterColumn(name, at: header[0].position))
        return nil
      }
      let form = FieldForm(field, layout)
      return RecordColumn(place: place, form: form.degrees.map { .degrees($0) } ?? .coded(form.read))
    }
    return isComplete && columns.count == names.count ? columns : nil
  }
}

extension Diagnostic {
  fileprivate static func unknownRegisterColumn(_ header: Located<String>, closest: String?) -> Self {
    let name = header.value
    return Diagnostic(
      .error, "MP0320", name.isEmpty ? "column without a name" : "unknown column '\(name)'", at: header.position,
      hint: closest.map { "did you mean '\($0)'?" }
        ?? "declare it under 'fields', say under 'columns' which field it is, or delete it")
  }

  fileprivate static func missingRegisterColumn(_ name: String, at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP0320", "there is no column '\(name)'", at: position,
      hint: "add it, or say under 'columns' what the file calls it")
  }
}

package import MilepostModel

/// `check --format json`.
///
/// - Parameters:
///   - diagnostics: in the order in which they are printed.
///   - accepted: findings that the workspace accepts.
package func checkDocument(_ diagnostics: [Diagnostic], accepted: [Diagnostic]) -> [UInt8] {
  JSONWriter.document { json in
    json.key("diagnostics")
    json.array(diagnostics) { json, finding in json.object { $0.members(of: finding) } }
    json.key("summary")
    json.object { json in
      json.member("errors", diagnostics.count(of: .error))
      json.member("warnings", diagnostics.count(of: .warning))
      json.member("accepted", accepted.reduce(0) { $0 + $1.occurrences })
    }
  }
}

extension JSONWriter {
  package mutating func members(of finding: Diagnostic) {
    members(of: finding.position)
    member("severity", finding.severity.rawValue)
    member("code", finding.code)
    member("message", finding.message)
    member("hint", finding.hint)
    key("notes")
    array(finding.notes) { json, note in
      json.object {
        $0.members(of: note.position)
        $0.member("message", note.message)
      }
    }
    if finding.occurrences > 1 { member("occurrences", finding.occurrences) }
  }

  private mutating func members(of position: SourcePosition) {
    member("file", position.file)
    member("line", position.line)
    member("column", position.column)
  }
}

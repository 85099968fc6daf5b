import MilepostExchange
package import MilepostModel

/// What an import would change in a workspace.
package struct ImportedFiles: Sendable {
  /// Files of the workspace, with what they shall hold.
  package let files: [(file: String, bytes: [UInt8])]
  /// Lines of text for people.
  package let report: String
}

/// What the person who imports says of the data.
package struct VintageStatement: Sendable {
  /// nil: what the message says.
  package let published: CalendarDate?
  /// nil: when it was published.
  package let received: CalendarDate?
  /// nil: what the message says; tables are snapshots.
  package let kind: Vintage.Kind?

  package init(published: CalendarDate?, received: CalendarDate?, kind: Vintage.Kind? = nil) {
    self.published = published
    self.received = received
    self.kind = kind
  }
}

/// A file that was given to be imported.
package struct GivenFile: Sendable {
  /// Reads on into a buffer, and says how many bytes it read; 0 at the end.
  package typealias Reading = (UnsafeMutableRawBufferPointer) throws -> Int

  package let name: String
  private let open: @Sendable () throws -> Reading

  /// - Parameter open: begins to read the file, each time anew.
  package init(name: String, open: @escaping @Sendable () throws -> Reading) {
    self.name = name
    self.open = open
  }

  package init(name: String, bytes: [UInt8]) {
    self.init(name: name) { ByteSource(bytes).read }
  }

  func source() throws -> ByteSource { ByteSource(read: try open()) }

  /// The first bytes, enough to know the format by.
  func beginning() throws -> [UInt8] { try bytes(atMost: 4096) }

  /// The whole file.
  func bytes() throws -> [UInt8] { try bytes(atMost: Int.max) }

  private func bytes(atMost limit: Int) throws -> [UInt8] {
    let read = try open()
    var bytes: [UInt8] = []
    let piece = min(limit, 1 << 20)
    while bytes.count < limit {
      let start = bytes.count
      bytes.append(contentsOf: repeatElement(0, count: piece))
      let count = try bytes.withUnsafeMutableBytes { try read(UnsafeMutableRawBufferPointer(rebasing: $0[start...])) }
      bytes.removeLast(piece - count)
      if count == 0 { break }
    }
    return bytes
  }
}

extension Workspace {
  /// The workspace with some files replaced or added.
  func overlaid(with files: [(file: String, bytes: [UInt8])]) -> Workspace {
    let overlay = Dictionary(files.map { ($0.file, $0.bytes) }) { _, last in last }
    return Workspace(paths: paths + overlay.keys) { path in
      if let bytes = overlay[path] { return .bytes(bytes) }
      return .bytes(try contents(of: path))
    }
  }

  /// Reports what checking would find after the change that it does not find before.
  ///
  /// - Parameters:
  ///   - said: whether a snapshot may be much smaller than the one before is for the person to say.
  ///   - naming: says of a finding in a file that is not there yet where it is in what was given.
  /// - Returns: how many errors there are in what is said of the data, such as sentences that no longer hold, which people
  ///   mend; nil when the data itself, or what it stands among, has any.
  func check(
    _ files: [(file: String, bytes: [UInt8])], _ said: VintageStatement,
    naming: (Diagnostic) -> Diagnostic = { $0 }, into diagnostics: inout Diagnostics
  ) throws -> Int? {
    let findings = try newFindings(with: files).map { finding in
      naming(said.kind == nil && finding.code == "MP0420" ? finding.asUndecided : finding)
    }
    for finding in findings { diagnostics.report(finding) }
    let errors = findings.filter { $0.severity == .error }
    return errors.contains(where: \.isOfDataOrForm) ? nil : errors.count
  }

  /// What checking would find after the change that it does not find before.
  private func newFindings(with files: [(file: String, bytes: [UInt8])]) throws -> [Diagnostic] {
    let before = Set(try compile(.all).diagnostics.map { "\($0.code) \($0.message)" })
    return try overlaid(with: files).compile(.all).diagnostics.filter { !before.contains("\($0.code) \($0.message)") }
  }
}

extension Diagnostic {
  /// A finding at another place, its notes included.
  func moved(_ place: (SourcePosition) -> SourcePosition) -> Diagnostic {
    Diagnostic(
      severity, code, message, at: place(position), hint: hint,
      notes: notes.map { Note($0.message, at: place($0.position)) }, occurrences: occurrences)
  }

  /// Whether it is about the form of files, ids and references, or data: what is computed and said of them comes later.
  fileprivate var isOfDataOrForm: Bool { code < "MP05" || code.hasPrefix("MP14") || code.hasPrefix("MP15") }

  /// That most of the data is gone: as good a sign of a part as of a whole, so that nobody but the person knows.
  fileprivate var asUndecided: Diagnostic {
    Diagnostic(
      .error, code, message, at: position,
      hint: "say --kind update when it only holds what is new, --kind snapshot when the rest is withdrawn",
      notes: notes, occurrences: occurrences)
  }
}

extension String {
  /// The line of a report about errors in what is said of the data.
  static func report(ofErrors count: Int) -> String {
    count == 0 ? "" : "to be mended".padded(to: 20) + "\(count), as 'milepost check' lists them\n"
  }

  /// The text with blanks behind it up to a width.
  func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(1, width - unicodeScalars.count))
  }
}

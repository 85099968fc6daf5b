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
package struct ImportDates: Sendable {
  /// nil: what the message says.
  package let published: CalendarDate?
  /// nil: when it was published.
  package let received: CalendarDate?

  package init(published: CalendarDate?, received: CalendarDate?) {
    self.published = published
    self.received = received
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
  /// - Returns: whether the files themselves are free of errors; what else does not hold any more is for people to mend.
  func check(
    _ files: [(file: String, bytes: [UInt8])], naming: (Diagnostic) -> Diagnostic = { $0 },
    into diagnostics: inout Diagnostics
  ) throws -> Bool {
    let findings = try newFindings(with: files)
    for finding in findings { diagnostics.report(naming(finding)) }
    return !findings.contains { finding in
      finding.severity == .error && files.contains { $0.file == finding.position.file }
    }
  }

  /// What checking would find after the change that it does not find before.
  private func newFindings(with files: [(file: String, bytes: [UInt8])]) throws -> [Diagnostic] {
    let before = Set(try compile(.all).diagnostics.map { "\($0.code) \($0.message)" })
    return try overlaid(with: files).compile(.all).diagnostics.filter { !before.contains("\($0.code) \($0.message)") }
  }
}

extension String {
  /// The text with blanks behind it up to a width.
  func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(1, width - unicodeScalars.count))
  }
}

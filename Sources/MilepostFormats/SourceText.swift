import MilepostModel

/// The bytes of a YAML or JSON file, found to be text that may be parsed, with the places of its lines.
struct SourceText {
  static let maximumBytes = 8 * 1024 * 1024

  let file: String
  /// UTF-8 without byte order mark.
  let bytes: ArraySlice<UInt8>
  /// Unicode scalars before each line.
  private let lineStarts: [Int]

  /// - Returns: nil, after one finding, when the bytes cannot be a text of a workspace.
  init?(_ source: [UInt8], file: String, into diagnostics: inout Diagnostics) {
    guard source.count <= SourceText.maximumBytes else {
      diagnostics.report(.textTooLarge(source.count, file: file))
      return nil
    }
    guard !source.isUTF16 else {
      diagnostics.report(.textIsUTF16(file: file))
      return nil
    }
    self.file = file
    bytes = source.starts(with: [0xEF, 0xBB, 0xBF]) ? source[3...] : source[...]
    var scan = Scan()
    scan.run(bytes)
    lineStarts = scan.lineStarts
    guard let fault = scan.fault else { return }
    let position = SourcePosition(
      file: file, line: lineStarts.count, column: scan.scalarCount - lineStarts[lineStarts.count - 1] + 1)
    switch fault {
    case .notUTF8(let byte): diagnostics.report(.textNotUTF8(byte: byte, at: position))
    case .control(let scalar): diagnostics.report(.textHasControl(scalar, at: position))
    }
    return nil
  }

  /// The place after `index` Unicode scalars.
  func position(ofScalar index: Int) -> SourcePosition {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= index { low = middle } else { high = middle }
    }
    return SourcePosition(file: file, line: low + 1, column: index - lineStarts[low] + 1)
  }

  /// The character after `index` Unicode scalars; nil at the end.
  func scalar(at index: Int) -> Unicode.Scalar? {
    String(decoding: bytes, as: UTF8.self).unicodeScalars.dropFirst(index).first
  }

  private enum Fault {
    case notUTF8(UInt8)
    case control(Unicode.Scalar)
  }

  /// One pass over the bytes: where lines begin, and the first thing that is no text.
  private struct Scan {
    var lineStarts = [0]
    var scalarCount = 0
    var fault: Fault?

    mutating func run(_ bytes: ArraySlice<UInt8>) {
      var parser = Unicode.UTF8.ForwardParser()
      var iterator = bytes.makeIterator()
      var offset = bytes.startIndex
      while fault == nil {
        switch parser.parseScalar(from: &iterator) {
        case .emptyInput: return
        case .error: fault = .notUTF8(bytes[offset])
        case .valid(let encoded):
          let next = offset + encoded.count
          pass(Unicode.UTF8.decode(encoded), isBeforeNewline: next < bytes.endIndex && bytes[next] == 0x0A)
          offset = next
        }
      }
    }

    private mutating func pass(_ scalar: Unicode.Scalar, isBeforeNewline: Bool) {
      switch scalar.value {
      case 0x0A:
        scalarCount += 1
        lineStarts.append(scalarCount)
      case 0x0D:
        scalarCount += 1
        if !isBeforeNewline { lineStarts.append(scalarCount) }
      case 0..<0x20 where scalar != "\t", 0x7F..<0x85, 0x86..<0xA0, 0xFEFF, 0xFFFE, 0xFFFF:
        fault = .control(scalar)
      default:
        scalarCount += 1
      }
    }
  }
}

extension Diagnostic {
  fileprivate static func textIsUTF16(file: String) -> Self {
    Diagnostic(.error, "MP0002", "file is in UTF-16, expected UTF-8", at: .wholeFile(file), hint: "save it as UTF-8")
  }

  fileprivate static func textNotUTF8(byte: UInt8, at position: SourcePosition) -> Self {
    let number = "0x" + String(byte, radix: 16, uppercase: true)
    let meant = byte >= 0xA0 ? "in Latin-1 it would be '\(Unicode.Scalar(byte))'; " : ""
    return Diagnostic(
      .error, "MP0003", "byte \(number) is not UTF-8", at: position, hint: meant + "save the file as UTF-8")
  }

  fileprivate static func textHasControl(_ scalar: Unicode.Scalar, at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP0004", "control character \(scalar.number) in a text file", at: position, hint: "delete the character")
  }

  fileprivate static func textTooLarge(_ size: Int, file: String) -> Self {
    Diagnostic(
      .error, "MP0005", "file has \(size) bytes, more than \(SourceText.maximumBytes)", at: .wholeFile(file),
      hint: "spread it over several files; observations belong into CSV files")
  }
}

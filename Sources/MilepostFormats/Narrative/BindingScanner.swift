import MilepostLanguage
import MilepostModel

/// Finds what stands between braces in the source of a chapter, before Markdown is read.
struct BindingScanner {
  let source: TextPositions
  let reader: StatedNumberReader
  var masked: MaskedText
  var bindings: [Binding] = []
  var diagnostics = Diagnostics()
  var bytes: [UInt8] { source.bytes }
  /// Offsets of `[` in the paragraph that no `]` has closed.
  private var brackets: [Int] = []

  /// - Parameter masked: with the front matter and directives blanked.
  init(_ masked: MaskedText, language: LanguageTag) {
    source = masked.source
    self.masked = masked
    reader = StatedNumberReader(language)
  }

  mutating func scan() {
    var fence: CodeFence?
    var offset = 0
    var line = 0
    while line < source.lineStarts.count {
      let range = source.lineStarts[line]..<source.end(ofLine: line)
      if let open = fence {
        masked.hide(range)
        if open.isClosed(by: bytes[range]) { fence = nil }
        line += 1
        continue
      }
      fence = CodeFence(bytes[range])
      let isBlank = bytes[range].allSatisfy { $0 == 0x20 || $0 == 0x09 }
      if fence != nil { masked.hide(range) }
      if isBlank || fence != nil {
        brackets = []
        line += 1
        continue
      }
      hideMarker(atStartOf: range)
      offset = max(offset, range.lowerBound)
      while offset < range.upperBound { offset = step(offset, range) }
      // A binding may have gone over the end of the line.
      line = max(line + 1, offset > range.upperBound ? source.line(at: offset) : 0)
    }
  }

  /// The number of an ordered list is none of the text.
  private mutating func hideMarker(atStartOf line: Range<Int>) {
    var end = line.lowerBound
    while end < line.upperBound, bytes[end] == 0x20 || bytes[end] == UInt8(ascii: ">") { end += 1 }
    let start = end
    while end < line.upperBound, bytes[end].isDigit { end += 1 }
    guard end > start, end - start <= 9, end < line.upperBound,
      bytes[end] == UInt8(ascii: ".") || bytes[end] == UInt8(ascii: ")"),
      end + 1 == line.upperBound || bytes[end + 1] == 0x20
    else { return }
    masked.hide(start..<end + 1)
  }

  /// Passes what begins at an offset.
  private mutating func step(_ offset: Int, _ line: Range<Int>) -> Int {
    switch bytes[offset] {
    case UInt8(ascii: "\\"): return min(offset + 2, line.upperBound)
    case UInt8(ascii: "`"): return codeSpan(offset)
    case UInt8(ascii: "<"): return autolink(offset, line)
    case UInt8(ascii: "["):
      if offset + 1 < line.upperBound, bytes[offset + 1] == UInt8(ascii: "^") { return footnote(offset, line) }
      brackets.append(offset)
      return offset + 1
    case UInt8(ascii: "]"): return bracket(offset, line)
    case UInt8(ascii: "{"): return brace(offset, opening: nil)
    case UInt8(ascii: "&"): return entity(offset, line)
    case 0xF3...0xF4 where bytes[offset] == 0xF4 || bytes[offset + 1] >= 0xB0:
      diagnostics.report(.privateCharacter(at: source.position(at: offset)))
      masked.blank(offset..<offset + 4)
      return offset + 4
    default: return offset + 1
    }
  }

  /// Code in the line of the text, to the run of backticks that closes it; a run that nothing closes is text.
  private mutating func codeSpan(_ start: Int) -> Int {
    func run(at offset: Int) -> Int { bytes[offset...].prefix { $0 == UInt8(ascii: "`") }.count }
    let length = run(at: start)
    var offset = start + length
    while offset < bytes.count {
      if bytes[offset] == 0x0A, offset + 1 < bytes.count, bytes[offset + 1] == 0x0A { break }
      guard bytes[offset] == UInt8(ascii: "`") else {
        offset += 1
        continue
      }
      let closing = run(at: offset)
      if closing == length {
        masked.hide(start..<offset + closing)
        return offset + closing
      }
      offset += closing
    }
    return start + length
  }

  /// `<https://example.org/2020>`
  private mutating func autolink(_ start: Int, _ line: Range<Int>) -> Int {
    guard let end = bytes[start..<line.upperBound].firstIndex(of: UInt8(ascii: ">")),
      bytes[start..<end].contains(UInt8(ascii: ":")), !bytes[start..<end].contains(0x20)
    else { return start + 1 }
    masked.hide(start..<end + 1)
    return end + 1
  }

  /// `[^note]`
  private mutating func footnote(_ start: Int, _ line: Range<Int>) -> Int {
    guard let end = bytes[start..<line.upperBound].firstIndex(of: UInt8(ascii: "]")) else { return start + 2 }
    masked.hide(start..<end + 1)
    return end + 1
  }

  /// `&#160;`
  private mutating func entity(_ start: Int, _ line: Range<Int>) -> Int {
    guard let end = bytes[start..<line.upperBound].prefix(12).firstIndex(of: UInt8(ascii: ";")) else {
      return start + 1
    }
    masked.hide(start..<end + 1)
    return end + 1
  }

  /// The end of bracketed words: before a brace, of a link, or of nothing.
  private mutating func bracket(_ offset: Int, _ line: Range<Int>) -> Int {
    let opening = brackets.popLast()
    let next = offset + 1
    guard next < line.upperBound else { return next }
    if bytes[next] == UInt8(ascii: "{") {
      guard let opening else {
        diagnostics.report(.wordsWithoutBracket(at: source.position(at: offset)))
        return brace(next, opening: nil)
      }
      return brace(next, opening: opening)
    }
    if bytes[next] == UInt8(ascii: "("), opening != nil,
      let end = bytes[next..<line.upperBound].firstIndex(of: UInt8(ascii: ")"))
    {
      masked.hide(next..<end + 1)
    }
    return next
  }
}

extension Diagnostic {
  fileprivate static func wordsWithoutBracket(at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP1103", "']' before a binding has no '[' in its paragraph", at: position,
      hint: "write '[' before the words that are bound")
  }

  fileprivate static func privateCharacter(at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP1102", "character of a private plane, which means nothing to others", at: position, hint: "delete it")
  }
}

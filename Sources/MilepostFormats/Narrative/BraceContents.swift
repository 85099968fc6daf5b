import MilepostLanguage
import MilepostModel

/// What braces hold, and the words before them.
extension BindingScanner {
  /// What begins with `{`, and the words before it.
  mutating func brace(_ start: Int, opening: Int?) -> Int {
    let position = source.position(at: start)
    guard masked.markers.count < MaskedText.markerLimit else {
      diagnostics.report(.tooManyBraces(at: position))
      return bytes.count
    }
    guard let end = endOfBrace(start) else {
      diagnostics.report(.openBrace(at: position))
      return start + 1
    }
    let inside = start + 1..<end
    let text = source.text(inside)
    let content: TextMarker.Content
    if text.hasPrefix("=") {
      content = figure(inside, opening: opening, end: start - 1)
    } else if text.hasPrefix("?") {
      content = claim(inside, opening: opening, end: start - 1)
    } else if text.hasPrefix("literal=") {
      content = literal(text, opening: opening, end: start - 1, at: position)
    } else if opening == nil, text.hasPrefix("#"), text.utf8.count > 1 {
      let name = Located(text.dropFirst().trimmedOfBlanks, at: source.position(at: start + 2))
      content = isLabel(start, end) ? .label(name) : .reference(name)
    } else if opening == nil, text.hasPrefix("of="), let mark = TextMark(String(text.dropFirst(3))) {
      content = .origin(Located(mark, at: position))
    } else {
      diagnostics.report(.unknownBrace(text, at: position))
      content = .broken
    }
    let isBound =
      switch content {
      case .binding, .broken: opening != nil
      case .reference, .label, .origin: false
      }
    masked.add(
      TextMarker(
        content: content, range: (isBound ? start - 1 : start)..<end + 1, opening: isBound ? opening : nil))
    return end + 1
  }

  /// The offset of the closing brace; nil when the paragraph ends before it.
  private func endOfBrace(_ start: Int) -> Int? {
    var isQuoted = false
    var offset = start + 1
    while offset < bytes.count {
      switch bytes[offset] {
      case UInt8(ascii: "\""): isQuoted.toggle()
      case UInt8(ascii: "}") where !isQuoted: return offset
      case UInt8(ascii: "{") where !isQuoted: return nil
      case 0x0A where bytes[(offset + 1)...].first { $0 != 0x20 && $0 != 0x0D }.map({ $0 == 0x0A }) ?? true: return nil
      default: break
      }
      offset += 1
    }
    return nil
  }

  /// Whether a name stands at the end of a heading, where it names the heading.
  private func isLabel(_ start: Int, _ end: Int) -> Bool {
    let line = source.line(at: start)
    let head = bytes[source.lineStarts[line]..<start].drop { $0 == 0x20 }
    guard (1...6).contains(head.prefix { $0 == UInt8(ascii: "#") }.count) else { return false }
    let rest = source.text(end + 1..<max(end + 1, source.end(ofLine: line))).trimmedOfBlanks
    return rest.isEmpty || rest.hasPrefix("{of=")
  }

  private mutating func figure(_ inside: Range<Int>, opening: Int?, end: Int) -> TextMarker.Content {
    let position = source.position(at: inside.lowerBound + 1)
    let text = source.text(inside.lowerBound + 1..<inside.upperBound)
    guard let figure = parseFigure(text.trimmedOfBlanks, at: position.moved(by: text.leadingBlanks), into: &diagnostics)
    else {
      return .broken
    }
    guard let opening else {
      return add(.inserted(figure), words: "", at: source.position(at: inside.lowerBound - 1))
    }
    let words = words(opening + 1..<end)
    let place = source.position(at: opening + 1)
    guard let stated = reader.read(words) else {
      // One finding is enough about its number.
      masked.hide(opening..<end)
      diagnostics.report(.unreadableWords(words, unread: reader.unread(words), at: place))
      return .broken
    }
    masked.hide(opening..<end)
    return add(.asserted(stated, figure), words: words, at: place)
  }

  private mutating func claim(_ inside: Range<Int>, opening: Int?, end: Int) -> TextMarker.Content {
    let position = source.position(at: inside.lowerBound + 1)
    let text = source.text(inside.lowerBound + 1..<inside.upperBound)
    guard
      let root = parseExpression(text.trimmedOfBlanks, at: position.moved(by: text.leadingBlanks), into: &diagnostics)
    else {
      return .broken
    }
    let figure = Figure(text: text.inOneLine, root: root, format: nil)
    guard let opening else {
      return add(.claim(figure), words: "", at: source.position(at: inside.lowerBound - 1))
    }
    return add(.claim(figure), words: words(opening + 1..<end), at: source.position(at: opening + 1))
  }

  private mutating func literal(
    _ text: String, opening: Int?, end: Int, at position: SourcePosition
  ) -> TextMarker.Content {
    let quoted = text.dropFirst("literal=".count).trimmedOfBlanks
    guard quoted.count > 2, quoted.hasPrefix("\""), quoted.hasSuffix("\""),
      case let reason = quoted.dropFirst().dropLast().trimmedOfBlanks, !reason.isEmpty
    else {
      diagnostics.report(.literalWithoutReason(at: position))
      return .broken
    }
    guard let opening else {
      diagnostics.report(.literalWithoutWords(at: position))
      return .broken
    }
    masked.hide(opening..<end)
    return add(
      .literal(reason: reason), words: words(opening + 1..<end), at: source.position(at: opening + 1))
  }

  private mutating func add(
    _ content: Binding.Content, words: String, at position: SourcePosition
  ) -> TextMarker.Content {
    bindings.append(Binding(content, words: words, at: position))
    return .binding(bindings.count - 1)
  }

  /// The words in brackets as plain text, without bindings inside them and signs of emphasis.
  private func words(_ range: Range<Int>) -> String {
    var plain: [UInt8] = []
    let inner = masked.markers.reversed().prefix { $0.range.lowerBound >= range.lowerBound }
    for offset in range {
      let isInside = inner.contains { $0.range.contains(offset) || $0.opening == offset }
      if isInside || bytes[offset] == UInt8(ascii: "*") || bytes[offset] == UInt8(ascii: "_") { continue }
      plain.append(bytes[offset] == 0x0A || bytes[offset] == 0x0D ? 0x20 : bytes[offset])
    }
    return String(decoding: plain, as: UTF8.self).trimmedOfBlanks
  }
}

extension String {
  /// What the blanks at the beginning are.
  fileprivate var leadingBlanks: Substring.UnicodeScalarView {
    unicodeScalars.prefix { $0.properties.isWhitespace }
  }
}

extension SourcePosition {
  /// The place behind blanks.
  fileprivate func moved(by blanks: Substring.UnicodeScalarView) -> SourcePosition {
    blanks.reduce(self) { place, scalar in
      scalar == "\n"
        ? SourcePosition(file: file, line: place.line + 1, column: 1)
        : SourcePosition(file: file, line: place.line, column: place.column + 1)
    }
  }
}

extension Diagnostic {
  fileprivate static func openBrace(at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP1102", "'{' without '}' in its paragraph", at: position,
      hint: "close it, or write '\\{' for a brace that begins nothing")
  }

  fileprivate static func unknownBrace(_ text: String, at position: SourcePosition) -> Self {
    let isLong = text.unicodeScalars.count > 30
    let shown = isLong ? String(text.prefix(30)) + "…" : text
    return Diagnostic(
      .error, "MP1102", "'{\(shown)}' is neither a figure, a claim, a literal nor a reference", at: position,
      hint: "write '{= value}', '{? condition}', '[words]{literal=\"reason\"}' or '{#name}'; '\\{' is a brace as such")
  }

  fileprivate static func unreadableWords(_ words: String, unread: String?, at position: SourcePosition) -> Self {
    let found = "'\(words)' is no number that can be compared"
    return Diagnostic(
      .error, "MP1203", unread.map { "\(found): '\($0)' is not understood" } ?? found, at: position,
      hint: "put only the number in brackets, with its hedge and unit, as in '[over 53 per cent]'; or make it a claim")
  }

  fileprivate static func literalWithoutReason(at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP1106", "literal without a reason", at: position, hint: "write {literal=\"founded in 1865\"}")
  }

  fileprivate static func literalWithoutWords(at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP1103", "literal without words", at: position, hint: "write [155]{literal=\"founded in 1865\"}")
  }

  fileprivate static func tooManyBraces(at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP1102", "more than \(MaskedText.markerLimit) braces in a chapter", at: position,
      hint: "divide the chapter")
  }
}

import MilepostModel

/// A line of a chapter that begins with three colons.
struct Directive {
  let kind: Located<String>
  /// `target=2.4`
  let attributes: [(name: Located<String>, value: Located<String>)]
  /// What stands on the line without a name: `2.4`, the title of a box.
  let argument: Located<String>?
  /// In the lines of the source, from 0.
  let line: Int

  /// `:::` alone.
  var isEnd: Bool { kind.value.isEmpty }

  func attribute(_ name: String) -> Located<String>? { attributes.first { $0.name.value == name }?.value }

  /// Finds every directive of a text, outside of code, and takes them out of what Markdown sees.
  static func scan(_ masked: inout MaskedText, into diagnostics: inout Diagnostics) -> [Directive] {
    let source = masked.source
    var found: [Directive] = []
    var isCode = false
    for line in source.lineStarts.indices {
      let range = source.lineStarts[line]..<source.end(ofLine: line)
      let text = masked.bytes[range]
      if text.starts(with: "```".utf8) || text.starts(with: "~~~".utf8) { isCode.toggle() }
      guard !isCode, text.starts(with: ":::".utf8) else { continue }
      masked.blank(range)
      var reader = DirectiveReader(source.text(range), at: source.position(at: range.lowerBound), line: line)
      if let directive = reader.read(into: &diagnostics) { found.append(directive) }
    }
    return found
  }
}

/// Reads the line of a directive.
private struct DirectiveReader {
  private let scalars: [Unicode.Scalar]
  private let start: SourcePosition
  private let line: Int
  private var index = 3

  init(_ text: String, at start: SourcePosition, line: Int) {
    scalars = Array(text.unicodeScalars)
    self.start = start
    self.line = line
  }

  private func position(_ index: Int) -> SourcePosition {
    SourcePosition(file: start.file, line: start.line, column: start.column + index)
  }

  private mutating func skipBlanks() {
    while index < scalars.count, scalars[index].properties.isWhitespace { index += 1 }
  }

  private func text(_ range: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[range])
    return String(view)
  }

  /// - Returns: nil after a finding.
  mutating func read(into diagnostics: inout Diagnostics) -> Directive? {
    while index < scalars.count, scalars[index] == ":" { index += 1 }
    skipBlanks()
    let kindStart = index
    while index < scalars.count, !scalars[index].properties.isWhitespace { index += 1 }
    let kind = Located(text(kindStart..<index), at: position(kindStart))
    var attributes: [(name: Located<String>, value: Located<String>)] = []
    while true {
      skipBlanks()
      let nameStart = index
      guard let name = attributeName() else { break }
      guard let value = attributeValue() else {
        diagnostics.report(.openQuote(at: position(index)))
        return nil
      }
      let place = Located(name, at: position(nameStart))
      if attributes.contains(where: { $0.name.value == name }) {
        diagnostics.report(.attributeTwice(place))
        return nil
      }
      attributes.append((place, value))
    }
    let rest = text(index..<scalars.count).trimmedOfBlanks
    let argument = rest.isEmpty ? nil : Located(rest, at: position(index))
    return Directive(kind: kind, attributes: attributes, argument: argument, line: line)
  }

  /// `target` of `target=2.4`, or `SEX` of `SEX=F`; nil where what follows is no attribute.
  private mutating func attributeName() -> String? {
    var end = index
    while end < scalars.count, scalars[end].properties.isAlphabetic || scalars[end] == "-" || scalars[end] == "_" {
      end += 1
    }
    guard end > index, end < scalars.count, scalars[end] == "=" else { return nil }
    defer { index = end + 1 }
    return text(index..<end)
  }

  private mutating func attributeValue() -> Located<String>? {
    guard index < scalars.count, scalars[index] == "\"" else {
      let valueStart = index
      while index < scalars.count, !scalars[index].properties.isWhitespace { index += 1 }
      return Located(text(valueStart..<index), at: position(valueStart))
    }
    guard let end = scalars[(index + 1)...].firstIndex(of: "\"") else { return nil }
    defer { index = end + 1 }
    return Located(text(index + 1..<end), at: position(index + 1))
  }
}

extension Diagnostic {
  fileprivate static func openQuote(at position: SourcePosition) -> Self {
    Diagnostic(.error, "MP1104", "quote without an end in a directive", at: position, hint: "write name=\"value\"")
  }

  fileprivate static func attributeTwice(_ name: Located<String>) -> Self {
    Diagnostic(
      .error, "MP1104", "attribute '\(name.value)' stands twice", at: name.position, hint: "delete one of them")
  }
}

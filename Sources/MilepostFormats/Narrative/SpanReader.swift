import MilepostLanguage
import MilepostModel

/// Makes spans of the inline nodes of a block.
struct SpanReader {
  /// Deeper ones are refused.
  static let depthLimit = 50

  let masked: MaskedText
  let isChinese: Bool
  private(set) var diagnostics = Diagnostics()
  /// The name that a heading was given in the text that was read last.
  private(set) var label: Located<String>?
  /// Of the block that is read.
  private var range = 0..<0
  /// The mark of a translation in the text that was read last.
  private(set) var origin: Located<TextMark>?
  /// Where that mark stands with its braces.
  private(set) var originRange: Range<Int>?

  init(_ masked: MaskedText, language: LanguageTag) {
    self.masked = masked
    isChinese = language.primary == "zh"
  }

  /// The spans of a block in a range of the source; a line break within a paragraph is a character of the text.
  mutating func spans(_ node: MarkdownNode, in range: Range<Int>) -> [TextSpan] {
    label = nil
    origin = nil
    originRange = nil
    self.range = range
    let place = masked.source.position(at: range.lowerBound)
    return trimmed(spans(of: node.children, at: place, depth: 0))
  }

  /// With lines joined as the language joins them.
  func joined(_ spans: [TextSpan]) -> [TextSpan] {
    spans.map { span in
      switch span {
      case .text(let text): .text(joined(text))
      case .emphasis(let inner): .emphasis(joined(inner))
      case .strong(let inner): .strong(joined(inner))
      case .link(let destination, let inner): .link(destination: destination, joined(inner))
      case .bound(let binding, let inner): .bound(binding, joined(inner))
      case .code, .lineBreak, .footnote, .reference: span
      }
    }
  }

  /// Chinese has no blanks between words, and lines end anywhere.
  private func joined(_ text: String) -> String {
    guard text.utf8.contains(0x0A) else { return text }
    let scalars = Array(text.unicodeScalars)
    var result = String.UnicodeScalarView()
    for (place, scalar) in scalars.enumerated() {
      guard scalar == "\n" else {
        result.append(scalar)
        continue
      }
      let neighbours = [place - 1, place + 1].filter(scalars.indices.contains).map { scalars[$0] }
      let isOpen = isChinese && neighbours.allSatisfy { $0.value >= 0x2E80 }
      if !isOpen { result.append(" ") }
    }
    return String(result)
  }

  /// Where a sign stands in a range of the source; its beginning where it is not to be found as it is.
  private func place(of sign: String, in range: Range<Int>) -> SourcePosition {
    let (bytes, sought) = (masked.bytes, Array(sign.utf8))
    let start = range.first { bytes[$0...].starts(with: sought) && !sought.isEmpty }
    return masked.source.position(at: start ?? range.lowerBound)
  }

  private enum Piece {
    case span(TextSpan)
    case opening
    case closing(TextMarker)
  }

  private mutating func spans(of nodes: [MarkdownNode], at place: SourcePosition, depth: Int) -> [TextSpan] {
    guard depth <= SpanReader.depthLimit else {
      diagnostics.report(.nestedTooDeep(at: place))
      return []
    }
    var pieces: [Piece] = []
    for node in nodes { add(node, to: &pieces, at: place, depth: depth) }
    return folded(pieces)
  }

  private mutating func add(_ node: MarkdownNode, to pieces: inout [Piece], at place: SourcePosition, depth: Int) {
    func inner(_ reader: inout SpanReader) -> [TextSpan] {
      reader.spans(of: node.children, at: place, depth: depth + 1)
    }
    switch node.kind {
    case .text: cut(node.literal, into: &pieces)
    case .softBreak: pieces.append(.span(.text("\n")))
    case .lineBreak: pieces.append(.span(.lineBreak))
    case .code: pieces.append(.span(.code(masked.restored(node.literal))))
    case .emphasis: pieces.append(.span(.emphasis(inner(&self))))
    case .strong: pieces.append(.span(.strong(inner(&self))))
    case .link:
      let address = masked.restored(node.address)
      if !address.isLinkAddress {
        diagnostics.report(.unusableAddress(address, at: self.place(of: node.address, in: range)))
      }
      pieces.append(.span(.link(destination: address, inner(&self))))
    case .image: diagnostics.report(.pictureInText(at: place))
    case .html: diagnostics.report(.markup(at: self.place(of: node.literal, in: range)))
    case .footnoteReference:
      if let number = Int(node.literal) { pieces.append(.span(.footnote(number - 1))) }
    case .document, .paragraph, .heading, .list, .item, .table, .quotation, .codeBlock, .htmlBlock, .rule, .footnote,
      .headRow, .row, .cell:
      preconditionFailure("a block within a line of text")
    }
  }

  /// Cuts a text at its markers.
  private func cut(_ literal: String, into pieces: inout [Piece]) {
    var text = String.UnicodeScalarView()
    func flush() {
      if !text.isEmpty { pieces.append(.span(.text(String(text)))) }
      text = String.UnicodeScalarView()
    }
    var skipped = 0
    for scalar in literal.unicodeScalars {
      if skipped > 0 {
        skipped -= 1
      } else if let marker = masked.marker(scalar) {
        flush()
        pieces.append(.closing(marker))
        skipped = marker.range.count - 4
      } else if scalar.value == UInt32(MaskedText.opening) {
        flush()
        pieces.append(.opening)
      } else {
        text.append(scalar)
      }
    }
    flush()
  }

  /// Puts bound words under their bindings.
  private mutating func folded(_ pieces: [Piece]) -> [TextSpan] {
    var open: [[TextSpan]] = [[]]
    for piece in pieces {
      switch piece {
      case .span(let span): open[open.count - 1].append(span)
      case .opening: open.append([])
      case .closing(let marker):
        var words: [TextSpan] = []
        if marker.opening != nil {
          guard open.count > 1 else {
            diagnostics.report(.wordsAcrossMarkup(at: masked.source.position(at: marker.range.lowerBound)))
            continue
          }
          words = open.removeLast()
        }
        open[open.count - 1] += close(marker, merged(words))
      }
    }
    // What is left open was reported where it should have been closed.
    return merged(open.flatMap { $0 })
  }

  private mutating func close(_ marker: TextMarker, _ words: [TextSpan]) -> [TextSpan] {
    switch marker.content {
    case .binding(let number): return [.bound(number, words)]
    case .reference(let name): return [.reference(name)]
    case .label(let name): label = name
    case .origin(let mark):
      origin = mark
      originRange = marker.range
    case .broken: return words
    }
    return []
  }

  private func merged(_ spans: [TextSpan]) -> [TextSpan] {
    var result: [TextSpan] = []
    for span in spans {
      if case .text(let text) = span, case .text(let before)? = result.last {
        result[result.count - 1] = .text(before + text)
      } else {
        result.append(span)
      }
    }
    return result
  }

  /// Without the blanks that stood before the name of a heading or the mark of a translation.
  private func trimmed(_ spans: [TextSpan]) -> [TextSpan] {
    guard case .text(let last)? = spans.last else { return spans }
    let end = last.unicodeScalars.reversed().drop { $0.properties.isWhitespace }.reversed()
    var text = String.UnicodeScalarView()
    text.append(contentsOf: end)
    return spans.dropLast() + (text.isEmpty ? [] : [.text(String(text))])
  }
}

extension String {
  /// A page of the net, a mail address, or a place in the site; what a browser would run is none.
  fileprivate var isLinkAddress: Bool {
    let start = lowercased()
    if ["https://", "http://", "mailto:"].contains(where: start.hasPrefix) { return true }
    return start.utf8.first != UInt8(ascii: "/") && !start.prefix(while: { $0 != "/" }).contains(":")
  }
}

extension Diagnostic {
  static func nestedTooDeep(at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP1124", "text nested deeper than \(SpanReader.depthLimit) levels", at: position,
      hint: "take quotations, lists or emphasis out of each other")
  }

  fileprivate static func wordsAcrossMarkup(at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP1103", "words that are bound begin and end in different emphasis, link or cell", at: position,
      hint: "put both brackets inside the emphasis, or both outside")
  }

  fileprivate static func unusableAddress(_ address: String, at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP1107", "'\(address)' is no address that a text may lead to", at: position,
      hint: "write https://…, mailto:… or a place in the report as {#name}")
  }

  fileprivate static func pictureInText(at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP1112", "picture within a line of text", at: position, hint: "give it a paragraph of its own")
  }

  static func markup(at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP1107", "HTML in a text", at: position,
      hint: "write it in Markdown, or '\\<' for a sign that begins nothing")
  }
}

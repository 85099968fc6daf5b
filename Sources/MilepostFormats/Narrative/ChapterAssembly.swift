import MilepostLanguage
import MilepostModel

/// Puts directives and the blocks around them together.
struct ChapterAssembly {
  private let masked: MaskedText
  private let sourceWords: [String]
  private let joiner: SpanReader
  private var exhibits = ExhibitReader()
  private(set) var diagnostics = Diagnostics()
  /// Where the marks of exhibits stand, or would stand, by the place of the exhibit.
  private(set) var markRanges: [SourcePosition: Range<Int>] = [:]

  init(_ masked: MaskedText, language: LanguageTag) {
    self.masked = masked
    sourceWords = ["Source:", "Source :"] + SourceWords.of(language)
    joiner = SpanReader(masked, language: language)
  }

  private enum Item {
    case block(BlockReader.Placed)
    case directive(Directive, offset: Int)

    var offset: Int {
      switch self {
      case .block(let placed): placed.range.lowerBound
      case .directive(_, let offset): offset
      }
    }
  }

  private struct OpenBox {
    let directive: Directive
    var blocks: [TextBlock] = []
  }

  mutating func assemble(
    _ placed: [BlockReader.Placed], _ directives: [Directive], _ reader: BlockReader
  ) -> [TextBlock] {
    let lines = masked.source.lineStarts
    let items = (placed.map(Item.block) + directives.map { .directive($0, offset: lines[$0.line]) })
      .sorted { $0.offset < $1.offset }
    var finished: [TextBlock] = []
    var box: OpenBox?
    func add(_ block: TextBlock) {
      if box == nil { finished.append(block) } else { box?.blocks.append(block) }
    }
    var place = 0
    while place < items.count {
      defer { place += 1 }
      switch items[place] {
      case .block(let block): add(block.block)
      case .directive(let directive, _) where directive.isEnd:
        guard let open = box else {
          diagnostics.report(.endWithoutBox(at: directive.kind.position))
          continue
        }
        box = nil
        finished.append(closed(open))
      case .directive(let directive, _) where directive.kind.value == "box":
        if let open = box {
          diagnostics.report(.boxInBox(at: directive.kind.position, first: open.directive.kind.position))
          continue
        }
        box = OpenBox(directive: directive)
      case .directive(let directive, _):
        let (block, used) = exhibit(directive, followedBy: items[(place + 1)...], reader)
        if let block { add(block) }
        place += used
      }
    }
    if let open = box {
      diagnostics.report(.boxWithoutEnd(at: open.directive.kind.position))
      finished += open.blocks
    }
    diagnostics.report(contentsOf: exhibits.diagnostics)
    return finished
  }

  private func closed(_ box: OpenBox) -> TextBlock {
    let title: [TextSpan] = box.directive.argument.map { [.text($0.value)] } ?? []
    return TextBlock(
      .box(id: box.directive.attribute("id")?.value, title: title, box.blocks), at: box.directive.kind.position)
  }

  /// - Returns: The exhibit, nil after a finding, and how many of the items that follow belong to it.
  private mutating func exhibit(
    _ directive: Directive, followedBy items: ArraySlice<Item>, _ reader: BlockReader
  ) -> (block: TextBlock?, used: Int) {
    var rest = items
    var caption: (block: BlockReader.Placed, spans: [TextSpan], source: [TextSpan])?
    if case .block(let placed)? = rest.first, case .paragraph = placed.block.content,
      masked.source.line(at: placed.range.lowerBound) == directive.line + 1
    {
      let (spans, source) = divided(placed.lines)
      caption = (placed, spans, source)
      rest = rest.dropFirst()
    }
    guard let shown = exhibits.shown(directive) else { return (nil, items.count - rest.count) }
    var origin = caption?.block.block.origin
    var mark = caption.flatMap { $0.block.block.mark }
    var isUnderstood = caption.map { $0.block.block.isUnderstood } ?? true
    let content: Exhibit.Content
    switch shown {
    case .made(let made): content = made
    case .tableBelow:
      guard case .block(let placed)? = rest.first, case .exhibit(let exhibit) = placed.block.content,
        case .table = exhibit.content
      else {
        diagnostics.report(.tableMissing(at: directive.kind.position))
        return (nil, items.count - rest.count)
      }
      rest = rest.dropFirst()
      content = exhibit.content
      isUnderstood = isUnderstood && placed.block.isUnderstood
      mark = reader.mark((caption?.block.range ?? placed.range).lowerBound..<placed.range.upperBound)
      origin = self.origin(of: directive)
    }
    if case .tableBelow = shown {
      markRanges[directive.kind.position] = markRange(directive)
    } else if let caption {
      markRanges[directive.kind.position] = reader.markRanges[caption.block.block.position]
    }
    let exhibit = Exhibit(
      content, id: directive.attribute("id")?.value, caption: caption?.spans ?? [], source: caption?.source ?? [],
      alternative: directive.attribute("alt")?.value)
    let block = TextBlock(
      .exhibit(exhibit), at: directive.kind.position, mark: mark, origin: origin, isUnderstood: isUnderstood)
    return (block, items.count - rest.count)
  }

  /// Of the attribute `of=…` of a table; an empty range at the end of its line when it has none.
  private func markRange(_ directive: Directive) -> Range<Int> {
    let source = masked.source
    let line = source.lineStarts[directive.line]..<source.end(ofLine: directive.line)
    guard let written = directive.attribute("of") else { return line.upperBound..<line.upperBound }
    let sign = Array("of=\(written.value)".utf8)
    let start = line.first { source.bytes[$0..<line.upperBound].starts(with: sign) } ?? line.upperBound
    return start..<min(start + sign.count, line.upperBound)
  }

  private mutating func origin(of directive: Directive) -> Located<TextMark>? {
    guard let written = directive.attribute("of") else { return nil }
    guard let mark = TextMark(written.value) else {
      diagnostics.report(.noMark(written))
      return nil
    }
    return Located(mark, at: written.position)
  }

  /// A caption, and the source that its last line names.
  private func divided(_ lines: [TextSpan]) -> (caption: [TextSpan], source: [TextSpan]) {
    for (place, span) in lines.enumerated().reversed() {
      guard case .text(let text) = span else { continue }
      let starts = text.indices.filter { index in
        index == text.startIndex ? place == 0 : text[text.index(before: index)] == "\n"
      }
      for start in starts.reversed() {
        guard let word = sourceWords.first(where: { text[start...].hasPrefix($0) }) else { continue }
        let before = String(text[..<start]).withoutTrailingBlanks
        let after = String(text[start...].dropFirst(word.count)).trimmedOfBlanks
        let head = lines[..<place] + (before.isEmpty ? [] : [.text(before)])
        let tail = (after.isEmpty ? [] : [.text(spaced(after, from: text))]) + lines[(place + 1)...]
        return (joiner.joined(Array(head)), joiner.joined(Array(tail)))
      }
    }
    return (joiner.joined(lines), [])
  }

  /// With the blank that parted it from what follows.
  private func spaced(_ text: String, from whole: String) -> String { whole.last == " " ? text + " " : text }
}

extension String {
  fileprivate var withoutTrailingBlanks: String {
    var view = unicodeScalars
    while let last = view.last, last.properties.isWhitespace { view.removeLast() }
    return String(view)
  }
}

/// The word with which a source line begins, beside that in English.
enum SourceWords {
  static func of(_ language: LanguageTag) -> [String] {
    switch language.primary {
    case "fr": ["Source\u{00A0}:", "Source\u{202F}:"]
    case "es": ["Fuente:"]
    case "ru": ["Источник:"]
    case "zh": ["来源：", "来源:", "资料来源：", "资料来源:"]
    case "ar": ["المصدر:"]
    default: []
    }
  }
}

extension Diagnostic {
  fileprivate static func endWithoutBox(at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP1105", "':::' ends no box", at: position, hint: "write ':::box TITLE' where it begins, or delete it")
  }

  fileprivate static func boxWithoutEnd(at position: SourcePosition) -> Self {
    Diagnostic(.error, "MP1105", "box without an end", at: position, hint: "write ':::' on a line of its own behind it")
  }

  fileprivate static func boxInBox(at position: SourcePosition, first: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP1105", "box in a box", at: position, hint: "end the first with ':::'",
      notes: [Note("the first begins here", at: first)])
  }

  fileprivate static func tableMissing(at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP1104", "directive 'table' without a table below it", at: position,
      hint: "write the table behind a blank line, or name an indicator or register: indicator=ID")
  }

  fileprivate static func noMark(_ written: Located<String>) -> Self {
    Diagnostic(
      .error, "MP1104", "'\(written.value)' is no mark of a text", at: written.position,
      hint: "eight hexadecimal digits, which 'milepost translated' writes")
  }
}

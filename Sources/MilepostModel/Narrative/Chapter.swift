/// A file of a report's text in one language.
package struct Chapter: Hashable, Sendable {
  package typealias ID = Identifier<Chapter>

  package enum Kind: String, Sendable, Hashable, CaseIterable, Comparable {
    case foreword, chapter, annex

    private var rank: Int {
      switch self {
      case .foreword: 0
      case .chapter: 1
      case .annex: 2
      }
    }

    package static func < (one: Kind, other: Kind) -> Bool { one.rank < other.rank }
  }

  /// What a footnote's mark leads to.
  package struct Footnote: Hashable, Sendable {
    package let blocks: [TextBlock]

    package init(blocks: [TextBlock]) { self.blocks = blocks }
  }

  /// The same in all languages.
  package let id: ID
  package let language: LanguageTag
  package let title: String
  package let kind: Kind
  /// Among the chapters of its kind and language.
  package let order: Int
  package let owner: String?
  package let wordLimit: Int?
  package let blocks: [TextBlock]
  /// In the order of their first marks.
  package let footnotes: [Footnote]
  /// In the order of the text; a span names one by its place here.
  package let bindings: [Binding]
  /// Every number in the text that is neither bound nor marked, in order.
  package let numerals: [Located<WrittenNumeral>]
  /// Words of the text; characters where the language has no blanks between words.
  package let wordCount: Int
  package let file: String

  package init(
    id: ID, language: LanguageTag, title: String, kind: Kind, order: Int, owner: String?, wordLimit: Int?,
    blocks: [TextBlock], footnotes: [Footnote], bindings: [Binding], numerals: [Located<WrittenNumeral>],
    wordCount: Int, file: String
  ) {
    self.id = id
    self.language = language
    self.title = title
    self.kind = kind
    self.order = order
    self.owner = owner
    self.wordLimit = wordLimit
    self.blocks = blocks
    self.footnotes = footnotes
    self.bindings = bindings
    self.numerals = numerals
    self.wordCount = wordCount
    self.file = file
  }
}

extension Chapter {
  /// Every block, those inside others and in footnotes included, in the order of the text.
  package var allBlocks: [TextBlock] { (blocks + footnotes.flatMap(\.blocks)).flatMap(\.withParts) }
}

/// A part of a chapter that stands by itself: a paragraph, a heading, a table.
package struct TextBlock: Hashable, Sendable {
  package enum Content: Hashable, Sendable {
    /// - Parameters:
    ///   - level: 2 to 6; the chapter's title is 1.
    ///   - id: what the author names it for references.
    case heading(level: Int, id: String?, [TextSpan])
    case paragraph([TextSpan])
    case list(TextList)
    case quotation([TextBlock])
    case code(String)
    case rule
    /// - Parameter title: may be empty.
    case box(id: String?, title: [TextSpan], [TextBlock])
    /// A chart, table or picture with what stands under it.
    case exhibit(Exhibit)
  }

  package let content: Content
  /// Of its first character.
  package let position: SourcePosition
  /// Of what the author wrote, without the mark of a translation; nil for blocks that hold others.
  package let mark: TextMark?
  /// The mark of the text that it was translated from.
  package let origin: Located<TextMark>?
  /// False when a figure or claim in it was not understood, and is not among its bindings.
  package let isUnderstood: Bool

  package init(
    _ content: Content, at position: SourcePosition, mark: TextMark? = nil, origin: Located<TextMark>? = nil,
    isUnderstood: Bool = true
  ) {
    self.content = content
    self.position = position
    self.mark = mark
    self.origin = origin
    self.isUnderstood = isUnderstood
  }
}

extension TextBlock {
  /// The block with those inside it, in the order of the text.
  package var withParts: [TextBlock] {
    switch content {
    case .list(let list): [self] + list.items.joined().flatMap(\.withParts)
    case .quotation(let blocks), .box(_, _, let blocks): [self] + blocks.flatMap(\.withParts)
    case .heading, .paragraph, .code, .rule, .exhibit: [self]
    }
  }

  /// The spans that stand in the block itself, those of a table row by row.
  package var spans: [TextSpan] {
    switch content {
    case .heading(_, _, let spans), .paragraph(let spans): return spans
    case .box(_, let title, _): return title
    case .exhibit(let exhibit):
      guard case .table(let table) = exhibit.content else { return exhibit.caption + exhibit.source }
      return exhibit.caption + table.head.joined() + table.rows.flatMap { $0.joined() } + exhibit.source
    case .list, .quotation, .code, .rule: return []
    }
  }
}

extension TextSpan {
  /// The span with those inside it, in the order of the text.
  package var withParts: [TextSpan] {
    switch self {
    case .emphasis(let inner), .strong(let inner), .link(_, let inner), .bound(_, let inner):
      [self] + inner.flatMap(\.withParts)
    case .text, .code, .lineBreak, .footnote, .reference: [self]
    }
  }
}

/// A list of a text.
package struct TextList: Hashable, Sendable {
  /// The number of the first item; nil: without numbers.
  package let start: Int?
  /// Whether items stand close together.
  package let isTight: Bool
  package let items: [[TextBlock]]

  package init(start: Int?, isTight: Bool, items: [[TextBlock]]) {
    self.start = start
    self.isTight = isTight
    self.items = items
  }
}

/// Part of the text of a block.
package indirect enum TextSpan: Hashable, Sendable {
  case text(String)
  case emphasis([TextSpan])
  case strong([TextSpan])
  case code(String)
  case link(destination: String, [TextSpan])
  case lineBreak
  /// By its place among the chapter's footnotes.
  case footnote(Int)
  /// `{#members}`, `{#2.4}`, `{#resolutions/71}`.
  case reference(Located<String>)
  /// A binding of the chapter by its place, with the words that are bound; none for inserted figures.
  case bound(Int, [TextSpan])
}

/// A short fingerprint of a text: FNV-1a over its bytes, blanks taken together, folded to 32 bits.
///
/// See Fowler, Noll, Vo: The FNV non-cryptographic hash algorithm (RFC 9923). It tells whether a text has changed, and
/// protects against nothing.
package struct TextMark: Hashable, Sendable, CustomStringConvertible {
  package let value: UInt32

  package init(of text: String) {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    func add(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    var isBlankDue = false
    var isEmpty = true
    for byte in text.utf8 {
      if byte == 0x20 || (0x09...0x0D).contains(byte) {
        isBlankDue = !isEmpty
      } else {
        if isBlankDue { add(0x20) }
        isBlankDue = false
        isEmpty = false
        add(byte)
      }
    }
    value = UInt32(truncatingIfNeeded: hash ^ (hash >> 32))
  }

  /// - Returns: nil unless `text` is eight hexadecimal digits in lower case.
  package init?(_ text: String) {
    guard text.utf8.count == 8, text.utf8.allSatisfy({ $0.isDigit || (0x61...0x66).contains($0) }),
      let value = UInt32(text, radix: 16)
    else { return nil }
    self.value = value
  }

  package var description: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 8 - digits.count) + digits
  }
}

/// A text of a narrative as a row of pieces, each with how it is set: nothing in it depends on how markup was nested.
package struct SpanSkeleton: Hashable, Sendable {
  /// How a piece is set.
  package struct Style: Hashable, Sendable {
    package var isEmphasis = false
    package var isStrong = false
    /// Where it leads.
    package var destination: String?

    package init() {}
  }

  package enum Piece: Hashable, Sendable {
    case text(String, Style)
    case code(String, Style)
    case lineBreak
    case footnote(Int)
    /// By the mark of its name.
    case reference(TextMark)
    /// A figure that the program prints, by the mark of its binding.
    case inserted(TextMark)
    /// Bound words begin, or stand here where there are none.
    case opening(TextMark)
    case closing
  }

  package private(set) var pieces: [Piece] = []

  /// - Parameter bindings: of the chapter.
  package init(_ spans: [TextSpan], _ bindings: [Binding]) {
    self.init(spans) { bindings[$0] }
  }

  private init(_ spans: [TextSpan], binding: (Int) -> Binding) {
    add(spans, Style(), binding)
    pieces = SpanSkeleton.tidied(pieces)
  }

  package var isEmpty: Bool { pieces.isEmpty }

  /// The words alone.
  package var plainText: String {
    pieces.map { piece in
      switch piece {
      case .text(let text, _), .code(let text, _): text
      case .lineBreak: " "
      case .footnote, .reference, .inserted, .opening, .closing: ""
      }
    }.joined()
  }

  /// The bindings that stand in it.
  package var bindings: [TextMark] {
    pieces.compactMap { piece in
      switch piece {
      case .opening(let mark), .inserted(let mark): mark
      case .text, .code, .lineBreak, .footnote, .reference, .closing: nil
      }
    }
  }

  package init(_ pieces: [Piece]) { self.pieces = SpanSkeleton.tidied(pieces) }

  private mutating func add(_ spans: [TextSpan], _ style: Style, _ binding: (Int) -> Binding) {
    for span in spans {
      var inner = style
      switch span {
      case .text(let text): pieces.append(.text(text, style))
      case .code(let text): pieces.append(.code(text, style))
      case .lineBreak: pieces.append(.lineBreak)
      case .footnote(let place): pieces.append(.footnote(place))
      case .reference(let name): pieces.append(.reference(TextMark(of: name.value)))
      case .emphasis(let spans):
        inner.isEmphasis = true
        add(spans, inner, binding)
      case .strong(let spans):
        inner.isStrong = true
        add(spans, inner, binding)
      case .link(let destination, let spans):
        inner.destination = destination
        add(spans, inner, binding)
      case .bound(let place, let words):
        let bound = binding(place)
        // What is printed belongs to the data.
        if case .inserted = bound.content {
          pieces.append(.inserted(bound.mark))
          continue
        }
        pieces.append(.opening(bound.mark))
        add(words, style, binding)
        pieces.append(.closing)
      }
    }
  }

  /// A fingerprint of the text: what it says and how it is set.
  package var mark: TextMark {
    TextMark(
      of: pieces.map { piece in
        switch piece {
        case .text(let text, let style): style.sign + text
        case .code(let text, let style): style.sign + "`" + text
        case .lineBreak: "\\"
        // A note is known by its own text.
        case .footnote: "^"
        case .reference(let mark): "#\(mark)"
        case .inserted(let mark): "=\(mark)"
        case .opening(let mark): "[\(mark)"
        case .closing: "]"
        }
      }.joined(separator: "\u{0}"))
  }
}

extension SpanSkeleton.Style {
  fileprivate var sign: String {
    (isEmphasis ? "*" : "-") + (isStrong ? "*" : "-") + (destination.map { "(\($0))" } ?? "-")
  }
}

extension SpanSkeleton {
  /// With equal neighbours joined, blanks taken together, and none at the ends of what is emphasised.
  private static func tidied(_ pieces: [Piece]) -> [Piece] {
    var result: [Piece] = []
    for piece in pieces.flatMap(parted) {
      if case .code(let text, let style) = piece, case .code(let before, let same)? = result.last, same == style {
        result[result.count - 1] = .code(before + text, style)
        continue
      }
      guard case .text(let text, let style) = piece else {
        result.append(piece)
        continue
      }
      if case .text(let before, let same)? = result.last, same == style {
        result[result.count - 1] = .text(before + text, style)
      } else if !text.isEmpty {
        result.append(piece)
      }
    }
    return withoutOuterBlanks(withEmptiesOutside(result))
  }

  /// Claims without words stand outside of the words that they begin or end with: editors do not keep the order of what
  /// begins at one place.
  private static func withEmptiesOutside(_ pieces: [Piece]) -> [Piece] {
    var pieces = pieces
    func isOpening(_ place: Int) -> Bool { if case .opening = pieces[place] { true } else { false } }
    for place in pieces.indices.dropLast(2).reversed()
    where isOpening(place) && isOpening(place + 1) && pieces[place + 2] == .closing {
      pieces.insert(pieces.remove(at: place), at: place + 2)
    }
    for place in pieces.indices.dropLast(2)
    where isOpening(place) && pieces[place + 1] == .closing && pieces[place + 2] == .closing {
      pieces.insert(pieces.remove(at: place + 2), at: place)
    }
    return pieces
  }

  /// Blanks at the ends of an emphasised or linked text are plain.
  private static func parted(_ piece: Piece) -> [Piece] {
    guard case .text(let text, let style) = piece else { return [piece] }
    let joined = text.withSingleBlanks
    guard style != Style() else { return [.text(joined, style)] }
    var middle = joined[...]
    var parts: [Piece] = []
    if middle.first == " " {
      parts.append(.text(" ", Style()))
      middle = middle.dropFirst()
    }
    let endsInBlank = middle.last == " "
    if endsInBlank { middle = middle.dropLast() }
    if !middle.isEmpty { parts.append(.text(String(middle), style)) }
    if endsInBlank { parts.append(.text(" ", Style())) }
    return parts
  }

  private static func withoutOuterBlanks(_ pieces: [Piece]) -> [Piece] {
    var pieces = pieces.map { piece in
      if case .text(let text, let style) = piece { Piece.text(text.withSingleBlanks, style) } else { piece }
    }
    func trim(_ place: Int, _ trimmed: (Substring) -> Substring) {
      guard case .text(let text, let style) = pieces[place] else { return }
      pieces[place] = .text(String(trimmed(text[...])), style)
    }
    for place in pieces.indices where place == 0 || pieces[place - 1] == .lineBreak {
      trim(place) { $0.drop { $0 == " " } }
    }
    for place in pieces.indices where place == pieces.count - 1 || pieces[place + 1] == .lineBreak {
      trim(place) { text in text.last == " " ? text.dropLast() : text }
    }
    return pieces.filter { if case .text("", _) = $0 { false } else { true } }
  }
}

extension String {
  /// Each run of blanks and line ends as one blank; those that do not break lines stay.
  package var withSingleBlanks: String {
    var result = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      let isBlank = scalar == " " || scalar == "\n" || scalar == "\r" || scalar == "\t"
      guard isBlank else {
        result.append(scalar)
        continue
      }
      if result.last != " " { result.append(" ") }
    }
    return String(result)
  }
}

extension Chapter {
  /// The marks of the units, in their order.
  package var unitMarks: [TextMark] { units.map { SpanSkeleton($0.spans, bindings).mark } }
}

/// Breaks texts into rows that fit a width.
enum TextRows {
  /// At blanks, after hyphens and between Han signs; a word that is wider than a row is broken where the row ends, so that
  /// nothing is cut or lies outside.
  static func of(_ text: String, width: Double, size: Double = WordsMark.size, isBold: Bool = false) -> [String] {
    func measure(_ text: String) -> Double { TextWidth.of(text, size: size, isBold: isBold) }
    // Most labels fit as they are.
    let whole = text.withoutBlanksAtEnd
    if measure(whole) <= width { return whole.isEmpty ? [] : [whole] }
    var rows: [String] = []
    var row = ""
    var rowWidth = 0.0
    for piece in pieces(of: text) {
      if rowWidth + measure(piece.withoutBlanksAtEnd) <= width {
        row += piece
        rowWidth += measure(piece)
        continue
      }
      if !row.isEmpty { rows.append(row.withoutBlanksAtEnd) }
      row = ""
      for character in piece {
        if !row.isEmpty && character != " " && measure(row + String(character)) > width {
          rows.append(row)
          row = ""
        }
        row.append(character)
      }
      rowWidth = measure(row)
    }
    let last = row.withoutBlanksAtEnd
    return last.isEmpty ? rows : rows + [last]
  }

  /// Whether a word must be broken to fit a width.
  static func breaksWords(of text: String, width: Double, isBold: Bool) -> Bool {
    pieces(of: text).contains {
      TextWidth.of($0.withoutBlanksAtEnd, size: WordsMark.size, isBold: isBold) > width
    }
  }

  /// The text in pieces after each of which a row may end; blanks stand at the ends of pieces.
  private static func pieces(of text: String) -> [String] {
    let scalars = text.unicodeScalars
    var pieces: [String] = []
    var start = scalars.startIndex
    var before: Unicode.Scalar?
    for index in scalars.indices {
      let scalar = scalars[index]
      if let before, mayBreak(between: before, and: scalar) {
        pieces.append(String(scalars[start..<index]))
        start = index
      }
      before = scalar
    }
    return start < scalars.endIndex ? pieces + [String(scalars[start...])] : pieces
  }

  private static func mayBreak(between one: Unicode.Scalar, and other: Unicode.Scalar) -> Bool {
    if other == " " { return false }
    switch one {
    case " ": return true
    case "-", "/": return other.properties.isAlphabetic
    default: return (one.isHan || other.isHan) && mayBreak(beforeOrAfterHan: one, other)
    }
  }

  /// Opening marks stay with what follows, closing ones with what is before them, and numbers with their units.
  private static func mayBreak(beforeOrAfterHan one: Unicode.Scalar, _ other: Unicode.Scalar) -> Bool {
    if opening.contains(one) || closing.contains(other) || other.properties.isGraphemeExtend { return false }
    return one.isHan || one.properties.isAlphabetic
  }

  private static let opening: [Unicode.Scalar] = ["（", "《", "“"]
  private static let closing: [Unicode.Scalar] = ["，", "、", "；", "：", "。", "）", "》", "”", "％", "%"]
}

extension Unicode.Scalar {
  fileprivate var isHan: Bool { (0x2E80...0x9FFF).contains(value) || (0xFF00...0xFFEF).contains(value) }
}

extension String {
  fileprivate var withoutBlanksAtEnd: String {
    let blanks = utf8.reversed().prefix { $0 == UInt8(ascii: " ") }.count
    return blanks == 0 ? self : String(Substring(utf8.dropLast(blanks)))
  }
}

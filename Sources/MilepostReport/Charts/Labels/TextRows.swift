/// Breaks texts into rows that fit a width.
enum TextRows {
  /// At blanks, after hyphens and between Han signs; a word that is wider than a row is broken where the row ends, so that
  /// nothing is cut or lies outside.
  static func of(_ text: String, width: Double, size: Double = TextMark.size, isBold: Bool = false) -> [String] {
    func measure(_ text: String) -> Double { TextWidth.of(text, size: size, isBold: isBold) }
    // Most labels fit as they are.
    let whole = text.withoutBlanksAtEnd
    if measure(whole) <= width { return whole.isEmpty ? [] : [whole] }
    var rows: [String] = []
    var row = ""
    for piece in pieces(of: text) {
      if measure(row + piece.withoutBlanksAtEnd) <= width {
        row += piece
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
    }
    let last = row.withoutBlanksAtEnd
    return last.isEmpty ? rows : rows + [last]
  }

  /// The text in pieces after each of which a row may end; blanks stand at the ends of pieces.
  private static func pieces(of text: String) -> [String] {
    // Without combining marks every scalar is a character, and Latin text breaks at few places.
    if text.unicodeScalars.allSatisfy({ $0.value < 0x300 }) { return piecesOfLatin(text) }
    var pieces: [String] = []
    var piece = ""
    var before: Character?
    for character in text {
      if let before, mayBreak(between: before, and: character) {
        pieces.append(piece)
        piece = ""
      }
      piece.append(character)
      before = character
    }
    return piece.isEmpty ? pieces : pieces + [piece]
  }

  private static func piecesOfLatin(_ text: String) -> [String] {
    let scalars = text.unicodeScalars
    var pieces: [String] = []
    var start = scalars.startIndex
    var before: Unicode.Scalar?
    for index in scalars.indices {
      let scalar = scalars[index]
      let isBreak = before == " " ? scalar != " " : (before == "-" || before == "/") && scalar.properties.isAlphabetic
      if isBreak {
        pieces.append(String(scalars[start..<index]))
        start = index
      }
      before = scalar
    }
    return start < scalars.endIndex ? pieces + [String(scalars[start...])] : pieces
  }

  private static func mayBreak(between one: Character, and other: Character) -> Bool {
    if other == " " { return false }
    if one == " " { return true }
    if "-/".contains(one) { return other.isLetter }
    return (one.isHan && !"（《“".contains(one) || "，、；：。）》”".contains(one)) && !"，、；：。）》”％%".contains(other)
      || (other.isHan && !"（《“".contains(one) && !one.isNumber && one.isLetter)
  }
}

extension Character {
  fileprivate var isHan: Bool {
    unicodeScalars.contains { (0x2E80...0x9FFF).contains($0.value) || (0xFF00...0xFFEF).contains($0.value) }
  }
}

extension String {
  fileprivate var withoutBlanksAtEnd: String {
    var text = self[...]
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}

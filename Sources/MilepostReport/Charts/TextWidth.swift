/// Widths of text in Arial and the faces that share its advance widths, so that labels can be placed without a browser.
enum TextWidth {
  /// Width in the unit of `size`. Latin from the published advance widths; other scripts by a full or half em.
  static func of(_ text: String, size: Double, isBold: Bool = false) -> Double {
    var thousandths = 0.0
    for scalar in text.unicodeScalars { thousandths += advance(scalar) }
    return thousandths / 1000 * size * (isBold ? 1.08 : 1)
  }

  private static func advance(_ scalar: Unicode.Scalar) -> Double {
    switch scalar {
    case "\u{200B}"..."\u{200F}", "\u{2066}"..."\u{2069}": 0
    case "i", "j", "l", "'", "’": 222
    case "I", " ", ".", ",", ":", ";", "/", "!", "f", "t", "\u{00A0}", "[", "]": 278
    case "\u{202F}": 200
    case "(", ")", "r", "-": 333
    case "c", "k", "s", "v", "x", "y", "z", "J": 500
    case "F", "T", "Z": 611
    case "A", "B", "E", "K", "P", "S", "V", "X", "Y": 667
    case "C", "D", "H", "N", "R", "U", "w": 722
    case "G", "O", "Q": 778
    case "m", "M": 833
    case "%": 889
    case "W": 944
    case "0"..."9", "a"..."z", "–", "+", "−": 560
    case "\u{1100}"...: 1000
    default: 600
    }
  }

  /// Lines of at most `width`, broken at blanks.
  static func lines(_ text: String, size: Double, width: Double) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      let longer = line.isEmpty ? String(word) : line + " " + word
      if of(longer, size: size) > width && !line.isEmpty {
        lines.append(line)
        line = String(word)
      } else {
        line = longer
      }
    }
    if !line.isEmpty { lines.append(line) }
    return lines
  }
}

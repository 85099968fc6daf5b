/// Widths of text in Arial and the faces that share its advance widths, so that labels can be placed without a browser.
enum TextWidth {
  /// Width in the unit of `size`: Latin and Cyrillic by their advance widths, Arabic by a budget above its usual ones, other
  /// scripts by a full or half em.
  static func of(_ text: String, size: Double, isBold: Bool = false) -> Double {
    var thousandths = 0.0
    for scalar in text.unicodeScalars { thousandths += advance(scalar) }
    return thousandths / 1000 * size * (isBold ? 1.08 : 1)
  }

  private static func advance(_ scalar: Unicode.Scalar) -> Double {
    switch scalar {
    case "i", "j", "l", "'", "’": 222
    case "I", " ", ".", ",", ":", ";", "/", "!", "f", "t", "\u{00A0}", "[", "]": 278
    case "\u{202F}": 200
    case "(", ")", "r", "-", "“", "”": 333
    case "c", "k", "s", "v", "x", "y", "z", "J": 500
    case "F", "T", "Z": 611
    case "A", "B", "E", "K", "P", "S", "V", "X", "Y", "É", "È", "&": 667
    case "C", "D", "H", "N", "R", "U", "w": 722
    case "G", "O", "Q": 778
    case "m", "M": 833
    case "%": 889
    case "W": 944
    case "0"..."9", "a"..."z", "–": 560
    case "+", "−", "×", "<", ">", "=": 584
    case "…", "—", "œ": 1000
    // Marks of direction and language, and accents, take no room.
    case "\u{200B}"..."\u{200F}", "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}", "\u{0300}"..."\u{036F}",
      "\u{064B}"..."\u{0652}", "\u{E0000}"..."\u{E007F}":
      0
    case "\u{0400}"..."\u{04FF}": cyrillic(scalar)
    case "\u{1100}"...: 1000
    default: 600
    }
  }

  private static func cyrillic(_ scalar: Unicode.Scalar) -> Double {
    switch scalar {
    case "г", "к", "з", "т": 450
    case "с", "у", "х", "э", "ч", "ь", "в", "Г": 525
    case "ж", "м", "А", "В", "Е", "Р", "Х", "Ч", "Ё", "Б", "Л", "Ь", "Д", "У", "ъ": 670
    case "ы", "И", "Й", "П", "Э", "Н", "С", "Я", "Ц", "ю": 740
    case "ш", "щ", "ф", "О", "М", "Ф", "Ъ": 825
    case "Ш", "Щ", "Ы", "Ю", "Ж": 960
    default: 575
    }
  }
}

package import MilepostModel

/// The order in which a language lists names, and the heading that a name stands under.
///
/// A simple order: letters without their marks first, then the marks. Spanish has ñ as a letter of its own, Russian has ё
/// with е, Arabic passes over the article and has the forms of alif together. Names in Chinese signs come in the order of
/// their codes, because no sign says how it is read.
package struct NameOrder: Sendable {
  /// What a name is compared by.
  package struct Key: Hashable, Comparable, Sendable {
    private let block: Int
    private let letters: String
    private let whole: String
    private let code: String

    fileprivate init(block: Int, letters: String, whole: String, code: String) {
      self.block = block
      self.letters = letters
      self.whole = whole
      self.code = code
    }

    package static func < (one: Key, other: Key) -> Bool {
      if one.block != other.block { return one.block < other.block }
      if one.letters != other.letters { return one.letters.isBefore(other.letters) }
      if one.whole != other.whole { return one.whole.isBefore(other.whole) }
      return one.code.isBefore(other.code)
    }

    /// The first letter, large; `#` for what does not begin with one.
    package var heading: String {
      guard let first = letters.first, first.isLetter else { return "#" }
      return letters.hasPrefix(NameOrder.afterN) ? "Ñ" : first.uppercased()
    }
  }

  private let language: String

  package init(_ language: LanguageTag) { self.language = language.primary }

  /// - Parameter code: decides between equal names, and where the language has no order.
  package func key(_ name: String, code: String) -> Key {
    if name.utf8.allSatisfy({ $0 < 0x80 }) { return plainKey(name, code: code) }
    let small = name.lowercased()
    if language == "zh", small.unicodeScalars.contains(where: { ("\u{3400}"..."\u{9FFF}").contains($0) }) {
      return Key(block: 0, letters: code.lowercased(), whole: small, code: code)
    }
    var letters = ""
    for character in small { letters += base(of: NameOrder.bare(character)) }
    if language == "ar", letters.hasPrefix("ال"), letters.count > 3 { letters.removeFirst(2) }
    return Key(block: block(of: letters), letters: letters, whole: small, code: code)
  }

  /// Of a name in ASCII, whose letters have no marks.
  private func plainKey(_ name: String, code: String) -> Key {
    var small: [UInt8] = []
    var letters: [UInt8] = []
    for byte in name.utf8 {
      let isLarge = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
      let low = isLarge ? byte | 0x20 : byte
      small.append(low)
      switch low {
      case UInt8(ascii: "'"), UInt8(ascii: "\""): break
      case UInt8(ascii: "-"): letters.append(UInt8(ascii: " "))
      default: letters.append(low)
      }
    }
    let text = String(decoding: letters, as: UTF8.self)
    return Key(block: block(of: text), letters: text, whole: String(decoding: small, as: UTF8.self), code: code)
  }

  /// Signs and digits come first, then the language's own letters, then others. Source: CLDR 44, collation, reorder codes.
  private func block(of letters: String) -> Int {
    guard let first = letters.first, first.isLetter, let scalar = first.unicodeScalars.first else { return 0 }
    return switch language {
    case "ar": ("\u{0600}"..."\u{06FF}").contains(scalar) ? 1 : 2
    case "ru", "uk": ("\u{0400}"..."\u{04FF}").contains(scalar) ? 1 : 2
    default: 1
    }
  }

  /// Comes after `n` and before `o`.
  fileprivate static let afterN = "n\u{10FFFF}"

  /// The character without marks that are written apart from it, such as the vowels of Arabic.
  private static func bare(_ character: Character) -> Character {
    let scalars = character.unicodeScalars
    guard scalars.count > 1, let first = scalars.first,
      scalars.dropFirst().allSatisfy({ $0.properties.generalCategory == .nonspacingMark })
    else { return character }
    return Character(first)
  }

  private func base(of character: Character) -> String {
    if character == "ñ" { return language == "es" ? NameOrder.afterN : "n" }
    if let letter = NameOrder.bases[character] { return letter }
    return NameOrder.passedOver.contains(character) ? "" : String(character)
  }

  private static let passedOver: Set<Character> = [
    "’", "‘", "'", "ʼ", "\u{0640}", "\"", "“", "”", "„", "«", "»", "‹", "›",
  ]

  private static let bases: [Character: String] = {
    var bases: [Character: String] = [
      "æ": "ae", "œ": "oe", "ß": "ss", "ø": "o", "ð": "d", "þ": "th", "ł": "l", "đ": "d", "ı": "i", "ё": "е", "-": " ",
      "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ئ": "ي", "ؤ": "و", "ة": "ه",
    ]
    for (letter, marked) in [
      ("a", "àáâãäåāăą"), ("c", "çćĉċč"), ("d", "ď"), ("e", "èéêëēĕėęě"), ("g", "ĝğġģ"), ("h", "ĥħ"),
      ("i", "ìíîïĩīĭį"), ("j", "ĵ"), ("k", "ķ"), ("l", "ĺļľ"), ("n", "ńņň"), ("o", "òóôõöōŏő"), ("r", "ŕŗř"),
      ("s", "śŝşšș"), ("t", "ţťŧț"), ("u", "ùúûüũūŭůűų"), ("w", "ŵ"), ("y", "ýÿŷ"), ("z", "źżž"),
    ] {
      for character in marked { bases[character] = letter }
    }
    return bases
  }()
}

extension String {
  fileprivate func isBefore(_ other: String) -> Bool { utf8.lexicographicallyPrecedes(other.utf8) }
}

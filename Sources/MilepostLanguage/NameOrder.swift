package import MilepostModel

/// The order in which a language lists names, and the heading that a name stands under.
///
/// A simple order: letters without their marks first, then the marks. Spanish has ñ as a letter of its own, Russian has ё
/// with е, Arabic passes over the article and has the forms of alif together. Names in Chinese signs come in the order of
/// their codes, because no sign says how it is read.
package struct NameOrder: Sendable {
  /// What a name is compared by.
  package struct Key: Hashable, Comparable, Sendable {
    private let letters: String
    private let whole: String
    private let code: String

    fileprivate init(letters: String, whole: String, code: String) {
      self.letters = letters
      self.whole = whole
      self.code = code
    }

    package static func < (one: Key, other: Key) -> Bool {
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
    let small = name.lowercased()
    if language == "zh", small.unicodeScalars.contains(where: { ("\u{3400}"..."\u{9FFF}").contains($0) }) {
      return Key(letters: code.lowercased(), whole: small, code: code)
    }
    var letters = ""
    for character in small { letters += base(of: character) }
    if language == "ar", letters.hasPrefix("ال"), letters.count > 3 { letters.removeFirst(2) }
    return Key(letters: letters, whole: small, code: code)
  }

  /// Comes after `n` and before `o`.
  fileprivate static let afterN = "n\u{10FFFF}"

  private func base(of character: Character) -> String {
    if character == "ñ" { return language == "es" ? NameOrder.afterN : "n" }
    if let letter = NameOrder.bases[character] { return letter }
    return ["’", "'", "ʼ", "\u{0640}"].contains(character) ? "" : String(character)
  }

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
  fileprivate func isBefore(_ other: String) -> Bool { unicodeScalars.lexicographicallyPrecedes(other.unicodeScalars) }
}

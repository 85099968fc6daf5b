package import MilepostModel

/// How a word changes with what follows it, where a value is put into a sentence.
///
/// English `in` before a day is `on`; French `de` before a vowel is `d’`, and prepositions take an article before days,
/// quarters and halves, as in Spanish; Spanish `y` before the sound i is `e`; Russian `с` and `до` take the genitive.
package struct Agreement: Hashable, Sendable {
  private let primary: String
  /// The words that may change, each with the blank behind it.
  private let words: [[UInt8]]

  package init(_ language: LanguageTag) {
    primary = language.primary
    let words =
      switch primary {
      case "en": ["in ", "In ", "by ", "since ", "for ", "from ", "to "]
      case "fr": ["en ", "En ", "depuis ", "pour ", "de ", "De ", "à ", "que "]
      case "es": ["en ", "En ", "desde ", "hasta ", "para ", "de ", "De ", "a ", "y "]
      case "ru": ["с ", "до ", "от ", "после "]
      default: [String]()
      }
    self.words = words.map { Array($0.utf8) }
  }

  /// `value` behind the words before it.
  package func joined(_ head: String, _ value: String) -> String {
    var text = Array(head.utf8)
    append(value, to: &text)
    return String(decoding: text, as: UTF8.self)
  }

  /// Appends `value` to the words before it.
  package func append(_ value: String, to text: inout [UInt8]) {
    guard mayChange(value), words.contains(where: { text.endsInWord($0) }) else {
      return text.append(value)
    }
    let head = String(decoding: text, as: UTF8.self)
    switch primary {
    case "en": text = Array(english(head, value).utf8)
    case "fr": text = Array(french(head, value).utf8)
    case "es": text = Array(spanish(head, value).utf8)
    default: text = Array(russian(head, value).utf8)
    }
  }

  /// Whether words before the value may depend on it: most values are numbers, which change nothing.
  ///
  /// Periods in words have blanks; French and Spanish words change before some letters too, Russian periods begin with any.
  private func mayChange(_ value: String) -> Bool {
    guard let first = value.utf8.first else { return false }
    let isNumber = first.isDigit || first == UInt8(ascii: "-") || first == UInt8(ascii: "<")
    return !isNumber || value.utf8.contains(UInt8(ascii: " "))
  }

  private func english(_ head: String, _ value: String) -> String {
    let period = DatedWords(value, primary)
    if period.isDay { return head.replacingEnd(["in ": "on ", "In ": "On "]) + value }
    return head + (period.isPartOfYear ? "the " : "") + value
  }

  private func french(_ head: String, _ value: String) -> String {
    let period = DatedWords(value, primary)
    if period.isDay || period.isPartOfYear {
      let ends = [
        "en ": period.isDay ? "le " : "au ", "En ": period.isDay ? "Le " : "Au ", "depuis ": "depuis le ",
        "pour ": "pour le ", "de ": "du ", "à ": "au ",
      ]
      return head.replacingEnd(ends) + value
    }
    guard let first = value.first, "aeiouàâäéèêëîïôöùûüœæ".contains(first.lowercased()),
      !["oui", "onze"].contains(where: value.hasPrefix)
    else { return head + value }
    return head.replacingEnd(["de ": "d’", "De ": "D’", "que ": "qu’"]) + value
  }

  private func spanish(_ head: String, _ value: String) -> String {
    let period = DatedWords(value, primary)
    if period.isDay || period.isPartOfYear {
      let ends = [
        "en ": period.isDay ? "el " : "en el ", "En ": period.isDay ? "El " : "En el ", "desde ": "desde el ",
        "hasta ": "hasta el ", "para ": "para el ", "de ": "del ", "De ": "Del ", "a ": "al ",
      ]
      return head.replacingEnd(ends) + value
    }
    let start = value.prefix(3).lowercased()
    let soundsLikeI = start.first == "i" || start.first == "í" || start.hasPrefix("hi") || start.hasPrefix("hí")
    // In "hierro" and "yeso" the sound is another.
    if soundsLikeI, !start.hasPrefix("hie"), !start.hasPrefix("hia") { return head.replacingEnd(["y ": "e "]) + value }
    return head + value
  }

  private func russian(_ head: String, _ value: String) -> String {
    head + DatedWords(value, primary).genitive
  }
}

/// A value seen as a period in words.
private struct DatedWords {
  private let value: String
  private let words: [Substring]
  private let primary: String

  init(_ value: String, _ primary: String) {
    self.value = value
    self.primary = primary
    words = value.split(separator: " ", maxSplits: 3)
  }

  /// `29 April 2020`, `1er avril 2020`, `29 de abril de 2020`
  var isDay: Bool {
    guard words.count > 2, words[0].first?.isNumber == true else { return false }
    let name = primary == "es" ? words[2] : words[1]
    return MonthNames.inDays(of: primary).contains { $0 == name }
  }

  /// `first half of 2019`, `1er trimestre 2019`, `segundo semestre de 2019`
  var isPartOfYear: Bool {
    guard words.count > 2 else { return false }
    return switch primary {
    case "en": ["first", "second"].contains(words[0]) && words[1] == "half"
    case "fr", "es": ["trimestre", "semestre"].contains(words[1])
    default: false
    }
  }

  /// `апреля 2020 г.` for `апрель 2020 г.`, `1-го квартала` for `1-й квартал`; other values as they are.
  var genitive: String {
    guard words.count > 1 else { return value }
    if let month = MonthNames.alone(of: primary).firstIndex(where: { $0 == words[0] }) {
      return MonthNames.inDays(of: primary)[month] + value.dropFirst(words[0].count)
    }
    let forms = ["-й квартал": "-го квартала", "-е полугодие": "-го полугодия"]
    for (form, genitive) in forms where value.dropFirst().hasPrefix(form) {
      return String(value.prefix(1)) + genitive + value.dropFirst(1 + form.count)
    }
    return value
  }
}

extension [UInt8] {
  /// Whether the text ends in `word` with nothing or no letter before it.
  fileprivate func endsInWord(_ word: [UInt8]) -> Bool {
    // From the back, where most words differ at once.
    guard count >= word.count else { return false }
    var (place, left) = (count, word.count)
    while left > 0 {
      place -= 1
      left -= 1
      guard self[place] == word[left] else { return false }
    }
    return String(decoding: dropLast(word.count), as: UTF8.self).last?.isLetter != true
  }
}

extension String {
  /// With the word at the end replaced by what it becomes; only whole words count.
  fileprivate func replacingEnd(_ words: [String: String]) -> String {
    for (word, other) in words where Array(utf8).endsInWord(Array(word.utf8)) { return dropLast(word.count) + other }
    return self
  }
}

import MilepostLanguage
package import MilepostModel

/// Texts and names of the workspace as pages and sentences show them.
extension Phrases {
  /// The text in the language that is asked for, else in the first of the workspace's that has it.
  package func written(_ text: LocalizedText) -> String { shown(entry(of: text)) }

  /// The same with a full stop where its author set no mark at the end.
  package func writtenSentence(_ text: LocalizedText) -> String {
    let entry = entry(of: text)
    return shown(.init(entry.language, SentenceConventions(entry.language).ended(entry.text)))
  }

  /// The text in the language that it is shown in.
  func entry(of text: LocalizedText) -> LocalizedText.Entry { text.best(of: [language] + fallbacks) }

  private func shown(_ entry: LocalizedText.Entry) -> String {
    guard medium == .pages else { return entry.text }
    let entry = entry.withPercentSignsKept
    if entry.language != language { return LanguageMark.marked(entry.text, entry.language, .untranslated) }
    return entry.language == catalogueLanguage
      ? entry.text : LanguageMark.marked(entry.text, entry.language, .name)
  }

  /// A text that has no language of its own, a name or the terms of a licence: it is in that of the workspace.
  package func written(name: String) -> String {
    guard medium == .pages, let first = fallbacks.first, first != catalogueLanguage else { return name }
    return LanguageMark.marked(name, first, .name)
  }

  /// What the program itself says in English only: its findings, and a method's own words.
  func written(english text: String) -> String {
    guard medium == .pages, catalogueLanguage.primary != "en" else { return text }
    return LanguageMark.marked(text, LanguageTag("en"), .name)
  }

  /// What an office is called.
  package func owner(_ name: String) -> String { owners[name].map(written) ?? written(name: name) }

  /// What a language is called in the language of the sentences.
  func name(of language: LanguageTag) -> String {
    switch language.primary {
    case "ar": self(.arabicName)
    case "zh": self(.chineseName)
    case "en": self(.englishName)
    case "fr": self(.frenchName)
    case "ru": self(.russianName)
    case "es": self(.spanishName)
    case "de": self(.germanName)
    case "pt": self(.portugueseName)
    default: language.ownName
    }
  }
}

extension LocalizedText.Entry {
  /// With percent signs that stay with their digits, as those of the program's own figures: no line ends between them, and
  /// in Arabic they stand in the direction of the digits.
  fileprivate var withPercentSignsKept: LocalizedText.Entry {
    guard text.utf8.holds(UInt8(ascii: "%")) else { return self }
    let sign = language.isRightToLeft ? "\u{200E}%\u{200E}" : "%"
    var kept = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      guard scalar == "%" else {
        kept.append(scalar)
        continue
      }
      let isApart = kept.last == " " && kept.dropLast().last?.isDigit == true
      if isApart {
        kept.removeLast()
        kept.append("\u{202F}")
      }
      kept.append(contentsOf: (isApart || kept.last?.isDigit == true ? sign : "%").unicodeScalars)
    }
    return LocalizedText.Entry(language, String(kept))
  }
}

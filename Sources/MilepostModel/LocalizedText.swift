/// A language of the workspace, as a BCP 47 tag such as `en` or `zh-Hans`.
package struct LanguageTag: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let text: String

  package init(_ text: String) { self.text = text }

  package var description: String { text }

  package static func < (one: LanguageTag, other: LanguageTag) -> Bool { one.text < other.text }
}

/// One text in the languages it was written in.
package struct LocalizedText: Hashable, Sendable {
  /// Never empty; sorted by language.
  package let texts: [Entry]

  package struct Entry: Hashable, Sendable {
    package let language: LanguageTag
    package let text: String

    package init(_ language: LanguageTag, _ text: String) {
      self.language = language
      self.text = text
    }
  }

  /// - Returns: nil when `texts` is empty.
  package init?(_ texts: [Entry]) {
    guard !texts.isEmpty else { return nil }
    self.texts = texts.sorted { $0.language < $1.language }
  }

  package init(_ text: String, _ language: LanguageTag) { texts = [Entry(language, text)] }

  package func text(in language: LanguageTag) -> String? { texts.first { $0.language == language }?.text }

  /// The text in the first of `languages` that has one, else in any language.
  package func best(of languages: [LanguageTag]) -> Entry {
    for language in languages {
      if let entry = texts.first(where: { $0.language == language }) { return entry }
    }
    return texts[0]
  }
}

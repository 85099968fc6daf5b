package import MilepostModel

/// How a language writes places in an order in figures: `3rd`, `3e`, `3.º`, `3-е`, `第3`.
///
/// The forms are those that go with the language’s word for a place or rank: masculine in French and Spanish, neuter in
/// Russian. Source for English: CLDR 44, supplemental plurals, ordinal.
package struct OrdinalConventions: Hashable, Sendable {
  private let language: String

  package init(_ language: LanguageTag) { self.language = language.primary }

  package func text(_ place: Int) -> String {
    switch language {
    case "en": "\(place)\(englishEnding(place))"
    case "es": "\(place).º"
    case "fr": place == 1 ? "1er" : "\(place)e"
    case "ru": "\(place)-е"
    case "zh": "第\(place)"
    default: String(place)
    }
  }

  private func englishEnding(_ place: Int) -> String {
    switch (place % 10, place % 100) {
    case (1, let two) where two != 11: "st"
    case (2, let two) where two != 12: "nd"
    case (3, let two) where two != 13: "rd"
    default: "th"
    }
  }
}

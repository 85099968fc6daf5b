import MilepostLanguage
import MilepostModel

/// The phrases of one language: all of them, since each is a switch over every phrase.
struct Catalogue: Sendable {
  let explanation: @Sendable (Phrase) -> String
  let page: @Sendable (PagePhrase) -> String

  /// - Returns: nil for English, whose texts are the phrases themselves, and for languages without a catalogue.
  static func of(_ language: LanguageTag) -> Catalogue? {
    switch language.primary {
    case "ar": Catalogue(explanation: arabic, page: arabic)
    case "es": Catalogue(explanation: spanish, page: spanish)
    case "fr": Catalogue(explanation: french, page: french)
    case "ru": Catalogue(explanation: russian, page: russian)
    case "zh": Catalogue(explanation: chinese, page: chinese)
    default: nil
    }
  }
}

package import MilepostModel

extension LanguageTag {
  /// What speakers call the language; its tag for languages that we have no name for. Source: CLDR 44, languages.
  package var ownName: String {
    switch primary {
    case "ar": "العربية"
    case "de": "Deutsch"
    case "en": "English"
    case "es": "Español"
    case "fr": "Français"
    case "pt": "Português"
    case "ru": "Русский"
    case "zh": "中文"
    default: text
    }
  }

  /// The tag as pages and style sheets need it: Chinese names its script, which a bare `zh` leaves open.
  package var markupTag: String { text == "zh" ? "zh-Hans" : text }
}

import MilepostLanguage
package import MilepostModel

/// The languages in which the program itself speaks.
package enum SpokenLanguage: String, Sendable, Hashable, CaseIterable {
  case arabic = "ar"
  case chinese = "zh"
  case english = "en"
  case french = "fr"
  case russian = "ru"
  case spanish = "es"

  /// - Returns: nil for languages in which there are no phrases.
  package init?(_ language: LanguageTag) { self.init(rawValue: language.primary) }
}

/// A set of texts that the program says, complete in every language; the raw values are the English texts.
///
/// `{name}` stands for a value. Forms for counts are parted by `|`, in the order of `PluralCategory.forms(in:)`.
package protocol SpokenPhrase: RawRepresentable<String>, Hashable, Sendable, CaseIterable {
  var arabic: String { get }
  var chinese: String { get }
  var french: String { get }
  var russian: String { get }
  var spanish: String { get }
}

extension SpokenPhrase {
  package func text(in language: SpokenLanguage) -> String {
    switch language {
    case .arabic: arabic
    case .chinese: chinese
    case .english: rawValue
    case .french: french
    case .russian: russian
    case .spanish: spanish
    }
  }
}

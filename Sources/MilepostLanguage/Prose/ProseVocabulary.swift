import MilepostModel

/// The words of a language's prose around numerals, ready to be found in a text.
///
/// One object for each language, because it is handed on at every word of a text and has many tables.
final class ProseVocabulary: Sendable {
  let numbers: NumberVocabulary
  let language: String

  /// With the words that make a quantity of each.
  let ordinary: WrittenPhrases<WrittenPhrases<Void>>
  let companions: WrittenPhrases<Void>
  let passedOver: WrittenPhrases<Void>
  let takers: Set<String>
  let quantityHedges: WrittenPhrases<Void>
  let ordinalEndings: WrittenPhrases<Void>
  let ordinalPrefix: WrittenPhrases<Void>
  let ordinalWords: WrittenPhrases<Void>
  /// Whether a list may follow.
  let references: WrittenPhrases<Bool>
  let numberSigns: WrittenPhrases<Void>
  let listEnds: WrittenPhrases<Void>
  let rangeLinks: WrittenPhrases<Void>
  let names: WrittenPhrases<Void>
  /// 1 to 12.
  let months: WrittenPhrases<Int>
  /// 0 to 6, from Monday on.
  let weekdays: WrittenPhrases<Int>
  let dayArticles: WrittenPhrases<Void>
  let dayLinks: WrittenPhrases<Void>
  let yearWords: WrittenPhrases<Void>
  let yearPrefixes: WrittenPhrases<Void>
  let decadeWords: WrittenPhrases<Void>
  let decadeEndings: WrittenPhrases<Void>
  let quarters: WrittenPhrases<Void>
  let hourWords: WrittenPhrases<Void>
  let hourPrefixes: WrittenPhrases<Void>

  private init(_ words: ProseWords, _ numbers: NumberVocabulary, _ language: String) {
    self.numbers = numbers
    self.language = language
    ordinary = WrittenPhrases(words.ordinary.map { (WrittenPhrases($0.1), $0.0) })
    passedOver = WrittenPhrases(words.passedOver)
    companions = WrittenPhrases(words.companions)
    takers = Set(words.takers.split(separator: ", ").compactMap { WrittenTokens.of(String($0)).last?.text })
    quantityHedges = WrittenPhrases(words.quantityHedges)
    ordinalEndings = WrittenPhrases(words.ordinalEndings)
    ordinalPrefix = WrittenPhrases(words.ordinalPrefix)
    ordinalWords = WrittenPhrases(words.ordinalWords)
    let forms = { (forms: String) in language == "ar" ? ArabicArticles.added(to: forms) : forms }
    references = WrittenPhrases([(true, forms(words.referenceLists)), (false, forms(words.references))])
    numberSigns = WrittenPhrases(words.numberSigns)
    listEnds = WrittenPhrases(words.listEnds)
    rangeLinks = WrittenPhrases(words.rangeLinks)
    names = WrittenPhrases(words.names)
    months = WrittenPhrases(words.months.enumerated().map { ($0.offset + 1, $0.element) })
    weekdays = WrittenPhrases(words.weekdays.enumerated().map { ($0.offset, $0.element) })
    dayArticles = WrittenPhrases(words.dayArticles)
    dayLinks = WrittenPhrases(words.dayLinks)
    yearWords = WrittenPhrases(words.yearWords)
    yearPrefixes = WrittenPhrases(words.yearPrefixes)
    decadeWords = WrittenPhrases(words.decadeWords)
    decadeEndings = WrittenPhrases(words.decadeEndings)
    quarters = WrittenPhrases(words.quarters)
    hourWords = WrittenPhrases(words.hourWords)
    hourPrefixes = WrittenPhrases(words.hourPrefixes)
  }

  private convenience init(_ words: ProseWords, _ language: String) {
    self.init(words, .of(LanguageTag(language)), language)
  }

  private static let english = ProseVocabulary(.english, "en")
  private static let french = ProseVocabulary(.french, "fr")
  private static let spanish = ProseVocabulary(.spanish, "es")
  private static let russian = ProseVocabulary(.russian, "ru")
  private static let chinese = ProseVocabulary(.chinese, "zh")
  private static let arabic = ProseVocabulary(.arabic, "ar")

  /// English for languages that have no table.
  static func of(_ language: LanguageTag) -> ProseVocabulary {
    switch language.primary {
    case "fr": french
    case "es": spanish
    case "ru": russian
    case "zh": chinese
    case "ar": arabic
    default: english
    }
  }
}

/// What Arabic joins to the beginning of a noun.
private enum ArabicArticles {
  private static let beginnings = ["", "ال", "وال", "بال", "لل", "فال", "كال", "و", "ب", "ل"]

  /// The forms between commas, and each with an article or a preposition; in a noun of two words the second follows.
  static func added(to forms: String) -> String {
    forms.split(separator: ", ").flatMap { form in beginnings.map { $0 + form } }.joined(separator: ", ")
  }
}

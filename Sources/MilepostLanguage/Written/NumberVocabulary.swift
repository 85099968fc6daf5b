import MilepostModel

/// The number words of a language, ready to be found in a text.
///
/// One object for each language, because it is handed on at every word of a text and has many tables.
final class NumberVocabulary: Sendable {
  let words: NumberWords
  /// Whether numbers are composed of Han signs.
  let hasHan: Bool

  let numerals: WrittenPhrases<Int>
  /// Numerals with the word `and` joined to them.
  let joined: WrittenPhrases<Int>
  let hundred: WrittenPhrases<Void>
  let and: WrittenPhrases<Void>
  let articles: WrittenPhrases<Void>
  let amounts: WrittenPhrases<WrittenAmount>
  let rounds: WrittenPhrases<Int>
  let scales: WrittenPhrases<Int>
  let moneyScales: WrittenPhrases<Int>
  let links: WrittenPhrases<Void>
  let andHalf: WrittenPhrases<Void>
  let andMore: WrittenPhrases<Void>
  let minus: WrittenPhrases<Void>
  let parts: WrittenPhrases<Double>
  let denominators: WrittenPhrases<Int>
  let outOf: WrittenPhrases<Void>
  let multiples: WrittenPhrases<Double>
  let times: WrittenPhrases<Void>
  let beforeTimes: WrittenPhrases<Void>
  let leads: WrittenPhrases<Void>
  let percentBefore: WrittenPhrases<Void>
  let endings: WrittenPhrases<StatedNumber.Measure>
  let currencies: WrittenPhrases<StatedNumber.Measure>
  let hedges: WrittenPhrases<WrittenHedge>
  let hedgesAfter: WrittenPhrases<WrittenHedge>
  /// Words that can begin a number or a hedge.
  let beginnings: Set<String>

  private init(_ words: NumberWords, hasHan: Bool = false) {
    self.words = words
    self.hasHan = hasHan
    numerals = WrittenPhrases(words.numerals)
    joined = WrittenPhrases(
      words.andPrefix.map { prefix in words.numerals.map { ($0, $1.prefixed(by: prefix)) } } ?? [])
    hundred = WrittenPhrases(words.hundred)
    and = WrittenPhrases(words.and)
    articles = WrittenPhrases(words.articles)
    amounts = WrittenPhrases(words.amounts)
    rounds = WrittenPhrases(words.rounds)
    scales = WrittenPhrases(words.scales)
    moneyScales = WrittenPhrases(words.scales + words.moneyScales)
    links = WrittenPhrases(words.links)
    andHalf = WrittenPhrases(words.andHalf)
    andMore = WrittenPhrases(words.andMore)
    minus = WrittenPhrases(words.minus)
    parts = WrittenPhrases(words.parts)
    denominators = WrittenPhrases(words.denominators)
    outOf = WrittenPhrases(words.outOf)
    multiples = WrittenPhrases(words.multiples)
    times = WrittenPhrases(words.times)
    beforeTimes = WrittenPhrases(words.beforeTimes)
    leads = WrittenPhrases(words.leads)
    percentBefore = WrittenPhrases(words.percentBefore)
    let codes = words.currencies.map { (StatedNumber.Measure.currency($0), $1) }
    currencies = WrittenPhrases(codes)
    endings = WrittenPhrases([(.percent, words.percent), (.percentagePoints, words.percentagePoints)] + codes)
    hedges = WrittenPhrases(words.hedges)
    hedgesAfter = WrittenPhrases(words.hedgesAfter)
    var beginnings: Set<String> = []
    beginnings.formUnion(numerals.beginnings)
    beginnings.formUnion(hundred.beginnings)
    beginnings.formUnion(articles.beginnings)
    beginnings.formUnion(amounts.beginnings)
    beginnings.formUnion(rounds.beginnings)
    beginnings.formUnion(parts.beginnings)
    beginnings.formUnion(multiples.beginnings)
    beginnings.formUnion(beforeTimes.beginnings)
    beginnings.formUnion(minus.beginnings)
    beginnings.formUnion(percentBefore.beginnings)
    beginnings.formUnion(currencies.beginnings)
    beginnings.formUnion(hedges.beginnings)
    self.beginnings = beginnings
  }

  private static let english = NumberVocabulary(.english)
  private static let french = NumberVocabulary(.french)
  private static let spanish = NumberVocabulary(.spanish)
  private static let russian = NumberVocabulary(.russian)
  private static let chinese = NumberVocabulary(.chinese, hasHan: true)
  private static let arabic = NumberVocabulary(.arabic)

  /// English for languages that have no table.
  static func of(_ language: LanguageTag) -> NumberVocabulary {
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

extension String {
  /// Each of the forms between commas, with a letter before it.
  fileprivate func prefixed(by prefix: String) -> String {
    split(separator: ", ").map { prefix + $0 }.joined(separator: ", ")
  }
}

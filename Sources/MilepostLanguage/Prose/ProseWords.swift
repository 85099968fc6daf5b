/// The words of a language that tell quantities from dates, codes and ordinals in prose: forms stand between commas.
struct ProseWords: Sendable {
  /// Number words that are ordinary prose where nothing around them makes a quantity of them, with the words that do when
  /// they follow: `half` with `of`.
  var ordinary: [(String, String)] = []
  /// After these, `a third` and `three times` are quantities.
  var companions = ""
  /// Words that stand before one and take it for themselves: the `first` of `first half`, the `por` of `por ciento`.
  var takers = ""
  /// Hedges of quantities alone, after which four digits are no year.
  var quantityHedges = ""

  /// Directly after digits.
  var ordinalEndings = ""
  /// Before digits or Han numbers.
  var ordinalPrefix = ""
  /// In words, after tens: the `first` of `twenty-first`.
  var ordinalWords = ""

  /// Words that make the number after them a reference.
  var references: String
  /// Those after which a list of numbers may stand.
  var referenceLists: String
  /// Between such a word and its number.
  var numberSigns = "no., nos., n°, nº, №, #"
  /// Before the last number of a list.
  var listEnds: String
  /// Between the ends of a range of days, references or quantities.
  var rangeLinks: String
  /// Names that hold a number.
  var names = ""
  /// What looks like a number and is none.
  var passedOver = ""

  var months: [String]
  /// From Monday on.
  var weekdays: [String]
  /// Before a day: `the`.
  var dayArticles = ""
  /// Between day, month and year.
  var dayLinks = ""
  var yearWords = ""
  /// Before a year, with a hyphen: `mid`.
  var yearPrefixes = ""
  /// Before a decade.
  var decadeWords = ""
  /// Directly after the digits of a decade.
  var decadeEndings = ""
  var quarters = "q1, q2, q3, q4, h1, h2"
  /// After an hour.
  var hourWords: String
  /// Before an hour.
  var hourPrefixes = ""
}

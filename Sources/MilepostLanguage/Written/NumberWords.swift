/// The words with which a language writes numbers: forms of one meaning stand between commas.
struct NumberWords: Sendable {
  /// Marks before decimals and between thousands; a blank stands between thousands in every language.
  var decimalMarks: Set<String>
  var thousandsMarks: Set<String>
  /// Whether one group of three digits after a thousands mark could as well be decimals, and is refused.
  var isGroupAmbiguous = false

  /// Below 1000.
  var numerals: [(Int, String)]
  /// Multiplies the number before it.
  var hundred = ""
  /// Whether it says 100 without one.
  var hundredAlone = false
  /// Stands between the words of a number.
  var and = ""
  /// Joined to the word after it, as the Arabic و is.
  var andPrefix: String?
  /// Says 1 before a scale word or a part: `a`.
  var articles = ""
  /// Numbers that hold their scale: digits and power of ten.
  var amounts: [(WrittenAmount, String)] = []
  /// Numbers that mean about as many where no other word hedges them: `une centaine`.
  var rounds: [(Int, String)] = []
  /// Powers of ten.
  var scales: [(Int, String)]
  /// Those that are understood after a currency alone: the `m` of `US$ 5m`.
  var moneyScales: [(Int, String)] = []
  /// May stand after a scale word: `de`.
  var links = ""
  /// Follows a number for another half: `and a half`.
  var andHalf = ""
  /// Says that there is a little more, between the number and its scale word.
  var andMore = ""
  var minus = ""

  /// Parts of a whole in words of their own.
  var parts: [(Double, String)]
  /// Parts that are counted: 3 for `third`.
  var denominators: [(Int, String)] = []
  /// Between two numbers: `out of`.
  var outOf = ""

  var multiples: [(Double, String)]
  /// After a number: `times`.
  var times = ""
  var beforeTimes = ""
  /// Words without a meaning here, before a multiple or a part: `has`.
  var leads = ""

  var percent: String
  var percentBefore = ""
  var percentagePoints: String
  /// By code.
  var currencies: [(String, String)]

  var hedges: [(WrittenHedge, String)]
  var hedgesAfter: [(WrittenHedge, String)] = []
}

/// Digits and a power of ten.
struct WrittenAmount: Sendable {
  let digits: String
  let power: Int

  init(_ digits: String, _ power: Int) {
    self.digits = digits
    self.power = power
  }
}

import MilepostLanguage
import MilepostModel
import Testing

/// `53 (53…54] %`: value, bounds (round where the end is left out) and what is counted; nil where nothing is read.
func reading(_ text: String, _ language: String) -> String? {
  guard let number = StatedNumberReader(LanguageTag(language)).read(text) else { return nil }
  let english = NumberConventions(LanguageTag("en"))
  func end(_ value: Double) -> String {
    if value.magnitude == .greatestFiniteMagnitude { return value < 0 ? "−∞" : "∞" }
    return english.shortText(value, atMostDecimals: 5)
  }
  let low = (number.excludesLower ? "(" : "[") + end(number.bounds.lowerBound)
  let high = end(number.bounds.upperBound) + (number.excludesUpper ? ")" : "]")
  return "\(end(number.value)) \(low)…\(high)\(mark(of: number.measure))"
}

private func mark(of measure: StatedNumber.Measure?) -> String {
  switch measure {
  case .currency(let code): " \(code)"
  case .percent: " %"
  case .percentagePoints: " pp"
  case .fraction: " part"
  case .multiple: " times"
  case nil: ""
  }
}

@Suite struct StatedNumberReaderTests {
  @Test(
    arguments: [
      ("over 53", "53 (53…54]"), ("over 53 per cent", "53 (53…54] %"), ("nearly 17", "17 [16…17)"),
      ("nearly 17 per cent", "17 [16…17) %"), ("more than 900", "900 (900…1,000]"),
      ("about 1,200", "1,200 [1,100…1,300]"), ("900", "900 [899.5…900.5)"),
      ("4.1 billion", "4,100,000,000 [4,050,000,000…4,150,000,000)"), ("1 234.5", "1,234.5 [1,234.45…1,234.55)"),
      ("1,234.5", "1,234.5 [1,234.45…1,234.55)"), ("twenty-four", "24 [23.5…24.5)"),
      ("one hundred and twenty", "120 [119.5…120.5)"),
      ("three hundred and twenty thousand", "320,000 [319,500…320,500)"),
      ("two million three hundred thousand", "2,300,000 [2,299,500…2,300,500)"),
      ("five million", "5,000,000 [4,500,000…5,500,000)"), ("a million", "1,000,000 [500,000…1,500,000)"),
      ("half a million", "500,000 [450,000…550,000)"), ("two and a half million", "2,500,000 [2,450,000…2,550,000)"),
      ("half", "0.5 [0.475…0.525) part"), ("a third", "0.33333 [0.30833…0.35833) part"),
      ("two thirds", "0.66667 [0.64167…0.69167) part"), ("two-thirds", "0.66667 [0.64167…0.69167) part"),
      ("one quarter", "0.25 [0.225…0.275) part"), ("three quarters", "0.75 [0.725…0.775) part"),
      ("a fifth", "0.2 [0.175…0.225) part"), ("one in five", "0.2 [0.175…0.225) part"),
      ("three out of four", "0.75 [0.725…0.775) part"), ("3 in 20", "0.15 [0.125…0.175) part"),
      ("doubled", "2 [1.9…2.1) times"), ("has more than doubled", "2 (2…3] times"),
      ("more than doubled", "2 (2…3] times"), ("nearly doubled", "2 [1.8…2) times"), ("twice", "2 [1.9…2.1) times"),
      ("tripled", "3 [2.9…3.1) times"), ("three times", "3 [2.9…3.1) times"), ("threefold", "3 [2.9…3.1) times"),
      ("halved", "0.5 [0.475…0.525) times"), ("more than halved", "0.5 [0.45…0.5) times"),
      ("1.5 times", "1.5 [1.45…1.55) times"), ("more than 1.5 times", "1.5 (1.5…1.6] times"),
      ("US$ 5 million", "5,000,000 [4,500,000…5,500,000) USD"),
      ("$5bn", "5,000,000,000 [4,500,000,000…5,500,000,000) USD"),
      ("5 million Swiss francs", "5,000,000 [4,500,000…5,500,000) CHF"),
      ("over CHF 10 million", "10,000,000 (10,000,000…20,000,000] CHF"), ("-0.79%", "−0.79 (−0.795…−0.785] %"),
      ("−5", "−5 (−5.5…−4.5]"), ("5 percentage points", "5 [4.5…5.5) pp"), ("at least 100", "100 [100…∞]"),
      ("up to 40", "40 [−∞…40]"), ("exactly 900", "900 [899.5…900.5)"), ("50+", "50 [50…∞]"),
      ("900 or more", "900 [900…∞]"), ("close to 900", "900 [800…1,000]"),
      ("4.1 thousand million", "4,100,000,000 [4,050,000,000…4,150,000,000)"), ("~ 500", "500 [400…600]"),
      ("0", "0 (−0.5…0.5)"), ("53 % ", "53 [52.5…53.5) %"), ("ninety-nine", "99 [98.5…99.5)"),
      ("2,300 thousand", "2,300,000 [2,299,500…2,300,500)"), ("fewer than 40 per cent", "40 [30…40) %"),
      ("three times as many", "3 [2.9…3.1) times"), ("about half", "0.5 [0.45…0.55] part"),
      ("less than one per cent", "1 [0…1) %"),
      ("forty-one billion", "41,000,000,000 [40,500,000,000…41,500,000,000)"), ("a dozen", "12 [11.5…12.5)"),
    ])
  func `English numbers leave open what their words do`(_ text: String, _ expected: String) {
    #expect(reading(text, "en") == expected)
  }

  @Test(
    arguments: [
      ("1 234,5", "1,234.5 [1,234.45…1,234.55)"), ("1 234,5", "1,234.5 [1,234.45…1,234.55)"),
      ("1,234", "1.234 [1.2335…1.2345)"), ("plus de 53 pour cent", "53 (53…54] %"), ("près de 17 %", "17 [16…18] %"),
      ("environ 1 200", "1,200 [1,100…1,300]"), ("quelque 900", "900 [800…1,000]"),
      ("vingt-quatre", "24 [23.5…24.5)"), ("vingt-et-un", "21 [20.5…21.5)"), ("vingt et un", "21 [20.5…21.5)"),
      ("soixante et onze", "71 [70.5…71.5)"), ("soixante-dix-sept", "77 [76.5…77.5)"),
      ("quatre-vingts", "80 [79.5…80.5)"), ("quatre-vingt-onze", "91 [90.5…91.5)"),
      ("quatre-vingt-dix-sept", "97 [96.5…97.5)"), ("cent", "100 [99.5…100.5)"),
      ("deux cent trente", "230 [229.5…230.5)"), ("deux mille trois cents", "2,300 [2,299.5…2,300.5)"),
      ("mille", "1,000 [500…1,500)"), ("4,1 milliards", "4,100,000,000 [4,050,000,000…4,150,000,000)"),
      ("4,1 milliards de", "4,100,000,000 [4,050,000,000…4,150,000,000)"),
      ("4,1 milliards d’", "4,100,000,000 [4,050,000,000…4,150,000,000)"),
      ("plus de 4,1 milliards de francs suisses", "4,100,000,000 (4,100,000,000…4,200,000,000] CHF"),
      ("mille milliards", "1,000,000,000,000 [500,000,000,000…1,500,000,000,000)"),
      ("la moitié", "0.5 [0.475…0.525) part"), ("plus de la moitié", "0.5 (0.5…0.55] part"),
      ("deux tiers", "0.66667 [0.64167…0.69167) part"), ("les deux tiers", "0.66667 [0.64167…0.69167) part"),
      ("un quart", "0.25 [0.225…0.275) part"), ("trois quarts", "0.75 [0.725…0.775) part"),
      ("un cinquième", "0.2 [0.175…0.225) part"), ("un sur cinq", "0.2 [0.175…0.225) part"),
      ("3 sur 20", "0.15 [0.125…0.175) part"), ("a doublé", "2 [1.9…2.1) times"),
      ("a plus que doublé", "2 (2…3] times"), ("le double", "2 [1.9…2.1) times"),
      ("trois fois", "3 [2.9…3.1) times"), ("1,5 fois", "1.5 [1.45…1.55) times"),
      ("un million et demi", "1,500,000 [1,450,000…1,550,000)"), ("5 points de pourcentage", "5 [4.5…5.5) pp"),
      ("au moins 100", "100 [100…∞]"), ("100 au moins", "100 [100…∞]"), ("au plus 40", "40 [−∞…40]"),
      ("moins de 40 %", "40 [30…40) %"), ("multiplié par trois", "3 [2.9…3.1) times"),
      ("5 millions d'euros", "5,000,000 [4,500,000…5,500,000) EUR"),
      ("un demi-million", "500,000 [450,000…550,000)"), ("50 milliers", "50,000 [49,500…50,500)"),
    ])
  func `French numbers leave open what their words do`(_ text: String, _ expected: String) {
    #expect(reading(text, "fr") == expected)
  }

  @Test(
    arguments: [
      ("1 234,5", "1,234.5 [1,234.45…1,234.55)"), ("1.234,5", "1,234.5 [1,234.45…1,234.55)"),
      ("1.234.567", "1,234,567 [1,234,566.5…1,234,567.5)"), ("1,5", "1.5 [1.45…1.55)"),
      ("más de 53 por ciento", "53 (53…54] %"), ("casi 17 %", "17 [16…17) %"),
      ("cerca de 1200", "1,200 [1,100…1,300]"), ("unos 900", "900 [800…1,000]"), ("unas 900", "900 [800…1,000]"),
      ("veinticuatro", "24 [23.5…24.5)"), ("treinta y cuatro", "34 [33.5…34.5)"),
      ("ciento veintitrés", "123 [122.5…123.5)"), ("cien", "100 [99.5…100.5)"), ("doscientas", "200 [199.5…200.5)"),
      ("mil", "1,000 [500…1,500)"), ("dos mil", "2,000 [1,500…2,500)"),
      ("mil millones", "1,000,000,000 [500,000,000…1,500,000,000)"),
      ("dos mil trescientos millones", "2,300,000,000 [2,299,500,000…2,300,500,000)"),
      ("mil trescientos millones", "1,300,000,000 [1,299,500,000…1,300,500,000)"),
      ("5 mil millones", "5,000,000,000 [4,500,000,000…5,500,000,000)"),
      ("4,1 millones de dólares", "4,100,000 [4,050,000…4,150,000) USD"),
      ("un millón", "1,000,000 [500,000…1,500,000)"), ("un millón y medio", "1,500,000 [1,450,000…1,550,000)"),
      ("medio millón", "500,000 [450,000…550,000)"),
      ("un billón", "1,000,000,000,000 [500,000,000,000…1,500,000,000,000)"), ("la mitad", "0.5 [0.475…0.525) part"),
      ("dos tercios", "0.66667 [0.64167…0.69167) part"),
      ("las dos terceras partes", "0.66667 [0.64167…0.69167) part"), ("un tercio", "0.33333 [0.30833…0.35833) part"),
      ("una cuarta parte", "0.25 [0.225…0.275) part"), ("tres cuartos", "0.75 [0.725…0.775) part"),
      ("uno de cada cinco", "0.2 [0.175…0.225) part"), ("una de cada tres", "0.33333 [0.30833…0.35833) part"),
      ("3 de cada 4", "0.75 [0.725…0.775) part"), ("se ha duplicado", "2 [1.9…2.1) times"),
      ("el doble", "2 [1.9…2.1) times"), ("más del doble", "2 (2…3] times"), ("tres veces", "3 [2.9…3.1) times"),
      ("1,5 veces", "1.5 [1.45…1.55) times"), ("5 puntos porcentuales", "5 [4.5…5.5) pp"),
      ("al menos 100", "100 [100…∞]"), ("como máximo 40", "40 [−∞…40]"),
      ("alrededor de la mitad", "0.5 [0.45…0.55] part"), ("US$ 5 millones", "5,000,000 [4,500,000…5,500,000) USD"),
    ])
  func `Spanish numbers leave open what their words do`(_ text: String, _ expected: String) {
    #expect(reading(text, "es") == expected)
  }

  @Test(
    arguments: [
      ("en", "over 53", [53.56, 54], [53, 54.1]), ("en", "nearly 17", [16.8, 16], [17, 15.9]),
      ("en", "more than 900", [949, 901, 1000], [900, 1001]), ("en", "about 1,200", [1150, 1300], [1099, 1301]),
      ("en", "4.1 billion", [4.05e9, 4.149e9], [4.15e9, 4.0499e9]), ("en", "900", [899.5, 900], [900.5]),
      ("en", "-5", [-5.5 + 0.1, -4.5], [-5.5]), ("en", "close to 60 per cent", [58, 62], [71]),
      ("en", "more than doubled", [2.1, 3], [2, 3.2]), ("en", "more than halved", [0.48, 0.45], [0.5, 0.6]),
      ("fr", "plus de la moitié", [0.51], [0.5]), ("zh", "900多", [901], [900]),
    ] as [(String, String, [Double], [Double])])
  func `words hold for some numbers and not for others`(
    _ language: String, _ text: String, _ held: [Double], _ refused: [Double]
  ) throws {
    let number = try #require(StatedNumberReader(LanguageTag(language)).read(text))
    for value in held { #expect(number.admits(value)) }
    for value in refused { #expect(!number.admits(value)) }
  }

  @Test(
    arguments: [
      (
        "en", ["", " ", "over", "million", "1,23", "1.2.3", "1,234,56", "1234,567", "1 23", "1 2345", ".5", "5.", "5G"]
      ),
      (
        "en",
        ["900 people", "12 apples", "five twenty", "hundred", "one million million", "half half", "five in three"]
      ),
      ("en", ["one in 2019", "over over 5", "over 5 or less", "US$ 5 CHF", "US$ 5%", "- 5", "--5", "% 5", "1e5", "a"]),
      ("en", ["5 per cent of", "“53”", "(53)", "4.1 zillion", "has 5", "two\n\nmillion", "1\n234"]),
      ("fr", ["1.234", "4.1", "1 234.5", "plus 53", "cent cent", "vingt quarante"]),
      ("es", ["1.234", "4.100 millones", "1.23", "1,234.5", "veinte treinta"]),
      ("ru", ["1.234", "4.1", "двадцать тридцать", "млн", "более"]), ("ar", ["١,٢٣٤", "أكثر من", "عشرون ثلاثون"]),
      ("zh", ["1，234", "万", "超过", "一个", "41亿人", "十百", "一二百"]),
    ])
  func `what is not wholly understood is not read`(_ language: String, _ texts: [String]) {
    for text in texts { #expect(reading(text, language) == nil, "\(text)") }
  }

  @Test(
    arguments: [
      ("en", "4.1 zillion", "zillion"), ("en", "has 5", "has"), ("en", "900 people in all", "people in all"),
      ("en", "a great many", nil), ("en", "over 53", nil), ("zh", "41亿人", "人"), ("fr", "plus de 53 ménages", "ménages"),
    ])
  func `the part that is not understood is named`(_ language: String, _ text: String, _ part: String?) {
    #expect(StatedNumberReader(LanguageTag(language)).unread(text) == part)
  }

  @Test(arguments: ["en", "fr", "es", "ru", "zh", "ar"])
  func `a hostile text is refused at once`(_ language: String) {
    let reader = StatedNumberReader(LanguageTag(language))
    for part in ["9", "1,", "one ", "half a ", "一", "十", "百分之", "- ", "over ", "\u{200F}", "'", "mille ", "و"] {
      #expect(reader.read(String(repeating: part, count: 10_000)) == nil)
    }
  }

  @Test func `blanks, marks of direction and capitals change nothing`() {
    #expect(reading(" Over\u{00A0}53\u{2009}Per Cent ", "en") == "53 (53…54] %")
    #expect(reading("\u{200F}أكثر من \u{2068}53\u{2069}\u{200E}%\u{200E}", "ar") == "53 (53…54] %")
    #expect(StatedNumberReader(LanguageTag("en")).read(" over 53 ")?.text == "over 53")
    #expect(reading("casi el 17 %", "es") == "17 [16…17) %")
    #expect(reading("4,1\u{202F}MILLIARDS", "fr") == "4,100,000,000 [4,050,000,000…4,150,000,000)")
  }
}

import MilepostLanguage
import MilepostModel
import Testing

@Suite struct NumberTests {
  private let english = NumberConventions(LanguageTag("en"))

  @Test(
    arguments: [
      (2.675, 2, "2.68"), (-2.675, 2, "−2.68"), (0.5, 0, "1"), (1.5, 0, "2"), (-0.5, 0, "−1"), (0.05, 1, "0.1"),
      (9.995, 2, "10.00"), (-0.004, 2, "0.00"), (0, 1, "0.0"), (1e21, 0, "1,000,000,000,000,000,000,000"),
      (1234.5, 1, "1,234.5"), (999.96, 1, "1,000.0"), (1e-9, 2, "0.00"), (0.1 + 0.2, 3, "0.300"),
    ] as [(Double, Int, String)])
  func `a figure is rounded half away from zero on its shortest decimal`(
    _ value: Double, _ decimals: Int, _ expected: String
  ) {
    #expect(english.text(value, decimals: decimals) == expected)
  }

  @Test(arguments: 0..<9) func `most numbers need no shortest decimal to print as it does`(_ decimals: Int) {
    var state = UInt64(decimals)
    func next() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 11) / 9_007_199_254_740_992
    }
    let one = (0..<decimals).reduce(1.0) { power, _ in power * 10 }
    for _ in 0..<5000 {
      let number = (next() - 0.5) * 4 / one
      let whole = (number * one * 1000).rounded()
      // Anywhere, of any size, in the middle between two units, just beside it, and at the end of what is printed.
      for value in [
        number, number * 1e12 * next(), (whole + 0.5) / one, ((whole + 0.5) / one).nextUp,
        ((whole + 0.5) / one).nextDown,
        whole / one, (next() < 0.5 ? 1 : -1) * (1e12 - 4 * next()) / one,
      ] {
        let decimal = ShortestDecimal(value).rounded(toDecimals: decimals)
        let digits = (decimal.integerDigits + decimal.fractionDigits(atLeast: decimals)).map { String($0) }.joined()
        let text = english.text(value, decimals: decimals)
        #expect(text.filter { $0 != "," && $0 != "." } == (decimal.isNegative ? "−" : "") + digits)
        #expect(
          english.signed(value, decimals: decimals).hasPrefix("+") == (!decimal.isNegative && !decimal.digits.isEmpty))
      }
    }
  }

  @Test(
    arguments: [
      ("en", "1,234.5", "53.6\u{202F}%"), ("fr", "1\u{202F}234,5", "53,6\u{202F}%"), ("es", "1234,5", "53,6\u{00A0}%"),
      ("ru", "1\u{00A0}234,5", "53,6\u{00A0}%"), ("zh-Hans", "1,234.5", "53.6%"),
      ("ar", "1,234.5", "53.6\u{200E}%\u{200E}"),
    ])
  func `each language has its marks`(_ tag: String, _ number: String, _ percent: String) {
    let conventions = NumberConventions(LanguageTag(tag))
    #expect(conventions.text(1234.5, decimals: 1) == number)
    #expect(conventions.percent(53.56, decimals: 1) == percent)
  }

  @Test(
    arguments: [
      (12, "12"), (-3, "-3"), (0.1, "0.1"), (53.56, "53.56"), (1e-5, "0.00001"), (1.5e-7, "1.5e-7"),
      (1e16, "10000000000000000"),
      (1.25e20, "125000000000000000000"), (1e22, "1e22"), (-0.0, "0"), (9_007_199_254_740_992, "9007199254740992"),
      (2.5e-6, "0.0000025"),
    ] as [(Double, String)])
  func `a machine reads the shortest plain form`(_ value: Double, _ expected: String) {
    #expect(String(machine: value) == expected)
  }

  @Test func `the machine form reads back as the same number`() {
    var state: UInt64 = 7
    for _ in 0..<20_000 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let value = Double(bitPattern: state)
      guard value.isFinite else { continue }
      #expect(Double(String(machine: value)) == value)
    }
  }

  @Test func `digits are added until the value does not print as the target`() {
    #expect(NumberConventions.decimals(1, keeping: 69.96, apartFrom: 70) == 2)
    #expect(NumberConventions.decimals(1, keeping: 69.9996, apartFrom: 70) == 4)
    #expect(NumberConventions.decimals(1, keeping: 70, apartFrom: 70) == 1)
    #expect(NumberConventions.decimals(1, keeping: 69, apartFrom: 70) == 1)
  }
}

@Suite struct WordFormTests {
  @Test(
    arguments: [
      ("en", 1, PluralCategory.one), ("en", 0, .other), ("fr", 0, .one), ("fr", 2, .other), ("ru", 21, .one),
      ("ru", 11, .many), ("ru", 24, .few), ("ar", 0, .zero), ("ar", 2, .two), ("ar", 105, .few), ("ar", 111, .many),
      ("ar", 100, .other), ("zh", 1, .other), ("es", 1_000_000, .many),
    ])
  func `a count has the category of its language`(_ tag: String, _ count: Int, _ expected: PluralCategory) {
    #expect(PluralCategory(count, in: LanguageTag(tag)) == expected)
  }

  @Test(
    arguments: [
      ("en", "a, b and c"), ("fr", "a, b et c"), ("es", "a, b y c"), ("ru", "a, b и c"), ("zh", "a、b和c"),
    ])
  func `three things are joined as the language does`(_ tag: String, _ expected: String) {
    #expect(ListConventions(LanguageTag(tag)).text(["a", "b", "c"]) == expected)
  }

  @Test(
    arguments: [
      ("en", "29 April 2020"), ("fr", "29 avril 2020"), ("es", "29 de abril de 2020"),
      ("ru", "29 апреля 2020\u{00A0}г."),
      ("zh", "2020年4月29日"), ("ar", "29 أبريل 2020"),
    ])
  func `a day is written out`(_ tag: String, _ expected: String) throws {
    let day = try #require(CalendarDate("2020-04-29"))
    #expect(DateConventions(LanguageTag(tag)).text(day) == expected)
  }

  @Test(
    arguments: [
      ("en", 2.25, "+2.3"), ("en", -2.25, "\u{2212}2.3"), ("en", 0.04, "0.0"), ("en", -0.04, "0.0"),
      ("fr", 1234, "+1\u{202F}234,0"), ("ar", 2, "\u{200E}+2.0"), ("ar", -2, "\u{200E}\u{2212}2.0"),
    ] as [(String, Double, String)])
  func `a change has its sign once it is rounded`(_ tag: String, _ value: Double, _ expected: String) {
    #expect(NumberConventions(LanguageTag(tag)).signed(value, decimals: 1) == expected)
  }

  @Test(
    arguments: [
      ("en", [1, 2, 3, 4, 11, 12, 13, 21, 102, 111], "1st 2nd 3rd 4th 11th 12th 13th 21st 102nd 111th"),
      ("fr", [1, 2, 21], "1er 2e 21e"), ("es", [1, 3], "1.º 3.º"), ("ru", [1, 3], "1-е 3-е"), ("zh-Hans", [3], "第3"),
      ("ar", [3], "3"),
    ])
  func `a place in an order is written as the language does`(_ tag: String, _ places: [Int], _ expected: String) {
    let ordinals = OrdinalConventions(LanguageTag(tag))
    #expect(places.map(ordinals.text).joined(separator: " ") == expected)
  }
}

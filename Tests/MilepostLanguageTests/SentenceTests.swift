import MilepostLanguage
import MilepostModel
import Testing

@Suite struct PeriodWordTests {
  @Test(
    arguments: [
      (
        "2019",
        ["en": "2019", "fr": "2019", "es": "2019", "ru": "2019\u{00A0}г.", "zh": "2019年", "ar": "2019"]
      ),
      (
        "2019-Q1",
        [
          "en": "Q1 2019", "fr": "1er trimestre 2019", "es": "primer trimestre de 2019",
          "ru": "1-й квартал 2019\u{00A0}г.", "zh": "2019年第一季度", "ar": "الربع الأول من 2019",
        ]
      ),
      (
        "2019-S2",
        [
          "en": "second half of 2019", "fr": "2e semestre 2019", "es": "segundo semestre de 2019",
          "ru": "2-е полугодие 2019\u{00A0}г.", "zh": "2019年下半年", "ar": "النصف الثاني من 2019",
        ]
      ),
      (
        "2019-04",
        [
          "en": "April 2019", "fr": "avril 2019", "es": "abril de 2019", "ru": "апрель 2019\u{00A0}г.",
          "zh": "2019年4月", "ar": "أبريل 2019",
        ]
      ),
      (
        "2018/2019",
        [
          "en": "2018–2019", "fr": "2018–2019", "es": "2018–2019", "ru": "2018–2019\u{00A0}гг.", "zh": "2018–2019年",
          "ar": "2018–2019",
        ]
      ),
      (
        "2019-04/2020-03",
        [
          "en": "April 2019 – March 2020", "fr": "avril 2019 – mars 2020", "es": "abril de 2019 – marzo de 2020",
          "ru": "апрель 2019\u{00A0}г. – март 2020\u{00A0}г.", "zh": "2019年4月至2020年3月",
          "ar": "أبريل 2019 – مارس 2020",
        ]
      ),
    ])
  func `a period is written as the language writes it in a sentence`(
    _ text: String, _ expected: [String: String]
  ) throws {
    let period = try #require(TimePeriod(text))
    for (tag, words) in expected { #expect(DateConventions(LanguageTag(tag)).text(period) == words) }
  }

  @Test(arguments: ["en", "ru", "zh"]) func `on an axis a year is a number`(_ tag: String) {
    #expect(DateConventions(LanguageTag(tag)).label(TimePeriod(year: 2019)) == "2019")
  }
}

@Suite struct AgreementTests {
  @Test(
    arguments: [
      ("en", "53 % in ", "2019", "53 % in 2019"), ("en", "53 % in ", "29 April 2020", "53 % on 29 April 2020"),
      ("en", "by ", "first half of 2020", "by the first half of 2020"),
      ("fr", "53 % en ", "29 avril 2020", "53 % le 29 avril 2020"),
      ("fr", "depuis ", "1er avril 2020", "depuis le 1er avril 2020"),
      ("fr", "d’ici à ", "31 décembre 2023", "d’ici au 31 décembre 2023"),
      ("fr", "en ", "2e trimestre 2020", "au 2e trimestre 2020"), ("fr", "rythme de ", "2015", "rythme de 2015"),
      ("fr", "rythme de ", "avril 2019", "rythme d’avril 2019"),
      ("fr", "millions de ", "abonnements", "millions d’abonnements"), ("fr", "de ", "oui", "de oui"),
      ("fr", "mode ", "avril 2019", "mode avril 2019"),
      ("es", "en ", "29 de abril de 2020", "el 29 de abril de 2020"),
      ("es", "desde ", "primer semestre de 2019", "desde el primer semestre de 2019"),
      ("es", "de ", "1 de mayo de 2019", "del 1 de mayo de 2019"),
      ("es", "Francia y ", "Italia", "Francia e Italia"), ("es", "acero y ", "hierro", "acero y hierro"),
      ("ru", "с ", "апрель 2019\u{00A0}г.", "с апреля 2019\u{00A0}г."),
      ("ru", "до ", "2-й квартал 2019\u{00A0}г.", "до 2-го квартала 2019\u{00A0}г."),
      ("ru", "(", "апрель 2019\u{00A0}г.", "(апрель 2019\u{00A0}г."),
      ("zh", "从", "2019年", "从2019年"), ("ar", "في ", "29 أبريل 2020", "في 29 أبريل 2020"),
    ])
  func `a value agrees with the word before it`(_ tag: String, _ head: String, _ value: String, _ expected: String) {
    #expect(Agreement(LanguageTag(tag)).joined(head, value) == expected)
  }
}

@Suite struct SentenceTests {
  @Test(
    arguments: [
      ("en", ["One.", "Two."], "One. Two."), ("ar", ["واحد.", "اثنان."], "واحد. اثنان."),
      ("zh", ["一。", "二。"], "一。二。"), ("zh", ["他说“一。”", "二。"], "他说“一。”二。"),
      ("zh", ["In English.", "二。"], "In English. 二。"), ("ru", ["Один.", "Два."], "Один. Два."), ("fr", [], ""),
    ])
  func `sentences follow each other as the language does`(_ tag: String, _ sentences: [String], _ expected: String) {
    #expect(SentenceConventions(LanguageTag(tag)).joined(sentences) == expected)
  }

  @Test(
    arguments: [
      ("", true), ("Done. ", true), ("Is it? ", true), ("It ended (in May). ", true), ("It is “over.” ", true),
      ("完成。", true),
      ("In 2019. ", true), ("and ", false), ("see ", false), ("cf. ", false), ("(e.g. ", false), ("См. ", false),
      ("см. ", false), ("Done.", false), ("完成，", false), ("A colon: ", false),
    ])
  func `a sentence begins behind the end of another`(_ text: String, _ expected: Bool) {
    #expect(SentenceConventions.begins(behind: text) == expected)
  }

  @Test(
    arguments: [
      ("en", "Done", "Done."), ("en", "Done.", "Done."), ("en", "Is it?", "Is it?"), ("zh", "完成", "完成。"),
      ("zh", "完成。", "完成。"), ("ar", "تم", "تم."), ("ar", "هل تم؟", "هل تم؟"), ("en", "(Done.)", "(Done.)"),
      ("en", "Done (3.1)", "Done (3.1)."),
    ])
  func `a text ends as a sentence of its language`(_ tag: String, _ text: String, _ expected: String) {
    #expect(SentenceConventions(LanguageTag(tag)).ended(text) == expected)
  }

  @Test(
    arguments: [
      ("en", "a and b", "a, b"), ("fr", "a et b", "a, b"), ("es", "a y b", "a, b"), ("ru", "a и b", "a, b"),
      ("zh", "a和b", "a、b"), ("ar", "a وb", "a، b"),
    ])
  func `two things are joined with a word or with a mark`(_ tag: String, _ list: String, _ enumeration: String) {
    let lists = ListConventions(LanguageTag(tag))
    #expect(lists.text(["a", "b"]) == list)
    #expect(lists.enumeration(["a", "b"]) == enumeration)
  }

  @Test func `Spanish joins with e before the sound i`() {
    #expect(ListConventions(LanguageTag("es")).text(["Malta", "Chipre", "Italia"]) == "Malta, Chipre e Italia")
  }

  @Test func `Chinese pages name their script`() {
    #expect(["zh", "zh-Hant", "fr"].map { LanguageTag($0).markupTag } == ["zh-Hans", "zh-Hant", "fr"])
  }
}

@Suite struct FractionCategoryTests {
  @Test(
    arguments: [
      ("en", 1, 0, PluralCategory.one), ("en", 1, 1, .other), ("fr", 1.5, 1, .one), ("fr", 2, 1, .other),
      ("es", 1, 1, .one), ("es", 1.5, 1, .other), ("ru", 1.5, 1, .other), ("ru", 21, 0, .one), ("ar", 3, 1, .few),
      ("ar", 3.5, 1, .other), ("zh", 1.5, 1, .other), ("fr", 1.96, 1, .other),
    ] as [(String, Double, Int, PluralCategory)])
  func `a number has the category of its printed form`(
    _ tag: String, _ value: Double, _ decimals: Int, _ expected: PluralCategory
  ) {
    #expect(PluralCategory(value, decimals: decimals, in: LanguageTag(tag)) == expected)
  }
}

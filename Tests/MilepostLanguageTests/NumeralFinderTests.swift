import MilepostLanguage
import MilepostModel
import Testing

@Suite struct NumeralFinderTests {
  private func numerals(_ text: String, _ language: String, counted: Set<String> = []) -> [WrittenNumeral] {
    NumeralFinder(LanguageTag(language), counted: counted).numerals(in: text)
  }

  @Test(
    arguments: [
      (
        "en",
        ["2019", "2018-2021", "2019–20", "2019/2020", "1990s", "29 April 2020", "April 29, 2020", "29th of April"]
      ),
      (
        "en",
        ["13-17 November 2020", "April 2020", "2020-04-29", "29/04/2020", "Q1 2020", "10:30", "9 a.m.", "9 to 5 p.m."]
      ),
      (
        "en",
        ["Wednesday, 29 April 2020", "the 90s", "mid-2020", "about 2010", "29 February", "29 February 2020", "FY 2019"]
      ),
      (
        "fr",
        ["le 1er mars", "mercredi 29 avril 2020", "13 au 17 novembre 2020", "les années 90", "10 h 30", "mi-2020"]
      ),
      ("es", ["29 de abril de 2020", "1.º de mayo", "los años 90", "a las 9", "T1 2020", "abril de 2020"]),
      ("ru", ["29 апреля 2020 года", "1990-х годах", "2018–2021 гг.", "в апреле 2020 г.", "13–17 ноября"]),
      ("zh", ["2020年4月29日", "2020年4月29日（星期三）", "二〇二〇年四月二十九日", "2018至2021年", "90年代", "10时30分", "三月"]),
      ("ar", ["29 أبريل 2020", "الأربعاء 29 أبريل 2020", "29 نيسان/أبريل 2020", "عام 2020", "الساعة 10:30", "٢٠٢٠"]),
    ])
  func `years, days and times are dates`(_ language: String, _ texts: [String]) {
    for text in texts { #expect(numerals(text, language).map(\.kind) == [.date], "\(text)") }
  }

  @Test(
    arguments: [
      ("en", "31 April 2020", "April has 30 days"), ("en", "29 February 2019", "February 2019 has 28 days"),
      ("en", "Tuesday, 29 April 2020", "29 April 2020 was a Wednesday"), ("en", "30 February", "February has 29 days"),
      ("en", "2020-13-01", "there is no month 13"), ("fr", "mardi 29 avril 2020", "29 April 2020 was a Wednesday"),
      ("es", "31 de junio", "June has 30 days"), ("ru", "31 сентября 2020 года", "September has 30 days"),
      ("zh", "2020年4月31日", "April has 30 days"), ("zh", "2020年4月29日星期二", "29 April 2020 was a Wednesday"),
      ("ar", "31 أبريل 2020", "April has 30 days"), ("en", "13-31 November 2020", "November has 30 days"),
    ])
  func `a day that no calendar has is found`(_ language: String, _ text: String, _ problem: String) {
    #expect(
      numerals(text, language) == [WrittenNumeral(text, .impossibleDate(problem), range: 0..<text.unicodeScalars.count)]
    )
  }

  @Test(
    arguments: [
      (
        "en",
        ["5G", "IMT-2020", "WRC-19", "H.264", "C20/35", "Y.4101", "R.1-a", "ISO 26324", "L.1470", "FG-AI4H", "COP26"]
      ),
      ("en", ["A/RES/70/1", "Wi-Fi 6", "version 2.0", "IPv6", "Resolutions 71, 151 and 200", "Decision 5", "No. 102"]),
      (
        "en",
        ["section 3.1", "Tables 1–3", "target 2.4", "goals 1, 2 and 3", "Question 5/1", "Study Group 20", "SDG 9"]
      ),
      (
        "en",
        ["Agenda item PL 3.1", "Resolution ITU-R 70", "Working Party 5D", "Article 5(2)", "24-hour", "page 12", "24/7"]
      ),
      (
        "fr",
        ["Résolutions 71, 151 et 200", "n° 5", "l’article 12", "Commission d’études 20", "Tableau 3", "objectif R.1"]
      ),
      ("es", ["Resoluciones 71 y 151", "núm. 102", "artículo 12", "meta 2.4", "n.º 5", "Comisión de Estudio 20"]),
      ("ru", ["Резолюций 71 и 151", "№ 5", "статье 12", "п. 3.1", "задаче 2.4", "Рисунки 1 и 2", "цели 4 и 5"]),
      ("zh", ["第71、151和200号", "第5号", "附件2", "具体目标2.4", "议项PL 3.1", "十三五"]),
      ("ar", ["القرارات 71 و151 و200", "المادة 12", "رقم 5", "بالقسم 3.1", "والجدول 3", "المقصد 2.4"]),
    ])
  func `names and references are codes`(_ language: String, _ texts: [String]) {
    for text in texts { #expect(numerals(text, language).map(\.kind) == [.code], "\(text)") }
  }

  @Test(
    arguments: [
      ("en", ["4th", "21st", "twenty-first", "3<sup>rd</sup>"]), ("fr", ["1er", "2e", "21e", "vingt et unième"]),
      ("es", ["4º", "1.ª", "3er"]), ("ru", ["5-й", "21-м", "двадцать первом"]), ("zh", ["第四", "第4", "第二十一"]),
    ])
  func `places in an order are ordinals`(_ language: String, _ texts: [String]) {
    for text in texts { #expect(numerals(text, language).map(\.kind) == [.ordinal], "\(text)") }
  }

  @Test func `four digits count what the caller says is counted`() {
    #expect(numerals("1900 schools", "en").map(\.kind) == [.date])
    #expect(numerals("1900 Schools", "en", counted: ["schools"]).map(\.kind) == [.number])
    #expect(numerals("2000所", "zh", counted: ["所"]).map(\.kind) == [.number])
    #expect(numerals("2000 million, 1900 per cent, more than 2100", "en").allSatisfy { $0.kind == .number })
  }

  @Test(arguments: [
    "see https://example.org/2019/12?n=5.", "write to desk42@example.org", "www.example.org/53", "`53` and ``5 ` 4``",
    "[text](page53)", "```\n53\n```",
  ])
  func `addresses and code hold no numerals`(_ text: String) {
    #expect(numerals(text, "en").isEmpty)
  }

  @Test func `what stands after an address or code is found`() {
    let text = "See https://example.org, 53 of them, `5`, 12 and [90 per cent](x) – a ` 7 alone."
    #expect(numerals(text, "en").map(\.text) == ["53", "12", "90 per cent", "7"])
  }

  @Test func `the range covers hedge, number, scale and sign, in scalars`() throws {
    let text = "𝒂 Ελλ, nearly 17 per cent"
    let numeral = try #require(numerals(text, "en").first)
    #expect(numeral == WrittenNumeral("nearly 17 per cent", .number, range: 7..<25))
  }

  @Test(
    arguments: [
      ("en", "In goals 1 and 2, 24 targets; in section 3, 12 more", ["24", "12"]),
      ("en", "in April 12 countries, in May 53 per cent", ["12", "53 per cent"]),
      ("en", "1. one\n2. two\n12. twelve\n\nthe total is\n53. Then 7.", ["twelve", "53", "7"]),
      ("en", "(1) a plan, (2) money and (3) time in (12) states (9)", ["12", "9"]),
      ("en", "schools (8), hospitals (9) and clinics (1)", ["8", "9", "1"]),
      ("fr", "4.1 et 1.234 ne sont pas écrits ainsi", ["4.1", "1.234"]),
      ("en", "half the people, a third party", ["half"]),
      ("es", "el medio ambiente, medio millón, una vez más", ["medio millón"]),
      ("ru", "тысячи людей, более тысячи школ, два раза, в два раза", ["более тысячи", "в два раза"]),
      ("zh", "一个国家、两三个人、数百名、十二个、百万人", ["十二"]), ("ar", "و53 في المائة وأكثر من 900", ["53 في المائة", "أكثر من 900"]),
    ])
  func `prose is told from quantities`(_ language: String, _ text: String, _ expected: [String]) {
    #expect(numerals(text, language).filter { $0.kind == .number }.map(\.text) == expected)
  }

  @Test(arguments: ["en", "fr", "es", "ru", "zh", "ar"])
  func `hostile texts take time in proportion to their length`(_ language: String) {
    let finder = NumeralFinder(LanguageTag(language))
    for part in [
      "9", "1,", "1.", "9 ", "one ", "page ", "`", "](", "@", "-", "over ", "第", "一", "و", "(1) ", "1-", "a1", "Q",
    ] {
      let text = String(repeating: part, count: 3000)
      #expect(finder.numerals(in: text).allSatisfy { $0.range.upperBound <= text.unicodeScalars.count })
    }
  }
}

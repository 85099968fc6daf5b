import MilepostLanguage
import MilepostModel
import Testing

@Suite struct NameOrderTests {
  private func sorted(_ names: [String], _ language: String) -> [String] {
    let order = NameOrder(LanguageTag(language))
    return names.sorted { order.key($0, code: "X") < order.key($1, code: "X") }
  }

  @Test(
    arguments: [
      ("fr", ["Égypte", "Émirats", "Équateur", "Espagne", "Zambie"]),
      ("en", ["Åland", "Albania", "Côte d’Or", "Cote Island", "Zambia"]),
      ("es", ["Nube", "Ñandú", "Omán"]),
      ("ru", ["Ёлка", "Ель", "Ель-Остров", "Жук"]),
      ("ar", ["أذربيجان", "الأردن", "أرمينيا", "تونس"]), ("ar", ["4 جزر", "تونس", "Isles"]),
      ("ru", ["10 островов", "«Жук»", "Ямал", "Atoll"]), ("en", ["40 isles", "“Atoll”", "Isles"]),
    ])
  func `marks and articles do not move a name`(_ language: String, _ names: [String]) {
    #expect(sorted(names.reversed(), language) == names)
  }

  @Test(
    arguments: [
      ("fr", "Îles du Nord", "I"), ("es", "Ñandú", "Ñ"), ("ru", "Ёлка", "Е"), ("ar", "الأردن", "ا"), ("zh", "挪威", "N"),
      ("en", "40 isles", "#"), ("en", "“Atoll”", "A"),
      ("ar", "خُمسا السكان", "خ"), ("fr", "E\u{301}gypte", "E"),
    ])
  func `a name stands under its first letter`(_ language: String, _ name: String, _ heading: String) {
    #expect(NameOrder(LanguageTag(language)).key(name, code: "NOR").heading == heading)
  }

  @Test func `equal names are told apart by their codes`() {
    let order = NameOrder(LanguageTag("en"))
    #expect(order.key("Isle", code: "A") < order.key("Isle", code: "B"))
  }
}

import MilepostLanguage
import MilepostModel
import Testing

@testable import MilepostReport

/// Units of measure in the forms that go with a number, in each language.
@Suite struct UnitNameTests {
  private static let names = LocalizedText([
    .init(LanguageTag("ar"), "اشتراكات|اشتراك|اشتراك|اشتراكان|اشتراكات|اشتراكاً|اشتراك"),
    .init(LanguageTag("en"), "subscriptions|subscription|subscriptions"),
    .init(LanguageTag("es"), "suscripciones|suscripción|suscripciones"),
    .init(LanguageTag("fr"), "abonnements|abonnement|abonnements"),
    .init(LanguageTag("ru"), "контракты|контракт|контракта|контрактов"),
    .init(LanguageTag("zh"), "签约用户|个签约用户"),
  ])

  private func style(_ language: String, multiplier: Int, decimals: Int = 0) throws -> FigureStyle {
    let names = try #require(Self.names)
    let phrases = Phrases(LanguageTag(language), units: ["subscriptions": names])
    let unit = UnitOfMeasure("subscriptions", multiplier: multiplier)
    return FigureStyle(scale: .measured(unit), decimals: decimals, phrases: phrases)
  }

  @Test(arguments: [
    ("en", "7,524\u{00A0}million subscriptions"), ("fr", "7\u{202F}524\u{00A0}millions d’abonnements"),
    ("es", "7524\u{00A0}millones de suscripciones"), ("ru", "7\u{00A0}524\u{00A0}млн контрактов"),
    ("zh", "75.24亿个签约用户"), ("ar", "7,524\u{00A0}مليون اشتراك"), ("de", "7,524\u{00A0}million subscriptions"),
  ])
  func `millions go with the form that the language has for them`(_ language: String, _ text: String) throws {
    #expect(try style(language, multiplier: 6).value(7524) == text)
  }

  @Test(arguments: [
    ("en", 1.0, "1\u{00A0}subscription"), ("fr", 0, "0\u{00A0}abonnement"), ("ru", 2, "2\u{00A0}контракта"),
    ("ru", 11, "11\u{00A0}контрактов"), ("ar", 2, "2\u{00A0}اشتراكان"), ("ar", 7, "7\u{00A0}اشتراكات"),
    ("zh", 3, "3个签约用户"),
  ])
  func `a count takes its form`(_ language: String, _ count: Double, _ text: String) throws {
    #expect(try style(language, multiplier: 0).value(count) == text)
  }

  @Test func `a fraction takes the form of fractions`() throws {
    #expect(try style("ru", multiplier: 0, decimals: 1).value(2.5) == "2,5\u{00A0}контракта")
    #expect(try style("fr", multiplier: 0, decimals: 1).value(1.5) == "1,5\u{00A0}abonnement")
    #expect(try style("en", multiplier: 0, decimals: 1).value(1.0) == "1.0\u{00A0}subscriptions")
  }

  @Test(arguments: [(3, "1.2万个签约用户"), (9, "120亿个签约用户"), (12, "12万亿个签约用户")])
  func `Chinese counts by ten thousands`(_ power: Int, _ text: String) throws {
    #expect(try style("zh", multiplier: power).value(12) == text)
  }

  @Test func `a unit without a name is printed as the plan writes it`() {
    let style = FigureStyle(
      scale: .measured(UnitOfMeasure("terabytes")), decimals: 0, phrases: Phrases(LanguageTag("fr")))
    #expect(style.value(3) == "3\u{00A0}terabytes")
  }

  @Test func `Latin letters are kept apart from Arabic`() {
    let arabic = Phrases(LanguageTag("ar"))
    #expect(arabic(.newer, ["id": "2024-REVIEW"]).contains("\u{2068}2024-REVIEW\u{2069}"))
    #expect(!arabic(.newer, ["id": "2024"]).contains("\u{2068}"))
    #expect(!Phrases(LanguageTag("fr"))(.newer, ["id": "2024-REVIEW"]).contains("\u{2068}"))
  }
}

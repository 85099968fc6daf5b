import MilepostModel
import Testing

@Suite struct ColourTests {
  @Test(arguments: [
    ("#000", "#ffffff", 21.0), ("#fff", "#FFF", 1), ("#777777", "#ffffff", 4.48), ("#767676", "#fff", 4.54),
    ("#16202b", "#fbfaf7", 15.8), ("#0b5a8f", "#fbfaf7", 7.0), ("#ff0000", "#ffffff", 4.0), ("#0a0a0a", "#000", 1.06),
  ])
  func `the contrast is that of WCAG`(_ one: String, _ other: String, _ expected: Double) throws {
    let (one, other) = (try #require(Colour(one)), try #require(Colour(other)))
    #expect(abs(contrast(of: one, on: other) - expected) < 0.05)
    #expect(contrast(of: one, on: other) == contrast(of: other, on: one))
  }

  @Test(arguments: ["", "#", "16202b", "#16202", "#16202b0", "#16202g", "#1é2", "red"])
  func `what is no colour is none`(_ text: String) { #expect(Colour(text) == nil) }

  @Test func `a colour is written in six digits`() {
    #expect(Colour("#0AF").map(\.description) == "#00aaff")
  }
}

import MilepostLanguage
import Testing

@Suite struct VisualTextTests {
  @Test(
    arguments: [
      // Beh between alifs: alone at the start, joined behind.
      ("باب", "\u{FE8F}\u{FE8E}\u{FE91}"),
      ("سلام", "\u{FEE1}\u{FEFC}\u{FEB3}"),
      ("جديدة", "\u{FE93}\u{FEAA}\u{FEF3}\u{FEAA}\u{FE9F}"),
      ("دار 70", "70 \u{FEAD}\u{FE8D}\u{FEA9}"),
      ("48.3\u{200E}%\u{200E} دار", "\u{FEAD}\u{FE8D}\u{FEA9} 48.3%"),
      ("دار (LDC)", "(LDC) \u{FEAD}\u{FE8D}\u{FEA9}"),
      ("LDC دار", "LDC \u{FEAD}\u{FE8D}\u{FEA9}"),
      ("Target 70 %", "Target 70 %"),
    ]) func `letters join and stand as they are seen`(_ text: String, _ seen: String)
  {
    #expect(VisualText.seen(text) == seen)
  }
}

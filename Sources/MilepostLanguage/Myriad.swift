package import MilepostModel

/// The step in which Chinese counts: by ten thousands, where other languages count by thousands.
package struct Myriad: Hashable, Sendable {
  package let word: String
  /// Powers of ten between the step and the one that was asked for: 2 from millions to 亿.
  package let shift: Int

  /// How many of the steps that were asked for make one of these.
  package var steps: Double { shift < 0 ? 0.1 : shift == 1 ? 10 : 100 }

  /// - Returns: nil for languages that count by thousands, and for steps that both have.
  package init?(nearestTo power: Int, in language: LanguageTag) {
    guard language.primary == "zh" else { return nil }
    switch power {
    case 3: (word, shift) = ("万", 1)
    case 6: (word, shift) = ("亿", 2)
    case 9: (word, shift) = ("亿", -1)
    default: return nil
    }
  }
}

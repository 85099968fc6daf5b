package import MilepostModel

/// The form of a word that goes with a number; the names are those of CLDR.
package enum PluralCategory: String, Sendable, Hashable, CaseIterable {
  case zero, one, two, few, many, other

  /// The category of a count. Source: CLDR 44, supplemental plurals, cardinal, for whole numbers.
  package init(_ count: Int, in language: LanguageTag) {
    let last = count.magnitude % 10
    let lastTwo = count.magnitude % 100
    switch language.primary {
    case "zh", "ja", "ko": self = .other
    case "fr", "pt": self = count.magnitude <= 1 ? .one : PluralCategory.manyIfMillions(count)
    case "es": self = count.magnitude == 1 ? .one : PluralCategory.manyIfMillions(count)
    case "ru", "uk":
      switch (last, lastTwo) {
      case (1, let two) where two != 11: self = .one
      case (2...4, let two) where !(12...14).contains(two): self = .few
      default: self = .many
      }
    case "ar":
      switch (count.magnitude, lastTwo) {
      case (0, _): self = .zero
      case (1, _): self = .one
      case (2, _): self = .two
      case (_, 3...10): self = .few
      case (_, 11...99): self = .many
      default: self = .other
      }
    default: self = count.magnitude == 1 ? .one : .other
    }
  }

  /// The category of a number as it is printed, with so many digits after the point.
  ///
  /// Source: CLDR 44, supplemental plurals, cardinal, for numbers with a visible fraction.
  package init(_ value: Double, decimals: Int, in language: LanguageTag) {
    let printed = PrintedNumber(value, decimals: decimals)
    let whole = printed.wholeByItsEnd
    guard decimals > 0 else {
      self.init(whole, in: language)
      return
    }
    let isWhole = printed.neededDecimals == 0
    switch language.primary {
    case "zh", "ja", "ko": self = .other
    case "fr", "pt": self = whole <= 1 ? .one : .other
    case "es": self = isWhole && whole == 1 ? .one : .other
    case "ar": self = isWhole ? PluralCategory(whole, in: language) : .other
    default: self = .other
    }
  }

  /// The categories for which a language has forms in our catalogue, in their order.
  package static func forms(in language: LanguageTag) -> [PluralCategory] {
    switch language.primary {
    case "zh", "ja", "ko": [.other]
    case "ru", "uk": [.one, .few, .many]
    case "ar": [.zero, .one, .two, .few, .many, .other]
    default: [.one, .other]
    }
  }

  private static func manyIfMillions(_ count: Int) -> PluralCategory {
    count != 0 && count.isMultiple(of: 1_000_000) ? .many : .other
  }
}

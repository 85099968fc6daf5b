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

  /// The category of a number as it is printed; those with a fraction have the one that CLDR gives them.
  ///
  /// - Parameter decimals: digits after the point in print.
  package init(_ value: Double, decimals: Int, in language: LanguageTag) {
    let rounded = ShortestDecimal(value).rounded(toDecimals: decimals)
    guard rounded.decimals > 0 || decimals > 0 || value.magnitude > 1e15 else {
      self.init(Int(value.rounded(.toNearestOrAwayFromZero)), in: language)
      return
    }
    switch language.primary {
    case "fr", "pt": self = value.magnitude < 2 ? .one : .other
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

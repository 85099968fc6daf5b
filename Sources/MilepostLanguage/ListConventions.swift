package import MilepostModel

/// How a language joins several things in a sentence.
package struct ListConventions: Hashable, Sendable {
  private let language: LanguageTag
  private let comma: String
  private let lastOfTwo: String
  private let lastOfMany: String

  /// Source: CLDR 44, list patterns (standard); English without the serial comma.
  package init(_ language: LanguageTag) {
    self.language = language
    switch language.primary {
    case "fr": (comma, lastOfTwo, lastOfMany) = (", ", " et ", " et ")
    case "es": (comma, lastOfTwo, lastOfMany) = (", ", " y ", " y ")
    case "ru": (comma, lastOfTwo, lastOfMany) = (", ", " и ", " и ")
    case "zh": (comma, lastOfTwo, lastOfMany) = ("、", "和", "和")
    case "ar": (comma, lastOfTwo, lastOfMany) = (" و", " و", " و")
    default: (comma, lastOfTwo, lastOfMany) = (", ", " and ", " and ")
    }
  }

  package func text(_ items: [String]) -> String {
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    let head = items.dropLast().joined(separator: comma) + (items.count == 2 ? lastOfTwo : lastOfMany)
    return Agreement(language).joined(head, last)
  }

  /// Things one after the other, without a word between the last two: an area with its codes, ids.
  package func enumeration(_ items: [String]) -> String { items.joined(separator: mark) }

  /// What stands between two of an enumeration, with its blank.
  package var mark: String {
    switch language.primary {
    case "zh": "、"
    case "ar": "، "
    default: ", "
    }
  }
}

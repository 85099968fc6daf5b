import MilepostModel

extension SDMX {
  /// The version of an artefact: `1.0.0`, `2.1`, `1.4.0-draft`.
  package struct Version: Hashable, Comparable, Sendable, CustomStringConvertible {
    package let text: String

    private init(known text: String) { self.text = text }

    /// Numbers with points between them, perhaps with an extension behind `-`.
    package init?(_ text: some StringProtocol) {
      let pieces = text.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
      let numbers = pieces[0].split(separator: ".", omittingEmptySubsequences: false)
      guard (1...4).contains(numbers.count), text.utf8.count <= 64,
        numbers.allSatisfy({ (1...9).contains($0.utf8.count) && $0.utf8.allSatisfy(\.isDigit) }),
        pieces.count == 1 || !pieces[1].isEmpty
      else { return nil }
      self.text = String(text)
    }

    package static let first = Version(known: "1.0.0")
    /// What the standard means where a message of SDMX 2.1 says nothing.
    package static let unstated = Version(known: "1.0")

    /// Whether it has no extension, so that what it names never changes.
    package var isStable: Bool { !text.contains("-") }

    /// Its numbers; those that are not written are 0.
    package var numbers: [Int] {
      let numbers = text.prefix { $0 != "-" }.split(separator: ".").compactMap { Int($0) }
      return numbers + Array(repeating: 0, count: max(0, 3 - numbers.count))
    }

    package var description: String { text }

    /// By number; a draft comes before what it is a draft of.
    package static func < (one: Version, other: Version) -> Bool {
      let (left, right) = (one.numbers, other.numbers)
      if left != right { return left.lexicographicallyPrecedes(right) }
      if one.isStable != other.isStable { return other.isStable }
      return one.text < other.text
    }
  }
}

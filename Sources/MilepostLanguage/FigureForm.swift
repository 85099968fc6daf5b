package import MilepostModel

/// Reads numbers as English reports write them: `4.1 billion`, `over 900`, `nearly 17 per cent`, `> 53 %`.
///
/// With `s` the unit of the last digit (of the last one that is not zero in a whole number: 100 in 900), a number means
/// ± s / 2; more than it up to s above it; less than it down to s below it; about it ± s. Where things are counted, a number
/// is that number, and more than 37 is 38 at least.
package struct FigureForm: Hashable, Sendable {
  private let decimal: Character
  private let thousands: Character?
  private let isExact: Bool

  package init(decimal: Character = ".", thousands: Character? = ",", isExact: Bool = false) {
    self.isExact = isExact
    self.decimal = decimal
    self.thousands = thousands
  }

  private enum Hedge {
    case none, above, below, atLeast, atMost, about
  }

  /// Longer words first, where one begins another.
  private static let hedges: [(word: String, hedge: Hedge)] = [
    ("more than ", .above), ("over ", .above), ("above ", .above), (">=", .atLeast), ("≥", .atLeast), (">", .above),
    ("at least ", .atLeast), ("nearly ", .below), ("almost ", .below), ("close to ", .below), ("less than ", .below),
    ("fewer than ", .below), ("under ", .below), ("below ", .below), ("<=", .atMost), ("≤", .atMost), ("<", .below),
    ("up to ", .atMost), ("at most ", .atMost), ("about ", .about), ("around ", .about), ("some ", .about),
    ("approximately ", .about), ("~", .about), ("≈", .about),
  ]

  private static let endings = ["%", "per cent", "percent"]

  private static let multipliers = [
    ("thousand", 3), ("k", 3), ("million", 6), ("billion", 9), ("trillion", 12),
  ]

  /// - Returns: nil when the text is no figure.
  package func read(_ text: String) -> WrittenNumber? {
    var rest = Substring(text.lowercased())
    rest.trim()
    var hedge = Hedge.none
    if let found = FigureForm.hedges.first(where: { rest.hasPrefix($0.word) }) {
      hedge = found.hedge
      rest.removeFirst(found.word.count)
      rest.trim()
    }
    if hedge == .none, rest.hasSuffix("+") {
      hedge = .atLeast
      rest.removeLast()
    }
    if let ending = FigureForm.endings.first(where: { rest.hasSuffix($0) }) {
      rest.removeLast(ending.count)
      rest.trim()
    }
    var power = 0
    if let found = FigureForm.multipliers.first(where: { rest.hasSuffix($0.0) }) {
      power = found.1
      rest.removeLast(found.0.count)
      rest.trim()
    }
    guard let digits = WrittenDigits(rest, decimal: decimal, thousands: thousands) else { return nil }
    let value = digits.value(times: power)
    guard value.canBeAFigure else { return nil }
    let isCount = isExact && power == 0 && value == value.rounded()
    return WrittenNumber(text, value, bounds: FigureForm.bounds(value, digits.step(times: power), hedge, isCount))
  }

  private static func bounds(
    _ value: Double, _ step: Double, _ hedge: Hedge, _ isCount: Bool
  ) -> ClosedRange<Double> {
    switch hedge {
    case .none: isCount ? value...value : (value - step / 2)...(value + step / 2)
    case .above: (isCount ? value + 1 : value)...(value + step)
    case .below: (value - step)...(isCount ? value - 1 : value)
    case .atLeast: value...Double.greatestFiniteMagnitude
    case .atMost: -Double.greatestFiniteMagnitude...value
    case .about: (value - step)...(value + step)
    }
  }
}

extension WrittenDigits {
  /// Reads the marks of a cell: one for decimals and one for thousands.
  fileprivate init?(_ text: Substring, decimal: Character, thousands: Character?) {
    var rest = text
    let isNegative = ["-", "−"].contains { rest.hasPrefix($0) }
    if isNegative || rest.hasPrefix("+") { rest.removeFirst() }
    let parts = rest.split(separator: decimal, maxSplits: 1, omittingEmptySubsequences: false)
    guard let first = parts.first else { return nil }
    let groups = thousands.map { first.split(separator: $0, omittingEmptySubsequences: false) } ?? [first]
    let isGrouped =
      groups.count == 1 || ((1...3).contains(groups[0].count) && groups.dropFirst().allSatisfy { $0.count == 3 })
    guard isGrouped else { return nil }
    self.init(
      isNegative: isNegative, whole: groups.joined(), fraction: parts.count > 1 ? String(parts[1]) : nil)
  }
}

extension Substring {
  fileprivate mutating func trim() {
    func isBlank(_ character: Character) -> Bool { character.isWhitespace }
    while let first, isBlank(first) { removeFirst() }
    while let last, isBlank(last) { removeLast() }
  }
}

package import MilepostModel

/// The unit of a part of an expression.
///
/// Sums and comparisons need equal units, products and quotients combine them, plain numbers scale. Percentages, ratios
/// and the like count as pure numbers in products, so that percent times persons is persons.
package struct FormulaUnit: Hashable, Sendable, CustomStringConvertible {
  enum Kind: Hashable {
    /// A number as written: it takes the unit of what it meets.
    case plain
    /// Cannot be known: a rate such as `per 100 inhabitants` times something.
    case open
    /// Units over units, both sorted; both empty: a pure number.
    case quotient([UnitOfMeasure], [UnitOfMeasure])
  }

  let kind: Kind
  /// Whether a plain number took part in a product, which may have changed the scale.
  let isScaled: Bool
  /// Units that cancelled out.
  let cancelled: Set<UnitOfMeasure>

  private init(_ kind: Kind, isScaled: Bool = false, cancelled: Set<UnitOfMeasure> = []) {
    self.kind = kind
    self.isScaled = isScaled
    self.cancelled = cancelled
  }

  static let plain = FormulaUnit(.plain)
  static let open = FormulaUnit(.open)
  static let pure = FormulaUnit(.quotient([], []))

  init(_ unit: UnitOfMeasure) { self.init(.quotient([unit], [])) }

  /// The unit when it is that of a single indicator, not a combination.
  package var single: UnitOfMeasure? {
    guard case .quotient(let over, let under) = kind, over.count == 1, under.isEmpty else { return nil }
    return over[0]
  }

  package var description: String {
    switch kind {
    case .plain, .open: return "a number"
    case .quotient(let over, let under):
      if over.isEmpty && under.isEmpty { return "a pure number" }
      let top = over.isEmpty ? "1" : over.map(\.description).joined(separator: " x ")
      return under.isEmpty ? top : "\(top) / \(under.map(\.description).joined(separator: " x "))"
    }
  }

  var scaled: FormulaUnit { FormulaUnit(kind, isScaled: true, cancelled: cancelled) }

  /// Of a sum or difference.
  ///
  /// - Returns: nil when the two cannot be added or compared.
  func joined(with other: FormulaUnit, subtracting: Bool) -> FormulaUnit? {
    switch (kind, other.kind) {
    case (.plain, _): return other
    case (_, .plain): return self
    case (.open, _), (_, .open): return .open
    case (.quotient, .quotient): break
    }
    if let one = single, let two = other.single, one.isShareOfHundred, two.isShareOfHundred {
      let arePoints = subtracting ? one == two : one == .percentagePoints && two == .percentagePoints
      return FormulaUnit(arePoints ? .percentagePoints : .percent)
    }
    if isPure, let unit = other.single, unit.isDimensionless { return other }
    if other.isPure, let unit = single, unit.isDimensionless { return self }
    return kind == other.kind ? self : nil
  }

  var isPure: Bool { kind == .quotient([], []) }

  func product(_ other: FormulaUnit) -> FormulaUnit {
    if kind == .plain { return other.kind == .plain ? .plain : other.scaled }
    if other.kind == .plain { return scaled }
    guard let (over, under) = factors, let (otherOver, otherUnder) = other.factors else { return .open }
    return combined(over + otherOver, under + otherUnder, with: other)
  }

  func quotient(_ other: FormulaUnit) -> FormulaUnit {
    if other.kind == .plain { return kind == .plain ? .plain : scaled }
    if kind == .plain { return FormulaUnit.pure.quotient(other).scaled }
    if let one = single, one == other.single {
      return FormulaUnit(.quotient([], []), isScaled: isScaled || other.isScaled, cancelled: [one])
    }
    guard let (over, under) = factors, let (otherOver, otherUnder) = other.factors else { return .open }
    return combined(over + otherUnder, under + otherOver, with: other)
  }

  private func combined(_ over: [UnitOfMeasure], _ under: [UnitOfMeasure], with other: FormulaUnit) -> FormulaUnit {
    var top = over
    var bottom: [UnitOfMeasure] = []
    var gone = cancelled.union(other.cancelled)
    for unit in under {
      if let place = top.firstIndex(of: unit) {
        top.remove(at: place)
        gone.insert(unit)
      } else {
        bottom.append(unit)
      }
    }
    let sorted = Kind.quotient(
      top.sorted { $0.description < $1.description }, bottom.sorted { $0.description < $1.description })
    return FormulaUnit(sorted, isScaled: isScaled || other.isScaled, cancelled: gone)
  }

  /// Units over and under without the dimensionless ones; nil when a rate hides its units in words.
  private var factors: (over: [UnitOfMeasure], under: [UnitOfMeasure])? {
    guard case .quotient(let over, let under) = kind, !(over + under).contains(where: \.isRateInWords) else {
      return nil
    }
    return (over.filter { !$0.isDimensionless }, under.filter { !$0.isDimensionless })
  }

  /// Whether a formula of this unit cannot have the unit that its indicator declares.
  func contradicts(_ declared: UnitOfMeasure) -> Bool {
    guard case .quotient(let over, let under) = kind else { return false }
    if isPure { return declared.currency != nil || (cancelled.contains(declared) && !declared.isDimensionless) }
    if let unit = single { return contradicts(declared, unit) }
    if declared.isDimensionless { return !(isScaled && cancelsWithoutMultipliers(over, under)) }
    if declared.currency != nil && !over.contains(where: { $0.currency == declared.currency }) { return true }
    return (over + under).contains(declared)
  }

  private func contradicts(_ declared: UnitOfMeasure, _ unit: UnitOfMeasure) -> Bool {
    if unit == declared || (unit.isShareOfHundred && declared.isShareOfHundred) { return false }
    guard isScaled else { return true }
    let areWordsOfShare =
      (unit.isDimensionless || unit.isRateInWords) && (declared.isDimensionless || declared.isRateInWords)
    return !areWordsOfShare && unit.withoutMultiplier != declared.withoutMultiplier
  }

  private func cancelsWithoutMultipliers(_ over: [UnitOfMeasure], _ under: [UnitOfMeasure]) -> Bool {
    over.map(\.withoutMultiplier.description).sorted() == under.map(\.withoutMultiplier.description).sorted()
  }
}

extension UnitOfMeasure {
  fileprivate var isShareOfHundred: Bool { self == .percent || self == .percentagePoints }

  /// A pure number under a name.
  fileprivate var isDimensionless: Bool {
    let names: Set<String> = ["percent", "percentage points", "ratio", "yes-no", "index", "per cent"]
    return names.contains(measure) && currency == nil
  }

  /// `per 100 inhabitants`: a quotient whose parts the word hides.
  fileprivate var isRateInWords: Bool {
    measure.hasPrefix("per ") && !isDimensionless
      || measure.utf8.split(separator: UInt8(ascii: " ")).dropFirst().contains { Array($0) == Array("per".utf8) }
  }
}

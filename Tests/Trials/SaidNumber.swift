import Foundation

/// What the words of an asserted figure leave open, read as docs/written-numbers.md says, by a reader of its own.
struct SaidNumber {
  enum Hedge {
    case exactly, above, below, around, atLeast, atMost
  }

  enum Measure {
    case number
    case part
    case multiple
  }

  private let low: Decimal
  private let high: Decimal
  private let includesLow: Bool
  private let includesHigh: Bool
  private let measure: Measure

  /// - Returns: nil for words that no table has.
  init?(_ words: String, language: String) {
    guard let tables = SaidWords.tables[language] else { return nil }
    var text = SaidNumber.plain(words)
    for word in tables.leading where text.hasPrefix(word) { text.removeFirst(word.count) }
    var hedge = Hedge.exactly
    let hedges = tables.hedges.sorted { ($0.key.count, $0.key) > ($1.key.count, $1.key) }
    if let found = hedges.first(where: { text.hasPrefix($0.key) }) {
      hedge = found.value
      text.removeFirst(found.key.count)
      text = SaidNumber.plain(text)
      for word in tables.leading where text.hasPrefix(word) { text.removeFirst(word.count) }
    }
    guard let number = SaidNumber.number(text, tables) else { return nil }
    measure = number.measure
    let (value, unit, step) = (number.value, number.unit, number.step)
    switch hedge {
    case .exactly:
      (low, high) = (value - unit / 2, value + unit / 2)
      // Halves go away from zero.
      includesLow = value > 0
      includesHigh = value < 0
    case .above:
      (low, high) = (value, value + (number.measure == .multiple ? 1 : step))
      (includesLow, includesHigh) = (false, true)
    case .below:
      (low, high) = (value - step, value)
      (includesLow, includesHigh) = (true, false)
    case .around:
      (low, high) = (value - step, value + step)
      (includesLow, includesHigh) = (true, true)
    case .atLeast:
      (low, high) = (value, .greatestFiniteMagnitude)
      (includesLow, includesHigh) = (true, true)
    case .atMost:
      (low, high) = (-.greatestFiniteMagnitude, value)
      (includesLow, includesHigh) = (true, true)
    }
  }

  func holds(for figure: HeldFigure) -> Bool {
    guard var value = figure.inUnits else { return false }
    // Parts are said of percentages too.
    if measure == .part, figure.measure == .percent { value /= 100 }
    let isAbove = includesLow ? value >= low : value > low
    let isBelow = includesHigh ? value <= high : value < high
    return isAbove && isBelow
  }

  private static func plain(_ words: String) -> String {
    words.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private struct Number {
    let value: Decimal
    let unit: Decimal
    let step: Decimal
    var measure = Measure.number
  }

  private static func number(_ words: String, _ tables: SaidWords) -> Number? {
    var text = words
    if let times = tables.multiples[text] { return multiple(times) }
    if let part = tables.parts[text] {
      return Number(value: Decimal(part.0) / Decimal(part.1), unit: 0.05, step: 0.05, measure: .part)
    }
    if let ending = tables.times.first(where: { text.hasSuffix($0.ending) && text.hasPrefix($0.beginning) }) {
      let count = plain(String(text.dropFirst(ending.beginning.count).dropLast(ending.ending.count)))
      return tables.counts[count].map(multiple) ?? Int(count).map(multiple)
    }
    for sign in tables.signs where text.hasSuffix(sign) {
      text = plain(String(text.dropLast(sign.count)))
      break
    }
    var factor: Decimal = 1
    for (scale, power) in tables.scales.sorted(by: { $0.key.count > $1.key.count }) where text.hasSuffix(scale) {
      text = plain(String(text.dropLast(scale.count)))
      factor = pow(10, power)
      break
    }
    if let count = tables.counts[text] { return Number(value: Decimal(count) * factor, unit: factor, step: factor) }
    return digits(text, tables, factor)
  }

  private static func multiple(_ times: Int) -> Number {
    Number(value: Decimal(times), unit: 0.2, step: 0.2, measure: .multiple)
  }

  private static func digits(_ text: String, _ tables: SaidWords, _ factor: Decimal) -> Number? {
    let written = text.filter { $0 != tables.thousands && $0 != " " }
    let parts = written.split(separator: tables.point, omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), !written.isEmpty,
      parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy { ("0"..."9").contains($0) } }),
      let value = Decimal(string: parts.joined(separator: "."))
    else { return nil }
    var unit: Decimal = factor
    if parts.count == 2 {
      for _ in parts[1] { unit /= 10 }
      return Number(value: value * factor, unit: unit, step: unit)
    }
    var step = factor
    for digit in written.reversed() {
      guard digit == "0" else { break }
      step *= 10
    }
    return Number(value: value * factor, unit: unit, step: value == 0 ? unit : step)
  }
}

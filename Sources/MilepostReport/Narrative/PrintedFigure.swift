import MilepostLanguage
package import MilepostModel

extension Phrases {
  /// An inserted figure as the language prints it.
  package func printed(_ bound: BoundValue, _ format: Figure.Format?, in release: Release) -> String {
    switch bound.value {
    case .number(let number): printed(number, bound, format)
    case .truth(let truth): self(truth ? .yes : .no)
    case .status(let status): release.word(for: status, self)
    case .direction(let direction): name(of: direction)
    case .period(let period): dates.text(period)
    case .word(let word): written(name: word)
    }
  }

  /// Values of units with a power of ten are in such steps: `48.25` of thousands is printed as 48.3 thousand, and as
  /// 48,000 where the author asks for thousands.
  private func printed(_ number: Double, _ bound: BoundValue, _ format: Figure.Format?) -> String {
    let power = bound.unit.map(\.multiplier) ?? 0
    guard let format else {
      if bound.unit == .yesNo { return FigureStyle(unit: .yesNo, decimals: 0, self).number(number) }
      return multiplied(number, power: power, decimals: bound.decimals)
    }
    let scaled = number.times(powerOfTen: power - format.scale.rawValue)
    let rounded = scaled.rounded(toPowerOfTen: format.exponent)
    let decimals = max(0, -format.exponent)
    let magnitude = format.isSigned ? rounded.magnitude : rounded
    var text = multiplied(magnitude, power: format.scale.rawValue, decimals: decimals)
    if format.hasPercentSign { text += numbers.percentEnding }
    guard format.isSigned, numbers.text(rounded, decimals: decimals) != numbers.text(0, decimals: decimals) else {
      return text
    }
    return sign(of: rounded) + text
  }

  /// The sign of a change, as the language writes it before a digit.
  private func sign(of number: Double) -> String {
    String(numbers.signed(number < 0 ? -1 : 1, decimals: 0).dropLast())
  }

  /// A value with its unit and with every digit that it has; whether a condition holds.
  func exact(_ bound: BoundValue, in release: Release) -> String {
    switch bound.value {
    case .truth(let truth): return self(truth ? ReportPhrase.holds : .holdsNot)
    case .status, .direction, .period, .word: return printed(bound, nil, in: release)
    case .number(let number):
      return FigureStyle(unit: bound.unit, decimals: number.decimalsThatCount, self).value(number)
    }
  }
}

extension Double {
  /// Digits after the point of its twelve leading ones: what is beyond them sums and quotients leave behind.
  var decimalsThatCount: Int {
    let shortest = ShortestDecimal(self)
    return min(shortest.decimals, max(0, 12 - shortest.pointPlace))
  }

  /// Rounded half away from zero to tens, hundreds and so on; what is behind the point is left for print.
  fileprivate func rounded(toPowerOfTen power: Int) -> Double {
    guard power > 0 else { return self }
    return times(powerOfTen: -power).rounded(.toNearestOrAwayFromZero).times(powerOfTen: power)
  }
}

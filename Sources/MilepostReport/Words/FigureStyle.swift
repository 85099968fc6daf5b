import MilepostLanguage
package import MilepostModel

/// How figures of one quantity are printed: unit, digits after the point, language.
package struct FigureStyle: Sendable {
  package enum Scale: Hashable, Sendable {
    case percent
    /// A score or ratio without unit.
    case plain
    case yesNo
    case measured(UnitOfMeasure)
  }

  package let scale: Scale
  package let decimals: Int
  package let phrases: Phrases

  package init(scale: Scale, decimals: Int, phrases: Phrases) {
    self.scale = scale
    self.decimals = decimals
    self.phrases = phrases
  }

  package init(_ indicator: Indicator, _ phrases: Phrases) {
    self.phrases = phrases
    scale = FigureStyle.scale(of: indicator.unit)
    decimals = indicator.unit == .yesNo ? 0 : indicator.decimals
  }

  /// - Parameter unit: nil for numbers without one.
  init(unit: UnitOfMeasure?, decimals: Int, _ phrases: Phrases) {
    self.init(scale: unit.map(FigureStyle.scale) ?? .plain, decimals: decimals, phrases: phrases)
  }

  /// The style of what a target of this kind is judged on.
  package init(judging kind: TargetKind, of indicator: Indicator?, _ phrases: Phrases) {
    switch kind {
    case .shareOfAreas, .allAreas: self.init(scale: .percent, decimals: 1, phrases: phrases)
    case .parity: self.init(scale: .plain, decimals: 3, phrases: phrases)
    case .gapReduction(_, _, .ratio, _): self.init(scale: .plain, decimals: 3, phrases: phrases)
    case .gapReduction(_, _, .difference, _) where indicator?.unit.isPercent == true:
      self.init(
        scale: .measured(.percentagePoints), decimals: indicator.map(\.decimals) ?? 1, phrases: phrases)
    case .yesNo: self.init(scale: .yesNo, decimals: 0, phrases: phrases)
    default:
      guard let indicator else {
        self.init(scale: .plain, decimals: 1, phrases: phrases)
        return
      }
      self.init(indicator, phrases)
    }
  }

  private static func scale(of unit: UnitOfMeasure) -> Scale {
    if unit.isPercent { return .percent }
    if unit == .ratio || unit == UnitOfMeasure("index") { return .plain }
    return unit == .yesNo ? .yesNo : .measured(unit)
  }

  /// The figure without its unit; a percent sign counts as part of the number.
  package func number(_ value: Double, moreDecimals: Int = 0) -> String {
    switch scale {
    case .percent: phrases.numbers.percent(value, decimals: decimals + moreDecimals)
    case .yesNo where value == 1: phrases(.yes)
    case .yesNo where value == 0: phrases(.no)
    case .plain, .yesNo, .measured: phrases.numbers.text(value, decimals: decimals + moreDecimals)
    }
  }

  /// A value that the plan states: no zeros are added to it.
  package func stated(_ value: Double) -> String {
    let digits = min(max(decimals, 3), ShortestDecimal(value).decimals)
    return FigureStyle(scale: scale, decimals: digits, phrases: phrases).value(value)
  }

  /// The figure with its unit.
  package func value(_ value: Double, moreDecimals: Int = 0) -> String {
    guard case .measured(let unit) = scale else { return number(value, moreDecimals: moreDecimals) }
    return withUnit(unit, value, decimals: decimals + moreDecimals)
  }

  /// The figure with its unit, and with as many digits as keep it from printing as the target.
  package func value(_ value: Double, apartFrom target: Double?) -> String {
    guard let target else { return self.value(value) }
    let needed = NumberConventions.decimals(decimals, keeping: value, apartFrom: target)
    return self.value(value, moreDecimals: needed - decimals)
  }

  /// A difference of two figures: percentages differ by percentage points.
  package func change(_ value: Double, moreDecimals: Int = 1) -> String {
    let digits = decimals + moreDecimals
    switch scale {
    case .percent: return points(value, decimals: digits)
    case .plain, .yesNo: return phrases.numbers.text(value, decimals: digits)
    case .measured(let unit): return withUnit(unit, value, decimals: digits)
    }
  }

  private func points(_ value: Double, decimals: Int) -> String {
    phrases.text(
      .points, number: value, decimals: decimals, ["value": phrases.numbers.text(value, decimals: decimals)])
  }

  private func withUnit(_ unit: UnitOfMeasure, _ value: Double, decimals: Int) -> String {
    if unit == .percentagePoints { return points(value, decimals: decimals) }
    let figure = phrases.multiplied(value, power: unit.multiplier, decimals: decimals)
    let scaled = figure.withoutPlainBlanks
    if let currency = unit.currency { return "\(currency)\u{00A0}\(scaled)" }
    if unit.multiplier == 0 {
      let name = phrases.form(ofUnit: unit.measure, with: value, decimals: decimals)
      return phrases.joins(scaled, name, "\u{00A0}")
    }
    // After "million" a line may end, so that a long unit fits into a narrow place.
    return phrases.joins(scaled, phrases.form(ofUnit: unit.measure, afterPowerOfTen: unit.multiplier), " ")
  }
}

extension FigureStyle {
  /// Digits beyond the usual with which a difference that is not zero does not print as zero.
  func decimals(keeping difference: Double) -> Int {
    NumberConventions.decimals(decimals, keeping: difference, apartFrom: 0) - decimals
  }
}

extension String {
  /// With no-break spaces in the place of blanks, of which most figures have none.
  fileprivate var withoutPlainBlanks: String {
    guard utf8.contains(UInt8(ascii: " ")) else { return self }
    return split(separator: " ", omittingEmptySubsequences: false).joined(separator: "\u{00A0}")
  }
}

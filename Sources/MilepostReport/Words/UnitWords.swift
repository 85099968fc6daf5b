import MilepostLanguage
import MilepostModel

extension Phrases {
  /// A unit in words, for subtitles and lists: `million subscriptions`, `million USD`, `percent`.
  func words(for unit: UnitOfMeasure) -> String {
    if unit == .yesNo { return "\(self(.yes))/\(self(.no))" }
    var words = unit.currency ?? (unit.multiplier == 0 ? name(ofUnit: unit.measure) : label(ofUnit: unit.measure))
    if unit.isPurchasingPowerParity { words = self(.unitParity, ["unit": words]) }
    switch unit.multiplier {
    case 0: break
    case 3: words = self(.unitThousand, ["unit": words])
    case 6: words = self(.unitMillion, ["unit": words])
    case 9: words = self(.unitBillion, ["unit": words])
    case 12: words = self(.unitTrillion, ["unit": words])
    default: words = self(.unitPower, ["unit": words, "power": String(unit.multiplier)])
    }
    guard let year = unit.priceBase else { return words }
    return self(.unitPrices, ["unit": words, "year": String(year)])
  }

  /// The unit of an indicator; an index names its ends.
  func words(forUnitOf indicator: Indicator) -> String {
    let words = words(for: indicator.unit)
    guard indicator.unit == UnitOfMeasure("index"), let lower = indicator.limits.lower,
      let upper = indicator.limits.upper
    else { return words }
    let ends = [lower, upper].map { numbers.shortText($0, atMostDecimals: 3) }
    return self(.unitWithLimits, ["unit": words, "lower": ends[0], "upper": ends[1]])
  }
}

extension AssessedTarget {
  /// What is judged, as the unit of its figures.
  var unitText: String {
    switch style.scale {
    case .percent: return phrases.words(for: .percent)
    case .yesNo: return phrases.words(for: .yesNo)
    case .measured(let unit): return phrases.words(for: unit)
    case .plain:
      let indicator = measure.flatMap { release.plan.indicator($0.indicator) }
      guard showsSeriesItself, let indicator else { return phrases.words(for: .ratio) }
      return phrases.words(forUnitOf: indicator)
    }
  }
}

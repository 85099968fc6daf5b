package import MilepostModel

#if canImport(Glibc)
  import Glibc
#endif

/// An indicator's values after outliers were moved; NaN stands for no value.
package struct WinsorisedValues: Hashable, Sendable {
  package let values: [Double]
  package let treatment: IndexValues.Treatment
}

/// Moves the values that make a distribution skewed and peaked at once to the next one, one after the other.
///
/// The rule of the JRC and of COINr (`winsorise`, version 1.1.14): while the skewness, without sign, and the excess
/// kurtosis both reach their limits, the greatest value becomes the next lower one when the skewness is positive, else
/// the least becomes the next higher one, until as many values as allowed are moved. Values that are equal count each.
/// Where that does not help and a logarithm is asked for, all values become ln(x − min + (max − min)/100) of what was
/// there (`log_CT`).
package func winsorise(_ values: [Double], _ rule: CompositeIndex.Winsorising) -> WinsorisedValues {
  let untouched = WinsorisedValues(values: values, treatment: .none)
  guard case .outliers(let outliers) = rule else { return untouched }
  let known = values.indices.filter { !values[$0].isNaN }
  var sample = known.map { values[$0] }
  guard var skewness = outliers.excess(sample) else { return untouched }
  var moved = (high: 0, low: 0)
  var isSkewed = true
  while isSkewed, moved.high + moved.low < outliers.atMost {
    let isHigh = skewness >= 0
    guard let extreme = isHigh ? sample.max() : sample.min() else { break }
    let places = sample.indices.filter { sample[$0] == extreme }
    let others = sample.filter { $0 != extreme }
    guard let next = isHigh ? others.max() : others.min() else { break }
    for place in places { sample[place] = next }
    if isHigh { moved.high = places.count } else { moved.low = places.count }
    if let still = outliers.excess(sample) { skewness = still } else { isSkewed = false }
  }
  var result = values
  if isSkewed, outliers.otherwise == .logarithm, let least = known.map({ values[$0] }).min(),
    let greatest = known.map({ values[$0] }).max()
  {
    for place in known { result[place] = log(values[place] - least + (greatest - least) / 100) }
    return WinsorisedValues(values: result, treatment: .logarithm)
  }
  for (place, value) in zip(known, sample) { result[place] = value }
  return WinsorisedValues(values: result, treatment: .winsorised(count: moved.high + moved.low))
}

extension CompositeIndex.Outliers {
  /// The skewness of a distribution that reaches both limits; nil when it is left alone.
  fileprivate func excess(_ sample: [Double]) -> Double? {
    guard let shape = Distribution(sample), let skewness = shape.skewness, let kurtosis = shape.excessKurtosis,
      abs(skewness) >= self.skewness, kurtosis >= self.kurtosis
    else { return nil }
    return skewness
  }
}

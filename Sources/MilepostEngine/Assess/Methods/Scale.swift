package import MilepostModel

#if canImport(Glibc)
  import Glibc
#endif

extension TrendScale {
  /// The value on this scale; nil where the scale is not defined.
  package func transformed(_ value: Double) -> Double? {
    switch self {
    case .value: value
    case .logarithm: value > 0 ? log(value) : nil
    case .logit(let lower, let upper): value > lower && value < upper ? log((value - lower) / (upper - value)) : nil
    case .distanceFromParity: value > 0 ? abs(log(value)) : nil
    }
  }

  /// The value behind a number on this scale.
  ///
  /// - Parameter last: the last value, which tells on which side of parity a distance lies.
  package func value(of number: Double, last: Double) -> Double {
    switch self {
    case .value: return number
    case .logarithm: return exp(number)
    case .logit(let lower, let upper):
      // Two forms, so that neither overflows.
      if number > 0 { return lower + (upper - lower) / (1 + exp(-number)) }
      return lower + (upper - lower) * exp(number) / (1 + exp(number))
    // A distance is never below none: a trend reaches parity and stays there.
    case .distanceFromParity: return exp(last < 1 ? -max(0, number) : max(0, number))
    }
  }
}

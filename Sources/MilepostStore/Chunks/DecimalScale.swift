// Rounding is done by the C library where the processor has no instruction for it.
import Glibc

/// A figure as a whole number of steps of a power of ten, when that gives back the very same bits.
enum DecimalScale {
  /// More decimals than that are not decimals but what a computation left.
  static let most = 9
  /// For series with a figure that is no decimal.
  static let none: UInt8 = 255

  static let powers: [Double] = (0...most).map { decimals in (0..<decimals).reduce(1.0) { power, _ in power * 10 } }

  /// Whole numbers up to here, and powers of ten, are exact, so that their quotient is the one nearest to the decimal.
  private static let largest = 9_007_199_254_740_992.0

  /// The steps of `figure` at so many decimals; nil when they do not give it back.
  @inline(__always) static func steps(_ figure: Double, _ power: Double) -> Int64? {
    let scaled = (figure * power).rounded(.toNearestOrEven)
    // Whole numbers have no negative zero.
    guard abs(scaled) <= largest, (scaled / power).bitPattern == figure.bitPattern,
      scaled != 0 || figure.sign == .plus
    else { return nil }
    return Int64(scaled)
  }

  /// Appends the figures as differences of steps, at the least decimals at which all are whole steps.
  ///
  /// - Returns: the decimals; nil, and nothing is appended, when there are none.
  static func append(_ figures: UnsafeBufferPointer<Double>, to words: inout [UInt64]) -> Int? {
    let start = words.count
    // A figure that needs more decimals begins anew, because a large one may have fitted fewer only.
    for decimals in 0...most {
      if append(figures, powers[decimals], to: &words) { return decimals }
      words.removeLast(words.count - start)
    }
    return nil
  }

  private static func append(_ figures: UnsafeBufferPointer<Double>, _ power: Double, to words: inout [UInt64]) -> Bool
  {
    var before: Int64 = 0
    for figure in figures {
      guard let steps = steps(figure, power) else { return false }
      let difference = steps - before
      words.append(UInt64(bitPattern: (difference << 1) ^ (difference >> 63)))
      before = steps
    }
    return true
  }
}

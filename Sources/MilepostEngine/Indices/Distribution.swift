#if canImport(Glibc)
  import Glibc
#endif

/// Moments of a sample.
///
/// Skewness and kurtosis are those of type 2 in D. N. Joanes and C. A. Gill, "Comparing measures of sample skewness and
/// kurtosis", The Statistician 47 (1998), which spreadsheets, SAS and COINr use.
package struct Distribution: Hashable, Sendable {
  package let count: Int
  package let mean: Double
  /// With n − 1.
  package let standardDeviation: Double
  /// nil below three values, and when all are equal.
  package let skewness: Double?
  /// nil below four values, and when all are equal.
  package let excessKurtosis: Double?

  /// - Returns: nil without values.
  package init?(_ values: [Double]) {
    guard !values.isEmpty else { return nil }
    let n = Double(values.count)
    let mean = values.reduce(0, +) / n
    var (second, third, fourth) = (0.0, 0.0, 0.0)
    for value in values {
      let distance = value - mean
      let square = distance * distance
      second += square
      third += square * distance
      fourth += square * square
    }
    count = values.count
    self.mean = mean
    standardDeviation = values.count > 1 ? (second / (n - 1)).squareRoot() : 0
    if values.count > 2 && second > 0 {
      let plain = n.squareRoot() * third / pow(second, 1.5)
      skewness = plain * (n * (n - 1)).squareRoot() / (n - 2)
    } else {
      skewness = nil
    }
    if values.count > 3 && second > 0 {
      let plain = n * fourth / (second * second)
      excessKurtosis = ((n + 1) * (plain - 3) + 6) * (n - 1) / ((n - 2) * (n - 3))
    } else {
      excessKurtosis = nil
    }
  }
}

/// The quantile of sorted values by straight lines between them.
///
/// Type 7 in R. J. Hyndman and Y. Fan, "Sample quantiles in statistical packages", The American Statistician 50 (1996):
/// the value at place 1 + (n − 1) p.
///
/// - Precondition: there is a value, and `share` is from 0 to 1.
package func quantile(_ share: Double, ofSorted values: some RandomAccessCollection<Double>) -> Double {
  precondition(!values.isEmpty && (0...1).contains(share), "a quantile of something")
  let place = Double(values.count - 1) * share
  let below = Int(place)
  let low = values[values.index(values.startIndex, offsetBy: below)]
  guard below + 1 < values.count else { return low }
  let high = values[values.index(values.startIndex, offsetBy: below + 1)]
  return low + (place - Double(below)) * (high - low)
}

/// Pearson's correlation of two columns over the rows where both have a value; NaN stands for none.
///
/// - Returns: nil below three rows, and when one of the columns does not vary.
package func correlation(_ one: [Double], _ other: [Double]) -> Double? {
  let pairs = zip(one, other).filter { !$0.isNaN && !$1.isNaN }
  guard pairs.count > 2 else { return nil }
  let n = Double(pairs.count)
  let means = (pairs.reduce(0) { $0 + $1.0 } / n, pairs.reduce(0) { $0 + $1.1 } / n)
  var (both, first, second) = (0.0, 0.0, 0.0)
  for (left, right) in pairs {
    both += (left - means.0) * (right - means.1)
    first += (left - means.0) * (left - means.0)
    second += (right - means.1) * (right - means.1)
  }
  guard first > 0, second > 0 else { return nil }
  return both / (first * second).squareRoot()
}

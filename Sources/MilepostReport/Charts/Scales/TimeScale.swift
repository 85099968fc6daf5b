import MilepostModel

/// Time on an axis from left to right, in years.
struct TimeScale: Sendable {
  /// What stands below the axis.
  enum Naming: Sendable {
    /// One place for each year: of yearly values.
    case places
    /// From the beginning of a year to its end, named in the middle: of values for parts of a year.
    case spans

    init(_ periods: some Sequence<TimePeriod>) {
      let parts: Set<Frequency> = [.half, .quarter, .month, .day]
      self = periods.contains { parts.contains($0.frequency) } ? .spans : .places
    }
  }

  let naming: Naming
  private let scale: LinearScale

  init(_ naming: Naming, years: ClosedRange<Double>, from start: Double, to end: Double) {
    self.naming = naming
    // A period lies at its end, so that a whole year begins one before.
    let whole = (years.lowerBound - 0.001).rounded(.down)...max(years.upperBound.rounded(.up), years.lowerBound + 1)
    scale = LinearScale(
      domain: naming == .places ? years : whole, start: start + (naming == .places ? 14 : 8), end: end)
  }

  private init(_ naming: Naming, _ scale: LinearScale) {
    self.naming = naming
    self.scale = scale
  }

  func mirrored(in width: Double) -> TimeScale {
    TimeScale(naming, LinearScale(domain: scale.domain, start: width - scale.start, end: width - scale.end))
  }

  func callAsFunction(_ time: Double) -> Double { scale(time) }

  var domain: ClosedRange<Double> { scale.domain }

  /// Time and place of both ends: `2015 54.3 2024 571`.
  var ends: String {
    [domain.lowerBound, scale.start, domain.upperBound, scale.end].map { String(length: $0) }.joined(separator: " ")
  }

  /// At most `most` years, ending with the last.
  func years(atMost most: Int) -> [Int] {
    // Of spans the first year begins at the lower end.
    let first = Int(domain.lowerBound.rounded(.up)) + (naming == .spans ? 1 : 0)
    let last = Int(domain.upperBound.rounded(.down))
    guard first <= last else { return [] }
    let step = naming == .spans ? 1 : [1, 2, 5, 10, 20, 50].first { (last - first) / $0 + 1 <= most } ?? 100
    return Array(stride(from: last, through: first, by: -step).reversed())
  }
}

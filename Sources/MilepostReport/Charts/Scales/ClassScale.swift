/// Values in at most five classes between round numbers, each with its tone: blue from the lowest to the highest; where some
/// are negative and some positive, orange below zero and blue above it.
struct ClassScale: Sendable {
  struct Class: Hashable, Sendable {
    /// Holds its lower bound; the last class holds its upper bound too.
    let bounds: ClosedRange<Double>
    let tone: Tone
  }

  let classes: [Class]

  init(_ values: [Double]) {
    guard let low = values.min(), let high = values.max() else {
      classes = []
      return
    }
    let hasSides = low < 0 && high > 0
    let most = hasSides ? 4 : 6
    let domain = LinearScale.domain(holding: values, atMostTicks: most)
    let ticks = LinearScale.ticks(in: domain, atMost: most)
    let bounds = zip(ticks, ticks.dropFirst()).map { $0...$1 }.filter { $0.upperBound > low || $0.upperBound >= high }
    let below = bounds.count { $0.upperBound <= 1e-9 }
    classes = bounds.enumerated().map { place, bounds in
      guard hasSides else {
        // Few classes still reach from pale to dark.
        return Class(bounds: bounds, tone: .blue(place + 1))
      }
      return place < below
        ? Class(bounds: bounds, tone: .orange(below - place))
        : Class(bounds: bounds, tone: .blue([1, 3, 5][min(place - below, 2)]))
    }
  }

  func index(of value: Double) -> Int {
    classes.lastIndex { $0.bounds.lowerBound <= value + 1e-9 * max(1, value.magnitude) } ?? 0
  }

  func tone(of value: Double) -> Tone { classes.isEmpty ? .open : classes[index(of: value)].tone }
}

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

  /// Of counts, of which most are small and a few large: about as many values in each class, between numbers that begin with
  /// 1, 2 or 5.
  init(ofCounts values: [Double]) {
    let sorted = values.sorted()
    guard let low = sorted.first, let high = sorted.last else {
      classes = []
      return
    }
    // Few steps are all taken; of many those about which as many values lie.
    let all = ClassScale.roundNumbers(from: ClassScale.round(low), to: high)
    let inner = all.count <= 5 ? all : (0..<5).map { ClassScale.round(sorted[$0 * (sorted.count - 1) / 5]) }
    var bounds = [ClassScale.round(low)]
    for bound in inner where bound > bounds[bounds.count - 1] && bound < high { bounds.append(bound) }
    bounds.append(max(ClassScale.roundUp(high), bounds[bounds.count - 1] + 1))
    let steps = zip(bounds, bounds.dropFirst()).map { $0...$1 }
    classes = steps.enumerated().map { Class(bounds: $1, tone: .blue($0 + 1)) }
  }

  /// Those that begin with 1, 2 or 5, from one of them up to below a value.
  private static func roundNumbers(from low: Double, to high: Double) -> [Double] {
    var numbers = [low]
    while let last = numbers.last, last < high, numbers.count < 40 { numbers.append(roundUp(last + 1)) }
    return numbers.filter { $0 < high }
  }

  /// The greatest number that begins with 1, 2 or 5, followed by zeros, and is not above the value; 0 below 1.
  private static func round(_ value: Double) -> Double {
    guard value >= 1 else { return 0 }
    var power = 1.0
    while power * 10 <= value { power *= 10 }
    return [5, 2, 1].map { $0 * power }.first { $0 <= value } ?? power
  }

  private static func roundUp(_ value: Double) -> Double {
    let below = round(value)
    guard below < value else { return value }
    var power = 1.0
    while power * 10 <= value { power *= 10 }
    return [1, 2, 5, 10].map { $0 * power }.first { $0 >= value } ?? value
  }

  func index(of value: Double) -> Int {
    classes.lastIndex { $0.bounds.lowerBound <= value + 1e-9 * max(1, value.magnitude) } ?? 0
  }

  func tone(of value: Double) -> Tone { classes.isEmpty ? .open : classes[index(of: value)].tone }
}

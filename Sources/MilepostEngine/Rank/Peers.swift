import MilepostModel

/// Which newest values may be ranked together: young enough, and for the kind of period that most of them have.
///
/// A year may be compared with the year before, but seasons lie between the quarters or months of a year: of parts of a
/// year only the very same one is compared.
struct Peers {
  private let frequency: Frequency?
  /// The one period that counts; nil: any of the frequency.
  private let period: TimePeriod?
  private let maximumAge: Int
  private let asOf: CalendarDate

  /// - Parameter newest: the newest value of each area that has one.
  init(_ newest: [PeriodValue], maximumAge: Int, asOf: CalendarDate) {
    self.maximumAge = maximumAge
    self.asOf = asOf
    let young = newest.map(\.period).filter { !$0.isOlder(thanYears: maximumAge, asOf: asOf) }
    frequency = Peers.mostFrequent(young.map(\.frequency)) { $0.rawValue < $1.rawValue }
    switch frequency {
    case .half, .quarter, .month, .day:
      let frequency = frequency
      period = Peers.mostFrequent(young.filter { $0.frequency == frequency }) { $0 > $1 }
    case .year, .fiscalYear, .biennium, .range, nil: period = nil
    }
  }

  /// Of those that are equally frequent the first.
  private static func mostFrequent<Value: Hashable>(
    _ values: [Value], first comesBefore: (Value, Value) -> Bool
  ) -> Value? {
    Dictionary(grouping: values) { $0 }.max { one, other in
      one.value.count == other.value.count ? comesBefore(other.key, one.key) : one.value.count < other.value.count
    }?.key
  }

  private func position(_ newest: PeriodValue?) -> AreaRanking.Position {
    guard let newest else { return .noValue }
    if newest.period.isOlder(thanYears: maximumAge, asOf: asOf) { return .tooOld(newest) }
    let counts = newest.period.frequency == frequency && (period.map { $0 == newest.period } ?? true)
    return counts ? .unranked(newest) : .otherPeriod(newest)
  }

  /// The positions of areas by their newest values; those that count are ranked when they are two or more.
  func positions(of newest: [PeriodValue?], _ direction: Direction) -> [AreaRanking.Position] {
    var positions = newest.map(position)
    var ranked: [(place: Int, value: PeriodValue)] = []
    for (place, position) in positions.enumerated() {
      if case .unranked(let value) = position { ranked.append((place, value)) }
    }
    guard ranked.count > 1 else { return positions }
    ranked.sort {
      let (one, other) = (direction.sign * $0.value.value, direction.sign * $1.value.value)
      return one == other ? $0.place < $1.place : one > other
    }
    var start = 0
    while start < ranked.count {
      var end = start + 1
      while end < ranked.count, ranked[end].value.value.isEqual(ranked[end - 1].value.value) { end += 1 }
      for (place, value) in ranked[start..<end] {
        positions[place] = .ranked(value, place: start + 1, sharing: end - start)
      }
      start = end
    }
    return positions
  }
}

extension Double {
  /// Equal but for what is lost in computing with binary numbers.
  fileprivate func isEqual(_ other: Double) -> Bool {
    (self - other).magnitude <= 1e-9 * max(magnitude, other.magnitude)
  }
}

extension TimePeriod {
  /// Whether its end lies more than so many years before a date.
  func isOlder(thanYears years: Int, asOf: CalendarDate) -> Bool {
    TimePeriod(date: asOf).timeInYears - timeInYears > Double(years)
  }
}

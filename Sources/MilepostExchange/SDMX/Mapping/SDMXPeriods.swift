import MilepostModel

extension TimePeriod {
  /// The code of its frequency.
  package var sdmxFrequency: String {
    switch frequency {
    case .year, .fiscalYear: "A"
    case .half: "S"
    case .quarter: "Q"
    case .month: "M"
    case .day: "D"
    case .biennium: "A2"
    case .range: "_O"
    }
  }

  /// As messages write it: fiscal years, bienniums and ranges as a start and a duration, `2018-01-01/P2Y`.
  package var sdmxText: String {
    switch frequency {
    case .year, .half, .quarter, .month, .day: return description
    case .fiscalYear, .biennium, .range:
      let (year, month, day) = firstDay.components
      let next = CalendarDate(dayNumber: lastDay.dayNumber + 1).components
      guard day == 1, next.day == 1 else { return "\(firstDay)/P\(lastDay.dayNumber - firstDay.dayNumber + 1)D" }
      let months = (next.year - year) * 12 + next.month - month
      return months % 12 == 0 ? "\(firstDay)/P\(months / 12)Y" : "\(firstDay)/P\(months)M"
    }
  }

  /// The period that a message means.
  ///
  /// - Parameter frequency: the code of the dimension FREQ: `A` makes a start and a duration of a year a fiscal year.
  /// - Returns: nil when there is no such period here: weeks, thirds of a year.
  package init?(sdmx text: String, frequency: String?) {
    guard let period = SDMX.Period(text) else { return nil }
    let (year, month, day) = period.firstDay.components
    switch period.form {
    case "A": self.init(year: year)
    case "S": self.init(year: year, half: (month + 5) / 6)
    case "Q": self.init(year: year, quarter: (month + 2) / 3)
    case "M": self.init(year: year, month: month)
    case "D": self.init(date: period.firstDay)
    case "R":
      let isYear = day == 1 && TimePeriod(fiscalYear: year, startMonth: month).lastDay == period.lastDay
      if isYear, frequency == "A" {
        self.init(fiscalYear: year, startMonth: month)
      } else {
        self.init(days: period.firstDay, period.lastDay)
      }
    default: return nil
    }
  }

  /// From a day to another: a day, month or year where it is one, else a biennium or a range.
  private init?(days first: CalendarDate, _ last: CalendarDate) {
    let (year, month, _) = first.components
    for whole in [TimePeriod(year: year), TimePeriod(year: year, month: month), TimePeriod(date: first)]
    where whole.firstDay == first && whole.lastDay == last {
      self = whole
      return
    }
    if first == TimePeriod(year: year).firstDay, last == TimePeriod(year: last.year).lastDay {
      self.init(from: TimePeriod(year: year), to: TimePeriod(year: last.year))
    } else {
      self.init(from: TimePeriod(date: first), to: TimePeriod(date: last))
    }
  }
}

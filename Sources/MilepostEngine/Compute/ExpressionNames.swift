import MilepostModel

/// What the names in expressions can mean.
struct ExpressionNames {
  let indicators: [Indicator.ID: Indicator]
  let places: Set<Area.ID>
  let groups: Set<Area.ID>
  let targets: [Target.ID: Target]
  /// Codes of each dimension.
  let codes: [String: [String]]
  /// The month in which `FY…` begins; nil when the data has no fiscal years, or of several kinds.
  let fiscalYearStart: Int?

  init(_ plan: ResolvedPlan) {
    indicators = plan.indicators
    groups = Set(plan.groups.keys)
    places = groups.union(plan.areas.keys)
    targets = Dictionary(plan.plan.targets.map { ($0.id, $0) }) { first, _ in first }
    var codes: [String: [String]] = [:]
    for dataflow in plan.draft.dataflows {
      for dimension in dataflow.structure.dimensions {
        guard let list = plan.codelists[dimension.codelist] else { continue }
        let known = codes[dimension.id, default: [SeriesKey.total]]
        codes[dimension.id] = known + list.codes.map(\.id).filter { !known.contains($0) }
      }
    }
    self.codes = codes
    let fiscalYears = plan.tables.flatMap(\.periods).filter { $0.frequency == .fiscalYear }
    let starts = Set(fiscalYears.map(\.firstDay.components.month))
    fiscalYearStart = starts.count == 1 ? starts.first : nil
  }

  /// `a - b` when `a-b` is no name but its parts are: the author left out the blanks around a minus.
  func difference(in name: String) -> String? {
    for place in name.indices where name[place] == "-" {
      let left = String(name[..<place])
      let right = String(name[name.index(after: place)...])
      if indicators[Indicator.ID(left)] != nil && (indicators[Indicator.ID(right)] != nil || Double(right) != nil) {
        return "\(left) - \(right)"
      }
    }
    return nil
  }
}

/// The functions of the expression language.
enum ExpressionFunction: String, CaseIterable {
  case weightedMean = "weighted-mean"
  case sum, mean, median, count, share, ratio, rate, growth, difference, gap
  case gapRatio = "gap-ratio"
  case parity, index, previous
  case minimum = "min"
  case maximum = "max"
  case absolute = "abs"
  case target

  /// How many arguments it takes, and how they are written.
  var form: (count: ClosedRange<Int>, text: String) {
    switch self {
    case .weightedMean: (2...3, "weighted-mean(value, weight) or weighted-mean(value, weight, GROUP)")
    case .sum, .mean, .median: (1...2, "\(rawValue)(value) or \(rawValue)(value, GROUP)")
    case .count, .share: (1...2, "\(rawValue)(condition) or \(rawValue)(condition, GROUP)")
    case .ratio: (2...3, "ratio(numerator, denominator) or ratio(numerator, denominator, GROUP)")
    case .rate: (3...4, "rate(numerator, denominator, 100) or rate(numerator, denominator, 100, GROUP)")
    case .growth, .difference, .previous: (1...2, "\(rawValue)(value) or \(rawValue)(value, 5)")
    case .gap, .gapRatio: (3...3, "\(rawValue)(value, GROUP_A, GROUP_B)")
    case .parity: (2...2, "parity(women, men)")
    case .index: (2...2, "index(value, 2017)")
    case .minimum, .maximum: (2...8, "\(rawValue)(value, value)")
    case .absolute: (1...1, "abs(value)")
    case .target: (1...1, "target(2.4)")
    }
  }
}

import MilepostExchange
import MilepostModel

/// What the value of a component must be: `c[REF_AREA]=KEN,UGA`, `c[TIME_PERIOD]=ge:2018+le:2020`.
///
/// `,` is *or*, `+` is *and* and binds closer; `ne:A,B` is therefore "not A, or B". (SDMX REST 2.x, "Data queries".)
struct ComponentFilter: Hashable {
  enum Operator: String, Hashable, CaseIterable {
    case eq, ne, lt, le, gt, ge
    /// contains, does not contain, starts with, ends with
    case co, nc, sw, ew
  }

  struct Condition: Hashable {
    let sign: Operator
    let value: String
    /// The value where it is a period.
    let period: SDMX.Period?
    /// The value where it is a number.
    let number: Double?

    init(_ sign: Operator, _ value: String) {
      self.sign = sign
      self.value = value
      period = SDMX.Period(value)
      number = Double(value).flatMap { $0.isFinite ? $0 : nil }
    }
  }

  let component: String
  /// One of which must hold, and of each every condition.
  let alternatives: [[Condition]]

  init(_ component: String, alternatives: [[Condition]]) {
    self.component = component
    self.alternatives = alternatives
  }

  init(_ component: String, _ text: String) throws(RequestFault) {
    guard SDMX.Reference.isID(component) else { throw .syntax("'\(component)' is no id of a component.") }
    var alternatives: [[Condition]] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      var conditions: [Condition] = []
      for condition in part.split(separator: "+", omittingEmptySubsequences: false) {
        conditions.append(try ComponentFilter.condition(condition, of: component))
      }
      if component == SDMX.FlowParts.time, ComponentFilter.endsBeforeItBegins(conditions) {
        throw .semantic("c[\(component)]=\(part) ends before it begins.")
      }
      alternatives.append(conditions)
    }
    self.init(component, alternatives: alternatives)
  }

  private static func endsBeforeItBegins(_ conditions: [Condition]) -> Bool {
    let first = conditions.compactMap { [.ge, .gt].contains($0.sign) ? $0.period?.firstDay : nil }.max()
    let last = conditions.compactMap { [.le, .lt].contains($0.sign) ? $0.period?.lastDay : nil }.min()
    guard let first, let last else { return false }
    return first > last
  }

  private static func condition(_ text: Substring, of component: String) throws(RequestFault) -> Condition {
    var (sign, value) = (Operator.eq, text)
    if let colon = text.firstIndex(of: ":"), text.distance(from: text.startIndex, to: colon) == 2 {
      guard let written = Operator(rawValue: String(text[..<colon])) else {
        let known = Operator.allCases.map(\.rawValue).joined(separator: ", ")
        throw .syntax("'\(text[..<colon])' in c[\(component)] is no operator: one of \(known) is expected.")
      }
      (sign, value) = (written, text[text.index(after: colon)...])
    }
    guard !value.isEmpty else { throw .syntax("c[\(component)] lacks a value.") }
    let condition = Condition(sign, String(value))
    guard component != SDMX.FlowParts.time || condition.period != nil || sign.isOfText else {
      throw .syntax("'\(value)' in c[\(component)] is no period: 2020, 2020-Q1, 2020-05 and 2020-05-17 are some.")
    }
    return condition
  }

  /// The codes, where the filter is a list of codes and nothing else.
  var codes: Set<String>? {
    let codes = alternatives.compactMap { $0.count == 1 && $0[0].sign == .eq ? $0[0].value : nil }
    return codes.count == alternatives.count ? Set(codes) : nil
  }

  /// Whether a code or a text is meant; texts are compared by their scalars.
  func admits(_ text: String) -> Bool { holds { $0.holds(for: text) } }

  /// Whether a period is meant.
  ///
  /// A period is compared by the days that it covers: it is before another when its last day is before the first day of that,
  /// `le` holds when it ends no later, `ge` when it begins no earlier.
  func admits(_ period: SDMX.Period, written text: String) -> Bool {
    holds { condition in
      guard let other = condition.period, !condition.sign.isOfText else { return condition.holds(for: text) }
      return condition.sign.holds(for: period, other)
    }
  }

  /// Whether a number is meant.
  func admits(_ number: Double) -> Bool {
    holds { condition in condition.number.map { condition.sign.holds(for: number, $0) } ?? false }
  }

  private func holds(_ condition: (Condition) -> Bool) -> Bool {
    alternatives.contains { $0.allSatisfy(condition) }
  }
}

extension ComponentFilter.Condition {
  fileprivate func holds(for text: String) -> Bool {
    switch sign {
    case .eq: text == value
    case .ne: text != value
    case .lt: text.unicodeScalars.lexicographicallyPrecedes(value.unicodeScalars)
    case .ge: !text.unicodeScalars.lexicographicallyPrecedes(value.unicodeScalars)
    case .gt: value.unicodeScalars.lexicographicallyPrecedes(text.unicodeScalars)
    case .le: !value.unicodeScalars.lexicographicallyPrecedes(text.unicodeScalars)
    case .co: text.contains(value)
    case .nc: !text.contains(value)
    case .sw: text.hasPrefix(value)
    case .ew: text.hasSuffix(value)
    }
  }
}

extension ComponentFilter.Operator {
  /// Whether it looks at the signs of a value.
  fileprivate var isOfText: Bool {
    switch self {
    case .co, .nc, .sw, .ew: true
    case .eq, .ne, .lt, .le, .gt, .ge: false
    }
  }

  fileprivate func holds(for period: SDMX.Period, _ other: SDMX.Period) -> Bool {
    let isSame = period.firstDay == other.firstDay && period.lastDay == other.lastDay
    return switch self {
    case .eq: isSame
    case .ne: !isSame
    case .lt: period.lastDay < other.firstDay
    case .le: period.lastDay <= other.lastDay
    case .gt: period.firstDay > other.lastDay
    case .ge: period.firstDay >= other.firstDay
    case .co, .nc, .sw, .ew: false
    }
  }

  fileprivate func holds(for number: Double, _ other: Double) -> Bool {
    switch self {
    case .eq: number == other
    case .ne: number != other
    case .lt: number < other
    case .le: number <= other
    case .gt: number > other
    case .ge: number >= other
    case .co, .nc, .sw, .ew: false
    }
  }
}

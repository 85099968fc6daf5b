import MilepostModel

/// The meaning of indicators with their areas, periods and codes.
extension ExpressionChecker {
  /// An indicator with what its arguments say of area, period and codes.
  mutating func series(
    _ name: String, _ arguments: [Expression.Argument], _ scope: Scope, at position: SourcePosition
  ) -> Meaning? {
    guard let indicator = names.indicators[Indicator.ID(name)] else { return fail(unknown(name, arguments, position)) }
    var area: Area.ID?
    var period: TimePeriod?
    var codes: [DimensionCode] = []
    let before = diagnostics.count
    for argument in arguments {
      if let label = argument.label {
        if let code = code(label, argument, of: indicator) { codes.append(code) }
      } else if let written = self.period(argument.value) {
        if period != nil { diagnostics.report(.saidTwice("period", at: argument.position)) }
        period = written
      } else if let written = place(argument.value) {
        if area != nil { diagnostics.report(.saidTwice("area", at: argument.position)) }
        area = written
      }
    }
    if area != nil && scope.area != nil { diagnostics.report(.areaNamedInGap(at: position)) }
    guard let area = self.area(area, scope, name, at: position),
      let when = self.period(period, scope, name, at: position),
      diagnostics.count == before
    else { return nil }
    let reference = SeriesReference(indicator: indicator.id, area: area.id, period: when, codes: codes.sorted())
    return Meaning(term: .series(reference), kind: .number(FormulaUnit(indicator.unit)))
  }

  /// An area that may be the current one, so that nil can say that there is none.
  private struct ChosenArea { let id: Area.ID? }

  private mutating func area(
    _ written: Area.ID?, _ scope: Scope, _ name: String, at position: SourcePosition
  ) -> ChosenArea? {
    if let chosen = written ?? scope.area { return ChosenArea(id: chosen) }
    if scope.standsAlone && !scope.isForMembers {
      diagnostics.report(.notNamed("area", "\(name)(WORLD, 2019)", at: position))
      return nil
    }
    return ChosenArea(id: nil)
  }

  private mutating func period(
    _ written: TimePeriod?, _ scope: Scope, _ name: String, at position: SourcePosition
  ) -> SeriesReference.Period? {
    if let fixed = scope.period { return .fixed(fixed) }
    guard let written else {
      if scope.standsAlone {
        diagnostics.report(.notNamed("period", "\(name)(WORLD, 2019)", at: position))
        return nil
      }
      return .current(stepsBack: scope.stepsBack)
    }
    if scope.stepsBack == 0 { return .fixed(written) }
    guard let earlier = written.advanced(by: -scope.stepsBack) else {
      diagnostics.report(.wrongKind("a period with one before it", found: "\(written)", at: position))
      return nil
    }
    return .fixed(earlier)
  }

  private mutating func code(_ label: String, _ argument: Expression.Argument, of indicator: Indicator)
    -> DimensionCode?
  {
    guard indicator.dimensions.contains(label) else {
      diagnostics.report(.unknownDimension(label, of: indicator, at: argument.position))
      return nil
    }
    guard case .name(let code) = argument.value.node else { return nil }
    if let known = names.codes[label], !known.contains(code) {
      diagnostics.report(.unknownCode(code, label, at: argument.value.position, among: known))
      return nil
    }
    return DimensionCode(label, code)
  }

  /// The period that an argument writes; nil when it writes something else.
  func period(_ expression: Expression) -> TimePeriod? {
    switch expression.node {
    case .period(let period): return period
    case .number(let value):
      return value == value.rounded() && (1000...9999).contains(value) ? TimePeriod(year: Int(value)) : nil
    case .name(let name) where names.places.contains(Area.ID(name)): return nil
    case .name(let name): return TimePeriod(name, fiscalYearStart: names.fiscalYearStart)
    case .range, .call, .negated, .binary: return nil
    }
  }

  /// The area or group that an argument names; nil after a finding.
  mutating func place(_ expression: Expression) -> Area.ID? {
    guard case .name(let name) = expression.node else {
      diagnostics.report(.wrongKind("an area, a period or a code", found: "something else", at: expression.position))
      return nil
    }
    guard names.places.contains(Area.ID(name)) else {
      let closest = names.places.map(\.text).closest(to: name)
      diagnostics.report(.unknownPlace(name, at: expression.position, closest: closest))
      return nil
    }
    return Area.ID(name)
  }

  private func unknown(_ name: String, _ arguments: [Expression.Argument], _ position: SourcePosition) -> Diagnostic {
    let indicators = names.indicators.keys.map(\.text)
    if let difference = names.difference(in: name) {
      return .unknownName(name, at: position, hint: "minus needs blanks: '\(difference)'")
    }
    if let function = ExpressionFunction(rawValue: name) {
      return .unknownName(name, at: position, hint: "a function has brackets: \(function.form.text)")
    }
    if names.places.contains(Area.ID(name)) {
      return .wrongKind("a number", found: "the area '\(name)'", at: position, hint: "write 'indicator(\(name))'")
    }
    let functions = ExpressionFunction.allCases.map(\.rawValue)
    if !arguments.isEmpty {
      let meant = (indicators + functions).closest(to: name)
      return .unknownFunction(name, at: position, closest: meant)
    }
    return .unknownName(name, at: position, hint: indicators.closest(to: name).map { "did you mean '\($0)'?" })
  }
}

extension Diagnostic {
  fileprivate static func unknownName(_ name: String, at position: SourcePosition, hint: String?) -> Self {
    Diagnostic(.error, "MP0510", "unknown indicator '\(name)' in an expression", at: position, hint: hint)
  }

  fileprivate static func unknownFunction(_ name: String, at position: SourcePosition, closest: String?) -> Self {
    Diagnostic(
      .error, "MP0511", "unknown function or indicator '\(name)'", at: position,
      hint: closest.map { "did you mean '\($0)'?" })
  }

  fileprivate static func saidTwice(_ what: String, at position: SourcePosition) -> Self {
    Diagnostic(.error, "MP0512", "a second \(what) for one indicator", at: position, hint: "name one \(what)")
  }

  fileprivate static func areaNamedInGap(at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP0513", "an indicator inside a gap names an area of its own", at: position,
      hint: "the two groups stand after the value: gap(internet-use, DEVELOPED, LDC)")
  }

  fileprivate static func unknownPlace(_ name: String, at position: SourcePosition, closest: String?) -> Self {
    Diagnostic(
      .error, "MP0514", "unknown area or group '\(name)'", at: position, hint: closest.map { "did you mean '\($0)'?" })
  }

  fileprivate static func unknownDimension(_ name: String, of indicator: Indicator, at position: SourcePosition) -> Self
  {
    let hint =
      indicator.dimensions.isEmpty ? "it declares none" : "it declares \(indicator.dimensions.joined(separator: ", "))"
    return Diagnostic(
      .error, "MP0515", "indicator '\(indicator.id)' has no dimension '\(name)'", at: position, hint: hint)
  }

  fileprivate static func unknownCode(
    _ code: String, _ dimension: String, at position: SourcePosition, among known: [String]
  ) -> Self {
    Diagnostic(
      .error, "MP0515", "unknown code '\(code)' of \(dimension)", at: position,
      hint: known.closest(to: code).map { "did you mean '\($0)'?" } ?? "it has \(known.joined(separator: ", "))")
  }

  fileprivate static func notNamed(_ what: String, _ example: String, at position: SourcePosition) -> Self {
    Diagnostic(.error, "MP0512", "expression names no \(what)", at: position, hint: "write '\(example)'")
  }
}

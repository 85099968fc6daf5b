import MilepostModel

/// Makes exhibits of directives.
struct ExhibitReader {
  private(set) var diagnostics = Diagnostics()

  /// What a directive shows; nil for one that only says what the table below it is, and after a finding.
  enum Shown {
    case made(Exhibit.Content)
    case tableBelow
  }

  mutating func shown(_ directive: Directive) -> Shown? {
    switch directive.kind.value {
    case "chart" where directive.attribute("target") != nil:
      guard let id = value("target", of: directive, allowing: ["target"]) else { return nil }
      return .made(.targetChart(id.map { Target.ID($0) }))
    case "chart": return series(directive).map { .made(.seriesChart($0)) }
    case "statuses":
      guard allows(["goal"], directive), hasNoArgument(directive) else { return nil }
      return .made(.statuses(goal: directive.attribute("goal").map { $0.map { Goal.ID($0) } }))
    case "target":
      guard allows([], directive), let id = directive.argument else {
        diagnostics.report(.missingPart("the id of a target", of: directive, example: ":::target 2.4"))
        return nil
      }
      return .made(.target(id.map { Target.ID($0) }))
    case "table" where directive.attribute("register") != nil:
      return register(directive).map { .made(.registerTable($0)) }
    case "table" where directive.attribute("indicator") != nil: return series(directive).map { .made(.seriesTable($0)) }
    case "table": return allows(["of"], directive) && hasNoArgument(directive) ? .tableBelow : nil
    default:
      diagnostics.report(.unknownDirective(directive.kind))
      return nil
    }
  }

  /// Attributes that any directive may have.
  private static let common = ["id", "alt"]

  private mutating func allows(
    _ names: [String], _ directive: Directive, orCode allowsCodes: Bool = false
  ) -> Bool {
    let known = names + ExhibitReader.common
    let wrong = directive.attributes.map(\.name).filter { name in
      !known.contains(name.value) && !(allowsCodes && name.value.isCode)
    }
    for name in wrong { diagnostics.report(.unknownAttribute(name, of: directive, among: known)) }
    return wrong.isEmpty
  }

  private mutating func hasNoArgument(_ directive: Directive) -> Bool {
    if let argument = directive.argument { diagnostics.report(.unexpectedArgument(argument, of: directive)) }
    return directive.argument == nil
  }

  private mutating func value(
    _ name: String, of directive: Directive, allowing names: [String]
  ) -> Located<String>? {
    guard allows(names, directive), hasNoArgument(directive) else { return nil }
    return directive.attribute(name)
  }

  private mutating func series(_ directive: Directive) -> Exhibit.SeriesSelection? {
    let names = ["indicator", "areas", "from", "to", "periods"]
    guard allows(names, directive, orCode: true), hasNoArgument(directive) else { return nil }
    guard let indicator = directive.attribute("indicator") else {
      diagnostics.report(
        .missingPart(
          "a target or an indicator", of: directive, example: ":::\(directive.kind.value) indicator=ID areas=A,B"))
      return nil
    }
    guard let (from, to) = periods(directive) else { return nil }
    return Exhibit.SeriesSelection(
      indicator: indicator.map { Indicator.ID($0) },
      areas: directive.attribute("areas").map { $0.items.map { item in item.map { Area.ID($0) } } } ?? [],
      codes: directive.attributes.filter { $0.name.value.isCode }.map { DimensionCode($0.name.value, $0.value.value) },
      from: from, to: to)
  }

  /// - Returns: nil after a finding.
  private mutating func periods(_ directive: Directive) -> (from: TimePeriod?, to: TimePeriod?)? {
    if let both = directive.attribute("periods") {
      let parts = both.value.split(separator: ".", omittingEmptySubsequences: true).map(String.init)
      guard both.value.contains(".."), parts.count == 2, let from = TimePeriod(parts[0]), let to = TimePeriod(parts[1])
      else {
        diagnostics.report(.notPeriods(both, hint: "write periods=2015..2019"))
        return nil
      }
      return (from, to)
    }
    var ends: [TimePeriod?] = []
    for name in ["from", "to"] {
      guard let written = directive.attribute(name) else {
        ends.append(nil)
        continue
      }
      guard let period = TimePeriod(written.value) else {
        diagnostics.report(.notPeriods(written, hint: "write \(name)=2019"))
        return nil
      }
      ends.append(period)
    }
    return (ends[0], ends[1])
  }

  private mutating func register(_ directive: Directive) -> Exhibit.RegisterSelection? {
    guard allows(["register", "columns", "where"], directive), hasNoArgument(directive),
      let register = directive.attribute("register")
    else { return nil }
    var condition: Formula?
    if let text = directive.attribute("where") {
      guard let root = parseExpression(text.value, at: text.position, into: &diagnostics) else { return nil }
      condition = Formula(text: text.value, root: root)
    }
    return Exhibit.RegisterSelection(
      register: register.map { Register.ID($0) }, columns: directive.attribute("columns").map(\.items) ?? [],
      condition: condition)
  }
}

extension Located<String> {
  /// What stands between commas, each with its place.
  fileprivate var items: [Located<String>] {
    var column = position.column
    return value.split(separator: ",", omittingEmptySubsequences: false).map { part in
      defer { column += part.unicodeScalars.count + 1 }
      return Located(
        String(part), at: SourcePosition(file: position.file, line: position.line, column: column))
    }
  }
}

extension Diagnostic {
  private static let kinds = ["chart", "statuses", "target", "table", "box"]

  fileprivate static func unknownDirective(_ kind: Located<String>) -> Self {
    Diagnostic(
      .error, "MP1104", "unknown directive '\(kind.value)'", at: kind.position,
      hint: kinds.closest(to: kind.value).map { "did you mean '\($0)'?" }
        ?? "there are \(kinds.joined(separator: ", "))")
  }

  fileprivate static func unknownAttribute(
    _ name: Located<String>, of directive: Directive, among known: [String]
  ) -> Self {
    Diagnostic(
      .error, "MP1104", "directive '\(directive.kind.value)' has no attribute '\(name.value)'", at: name.position,
      hint: known.closest(to: name.value).map { "did you mean '\($0)'?" } ?? "it has \(known.joined(separator: ", "))")
  }

  fileprivate static func unexpectedArgument(_ argument: Located<String>, of directive: Directive) -> Self {
    Diagnostic(
      .error, "MP1104", "unexpected '\(argument.value)' in directive '\(directive.kind.value)'", at: argument.position,
      hint: "the caption stands on the line below; values are written name=value")
  }

  fileprivate static func missingPart(_ part: String, of directive: Directive, example: String) -> Self {
    Diagnostic(
      .error, "MP1104", "directive '\(directive.kind.value)' without \(part)", at: directive.kind.position,
      hint: "write \(example)")
  }

  fileprivate static func notPeriods(_ written: Located<String>, hint: String) -> Self {
    Diagnostic(.error, "MP1104", "'\(written.value)' is no period", at: written.position, hint: hint)
  }
}

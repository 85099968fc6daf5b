package import MilepostModel

/// Reads an expression; the grammar is in `docs/expressions.md`.
///
/// - Parameter position: Place of the first character of `text`; later ones are counted from there.
/// - Returns: nil after a finding, of which there is one at most.
package func parseExpression(
  _ text: String, at position: SourcePosition, into diagnostics: inout Diagnostics
) -> Expression? {
  guard let tokens = ExpressionLexer.tokens(of: text, at: position, into: &diagnostics) else { return nil }
  var parser = ExpressionParser(tokens)
  do {
    let root = try parser.expression()
    try parser.expectEnd()
    return root
  } catch {
    diagnostics.report(error.diagnostic)
    return nil
  }
}

/// Reads an expression and the format that may follow it after a colon: `internet-use(WORLD, 2019) : 0.1`.
///
/// - Returns: nil after a finding, of which there is one at most.
package func parseFigure(
  _ text: String, at position: SourcePosition, into diagnostics: inout Diagnostics
) -> Figure? {
  guard let tokens = ExpressionLexer.tokens(of: text, at: position, into: &diagnostics) else { return nil }
  var parser = ExpressionParser(tokens)
  do {
    let root = try parser.expression()
    let format = try parser.format()
    try parser.expectEnd()
    return Figure(text: text.prefix { $0 != ":" }.inOneLine, root: root, format: format)
  } catch {
    diagnostics.report(error.diagnostic)
    return nil
  }
}

/// What stops the parser.
private struct ExpressionFault: Error {
  let diagnostic: Diagnostic

  init(_ diagnostic: Diagnostic) { self.diagnostic = diagnostic }
}

/// Recursive descent, one function per rule of the grammar.
private struct ExpressionParser {
  /// Brackets and signs inside each other; deeper ones are refused.
  static let depthLimit = 50

  private let tokens: [ExpressionToken]
  private var index = 0
  private var depth = 0

  init(_ tokens: [ExpressionToken]) { self.tokens = tokens }

  private var token: ExpressionToken { tokens[index] }
  private var follower: ExpressionToken { tokens[min(index + 1, tokens.count - 1)] }

  private mutating func take() -> ExpressionToken {
    defer { if index < tokens.count - 1 { index += 1 } }
    return tokens[index]
  }

  private mutating func take(_ sign: String) -> Bool {
    guard token.kind == .sign(sign) else { return false }
    index += 1
    return true
  }

  mutating func expression() throws(ExpressionFault) -> Expression {
    try joined(by: ["or": .or]) { parser throws(ExpressionFault) in
      try parser.joined(by: ["and": .and]) { parser throws(ExpressionFault) in try parser.comparison() }
    }
  }

  private mutating func comparison() throws(ExpressionFault) -> Expression {
    let left = try sum()
    if let trend = try trend(of: left) { return trend }
    guard let found = comparisonSign else { return left }
    let place = take().position
    if isEqualSign(token), found == .equal { throw ExpressionFault(.doubledEqualSign(at: token.position)) }
    let whole = Expression(.binary(found, left, try sum()), at: place)
    if comparisonSign != nil { throw ExpressionFault(.chainedComparison(at: token.position)) }
    return whole
  }

  /// `rises over 2005..2019` behind a value, as the call that it means; nil when nothing of the kind follows.
  private mutating func trend(of value: Expression) throws(ExpressionFault) -> Expression? {
    guard case .word(let verb) = token.kind, Expression.trends.contains(verb), follower.kind == .word("over") else {
      return nil
    }
    let place = token.position
    index += 2
    let range = token
    guard case .word(let word) = range.kind, let node = periods(word) else {
      throw ExpressionFault(.expectedRange(found: range))
    }
    index += 1
    let arguments = [
      Expression.Argument(value, at: value.position),
      Expression.Argument(Expression(node, at: range.position), at: range.position),
    ]
    return Expression(.call(verb, arguments), at: place)
  }

  /// `2005..2019`; nil for other words.
  private func periods(_ word: String) -> Expression.Node? {
    var dots = word.startIndex
    while dots < word.endIndex, !word[dots...].hasPrefix("..") { dots = word.index(after: dots) }
    guard dots < word.endIndex, let from = TimePeriod(String(word[..<dots])),
      let to = TimePeriod(String(word[dots...].dropFirst(2))), from.frequency == to.frequency, from < to
    else { return nil }
    return .range(from, to)
  }

  private func isEqualSign(_ token: ExpressionToken) -> Bool { token.kind == .sign("=") }

  private var comparisonSign: Expression.Operator? {
    guard case .sign(let sign) = token.kind, let found = Expression.Operator(rawValue: sign) else { return nil }
    switch found {
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual: return found
    case .add, .subtract, .multiply, .divide, .and, .or: return nil
    }
  }

  private mutating func sum() throws(ExpressionFault) -> Expression {
    try joined(by: ["+": .add, "-": .subtract]) { parser throws(ExpressionFault) in
      try parser.joined(by: ["*": .multiply, "/": .divide]) { parser throws(ExpressionFault) in try parser.factor() }
    }
  }

  /// Operands of one rank, from the left.
  private mutating func joined(
    by operators: [String: Expression.Operator],
    _ operand: (inout ExpressionParser) throws(ExpressionFault) -> Expression
  ) throws(ExpressionFault) -> Expression {
    var left = try operand(&self)
    while let found = rank(operators) {
      let place = take().position
      left = Expression(.binary(found, left, try operand(&self)), at: place)
    }
    return left
  }

  private func rank(_ operators: [String: Expression.Operator]) -> Expression.Operator? {
    switch token.kind {
    case .word(let text), .sign(let text): operators[text]
    case .end: nil
    }
  }

  private mutating func factor() throws(ExpressionFault) -> Expression {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.depthLimit else { throw ExpressionFault(.expressionTooDeep(at: token.position)) }
    let place = token.position
    if take("-") { return Expression(.negated(try factor()), at: place) }
    if take("(") {
      let inner = try expression()
      try expect(")")
      return inner
    }
    guard case .word(let word) = token.kind, word != "and", word != "or" else {
      throw ExpressionFault(.expectedOperand(found: token))
    }
    index += 1
    if case .sign("(") = token.kind { return Expression(.call(word, try arguments(of: word)), at: place) }
    return Expression(try meaning(of: word, at: place), at: place)
  }

  private func meaning(of word: String, at place: SourcePosition) throws(ExpressionFault) -> Expression.Node {
    if let number = plainNumber(word) { return .number(number) }
    if let period = TimePeriod(word) { return .period(period) }
    if let range = periods(word) { return range }
    let hasLetter = word.unicodeScalars.contains { $0.properties.isAlphabetic }
    guard hasLetter, word.unicodeScalars.last != "-" else {
      throw ExpressionFault(.neitherNumberNorName(word, at: place))
    }
    return .name(word)
  }

  private func plainNumber(_ word: String) -> Double? {
    let parts = word.split(separator: ".", omittingEmptySubsequences: false)
    let isPlain = parts.count <= 2 && parts.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy(\.isDigit) }
    return isPlain ? Double(word).flatMap { $0.canBeAFigure ? $0 : nil } : nil
  }

  private mutating func arguments(of callee: String) throws(ExpressionFault) -> [Expression.Argument] {
    try expect("(")
    if take(")") { return [] }
    var arguments: [Expression.Argument] = []
    repeat {
      arguments.append(try argument(of: callee))
    } while take(",")
    try expect(")")
    return arguments
  }

  private mutating func argument(of callee: String) throws(ExpressionFault) -> Expression.Argument {
    let place = token.position
    if Self.takesIdentifiers.contains(callee) { return Expression.Argument(try identifier(), at: place) }
    if case .word(let label) = token.kind, label.isDimensionName, isEqualSign(follower) {
      index += 2
      return Expression.Argument(label: label, try identifier(), at: place)
    }
    return Expression.Argument(try expression(), at: place)
  }

  /// Functions whose argument is an id of the plan, which may look like a number.
  private static let takesIdentifiers: Set<String> = [
    "target", "baseline", "current", "projected", "probability", "pace", "pace-needed", "status", "targets",
    "outcomes",
  ]

  private mutating func identifier() throws(ExpressionFault) -> Expression {
    guard case .word(let word) = token.kind else { throw ExpressionFault(.expectedOperand(found: token)) }
    return Expression(.name(word), at: take().position)
  }

  private mutating func expect(_ sign: String) throws(ExpressionFault) {
    guard take(sign) else { throw ExpressionFault(.expectedSign("'\(sign)'", found: token)) }
  }

  func expectEnd() throws(ExpressionFault) {
    guard token.kind == .end else { throw ExpressionFault(.expectedSign("an operator", found: token)) }
  }

  /// What follows a colon: a sign, a step, a scale word, a percent sign.
  mutating func format() throws(ExpressionFault) -> Figure.Format? {
    guard take(":") else { return nil }
    let isSigned = take("+")
    guard case .word(let word) = token.kind, let exponent = powerOfTen(word) else {
      throw ExpressionFault(.unknownFormat(token))
    }
    index += 1
    if take("%") { return Figure.Format(exponent: exponent, hasPercentSign: true, isSigned: isSigned) }
    guard case .word(let name) = token.kind else { return Figure.Format(exponent: exponent, isSigned: isSigned) }
    guard let scale = Figure.Format.Scale.named(name) else { throw ExpressionFault(.unknownFormat(token)) }
    index += 1
    return Figure.Format(exponent: exponent, scale: scale, isSigned: isSigned)
  }

  /// -1 for `0.1`, 3 for `1000`; ten digits at most on either side.
  private func powerOfTen(_ word: String) -> Int? {
    guard word.utf8.count <= 12 else { return nil }
    if word.hasPrefix("0."), word.hasSuffix("1"), word.dropFirst(2).dropLast().allSatisfy({ $0 == "0" }) {
      return 2 - word.utf8.count
    }
    return word.hasPrefix("1") && word.dropFirst().allSatisfy { $0 == "0" } ? word.utf8.count - 1 : nil
  }
}

extension Figure.Format.Scale {
  fileprivate static func named(_ word: String) -> Self? { allCases.first { "\($0)" == word && $0 != .units } }
}

extension String {
  fileprivate var isDimensionName: Bool {
    unicodeScalars.allSatisfy { ("A"..."Z").contains($0) || ("0"..."9").contains($0) || $0 == "_" }
      && unicodeScalars.contains { ("A"..."Z").contains($0) }
  }
}

extension Diagnostic {
  fileprivate static func expectedOperand(found token: ExpressionToken) -> Self {
    Diagnostic(.error, "MP0502", "expected a number, a name or '(' but found \(token.name)", at: token.position)
  }

  fileprivate static func expectedSign(_ expected: String, found token: ExpressionToken) -> Self {
    Diagnostic(.error, "MP0502", "expected \(expected) but found \(token.name)", at: token.position)
  }

  fileprivate static func doubledEqualSign(at position: SourcePosition) -> Self {
    Diagnostic(.error, "MP0502", "expected an operand but found '='", at: position, hint: "equality is one '='")
  }

  fileprivate static func chainedComparison(at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP0502", "two comparisons in a row", at: position, hint: "join them: 'a < b and b < c'")
  }

  fileprivate static func neitherNumberNorName(_ word: String, at position: SourcePosition) -> Self {
    let parts = word.split(separator: "-", omittingEmptySubsequences: true)
    let hint =
      parts.count > 1
      ? "minus needs blanks: '\(parts.joined(separator: " - "))'"
      : word.hasSuffix("-") ? "minus needs a blank on both sides" : "an id of the plan is written 'target(2.4)'"
    return Diagnostic(.error, "MP0503", "'\(word)' is neither a number, a period nor a name", at: position, hint: hint)
  }

  fileprivate static func expressionTooDeep(at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP0504", "expression nested deeper than \(ExpressionParser.depthLimit) levels", at: position,
      hint: "give a part of it a name: an indicator with a formula of its own")
  }

  fileprivate static func unknownFormat(_ token: ExpressionToken) -> Self {
    Diagnostic(
      .error, "MP0502", "expected a rounding step but found \(token.name)", at: token.position,
      hint: "write '1', '0.1', '1000', '0.1 million', '0.1 %' or '+0.1'")
  }

  fileprivate static func expectedRange(found token: ExpressionToken) -> Self {
    Diagnostic(
      .error, "MP0502", "expected two periods, the earlier first, but found \(token.name)", at: token.position,
      hint: "write '2005..2019'")
  }
}

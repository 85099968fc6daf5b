import MilepostModel

/// A word, sign or the end of an expression.
struct ExpressionToken: Hashable {
  enum Kind: Hashable {
    /// Letters, digits, `_`, `-` and `.`, and a period with its `/`: names, numbers, periods, codes.
    case word(String)
    /// An operator, a bracket, a comma or a colon.
    case sign(String)
    case end
  }

  let kind: Kind
  let position: SourcePosition

  /// How a message names it.
  var name: String {
    switch kind {
    case .word(let text), .sign(let text): "'\(text)'"
    case .end: "the end"
    }
  }
}

/// Cuts an expression into tokens.
struct ExpressionLexer {
  /// Scalars; longer expressions are refused.
  static let lengthLimit = 2000

  private let scalars: [Unicode.Scalar]
  private let start: SourcePosition
  private var index = 0
  private var line: Int
  private var column: Int

  private init(_ text: String, at start: SourcePosition) {
    scalars = Array(text.unicodeScalars)
    self.start = start
    line = start.line
    column = start.column
  }

  /// - Returns: The tokens, the last of them the end; nil after a finding.
  static func tokens(
    of text: String, at start: SourcePosition, into diagnostics: inout Diagnostics
  ) -> [ExpressionToken]? {
    guard text.unicodeScalars.count <= lengthLimit else {
      diagnostics.report(.expressionTooLong(at: start))
      return nil
    }
    var lexer = ExpressionLexer(text, at: start)
    var tokens: [ExpressionToken] = []
    while true {
      guard let token = lexer.next(into: &diagnostics) else { return nil }
      tokens.append(token)
      if token.kind == .end { return tokens }
    }
  }

  private var position: SourcePosition { SourcePosition(file: start.file, line: line, column: column) }

  private mutating func next(into diagnostics: inout Diagnostics) -> ExpressionToken? {
    while index < scalars.count, scalars[index].properties.isWhitespace { advance() }
    let place = position
    guard index < scalars.count else { return ExpressionToken(kind: .end, position: place) }
    if scalars[index].isWordStart { return ExpressionToken(kind: .word(word()), position: place) }
    for length in [2, 1] where index + length <= scalars.count {
      let sign = text(index..<index + length)
      guard Self.signs.contains(sign) else { continue }
      for _ in 0..<length { advance() }
      return ExpressionToken(kind: .sign(sign), position: place)
    }
    diagnostics.report(.unexpectedCharacter(scalars[index], before: follower, at: place))
    return nil
  }

  private static let signs: Set<String> = [
    "+", "-", "*", "/", "=", "!=", "<", "<=", ">", ">=", "(", ")", ",", ":", "%",
  ]

  private var follower: Unicode.Scalar? { index + 1 < scalars.count ? scalars[index + 1] : nil }

  private func text(_ range: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[range])
    return String(view)
  }

  private func endOfWord(from start: Int) -> Int {
    var end = start
    while end < scalars.count, scalars[end].isWordPart { end += 1 }
    return end
  }

  private mutating func word() -> String {
    var end = endOfWord(from: index)
    if end < scalars.count, scalars[end] == "/", end + 1 < scalars.count, scalars[end + 1].isWordStart {
      let far = endOfWord(from: end + 1)
      if TimePeriod(text(index..<far)) != nil { end = far }
    }
    let word = text(index..<end)
    while index < end { advance() }
    return word
  }

  private mutating func advance() {
    if scalars[index] == "\n" {
      line += 1
      column = 1
    } else {
      column += 1
    }
    index += 1
  }
}

extension Unicode.Scalar {
  fileprivate var isASCIILetterOrDigit: Bool {
    ("a"..."z").contains(self) || ("A"..."Z").contains(self) || ("0"..."9").contains(self)
  }

  fileprivate var isWordStart: Bool { isASCIILetterOrDigit || self == "_" }
  fileprivate var isWordPart: Bool { isWordStart || self == "-" || self == "." }
}

extension Diagnostic {
  fileprivate static func expressionTooLong(at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP0504", "expression longer than \(ExpressionLexer.lengthLimit) characters", at: position,
      hint: "give a part of it a name: an indicator with a formula of its own")
  }

  fileprivate static func unexpectedCharacter(
    _ scalar: Unicode.Scalar, before next: Unicode.Scalar?, at position: SourcePosition
  ) -> Self {
    let shown = scalar.properties.generalCategory == .control ? "U+\(String(scalar.value, radix: 16))" : "\(scalar)"
    let hint: String? =
      switch scalar {
      case "\u{2212}", "\u{2013}", "\u{2014}": "write '-' with a blank on both sides"
      case "\u{00D7}", "\u{22C5}", "\u{00B7}": "write '*'"
      case "\u{00F7}": "write '/'"
      case "\u{2264}": "write '<='"
      case "\u{2265}": "write '>='"
      case "\u{2260}": "write '!='"
      case "&": "write 'and'"
      case "|": next == "|" ? "write 'or'" : "a format follows a colon, as in 'internet-use(WORLD, 2019) : 0.1'"
      case "\"", "'", "\u{201C}", "\u{2019}": "names and codes stand without quotes"
      default: nil
      }
    return Diagnostic(.error, "MP0501", "unexpected character '\(shown)' in an expression", at: position, hint: hint)
  }
}

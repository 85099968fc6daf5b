/// What a chapter binds to data: an asserted or inserted figure, or a claim, with the place of a finding about it.
struct BoundText {
  enum Kind {
    /// `[words]{= …}`
    case asserted(words: String)
    /// `{= …}`
    case inserted
    /// `[words]{? …}` or `{? …}`
    case claim
  }

  let kind: Kind
  /// The expression without its format.
  let expression: String
  let line: Int
  /// Of the first sign of the words, or of the brace where there are none; in scalars from 1.
  let column: Int
  /// The line of the closing brace.
  let lastLine: Int

  /// Everything bound in a chapter, in the order of the text.
  static func all(in source: String) -> [BoundText] {
    let scalars = Array(source.unicodeScalars)
    var found: [BoundText] = []
    for open in scalars.indices.dropLast() where scalars[open] == "{" {
      guard scalars[open + 1] == "=" || scalars[open + 1] == "?" else { continue }
      guard open == 0 || scalars[open - 1] != "\\" else { continue }
      guard let close = scalars[open...].firstIndex(of: "}") else { continue }
      let isClaim = scalars[open + 1] == "?"
      let body = text(scalars[(open + 2)..<close])
      var place = open
      var kind: Kind = isClaim ? .claim : .inserted
      if let bracket = bracket(closedBefore: open, in: scalars) {
        place = bracket + 1
        if !isClaim { kind = .asserted(words: text(scalars[place..<(open - 1)])) }
      }
      let before = scalars[..<place]
      let ahead = before.reversed().prefix { $0 != "\n" }.count
      found.append(
        BoundText(
          kind: kind, expression: withoutFormat(body), line: before.count { $0 == "\n" } + 1,
          column: ahead + 1, lastLine: scalars[..<close].count { $0 == "\n" } + 1))
    }
    return found
  }

  private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Where the bracket opens that closes right before the brace.
  private static func bracket(closedBefore brace: Int, in scalars: [Unicode.Scalar]) -> Int? {
    guard brace > 0, scalars[brace - 1] == "]" else { return nil }
    var depth = 0
    for place in scalars[..<brace].indices.reversed() {
      if scalars[place] == "]" { depth += 1 }
      guard scalars[place] == "[" else { continue }
      depth -= 1
      if depth == 0 { return place }
    }
    return nil
  }

  private static func withoutFormat(_ body: String) -> String {
    guard let colon = body.lastIndex(of: ":") else { return body }
    return String(body[..<colon])
  }
}

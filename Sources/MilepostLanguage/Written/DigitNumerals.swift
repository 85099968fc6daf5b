/// Reads digits with the marks of a language: `1,234.5`, `1 234,5`, `٤٫١`.
struct DigitNumerals {
  let words: NumberWords
  let tokens: [WrittenToken]

  /// The longest number that begins at a token.
  ///
  /// - Returns: nil where the marks leave open what is meant.
  func read(at start: Int, isNegative: Bool = false) -> (digits: WrittenDigits, end: Int)? {
    guard start < tokens.count, case .digits(let script) = tokens[start].kind else { return nil }
    var whole = tokens[start].text
    guard whole.utf8.count <= WrittenDigits.mostDigits else { return nil }
    let (mark, wholeEnd) = groups(from: start, into: &whole)
    var end = wholeEnd
    var fraction: String?
    if let digits = decimals(at: end, script) {
      fraction = digits
      end += 2
    }
    guard !isOpen(mark: mark, start: start, end: end, fraction: fraction, script),
      let digits = WrittenDigits(isNegative: isNegative, whole: whole, fraction: fraction)
    else { return nil }
    return (digits, end)
  }

  /// Appends the groups of three that follow, all after one mark.
  private func groups(from start: Int, into whole: inout String) -> (mark: String?, end: Int) {
    var end = start + 1
    var mark: String?
    guard whole.utf8.count <= 3 else { return (nil, end) }
    while let group = group(at: end), mark == nil || mark == group.mark, whole.utf8.count < WrittenDigits.mostDigits {
      mark = group.mark
      whole += tokens[group.end - 1].text
      end = group.end
    }
    return (mark, end)
  }

  private func group(at place: Int) -> (mark: String, end: Int)? {
    guard place < tokens.count else { return nil }
    if isGroup(tokens[place], after: .blank) { return (" ", place + 1) }
    guard tokens[place].gap == .none, words.thousandsMarks.contains(tokens[place].text), place + 1 < tokens.count,
      isGroup(tokens[place + 1], after: .none)
    else { return nil }
    return (tokens[place].text, place + 2)
  }

  private func isGroup(_ token: WrittenToken, after gap: WrittenToken.Gap) -> Bool {
    token.isDigits && token.gap == gap && token.text.utf8.count == 3
  }

  private func decimals(at place: Int, _ script: WrittenToken.Script) -> String? {
    guard place + 1 < tokens.count, tokens[place].gap == .none, isDecimalMark(tokens[place].text, script),
      case .digits(script) = tokens[place + 1].kind, tokens[place + 1].gap == .none
    else { return nil }
    return tokens[place + 1].text
  }

  /// The comma after Arabic digits is one, because typewriters have no other.
  private func isDecimalMark(_ mark: String, _ script: WrittenToken.Script) -> Bool {
    words.decimalMarks.contains(mark) || (script == .arabic && mark == ",")
  }

  /// Whether another reader could take the number for another one.
  private func isOpen(
    mark: String?, start: Int, end: Int, fraction: String?, _ script: WrittenToken.Script
  ) -> Bool {
    if words.isGroupAmbiguous, let mark, mark != " ", end - start == 3 { return true }
    if script == .arabic, mark == ",", fraction == nil, end - start == 3 { return true }
    return isContinued(at: end)
  }

  /// Whether a mark and more digits follow: `1.2.3`, `1,23`.
  private func isContinued(at end: Int) -> Bool {
    guard end + 1 < tokens.count, tokens[end].gap == .none, tokens[end + 1].gap == .none, tokens[end + 1].isDigits
    else { return false }
    return [".", ",", "٫", "٬", "'", "’"].contains(tokens[end].text)
  }
}

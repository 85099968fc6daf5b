/// Numbers that count the items of a text: `1.` at the beginning of a line, `(1) …, (2) …` within it, the `3.1` of a heading.
struct ListMarks {
  private let tokens: [WrittenToken]
  private let chunks: WrittenChunks
  /// The numbers of items within a line.
  private let enumerators: Set<Int>

  init(_ tokens: [WrittenToken], _ chunks: WrittenChunks) {
    self.tokens = tokens
    self.chunks = chunks
    enumerators = ListMarks.enumerators(tokens)
  }

  /// - Returns: where the mark that begins at a token ends.
  func end(at start: Int) -> Int? {
    guard tokens[start].isDigits, start + 1 < tokens.count else { return nil }
    if enumerators.contains(start) { return start + 1 }
    var first = start
    while first > 0, ["#", "("].contains(tokens[first - 1].text), tokens[first].gap <= .blank { first -= 1 }
    guard first == 0 || tokens[first].gap >= .line else { return nil }
    if first < start, tokens[first].text == "#" { return chunks.end(from: start) }
    guard [".", ")"].contains(tokens[start + 1].text), tokens[start + 1].gap == .none,
      start + 2 == tokens.count || tokens[start + 2].gap != .none, let number = tokens.number(at: start, digits: 1...3),
      first == 0 || tokens[first].gap == .paragraph || number < 10 || followsItem(first)
    else { return nil }
    return start + 1
  }

  /// Whether the line before begins with the number of an item.
  private func followsItem(_ place: Int) -> Bool {
    var first = place - 1
    while first > 0, tokens[first].gap < .line { first -= 1 }
    return tokens[first].isDigits && [".", ")"].contains(tokens.text(at: first + 1))
  }

  /// Tokens from one item to the next at most.
  private static let longestItem = 400

  /// Numbers before a closing bracket that go on from 1, each one more than the last.
  private static func enumerators(_ tokens: [WrittenToken]) -> Set<Int> {
    var found: Set<Int> = []
    var last: [Int: Int] = [:]
    for place in tokens.indices {
      guard isBracketed(tokens, place), let number = tokens.number(at: place, digits: 1...2) else { continue }
      if number > 1, let before = last[number - 1], place - before < longestItem, number == 2 || found.contains(before)
      {
        found.formUnion([before, place])
      }
      last[number] = place
    }
    return found
  }

  /// `(1)` or ` 1)`.
  private static func isBracketed(_ tokens: [WrittenToken], _ place: Int) -> Bool {
    guard tokens[place].isDigits, [")", "）"].contains(tokens.text(at: place + 1)), tokens[place + 1].gap == .none else {
      return false
    }
    return tokens[place].gap != .none || ["(", "（"].contains(tokens.text(at: place - 1))
  }
}

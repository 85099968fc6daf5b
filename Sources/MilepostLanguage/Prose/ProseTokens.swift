/// The tokens of a text in which numerals are looked for, without addresses and code.
struct ProseTokens {
  private let vocabulary: NumberVocabulary
  private let scalars: [Unicode.Scalar]
  /// What stands where something is left out, so that nothing is read across it.
  static let blank = "\u{FFFC}"

  init(_ scalars: [Unicode.Scalar], _ vocabulary: NumberVocabulary) {
    self.scalars = scalars
    self.vocabulary = vocabulary
  }

  /// In the order of the text.
  func tokens() -> [WrittenToken] {
    let left = leftOut()
    var result: [WrittenToken] = []
    var next = 0
    for token in WrittenTokens.of(scalars) {
      while next < left.count, left[next].upperBound <= token.range.lowerBound { next += 1 }
      guard next < left.count, left[next].lowerBound < token.range.upperBound else {
        append(token, to: &result)
        continue
      }
      if result.last?.text != ProseTokens.blank {
        result.append(WrittenToken(kind: .sign, text: ProseTokens.blank, range: token.range, gap: token.gap))
      }
    }
    return result
  }

  /// Cuts off what Arabic joins to the word after it, where that one can begin a number.
  private func append(_ token: WrittenToken, to result: inout [WrittenToken]) {
    guard vocabulary.words.andPrefix != nil, token.kind == .word, token.range.count > 2,
      let first = token.text.unicodeScalars.first, "وفبل".unicodeScalars.contains(first),
      !vocabulary.beginnings.contains(token.text)
    else { return result.append(token) }
    let rest = String(token.text.dropFirst())
    guard vocabulary.beginnings.contains(rest) else { return result.append(token) }
    let start = token.range.lowerBound
    result.append(WrittenToken(kind: .word, text: String(first), range: start..<start + 1, gap: token.gap))
    result.append(WrittenToken(kind: .word, text: rest, range: start + 1..<token.range.upperBound, gap: .none))
  }

  /// Addresses, code between backticks and the targets of links, sorted.
  private func leftOut() -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var ends = codeEnds()
    var place = 0
    while place < scalars.count {
      let end = codeEnd(at: place, &ends) ?? linkEnd(at: place) ?? addressEnd(at: place)
      if let end, end > place {
        ranges.append(start(of: place)..<end)
        place = end
      } else {
        place += 1
      }
    }
    return ranges
  }

  /// An e-mail address begins before its sign.
  private func start(of place: Int) -> Int {
    guard scalars[place] == "@" else { return place }
    var start = place
    while start > 0, scalars[start - 1].isInAddress { start -= 1 }
    return start
  }

  /// Where runs of backticks stand, by their length, the last first.
  private func codeEnds() -> [Int: [Int]] {
    var ends: [Int: [Int]] = [:]
    var place = 0
    while place < scalars.count {
      let length = run(at: place)
      if length > 0 { ends[length, default: []].append(place) }
      place += max(length, 1)
    }
    return ends.mapValues { $0.reversed() }
  }

  private func run(at place: Int) -> Int {
    var end = place
    while end < scalars.count, scalars[end] == "`" { end += 1 }
    return end - place
  }

  /// Up to the next run of as many backticks; without one they stand for themselves.
  private func codeEnd(at place: Int, _ ends: inout [Int: [Int]]) -> Int? {
    let length = run(at: place)
    guard length > 0 else { return nil }
    while let end = ends[length]?.last, end <= place { ends[length]?.removeLast() }
    guard let end = ends[length]?.last, length > 2 || !hasEmptyLine(place..<end) else { return place + length }
    return end + length
  }

  private func hasEmptyLine(_ range: Range<Int>) -> Bool {
    var isEmpty = false
    for place in range where !scalars[place].isBlank || scalars[place] == "\n" {
      if scalars[place] == "\n", isEmpty { return true }
      isEmpty = scalars[place] == "\n"
    }
    return false
  }

  /// The target of `[text](target)`.
  private func linkEnd(at place: Int) -> Int? {
    guard scalars[place] == "(", place > 0, scalars[place - 1] == "]" else { return nil }
    var end = place + 1
    while end < scalars.count, !scalars[end].isBlank, scalars[end] != ")" { end += 1 }
    return end
  }

  private func addressEnd(at place: Int) -> Int? {
    switch scalars[place] {
    case ":": begins("://", at: place) ? addressEnd(from: place + 3) : nil
    case "w", "W": begins("www.", at: place) ? addressEnd(from: place + 4) : nil
    case "@": addressEnd(from: place + 1)
    default: nil
    }
  }

  private func begins(_ small: String, at place: Int) -> Bool {
    let letters = Array(small.unicodeScalars)
    guard place + letters.count <= scalars.count else { return false }
    return letters.indices.allSatisfy { index in
      let scalar = scalars[place + index]
      return scalar == letters[index] || (scalar == "W" && letters[index] == "w")
    }
  }

  /// Signs that end a sentence do not belong to it.
  private func addressEnd(from place: Int) -> Int {
    var end = place
    while end < scalars.count, scalars[end].isInAddress { end += 1 }
    while end > place, [".", "?", "-"].contains(scalars[end - 1]) { end -= 1 }
    return end
  }
}

extension Unicode.Scalar {
  fileprivate var isInAddress: Bool {
    switch self {
    case "a"..."z", "A"..."Z", "0"..."9", ".", "-", "_", "~", "/", "?", "#", "@", "!", "$", "&", "+", "%", "=", ":":
      true
    default: false
    }
  }
}

/// Composes numbers below 1000 of words: `twenty-four`, `quatre-vingt-onze`, `أربعة وعشرون`.
struct WordNumerals {
  let vocabulary: NumberVocabulary
  let tokens: [WrittenToken]

  /// The longest number that begins at a token.
  ///
  /// - Parameter isJoined: whether more of a number stands before it, so that a word for `and` may begin it.
  func read(at start: Int, isJoined: Bool = false) -> (number: Int, end: Int)? {
    var (sum, end) = (0, start)
    var isEmpty = true
    while true {
      let (place, hasAnd) = afterAnd(end, isEmpty: isEmpty && !isJoined)
      if let next = word(at: place), isEmpty || fits(next.number, after: sum, hasAnd: hasAnd) {
        sum += next.number
        end = next.end
      } else if let next = joinedWord(at: end), isEmpty ? isJoined : fits(next.number, after: sum, hasAnd: true) {
        sum += next.number
        end = next.end
      } else if let next = hundred(at: place, after: isEmpty ? nil : sum) {
        sum = next.number
        end = next.end
      } else {
        return isEmpty ? nil : (sum, end)
      }
      isEmpty = false
    }
  }

  private func word(at place: Int) -> (number: Int, end: Int)? {
    vocabulary.numerals.match(tokens, at: place).map { ($0.meaning, $0.end) }
  }

  private func joinedWord(at place: Int) -> (number: Int, end: Int)? {
    vocabulary.joined.match(tokens, at: place).map { ($0.meaning, $0.end) }
  }

  /// The place after words for `and` and hyphens, of which there are at most three: `vingt-et-un`.
  private func afterAnd(_ start: Int, isEmpty: Bool) -> (place: Int, hasAnd: Bool) {
    guard !isEmpty else { return (start, false) }
    var place = start
    while place < start + 3, let next = vocabulary.and.match(tokens, at: place) {
      let isHyphen = tokens[place].text == "-"
      guard !isHyphen || tokens[place].gap == .none else { break }
      place = next.end
    }
    return (place, place > start)
  }

  private func fits(_ number: Int, after sum: Int, hasAnd: Bool) -> Bool {
    let rest = sum % 100
    switch number {
    case 1...9: return sum % 10 == 0 && rest != 10
    case 10...19: return rest == 0 || ((rest == 60 || rest == 80) && vocabulary.words.hundredAlone)
    case 20...99: return rest == 0 || (hasAnd && rest < 10 && vocabulary.words.andPrefix != nil)
    default: return false
    }
  }

  private func hundred(at place: Int, after sum: Int?) -> (number: Int, end: Int)? {
    if let sum, !(1...9).contains(sum) { return nil }
    if let next = vocabulary.hundred.match(tokens, at: place) {
      guard sum != nil || vocabulary.words.hundredAlone else { return nil }
      return (100 * (sum ?? 1), next.end)
    }
    guard sum == nil, let article = vocabulary.articles.match(tokens, at: place),
      let next = vocabulary.hundred.match(tokens, at: article.end)
    else { return nil }
    return (100, next.end)
  }
}

/// Words of a language with what each stands for, found at a place in a text; the longest first.
struct WrittenPhrases<Meaning: Sendable>: Sendable {
  private struct Phrase: Sendable {
    let rest: [String]
    let meaning: Meaning
  }

  private var phrases: [String: [Phrase]] = [:]

  /// - Parameter rows: meanings with their forms, which stand between commas.
  init(_ rows: [(Meaning, String)]) {
    for (meaning, forms) in rows { add(forms, meaning) }
    for (first, list) in phrases { phrases[first] = list.sorted { $0.rest.count > $1.rest.count } }
  }

  private mutating func add(_ forms: String, _ meaning: Meaning) {
    for form in forms.split(separator: ", ") {
      let words = WrittenTokens.of(String(form)).map(\.text)
      guard let first = words.first else { continue }
      phrases[first, default: []].append(Phrase(rest: Array(words.dropFirst()), meaning: meaning))
    }
  }

  /// The first words of all.
  var beginnings: some Collection<String> { phrases.keys }

  /// - Returns: the meaning of the longest phrase that begins at a token, and where it ends.
  func match(_ tokens: [WrittenToken], at start: Int) -> (meaning: Meaning, end: Int)? {
    guard start < tokens.count, let list = phrases[tokens[start].text] else { return nil }
    for phrase in list {
      let end = start + 1 + phrase.rest.count
      guard end <= tokens.count else { continue }
      let isHere = phrase.rest.indices.allSatisfy { index in
        let token = tokens[start + 1 + index]
        return token.text == phrase.rest[index] && token.gap < .paragraph
      }
      if isHere { return (phrase.meaning, end) }
    }
    return nil
  }
}

extension WrittenPhrases where Meaning == Void {
  init(_ forms: String) { self.init([((), forms)]) }
}

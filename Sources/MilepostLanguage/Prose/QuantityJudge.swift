/// Tells a number that counts or measures from number words in ordinary prose: `twelve`, `five per cent`, but not `one`.
struct QuantityJudge {
  let vocabulary: ProseVocabulary
  let tokens: [WrittenToken]

  func isQuantity(_ phrase: NumberPhrase, from start: Int, isHedged: Bool) -> Bool {
    if phrase.form == .slashedPart { return isHedged || hasCompanion(phrase.end) }
    guard phrase.form != .digits, !startsWithDigits(start) else { return true }
    if isTaken(start) { return false }
    if let companions = ordinary(phrase, start) { return isHedged || isFollowed(by: companions, at: phrase.end) }
    switch phrase.form {
    case .digits, .multiple: return true
    case .words, .han: return isLarge(phrase) || phrase.measure != nil
    case .part: return isHedged || !hasArticle(start) || hasCompanion(phrase.end) || endsClause(phrase.end)
    case .countedPart, .slashedPart: return true
    case .countedMultiple: return isHedged || phrase.hasScale || isCountedMultiple(phrase, start)
    }
  }

  private func startsWithDigits(_ start: Int) -> Bool { start < tokens.count && tokens[start].isDigits }

  private func isLarge(_ phrase: NumberPhrase) -> Bool {
    let isOneSign = phrase.form == .han && phrase.end == phrase.numberStart + 1
    return phrase.hasScale || (phrase.value.magnitude >= 10 && !isOneSign)
  }

  /// Whether the word before has made something else of it: `first half`.
  private func isTaken(_ start: Int) -> Bool {
    guard start > 0, tokens[start].gap < .paragraph else { return false }
    return vocabulary.takers.contains(tokens[start - 1].text)
  }

  /// What makes a quantity of ordinary words; nil for others.
  private func ordinary(_ phrase: NumberPhrase, _ start: Int) -> WrittenPhrases<Void>? {
    vocabulary.ordinary.match(tokens, at: start).flatMap { $0.end >= phrase.end ? $0.meaning : nil }
  }

  private func hasCompanion(_ place: Int) -> Bool { isFollowed(by: vocabulary.companions, at: place) }

  private func isFollowed(by companions: WrittenPhrases<Void>, at place: Int) -> Bool {
    place < tokens.count && tokens[place].gap < .paragraph && companions.match(tokens, at: place) != nil
  }

  private func hasArticle(_ place: Int) -> Bool { vocabulary.numbers.articles.match(tokens, at: place) != nil }

  private func endsClause(_ place: Int) -> Bool {
    place >= tokens.count || tokens[place].kind == .sign || tokens[place].gap == .paragraph
  }

  /// `three times` alone tells how often; `three times as many` is a multiple.
  private func isCountedMultiple(_ phrase: NumberPhrase, _ start: Int) -> Bool {
    guard phrase.value > 1, phrase.value < 10 else { return phrase.value >= 10 }
    let isInPhrase = vocabulary.numbers.beforeTimes.match(tokens, at: start) != nil || vocabulary.numbers.hasHan
    let isCompared = (start..<phrase.end - 1).contains { place in
      vocabulary.numbers.times.match(tokens, at: place)?.end == phrase.end
    }
    return isInPhrase || isCompared || hasCompanion(phrase.end) || phrase.value != phrase.value.rounded()
  }
}

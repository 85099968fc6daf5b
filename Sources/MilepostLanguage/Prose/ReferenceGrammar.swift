/// Reads what makes a number part of a name at a place in a text: `Resolutions 71, 151 and 200`, `No. 102`, `2030 Agenda`.
struct ReferenceGrammar {
  let vocabulary: ProseVocabulary
  let tokens: [WrittenToken]
  let chunks: WrittenChunks

  /// A word that cannot hold a list ends where its number does.
  private static let longestList = 200

  /// - Returns: where the whole list ends.
  func reference(at start: Int) -> Int? {
    if let name = vocabulary.names.match(tokens, at: start), !chunks.isJoined(at: name.end) { return name.end }
    guard let word = vocabulary.references.match(tokens, at: start) else { return nil }
    let sign = vocabulary.numberSigns.match(tokens, at: word.end)
    let place = afterMarks(sign?.end ?? word.end)
    guard let first = item(at: place), isClose(word.end), isClose(place) else { return nil }
    return word.meaning || vocabulary.language == "zh" ? listEnd(after: first) : rangeEnd(after: first)
  }

  /// After a list of numbers with commas comes at most one with `and`, which ends it; Arabic repeats its و.
  private func listEnd(after first: Int) -> Int {
    var end = rangeEnd(after: first)
    var isOpen = true
    for _ in 0..<ReferenceGrammar.longestList where isOpen {
      let comma = afterComma(end)
      if let comma, let item = item(at: afterMarks(comma)) {
        end = rangeEnd(after: item)
      } else if let and = vocabulary.listEnds.match(tokens, at: comma ?? end), let item = item(at: afterMarks(and.end))
      {
        end = rangeEnd(after: item)
        isOpen = vocabulary.language == "ar"
      } else {
        isOpen = false
      }
    }
    return end
  }

  private func afterComma(_ place: Int) -> Int? {
    [",", "、", "،", ";", "，"].contains(tokens.text(at: place)) ? place + 1 : nil
  }

  private func rangeEnd(after item: Int) -> Int {
    guard let link = vocabulary.rangeLinks.match(tokens, at: item), !isListEnd(item), let last = self.item(at: link.end)
    else { return item }
    return last
  }

  private func isListEnd(_ place: Int) -> Bool { vocabulary.listEnds.match(tokens, at: place) != nil }

  /// A number or code that is no quantity: `71`, `R.1-a`, `PL 3.1`, `ten`.
  private func item(at start: Int) -> Int? {
    guard start < tokens.count, isClose(start) else { return nil }
    let end = chunks.end(from: start)
    if chunks.hasDigits(start..<end) { return isQuantity(start) ? nil : afterBracket(end) }
    // A short name before the number: the PL of `PL 3.1`, the ITU-R of `Resolution ITU-R 70`.
    if tokens[start].isAbbreviation, isClose(end) {
      let number = afterMarks(end)
      if number < tokens.count, tokens[number].isDigits, !isQuantity(number) { return chunks.end(from: number) }
    }
    return wordItem(at: start)
  }

  /// After signs that only set the number off: `Resolution [70](…)`, `No. **9.19**`.
  private func afterMarks(_ start: Int) -> Int {
    var place = start
    while place < min(start + 3, tokens.count), ["[", "*"].contains(tokens[place].text) { place += 1 }
    guard place > start, place < tokens.count, tokens[place - 1].text == "[" else { return place }
    // What stands in brackets without being a link is a remark.
    let end = chunks.end(from: place)
    return tokens.text(at: end) == "]" && tokens.text(at: end + 1) == ProseTokens.blank ? place : start
  }

  private func wordItem(at start: Int) -> Int? {
    let phrase = NumberGrammar(vocabulary: vocabulary.numbers, tokens: tokens).phrase(at: start)
    guard let phrase, phrase.hedge == nil, phrase.measure == nil, !phrase.hasScale,
      phrase.form == .words || phrase.form == .han
    else { return nil }
    return chunks.isJoined(at: phrase.end) ? nil : phrase.end
  }

  /// With the part in brackets of `5(2)`, and a closing sign such as 号.
  private func afterBracket(_ place: Int) -> Int {
    if tokens.text(at: place) == "(", tokens.text(at: place + 2) == ")",
      tokens[place...place + 2].allSatisfy({ $0.gap == .none })
    {
      return place + 3
    }
    return vocabulary.language == "zh" && ["号", "条", "节", "章", "款", "页", "段"].contains(tokens.text(at: place))
      ? place + 1 : place
  }

  private func isQuantity(_ place: Int) -> Bool {
    let phrase = NumberGrammar(vocabulary: vocabulary.numbers, tokens: tokens).phrase(at: place)
    return phrase.map { $0.measure != nil || $0.hasScale || $0.hedge != nil } == true
  }

  private func isClose(_ place: Int) -> Bool { place < tokens.count && tokens[place].gap <= .line }
}

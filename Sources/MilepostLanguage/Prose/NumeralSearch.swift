import MilepostModel

/// Says what stands at a place in a text, when it is a numeral.
struct NumeralSearch {
  struct Found {
    /// nil for words that are passed over as a whole.
    let kind: WrittenNumeral.Kind?
    let end: Int
  }

  private let vocabulary: ProseVocabulary
  private let counted: WrittenPhrases<Void>
  private let tokens: [WrittenToken]
  private let chunks: WrittenChunks
  private let marks: ListMarks
  private let numbers: NumberGrammar
  private let dates: DateGrammar
  private let references: ReferenceGrammar

  init(vocabulary: ProseVocabulary, counted: WrittenPhrases<Void>, tokens: [WrittenToken]) {
    self.vocabulary = vocabulary
    self.counted = counted
    self.tokens = tokens
    chunks = WrittenChunks(tokens: tokens)
    marks = ListMarks(tokens, chunks)
    numbers = NumberGrammar(vocabulary: vocabulary.numbers, tokens: tokens)
    dates = DateGrammar(vocabulary: vocabulary, tokens: tokens, chunks: chunks)
    references = ReferenceGrammar(vocabulary: vocabulary, tokens: tokens, chunks: chunks)
  }

  /// - Returns: nil where no numeral begins.
  func numeral(at start: Int) -> Found? {
    if let found = bare(at: start, hedge: nil) { return found }
    guard let hedge = vocabulary.numbers.hedges.match(tokens, at: start), hedge.end < tokens.count,
      tokens[hedge.end].gap < .paragraph, !isMarkup(start)
    else { return nil }
    let isOfQuantities = vocabulary.quantityHedges.match(tokens, at: start)?.end == hedge.end
    let place = afterLead(hedge.end)
    guard let found = bare(at: place, hedge: isOfQuantities ? .quantity : .any), found.kind == .number else {
      return nil
    }
    let whole = numbers.phrase(at: start)
    return Found(kind: .number, end: max(found.end, whole?.end ?? found.end))
  }

  /// The end of a tag, the beginning of a quotation and what strikes words out are no hedges.
  private func isMarkup(_ place: Int) -> Bool {
    if tokens[place].text == "~" {
      return tokens.text(at: place - 1) == "~" || tokens.text(at: place + 1) == "~"
    }
    guard ["<", ">"].contains(tokens[place].text) else { return false }
    return place == 0 || tokens[place].gap >= .line || (tokens[place].gap == .none && tokens[place - 1].text != "(")
  }

  private enum Hedge {
    case any
    /// One that stands before quantities alone.
    case quantity
  }

  /// Articles between a hedge and its number: `plus de la moitié`.
  private func afterLead(_ place: Int) -> Int {
    guard numbers.phrase(at: place) == nil, let lead = vocabulary.numbers.leads.match(tokens, at: place),
      numbers.phrase(at: lead.end)?.measure != nil
    else { return place }
    return lead.end
  }

  /// What stands at a place without a hedge of its own.
  private func bare(at start: Int, hedge: Hedge?) -> Found? {
    guard start < tokens.count else { return nil }
    let isInside = chunks.isJoined(at: start)
    if let words = vocabulary.passedOver.match(tokens, at: start) { return Found(kind: nil, end: words.end) }
    if !isInside {
      if let end = marks.end(at: start) { return Found(kind: .code, end: end) }
      if let found = reference(at: start) { return found }
      if let date = dates.date(at: start) { return Found(kind: kind(of: date), end: date.end) }
      if let end = ordinal(at: start) { return Found(kind: .ordinal, end: end) }
      if let end = dates.year(at: start), hedge != .quantity, !isQuantity(start, end) {
        return Found(kind: .date, end: end)
      }
    }
    if let found = number(at: start, isHedged: hedge != nil) { return found }
    return isInside ? nil : code(at: start)
  }

  /// A reference or, where only one number comes after the word for it, an ordinal: `第71、151和200号`, but `第四`.
  private func reference(at start: Int) -> Found? {
    guard let end = references.reference(at: start) else { return nil }
    let isOrdinal = vocabulary.ordinalPrefix.match(tokens, at: start) != nil && ordinal(at: start) == end
    return Found(kind: isOrdinal ? .ordinal : .code, end: end)
  }

  private func kind(of date: DateGrammar.Found) -> WrittenNumeral.Kind {
    date.problem.map(WrittenNumeral.Kind.impossibleDate) ?? .date
  }

  /// `21st`, `第四`, `twenty-first`.
  private func ordinal(at start: Int) -> Int? {
    if let prefix = vocabulary.ordinalPrefix.match(tokens, at: start), prefix.end < tokens.count {
      if tokens[prefix.end].isDigits { return chunks.end(from: prefix.end) }
      return HanNumerals(tokens: tokens).read(at: prefix.end)?.end
    }
    if tokens[start].isDigits, start + 1 < tokens.count, tokens[start + 1].gap == .none,
      let ending = vocabulary.ordinalEndings.match(tokens, at: start + 1), !chunks.isJoined(at: ending.end)
    {
      return ending.end
    }
    guard tokens[start].kind == .word,
      let number = WordNumerals(vocabulary: vocabulary.numbers, tokens: tokens).read(at: start)
    else { return nil }
    let and = vocabulary.numbers.and.match(tokens, at: number.end)
    return vocabulary.ordinalWords.match(tokens, at: and?.end ?? number.end).flatMap { word in
      number.number >= 20 || (number.number >= 10 && tokens.text(at: number.end) == "-") ? word.end : nil
    }
  }

  /// Whether four digits that could be a year count something.
  private func isQuantity(_ start: Int, _ end: Int) -> Bool {
    guard end == start + 1 else { return false }
    if end < tokens.count, tokens[end].gap < .paragraph, counted.match(tokens, at: end) != nil { return true }
    return numbers.phrase(at: start).map { $0.measure != nil || $0.hasScale || $0.hedge != nil } == true
  }

  private func number(at start: Int, isHedged: Bool) -> Found? {
    guard let phrase = numbers.phrase(at: start), phrase.numberStart == start, !chunks.isJoined(at: start) else {
      return nil
    }
    guard !chunks.isJoined(at: phrase.end) else { return nil }
    let judge = QuantityJudge(vocabulary: vocabulary, tokens: tokens)
    let isNumber = judge.isQuantity(phrase, from: start, isHedged: isHedged)
    return isNumber ? Found(kind: .number, end: phrase.end) : nil
  }

  /// Digits that are joined to others or to letters, or that the language does not write so.
  private func code(at start: Int) -> Found? {
    let end = chunks.end(from: start)
    if !chunks.hasDigits(start..<end) { return joinedWords(at: start, end) }
    if let end = range(at: start) { return Found(kind: .number, end: end) }
    if end > start + 1 { return Found(kind: isPlain(start..<end) ? .number : .code, end: end) }
    return Found(kind: .number, end: marked(from: start))
  }

  /// `ten-year`: passed over as a whole, so that no part of it is a number.
  private func joinedWords(at start: Int, _ end: Int) -> Found? {
    guard end > start + 1, numbers.phrase(at: start) != nil else { return nil }
    return Found(kind: nil, end: end)
  }

  /// `20–30 per cent`: the second is greater, and the first no year.
  private func range(at start: Int) -> Int? {
    let digits = DigitNumerals(words: vocabulary.numbers.words, tokens: tokens)
    guard let low = digits.read(at: start), low.end + 1 < tokens.count,
      ["-", "–", "—", "‑"].contains(tokens[low.end].text), let high = numbers.phrase(at: low.end + 1),
      high.form == .digits || high.form == .countedMultiple, high.hedge == nil, low.digits.value() < high.value,
      !chunks.isJoined(at: high.end)
    else { return nil }
    return high.end
  }

  /// `4.1` where decimals have a comma: a quantity in the marks of another language.
  private func isPlain(_ range: Range<Int>) -> Bool {
    if isGrouped(range) { return true }
    return range.count == 3 && tokens[range.lowerBound].isDigits
      && [".", ":"].contains(tokens[range.lowerBound + 1].text)
      && tokens[range.lowerBound + 2].isDigits
  }

  /// `1.234.567` in a language without such marks.
  private func isGrouped(_ range: Range<Int>) -> Bool {
    range.count >= 5
      && range.allSatisfy { place in
        (place - range.lowerBound) % 2 == 1
          ? tokens[place].text == "."
          : tokens.number(at: place, digits: place == range.lowerBound ? 1...3 : 3...3) != nil
      }
  }

  /// Digits with marks that the language does not have there: `1,23`.
  private func marked(from start: Int) -> Int {
    var end = start + 1
    while end + 1 < tokens.count, [".", ",", "'", "’", "٬", "٫"].contains(tokens[end].text), tokens[end].gap == .none,
      tokens[end + 1].gap == .none, tokens[end + 1].isDigits
    {
      end += 2
    }
    return end
  }
}

import MilepostModel

/// What stands at a place in a text, when it is a number: hedge, number, scale word and what it counts.
struct NumberPhrase {
  enum Form {
    case digits, words, han
    /// A part of a whole or a multiple in words of its own.
    case part, multiple
    /// A multiple or part made of a number: `three times`, `two thirds`, `3 in 20`.
    case countedPart, countedMultiple
    /// `2/3`.
    case slashedPart
  }

  var value: Double
  /// The unit of the last digit written.
  var unit: Double
  /// The unit of the last digit that is not zero, or of what stands for it.
  var step: Double
  var form: Form
  var measure: StatedNumber.Measure?
  var hedge: WrittenHedge?
  var hasScale = false
  /// Whether it means about as many where no other word hedges it: `une centaine`.
  var isRound = false
  /// Whether less of what is counted is more of it: `more than halved`.
  var isInverse = false
  /// The first token of the number itself, after its hedge.
  var numberStart: Int
  var end: Int
}

/// Reads the number phrase at a place, bounded in length, so that a search over a text is linear.
struct NumberGrammar {
  let vocabulary: NumberVocabulary
  let tokens: [WrittenToken]

  /// - Returns: nil when no number begins there, or when its words contradict each other.
  func phrase(at start: Int) -> NumberPhrase? {
    let before = hedge(at: start)
    var place = before?.end ?? start
    if let lead = vocabulary.leads.match(tokens, at: place), before != nil, lead.end < tokens.count,
      measured(at: lead.end)?.measure != nil
    {
      place = lead.end
    }
    guard place < tokens.count, before == nil || tokens[place].gap < .paragraph,
      var phrase = measured(at: place)
    else { return nil }
    phrase.numberStart = place
    let after = vocabulary.hedgesAfter.match(tokens, at: phrase.end)
    if let after {
      phrase.end = after.end
      if phrase.hedge == .above, after.meaning == .above { return nil }
    }
    let hedges = Set([before?.meaning, phrase.hedge, after?.meaning].compactMap(\.self))
    guard hedges.count <= 1 else { return nil }
    phrase.hedge = hedges.first ?? (phrase.isRound ? .around : nil)
    return phrase
  }

  private func hedge(at start: Int) -> (meaning: WrittenHedge, end: Int)? {
    vocabulary.hedges.match(tokens, at: start)
  }

  /// A number with what it counts, before or after it.
  private func measured(at start: Int) -> NumberPhrase? {
    if let prefix = vocabulary.percentBefore.match(tokens, at: start) {
      return number(at: prefix.end).map { with($0, .percent) }
    }
    if let prefix = vocabulary.currencies.match(tokens, at: start), var phrase = number(at: prefix.end, ofMoney: true) {
      guard phrase.measure == nil else { return nil }
      phrase.measure = prefix.meaning
      return phrase
    }
    let candidates = [part(at: start), multiple(at: start), counted(at: start), round(at: start)].compactMap(\.self)
    return candidates.max { $0.end < $1.end }
  }

  private func with(_ phrase: NumberPhrase, _ measure: StatedNumber.Measure) -> NumberPhrase {
    var phrase = phrase
    phrase.measure = measure
    return phrase
  }

  private func number(at start: Int, ofMoney: Bool = false) -> NumberPhrase? {
    let sign = sign(at: start)
    guard let sum = NumberSums(vocabulary, tokens, ofMoney: ofMoney).read(at: sign?.end ?? start) else { return nil }
    var phrase = NumberPhrase(sum, start: start)
    if sign?.isNegative == true { phrase.value = -phrase.value }
    return phrase
  }

  private static let minusSigns: Set<String> = ["-", "−", "－", "﹣", "–"]

  private func sign(at start: Int) -> (isNegative: Bool, end: Int)? {
    guard start + 1 < tokens.count else { return nil }
    let isMinus = NumberGrammar.minusSigns.contains(tokens[start].text)
    if isMinus || ["+", "＋"].contains(tokens[start].text) {
      return tokens[start + 1].gap == .none ? (isMinus, start + 1) : nil
    }
    return vocabulary.minus.match(tokens, at: start).map { (true, $0.end) }
  }

  /// `une centaine`.
  private func round(at start: Int) -> NumberPhrase? {
    vocabulary.rounds.match(tokens, at: start).map { round in
      let digits = WrittenDigits(round.meaning)
      return NumberPhrase(
        value: digits.value(), unit: digits.unit(), step: digits.step(), form: .words, isRound: true,
        numberStart: start, end: round.end)
    }
  }

  /// `half`, `a third`.
  private func part(at start: Int) -> NumberPhrase? {
    let whole = vocabulary.parts.match(tokens, at: start).map { NumberPhrase(part: $0.meaning, .part, start, $0.end) }
    let counted = vocabulary.articles.match(tokens, at: start).flatMap { article in
      denominator(at: article.end).map { NumberPhrase(part: 1 / Double($0.number), .part, start, $0.end) }
    }
    return [whole, counted].compactMap(\.self).max { $0.end < $1.end }
  }

  private func denominator(at start: Int) -> (number: Int, end: Int)? {
    let place = start < tokens.count && tokens[start].text == "-" && tokens[start].gap == .none ? start + 1 : start
    return vocabulary.denominators.match(tokens, at: place).map { ($0.meaning, $0.end) }
  }

  /// `doubled`, `trois fois`, `в 1,5 раза`.
  private func multiple(at start: Int) -> NumberPhrase? {
    let whole = vocabulary.multiples.match(tokens, at: start)
      .map { NumberPhrase(multiple: $0.meaning, .multiple, start, $0.end) }
    guard let before = vocabulary.beforeTimes.match(tokens, at: start), let sum = number(at: before.end) else {
      return whole
    }
    if let times = vocabulary.times.match(tokens, at: sum.end) {
      return NumberPhrase(times: sum, start, times.end)
    }
    // `multiplié par trois`: the words before it say it all.
    return before.end - start > 1 ? NumberPhrase(times: sum, start, sum.end) : whole
  }

  /// A number, and what the words after it make of it.
  private func counted(at start: Int) -> NumberPhrase? {
    guard let sum = number(at: start) else { return nil }
    if let part = countedPart(sum, start) { return part }
    if let times = vocabulary.times.match(tokens, at: sum.end) { return NumberPhrase(times: sum, start, times.end) }
    let link = vocabulary.links.match(tokens, at: sum.end)
    let ending = vocabulary.endings.match(tokens, at: sum.end)
    let linked = sum.hasScale ? link.flatMap { vocabulary.currencies.match(tokens, at: $0.end) } : nil
    guard let (measure, end) = ending ?? linked else { return sum }
    var phrase = with(sum, measure)
    phrase.end = end
    return phrase
  }

  /// `two thirds`, `one in five`, `三分之二`.
  private func countedPart(_ sum: NumberPhrase, _ start: Int) -> NumberPhrase? {
    guard !sum.hasScale, sum.unit == 1, sum.value >= 1 else { return nil }
    if let part = slashedPart(sum, start) { return part }
    if let denominator = denominator(at: sum.end), sum.value < Double(denominator.number) {
      return NumberPhrase(part: sum.value / Double(denominator.number), .countedPart, start, denominator.end)
    }
    if vocabulary.hasHan, tokens.text(at: sum.end) == "分", tokens.text(at: sum.end + 1) == "之",
      let count = number(at: sum.end + 2), count.value < sum.value
    {
      return NumberPhrase(part: count.value / sum.value, .countedPart, start, count.end)
    }
    guard let outOf = vocabulary.outOf.match(tokens, at: sum.end), let whole = number(at: outOf.end),
      !whole.hasScale, whole.unit == 1, whole.value > sum.value, whole.value <= 1000
    else { return nil }
    return NumberPhrase(part: sum.value / whole.value, .countedPart, start, whole.end)
  }
}

extension NumberGrammar {
  /// `2/3`.
  private func slashedPart(_ sum: NumberPhrase, _ start: Int) -> NumberPhrase? {
    guard sum.end == start + 1, tokens.text(at: sum.end) == "/", tokens[sum.end].gap == .none,
      let whole = tokens.number(at: sum.end + 1, digits: 1...3), tokens[sum.end + 1].gap == .none,
      Double(whole) > sum.value
    else { return nil }
    return NumberPhrase(part: sum.value / Double(whole), .slashedPart, start, sum.end + 2)
  }
}

extension NumberPhrase {
  fileprivate init(_ sum: NumberSums.Sum, start: Int) {
    let form: Form =
      switch sum.form {
      case .digits: .digits
      case .words: .words
      case .han: .han
      }
    self.init(
      value: sum.value, unit: sum.unit, step: sum.step, form: form, hedge: sum.saysMore ? .above : nil,
      hasScale: sum.hasScale, numberStart: start, end: sum.end)
  }

  fileprivate init(part: Double, _ form: Form, _ start: Int, _ end: Int) {
    self.init(value: part, unit: 0.05, step: 0.05, form: form, measure: .fraction, numberStart: start, end: end)
  }

  /// In words of its own: to a fifth of once as much, and hedged to one more.
  fileprivate init(multiple: Double, _ form: Form, _ start: Int, _ end: Int) {
    let step = multiple < 1 ? 0.05 : 0.2
    self.init(
      value: multiple, unit: step, step: step, form: form, measure: .multiple, isInverse: multiple < 1,
      numberStart: start, end: end)
  }

  fileprivate init(times sum: NumberPhrase, _ start: Int, _ end: Int) {
    self = sum
    if sum.unit == 1 {
      self = NumberPhrase(multiple: sum.value, .countedMultiple, start, end)
      isInverse = false
      hedge = sum.hedge
    }
    measure = .multiple
    form = .countedMultiple
    numberStart = start
    self.end = end
  }
}

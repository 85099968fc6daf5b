/// Reads numbers with their scale words, in digits, words or Han signs: `4.1 billion`, `2 млн 300 тыс.`, `四亿一千万`.
struct NumberSums {
  struct Sum {
    enum Form {
      case digits, words, han
    }

    fileprivate(set) var groups: [(digits: WrittenDigits, power: Int)] = []
    let form: Form
    fileprivate(set) var end: Int
    fileprivate(set) var saysMore = false
    fileprivate(set) var hasScale = false

    var value: Double { groups.reduce(0) { $0 + $1.digits.value(times: $1.power) } }
    var unit: Double { groups.last.map { $0.digits.unit(times: $0.power) } ?? 1 }
    var step: Double { groups.last.map { $0.digits.step(times: $0.power) } ?? 1 }

    /// The number where it is whole, small and without a scale word.
    var plain: Int? { groups.count == 1 && !hasScale ? groups[0].digits.whole : nil }

    fileprivate init(_ digits: WrittenDigits, _ power: Int, _ form: Form, hasScale: Bool = false, end: Int) {
      groups = [(digits, power)]
      self.form = form
      self.hasScale = hasScale
      self.end = end
    }

    fileprivate mutating func append(_ other: Sum) {
      groups += other.groups
      end = other.end
    }

    /// Times a power of ten, the groups from `first` on.
    fileprivate mutating func scale(by power: Int, from first: Int) {
      for index in first..<groups.count { groups[index].power += power }
      hasScale = true
    }

    /// Adds a half of the last unit: the `and a half` of `two and a half million`.
    fileprivate mutating func addHalf() {
      guard let last = groups.last, let whole = last.digits.whole,
        let digits = WrittenDigits(whole: String(whole), fraction: "5")
      else { return }
      groups[groups.count - 1].digits = digits
    }
  }

  let vocabulary: NumberVocabulary
  let tokens: [WrittenToken]
  private let scales: WrittenPhrases<Int>

  init(_ vocabulary: NumberVocabulary, _ tokens: [WrittenToken], ofMoney: Bool = false) {
    self.vocabulary = vocabulary
    self.tokens = tokens
    scales = ofMoney ? vocabulary.moneyScales : vocabulary.scales
  }

  /// What stands before a place in a number: `mil` can still be that of `mil millones`, `dos millones` is done.
  private struct State {
    /// Groups before it have their scale for good.
    var closed = 0
    var lastPower = Int.max
    /// The thousand of the groups after `closed`.
    var minor: Int?
    /// Whether the last group has had its scale.
    var isScaled = false

    func allows(_ power: Int) -> Bool {
      power < NumberSums.leastMajor ? minor == nil && power < lastPower : power < lastPower
    }
  }

  /// Scale words from here on hold for all groups before them.
  private static let leastMajor = 5

  /// The longest number that begins at a token.
  func read(at start: Int) -> Sum? {
    guard var sum = group(at: start, isJoined: false) else { return nil }
    var state = State()
    begin(&state, with: sum)
    while true {
      halve(&sum)
      let saysMore = addMore(to: &sum)
      if scale(&sum, &state) { continue }
      guard !saysMore, state.isScaled, let next = nextGroup(after: sum, state) else { return sum }
      sum.append(next)
      begin(&state, with: next)
    }
  }

  private func begin(_ state: inout State, with group: Sum) {
    state.isScaled = group.hasScale
    guard group.hasScale, let power = group.groups.last?.power else { return }
    close(&state, power, groups: state.closed + 1)
  }

  private func close(_ state: inout State, _ power: Int, groups: Int) {
    state.isScaled = true
    if power < NumberSums.leastMajor {
      state.minor = power
    } else {
      (state.closed, state.lastPower, state.minor) = (groups, power, nil)
    }
  }

  private func scale(_ sum: inout Sum, _ state: inout State) -> Bool {
    // Han signs have their hundreds and thousands in themselves.
    guard let scale = scales.match(tokens, at: sum.end), state.allows(scale.meaning),
      tokens[sum.end].gap < .paragraph, sum.form != .han || scale.meaning > 3
    else { return false }
    let isMajor = scale.meaning >= NumberSums.leastMajor
    sum.scale(by: scale.meaning, from: isMajor ? state.closed : sum.groups.count - 1)
    sum.end = scale.end
    close(&state, scale.meaning, groups: sum.groups.count)
    return true
  }

  private func halve(_ sum: inout Sum) {
    guard let half = vocabulary.andHalf.match(tokens, at: sum.end) else { return }
    sum.addHalf()
    sum.end = half.end
  }

  private func addMore(to sum: inout Sum) -> Bool {
    guard !sum.saysMore, let more = vocabulary.andMore.match(tokens, at: sum.end) else { return sum.saysMore }
    sum.saysMore = true
    sum.end = more.end
    return true
  }

  /// In words after words; in digits only with a smaller scale word of its own.
  private func nextGroup(after sum: Sum, _ state: State) -> Sum? {
    guard sum.end < tokens.count, tokens[sum.end].gap < .line else { return nil }
    var start = sum.end
    if sum.form == .words, let and = vocabulary.and.match(tokens, at: start) { start = and.end }
    guard let next = group(at: start, isJoined: true), next.form == sum.form,
      !next.hasScale || next.groups[0].power < (state.minor ?? state.lastPower)
    else { return nil }
    guard next.form == .digits else { return next }
    let scale = scales.match(tokens, at: next.end)
    return scale.flatMap { state.allows($0.meaning) && state.minor == nil ? next : nil }
  }

  private func group(at start: Int, isJoined: Bool) -> Sum? {
    guard start < tokens.count else { return nil }
    if tokens[start].isDigits {
      return DigitNumerals(words: vocabulary.words, tokens: tokens).read(at: start)
        .map { Sum($0.digits, 0, .digits, end: $0.end) }
    }
    if vocabulary.hasHan {
      return HanNumerals(tokens: tokens).read(at: start).map { Sum($0.digits, $0.power, .han, end: $0.end) }
    }
    let words = WordNumerals(vocabulary: vocabulary, tokens: tokens).read(at: start, isJoined: isJoined)
      .map { Sum(WrittenDigits($0.number), 0, .words, end: $0.end) }
    let others = [amount(at: start), article(at: start), halfScale(at: start)].compactMap(\.self)
    return (others + [words].compactMap(\.self)).max { $0.end < $1.end }
  }

  private func amount(at start: Int) -> Sum? {
    guard let amount = vocabulary.amounts.match(tokens, at: start) else { return nil }
    let parts = amount.meaning.digits.split(separator: ".")
    guard let whole = parts.first,
      let digits = WrittenDigits(whole: String(whole), fraction: parts.count > 1 ? String(parts[1]) : nil)
    else { return nil }
    return Sum(digits, amount.meaning.power, .words, hasScale: amount.meaning.power > 0, end: amount.end)
  }

  /// `a million`, `a dozen`.
  private func article(at start: Int) -> Sum? {
    guard let article = vocabulary.articles.match(tokens, at: start) else { return nil }
    if let amount = amount(at: article.end) { return amount }
    guard scales.match(tokens, at: article.end) != nil else { return nil }
    return Sum(WrittenDigits(1), 0, .words, end: article.end)
  }

  /// `half a million`: in tenths of the scale word.
  private func halfScale(at start: Int) -> Sum? {
    guard let part = vocabulary.parts.match(tokens, at: start), part.meaning == 0.5,
      let digits = WrittenDigits(whole: "0", fraction: "5")
    else { return nil }
    let end = vocabulary.articles.match(tokens, at: part.end).map(\.end) ?? part.end
    return scales.match(tokens, at: end).map { _ in Sum(digits, 0, .words, end: end) }
  }
}

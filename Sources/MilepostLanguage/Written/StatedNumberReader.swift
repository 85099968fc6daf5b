package import MilepostModel

/// Reads a number as the authors of a language write it, with what its digits and the words around it leave open.
///
/// Reads the whole text or nothing: a word that is not understood could change what the number says. With `s` the unit of
/// the last digit written, a number holds for what rounds to it; beside words such as `over` and `nearly`, `s` is the unit
/// of the last digit that is not zero.
package struct StatedNumberReader: Sendable {
  private let vocabulary: NumberVocabulary

  package init(_ language: LanguageTag) { vocabulary = .of(language) }

  /// Longer texts are no number.
  private static let mostScalars = 400

  /// - Returns: nil when anything in the text is not understood, or its marks can be read in two ways.
  package func read(_ text: String) -> StatedNumber? {
    let scalars = Array(text.unicodeScalars.prefix(StatedNumberReader.mostScalars + 1))
    guard scalars.count <= StatedNumberReader.mostScalars else { return nil }
    let tokens = WrittenTokens.of(scalars)
    guard let first = tokens.first, let last = tokens.last else { return nil }
    let grammar = NumberGrammar(vocabulary: vocabulary, tokens: tokens)
    guard let phrase = grammar.phrase(at: 0).flatMap({ reachesEnd($0, tokens) ? $0 : nil }) ?? led(grammar, tokens),
      phrase.value.canBeAFigure
    else { return nil }
    let whole = String(String.UnicodeScalarView(scalars[first.range.lowerBound..<last.range.upperBound]))
    return phrase.stated(whole)
  }

  /// The part of a text that is no number at which `read` gives up.
  ///
  /// - Returns: the words before the first number in it, or after it; nil when there is none, or the text is understood.
  package func unread(_ text: String) -> String? {
    let scalars = Array(text.unicodeScalars.prefix(StatedNumberReader.mostScalars + 1))
    guard scalars.count <= StatedNumberReader.mostScalars else { return nil }
    let tokens = WrittenTokens.of(scalars)
    let grammar = NumberGrammar(vocabulary: vocabulary, tokens: tokens)
    for start in tokens.indices {
      guard let phrase = grammar.phrase(at: start) else { continue }
      let rest = start > 0 ? 0..<start : phrase.end..<tokens.count
      guard !rest.isEmpty else { return nil }
      let range = tokens[rest.lowerBound].range.lowerBound..<tokens[rest.upperBound - 1].range.upperBound
      return String(String.UnicodeScalarView(scalars[range]))
    }
    return nil
  }

  /// What is measured, after a word without a meaning of its own: `has more than doubled`, `el 60 por ciento`.
  private func led(_ grammar: NumberGrammar, _ tokens: [WrittenToken]) -> NumberPhrase? {
    guard let lead = vocabulary.leads.match(tokens, at: 0), let phrase = grammar.phrase(at: lead.end),
      phrase.measure != nil, reachesEnd(phrase, tokens)
    else { return nil }
    return phrase
  }

  /// The `de` of `4,1 milliards de` belongs to the number.
  private func reachesEnd(_ phrase: NumberPhrase, _ tokens: [WrittenToken]) -> Bool {
    if phrase.end == tokens.count { return true }
    return phrase.hasScale && vocabulary.links.match(tokens, at: phrase.end)?.end == tokens.count
  }
}

extension NumberPhrase {
  /// With the bounds that the words allow.
  func stated(_ text: String) -> StatedNumber {
    func number(_ low: Double, _ high: Double, open: (low: Bool, high: Bool) = (false, false)) -> StatedNumber {
      StatedNumber(
        text, value, bounds: low...high, excludesLower: open.low, excludesUpper: open.high, measure: measure)
    }
    let most = Double.greatestFiniteMagnitude
    switch effectiveHedge {
    case .above: return number(value, value + stepAbove, open: (true, false))
    case .below: return number(value - step, value, open: (false, true))
    case .around: return number(value - step, value + step)
    case .atLeast: return number(value, most)
    case .atMost: return number(-most, value)
    case .exactly, nil:
      // Half away from zero: the half below a number rounds up to it, the half above it goes beyond.
      let half = unit / 2
      return number(value - half, value + half, open: (value <= 0, value >= 0))
    }
  }

  /// What is more than halved is less than half.
  private var effectiveHedge: WrittenHedge? {
    guard isInverse else { return hedge }
    return switch hedge {
    case .above: .below
    case .below: .above
    case .atLeast: .atMost
    case .atMost: .atLeast
    case .around, .exactly, nil: hedge
    }
  }

  /// More than doubled is anything up to three times as much.
  private var stepAbove: Double {
    let isWholeMultiple = measure == .multiple && value >= 1 && value == value.rounded() && unit > 0.1
    return isWholeMultiple ? 1 : step
  }
}

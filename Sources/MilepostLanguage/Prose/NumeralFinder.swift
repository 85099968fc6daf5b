package import MilepostModel

/// Finds the numerals of a text in a language and says which of them are quantities.
///
/// Reads a whole chapter in one pass; addresses, the targets of links and code between backticks are left out. Small
/// number words that stand alone are ordinary prose and not reported.
package struct NumeralFinder: Sendable {
  private let vocabulary: ProseVocabulary
  private let counted: WrittenPhrases<Void>

  /// - Parameter counted: nouns in small letters, directly before which four digits are a quantity and no year.
  package init(_ language: LanguageTag, counted: Set<String> = []) {
    vocabulary = .of(language)
    self.counted = WrittenPhrases(counted.sorted().map { ((), $0) })
  }

  /// In the order of the text; none overlaps another.
  package func numerals(in text: String) -> [WrittenNumeral] {
    let scalars = Array(text.unicodeScalars)
    let tokens = ProseTokens(scalars, vocabulary.numbers).tokens()
    let search = NumeralSearch(vocabulary: vocabulary, counted: counted, tokens: tokens)
    var numerals: [WrittenNumeral] = []
    var place = 0
    while place < tokens.count {
      guard let found = search.numeral(at: place) else {
        place += 1
        continue
      }
      if let kind = found.kind {
        let range = tokens[place].range.lowerBound..<tokens[found.end - 1].range.upperBound
        let words = String(String.UnicodeScalarView(scalars[range]))
        numerals.append(WrittenNumeral(words, kind, range: range))
      }
      place = found.end
    }
    return numerals
  }
}

import MilepostLanguage
import MilepostModel
import Testing

@testable import MilepostReport

/// The catalogues of the languages say what the English phrases say, with the same figures in the same places.
@Suite struct PhraseCatalogueTests {
  static let languages = ["ar", "es", "fr", "ru", "zh"].map { LanguageTag($0) }

  private struct Pair: CustomStringConvertible {
    let name: String
    let english: String
    let text: String

    var description: String { "\(name): \(text)" }

    /// Forms for counts; a text that begins with the mark is a formula.
    var isCounted: Bool { english.contains("|") && !english.hasPrefix("|") }
    var forms: [String] {
      isCounted ? text.split(separator: "|", omittingEmptySubsequences: false).map(String.init) : [text]
    }
  }

  private func pairs(_ language: LanguageTag) throws -> [Pair] {
    let spoken = try #require(SpokenLanguage(language))
    func pairs(_ phrases: [some SpokenPhrase]) -> [Pair] {
      phrases.map { Pair(name: "\($0)", english: $0.rawValue, text: $0.text(in: spoken)) }
    }
    return pairs(Phrase.allCases) + pairs(PagePhrase.allCases) + pairs(LanguagePhrase.allCases)
      + pairs(ChartPhrase.allCases) + pairs(FramePhrase.allCases)
      + pairs(MethodPhrase.allCases)
      + pairs(IndexPhrase.allCases) + pairs(MissingPhrase.allCases)
      + pairs(ChartPhrase.allCases) + pairs(ChangePhrase.allCases)
      + pairs(ChartPhrase.allCases) + pairs(FramePhrase.allCases) + pairs(AreaPhrase.allCases)

      + pairs(AreaPagePhrase.allCases)
      + pairs(ChartPhrase.allCases) + pairs(DirectionPhrase.allCases) + pairs(FramePhrase.allCases)
      + pairs(AreaPagePhrase.allCases) + pairs(MatrixPhrase.allCases) + pairs(MapPhrase.allCases)
      + pairs(ChartPhrase.allCases) + pairs(FramePhrase.allCases) + pairs(DataPhrase.allCases)
      + pairs(RegisterPhrase.allCases)
      + pairs(CompositeIndexPhrase.allCases) + pairs(IndexMethodPhrase.allCases)
      + pairs(SurveyPhrase.allCases)
      + pairs(GridMapPhrase.allCases) + pairs(ReportPhrase.allCases) + pairs(EditionPhrase.allCases)
  }

  private func names(_ text: String) -> Set<String> {
    Set(text.matches(of: #/\{([a-z]+)\}/#.ignoresCase()).map { String($0.1) })
  }

  @Test(arguments: languages) func `every figure of a phrase has its place`(_ language: LanguageTag) throws {
    for pair in try pairs(language) {
      let wanted = names(pair.english)
      for form in pair.forms {
        let missing = wanted.subtracting(names(form))
        #expect(names(form).isSubset(of: wanted), "\(pair)")
        #expect(missing.isEmpty || (pair.isCounted && missing == ["count"]), "\(pair)")
      }
    }
  }

  @Test(arguments: languages) func `a counted phrase has the forms of its language`(_ language: LanguageTag) throws {
    let count = PluralCategory.forms(in: language).count
    for pair in try pairs(language) where pair.isCounted {
      #expect(pair.forms.count == count, "\(pair)")
      #expect(pair.forms.allSatisfy { !$0.isEmpty }, "\(pair)")
    }
  }

  @Test(arguments: languages) func `nothing is left in English`(_ language: LanguageTag) throws {
    let words = try pairs(language).filter { pair in
      pair.text == pair.english && pair.english.replacing(#/\{[a-zA-Z]+\}/#, with: "").count > 12
    }
    #expect(words.allSatisfy { $0.name.hasPrefix("method") }, "\(words)")
  }

  @Test func `a count takes the form of its language`() {
    let russian = Phrases(LanguageTag("ru"))
    let forms = [1, 2, 5, 11, 21].map { russian(.yearWord, count: $0) }
    #expect(forms[0] == forms[4])
    #expect(forms[2] == forms[3])
    #expect(Set(forms).count == 3)
  }
}

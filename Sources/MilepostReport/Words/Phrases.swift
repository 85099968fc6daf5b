package import MilepostLanguage
package import MilepostModel

/// The phrases of one language together with its conventions.
package struct Phrases: Sendable {
  /// The language that is asked for, in which names and titles are given where they exist.
  package let language: LanguageTag
  /// The language of sentences, numbers and dates: the one asked for, or English where there are no phrases in it.
  package let catalogueLanguage: LanguageTag
  package let numbers: NumberConventions
  package let lists: ListConventions
  package let dates: DateConventions
  private let spoken: SpokenLanguage
  /// Names of units of measure by the author’s word; see `WorkspaceSettings.unitNames`.
  let units: [String: LocalizedText]

  /// The phrases with the names that a release gives to units of measure.
  package init(_ release: Release, _ language: LanguageTag) {
    self.init(language, units: release.settings.unitNames)
  }

  package init(_ language: LanguageTag, units: [String: LocalizedText] = [:]) {
    self.language = language
    self.units = units
    let spoken = SpokenLanguage(language)
    catalogueLanguage = spoken == nil ? LanguageTag("en") : language
    self.spoken = spoken ?? .english
    numbers = NumberConventions(catalogueLanguage)
    lists = ListConventions(catalogueLanguage)
    dates = DateConventions(catalogueLanguage)
  }

  package func callAsFunction(_ phrase: Phrase, _ values: KeyValuePairs<String, String> = [:]) -> String {
    text(phrase, values)
  }

  package func callAsFunction(_ phrase: PagePhrase, _ values: KeyValuePairs<String, String> = [:]) -> String {
    text(phrase, values)
  }

  /// The phrase with its values filled in.
  package func text(_ phrase: some SpokenPhrase, _ values: KeyValuePairs<String, String> = [:]) -> String {
    fill(phrase.text(in: spoken), values)
  }

  package func callAsFunction(
    _ phrase: Phrase, count: Int, _ values: KeyValuePairs<String, String> = [:]
  ) -> String {
    text(phrase, count: count, values)
  }

  package func callAsFunction(
    _ phrase: PagePhrase, count: Int, _ values: KeyValuePairs<String, String> = [:]
  ) -> String {
    text(phrase, count: count, values)
  }

  /// The form of the phrase for `count`, which fills `{count}`.
  package func text(
    _ phrase: some SpokenPhrase, count: Int, _ values: KeyValuePairs<String, String> = [:]
  ) -> String {
    fill(form(of: phrase.text(in: spoken), for: count), values)
  }

  private func form(of text: String, for count: Int) -> String {
    let forms = text.split(separator: "|", omittingEmptySubsequences: false)
    let place = PluralCategory.forms(in: catalogueLanguage).firstIndex(of: PluralCategory(count, in: catalogueLanguage))
    let form = forms[min(place ?? forms.count - 1, forms.count - 1)]
    return fill(String(form), ["count": numbers.text(Double(count), decimals: 0)])
  }

  private func fill(_ template: String, _ values: KeyValuePairs<String, String>) -> String {
    guard !values.isEmpty else { return template }
    var result = ""
    var rest = template[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      result += rest[..<open]
      let name = rest[rest.index(after: open)..<close]
      if let value = values.first(where: { $0.key == name })?.value {
        result += isolated(value)
      } else {
        result += rest[open...close]
      }
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }

  /// A value with Latin letters, kept apart from the Arabic around it: the order of its parts and of what stands beside it
  /// would change otherwise.
  private func isolated(_ value: String) -> String {
    guard catalogueLanguage.isRightToLeft,
      value.utf8.contains(where: { (UInt8(ascii: "A")...UInt8(ascii: "z")).contains($0) })
    else { return value }
    return "\u{2068}\(value)\u{2069}"
  }

  package func name(of method: AssessmentMethod) -> String {
    switch method {
    case .statcan2024: self(.methodStatcan)
    case .destatis: self(.methodDestatis)
    case .unsd2023: self(.methodUNSD)
    case .eurostat: self(.methodEurostat)
    case .escapCurrent: self(.methodESCAP)
    case .linear: self(.methodLinear)
    case .drift: self(.methodDrift)
    case .logistic: self(.methodLogistic)
    case .pace: self(.methodPace)
    }
  }

  package func name(of status: TargetStatus) -> String {
    switch status {
    case .achieved: self(.achieved)
    case .missed: self(.missed)
    case .onTrack: self(.onTrack)
    case .atRisk: self(.atRisk)
    case .offTrack: self(.offTrack)
    case .movingAway: self(.movingAway)
    case .benchmarked: self(.benchmarked)
    case .notMeasured: self(.notMeasured)
    case .notMeasurable: self(.notMeasurable)
    }
  }

  package func name(of status: DirectionalStatus) -> String {
    switch status {
    case .improving: self(.improving)
    case .stable: self(.stable)
    case .worsening: self(.worsening)
    case .benchmarked: self(.benchmarked)
    case .notMeasured: self(.notMeasured)
    }
  }

  package func name(of status: ObservationStatus) -> String {
    switch status {
    case .reported: self(.reported)
    case .breakInSeries: self(.breakInSeries)
    case .differentDefinition: self(.differentDefinition)
    case .estimated: self(.estimated)
    case .forecast: self(.forecast)
    case .imputed: self(.imputed)
    case .provisional: self(.provisional)
    case .lowReliability: self(.lowReliability)
    }
  }

  package func name(of reason: MissingReason) -> String {
    switch reason {
    case .notCollected: self(.missingNotCollected)
    case .notApplicable: self(.missingNotApplicable)
    case .refused: self(.missingRefused)
    case .notDue: self(.missingNotDue)
    case .unknown: self(.missingUnknown)
    case .suppressed: self(.missingSuppressed)
    }
  }

  /// A probability as one could say it: `3 in 20`.
  package func chance(_ probability: Double) -> String {
    let twentieths = Int((probability * 20).rounded(.toNearestOrAwayFromZero))
    if twentieths < 1 { return self(.lessThanOneInTwenty) }
    if twentieths > 19 { return self(.moreThanNineteenInTwenty) }
    return self(.outOfTwenty, ["count": numbers.text(Double(twentieths), decimals: 0)])
  }
}

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
  let ordinals: OrdinalConventions
  package let sentences: SentenceConventions
  /// Where the words are shown.
  package let medium: Medium
  /// In which languages a text is looked for that is not in the one asked for; the first is that of names.
  let fallbacks: [LanguageTag]
  let owners: [String: LocalizedText]
  private let agreement: Agreement
  /// Whether `catalogueLanguage` is.
  let isRightToLeft: Bool
  private let spoken: SpokenLanguage
  /// Names of units of measure by the author’s word; see `WorkspaceSettings.unitNames`.
  let units: [String: LocalizedText]
  /// The names of those that have one in the language, each followed by its forms for counts.
  let unitForms: [String: [String]]
  private let timeAxis: TimeAxisDirection

  /// Whether time runs from right to left in charts.
  var runsTimeFromTheRight: Bool { isRightToLeft && timeAxis == .mirrored }

  package enum Medium: Sendable {
    case text
    /// Parts in another language carry `LanguageMark`s, which pages turn into markup.
    case pages
  }

  /// The phrases beside the texts and names of a release.
  package init(_ release: Release, _ language: LanguageTag, for medium: Medium = .text) {
    let settings = release.settings
    self.init(
      language, settings.languages, owners: settings.owners, units: settings.unitNames, release.theme.timeAxis, medium)
  }

  package init(
    _ language: LanguageTag, units: [String: LocalizedText] = [:], timeAxis: TimeAxisDirection = .leftToRight
  ) {
    self.init(language, [], owners: [], units: units, timeAxis, .text)
  }

  private init(
    _ language: LanguageTag, _ fallbacks: [LanguageTag], owners: [OwnerTitle], units: [String: LocalizedText],
    _ timeAxis: TimeAxisDirection, _ medium: Medium
  ) {
    self.language = language
    self.units = units
    unitForms = units.compactMapValues { name in
      name.text(in: language)?.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
    }
    self.timeAxis = timeAxis
    let spoken = SpokenLanguage(language)
    catalogueLanguage = spoken == nil ? LanguageTag("en") : language
    self.spoken = spoken ?? .english
    numbers = NumberConventions(catalogueLanguage)
    lists = ListConventions(catalogueLanguage)
    dates = DateConventions(catalogueLanguage)
    ordinals = OrdinalConventions(catalogueLanguage)
    sentences = SentenceConventions(catalogueLanguage)
    agreement = Agreement(catalogueLanguage)
    isRightToLeft = catalogueLanguage.isRightToLeft
    self.medium = medium
    self.fallbacks = fallbacks
    self.owners = Dictionary(owners.map { ($0.name, $0.title) }) { first, _ in first }
  }

  package func callAsFunction(_ phrase: Phrase, _ values: KeyValuePairs<String, String> = [:]) -> String {
    text(phrase, values)
  }

  package func callAsFunction(_ phrase: PagePhrase, _ values: KeyValuePairs<String, String> = [:]) -> String {
    text(phrase, values)
  }

  package func callAsFunction(_ phrase: LanguagePhrase, _ values: KeyValuePairs<String, String> = [:]) -> String {
    text(phrase, values)
  }

  func callAsFunction(_ phrase: FramePhrase) -> String { text(phrase) }

  func callAsFunction(_ phrase: DataPhrase, _ values: KeyValuePairs<String, String> = [:]) -> String {
    text(phrase, values)
  }

  func callAsFunction(_ phrase: IndexPhrase) -> String { text(phrase) }

  func callAsFunction(_ phrase: MissingPhrase, _ values: KeyValuePairs<String, String> = [:]) -> String {
    text(phrase, values)
  }

  func callAsFunction(_ phrase: DirectionPhrase) -> String { text(phrase) }

  func callAsFunction(_ phrase: ChartPhrase, _ values: KeyValuePairs<String, String> = [:]) -> String {
    text(phrase, values)
  }

  package func callAsFunction(_ phrase: ChangePhrase, _ values: KeyValuePairs<String, String> = [:]) -> String {
    text(phrase, values)
  }

  package func callAsFunction(
    _ phrase: ChangePhrase, count: Int, _ values: KeyValuePairs<String, String> = [:]
  ) -> String {
    text(phrase, count: count, values)
  }

  func callAsFunction(
    _ phrase: ChartPhrase, count: Int, _ values: KeyValuePairs<String, String> = [:]
  ) -> String {
    text(phrase, count: count, values)
  }

  func callAsFunction(_ phrase: MapPhrase, _ values: KeyValuePairs<String, String> = [:]) -> String {
    text(phrase, values)
  }

  func callAsFunction(
    _ phrase: MapPhrase, count: Int, _ values: KeyValuePairs<String, String> = [:]
  ) -> String {
    text(phrase, count: count, values)
  }

  func callAsFunction(_ phrase: AreaPhrase, _ values: KeyValuePairs<String, String> = [:]) -> String {
    text(phrase, values)
  }

  func callAsFunction(_ phrase: AreaPagePhrase, _ values: KeyValuePairs<String, String> = [:]) -> String {
    text(phrase, values)
  }

  func callAsFunction(
    _ phrase: AreaPagePhrase, count: Int, _ values: KeyValuePairs<String, String> = [:]
  ) -> String {
    text(phrase, count: count, values)
  }

  func callAsFunction(_ phrase: MatrixPhrase, _ values: KeyValuePairs<String, String> = [:]) -> String {
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
    let form = form(of: phrase.text(in: spoken), PluralCategory(count, in: catalogueLanguage))
    return fill(fill(form, ["count": numbers.text(Double(count), decimals: 0)]), values)
  }

  /// The form of the phrase for a number that is printed with so many digits after the point; fills none of its places.
  func text(
    _ phrase: Phrase, number: Double, decimals: Int, _ values: KeyValuePairs<String, String>
  ) -> String {
    let category = PluralCategory(number, decimals: decimals, in: catalogueLanguage)
    return fill(form(of: phrase.text(in: spoken), category), values)
  }

  /// The form for a category; fractions, for which Russian has no form of its own here, take that of two.
  func form(of text: String, _ category: PluralCategory) -> String {
    guard text.utf8.holds(UInt8(ascii: "|")) else { return text }
    let forms = text.utf8.split(separator: UInt8(ascii: "|"), omittingEmptySubsequences: false)
    return String(Substring(forms[place(of: category, among: forms.count)]))
  }

  /// Where the form for a category stands among so many.
  func place(of category: PluralCategory, among count: Int) -> Int {
    let categories = PluralCategory.forms(in: catalogueLanguage)
    let place = categories.firstIndex(of: category) ?? categories.firstIndex(of: .few) ?? count - 1
    return min(place, count - 1)
  }

  private func fill(_ template: String, _ values: KeyValuePairs<String, String>) -> String {
    guard !values.isEmpty else { return template }
    var template = template
    let text = template.withUTF8 { template in
      var text: [UInt8] = []
      text.reserveCapacity(2 * template.count)
      var rest = template[...]
      while let open = rest.firstIndex(of: UInt8(ascii: "{")),
        let close = rest[open...].firstIndex(of: UInt8(ascii: "}"))
      {
        text.append(contentsOf: rest[..<open])
        let name = UnsafeBufferPointer(rebasing: rest[(open + 1)..<close])
        guard let value = values.first(where: { $0.key.isWritten(name) })?.value else {
          text.append(contentsOf: rest[open...close])
          rest = rest[(close + 1)...]
          continue
        }
        rest = rest[(close + 1)...]
        agreement.append(isolated(value), to: &text)
        // A value may end in the stop of an abbreviation, which is then that of the sentence too.
        if rest.first == UInt8(ascii: "."), value.utf8.last == UInt8(ascii: ".") { rest = rest.dropFirst() }
      }
      text.append(contentsOf: rest)
      return text
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// A value with Latin letters or a date in figures, kept apart from the Arabic around it: the order of its parts and of
  /// what stands beside it would change otherwise.
  private func isolated(_ value: String) -> String {
    guard isRightToLeft, value.unicodeScalars.first != LanguageMark.start,
      value.utf8.contains(where: { (UInt8(ascii: "A")...UInt8(ascii: "z")).contains($0) })
        || CalendarDate(value) != nil
    else { return value }
    return "\u{2068}\(value)\u{2069}"
  }

  /// A window as a part of a name: `last 6 points`.
  func shortWords(for window: MethodChoice.Window) -> String {
    switch window {
    case .last(let count): self(.windowLastShort, count: count)
    case .all: self(.windowAllShort)
    }
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

extension String {
  fileprivate func isWritten(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard utf8.count == bytes.count else { return false }
    var text = self
    return text.withUTF8 { $0.elementsEqual(bytes) }
  }
}

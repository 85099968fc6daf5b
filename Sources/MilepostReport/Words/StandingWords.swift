import MilepostLanguage
import MilepostModel

/// What tables and sentences say of a ranking and of where an area or group stands in it.
struct StandingWords: Sendable {
  let ranking: AreaRanking
  let style: FigureStyle

  init(_ ranking: AreaRanking, _ indicator: Indicator, _ phrases: Phrases) {
    self.ranking = ranking
    style = FigureStyle(indicator, phrases)
  }

  private var phrases: Phrases { style.phrases }

  var hasRanks: Bool {
    if case .by = ranking.order { return true }
    return false
  }

  /// Which way is better; nil where neither is, and for quantities, which follow the size of the areas.
  func direction(_ indicator: Indicator) -> Direction? {
    switch ranking.order {
    case .by(let direction): direction
    case .tooFew: indicator.direction
    case .noDirection, .quantities, .yesNo: nil
    }
  }

  /// `3rd of 38`; nil for an area without a rank.
  func rank(_ position: AreaRanking.Position) -> String? {
    guard case .ranked(_, let place, _) = position else { return nil }
    return phrases(.rankOf, ["place": phrases.ordinals.text(place), "total": String(ranking.rankedCount)])
  }

  /// How many areas have the same rank; nil where none has.
  func sharing(_ position: AreaRanking.Position) -> String? {
    guard case .ranked(_, _, let sharing) = position, sharing > 1 else { return nil }
    return phrases(.rankShared, ["sharing": String(sharing)])
  }

  /// Why an area has no rank where others have.
  func whyUnranked(_ position: AreaRanking.Position) -> String {
    switch position {
    case .tooOld: phrases(.tooOldForRank)
    case .otherPeriod: phrases(.otherPeriodForRank)
    case .ranked, .unranked, .noValue: phrases(.noRank)
    }
  }

  /// What rank 1 means and which values are ranked, or why there are no ranks; in sentences.
  var notes: [String] {
    switch ranking.order {
    case .noDirection: return [phrases(.unrankedDirection)]
    case .quantities: return [phrases(.unrankedQuantities)]
    case .yesNo: return [phrases(.unrankedYesNo)]
    case .tooFew: return [phrases(.unrankedFew)]
    case .by(let direction):
      let meaning = phrases(direction == .up ? .rankHighest : .rankLowest)
      guard let periods = ranking.rankedPeriods else { return [meaning] }
      let first = phrases.dates.text(periods.first)
      guard periods.first != periods.last else { return [meaning, phrases(.rankedPeriod, ["period": first])] }
      return [meaning, phrases(.rankedPeriods, ["first": first, "last": phrases.dates.text(periods.last)])]
    }
  }

  /// The unit of changes, in words.
  func unitOfChange(_ indicator: Indicator) -> String {
    switch ranking.changeUnit {
    case .percent: phrases.words(for: .percent)
    case .difference: phrases.words(for: indicator.unit.isPercent ? .percentagePoints : indicator.unit)
    }
  }

  /// A change with its sign and without its unit.
  func signed(_ change: AreaRanking.Change) -> String {
    switch ranking.changeUnit {
    case .percent: phrases.numbers.signed(change.amount, decimals: 1)
    case .difference: phrases.numbers.signed(change.amount, decimals: style.decimals)
    }
  }

  /// How far a value moved, with the unit and without a sign.
  private func distance(_ change: AreaRanking.Change) -> String {
    switch ranking.changeUnit {
    case .percent: phrases.numbers.percent(change.amount.magnitude, decimals: 1)
    case .difference: style.change(change.amount.magnitude, moreDecimals: style.decimals(keeping: change.amount))
    }
  }

  /// The newest value and how it came there: `World: 53.6 % in 2019, 12.1 percentage points more than in 2015.`
  ///
  /// - Returns: nil when there is no value.
  func answer(_ subject: String, _ standing: AreaRanking.Standing) -> String? {
    guard let newest = standing.position.newest else { return nil }
    let (value, period) = (style.value(newest.value), phrases.dates.text(newest.period))
    guard let change = standing.change else {
      return phrases(.nowOnly, ["subject": subject, "value": value, "period": period])
    }
    let phrase: AreaPhrase = change.amount == 0 ? .nowStayed : change.amount > 0 ? .nowRose : .nowFell
    return phrases(
      phrase,
      [
        "subject": subject, "value": value, "period": period, "change": distance(change),
        "since": phrases.dates.text(change.since),
      ])
  }
}

extension HTMLWriter {
  /// A change with the period that it counts from.
  mutating func change(_ change: AreaRanking.Change?, _ words: StandingWords) {
    let phrases = words.style.phrases
    guard let change else {
      none(phrases(.noChange))
      return
    }
    element("td", ["class": "n", "data-value": String(machine: change.amount)]) { html in
      html.text(words.signed(change) + " ")
      html.element("small", text: phrases(.changeSince, ["period": phrases.dates.text(change.since)]))
    }
  }

  /// A rank, or why there is none.
  mutating func rank(_ position: AreaRanking.Position, _ words: StandingWords) {
    guard case .ranked(_, let place, _) = position, let text = words.rank(position) else {
      element("td", ["class": "none"], text: words.whyUnranked(position))
      return
    }
    element("td", ["data-value": String(place)]) { html in
      html.text(text)
      if let sharing = words.sharing(position) { html.element("small", text: sharing) }
    }
  }
}

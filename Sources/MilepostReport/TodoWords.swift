import MilepostLanguage
package import MilepostModel

/// What is missing or due, in words.
package struct TodoWords: Sendable {
  private let release: Release
  private let phrases: Phrases

  package init(_ release: Release, language: LanguageTag) { self.init(release, Phrases(release, language)) }

  init(_ release: Release, _ phrases: Phrases) {
    self.release = release
    self.phrases = phrases
  }

  package var nothing: String { phrases(.todoNothing) }

  package func owner(_ item: TodoItem) -> String { item.owner ?? phrases(.todoNoOwner) }

  package func element(_ item: TodoItem) -> String {
    switch item.element {
    case .target(let id): phrases(.todoTarget, ["id": id.text])
    case .outcome(let id): phrases(.todoOutcome, ["id": id.text])
    case .indicator(let id): phrases(.todoIndicator, ["id": id.text])
    }
  }

  package func need(_ item: TodoItem) -> String {
    if case .yearlyValue(_, let area) = item.need { return need(item, of: [area]) }
    return need(item, of: [])
  }

  /// - Parameter areas: those whose yearly value is needed.
  func need(_ item: TodoItem, of areas: [Area.ID]) -> String {
    switch item.need {
    case .measure: phrases(.todoMeasure)
    case .data: phrases(.todoData)
    case .newerData(let period, let years):
      phrases(.todoNewerData, count: years, ["period": phrases.dates.text(period)])
    case .yearlyValue(let period, _):
      phrases(
        .todoYearlyValue,
        [
          "period": phrases.dates.text(period),
          "area": phrases.lists.text(areas.map { release.name(of: $0, phrases) }),
        ])
    case .returns(let period, let missing, let total, let group):
      phrases(
        .todoReturns,
        [
          "period": phrases.dates.text(period), "missing": "\(missing)", "total": "\(total)",
          "group": release.name(of: group, phrases),
        ])
    case .response(let status): phrases(.todoResponse, ["status": release.word(for: status, phrases)])
    case .action: phrases(.todoAction)
    case .override: phrases(.todoOverride)
    case .baseline: phrases(.todoBaseline)
    }
  }
}

import MilepostLanguage
import MilepostModel

extension SiteContext {
  /// How far the texts are translated, and which are missing in which language.
  func translations(_ page: Page, _ html: inout HTMLWriter) {
    let translations = release.translations
    guard translations.count > 1 else { return }
    html.heading(2, phrases(.languagesHeading))
    html.element("p", ["class": "text"], text: phrases(.languagesLead))
    let head = [phrases(.languageColumn), phrases(.translatedColumn)]
    page.table(phrases(.languagesCaption), head: head, into: &html) { html in
      for coverage in translations {
        html.element("tr") { html in
          html.element("th", ["scope": "row", "lang": coverage.language.markupTag], text: coverage.language.ownName)
          html.element("td") { html in
            html.element("p", text: share(coverage))
            missing(coverage, &html)
          }
        }
      }
    }
  }

  private func share(_ coverage: TranslationCoverage) -> String {
    // What is not complete must not print as 100 %.
    let share = coverage.missing.isEmpty ? 100 : min(99, (100 * coverage.share).rounded(.down))
    return phrases(
      .textsShare,
      [
        "have": phrases.numbers.text(Double(coverage.have), decimals: 0),
        "total": phrases.numbers.text(Double(coverage.total), decimals: 0),
        "share": phrases.numbers.percent(share, decimals: 0),
      ])
  }

  /// The missing texts by the element that they belong to.
  private func missing(_ coverage: TranslationCoverage, _ html: inout HTMLWriter) {
    guard !coverage.missing.isEmpty else { return }
    var elements: [(name: String, fields: [String])] = []
    for text in coverage.missing {
      let name = words(for: text.place)
      if elements.last?.name != name { elements.append((name, [])) }
      elements[elements.count - 1].fields.append(text.place.field)
    }
    let count = phrases.numbers.text(Double(coverage.missing.count), decimals: 0)
    html.element("details") { html in
      html.element("summary", text: phrases(.textsMissing, ["count": count]))
      html.element("ul") { html in
        for element in elements {
          html.element("li") { html in
            html.text(element.name)
            for field in element.fields {
              html.text(" ")
              html.element("code", ["dir": "ltr"], text: field)
            }
          }
        }
      }
    }
  }

  /// Where a text belongs: `Target 2.4`.
  func words(for place: PublishedText.Place) -> String { phrases.name(of: PlanElement(place.kind, place.id)) }
}

extension Phrases {
  /// What an element is called that is known by its id: `Target 2.4`.
  func name(of element: PlanElement) -> String {
    let phrase: LanguagePhrase
    switch element.kind {
    case .settings, .accepted, .theme, .report: return self(.placeSettings)
    case .goal: phrase = .placeGoal
    case .target: phrase = .placeTarget
    case .objective: phrase = .placeObjective
    case .outcome: phrase = .placeOutcome
    case .output: phrase = .placeOutput
    case .enabler: phrase = .placeEnabler
    case .indicator: phrase = .placeIndicator
    case .framework: phrase = .placeFramework
    case .area, .outline, .tile: phrase = .placeArea
    case .group: phrase = .placeGroup
    case .codelist: phrase = .placeCodelist
    case .source: phrase = .placeSource
    case .dataflow: phrase = .placeDataflow
    case .register: phrase = .placeRegister
    case .rule: phrase = .placeRule
    case .map: phrase = .placeMap
    case .index: phrase = .placeIndex
    case .survey: phrase = .placeSurvey
    }
    return self(phrase, ["id": element.id])
  }
}

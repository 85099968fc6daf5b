import MilepostLanguage
import MilepostModel

extension PublishedSurvey {
  /// With more rows of groups than these the page of a survey would be too heavy.
  private static let mostRowsOfGroups = 300

  private var questionsWithGroups: [AskedQuestion] {
    AskedQuestion.all(self).filter { !$0.newest.results.breakdowns.isEmpty }
  }

  /// Whether the groups of each question stand on a page of their own.
  var hasPagesOfGroups: Bool {
    questionsWithGroups.reduce(0) { rows, asked in
      asked.newest.results.breakdowns.reduce(rows) { $0 + $1.groups.count }
    } > PublishedSurvey.mostRowsOfGroups
  }

  func placeOfGroups(_ asked: AskedQuestion) -> String { "\(survey.place)/\(asked.question.id)" }

  /// Every page of the survey, below the language's folder.
  var places: [String] {
    [survey.place] + (hasPagesOfGroups ? questionsWithGroups.map(placeOfGroups) : [])
  }
}

extension SiteContext {
  /// The pages of surveys, each with what it is about.
  var surveyFiles: [PlacedPage] {
    guard !release.surveys.isEmpty else { return [] }
    return [PlacedPage("surveys", "surveys", surveysPage)]
      + release.surveys.flatMap { published -> [PlacedPage] in
        let id = published.survey.id
        let whole = PlacedPage(published.survey.place, "survey \(id)") { surveyPage(published, $0) }
        guard published.hasPagesOfGroups else { return [whole] }
        let places = Set(published.places)
        return [whole]
          + AskedQuestion.all(published).filter { places.contains(published.placeOfGroups($0)) }.map { asked in
            PlacedPage(published.placeOfGroups(asked), "groups of question \(asked.question.id) of survey \(id)") {
              groupsPage(asked, published, $0)
            }
          }
      }
  }

  /// What each group answered to one question of a survey with many groups.
  private func groupsPage(_ asked: AskedQuestion, _ published: PublishedSurvey, _ page: Page) -> PageText {
    let survey = published.survey
    let words = words(published)
    let found = words.questionFound(asked)
    let title = phrases(.pageTitle, ["page": words.text(asked.question.text), "site": text(survey.title)])
    let trail = [
      Page.Crumb(name: phrases(.surveys), place: "surveys"), Page.Crumb(name: text(survey.title), place: survey.place),
    ]
    return page.html(title: title, description: found, trail: trail) { html in
      html.element("p", ["class": "over"], text: phrases(.groupsOnPage))
      html.element("h1", ["class": "answer"], text: found)
      for breakdown in asked.newest.results.breakdowns {
        groups(asked, breakdown, words, level: 2, page, &html)
      }
      hiddenNote(published, &html)
    }
  }
}

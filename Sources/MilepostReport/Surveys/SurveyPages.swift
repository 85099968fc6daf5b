import MilepostLanguage
import MilepostModel

extension SiteContext {
  func words(_ survey: PublishedSurvey) -> SurveyWords { SurveyWords(published: survey, phrases: phrases) }

  func surveysPage(_ page: Page) -> PageText {
    page.html(title: phrases(.surveys)) { html in
      html.element("h1", text: phrases(.surveys))
      html.element("p", ["class": "lead"], text: phrases(.surveysLead))
      let head = [phrases(.oneSurvey), phrases(.newestWave), phrases(.numberAnswered), phrases(.owner)]
      page.table(phrases(.surveysCaption), head: head, numeric: [2], into: &html) { html in
        for published in release.surveys { row(published, page, &html) }
      }
    }
  }

  private func row(_ published: PublishedSurvey, _ page: Page, _ html: inout HTMLWriter) {
    let survey = published.survey
    let words = words(published)
    html.element("tr") { html in
      html.element("th", ["scope": "row"]) { html in
        html.element("a", ["href": page.link(survey.place)]) { page.write(survey.title, into: &$0) }
        html.element("small", ["class": "found-line"], text: words.answer(AskedQuestion.all(published)))
      }
      if let wave = published.waves.last {
        html.element("td", text: words.name(ofWave: wave.wave))
        if let respondents = wave.respondents {
          html.element("td", ["class": "n"], text: count(respondents))
        } else {
          html.none(phrases(.notStated))
        }
      } else {
        html.none(phrases(.notStated), class: "none")
        html.none(phrases(.notStated))
      }
      html.element("td", text: survey.owner.map(phrases.owner) ?? phrases(.notStated))
    }
  }

  func surveyPage(_ published: PublishedSurvey, _ page: Page) -> PageText {
    let survey = published.survey
    let words = words(published)
    let questions = AskedQuestion.all(published)
    let answer = words.answer(questions)
    let trail = [Page.Crumb(name: phrases(.surveys), place: "surveys")]
    return page.html(title: text(survey.title), description: answer, trail: trail) { html in
      html.element("p", ["class": "over"]) { page.write(survey.title, into: &$0) }
      html.element("h1", ["class": "answer"], text: answer)
      if let text = survey.text { html.element("p", ["class": "lead"]) { page.write(text, into: &$0) } }
      if questions.count > 3 { contents(questions, words, &html) }
      whoAnswered(published, words, page, &html)
      for group in AskedQuestion.grouped(questions) {
        if group.count > 1 {
          items(group, words, page, &html)
        } else {
          questionSection(group[0], words, level: 2, page, &html)
        }
      }
      hiddenNote(published, &html)
      made(survey, page, &html)
      html.heading(2, phrases(.downloads))
      downloads(release.dataFiles(of: survey.id), page, &html)
      citation(ofPart: LanguageMark.plain(text(survey.title), in: phrases.catalogueLanguage), page, &html)
    }
  }

  /// Every question with a link to what was found.
  private func contents(_ questions: [AskedQuestion], _ words: SurveyWords, _ html: inout HTMLWriter) {
    html.element("nav", ["aria-label": phrases(.questions)]) { html in
      html.element("ol", ["class": "questions"]) { html in
        for asked in questions {
          html.element("li") { html in
            html.element("a", ["href": "#" + asked.anchor], text: words.text(asked.question.text))
          }
        }
      }
    }
    html.newLine()
  }

  /// What hidden cells mean, where there may be any.
  func hiddenNote(_ published: PublishedSurvey, _ html: inout HTMLWriter) {
    let suppression = published.survey.suppression
    guard suppression != .none, published.waves.contains(where: \.hasHidden) else { return }
    html.element(
      "p", ["class": "key", "id": "hidden"],
      text: phrases(
        .hiddenKey, ["count": count(suppression.minimumCount), "base": count(suppression.minimumBase)]))
  }

  private func made(_ survey: Survey, _ page: Page, _ html: inout HTMLWriter) {
    let indicators = survey.measures.compactMap { release.plan.indicator($0.indicator) }
    guard !indicators.isEmpty else { return }
    html.heading(2, phrases(.indicatorsMade))
    html.element("ul") { html in
      for indicator in indicators {
        html.element("li") { html in
          html.element("a", ["href": page.link("indicators/\(indicator.id.text.slug)")]) { html in
            page.write(indicator.title, into: &html)
          }
        }
      }
    }
  }

  /// On the page of an indicator: the survey that it is made of.
  func madeOfSurvey(_ indicator: Indicator, _ page: Page, _ html: inout HTMLWriter) {
    let surveys = release.surveys.filter { $0.survey.measures.contains { $0.indicator == indicator.id } }
    guard !surveys.isEmpty else { return }
    html.element("dl", ["class": "facts"]) { html in
      html.term(phrases(.madeOfSurvey)) { html in
        for (place, published) in surveys.enumerated() {
          if place > 0 { html.text(phrases.lists.mark) }
          html.element("a", ["href": page.link(published.survey.place)]) { html in
            page.write(published.survey.title, into: &html)
          }
        }
      }
    }
  }
}

extension Survey {
  /// Of its page, below the language's folder.
  var place: String { "surveys/\(id.text.slug)" }
}

extension SurveyWaveResults {
  fileprivate var hasHidden: Bool {
    questions.contains { question in
      ([question.total] + question.breakdowns.flatMap { $0.groups.map(\.distribution) }).contains { $0.hasHidden }
    }
  }
}

extension SurveyDistribution {
  fileprivate var hasHidden: Bool {
    switch content {
    case .suppressed: true
    case .answers(let shares): shares.hasHidden
    case .numbers, .texts: false
    }
  }
}

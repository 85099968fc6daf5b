import MilepostLanguage
import MilepostModel

extension SiteContext {
  func objectivesPage(_ page: Page) -> PageText {
    let plan = release.plan
    return page.html(title: phrases(.objectives)) { html in
      html.element(
        "h1",
        text: phrases(
          .objectivesHeadline,
          [
            "objectives": String(plan.objectives.count), "outcomes": String(plan.outcomes.count),
            "counts": counts(plan.outcomes),
          ]))
      goalMatrix(page, &html)
      for objective in plan.objectives {
        html.element("section", ["class": "goal"]) { html in
          html.element("h2") { html in
            html.element("a", ["href": page.link("objectives/\(objective.id.text.slug)")]) { html in
              html.text(objective.id.text + " ")
              page.write(objective.title, into: &html)
            }
          }
          outcomeTable(objective, page, &html)
        }
      }
    }
  }

  /// How many outcomes have each status; the counts add up to their number.
  func counts(_ outcomes: [Outcome]) -> String {
    let statuses = outcomes.map { direction(of: $0.id)?.status ?? .notMeasured }
    let counts = DirectionalStatus.allCases.compactMap { status -> String? in
      let count = statuses.count { $0 == status }
      guard count > 0 else { return nil }
      return phrases(.outcomeCount, ["count": String(count), "word": phrases.name(of: status).lowercased()])
    }
    return phrases.lists.enumeration(counts)
  }

  func objectivePage(_ objective: Objective, _ page: Page) -> PageText {
    let title = phrases(.objectiveTitle, ["id": objective.id.text, "title": text(objective.title)])
    let trail = [Page.Crumb(name: phrases(.objectives), place: "objectives")]
    return page.html(title: title, trail: trail) { html in
      html.element("h1") { html in
        page.write(objective.title, into: &html) { phrases(.objectiveTitle, ["id": objective.id.text, "title": $0]) }
      }
      if let text = objective.text { html.element("p", ["class": "lead"]) { page.write(text, into: &$0) } }
      html.element("dl", ["class": "facts"]) { html in
        if let sector = objective.sector { html.term(phrases(.sector)) { page.write(sector, into: &$0) } }
        html.term(phrases(.owner), text: objective.owner.map(phrases.owner))
        if !objective.goals.isEmpty {
          html.term(phrases(.goals)) { html in
            for (index, goal) in objective.goals.enumerated() {
              if index > 0 { html.text(phrases.lists.mark) }
              html.element("a", ["href": page.link("goals/\(goal.text.slug)")], text: goal.text)
            }
          }
        }
      }
      html.heading(2, phrases(.outcomes))
      outcomeTable(objective, page, &html)
      outputMatrix(objective, page, &html)
      links(objective.links, page, &html)
    }
  }

  private func outcomeTable(_ objective: Objective, _ page: Page, _ html: inout HTMLWriter) {
    let head = [phrases(.outcome), phrases(.trend), phrases(.change), phrases(.status)]
    let caption = phrases(.outcomesCaption, ["id": objective.id.text])
    page.table(caption, head: head, into: &html) { html in
      for outcome in release.plan.outcomes(of: objective.id) {
        html.element("tr") { html in
          html.element("th", ["scope": "row"]) { html in
            html.element("a", ["href": page.link("outcomes/\(outcome.id.text.slug)")]) { html in
              html.text(outcome.id.text + " ")
              page.write(outcome.title, into: &html)
            }
          }
          let direction = direction(of: outcome.id)
          let status = direction?.status ?? .notMeasured
          html.element("td") { html in
            if let measure = outcome.measures.first, let found = release.series.estimates(measure.key) {
              Sparkline(points: found.map(ChartPoint.init)).write(into: &html)
            }
          }
          html.element("td", text: change(direction, outcome))
          html.element("td") { $0.status(status, word: phrases.name(of: status)) }
        }
      }
    }
  }

  private func change(_ direction: DirectionalAssessment?, _ outcome: Outcome) -> String {
    guard let part = direction?.parts.first, let indicator = release.plan.indicator(part.measure.indicator),
      let last = part.last
    else { return outcome.measures.compactMap { lastMeasured($0, .lastMeasured) }.first ?? phrases(.noValue) }
    let style = FigureStyle(indicator, phrases)
    func at(_ point: PeriodValue) -> String {
      phrases(.inPeriod, ["value": style.value(point.value), "period": phrases.dates.text(point.period)])
    }
    guard let first = part.first, first.period < last.period else { return at(last) }
    return "\(at(first)) → \(at(last))"
  }

  /// The newest value of a measure that counts no longer, in a phrase; nil when there is none at all.
  private func lastMeasured(_ measure: Measure, _ phrase: PagePhrase) -> String? {
    guard let indicator = release.plan.indicator(measure.indicator),
      let last = release.series.estimates(measure.key)?.last(where: { $0.value.number != nil }),
      let value = last.value.number
    else { return nil }
    return phrases(
      phrase,
      [
        "subject": release.subject(of: measure, phrases), "value": FigureStyle(indicator, phrases).value(value),
        "period": phrases.dates.text(last.period),
      ])
  }

  /// Where an outcome stands, in a paragraph.
  private func lead(_ outcome: Outcome, _ direction: DirectionalAssessment?) -> String {
    guard let direction, !direction.parts.isEmpty else { return phrases(.notMeasuredYet) }
    if direction.parts.allSatisfy({ $0.last == nil }) {
      let old = outcome.measures.compactMap { lastMeasured($0, .lastMeasuredIs) }
      if !old.isEmpty { return phrases.sentences.joined(old) }
    }
    return release.explanation(of: direction, language: language)
  }

  func outcomePage(_ outcome: Outcome, _ page: Page) -> PageText {
    let title = phrases(.outcomeTitle, ["id": outcome.id.text, "title": text(outcome.title)])
    let objective = release.plan.objectives.first { $0.id == outcome.objective }
    let crumbs =
      [Page.Crumb(name: phrases(.objectives), place: "objectives")]
      + (objective.map {
        [
          Page.Crumb(
            name: phrases(.objectiveTitle, ["id": $0.id.text, "title": text($0.title)]),
            place: "objectives/\($0.id.text.slug)")
        ]
      } ?? [])
    let direction = direction(of: outcome.id)
    let status = direction?.status ?? .notMeasured
    return page.html(title: title, trail: crumbs) { html in
      html.element("p", ["class": "over"]) { $0.status(status, word: phrases.name(of: status)) }
      html.element("h1") { html in
        page.write(outcome.title, into: &html) { phrases(.outcomeTitle, ["id": outcome.id.text, "title": $0]) }
      }
      html.element("p", ["class": "lead"], text: lead(outcome, direction))
      measures(outcome.measures, page, &html)
      links(outcome.links, page, &html)
    }
  }

  func enablersPage(_ page: Page) -> PageText {
    page.html(title: phrases(.enablers)) { html in
      html.element("h1", text: phrases(.enablersHeadline, count: release.plan.enablers.count))
      enablerTable(page, &html)
      yesNoMatrix(release.plan.enablers.flatMap(\.measures), page, &html)
    }
  }

  func enablerPage(_ enabler: Enabler, _ page: Page) -> PageText {
    let title = phrases(.enablerTitle, ["id": enabler.id.text, "title": text(enabler.title)])
    return page.html(title: title, trail: [Page.Crumb(name: phrases(.enablers), place: "enablers")]) { html in
      html.element("h1") { html in
        page.write(enabler.title, into: &html) { phrases(.enablerTitle, ["id": enabler.id.text, "title": $0]) }
      }
      html.element("dl", ["class": "facts"]) { $0.term(phrases(.owner), text: enabler.owner.map(phrases.owner)) }
      if enabler.measures.isEmpty { html.element("p", text: phrases(.notMeasuredYet)) }
      let yesNo = enabler.measures.filter(isYesNo)
      yesNoMatrix(yesNo, page, &html)
      measures(enabler.measures.filter { !yesNo.contains($0) }, page, &html)
    }
  }
}

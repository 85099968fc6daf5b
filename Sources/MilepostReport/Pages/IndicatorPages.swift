import MilepostLanguage
import MilepostModel

extension SiteContext {
  func indicatorsPage(_ page: Page) -> PageText {
    page.html(title: phrases(.indicators)) { html in
      html.element("h1", text: phrases(.indicatorsHeadline, count: release.plan.indicators.count))
      guard !release.plan.indicators.isEmpty else { return }
      let head = [phrases(.indicators), phrases(.unit), phrases(.owner)]
      page.table(phrases(.indicatorsCaption), head: head, into: &html) { html in
        for indicator in release.plan.indicators {
          html.element("tr") { html in
            html.element("th", ["scope": "row"]) { html in
              html.element("a", ["href": page.link("indicators/\(indicator.id.text.slug)")]) { html in
                page.write(indicator.title, into: &html)
              }
            }
            html.element("td", text: phrases.words(forUnitOf: indicator))
            html.element("td", text: indicator.owner.map(phrases.owner) ?? "–")
          }
        }
      }
    }
  }

  func indicatorPage(_ indicator: Indicator, _ page: Page) -> PageText {
    let trail = [Page.Crumb(name: phrases(.indicators), place: "indicators")]
    // Two indicators may have one title, so the id makes the page's title unique.
    let title = "\(text(indicator.title)) [\(indicator.id)]"
    let series = IndicatorSeries(indicator, self)
    let answer = answer(series)
    return page.html(title: title, description: answer, trail: trail) { html in
      html.element("p", ["class": "over"]) { page.write(indicator.title, into: &$0) }
      html.element("h1", ["class": "answer"], text: answer)
      course(series, page, &html)
      revised(series, page, &html)
      groupTable(series, page, &html)
      breakdowns(series, page, &html)
      maps(series, page, &html)
      areaTable(series, page, &html)
      facts(indicator, page, &html)
      madeOfSurvey(indicator, page, &html)
      uses(indicator, page, &html)
      indices(using: indicator.id, page, &html)
      downloads(indicator, page, &html)
      links(indicator.links, page, &html)
    }
  }

  private func downloads(_ indicator: Indicator, _ page: Page, _ html: inout HTMLWriter) {
    html.heading(2, phrases(.downloads))
    downloads(release.dataFiles(of: indicator.id), page, &html)
    citation(ofPart: text(indicator.title), page, &html)
  }

  private func facts(_ indicator: Indicator, _ page: Page, _ html: inout HTMLWriter) {
    html.heading(2, phrases(.definition))
    if let definition = indicator.definition { html.element("p") { page.write(definition, into: &$0) } }
    html.element("dl", ["class": "facts"]) { html in
      html.term(phrases(.unit), text: phrases.words(forUnitOf: indicator))
      if let direction = indicator.direction {
        html.term(phrases(.direction), text: phrases(direction == .up ? .directionUp : .directionDown))
      }
      let style = FigureStyle(indicator, phrases)
      if indicator.limits != .none {
        let ends = [indicator.limits.lower, indicator.limits.upper].map { $0.map { style.stated($0) } ?? "…" }
        html.term(phrases(.limits), text: phrases(.limitsRange, ["lower": ends[0], "upper": ends[1]]))
      }
      html.term(phrases(.owner), text: indicator.owner.map(phrases.owner))
      if let formula = indicator.formula {
        html.term(phrases(.formula)) { $0.element("code", text: formula.text) }
      }
    }
  }

  private func uses(_ indicator: Indicator, _ page: Page, _ html: inout HTMLWriter) {
    let targets = assessed.filter { target in
      target.measure?.indicator == indicator.id
        || target.parts.contains { $0.assessed.measure?.indicator == indicator.id }
    }
    if !targets.isEmpty {
      html.heading(2, phrases(.targetsUsing))
      roads(targets, page, &html)
    }
    let outcomes = release.plan.outcomes.filter { $0.measures.contains { $0.indicator == indicator.id } }
    guard !outcomes.isEmpty else { return }
    html.heading(2, phrases(.outcomesUsing))
    html.element("ul") { html in
      for outcome in outcomes {
        html.element("li") { html in
          html.element("a", ["href": page.link("outcomes/\(outcome.id.text.slug)")]) { html in
            html.text(outcome.id.text + " ")
            page.write(outcome.title, into: &html)
          }
        }
      }
    }
  }
}

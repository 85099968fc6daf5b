import MilepostLanguage
import MilepostModel

extension SiteContext {
  /// The value that each year must show.
  func needed(_ target: AssessedTarget, _ page: Page, _ html: inout HTMLWriter) {
    let required = target.assessment.requiredValues
    guard !required.isEmpty else { return }
    html.heading(2, phrases(.whatItWouldTake))
    let caption = phrases(.whatItWouldTakeCaption)
    page.table(caption, head: required.map { target.period($0.period) }, numeric: Set(required.indices), into: &html) {
      html in
      html.element("tr") { html in
        for value in required {
          html.element(
            "td", ["class": "n"], text: target.style.value(value.value, apartFrom: target.assessment.goalValue))
        }
      }
    }
  }

  func comment(_ target: AssessedTarget, _ html: inout HTMLWriter) {
    guard let response = target.target.response else { return }
    html.heading(2, phrases(.comment))
    html.element("div", ["class": "comment"]) { html in
      html.element("p", text: phrases(.responseReason, ["reason": phrases.writtenSentence(response.reason)]))
      html.element("p", text: phrases(.responseAction, ["action": phrases.writtenSentence(response.action)]))
      if let line = signature(response) { html.element("p", ["class": "key"], text: line) }
    }
  }

  /// Who answers for it, and until when.
  private func signature(_ response: Target.Response) -> String? {
    switch (response.name.map({ phrases.written(name: $0) }), response.due.map { phrases.dates.text($0) }) {
    case (let name?, let due?): phrases(.responseBy, ["name": name, "date": due])
    case (let name?, nil): phrases(.responseName, ["name": name])
    case (nil, let due?): phrases(.responseDue, ["date": due])
    case (nil, nil): nil
    }
  }

  func sources(_ target: AssessedTarget, _ page: Page, _ html: inout HTMLWriter) {
    html.heading(2, phrases(.sourceHeading))
    if let provenance = target.assessment.current?.provenance {
      html.element("p", ["class": "text"], text: sourceLine(provenance))
    }
    citation(
      phrases(
        .citeTarget,
        [
          "title": title, "id": target.target.id.text, "edition": release.edition?.id.text ?? editionText,
          "date": phrases.dates.text(release.asOf),
        ]), page, &html)
    html.heading(2, phrases(.downloads))
    downloads(release.dataFiles(of: target.target.id), page, &html) { html in
      for indicator in indicators(of: target) {
        html.element("li") { html in
          html.element("a", ["href": page.link("indicators/\(indicator.id.text.slug)")]) { html in
            page.write(indicator.title, into: &html) { phrases(.indicatorLink, ["title": $0]) }
          }
        }
      }
      html.element("li") { html in
        html.element(
          "a", ["href": page.data("assessments.json"), "download": ""], text: phrases(.downloadAssessments))
      }
    }
  }

  /// Every indicator that the target or its parts look at, once.
  private func indicators(of target: AssessedTarget) -> [Indicator] {
    let measures = target.parts.isEmpty ? [target.measure] : target.parts.map(\.assessed.measure)
    var found: [Indicator] = []
    for id in measures.compactMap({ $0?.indicator }) where !found.contains(where: { $0.id == id }) {
      if let indicator = release.plan.indicator(id) { found.append(indicator) }
    }
    return found
  }
}

import MilepostLanguage
import MilepostModel

extension SiteContext {
  /// Every other method and window with its answer or the reason why it has none.
  func others(_ target: AssessedTarget, _ page: Page, _ html: inout HTMLWriter) {
    guard !target.assessment.alternatives.isEmpty else { return }
    html.heading(2, phrases(.otherMethods))
    if let line = target.sensitivityLine { html.element("p", ["class": "text"], text: line) }
    let head = [phrases(.method), phrases(.status), phrases(.answer), phrases(.probability)]
    page.table(phrases(.otherMethodsCaption), head: head, numeric: [2, 3], into: &html) { html in
      for alternative in target.assessment.alternatives {
        html.element("tr") { html in
          html.element("th", ["scope": "row"], text: target.fullName(of: alternative))
          self.answer(alternative, target, &html)
        }
      }
    }
  }

  private func answer(_ alternative: Alternative, _ target: AssessedTarget, _ html: inout HTMLWriter) {
    switch alternative.answer {
    case .refused(let refusal):
      html.element("td", ["colspan": "3"], text: phrases(.noAnswer, ["reason": target.words(for: refusal)]))
    case .measured(let value):
      html.element("td", text: "–")
      html.element("td", ["class": "n"], text: phrases.numbers.text(value, decimals: 3))
      html.element("td", ["class": "n"], text: "–")
    case .status(let status, let value, let probability, let word):
      html.element("td") { html in
        html.status(status, word: phrases.name(of: status))
        if let word { html.text(" (\(word))") }
      }
      html.element("td", ["class": "n"], text: value.map { target.printed($0, of: alternative.method) } ?? "–")
      html.element("td", ["class": "n"], text: probability.map { target.probability($0) } ?? "–")
    }
  }

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
      html.element("p", text: phrases(.responseReason, ["reason": text(response.reason).endedAsSentence]))
      html.element("p", text: phrases(.responseAction, ["action": text(response.action).endedAsSentence]))
      let name = response.name
      let due = response.due.map { phrases.dates.text($0) }
      if let name, let due {
        html.element("p", ["class": "key"], text: phrases(.responseBy, ["name": name, "due": due]))
      } else if let only = name ?? due {
        html.element("p", ["class": "key"], text: only)
      }
    }
  }

  /// The table of what the chart shows.
  func numbers(_ target: AssessedTarget, _ page: Page, _ html: inout HTMLWriter) {
    let all = target.parts.isEmpty ? [target] : target.parts.map(\.assessed)
    html.heading(2, phrases(.numbers))
    var written = false
    for assessed in all {
      let rows = valueRows(assessed)
      guard !rows.isEmpty else { continue }
      written = true
      let caption = phrases(.numbersCaption, ["subject": assessed.subject, "unit": unitText(assessed)])
      let head = [phrases(.period), phrases(.value), phrases(.observationStatus)]
      page.table(caption, head: head, numeric: [1], into: &html) { html in
        for row in rows {
          html.element("tr") { html in
            html.element("th", ["scope": "row"], text: row.period)
            html.element("td", ["class": "n"], text: row.value)
            html.element("td", text: row.remark)
          }
        }
      }
    }
    if !written { html.element("p", text: phrases(.noSeries)) }
  }

  private func valueRows(_ assessed: AssessedTarget) -> [(period: String, value: String, remark: String)] {
    guard assessed.showsSeriesItself, let key = assessed.measure?.key, let estimates = release.series.estimates(key)
    else {
      return assessed.assessment.judged.map {
        (
          period: assessed.period($0.period),
          value: assessed.style.number($0.value), remark: assessed.phrases(.countedFromAreas)
        )
      }
    }
    return estimates.map { estimate in
      let words = cell(estimate, assessed.style)
      return (period: assessed.period(estimate.period), value: words.value, remark: words.remark)
    }
  }

  /// A value as text with how it is known; a gap with its reason.
  func cell(_ estimate: Estimate, _ style: FigureStyle) -> (value: String, remark: String) {
    switch estimate.value {
    case .figure(let value):
      let remark =
        estimate.provenance.isComputed && estimate.status == .reported
        ? phrases(.computedFromAreas) : phrases.name(of: estimate.status)
      return (style.number(value), remark)
    case .belowUnit: return (style.number(0), phrases(.belowUnit))
    case .missing(let reason): return ("–", phrases.name(of: reason))
    case .confidential: return ("–", phrases(.missingConfidential))
    }
  }

  func sources(_ target: AssessedTarget, _ page: Page, _ html: inout HTMLWriter) {
    html.heading(2, phrases(.sourceHeading))
    html.element("div", ["class": "text"]) { html in
      if let provenance = target.assessment.current?.provenance {
        html.element("p", text: sourceLine(provenance))
      }
      html.element(
        "p",
        text: phrases(
          .citation,
          [
            "title": title, "id": target.target.id.text, "edition": release.edition?.id.text ?? editionText,
            "date": phrases.dates.text(release.asOf),
          ]))
    }
    downloads(target, page, &html)
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

  private func downloads(_ target: AssessedTarget, _ page: Page, _ html: inout HTMLWriter) {
    html.element("ul", ["class": "downloads"]) { html in
      for indicator in indicators(of: target) {
        let slug = indicator.id.text.slug
        html.element("li") { html in
          html.element(
            "a", ["href": page.link("indicators/\(slug)")],
            text: phrases(.indicatorLink, ["title": text(indicator.title)]))
        }
        html.element("li") { html in
          html.element(
            "a", ["href": page.data("indicators/\(slug).csv"), "download": ""],
            text: "\(phrases(.downloadCSV)): \(text(indicator.title))")
        }
      }
      html.element("li") { html in
        html.element(
          "a", ["href": page.data("assessments.json"), "download": ""], text: phrases(.downloadAssessments))
      }
    }
  }
}

import MilepostLanguage
import MilepostModel

/// Tables of ticks and crosses, each with its word, and what goals, objectives and enablers have below them.
extension SiteContext {
  /// Which objective serves which goal; nothing where no objective names a goal.
  func goalMatrix(_ page: Page, _ html: inout HTMLWriter) {
    let objectives = release.plan.objectives
    guard objectives.contains(where: { !$0.goals.isEmpty }) else { return }
    html.heading(2, phrases(.goalsHeading))
    let goals = release.plan.goals
    let head = [phrases(.oneObjective)] + goals.map { "\($0.id) \(text($0.title))" }
    page.table(phrases(.goalsCaption), head: head, into: &html) { html in
      for objective in objectives {
        html.element("tr") { html in
          html.element("th", ["scope": "row"]) { page.write(objective, into: &$0) }
          for goal in goals {
            let serves = objective.goals.contains(goal.id)
            html.tick(serves ? .yes : .no, phrases(serves ? .serves : .servesNot))
          }
        }
      }
    }
  }

  /// Which output supports which outcome of an objective.
  func outputMatrix(_ objective: Objective, _ page: Page, _ html: inout HTMLWriter) {
    let outcomes = release.plan.outcomes(of: objective.id)
    let ids = Set(outcomes.map(\.id))
    let outputs = release.plan.outputs.filter { !ids.isDisjoint(with: $0.outcomes) }
    guard !outputs.isEmpty else { return }
    html.heading(2, phrases(.outputs))
    let head = [phrases(.oneOutput)] + outcomes.map(\.id.text) + [phrases(.owner)]
    page.table(phrases(.outputsCaption), head: head, into: &html) { html in
      for output in outputs {
        html.element("tr") { html in
          html.element("th", ["scope": "row"]) { html in
            html.text(output.id.text + " ")
            page.write(output.title, into: &html)
          }
          for outcome in outcomes {
            let supports = output.outcomes.contains(outcome.id)
            html.tick(supports ? .yes : .no, phrases(supports ? .supports : .supportsNot))
          }
          html.element("td", text: output.owner.map(phrases.owner) ?? "–")
        }
      }
    }
  }

  func isYesNo(_ measure: Measure) -> Bool { release.plan.indicator(measure.indicator)?.unit == .yesNo }

  /// What is met or not, period by period, with the source of the values.
  func yesNoMatrix(_ measures: [Measure], _ page: Page, _ html: inout HTMLWriter) {
    let rows = measures.filter(isYesNo).compactMap { measure in
      release.series.estimates(measure.key).map { (measure: measure, estimates: $0) }
    }
    guard !rows.isEmpty else { return }
    html.heading(2, phrases(.yesNoHeading))
    let periods = Set(rows.flatMap { $0.estimates.map(\.period) }).sorted()
    let head = [phrases(.indicator)] + periods.map { phrases.dates.text($0) }
    page.table(phrases(.yesNoCaption), head: head, into: &html) { html in
      for row in rows {
        let values = Dictionary(row.estimates.map { ($0.period, $0) }) { first, _ in first }
        html.element("tr") { html in
          html.element("th", ["scope": "row"]) { html in
            let place = "indicators/\(row.measure.indicator.text.slug)"
            html.element("a", ["href": page.link(place)], text: release.subject(of: row.measure, phrases))
          }
          for period in periods { tick(values[period], &html) }
        }
      }
    }
    guard let source = rows.first?.estimates.last?.provenance else { return }
    html.element("p", ["class": "key"], text: sourceLine(source))
  }

  private func tick(_ estimate: Estimate?, _ html: inout HTMLWriter) {
    switch estimate?.value {
    case .figure(1): html.tick(.yes, phrases(.yes))
    case .figure(0): html.tick(.no, phrases(.no))
    case .figure(let share): html.element("td", text: phrases.numbers.shortText(share, atMostDecimals: 3))
    case .belowUnit: html.element("td", text: phrases(.belowUnit))
    case .missing(let reason): html.none(phrases.name(of: reason))
    case .confidential: html.none(phrases(.missingConfidential))
    case nil: html.none(phrases(.noValue))
    }
  }

  /// Every measure of the enablers with its newest value and course.
  func enablerTable(_ page: Page, _ html: inout HTMLWriter) {
    let head = [.latest, .period, .trend].map { (phrase: PagePhrase) in phrases(phrase) }
    let names = [phrases(.oneEnabler), phrases(.indicator)] + head
    page.table(phrases(.enablersCaption), head: names, numeric: [2], into: &html) { html in
      for enabler in release.plan.enablers {
        let rows = enabler.measures.isEmpty ? 1 : enabler.measures.count
        for row in 0..<rows {
          html.element("tr") { html in
            if row == 0 { name(enabler, rows: rows, page, &html) }
            guard enabler.measures.indices.contains(row) else {
              html.element("td", ["class": "none", "colspan": "4"], text: phrases(.notMeasuredYet))
              return
            }
            newest(enabler.measures[row], page, &html)
          }
        }
      }
    }
  }

  private func name(_ enabler: Enabler, rows: Int, _ page: Page, _ html: inout HTMLWriter) {
    html.element("th", ["scope": "row", "rowspan": rows > 1 ? String(rows) : nil]) { html in
      html.element("a", ["href": page.link("enablers/\(enabler.id.text.slug)")]) { html in
        html.text(enabler.id.text + " ")
        page.write(enabler.title, into: &html)
      }
    }
  }

  /// The cells of a measure: what it is, its newest value, when, and its course.
  private func newest(_ measure: Measure, _ page: Page, _ html: inout HTMLWriter) {
    html.element("td") { html in
      let place = "indicators/\(measure.indicator.text.slug)"
      html.element("a", ["href": page.link(place)], text: release.subject(of: measure, phrases))
    }
    guard let indicator = release.plan.indicator(measure.indicator), let place = release.series.index(of: measure.key),
      let newest = release.series.estimates(at: place).last(where: { $0.value.number != nil })
    else {
      for _ in 0..<2 { html.none(phrases(.noValue)) }
      html.element("td", ["class": "none"], text: "–")
      return
    }
    html.element(
      "td", ["class": "n"], text: newest.value.number.map { FigureStyle(indicator, phrases).value($0) } ?? "–")
    html.element("td", text: phrases.dates.text(newest.period))
    // A line between yes and no says less than the table of ticks.
    if isYesNo(measure) { html.element("td", ["class": "none"], text: "–") } else { spark(place, &html) }
  }

  /// The objectives that serve a goal, with what is known of their outcomes.
  func serving(_ goal: Goal, _ page: Page, _ html: inout HTMLWriter) {
    let serving = release.plan.objectives.filter { $0.goals.contains(goal.id) }
    guard !serving.isEmpty else { return }
    html.heading(2, phrases(.objectivesServing))
    let head = [phrases(.oneObjective), phrases(.outcomes), phrases(.owner)]
    page.table(phrases(.objectivesServing), head: head, into: &html) { html in
      for objective in serving {
        html.element("tr") { html in
          html.element("th", ["scope": "row"]) { page.write(objective, into: &$0) }
          let outcomes = release.plan.outcomes(of: objective.id)
          html.element("td", text: outcomes.isEmpty ? "–" : counts(outcomes))
          html.element("td", text: objective.owner.map(phrases.owner) ?? "–")
        }
      }
    }
  }
}

extension Page {
  /// Id and title of an objective, with a link to its page.
  fileprivate func write(_ objective: Objective, into html: inout HTMLWriter) {
    html.element("a", ["href": link("objectives/\(objective.id.text.slug)")]) { html in
      html.text(objective.id.text + " ")
      write(objective.title, into: &html)
    }
  }
}

extension HTMLWriter {
  /// What a mark in a table says.
  enum Tick {
    case yes, no
  }

  /// A cell with a tick or a cross before its word.
  mutating func tick(_ tick: Tick, _ word: String) {
    element("td", ["class": "tick"]) { html in
      html.element(
        "svg", ["class": "mark", "viewBox": "0 0 12 12", "width": "12", "height": "12", "aria-hidden": "true"]
      ) { html in
        html.shape("path", ["d": tick == .yes ? "M1 6.5L4.5 10L11 2" : "M2 2L10 10M10 2L2 10"])
      }
      html.text(word)
    }
  }
}

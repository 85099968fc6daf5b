import MilepostLanguage
import MilepostModel

extension SiteContext {
  func targetPage(_ target: AssessedTarget, _ page: Page) -> PageText {
    let id = target.target.id.text
    let goal = release.plan.goals.first { $0.id == target.target.goal }
    let trail = goal.map { goal in
      let name = phrases(.goalHeading, ["id": goal.id.text, "title": text(goal.title)])
      return [Page.Crumb(name: name, place: "goals/\(goal.id.text.slug)")]
    }
    let explanation = target.explanation
    return page.html(
      title: phrases(.targetTitle, ["id": id, "title": target.title]), description: explanation.answer,
      trail: trail ?? []
    ) { html in
      html.element("p", ["class": "over"]) { html in
        status(of: target, &html)
        html.text(" ")
        html.element("b", text: phrases(.targetHeading, ["id": id]))
        html.text(" ")
        page.write(target.target.title, into: &html)
      }
      html.element("h1", ["class": "answer"], text: explanation.answer)
      if target.parts.isEmpty {
        html.element("div", ["class": "split"]) { html in
          html.element("div") { chart(of: target, id: "chart", page, &$0) }
          html.element("aside", ["aria-label": phrases(.ledger)]) { ledger(target, &$0) }
        }
      } else {
        parts(target, page, &html)
      }
      html.heading(2, phrases(.whyHeading))
      judged(target, &html)
      others(target, page, &html)
      needed(target, page, &html)
      comment(target, &html)
      people(target, &html)
      sinceLast(target, page, &html)
      numbers(target, page, &html)
      sources(target, page, &html)
      links(target.target.links, page, &html)
    }
  }

  private func people(_ target: AssessedTarget, _ html: inout HTMLWriter) {
    guard !target.stated.isEmpty else { return }
    html.heading(2, phrases(.statedByPeople))
    html.element("ul") { html in for line in target.stated { html.element("li", text: line) } }
  }

  private func chart(of target: AssessedTarget, id: String, _ page: Page, _ html: inout HTMLWriter) {
    let chart = TrajectoryChart(target)
    let source = target.assessment.current.map { sourceLine($0.provenance) }
    if target.style.scale == .yesNo {
      yesNoFigure([.init(key: "", name: target.subject, points: chart.points)], target.subject, source, &html)
    } else {
      page.figure(
        ChartFigure(
          id: id, title: .text(chart.title), measure: target.unitText, chart: chart,
          notes: [noProjection(target), source].compactMap(\.self)), into: &html)
    }
  }

  /// Why a chart shows no projection; nil where it shows one, and where nobody would look for one.
  func noProjection(_ target: AssessedTarget) -> String? {
    guard target.assessment.projection == nil, !target.isVerdict, target.assessment.status != .achieved else {
      return nil
    }
    guard case .tooOld(let last, let years) = target.assessment.reason else {
      return phrases(.projectionNone, ["why": phrases(target.whyNoProjection)])
    }
    return phrases(.projectionTooOld, count: years, ["period": target.period(last)])
  }

  func sourceLine(_ provenance: Provenance) -> String {
    let source = release.title(of: provenance.source, phrases)
    let vintage = provenance.vintage.description
    guard provenance.vintage > provenance.received else {
      return phrases(.sourceLine, ["source": source, "vintage": vintage])
    }
    return phrases(
      .sourceLineEarly, ["source": source, "received": provenance.received.description, "vintage": vintage])
  }

  private func ledger(_ target: AssessedTarget, _ html: inout HTMLWriter) {
    let assessment = target.assessment
    let style = target.style
    func at(_ value: String, _ period: TimePeriod) -> String {
      phrases(.inPeriod, ["value": value, "period": target.period(period)])
    }
    html.element("dl", ["class": "ledger"]) { html in
      html.term(
        phrases(.baseline),
        text: assessment.baseline.map { at(style.value($0.value, apartFrom: assessment.goalValue), $0.period) })
      if let current = assessment.current, let value = target.currentText {
        html.term(phrases(.now), text: at(value, current.period))
        html.term(
          phrases(.expected, ["period": target.period(current.period)]),
          text: target.expected.map { style.value($0.value) })
      }
      html.term(phrases(.projected), text: projected(target))
      html.term(phrases(.projectedShort), text: shortfall(target))
      for milestone in assessment.milestones.map(\.milestone) {
        html.term(phrases(.milestone), text: at(style.stated(milestone.value), milestone.period))
      }
      html.term(phrases(.target), text: target.goalText.map { at($0, assessment.due) } ?? target.dueText)
      if let pace = assessment.paceSoFar {
        html.term(phrases(.paceSoFar)) { html in
          html.text(phrases(.perYear, ["value": style.change(pace)]))
          guard let baseline = assessment.baseline else { return }
          html.text(" ")
          html.element("small", text: phrases(.changeSince, ["period": target.period(baseline.period)]))
        }
      }
      html.term(
        phrases(.paceNeeded), text: assessment.paceNeeded.map { phrases(.perYear, ["value": style.change($0)]) })
      if let probability = assessment.projection?.probability {
        html.term(phrases(.chanceOfMeeting)) { html in
          html.chanceDots(probability)
          html.text(phrases.chance(probability))
        }
      }
      if let coverage = assessment.current?.coverage {
        html.term(phrases(.coverage)) { self.coverage(coverage, target, &$0) }
      }
      html.term(phrases(.owner), text: target.target.owner.map(phrases.owner))
    }
  }

  /// How far the projection is from the target; nil where it is rather met than missed.
  private func shortfall(_ target: AssessedTarget) -> String? {
    guard let projection = target.assessment.projection, let goal = target.assessment.goalValue,
      let probability = projection.probability, probability < 0.5
    else { return nil }
    let gap = goal - projection.value
    return target.style.change(gap.magnitude, moreDecimals: target.style.decimals(keeping: gap))
  }

  private func projected(_ target: AssessedTarget) -> String? {
    guard let projection = target.assessment.projection else { return nil }
    let value = target.style.value(projection.value, apartFrom: target.assessment.goalValue)
    guard let low = projection.low, let high = projection.high else { return value }
    let goal = target.assessment.goalValue
    return phrases(
      .range80,
      [
        "value": value, "low": target.style.value(low, apartFrom: goal),
        "high": target.style.value(high, apartFrom: goal),
      ])
  }

  /// A bar in three parts (reported, estimated, imputed) and the same in words.
  private func coverage(_ coverage: Coverage, _ target: AssessedTarget, _ html: inout HTMLWriter) {
    let scale = LinearScale(domain: 0...1, start: 0, end: 200)
    html.element(
      "svg", ["class": "coverage", "viewBox": "0 0 200 12", "width": "200", "height": "12", "aria-hidden": "true"]
    ) { html in
      html.shape("rect", ["class": "frame", "x": "0.5", "y": "0.5", "width": "199", "height": "11"])
      var start = 0.0
      for (share, name) in [
        (coverage.reported, "part1"), (coverage.estimated, "part2"), (coverage.imputed, "part3"),
      ] {
        html.shape(
          "rect",
          [
            "class": name, "x": String(length: scale(start)), "y": "0", "width": String(length: scale(share)),
            "height": "12",
          ])
        start += share
      }
    }
    let whole = coverage.wholePercents
    func text(_ percent: Int) -> String { phrases.numbers.percent(Double(percent), decimals: 0) }
    html.element(
      "span",
      text: phrases(
        .coverageText,
        [
          "reported": text(whole.reported), "estimated": text(whole.estimated), "imputed": text(whole.imputed),
          "missing": text(whole.missing),
        ]))
  }

  private func parts(_ target: AssessedTarget, _ page: Page, _ html: inout HTMLWriter) {
    html.heading(2, phrases(.partsHeading))
    guard case .compound(let conditions) = target.target.kind else { return }
    for (index, part) in target.parts.enumerated() {
      html.element("section", ["class": "part"]) { html in
        html.element("h3") { html in
          html.status(part.assessed.assessment.status, word: part.assessed.statusWord)
          html.text(" ")
          page.write(conditions[index].title, into: &html)
        }
        html.element("p", ["class": "text"], text: part.assessed.answer)
        if part.assessed.assessment.current != nil {
          html.element("ul", ["class": "text"]) { html in
            for line in part.assessed.inputs + part.assessed.trendLines { html.element("li", text: line) }
          }
        }
        html.element("div", ["class": "split"]) { html in
          html.element("div") { chart(of: part.assessed, id: "chart-\(index + 1)", page, &$0) }
          html.element("div") { ledger(part.assessed, &$0) }
        }
      }
    }
  }

  /// The explanation line by line: what was put in, the method with its pace and projection, the formula, the rule.
  private func judged(_ target: AssessedTarget, _ html: inout HTMLWriter) {
    var blocks = [(phrases(.sectionInputs), target.inputs)]
    if target.parts.isEmpty { blocks.append((phrases(.sectionMethod), target.trendLines)) }
    for (title, lines) in blocks {
      html.heading(3, title)
      html.element("ul", ["class": "text"]) { html in for line in lines { html.element("li", text: line) } }
    }
    html.heading(3, phrases(target.formula.isEmpty ? .sectionThresholds : .sectionFormula))
    for line in target.formula { html.element("p", ["class": "formula"], text: line) }
    html.element("p", ["class": "key"], text: phrases(target.thresholds))
  }
}

extension HTMLWriter {
  /// Twenty dots, each one chance in twenty.
  mutating func chanceDots(_ probability: Double) {
    let filled = Int((probability * 20).rounded(.toNearestOrAwayFromZero))
    element("svg", ["class": "chance", "viewBox": "0 0 120 26", "width": "120", "height": "26", "aria-hidden": "true"])
    { html in
      for index in 0..<20 {
        let x = String(length: Double(index % 10) * 12 + 6)
        let y = index < 10 ? "6" : "20"
        html.shape("circle", ["class": index < filled ? "full" : "empty", "cx": x, "cy": y, "r": "4"])
      }
    }
  }
}

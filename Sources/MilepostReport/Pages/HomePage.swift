import MilepostLanguage
import MilepostModel

extension SiteContext {
  /// In the order of trouble: what needs attention comes first.
  static let statusOrder: [TargetStatus] = [
    .missed, .movingAway, .offTrack, .atRisk, .onTrack, .achieved, .benchmarked, .notMeasured, .notMeasurable,
  ]

  func isTrouble(_ status: TargetStatus) -> Bool { status.isAssessed && !status.isFavourable }

  /// One sentence on how a set of targets stands.
  func headline(_ targets: [AssessedTarget]) -> String {
    let able = targets.count { $0.assessment.status.isAssessed }
    guard able > 0 else { return phrases(.homeHeadlineNone, ["total": String(targets.count)]) }
    return phrases(
      .homeHeadline,
      [
        "total": String(targets.count), "assessed": String(able),
        "favourable": String(targets.count { $0.assessment.status.isFavourable }),
        "trouble": String(targets.count { isTrouble($0.assessment.status) }),
      ])
  }

  func homePage(_ page: Page) -> PageText {
    page.html(title: phrases(.home), description: headline(assessed)) { html in
      html.element("h1", text: headline(assessed))
      squares(page, &html)
      trouble(page, &html)
      html.heading(2, phrases(.byGoal))
      html.element("p", ["class": "key"], text: phrases(.roadKey))
      for goal in release.plan.goals {
        html.element("section", ["class": "goal"]) { html in
          html.element("h3") { html in
            html.element("a", ["href": page.link("goals/\(goal.id.text.slug)")]) { html in
              page.write(goal.title, into: &html) { phrases(.goalHeading, ["id": goal.id.text, "title": $0]) }
            }
          }
          roads(assessed.filter { $0.target.goal == goal.id }, page, &html)
        }
      }
      changesSection(page, &html)
      missingSection(page, &html)
    }
  }

  /// A count that can be counted: one mark for each target, sorted by status, with the counts in words below.
  private func squares(_ page: Page, _ html: inout HTMLWriter) {
    let sorted = SiteContext.statusOrder.flatMap { status in assessed.filter { $0.assessment.status == status } }
    html.element("section", ["class": "squares", "aria-label": phrases(.squaresTitle, count: assessed.count)]) { html in
      html.element("ul", ["class": "marks"]) { html in
        for target in sorted {
          let set = target.assessment.override.map { " / " + release.word(for: $0.status, phrases) }
          let name = "\(target.target.id) \(target.statusWord)\(set ?? "")"
          html.element("li") { html in
            html.element(
              "a", ["href": page.link("targets/\(target.target.id.text.slug)"), "aria-label": name, "title": name]
            ) { html in
              html.mark(target.assessment.status)
              html.element("span", ["aria-hidden": "true"], text: target.target.id.text)
            }
          }
        }
      }
      counts(assessed, &html)
    }
  }

  /// The number of targets of each status; they add up to the total.
  func counts(_ targets: [AssessedTarget], _ html: inout HTMLWriter) {
    let counts = Dictionary(grouping: targets, by: \.assessment.status).mapValues(\.count)
    html.element("ul", ["class": "counts"]) { html in
      for status in SiteContext.statusOrder {
        guard let count = counts[status] else { continue }
        let word = phrases(.countLine, ["word": release.word(for: status, phrases), "count": String(count)])
        html.element("li") { $0.status(status, word: word) }
      }
    }
    let able = targets.count { $0.assessment.status.isAssessed }
    guard able > 0 else { return }
    let share = 100 * Double(targets.count { $0.assessment.status.isFavourable }) / Double(able)
    html.element(
      "p", ["class": "key"],
      text: phrases(.share, ["share": phrases.numbers.percent(share, decimals: 0)]))
  }

  private func trouble(_ page: Page, _ html: inout HTMLWriter) {
    let troubled = SiteContext.statusOrder.filter(isTrouble)
      .flatMap { status in assessed.filter { $0.assessment.status == status } }
    html.heading(2, phrases(.trouble))
    guard !troubled.isEmpty else {
      html.element("p", text: phrases(.troubleNone))
      return
    }
    html.element("ul", ["class": "trouble"]) { html in
      for target in troubled {
        html.element("li") { html in
          html.element("p") { status(of: target, &$0) }
          html.element("p") { html in
            html.element("a", ["href": page.link("targets/\(target.target.id.text.slug)")]) { html in
              html.text(target.target.id.text + " ")
              page.write(target.target.title, into: &html)
            }
          }
          if let why = target.sentence { html.element("p", ["class": "why"], text: why.asSentence) }
        }
      }
    }
  }

  /// Targets as roads on one shared axis, with value and word at the end.
  func roads(_ targets: [AssessedTarget], _ page: Page, _ html: inout HTMLWriter) {
    html.element("ul", ["class": "roads"]) { html in
      for target in targets {
        html.newLine()
        html.element("li") { html in
          html.element("p", ["class": "name"]) { html in
            html.element("a", ["href": page.link("targets/\(target.target.id.text.slug)")]) { html in
              html.element("b", text: target.target.id.text)
              html.text(" ")
              page.write(target.target.title, into: &html)
            }
          }
          Road(assessed: target.worstPart).write(into: &html)
          html.element("p", ["class": "value"], text: valueText(target))
          html.element("p", ["class": "word"]) { status(of: target, &$0) }
        }
      }
    }
  }

  /// The computed status and, where a person set another, that too.
  func status(of target: AssessedTarget, _ html: inout HTMLWriter) {
    html.status(target.assessment.status, word: target.statusWord)
    guard let override = target.assessment.override else { return }
    html.text(" ")
    html.element(
      "span", ["class": "set"],
      text: phrases(
        .setTo,
        [
          "status": release.word(for: override.status, phrases), "name": phrases.written(name: override.name),
          "date": phrases.dates.text(override.expires),
        ]))
  }

  func valueText(_ target: AssessedTarget) -> String {
    let target = target.worstPart
    guard let current = target.assessment.current, let value = target.currentText else { return phrases(.noValue) }
    return phrases(.roadNow, ["value": value, "period": target.period(current.period)])
  }

  func goalPage(_ goal: Goal, _ page: Page) -> PageText {
    let targets = assessed.filter { $0.target.goal == goal.id }
    let title = phrases(.goalHeading, ["id": goal.id.text, "title": text(goal.title)])
    return page.html(title: title, description: headline(targets)) { html in
      html.element("p", ["class": "over"]) { html in
        page.write(goal.title, into: &html) { phrases(.goalHeading, ["id": goal.id.text, "title": $0]) }
      }
      html.element("h1", text: headline(targets))
      if let text = goal.text { html.element("p", ["class": "lead"]) { page.write(text, into: &$0) } }
      counts(targets, &html)
      html.heading(2, phrases(.targets))
      html.element("p", ["class": "key"], text: phrases(.roadKey))
      roads(targets, page, &html)
      serving(goal, page, &html)
      links(goal.links, page, &html)
    }
  }

  /// Links to elements of other frameworks, with their titles where the plan knows them.
  func links(_ links: [FrameworkLink], _ page: Page, _ html: inout HTMLWriter) {
    guard !links.isEmpty else { return }
    html.heading(2, phrases(.links))
    html.element("ul") { html in
      for link in links {
        let framework = release.plan.frameworks.first { $0.id == link.framework }
        html.element("li") { html in
          let name = framework.map { text($0.title) } ?? link.framework.text
          guard let code = framework?.codes.first(where: { $0.id == link.code }) else {
            html.text("\(name) \(link.code)")
            return
          }
          html.text(phrases(.titled, ["name": "\(name) \(link.code)", "title": text(code.name)]))
        }
      }
    }
  }
}

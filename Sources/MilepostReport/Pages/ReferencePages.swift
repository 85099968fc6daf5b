import MilepostLanguage
import MilepostModel

extension SiteContext {
  func methodsPage(_ page: Page) -> PageText {
    page.html(title: phrases(.methods)) { html in
      html.element("h1", text: phrases(.methodsHeadline))
      html.element("p", ["class": "lead"], text: phrases(.methodsText))
      html.heading(2, phrases(.statusesHeading))
      page.table(phrases(.statusesCaption), head: [phrases(.status), phrases(.meaning)], into: &html) { html in
        for status in TargetStatus.allCases {
          html.element("tr") { html in
            html.element("th", ["scope": "row"]) { $0.status(status, word: release.word(for: status, phrases)) }
            html.element("td", text: phrases(SiteContext.meaning(of: status)))
          }
        }
      }
      html.heading(2, phrases(.methodsListHeading))
      html.element("dl", ["class": "facts"]) { html in
        for method in AssessmentMethod.allCases {
          html.term(phrases.name(of: method)) { html in
            html.element("code", text: method.rawValue)
            html.text(" " + phrases(SiteContext.description(of: method)))
          }
        }
      }
    }
  }

  private static func meaning(of status: TargetStatus) -> PagePhrase {
    switch status {
    case .achieved: .meaningAchieved
    case .missed: .meaningMissed
    case .onTrack: .meaningOnTrack
    case .atRisk: .meaningAtRisk
    case .offTrack: .meaningOffTrack
    case .movingAway: .meaningMovingAway
    case .benchmarked: .meaningBenchmarked
    case .notMeasured: .meaningNotMeasured
    case .notMeasurable: .meaningNotMeasurable
    }
  }

  private static func description(of method: AssessmentMethod) -> PagePhrase {
    switch method {
    case .statcan2024: .methodStatcanText
    case .destatis: .methodDestatisText
    case .unsd2023: .methodUNSDText
    case .eurostat: .methodEurostatText
    case .escapCurrent: .methodESCAPText
    case .linear: .methodLinearText
    case .drift: .methodDriftText
    case .logistic: .methodLogisticText
    case .pace: .methodPaceText
    }
  }

  func aboutPage(_ page: Page) -> PageText {
    let plan = release.plan
    return page.html(title: phrases(.about)) { html in
      html.element("h1", text: phrases(.aboutHeadline, ["title": title]))
      let period = phrases.dates.text(release.settings.period)
      html.element(
        "p", ["class": "lead"],
        text: phrases.sentences.joined(
          [phrases(.planPeriod, ["period": period]), editionText].map(phrases.sentences.ended)))
      html.heading(2, phrases(.countsHeading))
      html.element("dl", ["class": "facts"]) { html in
        for (phrase, count) in [
          (PagePhrase.goals, plan.goals.count), (.targets, plan.targets.count), (.objectives, plan.objectives.count),
          (.outcomes, plan.outcomes.count), (.enablers, plan.enablers.count), (.indicators, plan.indicators.count),
        ] {
          html.term(phrases(phrase), text: String(count))
        }
      }
      html.heading(2, phrases(.editionsHeading))
      html.element("ul") { html in
        for release in releases {
          guard let edition = release.edition else { continue }
          let date = phrases.dates.text(release.asOf)
          html.element("li") { html in
            html.element(
              "a",
              ["href": page.link(toPath: "editions/\(edition.id.text.slug)/\(language.text)/index.html")],
              text: phrases(.edition, ["id": edition.id.text, "date": date]))
          }
        }
      }
      if pages.contains("report") {
        html.heading(2, phrases(.report))
        html.element("p") { html in
          html.element("a", ["href": page.link("report")]) { html in
            if let document = release.report?.document {
              page.write(document.title, into: &html)
            } else {
              html.text(phrases(.report))
            }
          }
        }
      }
      translations(page, &html)
      html.heading(2, phrases(.acceptedHeading))
      if release.accepted.isEmpty { html.element("p", text: phrases(.acceptedNone)) }
      html.element("ul") { html in
        for finding in release.accepted {
          html.element("li") { html in
            html.element("code", text: "\(finding.position) [\(finding.code)]")
            html.text(" " + phrases.written(english: finding.message))
          }
        }
      }
    }
  }
}

import MilepostLanguage
import MilepostModel

extension SiteContext {
  /// How the newest wave differs from the one before it, or why the two are not compared.
  func change(
    _ asked: AskedQuestion, _ words: SurveyWords, level: Int, _ page: Page, _ html: inout HTMLWriter
  ) {
    let published = words.published
    guard published.waves.count > 1 else { return }
    let changes = published.changes.filter {
      $0.question == asked.newest.results.question && $0.to == asked.newest.wave.wave
    }
    guard let first = changes.first, let earlier = asked.found.first(where: { $0.wave.wave == first.from }) else {
      if asked.found.count == 1 {
        let why: SurveyPhrase = asked.question.continues == nil ? .onlyOnce : .notCompared
        html.element("p", ["class": "key"], text: phrases(why))
      }
      return
    }
    let names = [first.from, first.to].map(words.name(ofWave:))
    html.heading(level, phrases(.changeHeading, ["from": names[0], "to": names[1]]))
    let rows = changes.map { change in
      (
        change: change, name: subject(change, asked, words),
        shares: [earlier, asked.newest].map { $0.share(of: change.subject) }
      )
    }
    if changes.contains(where: { $0.difference.interval != nil }) {
      page.figure(
        ChartFigure(
          id: asked.anchor + "-change", title: .text(words.quoted(asked.question.text)),
          measure: phrases(
            .measuredIn,
            [
              "measure": phrases(.changeHeading, ["from": names[0], "to": names[1]]),
              "wave": phrases.words(for: .percentagePoints),
            ]
          ),
          chart: EstimateChart(
            rows.enumerated().map { place, row in
              EstimateChart.Row(
                key: "\(place)", name: row.name,
                points: [
                  .figure(100 * row.change.difference.value, interval: row.change.difference.inPercent.interval)
                ])
            }, form: .dots, isSigned: true, style: words.points), notes: [phrases(.changeRule)]), into: &html)
    }
    let caption = phrases(
      .changeCaption, ["question": words.text(asked.question.text), "from": names[0], "to": names[1]])
    let head = [phrases(.givenAnswer)] + names + [phrases(.changeOfShare), phrases(.intervalHead), phrases(.isChance)]
    page.table(caption, head: head, numeric: [1, 2, 3, 4], into: &html) { html in
      for row in rows { changeRow(row.change, row.name, row.shares, words.percent(asked.newest), words, &html) }
    }
  }

  private func subject(_ change: SurveyChange, _ asked: AskedQuestion, _ words: SurveyWords) -> String {
    switch change.subject {
    case .answer(let code): words.title(of: code, asked.question)
    case .agreement: phrases(.agreeing)
    }
  }

  private func changeRow(
    _ change: SurveyChange, _ name: String, _ shares: [SurveyEstimate?], _ style: FigureStyle, _ words: SurveyWords,
    _ html: inout HTMLWriter
  ) {
    let numbers = phrases.numbers
    html.element("tr") { html in
      html.element("th", ["scope": "row"], text: name)
      for share in shares {
        if let share {
          html.element("td", ["class": "n"], text: style.value(100 * share.value))
        } else {
          html.none(phrases(.notStated))
        }
      }
      html.element("td", ["class": "n"], text: numbers.signed(100 * change.difference.value, decimals: 1))
      if let interval = change.difference.inPercent.interval {
        let ends = [interval.lowerBound, interval.upperBound].map { numbers.signed($0, decimals: 1) }
        html.element("td", ["class": "n"], text: phrases(.fromTo, ["first": ends[0], "last": ends[1]]))
      } else {
        html.none(phrases(.chanceUnknown))
      }
      let verdict = change.isBeyondChance.map { $0 ? SurveyPhrase.beyondChance : .withinChance } ?? .chanceUnknown
      html.element("td", ["class": "tick"]) { html in
        if change.isBeyondChance == true {
          html.element("b", text: phrases(verdict))
        } else {
          html.text(phrases(verdict))
        }
      }
    }
  }

  /// What each group answered, as a table whose cells are shaded by their share; what is hidden says so.
  func groups(
    _ asked: AskedQuestion, _ breakdown: SurveyQuestionResults.Breakdown, _ words: SurveyWords, level: Int,
    _ page: Page,
    _ html: inout HTMLWriter
  ) {
    if case .text = asked.question.kind { return }
    let groups = GroupNames(words.published.survey.breakdowns[breakdown.breakdown], release, phrases)
    let distributions = [asked.newest.results.total] + breakdown.groups.map(\.distribution)
    let base = distributions.base
    let isNumeric = if case .numeric = asked.question.kind { true } else { false }
    let parts: KeyValuePairs = [
      "question": words.text(asked.question.text), "field": groups.title,
      "wave": words.name(ofWave: asked.newest.wave.wave),
      "measure": isNumeric ? words.unit(of: asked.question) : words.measure(base, asked.question),
    ]
    html.heading(level, groups.title)
    guard breakdown.groups.contains(where: { $0.distribution.content != .suppressed }) else {
      html.element("p", ["class": "key"], text: phrases.sentences.ended(phrases(.groupHidden)))
      return
    }
    if isNumeric {
      let head = [
        groups.title, phrases(.numberOfAnswers), phrases(.meanOf), phrases(.intervalHead), phrases(.medianOf),
        phrases(.quartilesOf), phrases(.deviationOf),
      ]
      page.table(phrases(.groupsCaptionOf, parts), head: head, numeric: Set(1..<head.count), into: &html) { html in
        for group in breakdown.groups {
          html.element("tr") { html in
            html.element("th", ["scope": "row"]) { groups.write(group.code, page, &$0) }
            numberCells(group.distribution, asked.question, words, &html)
          }
        }
      }
      return
    }
    if let finding = finding(asked, breakdown, groups, words) { html.element("p", text: finding) }
    let answers = asked.question.kind.answers
    let head =
      [groups.title, phrases(.numberOfAnswers)] + answers.map { words.title(of: $0.code, asked.question) }
    let shares = distributions.flatMap { $0.shares?.answers.compactMap { $0.figure?.share(of: base).value } ?? [] }
    let shades = GroupShades(base: base, tones: ToneScale(shares))
    page.table(phrases(.groupsCaptionOf, parts), head: head, numeric: Set(1..<head.count), into: &html) { html in
      row(asked.newest.results.total, shades, asked, words, &html) { $0.text(phrases(.everyone)) }
      for group in breakdown.groups {
        row(group.distribution, shades, asked, words, &html) { groups.write(group.code, page, &$0) }
      }
    }
    html.element("p", ["class": "key"], text: phrases(.keyShades))
  }

  private func row(
    _ distribution: SurveyDistribution, _ shades: GroupShades, _ asked: AskedQuestion, _ words: SurveyWords,
    _ html: inout HTMLWriter, name: (inout HTMLWriter) -> Void
  ) {
    let style = words.percent(asked.newest)
    html.element("tr") { html in
      html.element("th", ["scope": "row"], name)
      if let base = distribution.base {
        html.element("td", ["class": "n"], text: count(base))
      } else {
        html.element("td", ["class": "n none"], text: absence(asked.newest.wave, words))
      }
      guard let shares = distribution.shares else {
        let columns = String(asked.question.kind.answers.count)
        html.element("td", ["class": "none", "colspan": columns], text: phrases(.groupHidden))
        return
      }
      for cell in shares.answers {
        guard let share = cell.figure?.share(of: shades.base) else {
          html.element("td", ["class": "n none"], text: absence(asked.newest.wave, words))
          continue
        }
        html.element("td", ["class": "n cell \(shades.tones(share.value).name)"], text: style.value(100 * share.value))
      }
    }
  }

  /// From the least to the greatest share of groups: of agreement, else of what most answered.
  private func finding(
    _ asked: AskedQuestion, _ breakdown: SurveyQuestionResults.Breakdown, _ names: GroupNames, _ words: SurveyWords
  ) -> String? {
    if case .scale = asked.question.kind { return nil }
    let base = ([asked.newest.results.total] + breakdown.groups.map(\.distribution)).base
    let total = asked.newest.shares
    let isLikert = if case .likert = asked.question.kind { true } else { false }
    let most = total?.answers.compactMap { cell in cell.figure.map { (cell.code, $0.share(of: base).value) } }
      .max { $0.1 < $1.1 }?.0
    let known = breakdown.groups.compactMap { group -> (name: String, share: Double)? in
      let shares = group.distribution.shares
      let share =
        isLikert ? shares?.agreement?.value : shares?.answers.first { $0.code == most }?.figure?.share(of: base).value
      return share.map { (names.name(group.code), $0) }
    }
    guard known.count > 1, let low = known.min(by: { $0.share < $1.share }),
      let high = known.max(by: { $0.share < $1.share }), low.share < high.share
    else { return nil }
    guard let subject = isLikert ? phrases(.agreeing) : most.map({ words.name(of: $0, asked.question) }) else {
      return nil
    }
    let style = words.percent(asked.newest)
    return phrases.sentences.ended(
      phrases(
        .groupsFound,
        [
          "answer": subject, "low": style.value(100 * low.share), "lowest": low.name,
          "high": style.value(100 * high.share), "highest": high.name,
        ]))
  }
}

extension AskedQuestion.Found {
  /// The share that a change is of.
  fileprivate func share(of subject: SurveyChange.Subject) -> SurveyEstimate? {
    switch subject {
    case .answer(let code): shares?.answers.first { $0.code == code }?.figure?.ofOpinions
    case .agreement: shares?.agreement
    }
  }
}

/// What the shares of groups are of, and how they are shaded.
private struct GroupShades {
  let base: SurveyMeasure.Base
  let tones: ToneScale
}

/// What a breakdown and its groups are called.
private struct GroupNames {
  let title: String
  private let codes: [String: LocalizedText]
  private let isAreas: Bool
  private let phrases: Phrases

  init(_ breakdown: Survey.Breakdown, _ release: Release, _ phrases: Phrases) {
    self.phrases = phrases
    switch breakdown.codes {
    case .areas:
      title = phrases(.areaName)
      isAreas = true
      let areas = release.areas.map { ($0.id.text, $0.name) } + release.groups.map { ($0.id.text, $0.name) }
      codes = Dictionary(areas) { first, _ in first }
    case .codelist(let id):
      let list = release.codelists.first { $0.id == id }
      title = list.map { phrases.written($0.name) } ?? breakdown.id
      isAreas = false
      codes = Dictionary((list?.codes ?? []).map { ($0.id, $0.name) }) { first, _ in first }
    }
  }

  func name(_ code: String) -> String { codes[code].map(phrases.written) ?? code }

  func write(_ code: String, _ page: Page, _ html: inout HTMLWriter) {
    if isAreas { page.write(area: Area.ID(code), into: &html) } else { html.text(name(code)) }
  }
}

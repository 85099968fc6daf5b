import MilepostLanguage
import MilepostModel

extension SiteContext {
  /// As many as the overview shows.
  private static let mostChangesOnHomePage = 5
  /// Targets of the table of figures; the complete list has the others.
  private static let mostTargetsWithFigures = 40

  /// The section of the overview: the changes that ask for attention, most pressing first.
  func changesSection(_ page: Page, _ html: inout HTMLWriter) {
    guard let words = changeWords else { return }
    html.heading(2, phrases(.sinceEdition, ["id": words.earlier]))
    html.element(
      "p", ["class": "text"],
      text: phrases.sentences.joined([words.summary, words.causesOfStatuses].compactMap(\.self)))
    let changes = SiteContext.statusOrder.flatMap { status in
      words.statusChanges.filter { $0.change.after == status }
    }
    if !changes.isEmpty {
      page.table(phrases(.changedStatusCaption), head: statusHead(words), into: &html) { html in
        for (target, change) in changes.prefix(SiteContext.mostChangesOnHomePage) {
          row(target, change, words, page, hasAnchor: false, &html)
        }
      }
    }
    html.element("p") { html in
      html.element("a", ["href": page.link("changes")], text: phrases(.allChanges, ["id": words.earlier]))
    }
  }

  func otherStatuses(_ words: ChangeWords, _ page: Page, _ html: inout HTMLWriter) {
    let changes = words.statusChanges
    guard !changes.isEmpty else { return }
    html.heading(2, phrases(.changedStatusHeading))
    page.table(phrases(.changedStatusCaption), head: statusHead(words), into: &html) { html in
      for (target, change) in changes { row(target, change, words, page, hasAnchor: true, &html) }
    }
  }

  /// How many targets have each status in the two editions, of those that both have.
  func statusCounts(_ words: ChangeWords, _ page: Page, _ html: inout HTMLWriter) {
    let changed = Dictionary(words.statusChanges.map { ($0.target.target, $0.change.before) }) { first, _ in first }
    let isNew = Set(words.changes.elements.filter { $0.what == .added && $0.element.kind == .target }.map(\.element.id))
    let common = release.assessments.filter { !isNew.contains($0.target.text) }
    guard !changed.isEmpty else { return }
    let pairs = common.map { (before: changed[$0.target] ?? $0.status, after: $0.status) }
    func number(_ count: Int) -> String { phrases.numbers.text(Double(count), decimals: 0) }
    let head = [phrases(.status)] + [words.earlier, words.later].map { phrases(.inEdition, ["id": $0]) }
    page.table(phrases(.statusCountsCaption), head: head, numeric: [1, 2], into: &html) { html in
      for status in SiteContext.statusOrder {
        let counts = [pairs.count { $0.before == status }, pairs.count { $0.after == status }]
        guard counts != [0, 0] else { continue }
        html.element("tr") { html in
          html.element("th", ["scope": "row"]) { $0.status(status, word: words.word(status)) }
          for count in counts { html.element("td", ["class": "n"], text: number(count)) }
        }
      }
      html.row(phrases(.total), [number(pairs.count), number(pairs.count)])
    }
  }

  private func statusHead(_ words: ChangeWords) -> [String] {
    [
      phrases(.targets), phrases(.inEdition, ["id": words.earlier]), phrases(.inEdition, ["id": words.later]),
      phrases(.changeCause),
    ]
  }

  private func row(
    _ target: TargetChange, _ change: Changed<TargetStatus>, _ words: ChangeWords, _ page: Page, hasAnchor: Bool,
    _ html: inout HTMLWriter
  ) {
    let values = newest(of: target)
    html.newLine()
    html.element("tr", ["id": hasAnchor ? SiteContext.anchor(of: target.target) : nil]) { html in
      html.element("th", ["scope": "row"]) { link(to: target.target, page, &$0) }
      for (status, value) in [(change.before, values.before), (change.after, values.after)] {
        html.element("td") { html in
          html.status(status, word: words.word(status))
          if let value { html.element("small", text: value) }
        }
      }
      cause(change.cause, words, &html)
    }
  }

  /// The newest value in both editions; nil where there is none, and for targets of several parts.
  private func newest(of target: TargetChange) -> (before: String?, after: String?) {
    guard let assessed = assessed(target.target) else { return (nil, nil) }
    let same = assessed.assessment.current.map { PeriodValue($0.period, $0.value) }
    let (before, after) = target.current.map { ($0.before, $0.after) } ?? (same, same)
    func text(_ point: PeriodValue?, apartFrom other: PeriodValue?) -> String? {
      point.map { point in
        phrases(
          .inPeriod,
          [
            "value": assessed.style.value(point.value, apartFrom: other?.value),
            "period": phrases.dates.text(point.period),
          ])
      }
    }
    return (text(before, apartFrom: after), text(after, apartFrom: before))
  }

  private func link(to id: Target.ID, _ page: Page, _ html: inout HTMLWriter) {
    html.element("a", ["href": page.link("targets/\(id.text.slug)")]) { html in
      html.text(id.text)
      if let target = release.plan.target(id) {
        html.text(" ")
        page.write(target.title, into: &html)
      }
    }
  }

  private static func anchor(of id: Target.ID) -> String { "target-\(id.text.slug)" }

  /// Targets of the table of figures, and how many are left out of it.
  private func withFigures(_ words: ChangeWords) -> (shown: ArraySlice<TargetChange>, leftOut: Int) {
    let targets = words.changes.targets.filter { $0.status == nil }
    return (targets.prefix(SiteContext.mostTargetsWithFigures), targets.count - SiteContext.mostTargetsWithFigures)
  }

  /// The figures of targets whose status is the same.
  func otherFigures(_ words: ChangeWords, _ page: Page, _ html: inout HTMLWriter) {
    let (targets, others) = withFigures(words)
    let shown = targets.map { ($0, words.figures(of: $0)) }.filter { !$0.1.isEmpty }
    guard !shown.isEmpty else { return }
    html.heading(2, phrases(.changedFiguresHeading))
    let head = [phrases(.targets)] + figureHead(words)
    page.table(phrases(.changedFiguresCaption), head: head, into: &html) { html in
      for (change, figures) in shown {
        rows(figures, words, &html) { html in
          html.element(
            "th",
            [
              "scope": "row", "id": SiteContext.anchor(of: change.target),
              "rowspan": figures.count > 1 ? String(figures.count) : nil,
            ]
          ) { link(to: change.target, page, &$0) }
        }
      }
    }
    leftOut(others, page, &html)
  }

  private func figureHead(_ words: ChangeWords) -> [String] {
    [
      phrases(.changeFigure), phrases(.inEdition, ["id": words.earlier]), phrases(.inEdition, ["id": words.later]),
      phrases(.changeCause),
    ]
  }

  /// - Parameters:
  ///   - status: that of the first row, which then has its marks.
  ///   - head: the cell before the first row.
  private func rows(
    _ figures: [ChangedFigure], status: Changed<TargetStatus>? = nil, _ words: ChangeWords, _ html: inout HTMLWriter,
    head: ((inout HTMLWriter) -> Void)?
  ) {
    var told: Set<ChangeCause> = []
    for (index, figure) in figures.enumerated() {
      html.newLine()
      html.element("tr") { html in
        if let head {
          if index == 0 { head(&html) }
          html.element("td", text: figure.name)
        } else {
          html.element("th", ["scope": "row"], text: figure.name)
        }
        if let status, index == 0 {
          for status in [status.before, status.after] {
            html.element("td") { $0.status(status, word: words.word(status)) }
          }
        } else {
          for text in [figure.before, figure.after] { html.element("td", text: text) }
        }
        cause(figure.cause, words, isTold: !told.insert(figure.cause).inserted, &html)
      }
    }
  }

  /// The section of a target's page.
  func sinceLast(_ target: AssessedTarget, _ page: Page, _ html: inout HTMLWriter) {
    guard let words = changeWords else { return }
    let id = target.target.id
    let change = words.changes.change(of: id)
    let figures = change.map(words.figures) ?? []
    let lines = words.statements(about: id)
    html.heading(2, phrases(.sinceEdition, ["id": words.earlier]))
    for line in lines { html.element("p", ["class": "text"], text: line) }
    if figures.isEmpty, lines.isEmpty {
      html.element("p", ["class": "text"], text: phrases(.sinceNothing, ["id": words.earlier]))
    }
    if !figures.isEmpty {
      page.table(phrases(.changedFiguresCaption), head: figureHead(words), into: &html) { html in
        rows(figures, status: change?.status, words, &html, head: nil)
      }
    }
    let isListed = change?.status != nil || withFigures(words).shown.contains { $0.target == id }
    let fragment = isListed && !figures.isEmpty ? "#" + SiteContext.anchor(of: id) : ""
    html.element("p") { html in
      html.element(
        "a", ["href": page.link("changes") + fragment], text: phrases(.allChanges, ["id": words.earlier]))
    }
  }
}

extension ChangeWords {
  /// What changed in the framework, the method or the texts of a target.
  func statements(about id: Target.ID) -> [String] {
    let element = PlanElement(.target, id.text)
    let framework = changes.elements.filter { $0.element == element }.map(sentence)
    let method = changes.methods.filter { $0.target == id }.map(sentence)
    let isReworded = changes.texts.contains { $0.place.kind == .target && $0.place.id == id.text }
    return framework + method + (isReworded ? [sentence(.text)] : [])
  }
}

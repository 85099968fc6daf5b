import MilepostLanguage
import MilepostModel

extension SiteContext {
  /// What changed since the edition before, in words; nil when there is none.
  var changeWords: ChangeWords? { release.changes.map { ChangeWords(release, $0, phrases) } }

  func changesPage(_ words: ChangeWords, _ page: Page) -> PageText {
    page.html(title: phrases(.sinceEdition, ["id": words.earlier]), description: words.summary) { html in
      html.element("h1", text: words.summary)
      editions(of: words, page, &html)
      guard !words.changes.isEmpty else { return }
      html.element(
        "p", ["class": "text"],
        text: phrases.sentences.joined([words.causesOfStatuses, phrases(.changesRule)].compactMap(\.self)))
      statusCounts(words, page, &html)
      otherStatuses(words, page, &html)
      otherFigures(words, page, &html)
      otherOutcomes(words, page, &html)
      values(words, .revision, page, &html)
      values(words, .newData, page, &html)
      areaCounts(words, page, &html)
      framework(words, page, &html)
      texts(words, page, &html)
      unchanged(words, &html)
      byCause(words, page, &html)
      completeList(page, &html)
    }
  }

  /// Both editions with their days, as links where the site has them.
  private func editions(of words: ChangeWords, _ page: Page, _ html: inout HTMLWriter) {
    // Signs that no text has stand for the links until they are written.
    let (after, before): (Character, Character) = ("\u{E000}", "\u{E001}")
    let earlier = editions.first { $0.id == words.changes.before.edition }
    let links: [Character: (name: String, address: String?)] = [
      after: (words.later, page.link("")),
      before: (words.earlier, earlier.map { page.link(toPath: path("", base: $0.base)) }),
    ]
    html.element("p", ["class": "lead"]) { html in
      var text = words.lead(after: String(after), before: String(before))[...]
      while let place = text.firstIndex(where: { links[$0] != nil }), let link = links[text[place]] {
        html.text(String(text[..<place]))
        html.element("bdi") { html in
          guard let address = link.address else { return html.text(link.name) }
          html.element("a", ["href": address], text: link.name)
        }
        text = text[text.index(after: place)...]
      }
      html.text(String(text))
    }
  }

  /// What is the same in both editions.
  private func unchanged(_ words: ChangeWords, _ html: inout HTMLWriter) {
    let changes = words.changes
    let parts = [
      (changes.outcomes.isEmpty, phrases(.outcomes)),
      (changes.elements.isEmpty, words.name(of: ChangeCause.Kind.framework)),
      (changes.methods.isEmpty, words.name(of: ChangeCause.Kind.method)),
      (changes.texts.isEmpty, words.name(of: ChangeCause.Kind.text)),
    ].filter(\.0).map(\.1)
    guard !parts.isEmpty else { return }
    html.element(
      "p", ["class": "text"], text: phrases(.nothingChangedIn, ["parts": phrases.lists.enumeration(parts)]))
  }

  /// How many changes each cause has; rows and columns add up.
  private func byCause(_ words: ChangeWords, _ page: Page, _ html: inout HTMLWriter) {
    let parts = ReleaseChanges.Part.allCases.map { part in
      (part, Dictionary(grouping: words.changes.causes(of: part), by: \.kind).mapValues(\.count))
    }.filter { !$0.1.isEmpty }
    let kinds = ChangeCause.Kind.allCases.filter { kind in parts.contains { $0.1[kind] != nil } }
    let totals = parts.reduce(into: [:]) { totals, part in totals.merge(part.1, uniquingKeysWith: +) }
    func number(_ count: Int) -> String { phrases.numbers.text(Double(count), decimals: 0) }
    func cells(_ counts: [ChangeCause.Kind: Int]) -> [String] {
      kinds.map { number(counts[$0, default: 0]) } + [number(counts.values.reduce(0, +))]
    }
    html.heading(2, phrases(.byCauseHeading))
    let head = [phrases(.changes)] + kinds.map(words.name) + [phrases(.total)]
    page.table(phrases(.byCauseCaption), head: head, numeric: Set(1..<head.count), into: &html) { html in
      for (part, counts) in parts { html.row(name(of: part), cells(counts)) }
      html.row(phrases(.total), cells(totals))
    }
  }

  private func name(of part: ReleaseChanges.Part) -> String {
    switch part {
    case .statuses: phrases(.changedStatusHeading)
    case .figures: phrases(.changedFiguresHeading)
    case .outcomes: phrases(.changedOutcomesHeading)
    case .values: phrases(.changedValues)
    case .framework: phrases(.causeFramework)
    case .methods: phrases(.causeMethod)
    case .texts: phrases(.causeText)
    }
  }

  private func completeList(_ page: Page, _ html: inout HTMLWriter) {
    let file = DataFile(.changes, .json)
    html.element("p") { html in
      html.element("a", ["href": page.data(file.path), "download": ""], text: phrases(.changesAsData))
      if let size = size(of: file) { html.text(phrases(.aside, ["text": size])) }
    }
  }

  /// How many rows are left out of a long table, with a link to where they all are.
  func leftOut(_ count: Int, _ page: Page, _ html: inout HTMLWriter) {
    guard count > 0 else { return }
    html.element("p", ["class": "key"]) { html in
      html.element(
        "a", ["href": page.data(DataFile(.changes, .json).path), "download": ""],
        text: phrases(.changesLeftOut, count: count))
    }
  }

  /// A cell with the leading cause of a change.
  ///
  /// - Parameter isTold: whether the row before has said it in full.
  func cause(_ cause: ChangeCause, _ words: ChangeWords, isTold: Bool = false, _ html: inout HTMLWriter) {
    html.element("td", ["class": "since"]) { html in
      html.element("b", text: words.name(of: cause))
      if !isTold { html.element("small", text: words.sentence(cause)) }
    }
  }
}

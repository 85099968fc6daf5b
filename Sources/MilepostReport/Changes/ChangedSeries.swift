import MilepostLanguage
import MilepostModel

/// A series with the newest of its values that print differently for one kind of cause.
struct ChangedSeries: Sendable {
  let key: SeriesKey
  let newest: ValueChange
  /// How many values of other periods print differently too.
  let others: Int
}

extension ChangeWords {
  /// Those that targets and outcomes look at come first, then those of the same areas.
  func series(_ kind: ChangeCause.Kind, of indicator: Indicator.ID? = nil) -> [ChangedSeries] {
    let found = changes.series.filter { indicator == nil || $0.key.indicator == indicator }.compactMap { change in
      let style = style(of: change.key)
      let values = change.values.filter { $0.cause.kind == kind && isSeen($0, style) }
      return values.last.map { ChangedSeries(key: change.key, newest: $0, others: values.count - 1) }
    }
    guard found.count > 1 else { return found }
    let watched = release.plan.watchedKeys
    let areas = Set(watched.map(\.area))
    func place(_ key: SeriesKey) -> Int {
      watched.contains(key) ? 0 : key.codes.isEmpty && areas.contains(key.area) ? 1 : 2
    }
    let places = found.map { place($0.key) }
    return (0...2).flatMap { wanted in zip(found, places).filter { $0.1 == wanted }.map(\.0) }
  }

  /// Whether a reader of both editions sees another figure.
  private func isSeen(_ change: ValueChange, _ style: FigureStyle) -> Bool {
    guard let before = change.before.value, let after = change.after.value else { return true }
    return style.number(before) != style.number(after)
  }
}

extension SiteContext {
  /// Series of a table; the complete list has the others.
  private static let mostSeries = 15
  private static let mostIndicators = 60

  func heading(_ kind: ChangeCause.Kind, _ words: ChangeWords, _ html: inout HTMLWriter) {
    html.newLine()
    html.element("h2", ["id": kind.rawValue], text: words.name(of: kind))
  }

  func values(_ words: ChangeWords, _ kind: ChangeCause.Kind, _ page: Page, _ html: inout HTMLWriter) {
    let series = words.series(kind)
    guard !series.isEmpty else { return }
    heading(kind, words, &html)
    valueTable(series, words, isNew: kind == .newData, page, &html)
  }

  /// The newest value of each series that changed.
  func valueTable(
    _ series: [ChangedSeries], _ words: ChangeWords, isNew: Bool, _ page: Page, _ html: inout HTMLWriter
  ) {
    guard !series.isEmpty else { return }
    let editions = (isNew ? [] : [words.earlier]) + [words.later]
    let head =
      [phrases(.changeSeries), phrases(.period)] + editions.map { phrases(.inEdition, ["id": $0]) }
      + [phrases(.changeSource)]
    let numeric = Set(2..<2 + editions.count)
    page.table(phrases(isNew ? .newValuesCaption : .revisedValuesCaption), head: head, numeric: numeric, into: &html) {
      html in
      for row in series.prefix(SiteContext.mostSeries) { self.row(row, words, isNew: isNew, page, &html) }
    }
    leftOut(series.count - SiteContext.mostSeries, page, &html)
  }

  private func row(
    _ series: ChangedSeries, _ words: ChangeWords, isNew: Bool, _ page: Page, _ html: inout HTMLWriter
  ) {
    let change = series.newest
    let texts = words.texts(of: change, in: series.key)
    html.newLine()
    html.element("tr") { html in
      html.element("th", ["scope": "row"]) { html in
        html.element(
          "a", ["href": page.link("indicators/\(series.key.indicator.text.slug)")],
          text: words.subject(of: series.key))
      }
      html.element("td") { html in
        html.text(phrases.dates.text(change.period))
        if series.others > 0 { html.element("small", text: phrases(.morePeriodsChanged, count: series.others)) }
      }
      for text in (isNew ? [] : [texts.before]) + [texts.after] { html.element("td", ["class": "n"], text: text) }
      html.element("td", ["class": "since"], text: source(of: change, words))
    }
  }

  private func source(of change: ValueChange, _ words: ChangeWords) -> String {
    let vintages = [change.before.provenance, change.after.provenance].compactMap(\.self)
    guard let last = vintages.last else { return phrases(.changeNone) }
    if vintages.contains(where: \.isComputed) { return phrases(.changeComputed) }
    let (source, to) = (words.title(of: last), last.vintage.description)
    guard let from = vintages.first?.vintage.description, from != to else {
      return phrases(.changeVintage, ["source": source, "to": to])
    }
    return phrases(.changeVintages, ["source": source, "from": from, "to": to])
  }

  /// How many values of single areas changed.
  func areaCounts(_ words: ChangeWords, _ page: Page, _ html: inout HTMLWriter) {
    let counts = words.changes.areas
    guard !counts.isEmpty else { return }
    html.heading(2, phrases(.changedAreasHeading))
    let head: [ChangePhrase] = [.countRevised, .countAdded, .countWithdrawn, .countAreas]
    page.table(
      phrases(.changedAreasCaption), head: [phrases(.indicators)] + head.map { phrases($0) }, numeric: [1, 2, 3, 4],
      into: &html
    ) { html in
      for row in counts.prefix(SiteContext.mostIndicators) {
        html.element("tr") { html in
          html.element("th", ["scope": "row"]) { html in
            html.element("a", ["href": page.link("indicators/\(row.indicator.text.slug)")]) { html in
              guard let indicator = release.plan.indicator(row.indicator) else { return html.text(row.indicator.text) }
              page.write(indicator.title, into: &html)
            }
          }
          for count in [row.revised, row.added, row.withdrawn, row.areas] {
            html.element("td", ["class": "n"], text: phrases.numbers.text(Double(count), decimals: 0))
          }
        }
      }
    }
    leftOut(counts.count - SiteContext.mostIndicators, page, &html)
  }

  /// On an indicator's page: what was revised since the edition before, with the leading series as an example.
  func revised(_ series: IndicatorSeries, _ page: Page, _ html: inout HTMLWriter) {
    guard let words = changeWords else { return }
    let changed = words.series(.revision, of: series.indicator.id)
    let watched = release.plan.watchedKeys
    let shown = series.leading.compactMap { place in changed.first { $0.key == release.series.keys[place] } }
    guard let leading = shown.first(where: { watched.contains($0.key) }) ?? shown.first ?? changed.first else { return }
    let change = leading.newest
    let isComputed = [change.before, change.after].contains { $0.provenance?.isComputed == true }
    let own = DataEvidence(
      key: leading.key, period: change.period, before: change.before, after: change.after, others: changed.count - 1)
    html.element("p", ["class": "text"]) { html in
      html.text(words.sentence(isComputed ? change.cause : .revision(own)))
      html.text(" ")
      html.element(
        "a", ["href": page.link("changes") + "#" + ChangeCause.Kind.revision.rawValue],
        text: phrases(.allChanges, ["id": words.earlier]))
    }
  }
}

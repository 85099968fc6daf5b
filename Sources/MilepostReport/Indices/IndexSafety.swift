import MilepostLanguage
import MilepostModel

extension SiteContext {
  /// Which choice matters most, and the areas whose rank hangs on choices.
  func safety(_ profile: IndexProfile, _ page: Page, _ html: inout HTMLWriter) {
    html.heading(2, phrases(.safety))
    guard let sensitivity = profile.result.sensitivity, let wanted = profile.definition.sensitivity else {
      html.element("p", ["class": "text"], text: phrases(.notVaried))
      return
    }
    shifts(sensitivity, profile, page, &html)
    unsafe(profile, sensitivity, page, &html)
    html.element("dl", ["class": "facts"]) { html in
      html.term(phrases(.draws), text: count(sensitivity.draws))
      html.term(phrases(.seed)) { $0.element("code", ["dir": "ltr"], text: String(sensitivity.seed)) }
      html.term(phrases(.variedChoices)) { html in
        html.element("ul", ["class": "plain"]) { html in
          for choice in varied(wanted) { html.element("li", text: choice) }
        }
      }
      html.term(phrases(.topStays), text: phrases(.shareOfDraws, ["share": share(sensitivity.shareTopStays)]))
      html.term(phrases(.meanShift), text: shift(sensitivity.meanShift))
    }
  }

  private func shift(_ ranks: Double) -> String { phrases.numbers.text(ranks, decimals: 2) }

  private func name(of choice: IndexSensitivity.Choice) -> String {
    switch choice {
    case .weights: phrases(.weights)
    case .normalisation: phrases(.normalisation)
    case .aggregation: phrases(.aggregation)
    }
  }

  private func varied(_ wanted: CompositeIndex.Sensitivity) -> [String] {
    let percent = phrases.numbers.percent(
      wanted.weightNoisePercent, decimals: wanted.weightNoisePercent == wanted.weightNoisePercent.rounded() ? 0 : 1)
    let weights =
      wanted.weightNoisePercent > 0
      ? [(IndexSensitivity.Choice.weights, phrases(.variedWeights, ["percent": percent]))] : []
    let others =
      wanted.normalisations.map { (IndexSensitivity.Choice.normalisation, words($0)) }
      + wanted.means.map { (.aggregation, name($0)) }
    return (weights + others).map { phrases(.titled, ["name": name(of: $0), "title": $1]) }
  }

  /// A bar for each choice that is varied, where there are several.
  private func shifts(
    _ sensitivity: IndexSensitivity, _ profile: IndexProfile, _ page: Page, _ html: inout HTMLWriter
  ) {
    guard sensitivity.shifts.count > 1, let most = sensitivity.shifts.first else { return }
    let rows =
      sensitivity.shifts.map { (key: "\($0.choice)", name: name(of: $0.choice), shift: $0.meanShift) }
      + [(key: "all", name: phrases(.allChoices), shift: sensitivity.meanShift)]
    let title = phrases(.shiftTitle, ["choice": name(of: most.choice), "shift": shift(most.meanShift)])
    let chart = BarChart(
      rows.map { row in
        ChartRow(key: row.key, name: row.name, ChartPoint(PeriodValue(profile.result.period, row.shift)))
      }, style: FigureStyle(scale: .plain, decimals: 2, phrases: phrases))
    page.figure(
      ChartFigure(id: "shifts", title: .text(title), measure: phrases(.shiftMeasure), chart: chart, notes: []),
      into: &html)
    page.table(
      phrases(.meanShift), head: [phrases(.choice), phrases(.meanShift)], numeric: [1], into: &html
    ) { html in
      for row in rows { html.row(row.name, [shift(row.shift)]) }
    }
  }

  /// So many ranks that are not safe are listed; the ranking has the ranges of all.
  private static let mostUnsafe = 10

  private func unsafe(
    _ profile: IndexProfile, _ sensitivity: IndexSensitivity, _ page: Page, _ html: inout HTMLWriter
  ) {
    let unsafe = profile.order.compactMap { area -> UnsafeRank? in
      guard let standing = profile.result.standings[area], let ranks = profile.ranks(area),
        !IndexSensitivity.isSafe(standing.place, ranks)
      else { return nil }
      return UnsafeRank(area: profile.result.areas[area], place: standing.place, ranks: ranks)
    }
    let safe = count(profile.order.count - unsafe.count)
    html.element(
      "p", ["class": "text"], text: phrases(.safeRanks, count: profile.order.count, ["safe": safe]))
    guard !unsafe.isEmpty else { return }
    let widest = unsafe.enumerated()
      .sorted { one, other in
        (other.element.ranks.width, one.offset) < (one.element.ranks.width, other.offset)
      }
      .map(\.element).prefix(SiteContext.mostUnsafe)
    let head = [phrases(.areaName), phrases(.rank), phrases(.rankRange)]
    page.table(phrases(.unsafeCaption), head: head, into: &html) { html in
      for rank in widest {
        html.element("tr") { html in
          html.element("th", ["scope": "row"]) { page.write(area: rank.area, into: &$0) }
          html.element("td", text: count(rank.place))
          html.element("td", text: range(rank.ranks))
        }
      }
    }
    guard widest.count < unsafe.count else { return }
    let words = phrases(.widestListed, ["shown": count(widest.count), "count": count(unsafe.count)])
    html.element("p", ["class": "key"], text: words)
  }
}

/// An area whose rank hangs on choices.
private struct UnsafeRank {
  let area: Area.ID
  let place: Int
  let ranks: IndexSensitivity.Ranks
}

import MilepostLanguage
import MilepostModel

extension SiteContext {
  /// So many areas are drawn when there are more than a chart of rows has room for.
  static let areasDrawn = 20

  /// The areas of a chart: all, or the first.
  func drawn(_ profile: IndexProfile) -> [Int] {
    profile.order.count > RowPlan.mostRows ? Array(profile.order.prefix(SiteContext.areasDrawn)) : profile.order
  }

  /// That a chart does not show all areas; nil where it does.
  func shortened(_ profile: IndexProfile) -> String? {
    let shown = drawn(profile).count
    guard shown < profile.order.count else { return nil }
    return phrases(.shownFirst, count: profile.order.count, ["shown": count(shown)])
  }

  /// Every area with its score and rank, the range of its rank, its tier and how its rank changed.
  func ranking(_ profile: IndexProfile, _ page: Page, _ html: inout HTMLWriter) {
    html.heading(2, phrases(.ranking))
    rankFigure(profile, page, &html)
    let caption = phrases(.rankingCaption, ["title": text(profile.definition.title), "period": profile.period])
    page.sortableTable("ranking", caption, rankingColumns(profile), by: "rank", into: &html) { html in
      for area in profile.order + profile.unscored {
        html.element("tr") { html in
          html.element("th", ["scope": "row"]) { page.write(area: profile.result.areas[area], into: &$0) }
          rankCell(profile, area, &html)
          scoreCell(profile, area, &html)
          if profile.result.sensitivity != nil { rangeCell(profile, area, &html) }
          if !profile.definition.tiers.isEmpty { tierCell(profile, area, page, &html) }
          if profile.earlier != nil { gainCell(profile, area, &html) }
          if profile.hasImputedShares { imputedCell(profile, area, &html) }
        }
      }
    }
    if profile.result.sensitivity != nil { html.element("p", ["class": "key"], text: phrases(.rangeKey)) }
  }

  private func rankingColumns(_ profile: IndexProfile) -> [TableColumn] {
    var columns = [
      TableColumn(key: "area", title: phrases(.areaName), kind: .text),
      TableColumn(key: "rank", title: phrases(.rank), kind: .rank),
      TableColumn(key: "score", title: phrases(.score), kind: .number),
    ]
    if profile.result.sensitivity != nil {
      columns.append(TableColumn(key: "range", title: phrases(.rankRange), kind: .rank))
    }
    if !profile.definition.tiers.isEmpty {
      columns.append(TableColumn(key: "tier", title: phrases(.tier), kind: .rank))
    }
    if let earlier = profile.earlier {
      let title = phrases(.rankChange, ["period": phrases.dates.text(earlier.period)])
      columns.append(TableColumn(key: "change", title: title, kind: .number))
    }
    if profile.hasImputedShares {
      columns.append(TableColumn(key: "imputed", title: phrases(.imputedShare), kind: .number))
    }
    return columns
  }

  /// Ranks with their ranges; without random draws the scores.
  private func rankFigure(_ profile: IndexProfile, _ page: Page, _ html: inout HTMLWriter) {
    guard let best = profile.leaders.first.flatMap({ profile.score($0) }) else { return }
    let areas = drawn(profile)
    let leaders = names(profile.leaders, profile)
    let chart: any Chart
    let title: String
    let measure: String
    if let sensitivity = profile.result.sensitivity {
      let rows = areas.compactMap { area -> RankChart.Row? in
        guard let standing = profile.result.standings[area], let point = profile.point(area) else { return nil }
        return RankChart.Row(
          key: profile.result.areas[area].text, name: plainName(of: profile.result.areas[area]), place: standing.place,
          range: profile.ranks(area).map { $0.percentile5...$0.percentile95 },
          score: profile.style.number(standing.score), point: point)
      }
      chart = RankChart(rows, phrases)
      title = phrases(.rankTitle, ["areas": leaders, "share": share(sensitivity.shareTopStays)])
      measure = phrases(.rankMeasure, ["period": profile.period])
    } else {
      let rows = areas.compactMap { area in
        profile.point(area).map { point in
          ChartRow(
            key: profile.result.areas[area].text, name: plainName(of: profile.result.areas[area]), point)
        }
      }
      chart = BarChart(rows, style: profile.style)
      title = phrases(.scoresTitle, ["areas": leaders, "score": best])
      measure = phrases(.scoresMeasure, ["period": profile.period])
    }
    page.figure(
      ChartFigure(
        id: "ranks", title: .text(title), measure: measure, chart: chart,
        notes: [shortened(profile)].compactMap(\.self)), into: &html)
  }

  /// A share of draws, as a percentage.
  func share(_ share: Double) -> String { phrases.numbers.percent(100 * share, decimals: 0) }

  private func rankCell(_ profile: IndexProfile, _ area: Int, _ html: inout HTMLWriter) {
    guard let standing = profile.result.standings[area] else {
      html.element("td", ["class": "none"], text: phrases(.unscored))
      return
    }
    html.element("td", ["data-value": String(standing.place)]) { html in
      html.text(count(standing.place))
      if standing.sharing > 1 {
        html.element("small", text: phrases(.rankShared, ["sharing": count(standing.sharing)]))
      }
    }
  }

  private func scoreCell(_ profile: IndexProfile, _ area: Int, _ html: inout HTMLWriter) {
    guard let standing = profile.result.standings[area] else { return html.none(phrases(.unscored)) }
    html.element("td", ["class": "n", "data-value": String(machine: standing.score)]) { html in
      html.text(profile.style.number(standing.score))
    }
  }

  /// Sorted by its width, the narrowest first.
  private func rangeCell(_ profile: IndexProfile, _ area: Int, _ html: inout HTMLWriter) {
    guard let ranks = profile.ranks(area) else { return html.none(phrases(.unscored), class: "none") }
    html.element("td", ["data-value": String(machine: ranks.width)], text: range(ranks))
  }

  private func tierCell(_ profile: IndexProfile, _ area: Int, _ page: Page, _ html: inout HTMLWriter) {
    guard let place = profile.result.tiers[area] else { return html.none(phrases(.unscored), class: "none") }
    html.element("td", ["data-value": String(place)]) { html in
      page.write(profile.definition.tiers[place].title, into: &html)
    }
  }

  private func imputedCell(_ profile: IndexProfile, _ area: Int, _ html: inout HTMLWriter) {
    guard let imputed = profile.imputedShare(area), profile.result.standings[area] != nil else {
      return html.none(phrases(.unscored))
    }
    html.element("td", ["class": "n", "data-value": String(machine: imputed)], text: share(imputed))
  }

  private func gainCell(_ profile: IndexProfile, _ area: Int, _ html: inout HTMLWriter) {
    guard let gain = profile.gain(area) else { return html.none(phrases(.notRankedThen)) }
    let ranks: KeyValuePairs = ["ranks": count(Int(gain.magnitude))]
    let words = gain == 0 ? phrases(.ranksSame) : phrases(gain > 0 ? .ranksUp : .ranksDown, ranks)
    html.element("td", ["class": "n", "data-value": String(gain)], text: words)
  }
}

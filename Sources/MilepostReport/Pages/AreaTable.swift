import MilepostLanguage
import MilepostModel

extension SiteContext {
  /// Every area with its newest value, rank and change; the best first, and those without a rank by their names.
  func areaTable(_ series: IndicatorSeries, _ page: Page, _ html: inout HTMLWriter) {
    guard let ranking = series.ranking, !ranking.areas.isEmpty else { return }
    let indicator = series.indicator
    let words = StandingWords(ranking, indicator, phrases)
    html.heading(2, phrases(.areasHeading))
    html.element(
      "p", ["class": "key"], text: phrases.sentences.joined(words.notes + [phrases(.allValues)]))
    let caption = phrases(
      .areasCaption, ["title": text(indicator.title), "unit": phrases.words(forUnitOf: indicator)])
    page.sortableTable(
      "areas", caption, columns(words, indicator), by: words.hasRanks ? "rank" : "area", into: &html
    ) { html in
      for standing in inOrder(ranking) {
        html.element("tr") { html in
          html.element("th", ["scope": "row"]) { page.write(area: series.area(at: standing.series), into: &$0) }
          let remark = newestCells(standing, words.style, &html)
          if words.hasRanks { html.rank(standing.position, words) }
          if ranking.order != .yesNo {
            html.change(standing.change, words)
            spark(standing.series, &html)
          }
          html.element("td", text: remark)
        }
      }
    }
  }

  private func columns(_ words: StandingWords, _ indicator: Indicator) -> [TableColumn] {
    var columns = [
      TableColumn(key: "area", title: phrases(.areaName), kind: .text),
      TableColumn(key: "value", title: phrases(.latest), kind: .number),
      TableColumn(key: "period", title: phrases(.period), kind: .date),
    ]
    if words.hasRanks { columns.append(TableColumn(key: "rank", title: phrases(.rank), kind: .rank)) }
    if words.ranking.order != .yesNo {
      let title = phrases(.changeFive, ["unit": words.unitOfChange(indicator)])
      columns.append(TableColumn(key: "change", title: title, kind: .number))
      columns.append(TableColumn(key: "trend", title: phrases(.trend), kind: .picture))
    }
    return columns + [TableColumn(key: "status", title: phrases(.observationStatus), kind: .text)]
  }

  /// By rank, then by name.
  private func inOrder(_ ranking: AreaRanking) -> [AreaRanking.Standing] {
    func place(_ standing: AreaRanking.Standing) -> Int {
      if case .ranked(_, let place, _) = standing.position { return place }
      return .max
    }
    return ranking.areas.sorted { one, other in
      let places = (place(one), place(other))
      guard places.0 == places.1 else { return places.0 < places.1 }
      return comesBefore(release.series.keys[one.series].area, release.series.keys[other.series].area)
    }
  }
}

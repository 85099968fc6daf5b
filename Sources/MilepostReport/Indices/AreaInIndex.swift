import MilepostLanguage
import MilepostModel

extension SiteContext {
  /// Where an area stands in each index that compares it: score, rank with its range, tier, and its parts.
  func areaInIndices(_ id: Area.ID, _ page: Page, _ html: inout HTMLWriter) {
    for (number, published) in release.indices.enumerated() {
      guard let profile = IndexProfile(published, self), let area = profile.result.areas.firstIndex(of: id) else {
        continue
      }
      html.newLine()
      html.element("h2") { html in
        page.write(published.definition.title, into: &html) { phrases(.areaInIndex, ["title": $0]) }
      }
      html.element("p", ["class": "text"]) { html in
        html.text(phrases.sentences.joined(standing(area, profile)) + " ")
        html.element("a", ["href": page.link(place(of: published.definition))]) { html in
          page.write(published.definition.title, into: &html)
        }
      }
      guard profile.result.standings[area] != nil else { continue }
      bars(area, profile, id: "index-\(number + 1)", page, &html)
      partsTable(area, profile, page, &html)
    }
  }

  private func standing(_ area: Int, _ profile: IndexProfile) -> [String] {
    guard let standing = profile.result.standings[area], let score = profile.score(area) else {
      return [phrases(.areaUnscored, ["period": profile.period])]
    }
    var sentences = [
      phrases(
        .areaStands,
        [
          "place": count(standing.place), "total": count(profile.order.count), "period": profile.period,
          "score": score,
        ])
    ]
    if let ranks = profile.ranks(area), ranks.width > 0 {
      sentences.append(
        phrases(.areaRange, ["low": rank(ranks.percentile5), "high": rank(ranks.percentile95)]))
    }
    if let tier = profile.tier(area) { sentences.append(phrases(.areaTier, ["tier": text(tier.title)])) }
    return sentences
  }

  /// The parts beside the middle of all areas.
  private func bars(_ area: Int, _ profile: IndexProfile, id: String, _ page: Page, _ html: inout HTMLWriter) {
    let parts = profile.parts.filter { profile.result.parts[$0].standings[area] != nil }
    let period = profile.result.period
    let rows = parts.map { part in
      let result = profile.result.parts[part]
      return ChartRow(
        key: profile.definition.nodes[part].id, name: plainName(of: profile.definition.nodes[part], profile.definition),
        points: [result.standings[area]?.score, result.median].map { score in
          score.map { ChartPoint(PeriodValue(period, $0)) }
        })
    }
    let groups = [plainName(of: profile.result.areas[area]), phrases(.middleOfAll)]
    page.figure(
      ChartFigure(
        id: id, title: .text(barsTitle(area, parts, profile)),
        measure: phrases(.scoresMeasure, ["period": profile.period]),
        chart: BarChart(rows, groups: groups, style: profile.style), notes: []), into: &html)
  }

  /// The parts in which it has its best and its worst rank.
  private func barsTitle(_ area: Int, _ parts: [Int], _ profile: IndexProfile) -> String {
    let ranked = parts.compactMap { part in
      profile.result.parts[part].standings[area].map { (name: name(ofPart: part, profile), place: $0.place) }
    }
    let id = self.name(of: profile.result.areas[area])
    guard let best = ranked.min(by: { $0.place < $1.place }), let worst = ranked.max(by: { $0.place < $1.place })
    else { return id }
    guard best.place != worst.place else {
      return phrases(.areaBarsOne, ["area": id, "place": count(best.place), "part": best.name])
    }
    return phrases(
      .areaBars,
      [
        "area": id, "best": best.name, "first": count(best.place), "worst": worst.name, "last": count(worst.place),
      ])
  }

  private func name(ofPart part: Int, _ profile: IndexProfile) -> String {
    plainName(of: profile.definition.nodes[part], profile.definition)
  }

  private func partsTable(_ area: Int, _ profile: IndexProfile, _ page: Page, _ html: inout HTMLWriter) {
    let effect = profile.definition.reference.map { phrases(.effectArea, ["area": name(of: $0)]) }
    let hasReference = profile.result.referenceScore != nil
    let head =
      [
        phrases(.indexPart), phrases(.score), phrases(.rank), phrases(.middleOfAll), phrases(.contribution),
      ] + (hasReference ? [effect ?? phrases(.effectMiddle)] : [])
    let caption = phrases(
      .partsCaption, ["area": name(of: profile.result.areas[area]), "period": profile.period])
    page.table(caption, head: head, numeric: [1, 2, 3, 4, 5], into: &html) { html in
      for part in profile.parts {
        let result = profile.result.parts[part]
        html.element("tr") { html in
          html.element("th", ["scope": "row"]) {
            page.write(title(of: profile.definition.nodes[part], profile.definition), into: &$0)
          }
          let standing = result.standings[area]
          html.figure(standing.map { profile.style.number($0.score) }, orNone: phrases(.unscored))
          html.figure(standing.map { count($0.place) }, orNone: phrases(.unscored))
          html.figure(result.median.map { profile.style.number($0) }, orNone: phrases(.unscored))
          html.figure(result.contributions[area].map { profile.style.number($0) }, orNone: phrases(.unscored))
          if hasReference { html.figure(result.effects[area].map { signed($0, profile) }, orNone: phrases(.unscored)) }
        }
      }
    }
  }
}

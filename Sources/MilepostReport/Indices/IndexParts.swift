import MilepostLanguage
import MilepostModel

extension SiteContext {
  /// The scores of the parts by area, and what each adds to the distance from the middle or from the area of reference.
  func indexProfile(_ profile: IndexProfile, _ page: Page, _ html: inout HTMLWriter) {
    html.heading(2, phrases(.indexProfile))
    heat(profile, page, &html)
    let caption = phrases(.profileCaption, ["title": text(profile.definition.title), "period": profile.period])
    let names = profile.parts.map { text(title(of: profile.definition.nodes[$0], profile.definition)) }
    let columns =
      [TableColumn(key: "area", title: phrases(.areaName), kind: .text)]
      + zip(profile.parts, names).map {
        TableColumn(key: profile.definition.nodes[$0].id, title: $1, kind: .number)
      }
    page.sortableTable("profile", caption, columns, by: "", into: &html) { html in
      for area in profile.order {
        html.element("tr") { html in
          html.element("th", ["scope": "row"]) { page.write(area: profile.result.areas[area], into: &$0) }
          for part in profile.parts { partCell(profile, area, part, &html) }
        }
      }
    }
    if let key = referenceKey(profile) { html.element("p", ["class": "key"], text: key) }
  }

  private func referenceKey(_ profile: IndexProfile) -> String? {
    guard let score = profile.result.referenceScore.map({ profile.style.number($0) }) else { return nil }
    guard let area = profile.definition.reference else { return phrases(.profileKey, ["score": score]) }
    return phrases(.profileKeyArea, ["area": name(of: area), "score": score])
  }

  private func partCell(_ profile: IndexProfile, _ area: Int, _ part: Int, _ html: inout HTMLWriter) {
    let result = profile.result.parts[part]
    guard let standing = result.standings[area] else { return html.none(phrases(.unscored)) }
    html.element("td", ["class": "n", "data-value": String(machine: standing.score)]) { html in
      html.text(profile.style.number(standing.score) + " ")
      if let effect = result.effects[area] { html.element("small", text: signed(effect, profile)) }
    }
  }

  func signed(_ effect: Double, _ profile: IndexProfile) -> String {
    phrases.numbers.signed(effect, decimals: profile.style.decimals)
  }

  /// Nothing where there is but one part, which says what the whole says.
  private func heat(_ profile: IndexProfile, _ page: Page, _ html: inout HTMLWriter) {
    guard profile.parts.count > 1 else { return }
    let rows = drawn(profile).map { area in
      ChartRow(
        key: profile.result.areas[area].text, name: plainName(of: profile.result.areas[area]),
        points: profile.parts.map { part in
          profile.result.parts[part].standings[area].map {
            ChartPoint(PeriodValue(profile.result.period, $0.score))
          } ?? ChartPoint(profile.result.period, missing: .notCollected)
        })
    }
    let columns = profile.parts.map { plainName(of: profile.definition.nodes[$0], profile.definition) }
    page.figure(
      ChartFigure(
        id: "parts", title: .text(profileTitle(profile)),
        measure: phrases(.profileMeasure, ["period": profile.period]),
        chart: HeatTable(rows, columns: columns, style: profile.style),
        notes: [shortened(profile)].compactMap(\.self)), into: &html)
  }

  /// The part that adds most to the distance of the first from the reference.
  private func profileTitle(_ profile: IndexProfile) -> String {
    let measure = phrases(.profileMeasure, ["period": profile.period])
    guard let first = profile.order.first else { return measure }
    let effects = profile.parts.compactMap { part in
      profile.result.parts[part].effects[first].map { (part: part, effect: $0) }
    }
    guard let most = effects.max(by: { $0.effect < $1.effect }) else { return measure }
    return phrases(
      .profileTitle,
      [
        "area": name(of: profile.result.areas[first]),
        "part": plainName(of: profile.definition.nodes[most.part], profile.definition),
        "effect": signed(most.effect, profile),
      ])
  }
}

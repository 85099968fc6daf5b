import MilepostLanguage
import MilepostModel

extension SiteContext {
  /// Every indicator of an area or group with its newest value, rank and change, beside the values of its groups.
  func standings(_ profile: AreaProfile, _ page: Page, _ html: inout HTMLWriter) {
    guard !profile.rows.isEmpty else { return }
    html.heading(2, phrases(.indicators))
    let isGroup = groupIDs.contains(profile.id)
    let notes = [phrases(.changesKey)] + (profile.groups.isEmpty ? [] : [phrases(.groupsKey)])
    html.element("p", ["class": "key"], text: phrases.sentences.joined(notes))
    let places =
      isGroup ? [phrases(.changeFivePlain), phrases(.changeTenPlain)] : [phrases(.rank), phrases(.changeFivePlain)]
    let head =
      [phrases(.indicator), phrases(.latest)] + places + [phrases(.trend)] + profile.groups.map(name)
      + [phrases(.observationStatus)]
    let caption = phrases(.areaCaption, ["area": name(of: profile.id)])
    page.table(caption, head: head, numeric: isGroup ? [1, 2, 3] : [1, 3], into: &html) { html in
      for row in profile.rows {
        html.element("tr") { html in
          indicatorCell(row, page, &html)
          let remark = newest(row, &html)
          if isGroup { html.change(row.standing.change, row.words) } else { rank(row, &html) }
          html.change(isGroup ? row.standing.longChange : row.standing.change, row.words)
          spark(row.standing.series, &html)
          for comparison in row.comparisons { beside(comparison, row, &html) }
          html.element("td", text: remark)
        }
      }
    }
  }

  private func indicatorCell(_ row: AreaProfile.Row, _ page: Page, _ html: inout HTMLWriter) {
    let indicator = row.indicator
    html.element("th", ["scope": "row"]) { html in
      html.element("a", ["href": page.link("indicators/\(indicator.id.text.slug)")]) { html in
        page.write(indicator.title, into: &html)
      }
      let codes = row.words.ranking.codes.map { code in localizedName(of: code).map(text) ?? code.description }
      let parts = codes + (indicator.unit.isPercent ? [] : [phrases.words(forUnitOf: indicator)])
      if !parts.isEmpty { html.element("small", text: phrases.lists.enumeration(parts)) }
    }
  }

  /// Writes the cell of the newest value with its period.
  ///
  /// - Returns: how the value is known.
  private func newest(_ row: AreaProfile.Row, _ html: inout HTMLWriter) -> String {
    guard let newest = newest(row.standing, row.words.style) else {
      html.none(phrases(.noValue))
      return phrases(.noValue)
    }
    html.element("td", ["class": "n"]) { html in
      // The blank keeps two numbers apart in languages that are written from the right.
      html.text(newest.value + " ")
      html.element("small", text: phrases.dates.text(newest.period))
    }
    return newest.remark
  }

  private func rank(_ row: AreaProfile.Row, _ html: inout HTMLWriter) {
    if row.words.hasRanks {
      html.rank(row.standing.position, row.words)
    } else {
      html.element("td", ["class": "none"], text: phrases(.noRank))
    }
  }

  /// The value of a group, and whether the area’s own is better.
  private func beside(_ comparison: AreaProfile.Comparison?, _ row: AreaProfile.Row, _ html: inout HTMLWriter) {
    guard let comparison, let value = comparison.estimate.value.number else {
      html.none(phrases(.noValue), class: "none")
      return
    }
    let style = row.words.style
    guard let verdict = comparison.verdict else {
      html.element("td", text: style.number(value))
      return
    }
    let own = row.standing.position.newest?.value
    let digits = own.map { NumberConventions.decimals(style.decimals, keeping: value, apartFrom: $0) - style.decimals }
    let figure: KeyValuePairs = ["value": style.number(value, moreDecimals: digits ?? 0)]
    switch verdict {
    case .better: html.element("td", text: phrases(.betterThan, figure))
    case .worse: html.element("td", text: phrases(.worseThan, figure))
    case .equal: html.element("td", text: phrases(.equalTo, figure))
    }
  }

  /// Small charts of the indicators over time, those of one unit on one scale, with the largest group in grey; nothing where
  /// there is no group to compare with, because the lines in the table say as much.
  func courses(_ profile: AreaProfile, _ page: Page, _ html: inout HTMLWriter) {
    guard !profile.groups.isEmpty else { return }
    let rows = profile.rows.filter { row in
      let isComparable = row.words.ranking.order != .yesNo && row.words.ranking.order != .quantities
      return isComparable && release.series.readings(at: row.standing.series).count { $0.value != nil } > 1
    }
    var units: [UnitOfMeasure] = []
    for unit in rows.map(\.indicator.unit) where !units.contains(unit) { units.append(unit) }
    // One chart or two say no more than their lines in the table.
    units.removeAll { unit in rows.count { $0.indicator.unit == unit } < SiteContext.fewestPanels }
    guard !units.isEmpty else { return }
    html.heading(2, phrases(.overTime))
    for (place, unit) in units.enumerated() {
      courses(
        profile, rows.filter { $0.indicator.unit == unit }, phrases.words(for: unit), id: "chart-\(place + 1)", page,
        &html)
    }
  }

  private static let fewestPanels = 3

  /// The source of each series, each named once.
  private func sourceLines(of series: [Int]) -> [String] {
    var lines: [String] = []
    for place in series {
      guard let line = release.series.estimates(at: place).last.map({ sourceLine($0.provenance) }) else { continue }
      if !lines.contains(line) { lines.append(line) }
    }
    return lines
  }

  private func courses(
    _ profile: AreaProfile, _ rows: [AreaProfile.Row], _ unit: String, id: String, _ page: Page,
    _ html: inout HTMLWriter
  ) {
    guard let first = rows.first else { return }
    let most = rows.map(\.words.style.decimals).max() ?? first.words.style.decimals
    let style = FigureStyle(scale: first.words.style.scale, decimals: most, phrases: phrases)
    var table: [(name: String, place: Int)] = []
    let panels = rows.map { row in
      let title = text(row.indicator.title)
      let codes = row.words.ranking.codes
      table.append((title, row.standing.series))
      let key = profile.groups.first.map { SeriesKey(row.indicator.id, $0, codes) }
      let group = key.flatMap { release.series.index(of: $0) }
      if let group { table.append((phrases(.titled, ["name": title, "title": seriesName(group)]), group)) }
      let name = LanguageMark.plain(title, in: phrases.catalogueLanguage)
      let line = line(row.standing.series, ([row.indicator.id.text] + codes.map(\.code)).joined(separator: "."), name)
      return SmallMultiples.Panel(line: line, context: group.map { [self.line($0, "group", seriesName($0))] } ?? [])
    }
    let area = name(of: profile.id)
    page.figure(
      ChartFigure(
        id: id, title: .text(phrases(.overTimeTitle, ["area": area])), measure: unit,
        chart: SmallMultiples(panels, style: style),
        notes: sourceLines(of: rows.map(\.standing.series))), into: &html)
    html.element("details") { html in
      html.element("summary", text: phrases(.numbers))
      let periods = Set(table.flatMap { release.series.estimates(at: $0.place).map(\.period) }).sorted()
      let caption = phrases(.overTimeCaption, ["area": area, "unit": unit])
      valuesTable(table, periods, caption, head: phrases(.indicator), style, page, &html) { name, html in
        html.text(name)
      }
    }
  }

  private func seriesName(_ place: Int) -> String { name(of: release.series.keys[place].area) }

  private func line(_ place: Int, _ key: String, _ name: String) -> SeriesChart.Line {
    SeriesChart.Line(key: key, name: name, points: release.series.estimates(at: place).map(ChartPoint.init))
  }
}

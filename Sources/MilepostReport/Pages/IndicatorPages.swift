import MilepostLanguage
import MilepostModel

extension SiteContext {
  func indicatorsPage(_ page: Page) -> [UInt8] {
    page.html(title: phrases(.indicators)) { html in
      html.element("h1", text: phrases(.indicatorsHeadline, count: release.plan.indicators.count))
      let head = [phrases(.indicators), phrases(.unit), phrases(.owner)]
      page.table(phrases(.indicatorsCaption), head: head, into: &html) { html in
        for indicator in release.plan.indicators {
          html.element("tr") { html in
            html.element("th", ["scope": "row"]) { html in
              html.element("a", ["href": page.link("indicators/\(indicator.id.text.slug)")]) { html in
                page.write(indicator.title, into: &html)
              }
            }
            html.element("td", text: phrases.words(forUnitOf: indicator))
            html.element("td", text: indicator.owner.map(phrases.owner) ?? "–")
          }
        }
      }
    }
  }

  func indicatorPage(_ indicator: Indicator, _ page: Page) -> [UInt8] {
    let trail = [Page.Crumb(name: phrases(.indicators), place: "indicators")]
    // Two indicators may have one title, so the id makes the page's title unique.
    let title = "\(text(indicator.title)) [\(indicator.id)]"
    return page.html(title: title, trail: trail) { html in
      html.element("h1") { page.write(indicator.title, into: &$0) }
      if let definition = indicator.definition {
        html.element("p", ["class": "lead"]) { page.write(definition, into: &$0) }
      }
      let series = IndicatorSeries(indicator, self)
      if series.isEmpty { html.element("p", ["class": "none"], text: phrases(.noSeries)) }
      seriesSection(series, page, &html)
      areaSection(series, page, &html)
      facts(indicator, page, &html)
      uses(indicator, page, &html)
      html.heading(2, phrases(.downloads))
      html.element("ul", ["class": "downloads"]) { html in
        html.element("li") { html in
          html.element(
            "a", ["href": page.data("indicators/\(indicator.id.text.slug).csv"), "download": ""],
            text: phrases(.downloadCSV))
        }
      }
      html.element(
        "p", ["class": "text"],
        text: phrases(
          .citationIndicator,
          [
            "title": self.title, "indicator": text(indicator.title),
            "edition": release.edition?.id.text ?? editionText, "date": phrases.dates.text(release.asOf),
          ]))
      links(indicator.links, page, &html)
    }
  }

  private func seriesSection(_ series: IndicatorSeries, _ page: Page, _ html: inout HTMLWriter) {
    guard !series.leading.isEmpty else { return }
    html.heading(2, phrases(.seriesHeading))
    let style = FigureStyle(series.indicator, phrases)
    let lines = series.leading.prefix(10).map { index in
      SeriesChart.Line(
        key: series.code(at: index), name: series.name(at: index),
        points: release.series.estimates(at: index).map(ChartPoint.init))
    }
    let first = release.series.estimates(at: series.leading[0])
    let course = Course(first.map(ChartPoint.init), style)
    figure(
      lines, series.indicator, first.last?.provenance, id: "chart",
      title: .about(series.indicator.title) { course.title($0) }, page, &html)
    let periods = series.periods
    let caption = phrases(
      .groupsCaption, ["title": text(series.indicator.title), "unit": phrases.words(forUnitOf: series.indicator)])
    let head = [phrases(.areaName)] + periods.map { phrases.dates.text($0) }
    page.table(caption, head: head, numeric: Set(1...max(1, periods.count)), into: &html) { html in
      for index in series.leading {
        let values = Dictionary(release.series.estimates(at: index).map { ($0.period, $0) }) { first, _ in first }
        html.element("tr") { html in
          html.element("th", ["scope": "row"]) { page.write(release.series.keys[index], into: &$0) }
          for period in periods {
            guard let estimate = values[period] else {
              html.none(phrases(.noValue))
              continue
            }
            let words = cell(estimate, style)
            html.element("td", ["class": "n"]) { html in
              html.text(words.value)
              if words.value == "–" { html.element("small", text: words.remark) }
            }
          }
        }
      }
    }
  }

  private func areaSection(_ series: IndicatorSeries, _ page: Page, _ html: inout HTMLWriter) {
    guard !series.areas.isEmpty else { return }
    html.heading(2, phrases(.areasHeading))
    html.element("p", ["class": "key"], text: phrases(.allValues))
    let style = FigureStyle(series.indicator, phrases)
    let caption = phrases(
      .areasCaption, ["title": text(series.indicator.title), "unit": phrases.words(forUnitOf: series.indicator)])
    let head = [phrases(.areaName), phrases(.latest), phrases(.period), phrases(.observationStatus)]
    page.table(caption, head: head, numeric: [1], into: &html) { html in
      for index in series.areas {
        let estimates = release.series.estimates(at: index)
        guard let latest = estimates.last(where: { $0.value.number != nil }) ?? estimates.last else { continue }
        var words = cell(latest, style)
        if let newer = estimates.last, newer.period > latest.period {
          let period = phrases.dates.text(newer.period)
          words.remark = phrases(
            .laterGap, ["known": words.remark, "period": period, "reason": cell(newer, style).remark])
        }
        html.element("tr") { html in
          html.element("th", ["scope": "row"]) { page.write(release.series.keys[index], into: &$0) }
          html.element("td", ["class": "n"], text: words.value)
          html.element("td", text: phrases.dates.text(latest.period))
          html.element("td", text: words.remark)
        }
      }
    }
  }

  private func facts(_ indicator: Indicator, _ page: Page, _ html: inout HTMLWriter) {
    html.heading(2, phrases(.definition))
    html.element("dl", ["class": "facts"]) { html in
      html.term(phrases(.unit), text: phrases.words(forUnitOf: indicator))
      if let direction = indicator.direction {
        html.term(phrases(.direction), text: phrases(direction == .up ? .directionUp : .directionDown))
      }
      let style = FigureStyle(indicator, phrases)
      if indicator.limits != .none {
        let ends = [indicator.limits.lower, indicator.limits.upper].map { $0.map { style.stated($0) } ?? "…" }
        html.term(phrases(.limits), text: phrases(.limitsRange, ["lower": ends[0], "upper": ends[1]]))
      }
      html.term(phrases(.owner), text: indicator.owner.map(phrases.owner))
      if let formula = indicator.formula {
        html.term(phrases(.formula)) { $0.element("code", text: formula.text) }
      }
    }
  }

  private func uses(_ indicator: Indicator, _ page: Page, _ html: inout HTMLWriter) {
    let targets = assessed.filter { target in
      target.measure?.indicator == indicator.id
        || target.parts.contains { $0.assessed.measure?.indicator == indicator.id }
    }
    if !targets.isEmpty {
      html.heading(2, phrases(.targetsUsing))
      roads(targets, page, &html)
    }
    let outcomes = release.plan.outcomes.filter { $0.measures.contains { $0.indicator == indicator.id } }
    guard !outcomes.isEmpty else { return }
    html.heading(2, phrases(.outcomesUsing))
    html.element("ul") { html in
      for outcome in outcomes {
        html.element("li") { html in
          html.element("a", ["href": page.link("outcomes/\(outcome.id.text.slug)")]) { html in
            html.text(outcome.id.text + " ")
            page.write(outcome.title, into: &html)
          }
        }
      }
    }
  }
}

/// The series of an indicator, parted into those that lead (areas with targets, groups) and the other areas.
struct IndicatorSeries: Sendable {
  let indicator: Indicator
  /// Places in the release's keys: first what targets look at, then groups; each with its codes.
  let leading: [Int]
  let areas: [Int]
  private let context: SiteContext

  init(_ indicator: Indicator, _ context: SiteContext) {
    self.indicator = indicator
    self.context = context
    let range = context.release.series.range(of: indicator.id)
    let keys = context.release.series.keys
    let targeted = Set(context.assessed.compactMap { $0.measure?.key })
    let measured = range.filter { targeted.contains(keys[$0]) }
    let others = range.filter { !targeted.contains(keys[$0]) }
    let groups = others.filter { context.groupIDs.contains(keys[$0].area) }
    let totals = groups.filter { keys[$0].codes.isEmpty }
    leading = measured + totals + groups.filter { !keys[$0].codes.isEmpty }
    areas = others.filter { !context.groupIDs.contains(keys[$0].area) }
  }

  var isEmpty: Bool { leading.isEmpty && areas.isEmpty }

  func name(at index: Int) -> String {
    let key = context.release.series.keys[index]
    let codes = key.codes.map { context.release.name(of: $0, context.phrases) }
    return context.phrases.lists.enumeration([context.name(of: key.area)] + codes)
  }

  /// Area and codes as they stand in addresses.
  func code(at index: Int) -> String {
    let key = context.release.series.keys[index]
    return ([key.area.text] + key.codes.map(\.code)).joined(separator: ".")
  }

  /// Every period for which a leading series has anything, oldest first.
  var periods: [TimePeriod] {
    Set(leading.flatMap { context.release.series.estimates(at: $0).map(\.period) }).sorted()
  }
}

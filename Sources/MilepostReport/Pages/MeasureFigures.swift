import MilepostLanguage
import MilepostModel

extension SiteContext {
  /// A chart and a table for each measure.
  func measures(_ measures: [Measure], _ page: Page, _ html: inout HTMLWriter) {
    for (index, measure) in measures.enumerated() {
      guard let indicator = release.plan.indicator(measure.indicator) else { continue }
      let style = FigureStyle(indicator, phrases)
      let subject = release.subject(of: measure, phrases)
      html.element("h2") { html in
        html.element("a", ["href": page.link("indicators/\(indicator.id.text.slug)")], text: subject)
      }
      guard let found = release.series.estimates(measure.key), !found.isEmpty else {
        html.element("p", text: phrases(.noSeries))
        continue
      }
      let line = SeriesChart.Line(
        key: measure.area.text, name: name(of: measure.area), points: found.map(ChartPoint.init))
      figure(
        [line], indicator, found.last?.provenance, id: "chart-\(index + 1)",
        title: .text(Course(line.points, style).title(subject)), page, &html)
      let caption = phrases(.numbersCaption, ["subject": subject, "unit": phrases.words(forUnitOf: indicator)])
      let head = [phrases(.period), phrases(.value), phrases(.observationStatus)]
      page.table(caption, head: head, numeric: [1], into: &html) { html in
        for estimate in found {
          let words = cell(estimate, style)
          html.element("tr") { html in
            html.element("th", ["scope": "row"], text: phrases.dates.text(estimate.period))
            html.element("td", ["class": "n"], text: words.value)
            html.element("td", text: words.remark)
          }
        }
      }
    }
  }

  /// Lines over time, or a strip of squares where the indicator is yes or no.
  func figure(
    _ lines: [SeriesChart.Line], _ indicator: Indicator, _ provenance: Provenance?, id: String,
    title: ChartFigure.Title, _ page: Page, _ html: inout HTMLWriter
  ) {
    let source = provenance.map(sourceLine)
    let style = FigureStyle(indicator, phrases)
    guard style.scale != .yesNo else {
      yesNoFigure(lines, text(indicator.title), source, &html)
      return
    }
    page.figure(
      ChartFigure(
        id: id, title: title, measure: phrases.words(forUnitOf: indicator), chart: SeriesChart(lines, style: style),
        notes: [source].compactMap(\.self)), into: &html)
  }

  func yesNoFigure(_ lines: [SeriesChart.Line], _ title: String, _ source: String?, _ html: inout HTMLWriter) {
    guard let strip = YesNoStrip(lines, phrases) else {
      html.element("p", ["class": "none"], text: lines.flatMap(\.points).reasonForNothing(phrases))
      return
    }
    html.element("figure") { html in
      html.element("figcaption") { $0.element("b", text: title) }
      strip.write(into: &html)
      if let source { html.element("p", ["class": "key"], text: source) }
    }
  }
}

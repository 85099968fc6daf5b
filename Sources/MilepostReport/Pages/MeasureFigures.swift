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
      let chart = SeriesChart(
        title: subject, lines: [.init(name: name(of: measure.area), points: found.map(ChartPoint.init))], style: style,
        id: "chart-\(index + 1)")
      figure(chart, indicator, found.last?.provenance, page, &html)
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

  /// - Parameter title: what stands over the chart in place of the chart's own title, in its own language.
  func figure(
    _ chart: SeriesChart, _ indicator: Indicator, _ provenance: Provenance?, title: LocalizedText? = nil, _ page: Page,
    _ html: inout HTMLWriter
  ) {
    let strip = chart.style.scale == .yesNo ? YesNoStrip(chart.lines, phrases) : nil
    guard chart.canBeDrawn || strip != nil else {
      html.element("p", ["class": "none"], text: phrases(.chartNone))
      return
    }
    html.element("figure") { html in
      html.element("figcaption") { html in
        html.element("b") { html in
          if let title { page.write(title, into: &html) } else { html.text(chart.title) }
        }
        html.text(" ")
        if strip == nil { html.element("span", text: phrases.words(forUnitOf: indicator)) }
      }
      if let strip {
        strip.write(into: &html)
      } else {
        for shape in ChartFrame.Shape.allCases { chart.write(shape, into: &html) }
      }
      let key = [strip == nil ? phrases(.markKey) : nil, provenance.map(sourceLine)].compactMap(\.self)
      html.element("p", ["class": "key"], text: phrases.sentences.joined(key))
    }
  }
}

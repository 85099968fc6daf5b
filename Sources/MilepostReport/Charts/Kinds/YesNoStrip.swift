import MilepostLanguage
import MilepostModel

/// Yes and no over time: a square for each period, filled for yes, empty for no, with the word below.
struct YesNoStrip: Sendable {
  let lines: [SeriesChart.Line]
  let phrases: Phrases

  /// - Returns: nil when nothing is known.
  init?(_ lines: [SeriesChart.Line], _ phrases: Phrases) {
    self.lines = lines.filter { $0.points.contains { $0.value != nil } }
    self.phrases = phrases
    if self.lines.isEmpty { return nil }
  }

  /// A list, which needs no text beside it and breaks into rows on small screens.
  func write(into html: inout HTMLWriter) {
    for line in lines {
      if lines.count > 1 { html.element("p", ["class": "key"], text: line.name) }
      html.element("ul", ["class": "yes-no"]) { html in
        for point in line.points {
          html.element("li") { html in
            html.element("b", text: phrases.dates.text(point.period))
            square(point.value, &html)
            html.element("span", text: word(point))
          }
        }
      }
    }
  }

  private func word(_ point: ChartPoint) -> String {
    if let gap = point.gap { return gap.words(phrases) }
    return phrases(point.value == 1 ? .yes : .no)
  }

  private func square(_ value: Double?, _ html: inout HTMLWriter) {
    html.element("svg", ["viewBox": "0 0 22 22", "width": "22", "height": "22", "aria-hidden": "true"]) { html in
      switch value {
      case .some(1): html.shape("rect", ["class": "full", "x": "1", "y": "1", "width": "20", "height": "20"])
      case .some: html.shape("rect", ["class": "empty", "x": "2", "y": "2", "width": "18", "height": "18"])
      case nil: html.shape("path", ["class": "empty", "d": "M6 11h10"])
      }
    }
  }
}

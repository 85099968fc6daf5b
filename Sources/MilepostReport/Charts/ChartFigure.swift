import MilepostLanguage
import MilepostModel

/// A chart with what belongs to it on a page: the finding as title, the measure with its unit as subtitle, the drawings for
/// wide and small screens, the readout line and the choices for readers with a script, and the lines below it.
///
/// A page writes `page.figure(ChartFigure(id: "chart", title: …, measure: …, chart: BarChart(…), notes: [source]), into:
/// &html)` and, near it, the table with the same figures.
struct ChartFigure: Sendable {
  enum Title: Sendable {
    case text(String)
    /// A sentence around a text of the plan, which is marked with its language where that is not the page's.
    case about(LocalizedText, @Sendable (_ subject: String) -> String)
    /// With markup of our own, and the same as plain words.
    case written(String, markup: String)
  }

  /// Unique on the page: begins the ids of the parts, and the names of the view in the page's address.
  let id: String
  let title: Title
  /// What is measured, where, with its unit.
  let measure: String
  let chart: any Chart
  /// Sentences below the chart, the source last; the chart says itself what its marks mean.
  let notes: [String]
  /// The source with markup of our own, where it is not one of the notes.
  var sourceMarkup = ""

  /// From how many periods on readers may choose a range of them.
  static let fewestPeriodsToChoose = 16
}

extension Page {
  /// Writes a chart with all that belongs to it.
  func figure(_ figure: ChartFigure, into html: inout HTMLWriter) {
    let chart = figure.chart
    html.element("figure", ["class": "drawn", "id": figure.id]) { html in
      html.element("figcaption") { html in
        html.element("b") { html in
          switch figure.title {
          case .text(let text): html.text(text)
          case .about(let subject, let sentence): write(subject, into: &html, sentence)
          case .written(_, let markup): html.markup(ofTemplate: markup)
          }
        }
        html.text(" ")
        html.element("span", text: figure.measure)
      }
      html.element(
        "div", ["class": "plot", "data-steps": chart.steps.rawValue, "data-name": context.phrases(.readChart)]
      ) { html in
        for shape in ChartShape.allCases {
          chart.drawing(shape).write(
            shape, id: figure.id, title: plainTitle(of: figure), description: chart.description, into: &html)
        }
      }
      html.element("p", ["class": "readout", "hidden": ""], text: context.phrases(.readHint))
      choices(figure, &html)
      notes(figure, &html)
      if !figure.sourceMarkup.isEmpty {
        html.element("p", ["class": "key"]) { $0.markup(ofTemplate: figure.sourceMarkup) }
      }
    }
    html.newLine()
  }

  /// What its marks mean, where its figures come from, and the drawing as a file.
  private func notes(_ figure: ChartFigure, _ html: inout HTMLWriter) {
    let lines = figure.chart.key + directionOfTime(figure.chart) + figure.notes
    guard offersDrawings || !lines.isEmpty else { return }
    html.element("p", ["class": "key"]) { html in
      html.text(context.phrases.sentences.joined(lines))
      guard offersDrawings else { return }
      html.text(" ")
      html.element(
        "a", ["class": DrawingFiles.offer, "href": figure.id + ".svg", "download": ""],
        text: context.phrases(.downloadDrawing))
    }
  }

  /// Said only where readers may expect another direction.
  private func directionOfTime(_ chart: any Chart) -> [String] {
    guard chart.runsOverTime, context.phrases.catalogueLanguage.isRightToLeft else { return [] }
    return [context.phrases(context.phrases.runsTimeFromTheRight ? .timeFromRight : .timeFromLeft)]
  }

  /// Pages of targets, indicators and maps give their drawings as files too.
  private var offersDrawings: Bool { ["targets/", "indicators/", "maps/"].contains { place.hasPrefix($0) } }

  private func plainTitle(of figure: ChartFigure) -> String {
    switch figure.title {
    case .text(let text): text
    case .about(let subject, let sentence): sentence(context.text(subject))
    case .written(let words, _): words
    }
  }

  /// Which series are in colour and which periods are shown; unseen until a script is there to obey.
  private func choices(_ figure: ChartFigure, _ html: inout HTMLWriter) {
    let phrases = context.phrases
    let choices = figure.chart.choices
    let periods = figure.chart.periods
    let choosesPeriods = periods.count >= ChartFigure.fewestPeriodsToChoose
    let choosesSeries = choices.count > SeriesChart.mostColoured
    guard choosesSeries || choosesPeriods else { return }
    html.element("div", ["class": "choose", "hidden": ""]) { html in
      if choosesSeries {
        html.element("fieldset") { html in
          html.element("legend", text: phrases(.chooseSeries))
          for choice in choices {
            html.element("label") { html in
              html.void("input", ["type": "checkbox", "name": "areas", "value": choice.key])
              html.text(choice.name)
            }
          }
        }
      }
      if choosesPeriods {
        periodChoice(phrases(.chooseFrom), "from", periods, &html)
        periodChoice(phrases(.chooseTo), "to", periods, &html)
      }
      html.element("button", ["type": "button", "data-done": phrases(.linkCopied)], text: phrases(.copyLink))
    }
  }

  private func periodChoice(_ label: String, _ name: String, _ periods: [TimePeriod], _ html: inout HTMLWriter) {
    html.element("label") { html in
      html.text(label + " ")
      html.element("select", ["name": name]) { html in
        for period in periods {
          html.element(
            "option", ["value": period.description, "data-time": String(length: period.timeInYears)],
            text: context.phrases.dates.text(period))
        }
      }
    }
  }
}

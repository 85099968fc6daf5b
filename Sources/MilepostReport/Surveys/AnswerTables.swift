import MilepostLanguage
import MilepostModel

extension SiteContext {
  /// The answers of the newest wave, and those of the others for readers who open them.
  func answers(_ asked: AskedQuestion, _ words: SurveyWords, _ page: Page, _ html: inout HTMLWriter) {
    for (place, found) in asked.found.enumerated() {
      guard let shares = found.shares else { continue }
      guard place > 0 else {
        answers(asked, found, shares, words, page, &html)
        continue
      }
      html.element("details") { html in
        html.element("summary", text: phrases(.answersIn, ["wave": words.name(ofWave: found.wave.wave)]))
        answers(asked, found, shares, words, page, &html)
      }
    }
  }

  /// Counts, shares, intervals and bounds of the answers of a wave; beside them who did not know or answer.
  private func answers(
    _ asked: AskedQuestion, _ found: AskedQuestion.Found, _ shares: SurveyShares, _ words: SurveyWords, _ page: Page,
    _ html: inout HTMLWriter
  ) {
    let columns = AnswerColumns(asked, shares)
    let caption = phrases(
      .answersCaption,
      ["question": words.text(asked.question.text), "wave": words.name(ofWave: found.wave.wave)])
    let head = [phrases(.givenAnswer)] + columns.heads.map { phrases($0) }
    page.table(caption, head: head, numeric: Set(1..<head.count), into: &html) { html in
      for cell in shares.answers + [shares.doNotKnow].compactMap(\.self) {
        answerRow(cell, words.title(of: cell.code, asked.question), columns, found, words, &html)
      }
      if columns.hasCounts { besides(asked, found, shares, columns, words, &html) }
    }
    summary(shares, words, &html)
  }

  private func answerRow(
    _ cell: SurveyShares.Cell, _ name: String, _ columns: AnswerColumns, _ found: AskedQuestion.Found,
    _ words: SurveyWords, _ html: inout HTMLWriter
  ) {
    let style = words.percent(found)
    html.element("tr") { html in
      html.element("th", ["scope": "row"], text: name)
      guard let figure = cell.figure else {
        for _ in columns.heads { html.element("td", ["class": "n none"], text: absence(found.wave, words)) }
        return
      }
      for column in columns.columns {
        let text: String? =
          switch column {
          case .count: figure.count.map(count)
          case .ofOpinions: figure.ofOpinions.map { style.value($0.inPercent.value) }
          case .opinionInterval: figure.ofOpinions?.inPercent.interval.map { words.range($0, style) }
          case .ofAnswers: style.value(figure.ofAnswers.inPercent.value)
          case .answerInterval: figure.ofAnswers.inPercent.interval.map { words.range($0, style) }
          case .bounds: figure.ofAnswers.inPercent.bounds.map { words.range($0, style) }
          }
        if let text {
          html.element("td", ["class": "n"], text: text)
        } else {
          html.none(phrases(.notStated))
        }
      }
    }
  }

  /// Those whom the question did not concern and those who did not answer, who are in no base.
  private func besides(
    _ asked: AskedQuestion, _ found: AskedQuestion.Found, _ shares: SurveyShares, _ columns: AnswerColumns,
    _ words: SurveyWords, _ html: inout HTMLWriter
  ) {
    func row(_ name: String, _ number: Int?) {
      html.element("tr") { html in
        html.element("th", ["scope": "row"], text: name)
        html.element("td", ["class": number == nil ? "n none" : "n"], text: number.map(count) ?? phrases(.isHidden))
        for _ in columns.heads.dropFirst() { html.none(phrases(.inNoBase)) }
      }
    }
    if let answer = asked.question.notApplicable {
      row(words.title(of: answer.code, asked.question), shares.notApplicable)
    }
    let silent = found.wave.unanswered(found.results.question, of: words.published.survey)
    if let silent { row(phrases(.noAnswerGiven), silent.count) }
  }

  private func summary(_ shares: SurveyShares, _ words: SurveyWords, _ html: inout HTMLWriter) {
    guard shares.mean != nil || shares.net != nil else { return }
    html.element("dl", ["class": "facts"]) { html in
      if let mean = shares.mean {
        let style = FigureStyle(scale: .plain, decimals: 2, phrases: phrases)
        html.term(phrases(.meanOf), text: words.interval(mean, style))
      }
      if let net = shares.net {
        html.term(phrases(.netAgreement)) { html in
          html.text(words.interval(net.inPercent, words.points) + " ")
          html.element("small", text: phrases(.netMeans))
        }
      }
    }
  }

  /// Mean, quartiles and deviation of numbers, a row for each wave.
  func numbers(_ asked: AskedQuestion, _ words: SurveyWords, _ page: Page, _ html: inout HTMLWriter) {
    let head = [
      phrases(.oneWave), phrases(.numberOfAnswers), phrases(.meanOf), phrases(.intervalHead), phrases(.medianOf),
      phrases(.quartilesOf), phrases(.deviationOf),
    ]
    let caption = phrases(
      .numbersCaptionOf, ["question": words.text(asked.question.text), "unit": words.unit(of: asked.question)])
    page.table(caption, head: head, numeric: Set(1..<head.count), into: &html) { html in
      for found in asked.found {
        html.element("tr") { html in
          html.element("th", ["scope": "row"], text: words.name(ofWave: found.wave.wave))
          numberCells(found.results.total, asked.question, words, &html)
        }
      }
    }
  }

  /// How many answered, and how their numbers are spread.
  func numberCells(
    _ distribution: SurveyDistribution, _ question: SurveyQuestion, _ words: SurveyWords, _ html: inout HTMLWriter
  ) {
    if let base = distribution.base {
      html.element("td", ["class": "n"], text: count(base))
    } else {
      html.element("td", ["class": "n none"], text: phrases(.isHidden))
    }
    guard let numbers = distribution.numbers else {
      html.element("td", ["class": "n none", "colspan": "5"], text: phrases(.groupHidden))
      return
    }
    let style = words.style(ofNumbers: question)
    html.element("td", ["class": "n"], text: style.number(numbers.mean.value))
    if let interval = numbers.mean.interval {
      html.element("td", ["class": "n"], text: words.range(interval, style))
    } else {
      html.none(phrases(.notStated))
    }
    let quartiles = [numbers.lowerQuartile, numbers.upperQuartile].map { words.number($0, question) }
    html.element("td", ["class": "n"], text: words.number(numbers.median, question))
    html.element("td", ["class": "n"], text: phrases(.fromTo, ["first": quartiles[0], "last": quartiles[1]]))
    if let deviation = numbers.standardDeviation {
      html.element("td", ["class": "n"], text: style.number(deviation))
    } else {
      html.none(phrases(.notStated))
    }
  }
}

/// The columns that a table of answers has figures for.
private struct AnswerColumns {
  enum Column { case count, ofOpinions, opinionInterval, ofAnswers, answerInterval, bounds }

  let columns: [Column]

  init(_ asked: AskedQuestion, _ shares: SurveyShares) {
    let figures = (shares.answers + [shares.doNotKnow].compactMap(\.self)).compactMap(\.figure)
    let tellsUnsure = asked.question.doNotKnow != nil && figures.contains { $0.ofOpinions != nil }
    var columns: [Column] = []
    if figures.contains(where: { $0.count != nil }) { columns.append(.count) }
    if tellsUnsure {
      columns.append(.ofOpinions)
      if figures.contains(where: { $0.ofOpinions?.interval != nil }) { columns.append(.opinionInterval) }
    }
    columns.append(.ofAnswers)
    if !tellsUnsure, figures.contains(where: { $0.ofAnswers.interval != nil }) { columns.append(.answerInterval) }
    if figures.contains(where: { $0.ofAnswers.bounds != nil }) { columns.append(.bounds) }
    self.columns = columns
  }

  var hasCounts: Bool { columns.first == .count }

  var heads: [SurveyPhrase] {
    columns.map { column in
      switch column {
      case .count: .numberOfAnswers
      case .ofOpinions: .shareOfOpinions
      case .ofAnswers: .shareOfAnswers
      case .opinionInterval, .answerInterval: .intervalHead
      case .bounds: .boundsHead
      }
    }
  }
}

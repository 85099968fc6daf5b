import MilepostLanguage
import MilepostModel

extension SiteContext {
  /// Every other method and window with its answer or the reason why it has none.
  func others(_ target: AssessedTarget, _ page: Page, _ html: inout HTMLWriter) {
    guard !target.assessment.alternatives.isEmpty else { return }
    html.heading(2, phrases(.otherMethods))
    for line in [target.sensitivityLine, target.differenceLine].compactMap(\.self) {
      html.element("p", ["class": "text"], text: line)
    }
    if let strip = MethodStrip(target) {
      page.figure(
        ChartFigure(
          id: "methods", title: .text(strip.title),
          measure: phrases(.methodsMeasure, ["subject": target.subject, "period": target.dueText]), chart: strip,
          notes: []), into: &html)
    }
    let head = [phrases(.method), phrases(.status), phrases(.answer), phrases(.probability)]
    page.table(phrases(.otherMethodsCaption), head: head, numeric: [2, 3], into: &html) { html in
      for alternative in target.assessment.alternatives {
        html.element("tr") { html in
          html.element("th", ["scope": "row"], text: target.fullName(of: alternative))
          self.answer(alternative, target, &html)
        }
      }
    }
  }

  private func answer(_ alternative: Alternative, _ target: AssessedTarget, _ html: inout HTMLWriter) {
    switch alternative.answer {
    case .refused(let refusal):
      html.element("td", ["colspan": "3"], text: phrases(.noAnswer, ["reason": target.words(for: refusal)]))
    case .measured(let value):
      html.element("td", text: phrases(.noStatus, ["reason": target.words(for: .saysNothingOfTheFuture)]))
      html.element("td", ["class": "n"], text: measured(value, alternative.method, target))
      html.none(phrases(.noProbability))
    case .status(let status, let value, let probability, let word):
      html.element("td") { html in
        html.status(status, word: phrases.name(of: status))
        if let word = word.flatMap({ ownWord($0, besides: status) }) {
          html.text(phrases(.aside, ["text": phrases.written(english: word)]))
        }
      }
      if let value {
        html.element("td", ["class": "n"], text: measured(value, alternative.method, target))
      } else {
        html.none(phrases(.noValue))
      }
      if let probability {
        html.element("td", ["class": "n"], text: phrases.shortProbability(probability))
      } else {
        html.none(phrases(.noProbability))
      }
    }
  }

  /// A method's own word for a status, written as words; nil when it says no more than the status.
  private func ownWord(_ word: String, besides status: TargetStatus) -> String? {
    let words = String(word.map { $0 == "_" || $0 == "-" ? " " : $0 })
    let isSame = [status.rawValue, phrases.name(of: status)].contains {
      String($0.map { $0 == "-" ? " " : $0 }).lowercased() == words.lowercased()
    }
    return words.isEmpty || isSame ? nil : words
  }

  /// A method's measure with what it is a measure of.
  private func measured(_ value: Double, _ method: AssessmentMethod, _ target: AssessedTarget) -> String {
    let text = target.printed(value, of: method)
    switch method {
    case .linear, .drift, .logistic: return text
    case .statcan2024, .eurostat: return phrases(.measureGrowth, ["value": text])
    case .unsd2023: return phrases(.measureShare, ["value": text])
    case .destatis: return phrases(.measureMiss, ["value": text])
    case .escapCurrent: return phrases(.measureIndex, ["value": text])
    case .pace: return phrases(.measurePace, ["value": text])
    }
  }
}

extension MethodStrip {
  /// The projections for a target's date; nil where there is none to compare with the one that decides.
  init?(_ target: AssessedTarget) {
    guard let goal = target.goalValue, let goalText = target.goalText, let projection = target.assessment.projection,
      target.assessment.status.isAssessed
    else { return nil }
    let others = target.assessment.alternatives.enumerated().compactMap { index, alternative -> Answer? in
      guard case .status(let status, let value?, _, _) = alternative.answer, alternative.method.projects else {
        return nil
      }
      return Answer(
        key: String(index), method: target.fullName(of: alternative), status: status, value: value, interval: nil)
    }
    guard !others.isEmpty else { return nil }
    let name = target.phrases.name(of: target.assessment.method)
    let interval = projection.low.flatMap { low in projection.high.map { min(low, $0)...max(low, $0) } }
    let decisive = Answer(
      key: "decisive", method: target.phrases(.methodsThis, ["method": name]), status: target.assessment.status,
      value: projection.value,
      interval: interval)
    self.init(
      answers: [decisive] + others, goal: goal, goalText: goalText, period: target.assessment.due, style: target.style)
  }
}

extension AssessmentMethod {
  /// Whether the method's measure is a value for the target's date.
  fileprivate var projects: Bool {
    switch self {
    case .linear, .drift, .logistic: true
    case .statcan2024, .eurostat, .unsd2023, .destatis, .escapCurrent, .pace: false
    }
  }
}

extension Phrases {
  /// A probability, 0 to 1, with three digits at most; what would print as impossible or certain says that it is not.
  func shortProbability(_ value: Double) -> String {
    if value < 0.001 { return "<" + numbers.text(0.001, decimals: 3) }
    if value > 0.999 { return ">" + numbers.text(0.999, decimals: 3) }
    let digits = [0.1, 0.5].map { NumberConventions.decimals(2, keeping: value, apartFrom: $0) }
    return numbers.text(value, decimals: value < 0.01 || value > 0.99 ? 3 : min(digits.max() ?? 2, 3))
  }
}

extension HTMLWriter {
  /// A cell without a figure: a dash, and why.
  mutating func none(_ reason: String, class name: String = "n") {
    element("td", ["class": name, "title": reason]) { html in
      html.element("span", ["aria-hidden": "true"], text: "–")
      html.element("span", ["class": "unseen"], text: reason)
    }
  }
}

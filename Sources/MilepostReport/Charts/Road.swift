import MilepostLanguage
import MilepostModel

/// A target as a road: start post the baseline, end post the target, dot now, short tick where it should be today, fan the
/// projection.
struct Road: Sendable {
  static let width = 320.0
  static let height = 32.0
  /// Places of baseline and target; beyond them the road goes on a little.
  private static let scale = LinearScale(domain: 0...1, start: 34, end: 272)
  private static let middle = 16.0

  let assessed: AssessedTarget

  /// Share of the way from baseline to target, kept on the road.
  private func share(_ value: Double) -> Double? {
    guard let start = assessed.assessment.baseline?.value, let goal = assessed.assessment.goalValue, goal != start
    else {
      return nil
    }
    return min(max((value - start) / (goal - start), -0.1), 1.14)
  }

  private func place(_ value: Double) -> Double? { share(value).map { Road.scale($0) } }

  /// What the drawing shows, in words.
  var description: String {
    let assessment = assessed.assessment
    let phrases = assessed.phrases
    var parts: [String] = []
    if let baseline = assessment.baseline, assessment.goalValue != nil {
      parts.append(
        phrases(
          .roadFrom,
          ["value": assessed.style.value(baseline.value), "period": assessed.period(baseline.period)]))
    } else {
      parts.append(phrases(.roadNoStart))
    }
    if let goal = assessed.goalText { parts.append(phrases(.roadTo, ["value": goal, "period": assessed.dueText])) }
    if let current = assessment.current, let value = assessed.currentText {
      parts.append(phrases(.roadNow, ["value": value, "period": assessed.period(current.period)]))
      if let expected = assessment.expectedValue(at: current.period) {
        parts.append(phrases(.roadExpected, ["value": assessed.style.value(expected)]))
      }
    }
    if let projection = assessment.projection, let low = projection.low, let high = projection.high {
      parts.append(
        phrases(
          .roadProjected, ["low": assessed.style.value(low), "high": assessed.style.value(high)]))
    }
    return parts.joined(separator: "; ")
  }

  /// Why there is no road.
  private var lonePost: String {
    if assessed.assessment.baseline == nil { return assessed.phrases(.roadNoStart) }
    return assessed.phrases(.roadNoEnd)
  }

  func write(into html: inout HTMLWriter) {
    html.element(
      "svg",
      [
        "class": "road s-" + assessed.assessment.status.rawValue, "viewBox": "0 0 320 32", "width": "320",
        "height": "32", "role": "img",
      ]
    ) { html in
      html.element("title", text: description)
      let end = Road.scale(1)
      guard assessed.assessment.baseline != nil, assessed.assessment.goalValue != nil else {
        html.shape("path", ["class": "post", "d": "M\(String(length: end)) 5v22"])
        html.element("text", ["x": "34", "y": "21", "class": "note"], text: lonePost)
        return
      }
      html.shape(
        "path", ["class": "lane", "d": "M\(String(length: Road.scale(-0.13))) 16H\(String(length: Road.scale(1.18)))"])
      fan(into: &html)
      html.shape("path", ["class": "post", "d": "M\(String(length: Road.scale(0))) 7v18M\(String(length: end)) 5v22"])
      now(into: &html)
    }
  }

  private func fan(into html: inout HTMLWriter) {
    guard let projection = assessed.assessment.projection, let low = projection.low.flatMap(place),
      let high = projection.high.flatMap(place)
    else { return }
    band("fan80", low, high, 12, &html)
    if let last = projection.path.last, let inner = place(last.low50), let outer = place(last.high50) {
      band("fan50", inner, outer, 12, &html)
    }
  }

  private func band(_ name: String, _ one: Double, _ other: Double, _ height: Double, _ html: inout HTMLWriter) {
    let left = min(one, other)
    html.shape(
      "rect",
      [
        "class": name, "x": String(length: left), "y": String(length: Road.middle - height / 2),
        "width": String(length: max(1, (one - other).magnitude)), "height": String(length: height),
      ])
  }

  private func now(into html: inout HTMLWriter) {
    guard let current = assessed.assessment.current, let x = place(current.value) else { return }
    let start = Road.scale(0)
    html.shape("path", ["class": "way", "d": "M\(String(length: start)) 16H\(String(length: x))"])
    if let expected = assessed.assessment.expectedValue(at: current.period).flatMap(place), !assessed.isVerdict {
      html.shape("path", ["class": "due", "d": "M\(String(length: expected)) 3v7"])
    }
    html.shape("circle", ["class": "now", "cx": String(length: x), "cy": "16", "r": "6"])
  }
}

import MilepostModel

extension Road {
  /// Axes have words above the lane.
  var height: Int {
    if case .axis = ground { return 42 }
    return 32
  }

  /// - Parameter isMirrored: whether the whole drawing is turned around, so that texts must be turned back.
  func write(into html: inout HTMLWriter, isMirrored: Bool = false) {
    html.element(
      "svg",
      [
        "class": "road s-" + assessment.status.rawValue, "viewBox": "0 \(32 - height) 320 \(height)", "width": "320",
        "height": "\(height)",
        "role": "img",
      ]
    ) { html in
      html.element("title", text: description)
      switch ground {
      case .none: if let note { text(note, at: 34, foot: 21, isMirrored, into: &html) }
      case .lonePost:
        html.shape("path", ["class": "post", "d": "M272 5v22"])
        if let note { text(note, at: 34, foot: 21, isMirrored, into: &html) }
      case .way:
        html.shape("path", ["class": "lane", "d": "M4 16H316"])
        fan(into: &html)
        posts(into: &html)
        now(into: &html)
      case .axis(let wanted):
        axis(wanted, isMirrored, into: &html)
        fan(into: &html)
        posts(into: &html)
        now(into: &html)
      }
    }
  }

  private func text(
    _ text: String, at x: Double, foot: Double, isEnd: Bool = false, _ isMirrored: Bool, into html: inout HTMLWriter
  ) {
    let place = String(length: x)
    html.element(
      "text",
      [
        "x": place, "y": String(length: foot), "class": isEnd != isMirrored ? "note end" : "note",
        "transform": isMirrored ? "translate(\(String(length: 2 * x)) 0) scale(-1 1)" : nil,
      ], text: text)
  }

  /// The lane is whole where the target is met and dashed on the other side of the post.
  private func axis(_ wanted: Direction, _ isMirrored: Bool, into html: inout HTMLWriter) {
    guard let goal = assessed.goalValue else { return }
    let post = scale(goal)
    let place = String(length: post)
    html.shape("path", ["class": wanted == .down ? "lane" : "lane unmet", "d": "M4 16H\(place)"])
    html.shape("path", ["class": wanted == .down ? "lane unmet" : "lane", "d": "M\(place) 16H316"])
    if let note { text(note, at: 16, foot: 3, isMirrored, into: &html) }
    guard assessed.isCeiling else { return }
    let isRight = (assessment.current?.value ?? goal) > goal
    let words = assessed.phrases(.roadLimit)
    text(words, at: isRight ? post - 5 : post + 5, foot: 3, isEnd: isRight, isMirrored, into: &html)
  }

  private func posts(into html: inout HTMLWriter) {
    if let start = assessment.baseline.map({ String(length: scale($0.value)) }) {
      html.shape("path", ["class": "post", "d": ground == .way ? "M\(start) 7v18" : "M\(start) 11v10"])
    }
    if let goal = assessed.goalValue {
      html.shape("path", ["class": "post", "d": "M\(String(length: scale(goal))) 5v22"])
    }
  }

  private func fan(into html: inout HTMLWriter) {
    guard let projection = assessment.projection, let low = projection.low, let high = projection.high else { return }
    band("fan80", low, high, &html)
    if let last = projection.path.last { band("fan50", last.low50, last.high50, &html) }
    for end in [low, high] { goesOn(end, from: 0, "fan-edge", &html) }
  }

  private func band(_ name: String, _ one: Double, _ other: Double, _ html: inout HTMLWriter) {
    let ends = [place(one).x, place(other).x]
    let left = ends.min() ?? 0
    let width = max(1, (ends[1] - ends[0]).magnitude)
    // A band that lies beyond the road is a sliver at its end.
    html.shape(
      "rect",
      [
        "class": name, "x": String(length: min(left, Road.ends.upperBound - 1)), "y": "10",
        "width": String(length: width), "height": "12",
      ])
  }

  private func now(into html: inout HTMLWriter) {
    guard let current = assessment.current else { return }
    let now = place(current.value, within: 18...300)
    let x = String(length: now.x)
    if let start = assessment.baseline.map({ scale($0.value) }) {
      html.shape("path", ["class": "way", "d": "M\(String(length: start)) 16H\(x)"])
      // An arrow says which way it went wherever that is not from the left post to the right.
      if ground != .way || now.x < start { arrow(from: start, to: now.x, &html) }
    }
    if let expected = assessed.expected {
      html.shape("path", ["class": "due", "d": "M\(String(length: place(expected.value).x)) 3v7"])
    }
    html.shape("circle", ["class": "now", "cx": x, "cy": "16", "r": "6"])
    if now.goesOn { goesOn(current.value, from: 1, "further", &html) }
  }

  private func arrow(from start: Double, to end: Double, _ html: inout HTMLWriter) {
    guard (end - start).magnitude > 20 else { return }
    let step = end > start ? 1.0 : -1
    html.shape(
      "path",
      [
        "class": "arrow",
        "d":
          "M\(String(length: end - step * 18)) 10.5l\(String(length: step * 11)) 5.5\(String(length: step * -11)) 5.5z",
      ])
  }

  /// Two strokes at the end of the road: what is drawn lies further on.
  private func goesOn(_ value: Double, from distance: Double, _ name: String, _ html: inout HTMLWriter) {
    let place = place(value)
    guard place.goesOn else { return }
    let isRight = place.x > Road.middlePlace
    let step = isRight ? 1.0 : -1
    let tip = String(length: step * 4)
    let back = String(length: -step * 4)
    html.shape(
      "path",
      [
        "class": "goes-on \(name)",
        "d": "M\(String(length: place.x + step * (3 + distance))) 12l\(tip) 4 \(back) 4m\(tip) -8l\(tip) 4 \(back) 4",
      ])
  }

  private static let middlePlace = 160.0
}

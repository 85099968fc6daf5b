import MilepostModel

/// The shape that stands for a status beside its word: legible in one colour.
extension HTMLWriter {
  mutating func mark(_ status: TargetStatus) {
    symbol("s-" + status.rawValue) { $0.shapes(of: status) }
  }

  mutating func mark(_ status: DirectionalStatus) {
    symbol("s-" + status.rawValue) { html in
      switch status {
      case .improving: html.shape("path", ["d": "M8 2 14 13H2z", "fill": "currentColor"])
      case .stable: html.shape("path", ["d": "M2 6h12v4H2z", "fill": "currentColor"])
      case .worsening: html.shape("path", ["d": "M8 14 2 3h12z", "fill": "currentColor"])
      case .benchmarked: html.shapes(of: .benchmarked)
      case .notMeasured: html.shapes(of: .notMeasured)
      }
    }
  }

  private mutating func symbol(_ name: String, _ content: (inout HTMLWriter) -> Void) {
    element(
      "svg",
      ["class": "mark " + name, "viewBox": "0 0 16 16", "width": "16", "height": "16", "aria-hidden": "true"], content)
  }

  /// In a square of 16 by 16.
  mutating func shapes(of status: TargetStatus) {
    func ring(_ html: inout HTMLWriter) {
      html.shape(
        "circle", ["cx": "8", "cy": "8", "r": "5.5", "fill": "none", "stroke": "currentColor", "stroke-width": "2"])
    }
    switch status {
    case .achieved:
      shape("circle", ["cx": "8", "cy": "8", "r": "7", "fill": "currentColor"])
      shape("path", ["d": "m4.5 8 2.5 2.5 4.5-5", "class": "cut"])
    case .onTrack: shape("path", ["d": "M3 1.5 14.5 8 3 14.5z", "fill": "currentColor"])
    case .atRisk:
      shape("path", ["d": "M8 1 15 8 8 15 1 8z", "fill": "none", "stroke": "currentColor", "stroke-width": "1.6"])
      shape("path", ["d": "M1 8h14L8 15z", "fill": "currentColor"])
    case .offTrack:
      shape("path", ["d": "M2 2h12v12H2z", "fill": "currentColor"])
      shape("path", ["d": "M4.5 8h7", "class": "cut"])
    case .missed:
      shape("path", ["d": "M2.5 2.5h11v11h-11z", "fill": "none", "stroke": "currentColor", "stroke-width": "2"])
      shape("path", ["d": "m5 5 6 6m0-6-6 6", "stroke": "currentColor", "stroke-width": "2"])
    case .movingAway: shape("path", ["d": "M13 1.5 1.5 8 13 14.5z", "fill": "currentColor"])
    case .benchmarked:
      ring(&self)
      shape("circle", ["cx": "8", "cy": "8", "r": "2.2", "fill": "currentColor"])
    case .notMeasured: ring(&self)
    case .notMeasurable:
      ring(&self)
      shape("path", ["d": "M2.5 13.5l11-11", "stroke": "currentColor", "stroke-width": "2"])
    }
  }

  /// Mark and word.
  mutating func status(_ status: TargetStatus, word: String) {
    element("span", ["class": "status"]) { html in
      html.mark(status)
      html.element("span", text: word)
    }
  }

  mutating func status(_ status: DirectionalStatus, word: String) {
    element("span", ["class": "status"]) { html in
      html.mark(status)
      html.element("span", text: word)
    }
  }
}

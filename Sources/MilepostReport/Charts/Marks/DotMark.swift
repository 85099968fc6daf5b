/// A value as a dot that says how it is known: filled reported, hollow estimated, cross imputed, a dot with a cross partly
/// imputed.
struct DotMark: Mark {
  /// Dots of different series in one row differ in shape too.
  enum Shape: Hashable, Sendable, CaseIterable {
    case circle, diamond, square, triangle
  }

  let place: Place
  let knowledge: ChartPoint.Knowledge
  let isPartlyImputed: Bool
  let shape: Shape
  let radius: Double

  init(_ place: Place, _ point: ChartPoint, shape: Shape = .circle, radius: Double = 3.5) {
    self.init(
      place, knowledge: point.knowledge, isPartlyImputed: point.isPartlyImputed, shape: shape, radius: radius)
  }

  /// A value that is as it was reported.
  init(reported place: Place, radius: Double) {
    self.init(place, knowledge: .reported, isPartlyImputed: false, shape: .circle, radius: radius)
  }

  private init(
    _ place: Place, knowledge: ChartPoint.Knowledge, isPartlyImputed: Bool, shape: Shape, radius: Double
  ) {
    self.place = place
    self.knowledge = knowledge
    self.isPartlyImputed = isPartlyImputed
    self.shape = shape
    self.radius = radius
  }

  var box: Box {
    Box(left: place.x - radius, top: place.y - radius, right: place.x + radius, bottom: place.y + radius)
  }

  func mirrored(in width: Double) -> DotMark {
    DotMark(
      place.mirrored(in: width), knowledge: knowledge, isPartlyImputed: isPartlyImputed, shape: shape, radius: radius)
  }

  func write(into html: inout HTMLWriter) {
    switch knowledge {
    case .imputed: cross("cross", 0.85 * radius, &html)
    case .estimated: outline("hollow", &html)
    case .reported: outline("dot", &html)
    }
    if isPartlyImputed { cross("part-imputed", 1.45 * radius, &html) }
  }

  private func cross(_ name: String, _ arm: Double, _ html: inout HTMLWriter) {
    let one = String(length: arm)
    let both = String(length: 2 * arm)
    html.shape(
      "path", ["class": name, "d": "M\(place.text)m-\(one)-\(one) \(both) \(both)m0-\(both)-\(both) \(both)"])
  }

  private func outline(_ name: String, _ html: inout HTMLWriter) {
    let reach = String(length: radius * 1.25)
    let side = String(length: radius * 0.9)
    let both = String(length: radius * 1.8)
    switch shape {
    case .circle:
      html.shape(
        "circle",
        [
          "class": name, "cx": String(length: place.x), "cy": String(length: place.y), "r": String(length: radius),
        ])
    case .diamond:
      html.shape(
        "path",
        ["class": name, "d": "M\(place.text)m0-\(reach)l\(reach) \(reach)-\(reach) \(reach)-\(reach)-\(reach)z"])
    case .square:
      html.shape("path", ["class": name, "d": "M\(place.text)m-\(side)-\(side)h\(both)v\(both)h-\(both)z"])
    case .triangle:
      html.shape(
        "path", ["class": name, "d": "M\(place.text)m0-\(reach)l\(reach) \(both)h-\(String(length: radius * 2.5))z"])
    }
  }
}

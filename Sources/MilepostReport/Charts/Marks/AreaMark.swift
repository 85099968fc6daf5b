/// The area between two lines: a band of certainty, or a segment with slanted ends.
struct AreaMark: Mark {
  let name: String
  /// All the way round.
  let places: [Place]

  init(_ name: String, _ places: [Place]) {
    self.name = name
    self.places = places
  }

  /// Between two lines that run the same way.
  init(_ name: String, between upper: [Place], and lower: [Place]) { self.init(name, upper + lower.reversed()) }

  var box: Box { Box(around: places) }

  func mirrored(in width: Double) -> AreaMark { AreaMark(name, places.map { $0.mirrored(in: width) }) }

  func write(into html: inout HTMLWriter) { html.path(name, places, closed: true) }
}

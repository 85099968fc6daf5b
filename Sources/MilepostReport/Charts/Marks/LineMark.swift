/// A line from place to place: of a series, a grid, an axis, a post.
struct LineMark: Mark {
  let name: String
  let places: [Place]

  init(_ name: String, _ places: [Place]) {
    self.name = name
    self.places = places
  }

  var box: Box { Box(around: places) }

  func mirrored(in width: Double) -> LineMark { LineMark(name, places.map { $0.mirrored(in: width) }) }

  func write(into html: inout HTMLWriter) { html.path(name, places) }
}

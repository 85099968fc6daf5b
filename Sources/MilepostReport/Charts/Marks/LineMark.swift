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

  func write(into html: inout HTMLWriter) { html.shape("path", ["class": name, "d": places.path]) }
}

extension [Place] {
  /// The data of a path along the places; a straight step along an axis is written short.
  var path: String {
    var path = ""
    for (index, place) in enumerated() {
      guard index > 0 else {
        path = "M" + place.text
        continue
      }
      let before = self[index - 1]
      if place.y == before.y {
        path += "H" + String(length: place.x)
      } else if place.x == before.x {
        path += "V" + String(length: place.y)
      } else {
        path += "L" + place.text
      }
    }
    return path
  }
}

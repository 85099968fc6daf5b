/// An empty ring: no value, or one that is not known yet.
struct RingMark: Mark {
  let place: Place
  let radius: Double
  let name: String

  init(_ place: Place, radius: Double, name: String = "empty") {
    self.place = place
    self.radius = radius
    self.name = name
  }

  var box: Box {
    Box(left: place.x - radius, top: place.y - radius, right: place.x + radius, bottom: place.y + radius)
  }

  func mirrored(in width: Double) -> RingMark { RingMark(place.mirrored(in: width), radius: radius, name: name) }

  func write(into html: inout HTMLWriter) {
    html.shape(
      "circle",
      ["class": name, "cx": String(length: place.x), "cy": String(length: place.y), "r": String(length: radius)])
  }
}

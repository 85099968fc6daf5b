/// A shape or a text at its place in a drawing; its looks are those of its class in the style sheet.
protocol Mark: Sendable {
  /// What the mark covers, without the thickness of its lines.
  var box: Box { get }

  func mirrored(in width: Double) -> Self

  func write(into html: inout HTMLWriter)
}

/// A place in a drawing; y grows downwards.
struct Place: Hashable, Sendable {
  let x: Double
  let y: Double

  init(_ x: Double, _ y: Double) {
    self.x = x
    self.y = y
  }

  func mirrored(in width: Double) -> Place { Place(width - x, y) }

  /// As in the data of a path.
  var text: String { "\(String(length: x)) \(String(length: y))" }
}

/// A box in a drawing: left, top, right, bottom.
struct Box: Hashable, Sendable {
  let left: Double
  let top: Double
  let right: Double
  let bottom: Double

  init(left: Double, top: Double, right: Double, bottom: Double) {
    self.left = left
    self.top = top
    self.right = right
    self.bottom = bottom
  }

  /// Around places, of which there is at least one.
  init(around places: [Place]) {
    let xs = places.map(\.x)
    let ys = places.map(\.y)
    self.init(left: xs.min() ?? 0, top: ys.min() ?? 0, right: xs.max() ?? 0, bottom: ys.max() ?? 0)
  }

  var width: Double { right - left }
  var height: Double { bottom - top }
  var middle: Place { Place((left + right) / 2, (top + bottom) / 2) }

  func overlaps(_ other: Box) -> Bool {
    left < other.right && other.left < right && top < other.bottom && other.top < bottom
  }

  func holds(_ place: Place) -> Bool { left < place.x && place.x < right && top < place.y && place.y < bottom }

  func mirrored(in width: Double) -> Box { Box(left: width - right, top: top, right: width - left, bottom: bottom) }
}

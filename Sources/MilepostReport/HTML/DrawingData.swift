import MilepostLanguage

/// Lengths and paths as drawings have them.
extension [UInt8] {
  /// Appends a length in tenths of the drawing's unit, a pixel at full width, rounded half away from zero.
  mutating func append(length: Double) {
    let tenths = Int((length * 10).rounded(.toNearestOrAwayFromZero))
    let (whole, rest) = tenths.magnitude.quotientAndRemainder(dividingBy: 10)
    if tenths < 0 { append(UInt8(ascii: "-")) }
    appendInteger(Int(whole))
    guard rest > 0 else { return }
    append(UInt8(ascii: "."))
    append(UInt8(ascii: "0") + UInt8(rest))
  }

  /// Appends the data of a path along the places; a straight step along an axis is written short.
  mutating func append(path places: [Place]) {
    var before: Place?
    for place in places {
      if place.y == before?.y {
        append(UInt8(ascii: "H"))
        append(length: place.x)
      } else if place.x == before?.x {
        append(UInt8(ascii: "V"))
        append(length: place.y)
      } else {
        append(UInt8(ascii: before == nil ? "M" : "L"))
        append(length: place.x)
        append(UInt8(ascii: " "))
        append(length: place.y)
      }
      before = place
    }
  }
}

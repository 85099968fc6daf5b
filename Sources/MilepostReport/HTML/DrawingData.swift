/// Lengths and paths as drawings have them.
extension [UInt8] {
  /// Appends a length in tenths of the drawing's unit, a pixel at full width, rounded half away from zero.
  mutating func append(length: Double) {
    LengthDigits.with(length) { append(contentsOf: $0) }
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

extension String {
  /// A length in a drawing; see `append(length:)`.
  init(length: Double) {
    self = LengthDigits.with(length) { String(decoding: $0, as: UTF8.self) }
  }
}

/// The digits of a length, written without memory of their own: drawings are mostly made of them.
private enum LengthDigits {
  static func with<Result>(_ length: Double, _ use: (Slice<UnsafeMutableBufferPointer<UInt8>>) -> Result) -> Result {
    let tenths = Int((length * 10).rounded(.toNearestOrAwayFromZero))
    // The longest number takes 19 digits, a point and a sign.
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 21) { digits in
      var place = digits.count
      func put(_ byte: UInt8) {
        place -= 1
        digits[place] = byte
      }
      var (whole, tenth) = tenths.magnitude.quotientAndRemainder(dividingBy: 10)
      if tenth > 0 {
        put(UInt8(ascii: "0") + UInt8(tenth))
        put(UInt8(ascii: "."))
      }
      repeat {
        put(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: whole % 10))
        whole /= 10
      } while whole > 0
      if tenths < 0 { put(UInt8(ascii: "-")) }
      return use(digits[place...])
    }
  }
}

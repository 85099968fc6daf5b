import MilepostModel

#if canImport(Glibc)
  import Glibc
#endif

/// The equal-area projection Equal Earth, on a sphere of radius 1; y grows downwards.
///
/// Source: B. Šavrič, T. Patterson, B. Jenny, The Equal Earth map projection, International Journal of Geographical
/// Information Science 33 (2019), 454–465: sin θ = √3/2 · sin φ, x = 2√3 · λ · cos θ / (3 · (9 A₄θ⁸ + 7 A₃θ⁶ + 3 A₂θ² + A₁)),
/// y = A₄θ⁹ + A₃θ⁷ + A₂θ³ + A₁θ.
struct EqualEarth: Hashable, Sendable {
  private static let a1 = 1.340264
  private static let a2 = -0.081106
  private static let a3 = 0.000893
  private static let a4 = 0.003796

  /// The longitude in the middle of the map, in degrees.
  let centre: Double

  init(centre: Double = 0) { self.centre = centre }

  /// With the widest stretch of longitudes that no place has as far from the middle as possible, where it is wide.
  init(around longitudes: [Double]) {
    let sorted = Set(longitudes.map { $0 < 0 ? $0 + 360 : $0 }).sorted()
    guard let first = sorted.first else {
      self.init()
      return
    }
    var widest = (length: 0.0, middle: 180.0)
    for (one, other) in zip(sorted, sorted.dropFirst() + [first + 360]) where other - one > widest.length {
      widest = (other - one, (one + other) / 2)
    }
    self.init(centre: widest.length < 60 ? 0 : EqualEarth.turned(widest.middle + 180))
  }

  /// Degrees east of the middle of the map, -180 to 180.
  func turned(_ longitude: Double) -> Double { EqualEarth.turned(longitude - centre) }

  /// Between -180 and 180.
  private static func turned(_ longitude: Double) -> Double {
    var longitude = longitude
    while longitude > 180 { longitude -= 360 }
    while longitude < -180 { longitude += 360 }
    return longitude
  }

  func callAsFunction(_ position: GeographicPosition) -> Place {
    let longitude = EqualEarth.turned(position.longitude - centre) * .pi / 180
    let angle = asin(3.0.squareRoot() / 2 * sin(position.latitude * .pi / 180))
    let square = angle * angle
    let sixth = square * square * square
    let slope =
      9 * EqualEarth.a4 * sixth * square + 7 * EqualEarth.a3 * sixth + 3 * EqualEarth.a2 * square + EqualEarth.a1
    let height =
      angle * (EqualEarth.a4 * sixth * square + EqualEarth.a3 * sixth + EqualEarth.a2 * square + EqualEarth.a1)
    return Place(2 * 3.0.squareRoot() * longitude * cos(angle) / (3 * slope), -height)
  }
}

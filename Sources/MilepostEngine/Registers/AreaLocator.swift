import MilepostModel

#if canImport(Glibc)
  import Glibc
#endif

/// Finds the area in whose outline a place lies.
///
/// A place lies inside when a line from it along its parallel to the east crosses the outline an odd number of times (M.
/// Shimrat, Algorithm 112: Position of point relative to polygon, Communications of the ACM 5 (1962), 434); outlines that
/// GeoJSON cuts at longitude 180 need no more. Edges are gathered in bands of latitude, so that each place meets few.
struct AreaLocator: Sendable {
  /// Kilometres by which coarse outlines may miss a place at the coast.
  static let tolerance = 50.0

  /// An edge of an outline, in degrees.
  private struct Edge {
    let south: GeographicPosition
    let north: GeographicPosition

    func isCrossed(from place: GeographicPosition) -> Bool {
      guard south.latitude <= place.latitude, place.latitude < north.latitude else { return false }
      let share = (place.latitude - south.latitude) / (north.latitude - south.latitude)
      return south.longitude + share * (north.longitude - south.longitude) > place.longitude
    }
  }

  private static let bandsPerDegree = 4.0
  private static let bandCount = 720
  private static let kilometresPerDegree = EqualAreaGrid.radius * .pi / 180

  /// Sorted, as their places in the answers.
  let areas: [Area.ID]
  private let places: [Area.ID: Int]
  /// Edges of the band `b` and the area `a` are `edges[starts[b * areas.count + a]..<starts[b * areas.count + a + 1]]`.
  private let edges: [Edge]
  private let starts: [Int]

  init(_ outlines: [AreaOutline]) {
    let sorted = outlines.sorted { $0.area < $1.area }
    areas = sorted.map(\.area)
    places = Dictionary(areas.enumerated().map { ($1, $0) }) { first, _ in first }
    var buckets = [[Edge]](repeating: [], count: AreaLocator.bandCount * sorted.count)
    for (place, outline) in sorted.enumerated() {
      for ring in outline.polygons.flatMap({ [$0.outer] + $0.holes }).flatMap(AreaLocator.unrolled) {
        for (index, one) in ring.enumerated() {
          let other = ring[(index + 1) % ring.count]
          let edge =
            one.latitude < other.latitude ? Edge(south: one, north: other) : Edge(south: other, north: one)
          for band in AreaLocator.band(edge.south.latitude)...AreaLocator.band(edge.north.latitude) {
            buckets[band * sorted.count + place].append(edge)
          }
        }
      }
    }
    var starts = [0]
    starts.reserveCapacity(buckets.count + 1)
    for bucket in buckets { starts.append(starts[starts.count - 1] + bucket.count) }
    self.starts = starts
    edges = buckets.flatMap(\.self)
  }

  /// A ring that runs across longitude 180 as one that does not jump there, once on each side of the globe.
  private static func unrolled(_ ring: AreaOutline.Ring) -> [AreaOutline.Ring] {
    guard var last = ring.first?.longitude else { return [] }
    var turns = 0.0
    let line = ring.map { place -> GeographicPosition in
      if place.longitude - last > 180 { turns -= 360 } else if last - place.longitude > 180 { turns += 360 }
      last = place.longitude
      return GeographicPosition(longitude: place.longitude + turns, latitude: place.latitude)
    }
    func moved(_ degrees: Double) -> AreaOutline.Ring {
      line.map { GeographicPosition(longitude: $0.longitude + degrees, latitude: $0.latitude) }
    }
    if line.contains(where: { $0.longitude > 180 }) { return [line, moved(-360)] }
    return line.contains { $0.longitude < -180 } ? [line, moved(360)] : [line]
  }

  private static func band(_ latitude: Double) -> Int {
    min(bandCount - 1, max(0, Int((latitude + 90) * bandsPerDegree)))
  }

  /// The place of the area among `areas`; nil when there is no outline of it.
  func place(of area: Area.ID) -> Int? { places[area] }

  func holds(_ area: Int, _ place: GeographicPosition) -> Bool {
    let bucket = AreaLocator.band(place.latitude) * areas.count + area
    var isInside = false
    for index in starts[bucket]..<starts[bucket + 1] where edges[index].isCrossed(from: place) { isInside.toggle() }
    return isInside
  }

  /// The area whose outline holds the place, or else the nearest within the tolerance; nil: none.
  func area(at place: GeographicPosition) -> Int? {
    if let area = areas.indices.first(where: { holds($0, place) }) { return area }
    let near = areas.indices.map { (area: $0, distance: distance(from: place, to: $0, within: AreaLocator.tolerance)) }
    return near.compactMap { item in item.distance.map { (item.area, $0) } }.min { $0.1 < $1.1 }?.0
  }

  /// Whether the place lies in the outline of the area, or within the tolerance of it.
  func isNear(_ area: Int, _ place: GeographicPosition) -> Bool {
    holds(area, place) || distance(from: place, to: area, within: AreaLocator.tolerance) != nil
  }

  /// In kilometres to the nearest edge of an area, on the plane that touches the globe in the place.
  ///
  /// - Returns: nil when the area has no edge within `limit`.
  func distance(from place: GeographicPosition, to area: Int, within limit: Double) -> Double? {
    let reach = limit / AreaLocator.kilometresPerDegree
    let bands = AreaLocator.band(place.latitude - reach)...AreaLocator.band(place.latitude + reach)
    let width = AreaLocator.kilometresPerDegree * cos(place.latitude * .pi / 180)
    var nearest = Double.infinity
    for band in bands {
      let bucket = band * areas.count + area
      for index in starts[bucket]..<starts[bucket + 1] {
        let ends = [edges[index].south, edges[index].north].map { end in
          (
            x: (end.longitude - place.longitude) * width,
            y: (end.latitude - place.latitude) * AreaLocator.kilometresPerDegree
          )
        }
        nearest = min(nearest, AreaLocator.distance(toLineFrom: ends[0], to: ends[1]))
      }
    }
    return nearest <= limit ? nearest : nil
  }

  /// From the origin of the plane.
  private static func distance(
    toLineFrom one: (x: Double, y: Double), to other: (x: Double, y: Double)
  ) -> Double {
    let (x, y) = (other.x - one.x, other.y - one.y)
    let length = x * x + y * y
    let share = length > 0 ? min(1, max(0, -(one.x * x + one.y * y) / length)) : 0
    let (nearX, nearY) = (one.x + share * x, one.y + share * y)
    return (nearX * nearX + nearY * nearY).squareRoot()
  }
}

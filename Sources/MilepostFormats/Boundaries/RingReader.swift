import MilepostLanguage
import MilepostModel

/// Reads the coordinates of polygons: closed rings of longitude and latitude in degrees.
struct RingReader {
  let file: String
  /// One for each ring at most.
  private(set) var findings: [Diagnostic] = []

  init(file: String) { self.file = file }

  /// - Returns: nil after a finding.
  mutating func polygon(_ rings: [JSONNode], at node: JSONNode) -> AreaOutline.Polygon? {
    guard !rings.isEmpty else {
      findings.append(.polygonWithoutRing(at: node.place.position(in: file)))
      return nil
    }
    let read = rings.map { ring($0) }
    let whole = read.compactMap(\.self)
    guard whole.count == read.count, let outer = whole.first else { return nil }
    return AreaOutline.Polygon(outer: outer, holes: Array(whole.dropFirst()))
  }

  private mutating func ring(_ node: JSONNode) -> AreaOutline.Ring? {
    guard let nodes = node.items else { return fail(.notPlaces(node.kindName, at: node.place.position(in: file))) }
    var places: AreaOutline.Ring = []
    places.reserveCapacity(nodes.count)
    for node in nodes {
      let position = node.place.position(in: file)
      guard case .numbers(let numbers) = node.content, (2...3).contains(numbers.count) else {
        return fail(.noPlace(at: position))
      }
      let place = GeographicPosition(longitude: numbers[0], latitude: numbers[1])
      guard abs(place.longitude) <= 180, abs(place.latitude) <= 90 else {
        return fail(.offTheGlobe(place, at: position))
      }
      places.append(place)
    }
    guard places.count >= 4, let first = places.first, let last = places.popLast() else {
      return fail(.tooFewPlaces(places.count, at: node.place.position(in: file)))
    }
    guard first == last else { return fail(.openRing(first, last, at: node.place.position(in: file))) }
    return places
  }

  private mutating func fail(_ finding: Diagnostic) -> AreaOutline.Ring? {
    findings.append(finding)
    return nil
  }
}

extension GeographicPosition {
  fileprivate var text: String { "[\(String(machine: longitude)), \(String(machine: latitude))]" }
}

extension Diagnostic {
  fileprivate static func polygonWithoutRing(at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP0132", "polygon without a ring", at: position,
      hint: "the coordinates of a polygon are an array of rings, those of a multipolygon one of polygons")
  }

  fileprivate static func notPlaces(_ found: String, at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP0132", "found \(found), expected a ring of places", at: position,
      hint: "the coordinates of a polygon are an array of rings, those of a multipolygon one of polygons")
  }

  fileprivate static func noPlace(at position: SourcePosition) -> Self {
    Diagnostic(.error, "MP0132", "expected a place: [longitude, latitude]", at: position)
  }

  fileprivate static func offTheGlobe(_ place: GeographicPosition, at position: SourcePosition) -> Self {
    let isExchanged = abs(place.longitude) <= 90 && abs(place.latitude) <= 180
    return Diagnostic(
      .error, "MP0132", "\(place.text) lies outside of longitude -180 to 180 and latitude -90 to 90", at: position,
      hint: isExchanged
        ? "longitude comes first" : "write degrees of WGS 84; convert the file from its own grid before")
  }

  fileprivate static func tooFewPlaces(_ count: Int, at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP0132", "ring of \(count) places, expected at least 4", at: position,
      hint: "the last place repeats the first")
  }

  fileprivate static func openRing(
    _ first: GeographicPosition, _ last: GeographicPosition, at position: SourcePosition
  ) -> Self {
    Diagnostic(
      .error, "MP0132", "ring begins at \(first.text) and ends at \(last.text)", at: position,
      hint: "repeat the first place at the end")
  }
}

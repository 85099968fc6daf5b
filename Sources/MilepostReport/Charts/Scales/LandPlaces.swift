import MilepostModel

/// Where the land of all areas of a workspace lies in the drawings of one shape: the same on all maps, and found once.
struct LandPlaces: Sendable {
  struct Land: Sendable {
    /// The data of a path, in steps of a tenth.
    let path: String
    /// Likewise of what is to be drawn as a line, where that is not the whole of it: not where the data are cut at longitude
    /// 180.
    let coast: String?
    let rings: [[Place]]
    let box: Box
    /// Of the largest part.
    let middle: Place
  }

  /// By the code of the area.
  let lands: [String: Land]
  let height: Double

  /// Land that is drawn smaller than this in both directions is a dot that can be seen.
  private static let leastSide = 6.0
  /// How far a line may leave its places.
  private static let tolerance = 0.7

  /// For all shapes; the same in every language.
  static func byShape(_ outlines: [AreaOutline]) -> [ChartShape: LandPlaces] {
    Dictionary(uniqueKeysWithValues: ChartShape.allCases.map { ($0, LandPlaces(outlines, $0)) })
  }

  init(_ outlines: [AreaOutline], _ shape: ChartShape) {
    self.init(outlines, MapFrame(around: outlines.flatMap { $0.polygons.flatMap(\.outer) }, shape))
  }

  /// As far as they lie in a frame.
  init(_ outlines: [AreaOutline], _ frame: MapFrame) {
    var lands: [String: Land] = [:]
    for outline in outlines {
      let seen = outline.polygons.filter { frame.shows($0.outer) }
      guard !seen.isEmpty else { continue }
      let polygons = seen.map { polygon in ([polygon.outer] + polygon.holes).map { $0.map { frame($0) } } }
      let cut = seen.flatMap { ([$0.outer] + $0.holes).flatMap { $0 } }.filter(\.isAtCut).map { frame($0) }
      lands[outline.area.text] = LandPlaces.land(polygons, cut: Set(cut))
    }
    self.lands = lands
    height = outlines.isEmpty ? 0 : frame.height
  }

  /// - Parameters:
  ///   - polygons: the rings of each, the outer one first.
  ///   - cut: the places at longitude 180.
  private static func land(_ polygons: [[[Place]]], cut: Set<Place>) -> Land {
    let boxes = polygons.compactMap { $0.first.map(Box.init(around:)) }
    let box = Box(around: boxes.flatMap { [Place($0.left, $0.top), Place($0.right, $0.bottom)] })
    let middle = boxes.max { $0.width * $0.height < $1.width * $1.height }?.middle ?? box.middle
    guard box.width >= leastSide || box.height >= leastSide else {
      let reach = leastSide / 2 + 1
      let dot = [
        Place(middle.x, middle.y - reach), Place(middle.x + reach, middle.y), Place(middle.x, middle.y + reach),
        Place(middle.x - reach, middle.y),
      ]
      return Land(path: path(dot), coast: nil, rings: [dot], box: Box(around: dot), middle: middle)
    }
    let parts = polygons.flatMap { $0 }.map { (ring: $0, coast: coastLines($0, cut: cut)) }
    let rings = parts.map { part in part.coast?.flatMap(\.self) ?? simplified(part.ring) }
    let isCut = parts.contains { $0.coast != nil }
    let coast = zip(parts, rings).map { part, ring in
      part.coast.map { lines in lines.map { path($0, isClosed: false) }.joined() } ?? path(ring)
    }
    return Land(
      path: rings.map { path($0) }.joined(), coast: isCut ? coast.joined() : nil, rings: rings, box: box,
      middle: middle)
  }

  /// The lines between the edges of a ring that run along the cut; nil where none does.
  private static func coastLines(_ ring: [Place], cut: Set<Place>) -> [[Place]]? {
    func isOnCut(_ index: Int) -> Bool { cut.contains(ring[index]) && cut.contains(ring[(index + 1) % ring.count]) }
    guard !cut.isEmpty, let last = ring.indices.last(where: isOnCut) else { return nil }
    var lines: [[Place]] = [[]]
    for step in 1...ring.count {
      let index = (last + step) % ring.count
      lines[lines.count - 1].append(ring[index])
      if isOnCut(index) { lines.append([]) }
    }
    return lines.filter { $0.count > 1 }.map { kept($0[...]) }
  }

  /// Douglas and Peucker (1973) on both halves of a ring.
  private static func simplified(_ ring: [Place]) -> [Place] {
    guard let first = ring.first, ring.count > 4 else { return ring }
    let far = ring.indices.max { distance(ring[$0], first) < distance(ring[$1], first) } ?? ring.count / 2
    let halves = [Array(ring[...far]), Array(ring[far...]) + [first]]
    return halves.flatMap { kept($0[...]).dropLast() }
  }

  private static func kept(_ line: ArraySlice<Place>) -> [Place] {
    guard let start = line.first, let end = line.last, line.count > 2 else { return Array(line) }
    let length = distance(start, end)
    var farthest = (place: line.startIndex, height: 0.0)
    for index in line.indices.dropFirst().dropLast() {
      let place = line[index]
      let area = ((end.x - start.x) * (start.y - place.y) - (start.x - place.x) * (end.y - start.y)).magnitude
      let height = length > 0 ? area / length : distance(place, start)
      if height > farthest.height { farthest = (index, height) }
    }
    guard farthest.height > tolerance else { return [start, end] }
    return kept(line[...farthest.place]).dropLast() + kept(line[farthest.place...])
  }

  private static func distance(_ one: Place, _ other: Place) -> Double {
    ((one.x - other.x) * (one.x - other.x) + (one.y - other.y) * (one.y - other.y)).squareRoot()
  }

  /// The first place, then steps from place to place, whose roundings do not add up.
  private static func path(_ ring: [Place], isClosed: Bool = true) -> String {
    func tenths(_ length: Double) -> Int { Int((length * 10).rounded()) }
    func text(_ tenths: Int) -> String { String(length: Double(tenths) / 10) }
    guard let first = ring.first else { return "" }
    var (x, y) = (tenths(first.x), tenths(first.y))
    var path = "M\(text(x)) \(text(y))l"
    for (index, place) in ring.dropFirst().enumerated() {
      let step = (x: tenths(place.x) - x, y: tenths(place.y) - y)
      for (part, length) in [step.x, step.y].enumerated() {
        if length >= 0 && index + part > 0 { path += " " }
        path += text(length)
      }
      (x, y) = (x + step.x, y + step.y)
    }
    return isClosed ? path + "z" : path
  }
}

extension GeographicPosition {
  /// Where GeoJSON cuts what runs across it.
  fileprivate var isAtCut: Bool { longitude.magnitude == 180 }
}

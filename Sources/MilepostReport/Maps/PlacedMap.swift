import MilepostModel

/// A map of records with the paths that draw it, which are the same in every language.
struct PlacedMap: Sendable {
  /// The squares of one class in one drawing.
  struct Squares: Sendable {
    let tone: Tone
    let path: String
    let box: Box
  }

  struct Places: Sendable {
    let lands: LandPlaces
    let squares: [Squares]
    let height: Double
  }

  let published: PublishedMap
  let classes: ClassScale
  let places: [ChartShape: Places]

  init(_ published: PublishedMap, _ outlines: [AreaOutline]) {
    self.published = published
    let values = published.cells.compactMap(\.tally.value)
    let classes = published.quantity == .records ? ClassScale(ofCounts: values) : ClassScale(values)
    self.classes = classes
    let bounds = published.cells.map { published.grid.bounds(of: published.grid.cell($0.index)) }
    let tones = published.cells.map { $0.tally.value.map(classes.tone) ?? .neutral }
    let framed = PlacedMap.framed(published, bounds, outlines)
    places = Dictionary(
      uniqueKeysWithValues: ChartShape.allCases.map { shape in
        let frame = MapFrame(around: framed, shape)
        return (
          shape,
          Places(
            lands: LandPlaces(outlines, frame), squares: PlacedMap.squares(bounds, tones, frame), height: frame.height)
        )
      })
  }

  /// All squares, and of each area that has records its largest part.
  private static func framed(
    _ published: PublishedMap, _ bounds: [EqualAreaGrid.Bounds], _ outlines: [AreaOutline]
  ) -> [GeographicPosition] {
    let corners = bounds.flatMap {
      [
        GeographicPosition(longitude: $0.west, latitude: $0.north),
        GeographicPosition(longitude: $0.east, latitude: $0.south),
      ]
    }
    let areas = Set(published.areas.map(\.area))
    let rings = outlines.filter { areas.contains($0.area) }.compactMap { outline in
      outline.polygons.map(\.outer).max { size($0) < size($1) }
    }
    return corners + rings.flatMap(\.self)
  }

  private static func size(_ ring: [GeographicPosition]) -> Double {
    let box = Box(around: ring.map { Place($0.longitude, $0.latitude) })
    return box.width * box.height
  }

  /// One path for each tone; squares of one tone that stand side by side are one shape.
  private static func squares(
    _ bounds: [EqualAreaGrid.Bounds], _ tones: [Tone], _ frame: MapFrame
  ) -> [Squares] {
    var paths: [Tone: (path: String, corners: [Place])] = [:]
    var index = 0
    while index < bounds.count {
      var last = index
      while last + 1 < bounds.count, tones[last + 1] == tones[index], bounds[last + 1].north == bounds[index].north,
        bounds[last + 1].west == bounds[last].east
      {
        last += 1
      }
      let (first, end) = (bounds[index], bounds[last])
      let corners = [
        (first.west, first.north), (end.east, first.north), (end.east, first.south), (first.west, first.south),
      ]
      .map { frame(GeographicPosition(longitude: $0.0, latitude: $0.1)) }
      paths[tones[index], default: ("", [])].path += path(corners)
      paths[tones[index]]?.corners += corners
      index = last + 1
    }
    return paths.sorted { $0.key.name < $1.key.name }.map {
      Squares(tone: $0.key, path: $0.value.path, box: Box(around: $0.value.corners))
    }
  }

  /// Clockwise from the upper left corner; parallels are straight in the projection.
  private static func path(_ corners: [Place]) -> String {
    let x = corners.map { Int(($0.x * 10).rounded()) }
    let (top, bottom) = (Int((corners[0].y * 10).rounded()), Int((corners[2].y * 10).rounded()))
    func text(_ tenths: Int) -> String { String(length: Double(tenths) / 10) }
    return "M\(text(x[0])) \(text(top))H\(text(x[1]))L\(text(x[2])) \(text(bottom))H\(text(x[3]))z"
  }
}

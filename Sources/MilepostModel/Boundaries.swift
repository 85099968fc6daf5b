/// Where areas lie, for maps, as a workspace says it.
package struct Boundaries: Sendable {
  /// Sorted by area, each once; empty when the workspace brings none.
  package let outlines: [AreaOutline]
  /// Sorted by area, each once; empty: the layout of the program stands in.
  package let tiles: [AreaTile]

  package init(outlines: [AreaOutline], tiles: [AreaTile]) {
    self.outlines = outlines.sorted { $0.area < $1.area }
    self.tiles = tiles.sorted { $0.area < $1.area }
  }

  package static let none = Boundaries(outlines: [], tiles: [])
}

/// A place on the globe, in degrees of WGS 84: longitude -180 to 180, latitude -90 to 90.
package struct GeographicPosition: Hashable, Sendable {
  package let longitude: Double
  package let latitude: Double

  package init(longitude: Double, latitude: Double) {
    self.longitude = longitude
    self.latitude = latitude
  }
}

/// The land of an area on the globe.
package struct AreaOutline: Hashable, Sendable {
  /// A closed line of at least three places, of which the first is not repeated at the end.
  package typealias Ring = [GeographicPosition]

  package struct Polygon: Hashable, Sendable {
    package let outer: Ring
    package let holes: [Ring]

    package init(outer: Ring, holes: [Ring] = []) {
      self.outer = outer
      self.holes = holes
    }
  }

  package let area: Area.ID
  package let polygons: [Polygon]

  package init(_ area: Area.ID, _ polygons: [Polygon]) {
    self.area = area
    self.polygons = polygons
  }
}

/// The square of an area on a map on which every area is as large as any other.
package struct AreaTile: Hashable, Sendable {
  package let area: Area.ID
  /// From 1, west to east.
  package let column: Int
  /// From 1, north to south.
  package let row: Int

  package init(_ area: Area.ID, column: Int, row: Int) {
    self.area = area
    self.column = column
    self.row = row
  }
}

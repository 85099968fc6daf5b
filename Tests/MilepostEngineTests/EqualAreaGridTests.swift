import MilepostEngine
import MilepostModel
import Testing

#if canImport(Glibc)
  import Glibc
#endif

@Suite struct EqualAreaGridTests {
  /// Places all over the globe, without order.
  private static let places = (0..<2000).map { number -> GeographicPosition in
    let east = Double(number * 7919 % 36001)
    let north = Double(number * 104_729 % 18001)
    return GeographicPosition(longitude: east / 100 - 180, latitude: north / 100 - 90)
  }

  /// On the sphere: R² · Δλ · (sin φ₂ − sin φ₁).
  private func area(_ bounds: EqualAreaGrid.Bounds) -> Double {
    let radians = Double.pi / 180
    return EqualAreaGrid.radius * EqualAreaGrid.radius * (bounds.east - bounds.west) * radians
      * (sin(bounds.north * radians) - sin(bounds.south * radians))
  }

  @Test(arguments: [5.0, 37, 100, 1000]) func `every cell has the same area`(side: Double) {
    let grid = EqualAreaGrid(side: side)
    for place in Self.places {
      let area = area(grid.bounds(of: grid.cell(grid.index(of: place))))
      #expect(abs(area / grid.areaOfCell - 1) < 1e-6)
    }
    #expect(abs(grid.areaOfCell.squareRoot() / side - 1) < 0.05)
  }

  @Test(arguments: [5.0, 37, 100, 1000, 9000]) func `a place lies in its cell`(side: Double) {
    let grid = EqualAreaGrid(side: side)
    for place in Self.places {
      let bounds = grid.bounds(of: grid.cell(grid.index(of: place)))
      #expect(bounds.south <= place.latitude && place.latitude <= bounds.north)
      let isAtCut = place.longitude == 180 && bounds.west == -180
      #expect(isAtCut || bounds.west <= place.longitude && place.longitude <= bounds.east)
    }
  }

  @Test func `cells are about as wide as high`() {
    let grid = EqualAreaGrid(side: 50)
    for place in Self.places where place.latitude.magnitude < 80 {
      let bounds = grid.bounds(of: grid.cell(grid.index(of: place)))
      let width = (bounds.east - bounds.west) * cos(bounds.middle.latitude * .pi / 180)
      #expect((0.9...1.1).contains(width / (bounds.north - bounds.south)))
    }
  }

  @Test func `poles and the date line are in the grid`() {
    let grid = EqualAreaGrid(side: 100)
    #expect(grid.index(of: GeographicPosition(longitude: -180, latitude: 90)) == 0)
    #expect(grid.index(of: GeographicPosition(longitude: 179.999, latitude: -90)) == grid.count - 1)
    let date = [180.0, -180].map { grid.index(of: GeographicPosition(longitude: $0, latitude: 10)) }
    #expect(date[0] == date[1])
  }
}

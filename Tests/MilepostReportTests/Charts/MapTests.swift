import MilepostLanguage
import MilepostModel
import Testing

@testable import MilepostReport

/// Where areas lie on maps, and what their tones say.
@Suite struct MapTests {
  private func position(_ longitude: Double, _ latitude: Double) -> GeographicPosition {
    GeographicPosition(longitude: longitude, latitude: latitude)
  }

  @Test func `the projection has the size that its authors state`() {
    let project = EqualEarth()
    #expect((project(position(180, 0)).x - 2.70663).magnitude < 1e-5)
    #expect((project(position(0, 90)).y + 1.31737).magnitude < 1e-5)
    #expect(project(position(0, 0)) == Place(0, 0))
  }

  @Test func `equal areas on the globe are equal on the map`() {
    let project = EqualEarth()
    // Between two latitudes a degree of longitude holds the difference of their sines.
    func area(_ south: Double, _ north: Double) -> Double {
      let steps = 2000
      return (0..<steps).reduce(0) { sum, step in
        let low = south + (north - south) * Double(step) / Double(steps)
        let high = south + (north - south) * Double(step + 1) / Double(steps)
        let width = (project(position(1, low)).x + project(position(1, high)).x) / 2
        return sum + width * (project(position(0, low)).y - project(position(0, high)).y)
      }
    }
    // sin 30° is half of sin 90°.
    #expect((area(0, 30) / area(30, 90) - 1).magnitude < 1e-4)
  }

  @Test(
    arguments: [
      ([170, -170], 180), ([-10, 40], 15), ([-165, -115, -65, -15, 35, 85, 135, 175], 0),
    ] as [([Double], Double)])
  func `the map is cut where nothing lies`(longitudes: [Double], centre: Double) {
    #expect(EqualEarth(around: longitudes).centre.magnitude == centre)
  }

  @Test func `classes lie between round numbers and count every value once`() {
    let values = [24.8, 40, 55.5, 79.9, 99.2]
    let scale = ClassScale(values)
    #expect(scale.classes.map(\.bounds) == [20...40, 40...60, 60...80, 80...100])
    #expect(values.map(scale.index(of:)) == [0, 1, 1, 2, 3])
  }

  @Test func `values on both sides of zero have tones of two colours`() {
    let scale = ClassScale([-12, 3, 24])
    #expect(scale.tone(of: -12) == .orange(scale.classes.count { $0.bounds.upperBound <= 0 }))
    #expect(scale.tone(of: 3) == .blue(1))
    #expect(Set(scale.classes.map(\.tone)).count == scale.classes.count)
  }

  @Test func `land that is too small to be seen is a dot`() throws {
    let places = LandPlaces(ChartSamples("en").outlines, .wide)
    let first = try #require(places.lands["I0"])
    #expect((first.box.width - 8).magnitude < 1e-9 && (first.box.height - 8).magnitude < 1e-9)
  }

  @Test func `areas on both sides of longitude 180 lie beside each other`() throws {
    let places = LandPlaces(ChartSamples("en").outlines, .wide)
    // The sixth column lies at 175 degrees, the ninth at 184.
    let west = try #require(places.lands["I5"]).middle
    let east = try #require(places.lands["I8"]).middle
    #expect(east.x - west.x > 60 && east.x - west.x < 180)
  }
}

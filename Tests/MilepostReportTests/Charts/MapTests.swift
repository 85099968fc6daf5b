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

  /// An island from 178 to -178 degrees, cut in two as GeoJSON asks.
  private func cutIsland() -> AreaOutline {
    func half(_ longitudes: [Double]) -> AreaOutline.Polygon {
      AreaOutline.Polygon(
        outer: zip(longitudes, [10, 10, 14, 18, 18]).map { position($0, $1) })
    }
    return AreaOutline(Area.ID("CUT"), [half([178, 180, 180, 180, 178]), half([-178, -180, -180, -180, -178])])
  }

  @Test func `an island across longitude 180 has no line where its outline is cut`() throws {
    let land = try #require(LandPlaces([cutIsland()], .wide).lands["CUT"])
    let coast = try #require(land.coast)
    // Two lines that stay open, each of three edges; the cut is the fourth.
    #expect(coast.count { $0 == "M" } == 2 && !coast.contains("z"))
    #expect(land.rings.map(\.count) == [4, 4])
    #expect(land.path.count { $0 == "z" } == 2)
  }

  @Test func `an island on one side has one outline`() throws {
    #expect(try #require(LandPlaces(ChartSamples("en").outlines, .wide).lands["I2"]).coast == nil)
  }

  @Test func `a hatch stays within its shape and out of its holes`() {
    var html = HTMLWriter(Phrases(LanguageTag("en")))
    func square(_ low: Double, _ high: Double) -> [Place] {
      [Place(low, low), Place(high, low), Place(high, high), Place(low, high)]
    }
    HatchMark([square(0, 10), square(4, 6)]).write(into: &html)
    // x + y = 5 and 15 cross the square only, 10 crosses the hole too.
    #expect(
      String(decoding: html.bytes, as: UTF8.self)
        == "<path class=\"hatch\" d=\"M0 5L5 0M0 10L4 6M6 4L10 0M5 10L10 5\"/>")
  }

  @Test func `the legend says for each reason how many areas have no data`() {
    let phrases = Phrases(LanguageTag("en"))
    let style = FigureStyle(scale: .plain, decimals: 0, phrases: phrases)
    let samples = ChartSamples("en")
    let places = ChartShape.allCases.map { ($0, LandPlaces(samples.outlines, $0)) }
    let map = OutlineMap(samples.rows(.ordinary), places: Dictionary(uniqueKeysWithValues: places), style: style)
    let texts = map.drawing(.wide).marks.compactMap { ($0 as? WordsMark)?.rows.joined() }
    #expect(texts.contains("no data, not collected: 1"))
    #expect(texts.contains("no data, not in the table: 244"))
  }
}

import MilepostModel
import MilepostPipeline
import Testing

/// The base workspace of the cases with a register of masts on isles that do not exist, each isle a square of one degree.
private struct MastBook {
  static let definition = """
    register: masts
    title: {en: Masts}
    record: {en: mast|masts}
    source: returns
    key: [number]
    fields:
      number: {title: {en: Number}, type: text}
      lat: {title: {en: Latitude}, type: latitude}
      lon: {title: {en: Longitude}, type: longitude}
      isle: {title: {en: Isle}, type: area}
      fast: {title: {en: Fast}, type: yes-no}
      watts: {title: {en: Power}, type: number, unit: watts}
    location: {latitude: lat, longitude: lon, area: isle}
    snapshots:
      - {file: masts.csv, published: 2020-06-30}
    """

  var definition = MastBook.definition
  var rows = """
    number,lat,lon,isle,fast,watts
    M-1,10.5,179.5,ALDA,yes,100
    M-2,10.5,179.5,ALDA,no,50
    M-3,10.6,-179.5,ALDA,yes,60
    M-4,12.5,20.5,BRAN,,40
    M-5,,,BRAN,yes,10
    """
  var plan: String?

  private static func square(_ area: String, _ west: Double, _ south: Double, _ east: Double) -> String {
    let corners = [(west, south), (east, south), (east, south + 1), (west, south + 1), (west, south)]
    let ring = corners.map { "[\($0.0),\($0.1)]" }.joined(separator: ",")
    return """
      {"type":"Feature","id":"\(area)","properties":{},"geometry":{"type":"Polygon","coordinates":[[\(ring)]]}}
      """
  }

  /// The first isle lies on both sides of longitude 180; a hole is in the third.
  var workspace: Workspace {
    get throws {
      var files = try Repository.files(in: "Tests/Cases/base")
      files["registers/masts.yaml"] = Array(definition.utf8)
      files["registers/masts.csv"] = Array((rows + "\n").utf8)
      if let plan { files["plan/registers.yaml"] = Array(plan.utf8) }
      let hole = "[[30.4,12.4],[30.6,12.4],[30.6,12.6],[30.4,12.6],[30.4,12.4]]"
      let isles = [
        MastBook.square("ALDA", 179, 10, -179), MastBook.square("BRAN", 20, 12, 21),
        MastBook.square("CORA", 30, 12, 31).replacing("]]]}}", with: "]],\(hole)]}}"),
        MastBook.square("DELL", 40, 12, 41),
      ]
      files["boundaries/isles.geojson"] = Array(
        "{\"type\":\"FeatureCollection\",\"features\":[\(isles.joined(separator: ","))]}".utf8)
      return Workspace(files: files)
    }
  }

  func findings() throws -> [String] {
    try workspace.compile().diagnostics.map { "\($0.position.line):\($0.position.column) \($0.message)" }
  }

  mutating func show(_ map: String) {
    definition += "\nmaps:\n  - {map: masts, title: {en: Where masts stand}, \(map)}"
  }

  func map() throws -> PublishedMap {
    let compilation = try workspace.compile()
    #expect(compilation.diagnostics == [])
    return try #require(compilation.releases.last?.maps.first)
  }

  func site() throws -> [String: String] {
    let releases = try workspace.compile().releases
    var found = Diagnostics()
    var files: [String: String] = [:]
    try Publication(releases, languages: [], parts: .all).write(into: &found) { path, bytes in
      files[path] = String(decoding: bytes, as: UTF8.self)
    }
    #expect(found.all == [])
    return files
  }
}

@Suite struct RecordMapTests {
  private func map(_ shows: String) throws -> PublishedMap {
    var book = MastBook()
    book.show(shows)
    return try book.map()
  }

  @Test func `records are counted in squares, by area and together`() throws {
    let map = try map("shows: count, side: 100")
    #expect(map.cells.map(\.tally.count).sorted() == [1, 1, 2])
    #expect(map.areas.map { "\($0.area) \($0.tally.count)" } == ["ALDA 3", "BRAN 1"])
    #expect(map.whole == .init(count: 4, value: 4))
    #expect(map.unplaced == 1)
    #expect(map.outside == 0)
    #expect(map.spread == .init(low: 1, median: 1, high: 2, cellsOfHalf: 1))
  }

  @Test func `a share is of the records of a square that say so`() throws {
    let map = try map("shows: share(fast = yes), side: 100")
    #expect(map.quantity == .percent)
    let values = map.cells.map(\.tally.value)
    #expect(values.compactMap(\.self).sorted() == [50, 100])
    #expect(values.count { $0 == nil } == 1)
    #expect(map.whole.value.map { abs($0 - 200.0 / 3) < 1e-9 } == true)
  }

  @Test func `a mean has the unit of its field`() throws {
    let map = try map("shows: mean(watts), side: 100")
    #expect(map.quantity == .measured(UnitOfMeasure("watts"), decimals: 0))
    #expect(map.areas.map(\.tally.value) == [70, 40])
  }

  @Test func `a square with too few records has no value`() throws {
    let map = try map("shows: count, side: 100, fewest: 2")
    #expect(map.cells.map(\.tally.value).compactMap(\.self) == [2])
    #expect(map.areas.map(\.tally.value) == [3, nil])
  }

  @Test func `without a field the outline says in which area a record lies`() throws {
    var book = MastBook()
    book.definition = book.definition.replacing(", area: isle}", with: "}")
    // In the hole, beside an isle, and far from all.
    book.rows += "\nM-6,12.5,30.5,,,\nM-7,13.2,30.5,,,\nM-8,60,60,,,"
    book.show("shows: count")
    let map = try book.map()
    // The hole is narrower than the tolerance.
    #expect(map.areas.map { "\($0.area) \($0.tally.count)" } == ["ALDA 3", "BRAN 1", "CORA 2"])
    #expect(map.outside == 1)
  }

  @Test func `records are counted by the area in which they lie`() throws {
    var book = MastBook()
    book.plan = "indicators:\n  - {id: counted, title: {en: Counted}, unit: items, sources: [returns]}"
    book.definition += "\nmeasures:\n  - {indicator: counted, value: count(fast = yes), area: located}"
    let series = try #require(try book.workspace.compile().releases.last).series
    let values = series.range(of: Indicator.ID("counted")).flatMap { place in
      series.estimates(at: place).map { "\(series.keys[place].area) \($0.value)" }
    }
    #expect(values.count == 2)
    #expect(values[0].contains("ALDA") && values[0].contains("2.0"))
    #expect(values[1].contains("BRAN") && values[1].contains("0.0"))
  }

  @Test func `a place far from the area that it is said to lie in is found`() throws {
    var book = MastBook()
    book.rows += "\nM-6,20.5,12.5,BRAN,,\nM-7,13.3,20.5,BRAN,,\nM-8,-10.5,179.5,ALDA,,"
    #expect(
      try book.findings() == [
        "7:5 20.5, 12.5 is more than 50 km outside the outline of 'BRAN'",
        "9:5 -10.5, 179.5 is more than 50 km outside the outline of 'ALDA'",
      ])
  }

  @Test func `a map of what no record has is found`() throws {
    var book = MastBook()
    book.show("shows: share(quick = yes)")
    #expect(try book.findings().map { $0.contains("no register of the rule has a field 'quick'") } == [true])
  }

  @Test func `a map has a page, a place among the maps, and a file of its squares`() throws {
    var book = MastBook()
    book.show("shows: count, side: 100")
    let files = try book.site()
    let page = try #require(files["en/maps/masts/index.html"])
    #expect(page.contains("On the map: 4&nbsp;masts.") || page.contains("On the map: 4\u{00A0}masts."))
    #expect(files["en/maps/index.html"]?.contains("masts/index.html") == true)
    #expect(files["en/registers/masts/index.html"]?.contains("../../maps/masts/index.html") == true)
    let rows = try #require(files["data/maps/masts.csv"]).split(separator: "\n")
    #expect(rows[0] == "ROW,COLUMN,LATITUDE,LONGITUDE,SOUTH,NORTH,WEST,EAST,RECORDS,VALUE")
    #expect(rows.count == 4)
    #expect(files["editions/r2020/en/maps/masts/index.html"] != nil)
  }

  @Test func `a register without pages of records keeps them to itself`() throws {
    var book = MastBook()
    book.definition += "\npages: none"
    book.show("shows: count")
    let files = try book.site()
    #expect(files["en/registers/masts/index.html"]?.contains("M-1") == false)
    #expect(files["data/registers/masts.csv"] == nil)
    #expect(files["en/search-index.js"]?.contains("M-1") == false)
    #expect(files["en/maps/masts/index.html"] != nil)
  }

  @Test func `a page with many records is light`() throws {
    var book = MastBook()
    book.rows =
      "number,lat,lon,isle,fast,watts\n"
      + (0..<20_000).map { number -> String in
        let north = Double(number * 7919 % 12001)
        let east = Double(number * 104_729 % 36001)
        return "N\(number),\(north / 100 - 60),\(east / 100 - 180),,,"
      }.joined(separator: "\n")
    book.definition += "\npages: none"
    book.show("shows: count")
    let map = try book.map()
    #expect(map.cells.count > 1000)
    #expect(map.cells.count <= 2500)
    let bytes = try #require(try book.site()["en/maps/masts/index.html"]).utf8.count
    #expect(bytes < 300_000)
  }
}

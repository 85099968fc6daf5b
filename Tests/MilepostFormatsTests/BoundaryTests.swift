import MilepostLanguage
import MilepostModel
import MilepostTesting
import Testing

@testable import MilepostFormats

@Suite struct BoundaryTests {
  private func read(_ source: MarkedText) -> (outlines: [Located<AreaOutline>], findings: [Diagnostic]) {
    var diagnostics = Diagnostics()
    guard let root = JSONTree.parse(Array(source.text.utf8), file: source.file, into: &diagnostics) else {
      return ([], diagnostics.all)
    }
    var reader = OutlineReader(file: source.file)
    reader.read(root)
    reader.findings.finish(into: &diagnostics)
    return (reader.outlines, diagnostics.all)
  }

  /// A collection of one feature.
  private func feature(_ members: String) -> MarkedText {
    MarkedText(
      "{\"type\": \"FeatureCollection\", \"features\": [①{\"type\": \"Feature\", \(members)}]}", file: "a.geojson")
  }

  private static let triangle = "[[0, 0], [3, 0], [0, 3], [0, 0]]"
  private static let polygon = "\"geometry\": {\"type\": \"Polygon\", \"coordinates\": [\(triangle)]}"

  @Test func `polygons and multipolygons are read, holes and heights included`() throws {
    let source = MarkedText(
      """
      {"type": "FeatureCollection", "name": "isles", "features": [
        {"type": "Feature", "properties": {}, "geometry": {"type": "Polygon", "coordinates": [
          [[0, 0, 12.5], [9, 0, 0], [0, 9, 0], [0, 0, 12.5]], [[1, 1], [2, 1], [1, 2], [1, 1]]]}, "id": ①"ALDA"},
        {"type": "Feature", "properties": {"code": ②"BRAN"}, "geometry": {"type": "MultiPolygon", "coordinates": [
          [\(Self.triangle)], [[[-180, -90], [180, -90], [0, 90], [-180, -90]]]]}}
      ]}
      """, file: "a.geojson")
    let (outlines, findings) = read(source)
    #expect(findings == [])
    #expect(outlines.map(\.value.area.text) == ["ALDA", "BRAN"])
    #expect(outlines.map(\.position) == [source["①"], source["②"]])
    let first = try #require(outlines.first?.value.polygons.first)
    #expect(first.outer.map(\.longitude) == [0, 9, 0])
    #expect(first.holes.map(\.count) == [3])
    #expect(outlines.last?.value.polygons.map { $0.outer.count } == [3, 3])
  }

  @Test(arguments: [
    "\"id\": \"CORA\"", "\"properties\": {\"area\": \"CORA\"}", "\"properties\": {\"ISO_A3\": \"CORA\"}",
  ])
  func `the id or a property names the area`(member: String) {
    #expect(read(feature("\(member), \(Self.polygon)")).outlines.map(\.value.area.text) == ["CORA"])
  }

  @Test(arguments: [
    ("①[]", "MP0131"), ("{\"type\": ①\"Feature\"}", "MP0131"), ("①{\"type\": \"FeatureCollection\"}", "MP0131"),
    ("{\"type\": \"FeatureCollection\", \"features\": ①{}}", "MP0131"),
    ("{\"type\": \"FeatureCollection\", \"features\": [{\"type\": ①\"Polygon\"}]}", "MP0131"),
  ])
  func `what is no collection of features is refused`(marked: String, code: String) {
    let source = MarkedText(marked, file: "a.geojson")
    #expect(read(source).findings.map(\.position) == [source["①"]])
    #expect(read(source).findings.map(\.code) == [code])
  }

  @Test(arguments: [
    ("\"geometry\": ②null", "MP0131"),
    ("\"geometry\": ②{\"type\": \"Polygon\"}", "MP0131"),
    ("\"geometry\": {\"type\": ②\"LineString\", \"coordinates\": [[0, 0], [1, 1]]}", "MP0131"),
    ("\"geometry\": {\"type\": \"Polygon\", \"coordinates\": ②7}", "MP0131"),
    ("\"geometry\": ②{\"type\": \"MultiPolygon\", \"coordinates\": []}", "MP0131"),
    ("\"geometry\": {\"type\": \"Polygon\", \"coordinates\": ②[]}", "MP0132"),
    ("\"geometry\": {\"type\": \"Polygon\", \"coordinates\": [②[0, 0]]}", "MP0132"),
    ("\"geometry\": {\"type\": \"Polygon\", \"coordinates\": [[[0, 0], ②[\"1\", 0], [0, 1], [0, 0]]]}", "MP0132"),
    ("\"geometry\": {\"type\": \"Polygon\", \"coordinates\": [[[0, 0], ②[1], [0, 1], [0, 0]]]}", "MP0132"),
    ("\"geometry\": {\"type\": \"Polygon\", \"coordinates\": [[[0, 0], ②[180.1, 0], [0, 1], [0, 0]]]}", "MP0132"),
    ("\"geometry\": {\"type\": \"Polygon\", \"coordinates\": [[[0, 0], ②[0, -91], [0, 1], [0, 0]]]}", "MP0132"),
    ("\"geometry\": {\"type\": \"Polygon\", \"coordinates\": [②[[0, 0], [1, 0], [0, 1], [1, 1]]]}", "MP0132"),
    ("\"geometry\": {\"type\": \"Polygon\", \"coordinates\": [②[[0, 0], [1, 0], [0, 0]]]}", "MP0132"),
  ])
  func `an outline with a fault is refused at its place`(geometry: String, code: String) {
    let source = feature("\"id\": \"ALDA\", \(geometry)")
    let (outlines, findings) = read(source)
    #expect(outlines == [])
    #expect(findings.map(\.code) == [code])
    #expect(findings.map(\.position) == [source["②"]])
  }

  @Test func `a feature says which area it is, by a code`() {
    let nameless = feature("\"properties\": null, \(Self.polygon)")
    #expect(read(nameless).findings.map(\.code) == ["MP0133"])
    #expect(read(nameless).findings.map(\.position) == [nameless["①"]])
    let number = feature("\"id\": 7, \(Self.polygon)")
    #expect(read(number).findings.map(\.code) == ["MP0133"])
    let form = feature("\"id\": ②\"-99\", \(Self.polygon)")
    #expect(read(form).findings.map(\.code) == ["MP0105"])
    #expect(read(form).findings.map(\.position) == [form["②"]])
  }

  @Test func `of many faults a hundred are listed and the rest counted`() {
    let features = String(repeating: "{\"type\": \"Feature\", \"id\": \"A\"},", count: 300).dropLast()
    let (_, findings) = read(
      MarkedText("{\"type\": \"FeatureCollection\", \"features\": [\(features)]}", file: "a.geojson"))
    #expect(findings.count == 101)
    #expect(findings.count(of: .error) == 300)
  }

  private func loaded(_ changes: [String: String]) throws -> (draft: Draft?, findings: [Diagnostic]) {
    var diagnostics = Diagnostics()
    let draft = try load(WorkspaceFolder.base(changes), into: &diagnostics)
    return (draft, diagnostics.all)
  }

  @Test func `tiles are read from their table`() throws {
    let (draft, findings) = try loaded(["boundaries/tiles.csv": "row,area,column\n1,ALDA,2\n3,BRAN,12\n"])
    #expect(findings == [])
    #expect(
      draft?.tiles == [AreaTile(Area.ID("ALDA"), column: 2, row: 1), AreaTile(Area.ID("BRAN"), column: 12, row: 3)])
    #expect(draft?.places[.tile, 1].line == 3)
  }

  @Test(arguments: [
    ("area,column,row\nALDA,①0,1\n", "MP0107"), ("area,column,row\nALDA,1,①1.5\n", "MP0107"),
    ("area,column,row\nALDA,1,①100\n", "MP0107"), ("area,column,row\n①alda,1,1\n", "MP0105"),
    ("①area,column\nALDA,1\n", "MP0118"), ("area,column,row,①colour\nALDA,1,1,red\n", "MP0118"),
  ])
  func `a tile with a fault is refused at its cell`(marked: String, code: String) throws {
    let source = MarkedText(marked, file: "boundaries/tiles.csv")
    let (draft, findings) = try loaded([source.file: source.text])
    #expect(draft == nil)
    #expect(findings.map(\.code) == [code])
    #expect(findings.map(\.position) == [source["①"]])
  }

  @Test func `a file of boundaries under another name is a finding with its right one`() throws {
    let (_, findings) = try loaded(["boundaries/isles.json": "{}", "boundaries/old/isles.geojson": "{}"])
    #expect(findings.map(\.code) == ["MP0114", "MP0114"])
    #expect(findings.first?.hint == "rename it to boundaries/isles.geojson")
  }
}

import MilepostLanguage
import MilepostModel

/// Reads the outlines of areas from a file of GeoJSON (RFC 7946).
///
/// A FeatureCollection of polygons and multipolygons; what else a file of GeoJSON may hold is passed over where it says
/// nothing about outlines, and refused where it does.
struct OutlineReader {
  /// Properties that may name the area, beside the feature's id, which goes before them.
  static let codeProperties = ["area", "code", "ISO_A3"]

  let file: String
  private(set) var findings = FileFindings()
  /// In the order of the file; only those without a fault.
  private(set) var outlines: [Located<AreaOutline>] = []

  init(file: String) { self.file = file }

  mutating func read(_ root: JSONNode) {
    guard root["type"]?.text == "FeatureCollection" else {
      findings.report(.noFeatureCollection(at: position(root["type"] ?? root)))
      return
    }
    guard let features = member("features", of: root, "the collection", expected: "an array of features", \.items)
    else { return }
    for feature in features { read(feature: feature) }
  }

  private mutating func read(feature: JSONNode) {
    guard feature["type"]?.text == "Feature" else {
      findings.report(.noFeature(at: position(feature["type"] ?? feature)))
      return
    }
    let area = area(of: feature)
    let polygons = polygons(of: feature)
    guard let area, let polygons else { return }
    outlines.append(area.map { AreaOutline($0, polygons) })
  }

  private mutating func area(of feature: JSONNode) -> Located<Area.ID>? {
    let properties = feature["properties"]
    let nodes = [feature["id"]] + OutlineReader.codeProperties.map { properties?[$0] }
    guard let node = nodes.lazy.compactMap(\.self).first, case .text(let code) = node.content else {
      findings.report(.featureWithoutArea(at: position(feature)))
      return nil
    }
    guard code.isCode else {
      findings.report(.codeForm(code, at: position(node)))
      return nil
    }
    return Located(Area.ID(code), at: position(node))
  }

  private mutating func polygons(of feature: JSONNode) -> [AreaOutline.Polygon]? {
    guard
      let geometry = member("geometry", of: feature, "the feature", expected: "a Polygon or MultiPolygon", { $0 }),
      let type = member("type", of: geometry, "the geometry", expected: "Polygon or MultiPolygon", \.text),
      let parts = member("coordinates", of: geometry, "the geometry", expected: "an array of rings", \.items)
    else { return nil }
    var reader = RingReader(file: file)
    let polygons: [AreaOutline.Polygon?]
    switch type {
    case "Polygon": polygons = [reader.polygon(parts, at: geometry["coordinates"] ?? geometry)]
    case "MultiPolygon": polygons = parts.map { reader.polygon($0.items ?? [], at: $0) }
    default:
      findings.report(.otherGeometry(type, at: position(geometry["type"] ?? geometry)))
      return nil
    }
    for finding in reader.findings { findings.report(finding) }
    let whole = polygons.compactMap(\.self)
    if polygons.isEmpty { findings.report(.noPolygon(at: position(geometry))) }
    return whole.count == polygons.count && !whole.isEmpty ? whole : nil
  }

  /// A member that must be there and be of one kind; nil after a finding.
  private mutating func member<Value>(
    _ key: String, of node: JSONNode, _ noun: String, expected: String, _ value: (JSONNode) -> Value?
  ) -> Value? {
    guard let member = node[key] else {
      findings.report(.memberMissing(key, of: noun, at: position(node)))
      return nil
    }
    if let value = value(member) { return value }
    findings.report(.otherMember(member.kindName, expected: expected, at: position(member)))
    return nil
  }

  private func position(_ node: JSONNode) -> SourcePosition { node.place.position(in: file) }
}

extension Diagnostic {
  fileprivate static func noFeatureCollection(at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP0131", "expected an object with \"type\": \"FeatureCollection\"", at: position,
      hint: "outlines are GeoJSON as of RFC 7946, a collection with one feature for each area")
  }

  fileprivate static func noFeature(at position: SourcePosition) -> Self {
    Diagnostic(.error, "MP0131", "expected an object with \"type\": \"Feature\"", at: position)
  }

  fileprivate static func memberMissing(_ key: String, of noun: String, at position: SourcePosition) -> Self {
    Diagnostic(.error, "MP0131", "\(noun) has no \"\(key)\"", at: position)
  }

  fileprivate static func otherMember(_ found: String, expected: String, at position: SourcePosition) -> Self {
    Diagnostic(.error, "MP0131", "found \(found), expected \(expected)", at: position)
  }

  fileprivate static func otherGeometry(_ type: String, at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP0131", "found a \(type), expected Polygon or MultiPolygon", at: position,
      hint: "an outline is a surface; leave points and lines out")
  }

  fileprivate static func noPolygon(at position: SourcePosition) -> Self {
    Diagnostic(.error, "MP0131", "MultiPolygon without a polygon", at: position, hint: "leave the feature out")
  }

  fileprivate static func featureWithoutArea(at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP0133", "feature does not say which area it is", at: position,
      hint: "write the area's code as \"id\" of the feature, or as one of its properties "
        + OutlineReader.codeProperties.map { "\"\($0)\"" }.joined(separator: ", "))
  }
}

import MilepostModel

/// Every area has one outline and one tile, and no two areas share a tile.
func placesTakenTwice(_ index: DraftIndex, into diagnostics: inout Diagnostics) {
  let draft = index.draft
  var outlines: [Area.ID: Int] = [:]
  for (number, outline) in draft.outlines.enumerated() {
    if let first = outlines[outline.area] {
      diagnostics.report(
        .twoPlaces("outlines", outline.area, at: draft.places[.outline, number], first: draft.places[.outline, first]))
    } else {
      outlines[outline.area] = number
    }
  }
  var tiles: [Area.ID: Int] = [:]
  var areas: [[Int]: Int] = [:]
  for (number, tile) in draft.tiles.enumerated() {
    if let first = tiles[tile.area] {
      diagnostics.report(
        .twoPlaces("tiles", tile.area, at: draft.places[.tile, number], first: draft.places[.tile, first]))
      continue
    }
    tiles[tile.area] = number
    if let first = areas[[tile.column, tile.row]] {
      diagnostics.report(
        .sharedTile(tile, draft.tiles[first].area, at: draft.places[.tile, number], first: draft.places[.tile, first]))
    } else {
      areas[[tile.column, tile.row]] = number
    }
  }
}

/// Outlines and tiles, where there are any, are there for every area.
func areasWithoutPlace(_ index: DraftIndex, into diagnostics: inout Diagnostics) {
  let draft = index.draft
  func check(_ placed: [Area.ID], _ noun: String, _ kind: SourceMap.Kind) {
    let known = Set(placed)
    let missing = index.areas.subtracting(known).sorted()
    guard !known.isEmpty, !missing.isEmpty else { return }
    diagnostics.report(.withoutPlace(missing, noun, at: .wholeFile(draft.places[kind, 0].file)))
  }
  check(draft.outlines.map(\.area), "outline", .outline)
  check(draft.tiles.map(\.area), "tile", .tile)
}

extension Diagnostic {
  fileprivate static func twoPlaces(
    _ noun: String, _ area: Area.ID, at position: SourcePosition, first: SourcePosition
  ) -> Self {
    Diagnostic(
      .error, "MP0232", "area '\(area)' has two \(noun)", at: position,
      hint: noun == "tiles" ? "delete one of the two" : "put both into one MultiPolygon",
      notes: [Note("the first", at: first)])
  }

  fileprivate static func sharedTile(
    _ tile: AreaTile, _ other: Area.ID, at position: SourcePosition, first: SourcePosition
  ) -> Self {
    Diagnostic(
      .error, "MP0233", "'\(tile.area)' and '\(other)' stand on one tile, column \(tile.column), row \(tile.row)",
      at: position, hint: "move one of the two", notes: [Note("the other", at: first)])
  }

  fileprivate static func withoutPlace(_ areas: [Area.ID], _ noun: String, at position: SourcePosition) -> Self {
    let listed = areas.prefix(8).map(\.text).joined(separator: ", ") + (areas.count > 8 ? ", ..." : "")
    let count = areas.count == 1 ? "1 area has" : "\(areas.count) areas have"
    return Diagnostic(
      .warning, "MP0234", "\(count) no \(noun): \(listed)", at: position,
      hint: "maps will leave out what has no place on them")
  }
}

import MilepostLanguage
import MilepostModel

extension WorkspaceLoader {
  /// `boundaries/*.geojson`: outlines of areas.
  mutating func loadOutlines(_ paths: [String]) throws -> [AreaOutline] {
    var outlines: [AreaOutline] = []
    for path in paths {
      guard let bytes = try contents(of: path, at: .wholeFile(path)) else { continue }
      guard let root = JSONTree.parse(bytes, file: path, into: &reader.diagnostics) else {
        reader.failSilently()
        continue
      }
      var outlineReader = OutlineReader(file: path)
      outlineReader.read(root)
      if outlineReader.findings.hasErrors { reader.failSilently() }
      outlineReader.findings.finish(into: &reader.diagnostics)
      for outline in outlineReader.outlines {
        reader.record(outline.position, .outline, outlines.count, "")
        outlines.append(outline.value)
      }
    }
    return outlines
  }

  /// `boundaries/tiles.csv`: `area`, `column`, `row`.
  mutating func loadTiles() throws -> [AreaTile] {
    let file = WorkspaceFiles.tiles
    guard tree.contains(file) else { return [] }
    guard let bytes = try contents(of: file, at: .wholeFile(file)), let table = table(bytes, file: file),
      let columns = TileColumns(table, &reader)
    else { return [] }
    var tiles: [AreaTile] = []
    for row in table.rows {
      let code = row[columns.area]
      let column = tileNumber(row[columns.column])
      let line = tileNumber(row[columns.row])
      guard code.value.isCode else {
        reader.fail(.codeForm(code.value, at: code.position))
        continue
      }
      guard let column, let line else { continue }
      reader.record(code.position, .tile, tiles.count, "")
      tiles.append(AreaTile(Area.ID(code.value), column: column, row: line))
    }
    return tiles
  }

  private mutating func tileNumber(_ cell: Located<String>) -> Int? {
    let digits = cell.value.utf8
    if (1...2).contains(digits.count), digits.allSatisfy(\.isDigit), let number = Int(cell.value), number > 0 {
      return number
    }
    reader.fail(.notUnderstood(cell.value, expected: "a whole number from 1 to 99", at: cell.position))
    return nil
  }
}

/// The columns of `boundaries/tiles.csv`.
private struct TileColumns {
  let area: Int
  let column: Int
  let row: Int

  /// - Returns: nil after a finding.
  init?(_ table: CSVTable, _ reader: inout NodeReader) {
    let known = ["area", "column", "row"]
    for header in table.header where !known.contains(header.value) {
      reader.fail(.unknownTableColumn(header, expected: known))
    }
    let places = known.map { table.column($0) }
    for (name, place) in zip(known, places) where place == nil {
      reader.fail(.missingTableColumn(name, at: table.header[0].position))
    }
    guard let area = places[0], let column = places[1], let row = places[2] else { return nil }
    self.area = area
    self.column = column
    self.row = row
  }
}

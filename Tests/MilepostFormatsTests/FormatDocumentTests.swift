import Foundation
import MilepostFormats
import MilepostModel
import Testing

/// The examples in `docs/workspace-format.md` are files of one workspace that loads.
@Suite struct FormatDocumentTests {
  /// The file that an example would be, by its first key.
  private func path(_ block: String, number: Int) -> String {
    let files = [
      "milepost": "milepost.yaml", "dataflow": "data/internet-use.yaml", "sources": "data/sources.yaml",
      "codelists": "data/codelists.yaml", "groups": "groups/groups.yaml", "accepted": "accepted.yaml",
    ]
    let key = String(block.prefix { $0 != ":" })
    return files[key] ?? "plan/\(number).yaml"
  }

  private func blocks(_ language: String, in text: String) -> [String] {
    text.components(separatedBy: "```\(language)\n").dropFirst().map { $0.components(separatedBy: "```")[0] }
  }

  @Test func `every example loads`() throws {
    let url = WorkspaceFolder.repository.appending(path: "docs/workspace-format.md")
    let text = String(decoding: try Data(contentsOf: url), as: UTF8.self)
    var files = ["data/internet-use.2019-10-28.csv": "country,year,SEX,value\nAAA,2018,_T,12.5\n"]
    for (number, block) in blocks("yaml", in: text).enumerated() {
      let part = "targets:\n  - id: 9.9\n    goal: 1\n    title: a\n    due: 2023\n"
      let content = block.hasPrefix(" ") ? part + block : block
      files[path(content, number: number)] = content
    }
    let tables = blocks("csv", in: text)
    try #require(tables.count == 3)
    files["groups/areas.csv"] = tables[0]
    files["groups/ldc.csv"] = tables[1]
    files["boundaries/tiles.csv"] = tables[2]
    files["boundaries/world.geojson"] = blocks("json", in: text).first
    var diagnostics = Diagnostics()
    let draft = try load(SourceTree(files), into: &diagnostics)
    #expect(diagnostics.all == [])
    #expect(files.count > 12)
    #expect(draft?.tables.count == 1)
    #expect(draft?.tiles.count == 2)
    #expect(draft?.outlines.count == 1)
  }
}

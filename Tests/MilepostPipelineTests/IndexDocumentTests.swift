import Foundation
import MilepostModel
import MilepostPipeline
import Testing

/// The worked example of `docs/indices.md`.
@Suite struct IndexDocumentTests {
  private static func block(_ language: String, _ number: Int = 0) throws -> String {
    let parts = try Repository.text("docs/indices.md").components(separatedBy: "```\(language)\n")
    return parts[number + 1].components(separatedBy: "```")[0]
  }

  private func result() throws -> (CompositeIndex, IndexResult) {
    var files = try Repository.files(in: "Tests/Cases/base")
    files["indices/digital.yaml"] = Array(try Self.block("yaml", 1).utf8)
    files["plan/digital.yaml"] = Array(try Self.block("yaml", 2).utf8)
    files["data/digital.csv"] = Array(try Self.block("csv").utf8)
    files["data/digital.yaml"] = Array(
      """
      dataflow: digital
      title: {en: Figures of the example}
      source: returns
      unit: percent
      vintages: [{file: digital.csv, published: 2020-05-04}]
      """.utf8)
    let compilation = try Workspace(files: files).compile()
    #expect(compilation.diagnostics.map(\.line) == [])
    let index = try #require(compilation.releases.last?.indices.first)
    return (index.definition, try #require(index.results.first))
  }

  private func rounded(_ value: Double?) -> String {
    value.map { String(format: "%.3f", $0) } ?? "–"
  }

  @Test func `the example comes out as it is printed`() throws {
    let (definition, result) = try result()
    func row(_ area: Int) -> String {
      var cells = [result.areas[area].text]
      cells += result.parts.dropFirst().map { rounded($0.standings[area]?.score) }
      cells.append(rounded(result.standings[area]?.score))
      cells.append("\(result.standings[area]?.place ?? 0)")
      cells.append(result.tiers[area].map { definition.tiers[$0].id } ?? "–")
      return "| " + cells.joined(separator: " | ") + " |"
    }
    let text = try Repository.text("docs/indices.md")
    for area in result.areas.indices { #expect(text.contains(row(area)), "\(row(area))") }
    #expect(text.contains("has the score \(rounded(result.referenceScore))"))
    let bran = try #require(result.areas.firstIndex(of: Area.ID("BRAN")))
    for (node, part) in zip(definition.nodes, result.parts) where node.parent == 0 {
      let line = "| \(node.id) | \(rounded(part.contributions[bran])) | \(rounded(part.effects[bran])) |"
      #expect(text.contains(line), "\(line)")
    }
  }

  @Test func `every key of the format is told of`() throws {
    let text = try Repository.text("docs/indices.md")
    let schema = try Repository.text("Schemas/index.json")
    let keys = schema.matches(of: /"([a-z-]+)": \{\n *"description"/).map { String($0.output.1) }
    #expect(keys.count > 30)
    for key in Set(keys).sorted() { #expect(text.contains("\(key):") || text.contains("`\(key)"), "\(key)") }
  }
}

import MilepostModel
import Testing

@testable import MilepostReport

@Suite struct DrawingFilesTests {
  private static let files = MilepostReport.site(for: [IslesRelease.release], languages: [IslesRelease.english]).files

  private func drawings(on path: String) throws -> [(path: String, text: String)] {
    let file = try #require(Self.files.first { $0.path == path })
    var drawings = DrawingFiles()
    return drawings.files(on: file, file.make(), repeats: false).map {
      ($0.path, String(decoding: $0.bytes, as: UTF8.self))
    }
  }

  @Test func `a target gives its drawing as a file that stands alone`() throws {
    let found = try drawings(on: "en/targets/1.1/index.html")
    #expect(found.map(\.path) == ["en/targets/1.1/chart.svg", "en/targets/1.1/methods.svg"])
    let text = try #require(found.first?.text)
    #expect(
      text.hasPrefix(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" xml:lang=\"en\" "))
    #expect(text.contains("</desc>"))
    #expect(text.hasSuffix("</svg>\n"))
    #expect(text.contains(".fan80{fill:#dce8f2}"))
    #expect(!text.contains("var("))
    #expect(!text.contains(".trail"))
  }

  @Test func `a page that offers no drawing gives none`() throws {
    #expect(try drawings(on: "en/index.html").isEmpty)
  }

  @Test func `a rule is for drawings when every class of one of its selectors is there`() throws {
    let rule = try #require(StyleRule.ofPages.first { $0.text.hasPrefix(".dot,.hollow{") })
    #expect(rule.applies(to: ["dot"]))
    #expect(!rule.applies(to: ["bar"]))
    #expect(!StyleRule.ofPages.contains { $0.text.hasPrefix("@") || $0.text.hasPrefix(":root") })
  }
}

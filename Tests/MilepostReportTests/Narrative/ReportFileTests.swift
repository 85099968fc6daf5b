import MilepostModel
import Testing

@testable import MilepostReport

@Suite struct ReportFileTests {
  private func file(_ form: ReportFileForm, _ language: LanguageTag = IslesRelease.english) throws -> String {
    String(decoding: try #require(reportFile(IslesReport.release, language: language, form)), as: UTF8.self)
  }

  @Test(arguments: [ReportFileForm.screen, .sheets]) func `a file asks for nothing`(_ form: ReportFileForm) throws {
    let text = try file(form)
    for word in ["<script", "<link", "@import", "src=\"http", "url(http", "href=\"../"] {
      #expect(!text.contains(word), "\(word)")
    }
  }

  @Test(arguments: [ReportFileForm.screen, .sheets]) func `every place that a file leads to is in it once`(
    _ form: ReportFileForm
  ) throws {
    let text = try file(form)
    let ids = text.matches(of: #/ id="([^"]+)"/#).map { String($0.1) }
    #expect(Set(ids).count == ids.count)
    let targets = text.matches(of: #/ (?:href|data-target)="#([^"]+)"/#).map { String($0.1) }
    #expect(targets.filter { !ids.contains($0) } == [])
  }

  @Test func `headings go from the title down without a gap`() throws {
    let levels = try file(.screen).matches(of: #/<h([1-6])/#).compactMap { Int($0.1) }
    #expect(levels.first == 1)
    #expect(levels.count { $0 == 1 } == 1)
    #expect(zip(levels, levels.dropFirst()).allSatisfy { $1 <= $0 + 1 })
  }

  @Test func `on paper footnotes stand where their marks are and lists say their first number`() throws {
    let text = try file(.sheets)
    #expect(text.contains("<span class=\"footnote\" id=\"footnote-1\" data-number=\"1\">By the summer count."))
    #expect(text.contains("<ol class=\"tight\" start=\"3\" style=\"counter-reset:list-item 2\">"))
    #expect(!text.contains("<details>"))
  }

  @Test func `sides and faces are those of the language`() throws {
    let arabic = try file(.sheets, LanguageTag("ar"))
    #expect(arabic.contains("<html lang=\"ar\" dir=\"rtl\">"))
    #expect(arabic.contains("@top-right{content:\"I24/1-A\""))
    #expect(arabic.contains("Noto Naskh Arabic"))
    #expect(try file(.sheets, LanguageTag("zh")).contains("Noto Serif CJK SC"))
    #expect(try file(.sheets).contains("@top-left{content:\"I24/1-E\""))
  }

  @Test func `nothing of a style is left to be filled in`() throws {
    let text = try file(.sheets)
    #expect(!text.contains("@start") && !text.contains("@end") && !text.contains("$"))
  }

  @Test func `texts of drawings on paper are in the order in which they are seen`() {
    let svg = Array("<svg><title>دار</title><text x=\"1\">دار &amp; 1</text></svg>".utf8)
    #expect(
      String(decoding: DrawnTexts.seen(svg), as: UTF8.self)
        == "<svg><title>دار</title><text x=\"1\">1 &amp; \u{FEAD}\u{FE8D}\u{FEA9}</text></svg>")
  }

  @Test(
    arguments: [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("foobar", "Zm9vYmFy")])
  func `bytes become letters as RFC 4648 has them`(_ text: String, _ letters: String) {
    #expect(DataAddress.base64(Array(text.utf8)) == letters)
  }

  @Test func `a picture says how large it is`() throws {
    let png: [UInt8] =
      [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] + Array("IHDR".utf8) + [0, 0, 1, 64, 0, 0, 0, 200]
    let picture = try #require(ReportPicture(file: "narrative/images/Pier one.png", bytes: png))
    #expect(picture.format == .png)
    #expect([picture.width, picture.height] == [320, 200])
    #expect(picture.place == "pictures/narrative-images-pier-one.png")
    let jpeg: [UInt8] = [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 0, 0, 0xFF, 0xC0, 0, 17, 8, 0, 100, 1, 0, 3, 0, 0]
    #expect(ReportPicture(file: "a.jpg", bytes: jpeg)?.width == 256)
    #expect(ReportPicture(file: "a.gif", bytes: Array("GIF89a".utf8)) == nil)
    #expect(ReportPicture(file: "a.jpg", bytes: [0xFF, 0xD8, 0xFF]) == nil)
  }
}

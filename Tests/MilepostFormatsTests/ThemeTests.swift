import Foundation
import MilepostFormats
import MilepostModel
import MilepostTesting
import Testing

@Suite struct ThemeTests {
  private static let wave = """
    <?xml version="1.0"?>
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 40"><path d="M0 20h60" style="stroke:#0b5a8f"/></svg>
    """
  /// The head of a font of 52 bytes, and nothing in it.
  private static let font =
    Array("wOF2".utf8) + [0, 1, 0, 0, 0, 0, 0, 52] + [UInt8](repeating: 0, count: 40)
  /// The head and the end of a picture of two pixels.
  private static let picture: [UInt8] =
    [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 2, 0, 0, 0, 1]
    + [8, 2, 0, 0, 0, 0, 0, 0, 0] + [0, 0, 0, 0, 0x49, 0x44, 0x41, 0x54, 0, 0, 0, 0] + [
      0, 0, 0, 0, 0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82,
    ]

  private func load(_ theme: String, _ files: [String: [UInt8]] = [:]) throws -> (Theme?, [Diagnostic]) {
    var all = try WorkspaceFolder.files("Tests/Cases/base")
    all["theme/theme.yaml"] = Array(theme.utf8)
    for (name, bytes) in files { all["theme/\(name)"] = bytes }
    var diagnostics = Diagnostics()
    let draft = try MilepostFormats.load(SourceTree(bytes: all), into: &diagnostics)
    return (draft?.theme, diagnostics.all)
  }

  private func findings(ofLogo svg: String) throws -> [Diagnostic] {
    try load("logo: {file: logo.svg, text: A wave}", ["logo.svg": Array(svg.utf8)]).1
  }

  @Test func `a theme is read with all its parts`() throws {
    let (theme, findings) = try load(
      """
      name: {en: Federation of the Isles}
      logo: {file: wave.svg, text: {en: A wave}}
      colours:
        light: {link: "#7a3b00", page: "#fff"}
        dark: {link: "#f0b070"}
      footer: {en: Printed on request.}
      fonts:
        - {family: Isles Serif, for: headings, weight: 700, file: isles.woff2, licence: OFL.txt}
      charts: {time-axis: mirrored}
      """,
      ["wave.svg": Array(Self.wave.utf8), "isles.woff2": Self.font, "OFL.txt": Array("Free.".utf8)])
    #expect(findings == [])
    let read = try #require(theme)
    #expect(read.name == LocalizedText("Federation of the Isles", LanguageTag("en")))
    #expect(read.logo?.aspect == 1.5)
    #expect(read.palette(.light)[.link] == Colour("#7a3b00"))
    #expect(read.palette(.light)[.page] == Colour("#ffffff"))
    #expect(read.palette(.light)[.ink] == Palette.standard(.light)[.ink])
    #expect(read.palette(.dark)[.link] == Colour("#f0b070"))
    #expect(read.fonts.map(\.weight) == [700])
    #expect(read.timeAxis == .mirrored)
    #expect(read.files.map(\.name) == ["OFL.txt", "isles.woff2", "wave.svg"])
  }

  @Test func `a picture of PNG is as wide as its head says`() throws {
    let (theme, findings) = try load("logo: {file: dot.png, text: A dot}", ["dot.png": Self.picture])
    #expect(findings == [])
    #expect(theme?.logo?.aspect == 2)
    let (_, cut) = try load("logo: {file: dot.png, text: A dot}", ["dot.png": Array(Self.picture.dropLast())])
    #expect(cut.map(\.code) == ["MP0142"])
  }

  @Test(arguments: [
    ("<svg viewBox=\"0 0 9 9\">①<script>alert(1)</script></svg>", "'<script>' has no place in a logo"),
    ("<svg viewBox=\"0 0 9 9\"><g ①onload=\"x()\"/></svg>", "attribute 'onload' has no place in a logo"),
    ("<svg viewBox=\"0 0 9 9\"><use href=\"①https://a.example/x#y\"/></svg>", "'href' leads out of the drawing"),
    (
      "<svg viewBox=\"0 0 9 9\"><use xlink:href=\"①data:image/svg+xml,x\"/></svg>",
      "'xlink:href' leads out of the drawing"
    ),
    ("<svg viewBox=\"0 0 9 9\"><g fill=\"①URL(https://a.example/x)\"/></svg>", "'fill' may lead out of the drawing"),
    ("<svg viewBox=\"0 0 9 9\"><g style=\"①@import 'x'\"/></svg>", "'style' may lead out of the drawing"),
    ("<svg viewBox=\"0 0 9 9\">①<image href=\"#a\"/></svg>", "'<image>' has no place in a logo"),
    ("<svg viewBox=\"0 0 9 9\">①<style>*{}</style></svg>", "'<style>' has no place in a logo"),
    ("①<!DOCTYPE svg [<!ENTITY a \"b\">]><svg viewBox=\"0 0 9 9\"/>", "'<!DOCTYPE sv' has no place in a logo"),
    ("<svg viewBox=\"0 0 9 9\">①<g></svg>", "'</svg>' closes nothing"),
    ("<svg viewBox=\"0 0 9 9\"><g ①id=a/></svg>", "the value of 'id' does not stand in quotes"),
    ("<svg viewBox=\"0 0 9 9\"/>①<svg/>", "expected one '<svg>' around everything"),
    ("①<svg width=\"9\"/>", "the drawing has no viewBox=\"0 0 width height\""),
    ("①<html/>", "'<html>' has no place in a logo"),
  ])
  func `a logo does nothing but be seen`(_ marked: String, _ message: String) throws {
    let source = MarkedText(marked, file: "theme/logo.svg")
    let findings = try findings(ofLogo: source.text)
    #expect(findings.map(\.message) == [message])
    // What is not closed is found where it should have been.
    if !message.contains("closes nothing") && !message.contains("quotes") {
      #expect(findings.map(\.position) == [source["①"]])
    }
  }

  @Test func `a logo does not grow by copies of copies`() throws {
    func logo(_ copies: Int) -> String {
      "<svg viewBox=\"0 0 9 9\">" + String(repeating: "<use href=\"#a\"/>", count: copies) + "</svg>"
    }
    #expect(try findings(ofLogo: logo(16)) == [])
    #expect(try findings(ofLogo: logo(17)).map(\.message) == ["more than 16 copies by '<use>'"])
  }

  @Test func `a colour without quotes is told from a missing one`() throws {
    let source = MarkedText("colours:\n  light: {}\n  dark:\n    link:① #0b5a8f\n", file: "theme/theme.yaml")
    let (_, findings) = try load(source.text)
    #expect(findings.map(\.code) == ["MP0103"])
    #expect(findings[0].position.line == 4)
    #expect(findings[0].hint == "write it in quotes, \"#0b5a8f\": without them '#' begins a comment")
  }

  @Test(arguments: [
    ("logo: {file: ../wave.svg, text: A wave}", "MP0107"), ("logo: {file: wave.gif, text: A wave}", "MP0107"),
    ("logo: {file: wave.svg}", "MP0102"), ("logo: {file: wave.svg, text: A wave}", "MP0116"),
    ("colours: {light: {accent: \"#123\"}}", "MP0101"), ("colours: {light: {link: blue}}", "MP0107"),
    ("charts: {time-axis: right-to-left}", "MP0108"), ("slogan: Ahoy", "MP0101"),
    ("fonts: [{family: \"A\\\"}\", for: text, file: a.woff2, licence: a.txt}]", "MP0107"),
  ])
  func `what a theme cannot say is a finding`(_ theme: String, _ code: String) throws {
    #expect(try load(theme).1.map(\.code) == [code])
  }

  @Test func `a file that the theme does not name is a finding`() throws {
    let (_, findings) = try load("name: Isles", ["old.svg": Array(Self.wave.utf8)])
    #expect(findings.map(\.code) == ["MP0115"])
    var files = try WorkspaceFolder.files("Tests/Cases/base")
    files["theme/wave.svg"] = Array(Self.wave.utf8)
    var diagnostics = Diagnostics()
    #expect(try MilepostFormats.load(SourceTree(bytes: files), into: &diagnostics)?.theme == nil)
    #expect(diagnostics.all.map(\.code) == ["MP0115"])
  }

  @Test func `a logo that readers would wait for is refused`() throws {
    let heavy = Self.wave + String(repeating: " ", count: 100_000)
    #expect(try findings(ofLogo: heavy).map(\.code) == ["MP0142"])
  }

  @Test func `the examples of the document load`() throws {
    let url = WorkspaceFolder.repository.appending(path: "docs/themes.md")
    let text = String(decoding: try Data(contentsOf: url), as: UTF8.self)
    func blocks(_ language: String) -> [String] {
      text.components(separatedBy: "```\(language)\n").dropFirst().map { $0.components(separatedBy: "```")[0] }
    }
    let templates = blocks("html")
    try #require(blocks("yaml").count == 1 && templates.count == 2)
    let (theme, findings) = try load(
      blocks("yaml")[0],
      [
        "gulls.svg": Array(Self.wave.utf8), "isles-serif.woff2": Self.font,
        "isles-serif-licence.txt": Array("Free.".utf8), "header.mustache": Array(templates[0].utf8),
        "footer.mustache": Array(templates[1].utf8),
      ])
    #expect(findings == [])
    #expect(theme?.header != nil && theme?.foot != nil)
    for role in ColourRole.allCases {
      let row = "| `\(role.rawValue)` |"
      let line = try #require(text.split(separator: "\n").first { $0.hasPrefix(row) })
      for scheme in ColourScheme.allCases { #expect(line.contains("`\(Palette.standard(scheme)[role])`"), "\(row)") }
    }
  }
}

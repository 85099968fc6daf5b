import MilepostModel
import Testing

@testable import MilepostReport

@Suite struct ThemeStyleTests {
  private static let sheet = String(decoding: PackageResources.style_css, as: UTF8.self)

  /// The variables of the style sheet that are colours, first those of light, then those of dark.
  private func variables(_ scheme: ColourScheme) throws -> [String: Colour] {
    let parts = Self.sheet.split(separator: "@media screen and (prefers-color-scheme:dark){:root{")
    let part = try #require(scheme == .light ? parts.first : parts.last).split(separator: "}")[0]
    let found = part.matches(of: #/--([a-z0-9-]+):(#[0-9a-f]+)/#)
    return Dictionary(found.compactMap { match in Colour(String(match.2)).map { (String(match.1), $0) } }) { $1 }
  }

  @Test(arguments: ColourScheme.allCases)
  func `the colours that contrasts are checked with are those of the style sheet`(_ scheme: ColourScheme) throws {
    let variables = try variables(scheme)
    for role in ColourRole.allCases { #expect(variables[role.rawValue] == Palette.standard(scheme)[role], "\(role)") }
    for mark in FixedColour.marks(scheme) { #expect(variables[mark.name] == mark.colour, "\(mark.name)") }
  }

  @Test(arguments: ColourScheme.allCases)
  func `the shades that contrasts are checked with are those of the style sheet`(_ scheme: ColourScheme) throws {
    let parts = Self.sheet.split(separator: "@media screen and (prefers-color-scheme:dark){.b1")
    let part = scheme == .light ? parts[0] : ".b1" + parts[1]
    for shade in FixedColour.shades(scheme) {
      #expect(part.contains(".\(shade.name){--tone:\(shade.colour)}"), "\(shade.name)")
    }
  }

  @Test(arguments: ColourScheme.allCases) func `the standard colours stand apart`(_ scheme: ColourScheme) {
    let palette = Palette.standard(scheme)
    for text in [ColourRole.ink, .second, .link] {
      for ground in [ColourRole.page, .surface] { #expect(contrast(of: palette[text], on: palette[ground]) >= 4.5) }
    }
    for mark in FixedColour.marks(scheme) {
      #expect(contrast(of: mark.colour, on: palette[.page]) >= 3, "\(mark.name)")
    }
    for shade in FixedColour.shades(scheme) { #expect(contrast(of: palette[.ink], on: shade.colour) >= 4.5) }
  }

  @Test func `a theme writes what it changes and no more`() throws {
    let font = Theme.Font(
      family: "Isles Serif", use: .headings, weight: 700, file: .init(name: "isles.woff2", bytes: [1]),
      licence: .init(name: "OFL.txt", bytes: [2]))
    let theme = Theme(
      colours: [.light: [.link: try #require(Colour("#7a3b00"))], .dark: [.link: try #require(Colour("#f0b070"))]],
      fonts: [font])
    #expect(
      String(decoding: theme.style, as: UTF8.self) == """

        @media screen and (forced-colors:none){:root{--link:#7a3b00}}
        @media screen and (forced-colors:none) and (prefers-color-scheme:dark){:root{--link:#f0b070}}
        @font-face{font-family:"Isles Serif";font-weight:700;font-display:swap;src:url(theme/isles.woff2) format("woff2")}
        :root{--own-heads:"Isles Serif",}
        """)
    #expect(Theme.standard.style.isEmpty)
  }

  private func site(_ theme: Theme) -> Site {
    let plain = IslesRelease.release
    let release = Release(
      settings: plain.settings, edition: plain.edition, asOf: plain.asOf, plan: plain.plan, areas: plain.areas,
      groups: plain.groups, theme: theme, codelists: plain.codelists, sources: plain.sources,
      dataflows: plain.dataflows, series: plain.series, rankings: plain.rankings,
      earlierVintages: plain.earlierVintages, assessments: plain.assessments, directions: plain.directions,
      accepted: plain.acceptances)
    return MilepostReport.site(for: [release], languages: [IslesRelease.english])
  }

  private func page(_ path: String, _ theme: Theme) throws -> String {
    String(decoding: try #require(site(theme).files.first { $0.path == path }).make(), as: UTF8.self)
  }

  @Test func `name, logo and footer stand on every page, and the logo says what it shows`() throws {
    let theme = Theme(
      name: IslesRelease.text("Federation & Isles"),
      logo: .init(
        file: .init(name: "wave.svg", bytes: Array("<svg/>".utf8)), aspect: 1.5, text: IslesRelease.text("A \"wave\"")),
      footer: IslesRelease.text("Printed <on> request."))
    let html = try page("en/indicators/online-people/index.html", theme)
    #expect(
      html.contains(
        "<img class=\"logo\" src=\"../../../theme/wave.svg\" alt=\"A &quot;wave&quot;\" width=\"60\" height=\"40\">"))
    #expect(html.contains("<small>Federation &amp; Isles</small> Isles together 2030"))
    #expect(html.contains("<p>Printed &lt;on&gt; request.</p></footer>"))
    #expect(try page("theme/wave.svg", theme) == "<svg/>")
  }

  @Test func `browsers colour their frame as the theme colours the page`() throws {
    let theme = Theme(colours: [.dark: [.page: try #require(Colour("#000"))]])
    let html = try page("en/index.html", theme)
    #expect(html.contains("content=\"#fbfaf7\" media=\"(prefers-color-scheme:light)\""))
    #expect(html.contains("content=\"#000000\" media=\"(prefers-color-scheme:dark)\""))
  }

  @Test func `a template prints values escaped, its lists entry by entry and the parts of the program`() throws {
    let header = PageTemplate([
      .markup("<p>"), .text(.name), .markup("</p>"), .present(.logo, [.markup("<b>logo</b>")]),
      .absent(.logo, [.markup("<b>no logo</b>")]), .markup("<ul>"),
      .each(
        .menu,
        [
          .markup("<li><a href=\""), .attribute(.address), .markup("\" aria-current=\""), .attribute(.current),
          .markup("\">"), .text(.text), .markup("</a></li>"),
        ]), .markup("</ul>"),
    ])
    let theme = Theme(
      name: IslesRelease.text("A <b> & B"), header: header,
      foot: PageTemplate([.markup("<p title=\""), .attribute(.title), .markup("\">own</p>"), .standard(.footer)]))
    let html = try page("en/indicators/index.html", theme)
    let frame = try #require(html.split(separator: "<header>").last?.split(separator: "</header>").first)
    #expect(
      frame.hasPrefix(
        "<p>A &lt;b&gt; &amp; B</p><b>no logo</b><ul><li><a href=\"../index.html\" aria-current=\"false\">"))
    #expect(frame.contains("<a href=\"../indicators/index.html\" aria-current=\"page\">Indicators</a>"))
    #expect(html.contains("<footer><p title=\"Isles together 2030\">own</p><p>Isles together 2030."))
  }

  @Test func `the site of a theme with templates passes its own check`() throws {
    let theme = Theme(header: PageTemplate([.standard(.brand), .standard(.edition), .standard(.menu)]))
    var checker = SiteChecker()
    for file in site(theme).files { checker.check(file, file.make()) }
    var found = Diagnostics()
    checker.finish(into: &found)
    #expect(found.all.filter { $0.code != "MP0701" || !$0.message.contains("data/") } == [])
  }
}

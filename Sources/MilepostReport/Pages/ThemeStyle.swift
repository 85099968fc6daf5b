import MilepostModel

extension Theme {
  /// What the theme adds to the style sheet: its colours and its fonts.
  var style: [UInt8] {
    let rules = [
      rule(.light, ""), rule(.dark, " and (prefers-color-scheme:dark)"), fonts.map(face).joined(), families,
    ]
    return Array(rules.joined().utf8)
  }

  /// Empty when the theme changes no colour of the scheme; paper, and readers who force their colours, keep theirs.
  private func rule(_ scheme: ColourScheme, _ condition: String) -> String {
    let changes = ColourRole.allCases.compactMap { role in colours[scheme]?[role].map { "--\(role.rawValue):\($0)" } }
    guard !changes.isEmpty else { return "" }
    return "\n@media screen and (forced-colors:none)\(condition){:root{\(changes.joined(separator: ";"))}}"
  }

  private func face(_ font: Font) -> String {
    "\n@font-face{font-family:\"\(font.family)\";font-weight:\(font.weight);font-display:swap;"
      + "src:url(theme/\(font.file.name)) format(\"woff2\")}"
  }

  /// The theme's families go before those of the style sheet, which stand in for letters that they lack.
  private var families: String {
    let firsts = Font.Use.allCases.compactMap { use in
      fonts.first { $0.use == use }.map { font in
        let name = use == .headings ? "--own-heads" : "--own-text"
        return "\(name):\"\(font.family)\","
      }
    }
    return firsts.isEmpty ? "" : "\n:root{\(firsts.joined(separator: ";"))}"
  }
}

extension SiteFile {
  /// The files of a theme as the workspace has them.
  static func files(of theme: Theme) -> [SiteFile] {
    theme.files.map { file in
      SiteFile(path: "theme/\(file.name)", subject: "theme file \(file.name)", budget: nil) { file.bytes }
    }
  }
}

extension Page {
  static let logoHeight = 40.0

  /// Logo, name of the organisation and title of the plan, which lead to the overview.
  func brand(into html: inout HTMLWriter) {
    let theme = context.release.theme
    html.element("p", ["class": "site"]) { html in
      html.element("a", ["href": link("")]) { html in
        if let logo = theme.logo {
          html.void(
            "img",
            [
              "class": "logo", "src": link(toPath: "theme/\(logo.file.name)"), "alt": context.text(logo.text),
              "width": String(Int((Page.logoHeight * logo.aspect).rounded())), "height": String(Int(Page.logoHeight)),
            ])
        }
        guard let name = theme.name else { return write(context.release.settings.title, into: &html) }
        html.element("span") { html in
          html.element("small") { write(name, into: &$0) }
          html.text(" ")
          write(context.release.settings.title, into: &html)
        }
      }
    }
  }
}

import MilepostModel

/// `theme/theme.yaml`, before the files that it names are read.
struct WrittenTheme: Sendable {
  struct Logo: Sendable {
    let file: Located<String>
    let text: LocalizedText
  }

  struct Font: Sendable {
    let family: String
    let use: Theme.Font.Use
    let weight: Int
    let file: Located<String>
    let licence: Located<String>
  }

  let name: LocalizedText?
  let logo: Logo?
  let colours: [ColourScheme: [ColourRole: Colour]]
  let footer: LocalizedText?
  let fonts: [Font]
  let timeAxis: TimeAxisDirection
  let header: Located<String>?
  let foot: Located<String>?

  /// The names of all files that the theme names.
  var files: [String] {
    let frame: [String] = [logo?.file, header, foot].compactMap { $0?.value }
    return frame + fonts.flatMap { [$0.file.value, $0.licence.value] }
  }

  static let form = ValueForm<WrittenTheme>.mapping(ThemeKeys.shape) { fields, reader in
    let templates = fields.read(ThemeKeys.templates, &reader)
    return WrittenTheme(
      name: fields.read(ThemeKeys.name, &reader), logo: fields.read(ThemeKeys.logo, &reader),
      colours: fields.read(ThemeKeys.colours, &reader) ?? [:], footer: fields.read(ThemeKeys.footer, &reader),
      fonts: fields.read(ThemeKeys.fonts, &reader) ?? [],
      timeAxis: fields.read(ThemeKeys.charts, &reader) ?? .leftToRight, header: templates?.header,
      foot: templates?.footer)
  }
}

private enum ThemeKeys {
  static let name = Key(optional: "name", .localized, "The organisation that publishes; stands above the plan's title.")
  static let logo = Key(optional: "logo", ValueForm<WrittenTheme.Logo>.logo, "A picture before the plan's title.")
  static let colours = Key(
    optional: "colours", ValueForm<[ColourScheme: [ColourRole: Colour]]>.colours,
    "Colours that differ from the standard ones; their contrasts are checked.")
  static let footer = Key(optional: "footer", .localized, "A sentence or two below every page.")
  static let fonts = Key(optional: "fonts", ValueForm<WrittenTheme.Font>.font.list, "Fonts with their licences.")
  static let charts = Key(optional: "charts", ValueForm<TimeAxisDirection>.charts, "How charts are drawn.")

  static let templates = Key(
    optional: "templates", ValueForm<WrittenTemplates>.templates, "Head and foot of every page in markup of your own.")

  static let shape = Shape("the theme", name, logo, colours, footer, fonts, charts, templates)
}

/// The names of the files of templates.
private struct WrittenTemplates: Sendable {
  let header: Located<String>?
  let footer: Located<String>?
}

extension ValueForm where Value == WrittenTemplates {
  fileprivate static let templates = ValueForm.mapping(TemplateKeys.shape) { fields, reader in
    WrittenTemplates(
      header: fields.read(TemplateKeys.header, &reader), footer: fields.read(TemplateKeys.footer, &reader))
  }
}

private enum TemplateKeys {
  static let header = Key(
    optional: "header", ValueForm<String>.themeFile(.template).located, "Mustache file in theme/ for the head.")
  static let footer = Key(
    optional: "footer", ValueForm<String>.themeFile(.template).located, "Mustache file in theme/ for the foot.")

  static let shape = Shape("the templates of a theme", header, footer)
}

extension ValueForm where Value == WrittenTheme.Logo {
  fileprivate static let logo = ValueForm.mapping(LogoKeys.shape) { fields, reader in
    let file = fields.read(LogoKeys.file, &reader)
    let text = fields.read(LogoKeys.text, &reader)
    guard let file, let text else { return nil }
    return WrittenTheme.Logo(file: file, text: text)
  }
}

private enum LogoKeys {
  static let file = Key(required: "file", ValueForm<String>.themeFile(.logo).located, "SVG or PNG file in theme/.")
  static let text = Key(required: "text", .localized, "What the logo shows, for those who do not see it.")

  static let shape = Shape("a logo", file, text)
}

extension ValueForm where Value == WrittenTheme.Font {
  fileprivate static let font = ValueForm.mapping(FontKeys.shape) { fields, reader in
    let family = fields.read(FontKeys.family, &reader)
    let use = fields.read(FontKeys.use, &reader)
    let weight = fields.read(FontKeys.weight, &reader)
    let file = fields.read(FontKeys.file, &reader)
    let licence = fields.read(FontKeys.licence, &reader)
    guard let family, let use, let file, let licence else { return nil }
    return WrittenTheme.Font(family: family, use: use, weight: weight ?? 400, file: file, licence: licence)
  }
}

private enum FontKeys {
  static let family = Key(
    required: "family",
    .pattern("^[A-Za-z][A-Za-z0-9 -]{0,59}$", "a name of letters of A-Z and a-z, digits, blanks and '-'") { text in
      text.utf8.first.map { $0.isLetterOrDigit && !$0.isDigit } == true && text.utf8.count <= 60
        && text.utf8.allSatisfy { $0.isLetterOrDigit || $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "-") }
    }, "The name of the family.")
  static let use = Key(required: "for", ValueForm<Theme.Font.Use>.word, "What is set in it; drawings keep their own.")
  static let weight = Key(optional: "weight", .integer(in: 100...900), "100 to 900; default 400; bold is 700.")
  static let file = Key(required: "file", ValueForm<String>.themeFile(.font).located, "WOFF2 file in theme/.")
  static let licence = Key(
    required: "licence", ValueForm<String>.themeFile(.licence).located, "Text file in theme/; published with the font.")

  static let shape = Shape("a font", family, use, weight, file, licence)
}

extension ValueForm where Value == TimeAxisDirection {
  fileprivate static let charts = ValueForm.mapping(ChartKeys.shape) { fields, reader in
    fields.read(ChartKeys.timeAxis, &reader)
  }
}

private enum ChartKeys {
  static let timeAxis = Key(
    required: "time-axis", ValueForm<TimeAxisDirection>.word,
    "Which way time runs on pages that are written from the right; default left-to-right.")

  static let shape = Shape("the charts of a theme", timeAxis)
}

extension ValueForm where Value == [ColourScheme: [ColourRole: Colour]] {
  fileprivate static let colours = ValueForm.mapping(SchemeKeys.shape) { fields, reader in
    var colours: [ColourScheme: [ColourRole: Colour]] = [:]
    colours[.light] = fields.read(SchemeKeys.light, &reader)
    colours[.dark] = fields.read(SchemeKeys.dark, &reader)
    return colours
  }
}

private enum SchemeKeys {
  static let light = Key(optional: "light", ValueForm<[ColourRole: Colour]>.roles, "On a light ground.")
  static let dark = Key(optional: "dark", ValueForm<[ColourRole: Colour]>.roles, "For readers whose system is dark.")

  static let shape = Shape("the colours of a theme", light, dark)
}

extension ValueForm where Value == [ColourRole: Colour] {
  fileprivate static let roles = ValueForm.mapping(RoleKeys.shape) { fields, reader in
    var colours: [ColourRole: Colour] = [:]
    for (role, key) in RoleKeys.all { colours[role] = fields.read(key, &reader) }
    return colours
  }
}

private enum RoleKeys {
  static let page = Key(optional: "page", .colour, "The ground of everything.")
  static let surface = Key(optional: "surface", .colour, "The ground of what lies above the page.")
  static let ink = Key(optional: "ink", .colour, "Texts.")
  static let second = Key(optional: "second", .colour, "Texts that stand beside.")
  static let link = Key(optional: "link", .colour, "Links, and the frame around what has the focus.")
  static let rule = Key(optional: "rule", .colour, "Lines that part things.")

  static let all: [(ColourRole, Key<Colour>)] = [
    (.page, page), (.surface, surface), (.ink, ink), (.second, second), (.link, link), (.rule, rule),
  ]
  static let shape = Shape("a palette", page, surface, ink, second, link, rule)
}

extension ValueForm where Value == Colour {
  /// `"#0b5a8f"`; without quotes a YAML comment begins at `#`, and nothing is left.
  fileprivate static let colour = ValueForm(
    .string(pattern: "^#([0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})$"), acceptsNothing: true
  ) {
    node, reader in
    guard !node.isEmpty else {
      reader.fail(.colourIsComment(at: node.position))
      return nil
    }
    guard let text = reader.scalar(node, expected: "a colour") else { return nil }
    guard let colour = Colour(text) else {
      reader.fail(.notUnderstood(text, expected: "a colour such as \"#0b5a8f\"", at: node.position))
      return nil
    }
    return colour
  }
}

extension Diagnostic {
  fileprivate static func colourIsComment(at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP0103", "nothing stands here, expected a colour", at: position,
      hint: "write it in quotes, \"#0b5a8f\": without them '#' begins a comment")
  }
}

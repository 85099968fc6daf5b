/// How a workspace wants its site to look, as far as a workspace may say it.
package struct Theme: Hashable, Sendable {
  /// The organisation that publishes.
  package let name: LocalizedText?
  package let logo: Logo?
  /// Only what differs from the standard palette.
  package let colours: [ColourScheme: [ColourRole: Colour]]
  /// A sentence below every page.
  package let footer: LocalizedText?
  package let fonts: [Font]
  package let timeAxis: TimeAxisDirection
  /// In the place of what the head of a page holds.
  package let header: PageTemplate?
  /// In the place of what the foot of a page holds.
  package let foot: PageTemplate?

  package init(
    name: LocalizedText? = nil, logo: Logo? = nil, colours: [ColourScheme: [ColourRole: Colour]] = [:],
    footer: LocalizedText? = nil, fonts: [Font] = [], timeAxis: TimeAxisDirection = .leftToRight,
    header: PageTemplate? = nil, foot: PageTemplate? = nil
  ) {
    self.name = name
    self.logo = logo
    self.colours = colours
    self.footer = footer
    self.fonts = fonts
    self.timeAxis = timeAxis
    self.header = header
    self.foot = foot
  }

  package static let standard = Theme()

  package func palette(_ scheme: ColourScheme) -> Palette {
    guard let changes = colours[scheme] else { return .standard(scheme) }
    return Palette.standard(scheme).changed(by: changes)
  }

  /// A file that is published as it is, under `theme/`.
  package struct File: Hashable, Sendable {
    /// Letters, digits, `.`, `_` and `-` only.
    package let name: String
    package let bytes: [UInt8]

    package init(name: String, bytes: [UInt8]) {
      self.name = name
      self.bytes = bytes
    }
  }

  package struct Logo: Hashable, Sendable {
    package let file: File
    /// Width over height.
    package let aspect: Double
    /// What it shows, for those who do not see it.
    package let text: LocalizedText

    package init(file: File, aspect: Double, text: LocalizedText) {
      self.file = file
      self.aspect = aspect
      self.text = text
    }
  }

  package struct Font: Hashable, Sendable {
    package enum Use: String, Hashable, Sendable, CaseIterable { case headings, text }

    package let family: String
    package let use: Use
    /// 100 to 900.
    package let weight: Int
    package let file: File
    package let licence: File

    package init(family: String, use: Use, weight: Int, file: File, licence: File) {
      self.family = family
      self.use = use
      self.weight = weight
      self.file = file
      self.licence = licence
    }
  }

  /// Every file that the site publishes, once, sorted by name.
  package var files: [File] {
    let all = (logo.map { [$0.file] } ?? []) + fonts.flatMap { [$0.file, $0.licence] }
    let named = Dictionary(all.map { ($0.name, $0) }) { first, _ in first }
    return named.values.sorted { $0.name < $1.name }
  }
}

/// Which way time runs in charts of languages that are written from the right.
package enum TimeAxisDirection: String, Hashable, Sendable, CaseIterable {
  case leftToRight = "left-to-right"
  /// As the text runs.
  case mirrored
}

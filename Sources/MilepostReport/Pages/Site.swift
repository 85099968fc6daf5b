import MilepostLanguage
package import MilepostModel

/// A file of the site and the function that makes its bytes.
package struct SiteFile: Sendable {
  /// Relative to the root of the site.
  package let path: String
  /// What the file is about, for findings: `target 2.4`.
  package let subject: String
  /// nil for files that no reader waits for.
  package let budget: ByteBudget?
  private let content: Content

  /// Indirect, because a page is large and files are copied from list to list.
  private indirect enum Content: Sendable {
    case bytes(@Sendable () -> [UInt8])
    case page(Page, text: @Sendable (Page) -> PageText)
  }

  package init(
    path: String, subject: String, budget: ByteBudget? = .page, make: @escaping @Sendable () -> [UInt8]
  ) {
    self.path = path
    self.subject = subject
    self.budget = budget
    content = .bytes(make)
  }

  init(_ page: Page, subject: String, budget: ByteBudget = .page, text: @escaping @Sendable (Page) -> PageText) {
    path = page.path
    self.subject = subject
    self.budget = budget
    content = .page(page, text: text)
  }

  package func make() -> [UInt8] {
    var none: MadeText?
    return make(reusing: &none)
  }

  /// Whether the page has the text that was made last.
  package func repeats(_ last: MadeText?) -> Bool { last.map { $0.id == textID } ?? false }

  /// Makes the bytes, of the text of the page that was made last where that is also the text of this one.
  package func make(reusing last: inout MadeText?) -> [UInt8] {
    switch content {
    case .bytes(let make): return make()
    case .page(let page, let makeText):
      let text = last.flatMap { repeats($0) ? $0.text : nil } ?? makeText(page)
      last = textID.map { MadeText(id: $0, text: text) }
      return page.framed(text)
    }
  }

  /// Files of one id have the same text; nil for files without one.
  private var textID: MadeText.ID? {
    guard case .page(let page, _) = content else { return nil }
    return MadeText.ID(
      edition: page.context.release.edition?.id, language: page.context.language, place: page.place, subject: subject)
  }
}

/// The text of a page, kept for the file that has the same.
package struct MadeText: Sendable {
  fileprivate struct ID: Hashable, Sendable {
    let edition: Edition.ID?
    let language: LanguageTag
    let place: String
    let subject: String
  }

  fileprivate let id: ID
  fileprivate let text: PageText
}

extension SiteFile {
  /// The scripts that every page loads.
  static let scripts = [
    SiteFile(path: "milepost.js", subject: "script", budget: .script) { SiteScript.bytes },
    SiteFile(path: "search.js", subject: "search", budget: .script) { SiteScript.compact(PackageResources.search_js) },
    SiteFile(path: "tables.js", subject: "script of tables", budget: .script) {
      SiteScript.compact(PackageResources.tables_js)
    },
  ]
}

extension SiteFile {
  /// The pictures of an edition's report, for all languages.
  fileprivate static func pictures(of release: Release, base: String) -> [SiteFile] {
    (release.report?.pictures ?? []).map { picture in
      SiteFile(path: base + picture.place, subject: "picture \(picture.file)", budget: nil) { picture.bytes }
    }
  }
}

/// The pages of a site, made one by one, so that memory does not grow with their number.
package struct Site: Sendable {
  package let files: [SiteFile]

  /// Makes every file in order.
  package func write<Failure>(
    _ write: (_ path: String, _ bytes: [UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    var last: MadeText?
    for file in files { try write(file.path, file.make(reusing: &last)) }
  }
}

/// The site of all editions of a plan: the latest at the root, each under `editions/<slug>/`.
///
/// The files of `/data/` are not among them, although pages link to them.
/// - Parameters:
///   - releases: one for each edition, in the order of their dates.
///   - languages: the first is where `/index.html` leads.
package func site(for releases: [Release], languages: [LanguageTag]) -> Site {
  guard let latest = releases.last, !languages.isEmpty else { return Site(files: []) }
  let editions = releases.compactMap(EditionPlaces.init)
  func contexts(of release: Release, base: String) -> [SiteContext] {
    let lands = LandPlaces.byShape(release.boundaries.outlines)
    let registers = release.registers.map(PlacedRegister.init)
    let maps = release.maps.map { PlacedMap($0, release.boundaries.outlines) }
    return languages.map { SiteContext(release, releases, editions, base: base, $0, languages, lands, registers, maps) }
  }
  let current = contexts(of: latest, base: "")
  var files = [
    SiteFile(path: "style.css", subject: "style", budget: .style) {
      PackageResources.style_css + latest.theme.style
    },
    SiteFile(path: "favicon.svg", subject: "icon", budget: nil) { PackageResources.favicon_svg },
    current[0].redirect,
  ]
  files += SiteFile.scripts + SiteFile.files(of: latest.theme)
  files += HostFiles(context: current[0]).files + SiteFile.pictures(of: latest, base: "")
  let ownBase = latest.edition.map { "editions/\($0.id.text.slug)/" }
  for context in current {
    guard let ownBase else {
      files += context.files
      continue
    }
    // Side by side, so that the text of a page is made once for both.
    files += zip(context.files, context.moved(to: ownBase).files).flatMap { [$0, $1] }
  }
  for release in releases {
    guard let edition = release.edition else { continue }
    let base = "editions/\(edition.id.text.slug)/"
    files += SiteFile.pictures(of: release, base: base)
    guard base != ownBase else {
      files.append(current[0].moved(to: base).redirect)
      continue
    }
    let earlier = contexts(of: release, base: base)
    files.append(earlier[0].redirect)
    files += earlier.flatMap(\.files)
  }
  return Site(files: files)
}

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
  package let make: @Sendable () -> [UInt8]

  package init(
    path: String, subject: String, budget: ByteBudget? = .page, make: @escaping @Sendable () -> [UInt8]
  ) {
    self.path = path
    self.subject = subject
    self.budget = budget
    self.make = make
  }
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

/// The pages of a site, made one by one, so that memory does not grow with their number.
package struct Site: Sendable {
  package let files: [SiteFile]

  /// Makes every file in order.
  package func write<Failure>(
    _ write: (_ path: String, _ bytes: [UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    for file in files { try write(file.path, file.make()) }
  }
}

/// The site of all editions of a plan: the latest at the root, each under `editions/<slug>/`.
///
/// The files of `/data/` are not among them, although pages link to them.
/// - Parameters:
///   - releases: one for each edition, in the order of their dates.
///   - languages: the first is where `/index.html` leads.
package func site(for releases: [Release], languages: [LanguageTag]) -> Site {
  guard let latest = releases.last, let first = languages.first else { return Site(files: []) }
  let editions = releases.compactMap(EditionPlaces.init)
  var files = [
    SiteFile(path: "style.css", subject: "style", budget: .style) {
      PackageResources.style_css + latest.theme.style
    },
    SiteFile(path: "favicon.svg", subject: "icon", budget: nil) { PackageResources.favicon_svg },
    SiteContext(latest, releases, editions, base: "", first, languages).redirect,
  ]
  files += SiteFile.scripts + SiteFile.files(of: latest.theme)
  files += HostFiles(context: SiteContext(latest, releases, editions, base: "", first, languages)).files
  for language in languages { files += SiteContext(latest, releases, editions, base: "", language, languages).files }
  for release in releases {
    guard let edition = release.edition else { continue }
    let base = "editions/\(edition.id.text.slug)/"
    files.append(SiteContext(release, releases, editions, base: base, first, languages).redirect)
    for language in languages {
      files += SiteContext(release, releases, editions, base: base, language, languages).files
    }
  }
  return Site(files: files)
}

/// A fault of a site that we made: never a mistake of an author, because references and paths of the plan are checked
/// before anything is rendered.
package enum SiteFault: Error, Hashable, Sendable, CustomStringConvertible {
  case deadLink(to: String, page: String)
  case repeatedID(String, page: String)
  case sharedPath(String, one: String, other: String)
  case untitledDrawing(page: String)
  case sharedTitle(String, one: String, other: String)

  package var description: String {
    switch self {
    case .deadLink(let target, let page): "\(page): link to '\(target)', which the site does not have"
    case .repeatedID(let id, let page): "\(page): id '\(id)' stands twice"
    case .sharedPath(let path, let one, let other): "\(path): made for \(one) and for \(other)"
    case .untitledDrawing(let page): "\(page): drawing without a title"
    case .sharedTitle(let title, let one, let other): "\(other): title '\(title)' is also that of \(one)"
    }
  }
}

/// Checks the files of a site while they are written: links, ids, titles and drawings.
///
/// Only addresses and titles are kept, so that memory does not grow with the pages.
package struct SiteChecker: Sendable {
  /// What each path was made for.
  private var subjects: [String: String] = [:]
  private var titles: [String: String] = [:]
  /// Each address that is linked to, with the first page that does.
  private var links: [String: String] = [:]

  private var found: [SiteFault] = []

  package init() {}

  /// A file that pages link to and that is not checked itself.
  package mutating func note(path: String) { subjects[path] = path }

  /// - Parameter bytes: what `file` made.
  package mutating func check(_ file: SiteFile, _ bytes: [UInt8]) {
    if let other = subjects.updateValue(file.subject, forKey: file.path) {
      found.append(.sharedPath(file.path, one: other, other: file.subject))
    }
    guard file.path.hasSuffix(".html") else { return }
    var ids: Set<String> = []
    var scanner = MarkupScanner(bytes)
    while let tag = scanner.nextTag() {
      if let id = tag.attribute("id"), !ids.insert(id).inserted { found.append(.repeatedID(id, page: file.path)) }
      if let address = tag.attribute("href") { follow(address, from: file.path) }
      switch tag.name {
      case "title" where tag.parent == "head": check(title: scanner.text(), of: file.path)
      case "svg" where tag.attribute("aria-hidden") == nil:
        if scanner.nextName() != "title" { found.append(.untitledDrawing(page: file.path)) }
      default: break
      }
    }
  }

  private mutating func check(title: String, of path: String) {
    guard !path.isRedirect else { return }
    if let other = titles.updateValue(path, forKey: title) {
      found.append(.sharedTitle(title, one: other, other: path))
    }
  }

  private mutating func follow(_ address: String, from path: String) {
    guard !address.hasPrefix("#"), !address.contains(":") else { return }
    var parts = path.split(separator: "/").dropLast().map(String.init)
    for part in address.split(separator: "/") {
      if part == ".." {
        if !parts.isEmpty { parts.removeLast() }
      } else {
        parts.append(String(part))
      }
    }
    let target = parts.joined(separator: "/")
    if links[target] == nil { links[target] = path }
  }

  /// Every fault, dead links last; to be asked when every file is known.
  package var faults: [SiteFault] {
    found
      + links.filter { subjects[$0.key] == nil }.sorted { $0.key < $1.key }
      .map { SiteFault.deadLink(to: $0.key, page: $0.value) }
  }
}

extension String {
  /// `/index.html` and its like, which lead to the first language.
  fileprivate var isRedirect: Bool {
    self == "index.html" || (hasPrefix("editions/") && utf8.count { $0 == UInt8(ascii: "/") } == 2)
  }
}

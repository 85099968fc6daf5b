package import MilepostModel

/// Checks the files of a site while they are written: links, ids, titles, drawings, images and weight.
///
/// Only addresses, ids and titles are kept, so that memory does not grow with the text of the pages. An error is never
/// a mistake of an author: references and paths of the plan are checked before anything is rendered.
package struct SiteChecker: Sendable {
  /// What each path was made for.
  private var subjects: [String: String] = [:]
  /// The page of each title, in each tree of pages of one edition and language.
  private var titles: [String: String] = [:]
  /// Each address that is linked to, with the first page that does.
  private var links: [String: String] = [:]
  /// Each place on another page that is linked to, with the first page that does.
  private var fragments: [Place: String] = [:]
  /// The ids of the pages that have any.
  private var ids: [String: Set<String>] = [:]
  /// The ids of the page checked last, and those of its drawings that are offered as files.
  private var lastIDs: Set<String> = []
  private var lastDrawings: [String] = []

  private var found = Diagnostics()

  private struct Place: Hashable {
    let path: String
    let id: String
  }

  package init() {}

  /// A file that pages link to and that is not checked itself.
  package mutating func note(path: String) { add(path, madeFor: path) }

  /// - Parameter bytes: what `file` made.
  package mutating func check(_ file: SiteFile, _ bytes: [UInt8]) {
    noteAndWeigh(file, bytes)
    guard file.path.hasSuffix(".html") else { return }
    bytes.withUnsafeBufferPointer { check(MarkupScanner($0), of: file.path, repeats: false) }
  }

  /// Checks a page with the text of the page checked last, whose links lead within the same tree: its frame only.
  package mutating func check(repeating file: SiteFile, _ bytes: [UInt8]) {
    noteAndWeigh(file, bytes)
    bytes.withUnsafeBufferPointer { check(MarkupScanner($0), of: file.path, repeats: true) }
  }

  private mutating func noteAndWeigh(_ file: SiteFile, _ bytes: [UInt8]) {
    add(file.path, madeFor: file.subject)
    if let budget = file.budget, bytes.count > budget.bytes {
      found.report(.overBudget(bytes.count, budget, path: file.path))
    }
  }

  private mutating func check(_ markup: MarkupScanner, of path: String, repeats: Bool) {
    var scanner = markup
    var ids: Set<String> = []
    var numerals = ChartNumerals()
    while let tag = scanner.nextTag() {
      if let readings = tag.readings { numerals.read(readings) }
      if let id = tag.id.map({ String(decoding: $0, as: UTF8.self) }), !ids.insert(id).inserted {
        found.report(.repeatedID(id, page: path))
      }
      // A base says where the site is on its host, which is no file of it.
      if let link = tag.link, tag.name != .base { follow(link, from: path) }
      if let source = tag.source { follow(source, from: path) }
      switch tag.name {
      case .title where tag.parent == .head: check(title: scanner.text(), of: path)
      case .svg where !tag.isHidden:
        if scanner.nextName() != .title { found.report(.untitledDrawing(page: path)) }
      case .image where !tag.hasAlternative: found.report(.imageWithoutText(page: path))
      case .table: numerals.state(scanner.content(of: "table"))
      case .list: numerals.state(scanner.content(of: "dl"))
      case .main where repeats:
        scanner.skipMain()
        ids.formUnion(lastIDs)
      default: continue
      }
    }
    if let reading = numerals.unstated { found.report(.chartBesideTable(reading, page: path)) }
    lastIDs = ids
    if !ids.isEmpty { self.ids[path] = ids }
    noteDrawings(of: path, ids, repeats)
  }

  /// The files of the drawings that a page offers are made of the page itself.
  private mutating func noteDrawings(of path: String, _ ids: Set<String>, _ repeats: Bool) {
    let folder = path.dropLast("index.html".utf8.count)
    guard !repeats else {
      for id in lastDrawings { add("\(folder)\(id).svg", madeFor: "\(folder)\(id).svg") }
      return
    }
    lastDrawings = []
    for id in ids where ids.contains(id + "-wide-title") {
      let drawing = "\(folder)\(id).svg"
      guard links[drawing] == path else { continue }
      add(drawing, madeFor: drawing)
      lastDrawings.append(id)
    }
  }

  private mutating func add(_ path: String, madeFor subject: String) {
    guard let other = subjects.updateValue(subject, forKey: path) else { return }
    found.report(.sharedPath(path, one: other, other: subject))
  }

  private mutating func check(title: String, of path: String) {
    guard !path.isRedirect else { return }
    if let other = titles.updateValue(path, forKey: path.tree + title) {
      found.report(.sharedTitle(title, one: other, other: path))
    }
  }

  private mutating func follow(_ address: UnsafeBufferPointer<UInt8>, from path: String) {
    guard !address.contains(UInt8(ascii: ":")) else { return }
    let mark = address.firstIndex(of: UInt8(ascii: "#")) ?? address.endIndex
    let file = address[..<mark].prefix { $0 != UInt8(ascii: "?") }
    let target = file.isEmpty ? path : path.resolving(file)
    if links[target] == nil { links[target] = path }
    guard mark < address.endIndex else { return }
    let place = Place(path: target, id: String(decoding: address[(mark + 1)...], as: UTF8.self))
    if fragments[place] == nil { fragments[place] = path }
  }

  /// Reports every fault; to be called when every file is known.
  package func finish(into diagnostics: inout Diagnostics) {
    diagnostics.report(contentsOf: found)
    for (target, page) in links where subjects[target] == nil { diagnostics.report(.deadLink(to: target, page: page)) }
    for (place, page) in fragments where subjects[place.path] != nil && ids[place.path]?.contains(place.id) != true {
      diagnostics.report(.deadFragment(place.id, of: place.path, page: page))
    }
  }
}

extension String {
  /// `/index.html` and its like, which lead to the first language.
  fileprivate var isRedirect: Bool {
    self == "index.html" || (hasPrefix("editions/") && utf8.count { $0 == UInt8(ascii: "/") } == 2)
  }

  /// The folder of the edition and language: `en/`, `editions/c20-35/en/`.
  fileprivate var tree: String {
    var folders = utf8.split(separator: UInt8(ascii: "/"), maxSplits: 3).map { Substring($0) }
    folders = Array(folders.prefix(folders.first == "editions" ? 3 : 1))
    return folders.joined(separator: "/") + "/"
  }

  private static let up = Array("../".utf8)

  /// The path that a relative address on this page leads to.
  ///
  /// Our addresses climb first and never later, so that the rest of the address stands as it is.
  fileprivate func resolving(_ address: Slice<UnsafeBufferPointer<UInt8>>) -> String {
    var rest = address
    var path = self
    return path.withUTF8 { path in
      var folder = path[..<(path.lastIndex(of: UInt8(ascii: "/")) ?? 0)]
      while rest.starts(with: String.up) {
        rest = rest.dropFirst(3)
        folder = folder[..<(folder.lastIndex(of: UInt8(ascii: "/")) ?? 0)]
      }
      let start = folder.isEmpty ? 0 : folder.count + 1
      return String(unsafeUninitializedCapacity: start + rest.count) { bytes in
        _ = UnsafeMutableBufferPointer(rebasing: bytes[..<folder.count]).initialize(fromContentsOf: folder)
        if start > 0 { bytes[folder.count] = UInt8(ascii: "/") }
        _ = UnsafeMutableBufferPointer(rebasing: bytes[start..<(start + rest.count)]).initialize(fromContentsOf: rest)
        return start + rest.count
      }
    }
  }
}

extension Diagnostic {
  package static func deadLink(to target: String, page: String) -> Self {
    Diagnostic(.error, "MP0701", "link to '\(target)', which the site does not have", at: .wholeFile(page))
  }

  package static func repeatedID(_ id: String, page: String) -> Self {
    Diagnostic(.error, "MP0702", "id '\(id)' stands twice on the page", at: .wholeFile(page))
  }

  package static func sharedPath(_ path: String, one: String, other: String) -> Self {
    Diagnostic(.error, "MP0703", "file made for \(one) and for \(other)", at: .wholeFile(path))
  }

  package static func untitledDrawing(page: String) -> Self {
    Diagnostic(.error, "MP0704", "drawing without a title", at: .wholeFile(page))
  }

  package static func sharedTitle(_ title: String, one: String, other: String) -> Self {
    Diagnostic(.error, "MP0705", "title '\(title)' is also that of \(one)", at: .wholeFile(other))
  }

  package static func overBudget(_ bytes: Int, _ budget: ByteBudget, path: String) -> Self {
    Diagnostic(
      .warning, "MP0706", "\(bytes) bytes where \(budget.bytes) are allowed", at: .wholeFile(path))
  }

  package static func imageWithoutText(page: String) -> Self {
    Diagnostic(.error, "MP0707", "image without a text in its place", at: .wholeFile(page))
  }

  package static func chartBesideTable(_ reading: String, page: String) -> Self {
    Diagnostic(.warning, "MP0709", "chart reads '\(reading)', which no table of the page has", at: .wholeFile(page))
  }

  package static func deadFragment(_ id: String, of target: String, page: String) -> Self {
    let place = target == page ? "the page" : "'\(target)'"
    return Diagnostic(.error, "MP0708", "link to '#\(id)', which \(place) does not have", at: .wholeFile(page))
  }
}

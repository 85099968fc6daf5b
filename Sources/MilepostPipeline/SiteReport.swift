import MilepostLanguage
import MilepostModel

/// What a build wrote, in numbers, for the person who ran it.
package struct SiteReport: Sendable {
  private enum Kind: String, CaseIterable {
    case pages, data = "data files", drawings, others = "other files"

    init(_ path: String) {
      if Publication.Parts.data.holds(path) {
        self = .data
      } else if path.hasSuffix("index.html") || path == "404.html" {
        self = .pages
      } else {
        self = path.hasSuffix(".svg") ? .drawings : .others
      }
    }
  }

  private var counts: [Kind: Int] = [:]
  private var bytes: [Kind: Int] = [:]
  private var heaviest: (path: String, bytes: Int)?
  private let translations: [TranslationCoverage]
  private var findings: [Diagnostic] = []
  /// Of the releases, in their order: what their `release.json` states.
  package internal(set) var contentHashes: [String] = []

  /// - Parameter release: the latest, whose texts are counted.
  init(_ release: Release, languages: [LanguageTag]) {
    translations = release.translations.filter { languages.contains($0.language) }
  }

  mutating func add(_ path: String, bytes size: Int) {
    let kind = Kind(path)
    counts[kind, default: 0] += 1
    bytes[kind, default: 0] += size
    if kind == .pages, size > heaviest.map(\.bytes) ?? -1 { heaviest = (path, size) }
  }

  mutating func add(_ diagnostics: Diagnostics) { findings += diagnostics.all }

  /// Aligned lines, the same for the same site.
  package var text: String {
    var rows: [(name: String, text: String)] = []
    let kinds = Kind.allCases.compactMap { kind in
      counts[kind].map { (kind, count: SiteReport.number($0), size: SiteReport.size(bytes[kind, default: 0])) }
    }
    let widths = (kinds.map(\.count.count).max() ?? 1, kinds.map(\.size.count).max() ?? 1)
    for (kind, count, size) in kinds {
      var text = "\(SiteReport.padded(count, widths.0))  \(SiteReport.padded(size, widths.1))"
      if kind == .pages, let heaviest { text += "  heaviest \(heaviest.path), \(SiteReport.size(heaviest.bytes))" }
      rows.append((kind.rawValue, text))
    }
    rows.append(("translated", translations.map(SiteReport.share).joined(separator: ", ")))
    rows.append(("findings", findingsText))
    let width = rows.map(\.name.count).max() ?? 0
    return rows.map { row in
      row.name + String(repeating: " ", count: width - row.name.count + 2) + row.text + "\n"
    }.joined()
  }

  private var findingsText: String {
    guard !findings.isEmpty else { return "none" }
    let words = [(findings.count(of: .error), "error"), (findings.count(of: .warning), "warning")].filter { $0.0 > 0 }
    let counts = Dictionary(grouping: findings, by: \.code).map { ($0, $1.count) }.sorted { $0.0 < $1.0 }
    return words.map { "\(SiteReport.number($0)) \($1)\($0 == 1 ? "" : "s")" }.joined(separator: ", ") + ": "
      + counts.map { "\($0) × \(SiteReport.number($1))" }.joined(separator: ", ")
  }

  /// What is not complete must not print as 100 %.
  private static func share(_ coverage: TranslationCoverage) -> String {
    let percent = coverage.missing.isEmpty ? 100 : min(99, Int(100 * coverage.share))
    return "\(coverage.language) \(percent) %"
  }

  private static let numbers = NumberConventions(LanguageTag("en"))

  private static func number(_ count: Int) -> String { numbers.text(Double(count), decimals: 0) }

  /// Counted up, so that nothing seems empty.
  private static func size(_ bytes: Int) -> String {
    bytes > 999_000
      ? numbers.text((Double(bytes) / 100_000).rounded(.up) / 10, decimals: 1) + " MB"
      : numbers.text((Double(bytes) / 1000).rounded(.up), decimals: 0) + " kB"
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: width - text.count) + text
  }
}

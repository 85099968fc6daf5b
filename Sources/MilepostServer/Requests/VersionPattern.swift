import MilepostExchange

/// Which versions of an artefact are meant.
///
/// Version 2 writes `1.0.0`, `*` and `1.*` for all, and one operator behind a number for the newest from there on:
/// `1.2.3+` below 1.3.0, `1.2+.0` below 2.0.0, `1+.0.0` without end; `~` also takes drafts. `+` and `~` alone are the newest.
/// Version 1 writes a version, `latest` and `all`. (SDMX REST 2.x, "Querying versions".)
struct VersionPattern: Hashable {
  private enum Choice: Hashable {
    case exactly(SDMX.Version)
    /// All whose first numbers are these.
    case all([Int])
    /// The newest from `least` on whose first numbers, `fixed` in count, are the same.
    case newest(least: [Int], fixed: Int, drafts: Bool)
  }

  private let choice: Choice

  private init(_ choice: Choice) { self.choice = choice }

  static let all = VersionPattern(.all([]))
  static let latest = VersionPattern(.newest(least: [0, 0, 0], fixed: 0, drafts: false))
  static let latestOrDraft = VersionPattern(.newest(least: [0, 0, 0], fixed: 0, drafts: true))

  init(_ text: String, _ interface: InterfaceVersion) throws(RequestFault) {
    switch (interface, text) {
    case (.v1, "latest"): self = .latestOrDraft
    case (.v1, "all"), (.v2, "*"): self = .all
    case (.v2, "+"): self = .latest
    case (.v2, "~"): self = .latestOrDraft
    default:
      if let version = SDMX.Version(text) {
        choice = .exactly(version)
      } else if interface == .v2, let choice = VersionPattern.wildcard(text) {
        self.choice = choice
      } else {
        throw .syntax("'\(text)' is no version.")
      }
    }
  }

  private static func wildcard(_ text: String) -> Choice? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 3 else { return nil }
    if parts.last == "*" {
      let numbers = parts.dropLast().compactMap { Int($0) }
      return numbers.count == parts.count - 1 ? .all(numbers) : nil
    }
    var least: [Int] = []
    var found: (fixed: Int, drafts: Bool)?
    for (place, part) in parts.enumerated() {
      let sign = part.last.flatMap { "+~".contains($0) ? $0 : nil }
      if let sign {
        guard found == nil else { return nil }
        found = (place, sign == "~")
      }
      guard let number = Int(sign == nil ? part : part.dropLast()), number >= 0 else { return nil }
      least.append(number)
    }
    guard let found else { return nil }
    least += Array(repeating: 0, count: 3 - least.count)
    return .newest(least: least, fixed: found.fixed, drafts: found.drafts)
  }

  /// Those that are meant of the versions that there are, in their order.
  func chosen(of versions: [SDMX.Version]) -> [SDMX.Version] {
    switch choice {
    // 1.0 and 1.0.0 are one version.
    case .exactly(let version): versions.filter { $0 == version || $0.isSame(as: version) }
    case .all(let numbers): versions.filter { $0.numbers.starts(with: numbers) }
    case .newest(let least, let fixed, let drafts):
      versions.filter { version in
        (drafts || version.isStable) && version.numbers.starts(with: least.prefix(fixed))
          && !version.numbers.lexicographicallyPrecedes(least)
      }.max().map { [$0] } ?? []
    }
  }
}

extension SDMX.Version {
  fileprivate func isSame(as other: SDMX.Version) -> Bool {
    numbers == other.numbers && isStable && other.isStable
  }
}

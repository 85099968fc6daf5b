/// One entry of an Accept header: `application/vnd.sdmx.data+csv;version=2.0.0;labels=both;q=0.8`.
struct MediaRange: Equatable {
  /// In lower case; `*` for any.
  let type: String
  let subtype: String
  /// Names in lower case, values as written, without `q` and `charset`.
  let parameters: [String: String]
  /// 0 to 1.
  let quality: Double

  /// The ranges of a header, the most wanted first, of equal ones in the order of the header; what cannot be read is left out.
  static func list(_ header: String) -> [MediaRange] {
    let ranges = header.split(separator: ",").compactMap { MediaRange($0) }
    return ranges.enumerated().sorted { one, other in
      let (left, right) = (one.element, other.element)
      if left.quality != right.quality { return left.quality > right.quality }
      if left.precision != right.precision { return left.precision > right.precision }
      return one.offset < other.offset
    }.map(\.element)
  }

  private init?(_ text: Substring) {
    let parts = text.split(separator: ";", omittingEmptySubsequences: false).map { $0.trimmed }
    let names = parts[0].lowercased().split(separator: "/", omittingEmptySubsequences: false).map { $0.trimmed }
    guard names.count == 2, !names[0].isEmpty, !names[1].isEmpty else { return nil }
    (type, subtype) = (names[0], names[1])
    var parameters: [String: String] = [:]
    var quality = 1.0
    for part in parts.dropFirst() {
      let sides = part.split(separator: "=", maxSplits: 1).map { $0.trimmed }
      guard sides.count == 2 else { continue }
      let value = sides[1].hasPrefix("\"") ? String(sides[1].dropFirst().prefix { $0 != "\"" }) : sides[1]
      switch sides[0].lowercased() {
      case "q":
        guard let stated = Double(value), (0...1).contains(stated) else { return nil }
        quality = stated
      case "charset": break
      default: parameters[sides[0].lowercased()] = value
      }
    }
    self.parameters = parameters
    self.quality = quality
  }

  /// How exactly it names a type: a named one before `text/*`, and that before `*/*`.
  private var precision: Int { type == "*" ? 0 : subtype == "*" ? 1 : 2 + parameters.count }

  var isAnything: Bool { type == "*" && subtype == "*" }

  /// Whether a version of a format is meant: `2.0.0`, `2.0`, or `2.0.0+` for it and later ones of the same first number.
  func admits(version: String) -> Bool {
    guard let asked = parameters["version"] else { return true }
    let isOpen = asked.last.map { "+~*".contains($0) } ?? false
    guard let least = MediaRange.numbers(isOpen ? asked.dropLast() : asked[...]),
      let offered = MediaRange.numbers(version[...])
    else { return asked == "*" }
    if isOpen { return offered.first == least.first && !offered.lexicographicallyPrecedes(least) }
    return offered == least
  }

  private static func numbers(_ text: Substring) -> [Int]? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { Int($0) }
    guard numbers.count == parts.count, (1...3).contains(numbers.count) else { return nil }
    return numbers + Array(repeating: 0, count: 3 - numbers.count)
  }
}

extension StringProtocol {
  fileprivate var trimmed: String {
    String(drop { $0 == " " || $0 == "\t" }.reversed().drop { $0 == " " || $0 == "\t" }.reversed())
  }
}

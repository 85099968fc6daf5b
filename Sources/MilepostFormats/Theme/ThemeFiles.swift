import MilepostModel

/// The kinds of file that a theme names.
enum ThemeFileKind: Sendable {
  case logo, font, licence, template

  var endings: [String] {
    switch self {
    case .logo: [".svg", ".png"]
    case .font: [".woff2"]
    case .licence: [".txt", ".md"]
    case .template: [".mustache"]
    }
  }

  /// What readers of the site may be made to wait for.
  var mostBytes: Int {
    switch self {
    case .logo, .licence: 100_000
    case .font: 200_000
    case .template: 10_000
    }
  }

  var expected: String { "the name of a file in theme/ that ends in \(endings.joined(separator: " or "))" }
}

extension ValueForm where Value == String {
  /// A file in `theme/` itself; its name is also that in the site.
  static func themeFile(_ kind: ThemeFileKind) -> ValueForm {
    let endings = kind.endings.map { "\\" + $0 }.joined(separator: "|")
    return pattern("^[A-Za-z0-9_-][A-Za-z0-9._-]*(\(endings))$", kind.expected) { text in
      text.utf8.first != UInt8(ascii: ".")
        && kind.endings.contains { text.hasSuffix($0) && text.utf8.count > $0.utf8.count }
        && text.utf8.allSatisfy { $0.isLetterOrDigit || "._-".utf8.contains($0) }
    }
  }
}

/// Width over height of a PNG file, as its head says; nil when it is none or is cut off.
func aspect(ofPNG bytes: [UInt8]) -> Double? {
  let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]
  let end: [UInt8] = [0, 0, 0, 0, 0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82]
  guard bytes.starts(with: signature), bytes.count > 45, bytes.suffix(12).elementsEqual(end) else { return nil }
  let (width, height) = (bytes.number(at: 16), bytes.number(at: 20))
  guard (1...4096).contains(width), (1...4096).contains(height) else { return nil }
  let aspect = Double(width) / Double(height)
  return (0.05...20).contains(aspect) ? aspect : nil
}

/// Whether the bytes are a whole file of WOFF 2, by its signature and its own length.
///
/// Source: WOFF File Format 2.0, 4.1 "WOFF2 header".
func isWOFF2(_ bytes: [UInt8]) -> Bool {
  bytes.count > 48 && bytes.starts(with: "wOF2".utf8) && bytes.number(at: 8) == bytes.count
}

extension [UInt8] {
  /// Four bytes, the greatest first.
  fileprivate func number(at place: Int) -> Int {
    self[place..<place + 4].reduce(0) { $0 << 8 | Int($1) }
  }
}

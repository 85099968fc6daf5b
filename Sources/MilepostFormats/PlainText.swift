extension [UInt8] {
  /// Whether they begin with a byte order mark of UTF-16 or UTF-32, or every second byte of the first ones is NUL.
  var isUTF16: Bool {
    guard count >= 2 else { return false }
    if self[0] == 0xFF && self[1] == 0xFE || self[0] == 0xFE && self[1] == 0xFF { return true }
    guard count >= 4 else { return false }
    let isLittle = self[0] != 0 && self[1] == 0 && self[2] != 0 && self[3] == 0
    let isBig = self[0] == 0 && self[1] != 0 && self[2] == 0 && self[3] != 0
    return isLittle || isBig
  }
}

extension StringProtocol {
  /// Without blanks, tabs, line ends and no-break spaces at its ends.
  var trimmedOfBlanks: String {
    let scalars = unicodeScalars
    let isBlank = { (scalar: Unicode.Scalar) in scalar.properties.isWhitespace || scalar == "\u{FEFF}" }
    guard let first = scalars.firstIndex(where: { !isBlank($0) }),
      let last = scalars.lastIndex(where: { !isBlank($0) })
    else { return "" }
    return String(self[first..<scalars.index(after: last)])
  }

  /// With one blank where there are blanks or ends of lines, and none at the ends.
  var inOneLine: String {
    unicodeScalars.split { $0.properties.isWhitespace }.map { String(String.UnicodeScalarView($0)) }
      .joined(separator: " ")
  }
}

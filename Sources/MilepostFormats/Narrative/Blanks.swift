extension StringProtocol {
  /// With one blank where there are blanks or ends of lines, and none at the ends.
  var inOneLine: String {
    unicodeScalars.split { $0.properties.isWhitespace }.map { String(String.UnicodeScalarView($0)) }
      .joined(separator: " ")
  }

  /// Without the blanks at its ends.
  var trimmed: String {
    var rest = self[...]
    while let first = rest.unicodeScalars.first, first.properties.isWhitespace { rest = rest.dropFirst() }
    while let last = rest.unicodeScalars.last, last.properties.isWhitespace { rest = rest.dropLast() }
    return String(rest)
  }
}

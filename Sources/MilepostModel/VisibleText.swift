extension Unicode.Scalar {
  /// `U+200B`
  package var number: String {
    let digits = String(value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: Swift.max(0, 4 - digits.utf8.count)) + digits
  }

  /// Whether it shows nothing of its own, or commands a terminal: controls, marks of direction, blanks without width.
  fileprivate var isInvisible: Bool {
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }
}

extension String {
  /// The text with the number of each character that nobody sees in its place: `LDC<U+200B>`.
  package var visible: String {
    if utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return self }
    return unicodeScalars.reduce(into: "") { text, scalar in
      if scalar.isInvisible { text += "<\(scalar.number)>" } else { text.unicodeScalars.append(scalar) }
    }
  }
}

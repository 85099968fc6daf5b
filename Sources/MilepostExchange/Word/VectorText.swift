/// Vectors for word processors, of which few know which of a letter's line and filling comes first.
enum VectorText {
  /// A drawing in which no text has a line around it: where the line covers the letters, they cannot be read.
  static func withoutHalos(_ svg: [UInt8]) -> [UInt8] {
    var text = String(decoding: svg, as: UTF8.self)
    var start = text.startIndex
    while let order = text[start...].firstRange(of: "paint-order:") {
      let open = text[..<order.lowerBound].lastIndex { $0 == "{" || $0 == "\"" }
      let close = text[order.lowerBound...].firstIndex { $0 == "}" || $0 == "\"" }
      guard let open, let close else { break }
      let body = text.index(after: open)..<close
      let kept = text[body].split(separator: ";").filter { declaration in
        !declaration.hasPrefix("paint-order") && !declaration.hasPrefix("stroke")
      }
      let distance = text.distance(from: text.startIndex, to: body.lowerBound)
      text.replaceSubrange(body, with: kept.joined(separator: ";"))
      start = text.index(text.startIndex, offsetBy: distance)
    }
    return Array(text.utf8)
  }
}

import MilepostLanguage

/// The texts of a drawing as they are seen, for programs that draw letter by letter.
enum DrawnTexts {
  /// The drawing with the content of its text elements in the order and form of `VisualText`.
  static func seen(_ svg: [UInt8]) -> [UInt8] {
    var result = ""
    var rest = String(decoding: svg, as: UTF8.self)[...]
    while let open = rest.firstRange(of: "<text"), let end = rest[open.upperBound...].firstRange(of: "</text>") {
      result += rest[..<open.lowerBound]
      result += text(rest[open.lowerBound..<end.lowerBound])
      rest = rest[end.lowerBound...]
    }
    return Array((result + rest).utf8)
  }

  /// Between tags, so that rows of a text stay rows.
  private static func text(_ markup: Substring) -> String {
    markup.split(separator: "<", omittingEmptySubsequences: false).map { part in
      guard let close = part.firstIndex(of: ">") else { return String(part) }
      let text = part[part.index(after: close)...]
      return part[...close] + VisualText.seen(unescaped(text)).escaped
    }.joined(separator: "<")
  }

  private static func unescaped(_ text: Substring) -> String {
    String(text).replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
      .replacing("&amp;", with: "&")
  }
}

extension String {
  fileprivate var escaped: String {
    replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
  }
}

import MilepostModel

/// Whether a client has already what it asks for. Source: RFC 9110, section 13.
enum Conditions {
  /// - Parameter answer: with its ETag and Last-Modified as it would be sent.
  static func isKnown(_ answer: Answer, to request: Request) -> Bool {
    guard answer.status == 200 else { return false }
    if let tags = request.headers["if-none-match"] {
      // The date does not count where tags are given.
      guard let tag = answer.header("ETag") else { return false }
      return matches(tags, tag)
    }
    guard let since = request.headers["if-modified-since"].flatMap(HTTPDate.moment),
      let changed = answer.header("Last-Modified").flatMap(HTTPDate.moment)
    else { return false }
    return changed <= since
  }

  /// Weak and strong tags count as the same: only the bytes of a part would need a strong one.
  private static func matches(_ tags: String, _ tag: String) -> Bool {
    tags.split(separator: ",").contains { part in
      let stated = part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()
      return String(stated) == "*" || opaque(String(stated)) == opaque(tag)
    }
  }

  private static func opaque(_ tag: String) -> Substring { tag.hasPrefix("W/") ? tag.dropFirst(2) : tag[...] }

  /// The answer to who has it already: what a cache needs to go on using its copy.
  static func notModified(_ answer: Answer) -> Answer {
    let kept: Set = [
      "etag", "last-modified", "cache-control", "vary", "content-location", "expires", "content-language",
    ]
    return Answer(304, answer.headers.filter { kept.contains($0.name.lowercased()) })
  }
}

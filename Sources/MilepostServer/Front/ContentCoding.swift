/// In which coding the bytes of an answer go out.
enum ContentCoding {
  /// Whether a client takes gzip, as its Accept-Encoding says. Source: RFC 9110, section 12.5.3.
  static func takesGzip(_ header: String?) -> Bool {
    guard let header else { return false }
    var anything: Double?
    for part in header.lowercased().split(separator: ",") {
      let words = part.split(separator: ";").map { $0.filter { $0 != " " && $0 != "\t" } }
      guard let name = words.first else { continue }
      var weight = 1.0
      if let stated = words.dropFirst().first(where: { $0.hasPrefix("q=") }) {
        // A weight that cannot be read is no consent.
        guard let number = Double(stated.dropFirst(2)) else { continue }
        weight = number
      }
      if name == "gzip" || name == "x-gzip" { return weight > 0 }
      if name == "*" { anything = weight }
    }
    return anything.map { $0 > 0 } ?? false
  }

  /// Below this many bytes packing saves nothing that counts.
  static let fewestBytes = 600

  /// Whether packing makes an answer smaller: text does, drawings and workbooks are packed already.
  static func isWorthIt(_ answer: Answer) -> Bool {
    guard answer.status == 200, answer.header("Content-Encoding") == nil, let type = answer.mediaType else {
      return false
    }
    switch answer.body {
    case .empty: return false
    case .bytes(let bytes) where bytes.count < fewestBytes: return false
    case .bytes, .parts: break
    }
    // An event of a stream must not wait in a packer.
    if type == "text/event-stream" { return false }
    return type.hasPrefix("text/") || type.hasSuffix("json") || type.hasSuffix("xml") || type.hasSuffix("csv")
      || type.hasSuffix("javascript")
  }

  /// The headers of the answer in the coding that the client takes; its body is as it was.
  static func announced(_ answer: Answer, isPacked: Bool) -> Answer {
    guard isWorthIt(answer) else { return answer }
    var answer = isPacked ? announce(answer) : answer
    answer.vary(on: "Accept-Encoding")
    return answer
  }

  /// The answer in the coding that the client takes.
  static func coded(_ answer: Answer, isPacked: Bool) -> Answer {
    var coded = announced(answer, isPacked: isPacked)
    if isPacked, isWorthIt(answer) { coded.body = pack(answer.body) }
    return coded
  }

  /// The tag of the same answer in gzip: each coding has bytes of its own, so it has a tag of its own.
  static func packedTag(_ tag: String) -> String {
    tag.hasSuffix("\"") ? tag.dropLast() + "-gzip\"" : tag + "-gzip"
  }

  /// The headers of the answer in gzip; its body is packed by `pack`.
  private static func announce(_ answer: Answer) -> Answer {
    var answer = answer
    answer.set("Content-Encoding", "gzip")
    answer.remove("Content-Length")
    if let tag = answer.header("ETag") { answer.set("ETag", packedTag(tag)) }
    return answer
  }

  /// The body in gzip, packed while it is sent.
  static func pack(_ body: Answer.Body) -> Answer.Body {
    switch body {
    case .empty: return .empty
    case .bytes(let bytes):
      let stream = GzipStream()
      return .bytes(stream.packed(bytes) + stream.end())
    case .parts(let make):
      return .parts { send in
        let stream = GzipStream()
        try await make { part in
          let packed = stream.packed(part)
          if !packed.isEmpty { try await send(packed) }
        }
        try await send(stream.end())
      }
    }
  }
}

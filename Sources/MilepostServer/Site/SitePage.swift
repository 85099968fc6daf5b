/// Pages that the site itself does not have, plain enough to need no style.
enum SitePage {
  /// - Parameters:
  ///   - title: plain text of ours.
  ///   - text: a sentence, which may quote the request.
  static func notice(_ status: Int, _ title: String, _ text: String, retryAfter: Int? = nil) -> Answer {
    let page = """
      <!doctype html>
      <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">\
      <meta name="robots" content="noindex"><title>\(escaped(title))</title></head>
      <body><main><h1>\(escaped(title))</h1><p>\(escaped(text))</p><p><a href="/">To the first page</a></p></main></body>\
      </html>

      """
    var answer = Answer.text(status, page, type: "text/html; charset=utf-8")
    answer.set("Cache-Control", "no-store")
    if let retryAfter { answer.set("Retry-After", "\(retryAfter)") }
    return answer
  }

  /// - Parameter place: relative, so that it holds behind a proxy that serves the site below a path of its own.
  static func redirect(_ status: Int, _ place: String) -> Answer {
    var answer = notice(status, "This page has another address", "It is at \(place).")
    answer.set("Location", place)
    answer.set("Cache-Control", "public, max-age=60")
    return answer
  }

  /// A segment of a path as it stands in an address.
  static func encoded(_ segment: String) -> String {
    let digits = Array("0123456789ABCDEF")
    return segment.utf8.map { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"),
        UInt8(ascii: "~"):
        String(UnicodeScalar(byte))
      default: "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
      }
    }.joined()
  }

  static func escaped(_ text: String) -> String {
    text.reduce(into: "") { result, character in
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      default: result.append(character)
      }
    }
  }
}

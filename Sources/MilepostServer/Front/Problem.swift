import MilepostExchange

/// An error as a document. Source: RFC 9457.
///
/// It says what the client can do about it, and nothing of what is inside.
struct Problem {
  let status: Int
  /// A sentence for the person who asked.
  let detail: String
  var retryAfter: Int?

  static let titles: [Int: String] = [
    400: "Bad request", 404: "Not found", 405: "Method not allowed", 406: "Not acceptable", 413: "Too large",
    414: "Address too long", 421: "Another host", 422: "Cannot be meant", 429: "Too many requests",
    500: "Internal error", 501: "Not there", 503: "Unavailable",
  ]

  init(_ status: Int, _ detail: String, retryAfter: Int? = nil) {
    self.status = status
    self.detail = detail
    self.retryAfter = retryAfter
  }

  /// The fault of a request to the site or the JSON interface.
  init(_ fault: RequestFault) {
    self.init(fault.kind == .noResults ? 404 : fault.kind.status(.v2), fault.message)
  }

  static let unavailable = Problem(503, "The data cannot be read at this moment. Try again soon.", retryAfter: 5)

  var answer: Answer {
    let body = JSONWriter.document { json in
      json.member("type", "about:blank")
      json.member("title", Problem.titles[status])
      json.member("status", status)
      json.member("detail", detail)
    }
    var headers = [
      Answer.Header("Content-Type", "application/problem+json"), Answer.Header("Cache-Control", "no-store"),
    ]
    if let retryAfter { headers.append(Answer.Header("Retry-After", "\(retryAfter)")) }
    return Answer(status, headers, .bytes(body))
  }
}

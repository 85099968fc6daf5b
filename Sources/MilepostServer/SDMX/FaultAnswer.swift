import MilepostExchange
import MilepostModel

/// Faults as the two interfaces say them.
enum FaultAnswer {
  /// An SDMX-ML message `Error` in version 1, and in version 2 for those who want XML; else the member `errors` of SDMX-JSON.
  static func answer(_ fault: RequestFault, to request: Request) -> Answer {
    let path = request.target.prefix { $0 != "?" }.split(separator: "/", omittingEmptySubsequences: true)
    let interface = InterfaceVersion(path.map(String.init)) ?? .v2
    let status = fault.kind.status(interface)
    var headers = [Answer.Header("Vary", AnswerHead.vary), Answer.Header("Cache-Control", "no-store")]
    guard status != 204 else { return Answer(status, headers) }
    let isMarkup = interface == .v1 || wantsMarkup(request)
    let bytes = isMarkup ? markup(fault, interface) : json(fault)
    headers.append(Answer.Header("Content-Type", isMarkup ? "application/xml" : "application/json"))
    headers.append(Answer.Header("Content-Language", "en"))
    return Answer(status, headers, .bytes(bytes))
  }

  private static func wantsMarkup(_ request: Request) -> Bool {
    guard let accept = request.headers["accept"], let first = MediaRange.list(accept).first else { return false }
    return first.subtype == "xml" || first.subtype.hasSuffix("+xml")
  }

  private static func markup(_ fault: RequestFault, _ interface: InterfaceVersion) -> [UInt8] {
    let message = SDMX.ErrorMessage(
      code: String(fault.kind.code), text: LocalizedText(fault.message, LanguageTag("en")))
    return SDMX.markup(of: [message], interface == .v1 ? .v2_1 : .v3_0)
  }

  private static func json(_ fault: RequestFault) -> [UInt8] {
    JSONWriter.document { json in
      json.key("errors")
      json.array([fault]) { json, fault in
        json.object { json in
          json.member("code", fault.kind.code)
          json.member("title", fault.kind.title)
          json.member("detail", fault.message)
        }
      }
    }
  }
}

extension RequestFault.Kind {
  fileprivate var title: String {
    switch self {
    case .noResults: "No results"
    case .unknownResource: "Not found"
    case .tooLarge: "Too large an answer"
    case .syntax: "Syntax error"
    case .semantic: "Semantic error"
    case .notAcceptable: "No such format"
    case .addressTooLong: "Address too long"
    case .tooManyRequests: "Too many requests"
    case .notImplemented: "Not implemented"
    case .internalError: "Internal error"
    case .unavailable: "Unavailable"
    }
  }
}

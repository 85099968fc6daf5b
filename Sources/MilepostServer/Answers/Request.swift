/// What a client asked, as far as answers depend on it.
package struct Request: Sendable {
  package enum Method: String, Sendable {
    case get = "GET"
    case head = "HEAD"
    case options = "OPTIONS"
  }

  package let method: Method
  /// Path and query as they stand in the first line of the request.
  package let target: String
  /// By name in small letters; of a header that came several times the values with commas between them.
  package let headers: [String: String]

  package init(_ method: Method = .get, _ target: String, headers: [String: String] = [:]) {
    self.method = method
    self.target = target
    self.headers = headers
  }
}

/// What goes back to a client.
package struct Answer: Sendable {
  package struct Header: Hashable, Sendable {
    package let name: String
    package let value: String

    package init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  package enum Body: Sendable {
    case empty
    case bytes([UInt8])
    /// Made while it is sent: part after part, each when the client has room for it.
    ///
    /// What is thrown after the first part breaks the connection off, so that nobody takes the rest for the whole.
    case parts(@Sendable (_ send: ([UInt8]) async throws -> Void) async throws -> Void)
  }

  package var status: Int
  package var headers: [Header]
  package var body: Body

  package init(_ status: Int, _ headers: [Header] = [], _ body: Body = .empty) {
    self.status = status
    self.headers = headers
    self.body = body
  }
}

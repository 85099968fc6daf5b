/// Where a server listens and what it puts up with.
package struct ServerOptions: Sendable {
  package var host = "127.0.0.1"
  /// 0: a free one.
  package var port = 8080
  /// How many of our own proxies stand before the server and add to `X-Forwarded-For`.
  package var proxies = 0
  /// Requests that a client may send each second in the long run; 0: as many as it likes.
  package var requestsPerSecond = 50.0
  /// How many of them at once.
  package var burst = 500
  package var connections = 4096
  /// Of one client, unless proxies stand before the server.
  package var connectionsOfOne = 512
  /// Costly requests that are served at once, of all clients and of one.
  package var costly = 32
  package var costlyOfOne = 8
  /// Within this time the head of a request must be there, and a connection without requests is kept.
  package var idleSeconds = 30
  /// Within this time a client must take the next 16 kB of an answer.
  package var stallSeconds = 30
  /// How long requests may go on when the server is told to stop.
  package var graceSeconds = 10
  package var logsRequests = true

  package init() {}
}

/// What a server needs of the machine; times and texts come and go through here.
package struct ServerSurroundings: Sendable {
  let log: @Sendable (String) -> Void
  let isReady: @Sendable (_ port: Int) -> Void

  /// - Parameters:
  ///   - log: takes a line for each request.
  ///   - isReady: called once, when requests are taken.
  package init(log: @escaping @Sendable (String) -> Void, isReady: @escaping @Sendable (_ port: Int) -> Void) {
    self.log = log
    self.isReady = isReady
  }
}

/// Why a server did not start.
package enum ServerFailure: Error, Hashable, Sendable, CustomStringConvertible {
  case portInUse(Int)
  case notAllowed(Int)
  case noSuchAddress(String)
  case machine(String)

  package var description: String {
    switch self {
    case .portInUse(let port): "port \(port) is in use by another program; choose one with --port, or 0 for a free one"
    case .notAllowed(let port): "this user may not listen at port \(port); choose one from 1024 on with --port"
    case .noSuchAddress(let host): "this machine has no address '\(host)'; choose one with --host"
    case .machine(let reason): "cannot serve: \(reason)"
    }
  }
}

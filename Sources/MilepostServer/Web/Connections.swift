#if Server
  import NIOCore
  import Synchronization

  /// The open connections of a server.
  ///
  /// A class because each connection enters and leaves it.
  final class Connections: Sendable {
    private struct Connection {
      let channel: any Channel
      /// Kept, because a closed channel does not know its other end.
      let client: String
    }

    private struct Open {
      var connections: [ObjectIdentifier: Connection] = [:]
      /// How many each client has.
      var counts: [String: Int] = [:]
    }

    let metrics: Metrics
    /// Of one client; nil: all may be.
    private let mostOfOne: Int?
    private let open = Mutex(Open())

    init(_ metrics: Metrics, mostOfOne: Int? = nil) {
      self.metrics = metrics
      self.mostOfOne = mostOfOne
    }

    /// - Returns: false when the client has all that one may have.
    func add(_ channel: any Channel) -> Bool {
      let client = Connections.client(channel)
      let isAdded = open.withLock { open in
        let own = open.counts[client, default: 0]
        if let mostOfOne, own >= mostOfOne { return false }
        open.counts[client] = own + 1
        open.connections[ObjectIdentifier(channel)] = Connection(channel: channel, client: client)
        return true
      }
      if isAdded { metrics.connected() }
      return isAdded
    }

    func remove(_ channel: any Channel) {
      let wasOpen = open.withLock { open in
        guard let gone = open.connections.removeValue(forKey: ObjectIdentifier(channel)) else { return false }
        let own = open.counts[gone.client, default: 0]
        open.counts[gone.client] = own > 1 ? own - 1 : nil
        return true
      }
      if wasOpen { metrics.disconnected() }
    }

    private static func client(_ channel: any Channel) -> String {
      ClientAddress.of(peer: channel.remoteAddress?.ipAddress ?? "unknown", forwarded: nil, proxies: 0)
    }

    /// Breaks off what is still being answered.
    func closeAll() {
      for connection in open.withLock({ Array($0.connections.values) }) { connection.channel.close(promise: nil) }
    }
  }
#endif

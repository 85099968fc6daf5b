#if Server
  import NIOCore
  import Synchronization

  /// The open connections of a server.
  ///
  /// A class because each connection enters and leaves it.
  final class Connections: Sendable {
    let metrics: Metrics
    private let open = Mutex<[ObjectIdentifier: any Channel]>([:])

    init(_ metrics: Metrics) { self.metrics = metrics }

    func add(_ channel: any Channel) {
      open.withLock { $0[ObjectIdentifier(channel)] = channel }
      metrics.connected()
    }

    func remove(_ channel: any Channel) {
      if open.withLock({ $0.removeValue(forKey: ObjectIdentifier(channel)) }) != nil { metrics.disconnected() }
    }

    /// Breaks off what is still being answered.
    func closeAll() {
      for channel in open.withLock({ Array($0.values) }) { channel.close(promise: nil) }
    }
  }
#endif

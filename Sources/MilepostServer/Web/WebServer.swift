#if Server
  import Glibc
  import HTTPTypes
  import HummingbirdCore
  import Logging
  package import MilepostStore
  import NIOCore
  import NIOPosix
  import ServiceLifecycle
  import UnixSignals

  /// A server of HTTP over sockets; what it says is `Front`'s.
  package struct WebServer<Store: ReleaseStore>: Sendable {
    private let front: Front<Store>
    private let options: ServerOptions
    private let surroundings: ServerSurroundings
    private let metrics: Metrics
    private let reload: ReloadBell?

    package init(
      _ front: Front<Store>, _ options: ServerOptions, metrics: Metrics, reload: ReloadBell? = nil,
      _ surroundings: ServerSurroundings
    ) {
      self.front = front
      self.options = options
      self.metrics = metrics
      self.reload = reload
      self.surroundings = surroundings
    }

    /// Serves until the process is told to stop by SIGTERM or SIGINT, or the task is cancelled.
    package func run() async throws(ServerFailure) {
      let connections = Connections(metrics, mostOfOne: options.proxies == 0 ? options.connectionsOfOne : nil)
      let logger = Logger(label: "milepost") { _ in SwiftLogNoOpLogHandler() }
      let desk = RequestDesk(front, options, metrics, surroundings)
      do {
        let server = try HTTPServerBuilder.http1(configuration: channel(connections)).buildServer(
          configuration: ServerConfiguration(
            address: .hostname(options.host, port: options.port), backlog: 1024,
            availableConnectionsDelegate: MaximumAvailableConnections(options.connections, logger: logger)),
          eventLoopGroup: MultiThreadedEventLoopGroup.singleton, logger: logger
        ) { request, writer, channel in
          try await desk.serve(request, writer, channel)
        } onServerRunning: { [surroundings] channel in
          guard let port = channel.localAddress?.port else { return }
          surroundings.isReady(port)
        }
        let whole = EndingServer(server, graceSeconds: options.graceSeconds, connections, reload)
        let group = ServiceGroup(
          configuration: .init(services: [whole], gracefulShutdownSignals: [.sigterm, .sigint], logger: logger))
        try await group.run()
      } catch {
        throw failure(error)
      }
    }

    private func channel(_ connections: Connections) -> HTTP1Channel.Configuration {
      let seconds = options.stallSeconds
      return HTTP1Channel.Configuration(
        additionalChannelHandlers: [ConnectionGuard(stallSeconds: seconds, connections)],
        idleTimeout: .seconds(Int64(options.idleSeconds)),
        httpDecoderConfiguration: .init(
          maxHeaderFieldSize: 65_536, maxHeaderListSize: 98_304, maxHeaderFieldCount: 100))
    }

    private func failure(_ error: any Error) -> ServerFailure {
      guard let error = error as? IOError else {
        return error is SocketAddressError ? .noSuchAddress(options.host) : .machine("\(error)")
      }
      return switch error.errnoCode {
      case EADDRINUSE: .portInUse(options.port)
      case EACCES: .notAllowed(options.port)
      case EADDRNOTAVAIL: .noSuchAddress(options.host)
      default: .machine("\(error)")
      }
    }
  }

  /// A server that does come to its end: pages that wait for news are let go, and what takes too long is broken off.
  private struct EndingServer: Service {
    private let server: any Service
    private let graceSeconds: Int
    private let connections: Connections
    private let reload: ReloadBell?

    init(_ server: any Service, graceSeconds: Int, _ connections: Connections, _ reload: ReloadBell?) {
      self.server = server
      self.graceSeconds = graceSeconds
      self.connections = connections
      self.reload = reload
    }

    func run() async throws {
      // Cancelled when the server has ended before.
      async let _ = breakOff()
      try await server.run()
    }

    private func breakOff() async {
      do {
        try await gracefulShutdown()
        reload?.finish()
        try await Task.sleep(for: .seconds(graceSeconds))
      } catch {
        return
      }
      connections.closeAll()
    }
  }
#endif

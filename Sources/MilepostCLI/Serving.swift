/// What `serve` does; a program that was built without a server says how it is built with one.
enum Serving {}

#if Server
  import Glibc
  import MilepostServer
  import MilepostStore

  extension Serving {
    static func checkIsBuiltIn() throws {}

    /// Serves until the process is told to stop.
    static func serve(store path: String, _ command: Serve) throws {
      let run = start(try Stores.open(path), command, reload: nil)
      guard let port = try run.port() else { return }
      try announce(path, command, port)
      try run.wait()
    }

    /// How many files and connections the process may have open, once it has asked for all that it may ask for.
    private static var mostOpenFiles: Int {
      var limit = rlimit()
      let files = RLIMIT_NOFILE.rawValue
      guard getrlimit(.init(files), &limit) == 0 else { return 1024 }
      if limit.rlim_cur < limit.rlim_max {
        var raised = limit
        raised.rlim_cur = max(limit.rlim_cur, min(limit.rlim_max, 65_536))
        if setrlimit(.init(files), &raised) == 0 { limit = raised }
      }
      return Int(min(limit.rlim_cur, 65_536))
    }

    static func announce(_ what: String, _ command: Serve, _ port: Int) throws {
      let host = command.host.contains(":") ? "[\(command.host)]" : command.host
      try Terminal.write("serving \(what) at http://\(host):\(port)/\n")
    }

    /// Starts serving beside the calling thread.
    static func start<Store: ReleaseStore>(_ store: Store, _ command: Serve, reload: ReloadBell?) -> ServerRun {
      let metrics = Metrics()
      let report: @Sendable (String) -> Void = { Terminal.complain("milepost: \($0)") }
      let (json, sdmx) = (JSONAnswers(store, report: report), SDMXAnswers(store, report: report))
      let front = Front(
        store, sdmx: { await sdmx.answer(to: $0) }, json: { json.answer(to: $0) }, metrics: metrics, reload: reload,
        report: report)
      var options = ServerOptions()
      options.host = command.host
      options.port = command.port
      options.proxies = command.proxies
      options.requestsPerSecond = Double(command.rate)
      options.logsRequests = !command.quiet
      options.connections = max(16, min(options.connections, mostOpenFiles - 64))
      Task.detached { await sdmx.prepare() }
      let run = ServerRun()
      let surroundings = ServerSurroundings(log: { Terminal.complain($0) }, isReady: { run.isReady(at: $0) })
      let server = WebServer(front, options, metrics: metrics, reload: reload, surroundings)
      Task.detached {
        do throws(ServerFailure) {
          try await server.run()
          run.end(nil)
        } catch {
          run.end(StoreFailure(description: "\(error)"))
        }
      }
      return run
    }
  }
#else
  extension Serving {
    private static let missing = StoreFailure(
      description: "this milepost was built without a server; build it with\n"
        + "  swift build -c release --product milepost --traits Server")

    static func checkIsBuiltIn() throws { throw missing }
    static func serve(workspace: String, _ command: Serve) throws { throw missing }
    static func serve(store path: String, _ command: Serve) throws { throw missing }
  }
#endif

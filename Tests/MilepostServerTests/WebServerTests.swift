import Foundation
import MilepostStore
import Synchronization
import Testing

@testable import MilepostServer

#if Server
  @Suite struct WebServerTests {
    /// What a test learns of a server that runs.
    private final class Notes: Sendable {
      let lines = Mutex<[String]>([])
    }

    /// Runs a server on a free port while `body` asks it.
    private func serving(
      _ change: (inout ServerOptions) -> Void = { _ in },
      sdmx: @escaping Front<SQLiteStore>.Answering = { _ in .notThere }, notes: Notes = Notes(),
      _ body: @escaping @Sendable (_ port: Int) throws -> Void
    ) async throws {
      let shelf = try Shelf()
      let metrics = Metrics()
      var options = ServerOptions()
      options.port = 0
      options.graceSeconds = 2
      change(&options)
      let json = JSONAnswers(shelf.store)
      let front = Front(shelf.store, sdmx: sdmx, json: { json.answer(to: $0) }, metrics: metrics)
      let (ports, found) = AsyncStream.makeStream(of: Int.self)
      let server = WebServer(
        front, options, metrics: metrics,
        ServerSurroundings(
          log: { line in notes.lines.withLock { $0.append(line) } },
          isReady: { port in found.yield(port) }))
      try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask { try await server.run() }
        var iterator = ports.makeAsyncIterator()
        let port = try #require(await iterator.next())
        // Clients block, and must not block the threads that the server needs.
        try await withCheckedThrowingContinuation { (done: CheckedContinuation<Void, any Error>) in
          Thread.detachNewThread { done.resume(with: Result { try body(port) }) }
        }
        group.cancelAll()
      }
      _ = shelf
    }

    @Test func `pages come over a socket, with length, date and policy`() async throws {
      let notes = Notes()
      try await serving(notes: notes) { port in
        let answer = try SocketClient.ask(port, "GET /en/ HTTP/1.1")
        #expect(answer.hasPrefix("HTTP/1.1 200 OK\r\n"))
        #expect(answer.contains("\r\nContent-Length: "))
        #expect(answer.contains("\r\nDate: "))
        #expect(answer.contains("\r\nContent-Security-Policy: default-src 'none'"))
        let head = try SocketClient.ask(port, "HEAD /api/v1/plan HTTP/1.1")
        #expect(head.hasPrefix("HTTP/1.1 200 OK\r\n") && head.hasSuffix("\r\n\r\n"))
        #expect(try SocketClient.ask(port, "DELETE /api/v1/plan HTTP/1.1").hasPrefix("HTTP/1.1 405 "))
        #expect(try SocketClient.ask(port, "POST /en/ HTTP/1.1", "Content-Length: 0").contains("\r\nAllow: GET, HEAD"))
      }
      let lines = notes.lines.withLock { $0 }
      #expect(lines.count == 4)
      #expect(lines[0].contains("\"method\":\"GET\",\"path\":\"/en/\",\"status\":200,\"bytes\":"))
      #expect(!lines[0].contains("127.0.0.1"))
    }

    @Test func `what is no HTTP is refused with the same policy`() async throws {
      try await serving { port in
        let wrong = try SocketClient.ask(port, "HELLO")
        #expect(wrong.hasPrefix("HTTP/1.1 400 "))
        #expect(wrong.contains("X-Content-Type-Options: nosniff"))
        let large = try SocketClient.ask(port, "GET / HTTP/1.1", "X-Large: " + String(repeating: "a", count: 120_000))
        #expect(large.hasPrefix("HTTP/1.1 400 "))
        let long = try SocketClient.ask(port, "GET /" + String(repeating: "a", count: 17_000) + " HTTP/1.1")
        #expect(long.hasPrefix("HTTP/1.1 414 "))
      }
    }

    @Test func `a client that sends its head byte by byte is cut off`() async throws {
      try await serving({ $0.idleSeconds = 1 }) { port in
        let client = try SocketClient(port: port)
        let began = ContinuousClock.now
        var isTaken = true
        for letter in "GET / HTTP/1.1\r\nX-Slow: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" where isTaken {
          client.send(String(letter))
          isTaken = !client.isClosed(within: 1)
        }
        #expect(!isTaken)
        #expect(ContinuousClock.now - began < .seconds(6))
      }
    }

    @Test func `a client that does not read is cut off`() async throws {
      try await serving(
        { $0.stallSeconds = 1 },
        sdmx: { _ in
          Answer(
            200, [Answer.Header("Content-Type", "text/csv")],
            .parts { send in
              while true { try await send([UInt8](repeating: 0x61, count: 65_536)) }
            })
        }
      ) { port in
        let client = try SocketClient(port: port, receiveBuffer: 4096)
        client.send("GET /sdmx/v1/data/x HTTP/1.1\r\nHost: x\r\n\r\n")
        let began = ContinuousClock.now
        var isCut = false
        while !isCut, ContinuousClock.now - began < .seconds(15) {
          usleep(200_000)
          isCut = try SocketClient.ask(port, "GET /metrics HTTP/1.1").contains(
            "milepost_http_connections_cut_total 1\n")
        }
        #expect(isCut)
      }
    }

    @Test func `who asks too often is told when to go on`() async throws {
      // So few that none comes back while this is asked, however busy the machine is.
      try await serving({ ($0.requestsPerSecond, $0.burst) = (0.001, 3) }) { port in
        let answers = try (0..<6).map { _ in try SocketClient.ask(port, "GET /api/v1/releases HTTP/1.1") }
        let refused = answers.filter { $0.hasPrefix("HTTP/1.1 429 ") }
        #expect(refused.count == 3)
        #expect(refused.allSatisfy { $0.contains("\r\nRetry-After: ") && $0.contains("Allow-Origin: *") })
        #expect(try SocketClient.ask(port, "GET /health HTTP/1.1").hasPrefix("HTTP/1.1 200 "))
      }
    }

    @Test func `one client takes not all connections, and gives back what it closes`() async throws {
      // No connection is cut off for being idle, however busy the machine is.
      try await serving({ ($0.connectionsOfOne, $0.idleSeconds) = (2, 600) }) { port in
        let began = ContinuousClock.now
        var clients: [SocketClient] = []
        while clients.count < 2 {
          let client = try SocketClient(port: port)
          // Who was answered is known to the server; those who only knocked may be taken in any order.
          client.send("GET /health HTTP/1.1\r\nHost: x\r\n\r\n")
          var reply: [UInt8]?
          while reply == nil, ContinuousClock.now - began < .seconds(120) { reply = client.readSome() }
          #expect(reply != nil)
          clients.append(client)
        }
        #expect(try SocketClient(port: port).isClosed(within: 120))
        clients.removeFirst()
        var isTaken = false
        while !isTaken, ContinuousClock.now - began < .seconds(240) {
          isTaken = try SocketClient.ask(port, "GET /health HTTP/1.1").hasPrefix("HTTP/1.1 200 ")
        }
        #expect(isTaken)
      }
    }

    @Test func `too many large answers at once are refused`() async throws {
      try await serving(
        { ($0.costly, $0.costlyOfOne) = (1, 2) },
        sdmx: { _ in
          Answer(
            200, [Answer.Header("Content-Type", "text/csv")],
            .parts { send in
              try await send([0x61])
              try await Task.sleep(for: .seconds(1))
            })
        }
      ) { port in
        let first = try SocketClient(port: port)
        first.send("GET /sdmx/v1/data/x HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
        _ = first.readSome()
        let second = try SocketClient.ask(port, "GET /sdmx/v1/data/x HTTP/1.1")
        #expect(second.hasPrefix("HTTP/1.1 503 ") && second.contains("\r\nRetry-After: 2\r\n"))
        _ = first.readAll()
        #expect(try SocketClient.ask(port, "GET /sdmx/v1/data/x HTTP/1.1").hasPrefix("HTTP/1.1 200 "))
      }
    }

    @Test func `an answer that breaks off does not look whole`() async throws {
      try await serving(sdmx: { _ in
        Answer(
          200, [Answer.Header("Content-Type", "text/csv")],
          .parts { send in
            try await send([0x61])
            throw StoreError.damaged("x", what: "y")
          })
      }) { port in
        let answer = try SocketClient.ask(port, "GET /sdmx/v1/data/x HTTP/1.1")
        #expect(answer.hasPrefix("HTTP/1.1 200 "))
        #expect(!answer.hasSuffix("0\r\n\r\n"))
      }
    }

    @Test func `who speaks HTTP 1.0 gets its answer whole, and the end of the connection`() async throws {
      let parts = Answer(
        200, [], .parts { write in for part in ["one", "two"] { try await write(Array(part.utf8)) } })
      try await serving({ $0.idleSeconds = 60 }, sdmx: { _ in parts }) { port in
        for keeping in ["X-Nothing: 1", "Connection: keep-alive"] {
          for target in ["/en/", "/sdmx/v1/data/x"] {
            let client = try SocketClient(port: port)
            client.send("GET \(target) HTTP/1.0\r\n\(keeping)\r\n\r\n")
            let answer = client.readAll()
            #expect(answer.hasPrefix("HTTP/1.0 200 OK\r\n") && answer.contains("\r\nConnection: close\r\n"))
            #expect(!answer.lowercased().contains("chunked"))
            #expect(target == "/en/" || answer.hasSuffix("\r\n\r\nonetwo"))
          }
        }
        let both = try SocketClient(port: port)
        both.send("GET /sdmx/v1/data/x HTTP/1.1\r\nHost: x\r\n\r\nGET /sdmx/v1/data/x HTTP/1.0\r\n\r\n")
        let answers = both.readAll()
        #expect(
          answers.hasPrefix("HTTP/1.1 200 OK\r\n") && answers.contains("3\r\ntwo\r\n0\r\n\r\nHTTP/1.0 200 OK\r\n"))
        #expect(answers.hasSuffix("\r\n\r\nonetwo"))
        let other = try SocketClient(port: port)
        other.send("GET /sdmx/v1/data/x HTTP/1.1\r\nHost: x\r\nConnection: Close\r\n\r\n")
        #expect(other.readAll().hasSuffix("3\r\ntwo\r\n0\r\n\r\n"))
      }
    }

    @Test func `HEAD of an answer in parts leaves the connection in order`() async throws {
      try await serving(sdmx: { _ in
        Answer(200, [Answer.Header("Content-Type", "text/csv")], .parts { try await $0([0x61]) })
      }) { port in
        let client = try SocketClient(port: port)
        client.send(
          "HEAD /sdmx/v1/data/x HTTP/1.1\r\nHost: x\r\n\r\nGET /health HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
        )
        let answers = client.readAll()
        let second = try #require(answers.ranges(of: "HTTP/1.1 200 OK").last)
        #expect(answers.ranges(of: "HTTP/1.1 200 OK").count == 2)
        #expect(answers[..<second.lowerBound].hasSuffix("\r\n\r\n"))
        #expect(!answers[..<second.lowerBound].contains("\r\n\r\n0\r\n"))
      }
    }

    @Test func `a port that is taken is said to be so`() async throws {
      let listener = try Listener()
      var options = ServerOptions()
      options.port = listener.port
      let shelf = try Shelf()
      let server = WebServer(
        shelf.front(), options, metrics: Metrics(), ServerSurroundings(log: { _ in }, isReady: { _ in }))
      await #expect(throws: ServerFailure.portInUse(listener.port)) { try await server.run() }
    }
  }
#endif

import Foundation
import Glibc
import Testing

@Suite(.serialized) struct ServeCommandTests {
  @Test func `serve has help that fits, with an example`() throws {
    let result = try Program.run(["serve", "--help"])
    #expect(result.exitCode == 0)
    #expect(result.output.contains("  milepost serve --store my-plan.store\n"))
    let lines = result.output.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count <= 40)
    #expect(lines.filter { $0.count > 80 } == [])
  }

  @Test(
    arguments: [
      (["serve"], "milepost: name a workspace, or a store with --store"),
      (["serve", "a", "--store", "b"], "milepost: name a workspace or a store, not both"),
    ])
  func `what cannot be meant is said in one line`(_ arguments: [String], _ message: String) throws {
    let result = try Program.run(arguments)
    #expect(result.exitCode == 64)
    #expect(result.errors == message + "\n")
  }

  @Test func `a port that is none is refused`() throws {
    #expect(try Program.run(["serve", "--store", "a", "--port", "70000"]).exitCode == 64)
    #expect(try Program.run(["serve", "--store", "a", "--rate", "-1"]).exitCode == 64)
  }

  #if Server
    /// A server that runs as a process of its own.
    private final class Running {
      let run: Program.Run
      let address: URL

      init(_ arguments: [String]) throws {
        run = try Program.start(["serve"] + arguments + ["--port", "0"])
        address = try Running.address(of: run)
      }

      /// What the first line of the output tells.
      private static func address(of run: Program.Run) throws -> URL {
        let end = ContinuousClock.now + .seconds(60)
        while ContinuousClock.now < end {
          let line = try run.output()
          if line.hasSuffix("\n"), let place = line.range(of: "http://"),
            let url = URL(string: String(line[place.lowerBound...].dropLast()))
          {
            return url
          }
          guard run.process.isRunning else { break }
          usleep(20_000)
        }
        throw CocoaError(.executableLoad)
      }

      deinit { if run.process.isRunning { kill(run.process.processIdentifier, SIGKILL) } }

      /// The body of what stands at an address, asked over a connection of its own.
      func text(_ path: String) throws -> String {
        let connection = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(connection) }
        var server = sockaddr_in()
        server.sin_family = sa_family_t(AF_INET)
        server.sin_port = in_port_t(UInt16(try #require(address.port)).bigEndian)
        server.sin_addr.s_addr = inet_addr("127.0.0.1")
        let isConnected = withUnsafePointer(to: &server) { pointer in
          pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
            connect(connection, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
          }
        }
        guard isConnected else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
        let request = Array("GET /\(path) HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".utf8)
        send(connection, request, request.count, Int32(MSG_NOSIGNAL))
        var answer: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while case let count = recv(connection, &buffer, buffer.count, 0), count > 0 { answer += buffer[..<count] }
        let text = String(decoding: answer, as: UTF8.self)
        return text.firstRange(of: "\r\n\r\n").map { String(text[$0.upperBound...]) } ?? text
      }

      /// Asks until the page has a text, for the time that a machine under load needs.
      func waitsFor(_ text: String, in path: String) throws -> Bool {
        let end = ContinuousClock.now + .seconds(60)
        while ContinuousClock.now < end {
          if try self.text(path).contains(text) { return true }
          usleep(100_000)
        }
        return false
      }

      func stop(_ number: Int32 = SIGTERM) throws -> Program.Result {
        kill(run.process.processIdentifier, number)
        return try run.result()
      }
    }

    @Test func `a store is served, with what is published into it meanwhile, until it is told to stop`() throws {
      let folder = try TemporaryFolder()
      try folder.copyBase()
      let store = folder.path("a.store")
      #expect(try Program.run(["publish", folder.path("plan"), "--store", store]).exitCode == 0)
      let server = try Running(["--store", store])
      #expect(try server.text("en/index.html").contains("Plan of the Four Isles"))
      #expect(try server.text("health").contains("\"edition\":\"R2021\""))
      let settings = try folder.text("plan/milepost.yaml").replacing("Four Isles", with: "Five Isles")
      try folder.write(settings.utf8, to: "plan/milepost.yaml")
      #expect(try Program.run(["publish", folder.path("plan"), "--store", store]).exitCode == 0)
      #expect(try server.text("en/index.html").contains("Plan of the Five Isles"))
      let result = try server.stop()
      #expect(result.exitCode == 0)
      #expect(result.errors.contains("\"path\":\"/en/index.html\",\"status\":200"))
    }

    @Test func `a workspace is served and compiled anew when a file changes`() throws {
      let folder = try TemporaryFolder()
      try folder.copyBase()
      let server = try Running([folder.path("plan"), "--quiet"])
      #expect(try server.text("en/index.html").contains("<script src=\"/reload.js\"></script></body>"))
      let settings = try folder.text("plan/milepost.yaml")
      try folder.write(settings.replacing("Four Isles", with: "Five Isles").utf8, to: "plan/milepost.yaml")
      #expect(try server.waitsFor("Plan of the Five Isles", in: "en/index.html"))
      try folder.write("goals: [".utf8, to: "plan/plan/extra.yaml")
      let end = ContinuousClock.now + .seconds(60)
      while ContinuousClock.now < end, try !server.run.errors().contains("not published") { usleep(100_000) }
      #expect(try server.text("en/index.html").contains("Plan of the Five Isles"))
      let result = try server.stop(SIGINT)
      #expect(result.exitCode == 0)
      #expect(result.errors.contains("plan/extra.yaml:1:"))
      #expect(result.errors.contains("what was served before stays"))
    }

    @Test func `what the machine refuses ends with 2`() throws {
      let folder = try TemporaryFolder()
      let none = try Program.run(["serve", "--store", folder.path("none")])
      #expect(none.exitCode == 2)
      #expect(none.errors.contains("there is no store at"))
      #expect(try Program.run(["publish", "Tests/Cases/base", "--store", folder.path("a.store")]).exitCode == 0)
      let first = try Running(["--store", folder.path("a.store")])
      let port = try #require(first.address.port)
      let second = try Program.run(["serve", "--store", folder.path("a.store"), "--port", "\(port)"])
      #expect(second.exitCode == 2)
      #expect(
        second.errors
          == "milepost: port \(port) is in use by another program; choose one with --port, or 0 for a free one\n")
      #expect(try first.stop().exitCode == 0)
      #expect(try Program.run(["serve", "/no/such/folder"]).exitCode == 64)
      let foreign = try Program.run(["serve", "--store", folder.path("a.store"), "--host", "192.0.2.1"])
      #expect(foreign.exitCode == 2)
      #expect(foreign.errors == "milepost: this machine has no address '192.0.2.1'; choose one with --host\n")
    }
  #else
    @Test func `without a server the command says how to get one`() throws {
      let result = try Program.run(["serve", "Tests/Cases/base"])
      #expect(result.exitCode == 2)
      #expect(result.errors.hasSuffix("  swift build -c release --product milepost --traits Server\n"))
    }
  #endif
}

import Foundation
import Testing

/// What each target may import, beside its own files; the column "imports" of the design.
private let walls: [String: Set<String>] = [
  "CLibCMark": [],
  "CLibCrypto": [],
  "CLibExpat": [],
  "CLibLZ4": [],
  "CLibPQ": [],
  "CLibXLSXWriter": [],
  "CLibYAML": [],
  "CLibZ": [],
  "CLibZip": [],
  "MilepostModel": [],
  "MilepostLanguage": ["MilepostModel"],
  "MilepostFormats": ["MilepostModel", "MilepostLanguage", "CLibCMark", "CLibYAML", "Glibc"],
  "MilepostExchange": [
    "MilepostModel", "MilepostLanguage", "CLibCrypto", "CLibExpat", "CLibXLSXWriter", "CLibZip", "Glibc",
  ],
  "MilepostEngine": ["MilepostModel", "Glibc"],
  "MilepostReport": ["MilepostModel", "MilepostLanguage", "Glibc"],
  "MilepostPipeline": [
    "MilepostModel", "MilepostLanguage", "MilepostFormats", "MilepostExchange", "MilepostEngine", "MilepostReport",
  ],
  "MilepostStore": ["MilepostModel", "CLibCrypto", "CLibLZ4", "CLibZ", "GRDB", "Foundation", "Glibc"],
  "MilepostPostgres": ["MilepostModel", "MilepostStore", "CLibPQ", "Foundation", "Glibc"],
  "MilepostServer": [
    "MilepostModel", "MilepostExchange", "MilepostStore", "CLibZ", "HummingbirdCore", "HTTPTypes", "NIOCore",
    "NIOHTTP1", "NIOHTTPTypes", "NIOHTTPTypesHTTP1", "NIOPosix", "Logging", "ServiceLifecycle", "UnixSignals",
    "Synchronization", "Glibc",
  ],
  "MilepostCLI": [
    "MilepostModel", "MilepostPipeline", "MilepostStore", "MilepostPostgres", "MilepostServer", "ArgumentParser",
    "Glibc",
  ],
  "MilepostTesting": ["MilepostModel", "MilepostStore", "Testing"],
]

/// Calls that only the command line may make, because they reach outside the values a stage is given.
private let ambient = ["Date()", "Locale.current", "FileManager.default", "ProcessInfo.", "getenv(", "print("]

private let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent()

private struct SourceFile: Sendable {
  let target: String
  let path: String
  let lines: [String]

  var imports: [String] {
    lines.compactMap { line in
      var words = line.split(separator: " ").map(String.init)
      while let first = words.first,
        ["package", "public", "internal", "private", "@testable", "@preconcurrency"].contains(first)
      {
        words.removeFirst()
      }
      guard words.first == "import", words.count >= 2 else { return nil }
      let name =
        words.count >= 3 && ["struct", "class", "enum", "func", "protocol"].contains(words[1]) ? words[2] : words[1]
      return String(name.prefix { $0 != "." })
    }
  }
}

private func sources() throws -> [SourceFile] {
  let folder = root.appending(path: "Sources")
  let files = try #require(FileManager.default.enumerator(atPath: folder.path))
  return try files.compactMap { $0 as? String }.filter { $0.hasSuffix(".swift") }.sorted().map { path in
    let text = try String(contentsOf: folder.appending(path: path), encoding: .utf8)
    return SourceFile(
      target: String(path.prefix { $0 != "/" }), path: path, lines: text.split(separator: "\n").map(String.init))
  }
}

@Suite struct WallTests {
  @Test func `every target has a wall, and every wall a target`() throws {
    let folders = try FileManager.default.contentsOfDirectory(atPath: root.appending(path: "Sources").path)
    #expect(Set(folders) == Set(walls.keys))
  }

  @Test func `a target imports only what its wall allows`() throws {
    for file in try sources() {
      let allowed = try #require(walls[file.target], "no wall for \(file.target)")
      let forbidden = Set(file.imports).subtracting(allowed)
      #expect(forbidden.isEmpty, "\(file.path) imports \(forbidden.sorted().joined(separator: ", "))")
    }
  }

  @Test func `the reader of imports sees every way of writing one`() {
    let lines = ["package import MilepostModel", "@testable import A", "import struct B.C", "let x = 1 // import D"]
    #expect(SourceFile(target: "", path: "", lines: lines).imports == ["MilepostModel", "A", "B"])
  }

  @Test func `stages have no clock, locale, disk or terminal`() throws {
    for file in try sources() where file.target != "MilepostCLI" {
      for (number, line) in file.lines.enumerated() where !line.drop(while: { $0 == " " }).hasPrefix("//") {
        for call in ambient {
          #expect(!line.contains(call), "\(file.path):\(number + 1) uses \(call)")
        }
      }
    }
  }
}

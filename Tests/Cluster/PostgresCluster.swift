import Foundation

/// A server of PostgreSQL of our own on a loopback port, with its data in a temporary folder.
///
/// A shell keeps it: when this process ends, however it ends, the shell's input ends with it, and it stops the server
/// and removes the folder. A class because the server ends with it.
package final class PostgresCluster: Sendable {
  package struct Failure: Error, CustomStringConvertible {
    package let description: String
  }

  package let port: Int
  /// A small disk of its own, for a tablespace, when one was asked for.
  package let disk: String
  private let keeper: Process
  private let input: FileHandle

  /// Where the programs of the newest PostgreSQL are; nil when it is not installed.
  package static let programs: String? = {
    let base = "/usr/lib/postgresql"
    guard FileManager.default.fileExists(atPath: base) else { return nil }
    do {
      let versions = try FileManager.default.contentsOfDirectory(atPath: base).compactMap { Int($0) }.sorted()
      let found = versions.last.map { "\(base)/\($0)/bin" }
      return found.flatMap { FileManager.default.isExecutableFile(atPath: $0 + "/initdb") ? $0 : nil }
    } catch {
      return nil
    }
  }()

  package static var isInstalled: Bool { programs != nil }

  /// The one that quick tests share, each with a database of its own.
  private static let common = Result { try PostgresCluster() }

  package static func shared() throws -> PostgresCluster { try common.get() }

  /// - Parameters:
  ///   - megabytes: when given, there is a memory file system of that size at `disk`.
  ///   - settings: lines for `postgresql.conf`.
  package init(withDiskOf megabytes: Int? = nil, settings: String = "") throws {
    guard let programs = PostgresCluster.programs else { throw Failure(description: "PostgreSQL is not installed") }
    port = try PostgresCluster.freePort()
    keeper = Process()
    keeper.executableURL = URL(filePath: "/bin/bash")
    keeper.arguments = [
      "-c", PostgresCluster.script, "keeper", programs, String(port), megabytes.map(String.init) ?? "", settings,
    ]
    let (input, output) = (Pipe(), Pipe())
    keeper.standardInput = input
    keeper.standardOutput = output
    try keeper.run()
    self.input = input.fileHandleForWriting
    let answer = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
    guard answer.hasPrefix("ready ") else { throw Failure(description: "PostgreSQL did not start: \(answer)") }
    disk = answer.dropFirst("ready ".count).dropLast() + "/disk"
  }

  deinit { stop() }

  package func stop() {
    do { try input.close() } catch { print("the server on port \(port) may go on: \(error)") }
    keeper.waitUntilExit()
  }

  private static let script = #"""
    set -u
    bin=$1 port=$2 megabytes=$3 settings=$4
    dir=$(mktemp -d /tmp/milepost-postgres.XXXXXX)
    as() {
      if [ "$(id -u)" -eq 0 ]; then setpriv --reuid=postgres --regid=postgres --clear-groups -- "$@"; else "$@"; fi
    }
    finish() {
      as "$bin/pg_ctl" -D "$dir/data" -m immediate -s stop >/dev/null 2>&1
      [ -z "$megabytes" ] || umount "$dir/disk"
      rm -rf "$dir"
    }
    trap finish EXIT
    trap '' INT TERM HUP
    mkdir "$dir/disk"
    if [ -n "$megabytes" ]; then
      mount -t tmpfs -o "size=${megabytes}m" tmpfs "$dir/disk" || { echo "no mount"; exit 1; }
    fi
    if [ "$(id -u)" -eq 0 ]; then chown postgres "$dir" "$dir/disk"; fi
    cd "$dir"
    as "$bin/initdb" -D data -U milepost -A trust -E UTF8 --locale=C --no-sync --no-instructions --wal-segsize=1 \
      >log 2>&1 || { cat log; exit 1; }
    cat >>data/postgresql.conf <<END
    listen_addresses = '127.0.0.1'
    port = $port
    unix_socket_directories = ''
    fsync = off
    shared_buffers = 32MB
    min_wal_size = 2MB
    max_wal_size = 64MB
    max_connections = 60
    autovacuum = off
    $settings
    END
    as "$bin/pg_ctl" -D data -l "$dir/data/server.log" -w -s start </dev/null >/dev/null 2>&1 ||
      { cat data/server.log; exit 1; }
    echo "ready $dir"
    read -r _
    """#

  private static func freePort() throws -> Int {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(descriptor) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        bind(descriptor, address, length) == 0 && getsockname(descriptor, address, &length) == 0
      }
    }
    guard isBound else { throw Failure(description: "no port is free") }
    return Int(UInt16(bigEndian: address.sin_port))
  }

  /// The address of a database.
  package func address(_ database: String) -> String { "postgres://milepost@127.0.0.1:\(port)/\(database)" }

  /// Makes a database and returns its address.
  package func database() throws -> String {
    let name = "d" + UUID().uuidString.replacing("-", with: "").lowercased()
    _ = try sql("CREATE DATABASE \(name)", in: "postgres")
    return address(name)
  }

  /// Runs statements by `psql`, behind the back of a store.
  ///
  /// - Parameter database: its name or its address.
  /// - Returns: what it prints, columns parted by `|`.
  @discardableResult
  package func sql(_ statements: String, in database: String) throws -> String {
    guard let programs = PostgresCluster.programs else { throw Failure(description: "PostgreSQL is not installed") }
    let process = Process()
    process.executableURL = URL(filePath: programs + "/psql")
    let place = database.contains("://") ? database : address(database)
    process.arguments = ["-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-d", place, "-f", "-"]
    let (input, output, errors) = (Pipe(), Pipe(), Pipe())
    process.standardInput = input
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    try input.fileHandleForWriting.write(contentsOf: Data(statements.utf8))
    try input.fileHandleForWriting.close()
    let answer = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    let complaint = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Failure(description: complaint) }
    return answer
  }
}

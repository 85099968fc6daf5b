import Glibc
import Synchronization

/// Counts what a server does since it was started.
///
/// A class because all connections count into one.
package final class Metrics: Sendable {
  private struct Key: Hashable {
    let route: RouteClass
    let status: Int
  }

  private struct Counts {
    var requests: [Key: Int] = [:]
    var durations: [RouteClass: Histogram] = [:]
    var bytes: [RouteClass: Int] = [:]
    var inFlight = 0
    var limited = 0
    var busy = 0
    var connections = 0
    var cutOff = 0
  }

  private struct Histogram {
    /// Upper bounds in seconds.
    static let bounds = [0.001, 0.005, 0.025, 0.1, 0.5, 1, 5, 30]
    var counts = [Int](repeating: 0, count: bounds.count)
    var total = 0
    var sum = 0.0

    mutating func add(_ seconds: Double) {
      if let place = Histogram.bounds.firstIndex(where: { seconds <= $0 }) { counts[place] += 1 }
      total += 1
      sum += seconds
    }
  }

  private let counts = Mutex(Counts())

  package init() {}

  func began() { counts.withLock { $0.inFlight += 1 } }

  func ended(_ route: RouteClass, _ status: Int, bytes: Int, seconds: Double) {
    counts.withLock { counts in
      counts.inFlight -= 1
      counts.requests[Key(route: route, status: status), default: 0] += 1
      counts.durations[route, default: Histogram()].add(seconds)
      counts.bytes[route, default: 0] += bytes
    }
  }

  func limited() { counts.withLock { $0.limited += 1 } }
  func busy() { counts.withLock { $0.busy += 1 } }
  func connected() { counts.withLock { $0.connections += 1 } }
  func disconnected() { counts.withLock { $0.connections -= 1 } }
  func cutOff() { counts.withLock { $0.cutOff += 1 } }

  /// In the text format of Prometheus.
  var text: String {
    let counts = counts.withLock { $0 }
    var lines: [String] = []
    func head(_ name: String, _ type: String, _ help: String) {
      lines += ["# HELP milepost_\(name) \(help)", "# TYPE milepost_\(name) \(type)"]
    }
    func single(_ name: String, _ type: String, _ help: String, _ value: Int) {
      head(name, type, help)
      lines.append("milepost_\(name) \(value)")
    }
    head("http_requests_total", "counter", "Requests by route class and status.")
    for (key, count) in counts.requests.sorted(by: {
      ($0.key.route.rawValue, $0.key.status) < ($1.key.route.rawValue, $1.key.status)
    }) {
      lines.append("milepost_http_requests_total{route=\"\(key.route.rawValue)\",status=\"\(key.status)\"} \(count)")
    }
    head(
      "http_request_duration_seconds", "histogram", "Time from the head of a request to the last byte of its answer.")
    for route in RouteClass.allCases {
      if let histogram = counts.durations[route] { lines += Metrics.lines(histogram, route) }
    }
    head("http_response_bytes_total", "counter", "Bytes of bodies, as sent.")
    for route in RouteClass.allCases {
      if let bytes = counts.bytes[route] {
        lines.append("milepost_http_response_bytes_total{route=\"\(route.rawValue)\"} \(bytes)")
      }
    }
    single("http_requests_in_flight", "gauge", "Requests that are being answered.", counts.inFlight)
    single("http_rate_limited_total", "counter", "Requests refused with 429.", counts.limited)
    single("http_busy_total", "counter", "Costly requests refused with 503.", counts.busy)
    single("http_connections", "gauge", "Open connections.", counts.connections)
    single(
      "http_connections_cut_total", "counter", "Connections cut off because the client was too slow.", counts.cutOff)
    single("resident_memory_bytes", "gauge", "Memory of the process.", Metrics.residentBytes)
    return lines.map { $0 + "\n" }.joined()
  }

  private static func lines(_ histogram: Histogram, _ route: RouteClass) -> [String] {
    let name = "milepost_http_request_duration_seconds"
    var sum = 0
    let buckets = zip(Histogram.bounds, histogram.counts).map { bound, count in
      sum += count
      return "\(name)_bucket{route=\"\(route.rawValue)\",le=\"\(bound)\"} \(sum)"
    }
    return buckets + [
      "\(name)_bucket{route=\"\(route.rawValue)\",le=\"+Inf\"} \(histogram.total)",
      "\(name)_sum{route=\"\(route.rawValue)\"} \(histogram.sum)",
      "\(name)_count{route=\"\(route.rawValue)\"} \(histogram.total)",
    ]
  }

  /// 0 where the system does not tell.
  private static var residentBytes: Int {
    guard let file = fopen("/proc/self/statm", "r") else { return 0 }
    defer { fclose(file) }
    var line = [UInt8](repeating: 0, count: 128)
    let count = fread(&line, 1, line.count, file)
    let words = String(decoding: line[..<count], as: UTF8.self).split(separator: " ")
    guard words.count > 1, let pages = Int(words[1]) else { return 0 }
    return pages * Int(sysconf(Int32(_SC_PAGESIZE)))
  }
}

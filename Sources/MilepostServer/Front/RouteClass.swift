/// The kinds of addresses, by which requests are counted and limited.
package enum RouteClass: String, CaseIterable, Sendable {
  case site, data, json, sdmx, health, metrics, reload

  /// - Parameter target: as it stands in the first line of the request.
  init(_ target: String) {
    let path = target.prefix { $0 != "?" }
    let segments = path.split(separator: "/", maxSplits: 4)
    switch segments.first {
    case "health" where segments.count == 1: self = .health
    case "metrics" where segments.count == 1: self = .metrics
    case "reload" where segments.count == 1: self = .reload
    case "sdmx": self = .sdmx
    case "api": self = .json
    case "data": self = .data
    case "editions" where segments.count > 3 && segments[2] == "data": self = .data
    default: self = .site
    }
  }

  /// Whether scripts of other sites may read the answers.
  var isOpen: Bool {
    switch self {
    case .data, .json, .sdmx: true
    case .site, .health, .metrics, .reload: false
    }
  }

  /// Whether an answer may take long and much: those are served in limited number.
  static func isCostly(_ target: String) -> Bool {
    // Decoded, as the address will be when it is answered.
    guard case .success(let decoded) = Result(catching: { try RequestTarget(target.prefix { $0 != "?" }) }) else {
      return false
    }
    let segments = decoded.segments.filter { !$0.isEmpty }
    guard segments.count > 2 else { return false }
    let costly: Set = [
      "data", "availability", "availableconstraint", "contentconstraint", "actualconstraint", "schema", "observations",
    ]
    return (segments[0] == "sdmx" || segments[0] == "api") && costly.contains(segments[2])
  }
}

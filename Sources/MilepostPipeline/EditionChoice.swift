package import MilepostModel

/// Which editions are wanted.
package enum EditionChoice: Sendable {
  case all
  /// The latest-dated one; without editions in the workspace nothing.
  case latest
  case named(String)
  /// As of a date, without an edition.
  case asOf(CalendarDate)

  /// - Returns: oldest first; nil when the workspace has no such edition.
  func points(of settings: WorkspaceSettings) -> [AsOfPoint]? {
    let editions = settings.editions.sorted { $0.date < $1.date }
    switch self {
    case .all: return editions.map { AsOfPoint(edition: $0, asOf: $0.date) }
    case .latest: return editions.last.map { [AsOfPoint(edition: $0, asOf: $0.date)] }
    case .named(let name):
      return editions.first { $0.id.text == name }.map { [AsOfPoint(edition: $0, asOf: $0.date)] }
    case .asOf(let date): return [AsOfPoint(edition: nil, asOf: date)]
    }
  }
}

/// The date whose knowledge a release holds, and the edition that it is for.
struct AsOfPoint {
  let edition: Edition?
  let asOf: CalendarDate
}

package import MilepostModel

/// Which editions are wanted.
package enum EditionChoice: Sendable {
  case all
  /// The latest-dated one.
  case latest
  case named(String)
  /// As of a date, without an edition.
  case asOf(CalendarDate)
  /// Two, which may be the same.
  case pair(String, String)

  /// - Returns: oldest first.
  func points(of settings: WorkspaceSettings) throws(EditionFault) -> [AsOfPoint] {
    let editions = settings.editions
    switch self {
    case .all: return editions.map { AsOfPoint(edition: $0, asOf: $0.date) }
    case .latest:
      guard let edition = editions.last else { throw .none }
      return [AsOfPoint(edition: edition, asOf: edition.date)]
    case .named(let name): return [try point(name, of: editions)]
    case .asOf(let date): return [AsOfPoint(edition: nil, asOf: date)]
    case .pair(let one, let other):
      let points = [try point(one, of: editions), try point(other, of: editions)]
      let isInOrder = editions.first { $0.id.text == one || $0.id.text == other }?.id.text == one
      return one == other ? [points[0]] : isInOrder ? points : points.reversed()
    }
  }

  private func point(_ name: String, of editions: [Edition]) throws(EditionFault) -> AsOfPoint {
    guard let edition = editions.first(where: { $0.id.text == name }) else {
      throw .unknown(name, known: editions.map(\.id.text))
    }
    return AsOfPoint(edition: edition, asOf: edition.date)
  }
}

/// The date whose knowledge a release holds, and the edition that it is for.
struct AsOfPoint {
  let edition: Edition?
  let asOf: CalendarDate
}

/// What was asked for needs an edition that the workspace does not have.
package enum EditionFault: Error, CustomStringConvertible {
  /// - Parameter known: oldest first.
  case unknown(String, known: [String])
  case none

  package var description: String {
    guard case .unknown(let name, let known) = self, !known.isEmpty else {
      return "the workspace has no editions; add one to milepost.yaml or give --as-of"
    }
    let meant = known.suggestion(for: name)
    return "the workspace has no edition '\(name)'; there are \(known.joined(separator: ", "))\(meant)"
  }
}

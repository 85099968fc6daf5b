/// What the document of an edition is to that of an earlier one.
package struct Succession: Hashable, Sendable {
  /// The raw value is the key in `milepost.yaml`.
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    /// A corrigendum: the other was wrong.
    case corrects
    /// A revised version, which takes the place of the other.
    case revises
  }

  package let kind: Kind
  package let edition: Edition.ID

  package init(_ kind: Kind, _ edition: Edition.ID) {
    self.kind = kind
    self.edition = edition
  }
}

extension WorkspaceSettings {
  package func edition(_ id: Edition.ID) -> Edition? { editions.first { $0.id == id } }
}

extension [Edition] {
  /// The places of the editions, oldest first; of those of one date, each behind the one that it corrects or revises.
  package var placesInOrder: [Int] {
    let dates = Dictionary(map { ($0.id, $0) }) { first, _ in first }
    /// How many editions of its date stand before it.
    func depth(_ edition: Edition) -> Int {
      var steps = 0
      var known: Set<Edition.ID> = [edition.id]
      var place = edition
      while let next = place.succession.flatMap({ dates[$0.edition] }), next.date == edition.date,
        known.insert(next.id).inserted
      {
        place = next
        steps += 1
      }
      return steps
    }
    let depths = map(depth)
    return indices.sorted { (self[$0].date, depths[$0], $0) < (self[$1].date, depths[$1], $1) }
  }

  /// The editions that one goes back to, the nearest first; ends where it comes to one for the second time.
  package func predecessors(of edition: Edition) -> [Edition] {
    var found: [Edition] = []
    var place = edition
    while let next = place.succession.flatMap({ link in first { $0.id == link.edition } }),
      next.id != edition.id, !found.contains(where: { $0.id == next.id })
    {
      found.append(next)
      place = next
    }
    return found
  }
}

import MilepostModel

/// A document corrects or revises one that is there, that is not later, and whose text is kept.
func successionsOfEditions(_ index: DraftIndex, into diagnostics: inout Diagnostics) {
  let draft = index.draft
  let editions = draft.settings.editions
  var reported: Set<Edition.ID> = []
  for (number, edition) in editions.enumerated() {
    guard let succession = edition.succession else { continue }
    let position = draft.places[.settings, 0, "editions.\(number).\(succession.kind.rawValue)"]
    guard let other = editions.first(where: { $0.id == succession.edition }) else {
      diagnostics.report(
        .unknownElement(
          "MP0215", "edition", succession.edition.text, at: position,
          among: editions.map(\.id.text).filter { $0 != edition.id.text }))
      continue
    }
    if let circle = editions.circle(from: edition) {
      if reported.isDisjoint(with: circle) { diagnostics.report(.circleOfEditions(circle, succession, at: position)) }
      reported.formUnion(circle)
      continue
    }
    if other.date > edition.date {
      diagnostics.report(.followsLater(edition, succession.kind, other, at: position))
    } else if !draft.keptEditions.contains(other.id.text.slug) {
      diagnostics.report(.notKept(edition, succession.kind, other, at: position))
    }
  }
}

extension [Edition] {
  /// The editions on the way from one back to itself; nil when it does not come back.
  fileprivate func circle(from edition: Edition) -> [Edition.ID]? {
    let way = [edition] + predecessors(of: edition)
    return way.last?.succession?.edition == edition.id ? way.map(\.id) : nil
  }
}

extension Diagnostic {
  fileprivate static func circleOfEditions(
    _ circle: [Edition.ID], _ succession: Succession, at position: SourcePosition
  ) -> Self {
    let message =
      circle.count == 1
      ? "edition '\(circle[0])' \(succession.kind.rawValue) itself"
      : "editions follow each other in a circle: " + (circle + [circle[0]]).map { "'\($0)'" }.joined(separator: ", ")
    return Diagnostic(
      .error, "MP0247", message, at: position, hint: "name the document that was issued before, or delete the key")
  }

  fileprivate static func followsLater(
    _ edition: Edition, _ kind: Succession.Kind, _ other: Edition, at position: SourcePosition
  ) -> Self {
    Diagnostic(
      .error, "MP0248",
      "edition '\(edition.id)' of \(edition.date) \(kind.rawValue) '\(other.id)', which is later: \(other.date)",
      at: position, hint: "check the dates; '\(other.id)' may be the one that \(kind.rawValue) '\(edition.id)'")
  }

  fileprivate static func notKept(
    _ edition: Edition, _ kind: Succession.Kind, _ other: Edition, at position: SourcePosition
  ) -> Self {
    Diagnostic(
      .warning, "MP0249",
      "edition '\(edition.id)' \(kind.rawValue) '\(other.id)', which is not frozen: its report cannot list the changes",
      at: position,
      hint: "bring back the files of '\(other.id)' as they were, run 'milepost freeze WORKSPACE \(other.id)', "
        + "and then make the changes")
  }
}

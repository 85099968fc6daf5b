import MilepostModel

/// Indicators, groups and areas that indices name.
func unknownNamesInIndices(_ index: DraftIndex, into diagnostics: inout Diagnostics) {
  var owners: [Indicator.ID: SourcePosition] = [:]
  for number in index.draft.indices.indices {
    let check = IndexReferences(index, number)
    check.checkIndicators(into: &diagnostics)
    check.checkAreas(into: &diagnostics)
    check.checkDirections(into: &diagnostics)
    check.checkScores(&owners, into: &diagnostics)
  }
}

/// The references of one index.
private struct IndexReferences {
  private let index: DraftIndex
  private let number: Int
  private let definition: CompositeIndex

  init(_ index: DraftIndex, _ number: Int) {
    self.index = index
    self.number = number
    definition = index.draft.indices[number]
  }

  private func place(_ field: String) -> SourcePosition { index.draft.places[.index, number, field] }

  func checkIndicators(into diagnostics: inout Diagnostics) {
    let names = index.draft.plan.indicators.map(\.id.text)
    for node in definition.nodes {
      let named = [(node.input?.indicator, "indicator"), (node.scores, "scores")]
      for case (let id?, let key) in named where index.indicators[id] == nil {
        diagnostics.report(.unknownIndicator(id, at: place(node.field(key)), closest: names.closest(to: id.text)))
      }
    }
  }

  func checkAreas(into diagnostics: inout Diagnostics) {
    let groups = index.draft.groups
    let strata = definition.missing.strata.enumerated().map { ($1, "missing.strata.\($0)") }
    for (group, field) in [(definition.areas, "areas")] + strata where !index.groups.contains(group) {
      diagnostics.report(
        .unknownElement("MP0207", "group", group.text, at: place(field), among: groups.map(\.id.text)))
    }
    guard let reference = definition.reference, let group = groups.first(where: { $0.id == definition.areas }) else {
      return
    }
    let members = group.memberships.map(\.area)
    if !members.contains(reference) {
      diagnostics.report(
        .referenceOutside(
          reference, definition.areas, at: place("reference"), closest: members.map(\.text).closest(to: reference.text))
      )
    }
  }

  func checkDirections(into diagnostics: inout Diagnostics) {
    for node in definition.nodes {
      if let input = node.input, let indicator = index.indicators[input.indicator],
        input.direction == nil, indicator.direction == nil
      {
        diagnostics.report(.noDirection(input.indicator, at: place(node.field("indicator"))))
      }
      if let scores = node.scores, index.indicators[scores]?.direction == .down {
        diagnostics.report(.scoresGoDown(scores, at: place(node.field("scores"))))
      }
    }
  }

  /// An indicator has its values from one place: the data, a formula, or one part of one index.
  func checkScores(_ owners: inout [Indicator.ID: SourcePosition], into diagnostics: inout Diagnostics) {
    for node in definition.nodes {
      guard let scores = node.scores, let indicator = index.indicators[scores] else { continue }
      let position = place(node.field("scores"))
      if let first = owners[scores] {
        diagnostics.report(.scoresTwice(scores, at: position, first: first))
        continue
      }
      owners[scores] = position
      if indicator.formula != nil {
        diagnostics.report(.otherOrigin(scores, "a formula", at: position))
      } else if index.draft.tables.contains(where: { $0.seriesKeys.contains { $0.indicator == scores } }) {
        diagnostics.report(.otherOrigin(scores, "data", at: position))
      }
    }
  }
}

extension Diagnostic {
  fileprivate static func referenceOutside(
    _ area: Area.ID, _ group: Area.ID, at position: SourcePosition, closest: String?
  ) -> Self {
    Diagnostic(
      .error, "MP0244", "'\(area)', with which areas are compared, is not a member of \(group)", at: position,
      hint: closest.map { "did you mean '\($0)'?" } ?? "name a member, or leave 'reference' out to compare with medians"
    )
  }

  fileprivate static func noDirection(_ indicator: Indicator.ID, at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP0245", "nothing says which way of '\(indicator)' is better", at: position,
      hint: "add 'direction: up' or 'direction: down' here or to the indicator")
  }

  fileprivate static func scoresGoDown(_ indicator: Indicator.ID, at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP0245", "less of '\(indicator)' is better, and more of the score of an index is", at: position,
      hint: "write 'direction: up' at the indicator")
  }

  fileprivate static func scoresTwice(
    _ indicator: Indicator.ID, at position: SourcePosition, first: SourcePosition
  ) -> Self {
    Diagnostic(
      .error, "MP0246", "'\(indicator)' is the score of something else already", at: position,
      hint: "give each score an indicator of its own", notes: [Note("first here", at: first)])
  }

  fileprivate static func otherOrigin(
    _ indicator: Indicator.ID, _ origin: String, at position: SourcePosition
  ) -> Self {
    Diagnostic(
      .error, "MP0246", "'\(indicator)' has its values from \(origin) already", at: position,
      hint: "give the score an indicator of its own")
  }
}

import MilepostModel

/// Kinds whose ids share one space: an element of the results framework is named by its id alone.
private let idSpaces: [[SourceMap.Kind]] =
  [[.goal, .target, .objective, .outcome, .output, .enabler]]
  + [.indicator, .framework, .area, .group, .codelist, .source, .dataflow, .register, .rule, .map, .index, .survey].map
{
  [$0]
}

/// Ids are unique, also without case: those of the results framework among themselves, others in their kind.
func duplicateIDs(_ index: DraftIndex, into diagnostics: inout Diagnostics) {
  let draft = index.draft
  for kinds in idSpaces {
    var first: [String: WrittenID] = [:]
    for id in kinds.flatMap(draft.writtenIDs) {
      if let earlier = first[id.text.lowercased()] {
        diagnostics.report(.duplicateID(id.text, at: draft.place(id), first: earlier.text, draft.place(earlier)))
      } else {
        first[id.text.lowercased()] = id
      }
    }
  }
  var editions: [String: Int] = [:]
  for (number, edition) in draft.settings.editions.enumerated() {
    let place = draft.places[.settings, 0, "editions.\(number).id"]
    if let earlier = editions[edition.id.text.lowercased()] {
      let firstPlace = draft.places[.settings, 0, "editions.\(earlier).id"]
      diagnostics.report(
        .duplicateID(edition.id.text, at: place, first: draft.settings.editions[earlier].id.text, firstPlace))
    } else {
      editions[edition.id.text.lowercased()] = number
    }
  }
}

/// Two ids of one space with one slug would be one page, or two that nobody can tell apart.
func slugCollisions(_ index: DraftIndex, into diagnostics: inout Diagnostics) {
  let draft = index.draft
  for kinds in idSpaces {
    var first: [String: WrittenID] = [:]
    for id in kinds.flatMap(draft.writtenIDs) {
      guard let earlier = first[id.text.slug] else {
        first[id.text.slug] = id
        continue
      }
      if earlier.text.lowercased() != id.text.lowercased() {
        diagnostics.report(.slugCollision(id.text, at: draft.place(id), first: earlier.text, draft.place(earlier)))
      }
    }
  }
  var editions: [String: Int] = [:]
  for (number, edition) in draft.settings.editions.enumerated() {
    guard let earlier = editions[edition.id.text.slug] else {
      editions[edition.id.text.slug] = number
      continue
    }
    let other = draft.settings.editions[earlier].id.text
    if other.lowercased() != edition.id.text.lowercased() {
      diagnostics.report(
        .slugCollision(
          edition.id.text, at: draft.places[.settings, 0, "editions.\(number).id"], first: other,
          draft.places[.settings, 0, "editions.\(earlier).id"]))
    }
  }
}

/// Areas and groups share the column REF_AREA, so a code means one of them.
func areaAndGroupWithOneCode(_ index: DraftIndex, into diagnostics: inout Diagnostics) {
  for id in index.draft.writtenIDs(.group) where index.areas.contains(Area.ID(id.text)) {
    diagnostics.report(.areaAndGroup(id.text, at: index.draft.place(id)))
  }
}

extension Diagnostic {
  static func duplicateID(
    _ id: String, at position: SourcePosition, first: String, _ firstPosition: SourcePosition
  ) -> Self {
    Diagnostic(
      .error, "MP0201", "id '\(id)' is taken", at: position, hint: "give one of the two another id",
      notes: [Note("first used here, as '\(first)'", at: firstPosition)])
  }

  static func slugCollision(
    _ id: String, at position: SourcePosition, first: String, _ firstPosition: SourcePosition
  ) -> Self {
    Diagnostic(
      .error, "MP0202", "ids '\(first)' and '\(id)' lead to the same page '\(id.slug)'", at: position,
      hint: "let them differ in a letter, a digit or a point", notes: [Note("the other id", at: firstPosition)])
  }

  static func areaAndGroup(_ id: String, at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP0218", "'\(id)' is the code of an area and of a group", at: position,
      hint: "both stand in REF_AREA; give the group another code")
  }
}

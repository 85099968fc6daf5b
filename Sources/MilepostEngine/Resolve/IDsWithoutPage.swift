import MilepostModel

/// Every id of a kind that has pages makes the name of a folder, and so does every edition.
func idsWithoutPage(_ index: DraftIndex, into diagnostics: inout Diagnostics) {
  let draft = index.draft
  let kinds: [SourceMap.Kind] = [
    .goal, .target, .objective, .outcome, .enabler, .indicator, .area, .group, .register, .map, .index, .survey,
  ]
  for id in kinds.flatMap(draft.writtenIDs) { report(id.text, at: draft.place(id), into: &diagnostics) }
  for (number, edition) in draft.settings.editions.enumerated() {
    report(edition.id.text, at: draft.places[.settings, 0, "editions.\(number).id"], into: &diagnostics)
  }
}

/// In bytes; file systems have room for 255, and `.csv` and the like come behind it.
private let longestID = 120

private func report(_ id: String, at position: SourcePosition, into diagnostics: inout Diagnostics) {
  let slug = id.slug
  if !slug.utf8.contains(where: { $0 != UInt8(ascii: ".") && $0 != UInt8(ascii: "-") }) {
    diagnostics.report(.idWithoutLetter(id, at: position))
  } else if slug == "index.html" {
    diagnostics.report(.idOfAFile(id, at: position))
  } else if id.utf8.count > longestID {
    diagnostics.report(.idTooLong(id, at: position))
  }
}

extension Diagnostic {
  fileprivate static func idWithoutLetter(_ id: String, at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP0240", "id '\(id)' has no letter and no digit, so it cannot name a page", at: position,
      hint: "give it a letter or a digit")
  }

  fileprivate static func idOfAFile(_ id: String, at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP0240", "id '\(id)' cannot name a page, for a file of the site is called so", at: position,
      hint: "choose another id")
  }

  fileprivate static func idTooLong(_ id: String, at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP0240", "id has \(id.utf8.count) signs, more than \(longestID)", at: position,
      hint: "shorten it; the title has room for the rest")
  }
}

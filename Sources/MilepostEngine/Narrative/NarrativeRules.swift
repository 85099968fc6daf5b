import MilepostModel

/// Every rule about the text of a report, in running order.
package let narrativeRules: [Rule] = [
  Rule("MP1108", "MP1109", "MP1122", check: chaptersInOrder),
  Rule("MP1110", check: referencesToNothing),
  Rule("MP1211", check: exhibitsOfNothing),
  Rule("MP1111", "MP1123", check: exhibitsWithoutWords),
  Rule("MP1114", "MP1115", "MP1116", "MP1117", check: translationsUnlikeTheirOriginal),
  Rule("MP1118", check: wordLimits),
  Rule("MP1119", check: termsToAvoid),
  Rule("MP1120", check: elementsWithoutText),
  Rule("MP1121", "MP1207", check: numeralsInText),
]

extension Chapter {
  /// What references can name in it, with its place.
  var labels: [Located<String>] {
    [Located(id.text, at: .wholeFile(file))]
      + allBlocks.compactMap { block in block.label.map { Located($0, at: block.position) } }
  }
}

extension TextBlock {
  fileprivate var label: String? {
    switch content {
    case .heading(_, let id, _): id
    case .box(let id, _, _): id
    case .exhibit(let exhibit): exhibit.id
    case .paragraph, .list, .quotation, .code, .rule: nil
    }
  }

  /// References in the block itself.
  var references: [Located<String>] {
    spans.flatMap(\.withParts).compactMap { if case .reference(let name) = $0 { name } else { nil } }
  }

  /// The bindings of the block itself, in the order of the text.
  var bindings: [Int] {
    spans.flatMap(\.withParts).compactMap { if case .bound(let number, _) = $0 { number } else { nil } }
  }
}

/// Chapters and names that stand twice, headings that skip a level.
private func chaptersInOrder(_ plan: ResolvedPlan, _ diagnostics: inout Diagnostics) {
  guard let narrative = plan.draft.narrative else { return }
  var ids: [String: Chapter] = [:]
  var orders: [String: Chapter] = [:]
  var labels: [LanguageTag: [String: SourcePosition]] = [:]
  for chapter in narrative.chapters {
    let place = SourcePosition.wholeFile(chapter.file)
    if let first = ids.updateValue(chapter, forKey: "\(chapter.language) \(chapter.id)") {
      diagnostics.report(.chapterTwice(chapter, at: place, first: first))
      continue
    }
    let order = "\(chapter.language) \(chapter.kind) \(chapter.order)"
    if let first = orders.updateValue(chapter, forKey: order) {
      diagnostics.report(.orderTwice(chapter, at: place, first: first))
    }
    for label in chapter.labels {
      if let first = labels[chapter.language, default: [:]].updateValue(label.position, forKey: label.value) {
        diagnostics.report(.labelTwice(label, first: first))
      }
    }
    var level = 1
    for block in chapter.blocks.flatMap(\.withParts) {
      guard case .heading(let own, _, _) = block.content else { continue }
      if own > level + 1, own > 1 { diagnostics.report(.skippedLevel(own, after: level, at: block.position)) }
      level = own
    }
  }
}

/// Cross references that lead nowhere.
private func referencesToNothing(_ plan: ResolvedPlan, _ diagnostics: inout Diagnostics) {
  guard let narrative = plan.draft.narrative else { return }
  let elements = plan.plan.elementIDs.union(plan.draft.registers.map(\.id.text))
  var known: [LanguageTag: Set<String>] = [:]
  for chapter in narrative.chapters {
    known[chapter.language, default: elements].formUnion(chapter.labels.map(\.value))
  }
  // Where a chapter is not translated, a reference leads to its original.
  let original = known[narrative.document.originalLanguage, default: elements]
  for chapter in narrative.chapters {
    let names = known[chapter.language, default: elements].union(original)
    for reference in chapter.allBlocks.flatMap(\.references) where !names.contains(reference.value) {
      if plan.draft.hasRecord(reference.value) { continue }
      diagnostics.report(.referenceToNothing(reference, closest: names.sorted().closest(to: reference.value)))
    }
  }
}

extension Plan {
  /// Of everything that a text can name by its id.
  var elementIDs: Set<String> {
    Set(
      goals.map(\.id.text) + targets.map(\.id.text) + objectives.map(\.id.text) + outcomes.map(\.id.text)
        + outputs.map(\.id.text) + enablers.map(\.id.text) + indicators.map(\.id.text))
  }
}

extension Draft {
  /// Whether `resolutions/71` names a record by its register and key.
  fileprivate func hasRecord(_ reference: String) -> Bool {
    guard let slash = reference.firstIndex(of: "/") else { return false }
    let (id, key) = (String(reference[..<slash]), String(reference[reference.index(after: slash)...]))
    guard let register = registers.first(where: { $0.id.text == id }), !register.key.isEmpty else { return false }
    return registerTables.contains { table in
      table.register == register.id
        && (0..<table.count).contains { table.key(ofRow: $0, register.key) == key }
    }
  }
}

/// Pictures without words for those who do not see them, tables and charts without a caption.
private func exhibitsWithoutWords(_ plan: ResolvedPlan, _ diagnostics: inout Diagnostics) {
  for chapter in plan.draft.narrative.map(\.chapters) ?? [] {
    for block in chapter.allBlocks {
      guard case .exhibit(let exhibit) = block.content else { continue }
      switch exhibit.content {
      case .picture(let file, let alternative):
        if !alternative.hasVisibleCharacter { diagnostics.report(.pictureWithoutWords(file, at: block.position)) }
      case .table where exhibit.caption.isEmpty: diagnostics.report(.noCaption("table", at: block.position))
      case .seriesChart where exhibit.caption.isEmpty: diagnostics.report(.noCaption("chart", at: block.position))
      case .targetChart, .seriesChart, .statuses, .target, .seriesTable, .registerTable, .table: break
      }
    }
  }
}

extension String {
  fileprivate var hasVisibleCharacter: Bool { unicodeScalars.contains { !$0.properties.isWhitespace } }
}

/// Chapters and reports that are longer than they may be.
private func wordLimits(_ plan: ResolvedPlan, _ diagnostics: inout Diagnostics) {
  guard let narrative = plan.draft.narrative else { return }
  for chapter in narrative.chapters {
    if let limit = chapter.wordLimit, chapter.wordCount > limit {
      diagnostics.report(.tooLong("chapter", chapter.wordCount, limit, at: .wholeFile(chapter.file)))
    }
  }
  guard let limit = narrative.document.wordLimit else { return }
  for language in plan.settings.languages {
    let count = narrative.chapters(in: language).reduce(0) { $0 + $1.wordCount }
    if count > limit {
      let place = plan.draft.places[.report, 0, "word-limit"]
      diagnostics.report(.tooLong("report in \(language)", count, limit, at: place))
    }
  }
}

/// Numbers that nothing stands behind, and days that no calendar has.
private func numeralsInText(_ plan: ResolvedPlan, _ diagnostics: inout Diagnostics) {
  for numeral in plan.draft.narrative.map({ $0.chapters.flatMap(\.numerals) }) ?? [] {
    switch numeral.value.kind {
    case .number: diagnostics.report(.unboundNumeral(numeral.value.text, at: numeral.position))
    case .impossibleDate(let reason):
      diagnostics.report(.impossibleDate(numeral.value.text, reason, at: numeral.position))
    case .date, .ordinal, .code: break
    }
  }
}

extension Diagnostic {
  fileprivate static func chapterTwice(_ chapter: Chapter, at position: SourcePosition, first: Chapter) -> Self {
    Diagnostic(
      .error, "MP1108", "chapter '\(chapter.id)' stands twice in \(chapter.language)", at: position,
      hint: "give one of them another id", notes: [Note("the first", at: .wholeFile(first.file))])
  }

  fileprivate static func orderTwice(_ chapter: Chapter, at position: SourcePosition, first: Chapter) -> Self {
    Diagnostic(
      .error, "MP1108", "\(chapter.kind.rawValue) \(chapter.order) stands twice in \(chapter.language)", at: position,
      hint: "change 'order' of one of them", notes: [Note("the first", at: .wholeFile(first.file))])
  }

  fileprivate static func labelTwice(_ label: Located<String>, first: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP1109", "name '\(label.value)' stands twice in the report", at: label.position,
      hint: "give one of them another name", notes: [Note("the first", at: first)])
  }

  fileprivate static func skippedLevel(_ level: Int, after before: Int, at position: SourcePosition) -> Self {
    let signs = String(repeating: "#", count: before + 1)
    return Diagnostic(
      .error, "MP1122", "heading of level \(level) follows one of level \(before)", at: position,
      hint: "write '\(signs)'")
  }

  fileprivate static func referenceToNothing(_ name: Located<String>, closest: String?) -> Self {
    Diagnostic(
      .error, "MP1110", "'\(name.value)' names no section, exhibit, element of the plan or record", at: name.position,
      hint: closest.map { "did you mean '\($0)'?" })
  }

  fileprivate static func pictureWithoutWords(_ file: String, at position: SourcePosition) -> Self {
    Diagnostic(
      .warning, "MP1111", "picture '\(file)' has no words for those who cannot see it", at: position,
      hint: "write what it shows: ![Map of the isles](…)")
  }

  fileprivate static func noCaption(_ what: String, at position: SourcePosition) -> Self {
    Diagnostic(
      .warning, "MP1123", "\(what) without a caption", at: position,
      hint: what == "table"
        ? "write ':::table' and the caption on the line below it, before the table" : "write it on the line below")
  }

  fileprivate static func tooLong(_ what: String, _ count: Int, _ limit: Int, at position: SourcePosition) -> Self {
    Diagnostic(
      .warning, "MP1118", "\(what) has \(count) words, \(count - limit) above its limit of \(limit)", at: position,
      hint: "shorten it, or raise 'word-limit'")
  }

  fileprivate static func unboundNumeral(_ text: String, at position: SourcePosition) -> Self {
    Diagnostic(
      .warning, "MP1207", "'\(text)' is not bound to data", at: position,
      hint: "write [\(text)]{= …} with the expression that gives it, or [\(text)]{literal=\"reason\"}")
  }

  fileprivate static func impossibleDate(_ text: String, _ reason: String, at position: SourcePosition) -> Self {
    Diagnostic(.warning, "MP1121", "'\(text)' cannot be: \(reason)", at: position, hint: "correct the date")
  }
}

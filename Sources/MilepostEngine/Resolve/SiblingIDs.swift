import MilepostModel

/// An id with the id of the element it belongs to, if its kind has one.
private struct Sibling {
  let id: WrittenID
  let parent: String?

  /// What stands behind the parent's id; the whole id when it does not begin with it.
  var tail: Substring {
    guard let parent, id.text.hasPrefix(parent) else { return id.text[...] }
    return id.text.dropFirst(parent.count)
  }

  /// Letters as `a`, runs of digits as `9`, the parent's id as `^`, the rest as written: `R.1-a` of `R.1` is `^-a`.
  var shape: String {
    var shape = parent.map { id.text.hasPrefix($0) } == true ? "^" : ""
    for scalar in tail.unicodeScalars {
      let sign: Character =
        switch scalar {
        case "0"..."9": "9"
        case "a"..."z", "A"..."Z": "a"
        default: Character(scalar)
        }
      if sign != "9" || shape.last != "9" { shape.append(sign) }
    }
    return shape
  }

  /// The number or single letter at the end of the id: 4 for `2.4` of `2`, 3 for `R.1-c` of `R.1`; nil when there is none.
  var ordinal: Int? {
    let word = String(id.text.dropFirst(stem.count))
    if let number = Int(word) { return number }
    guard word.count == 1, let letter = word.lowercased().unicodeScalars.first else { return nil }
    return Int(letter.value) - 96
  }

  /// The id without its last run of letters and digits: `2.` for `2.4`, `R.1-` for `R.1-c`.
  var stem: Substring {
    let end = tail.reversed().prefix { $0.isASCII && ($0.isNumber || $0.isLetter) }
    return id.text.dropLast(end.count)
  }
}

extension Draft {
  private func siblings(_ kind: SourceMap.Kind) -> [Sibling] {
    let parents: [String]? =
      switch kind {
      case .target: plan.targets.map(\.goal.text)
      case .outcome: plan.outcomes.map(\.objective.text)
      default: nil
      }
    return writtenIDs(kind).map { Sibling(id: $0, parent: parents?[$0.index]) }
  }

  /// Elements of each kind. Where one of them names a parent that does not exist, the kind is left out: its ids look
  /// odd only beside the wrong one.
  fileprivate func families(_ index: DraftIndex) -> [[Sibling]] {
    var kinds: [SourceMap.Kind] = [.goal, .objective, .output, .enabler]
    if plan.targets.allSatisfy({ index.goals.contains($0.goal) }) { kinds.append(.target) }
    if plan.outcomes.allSatisfy({ index.objectives.contains($0.objective) }) { kinds.append(.outcome) }
    return kinds.map { siblings($0) }
  }
}

extension [Sibling] {
  /// The shape of more than half of them, at least three.
  fileprivate var usualShape: String? {
    Dictionary(grouping: self, by: \.shape).first { $0.value.count >= 3 && $0.value.count * 2 > count }?.key
  }
}

/// Ids of one kind are written alike; `D.1.e` among `D.1-d` is a slip.
func idsUnlikeTheirSiblings(_ index: DraftIndex, into diagnostics: inout Diagnostics) {
  for family in index.draft.families(index) {
    guard let usual = family.usualShape else { continue }
    let members = family.filter { $0.shape == usual }
    for sibling in family where sibling.shape != usual {
      let like = members.first { $0.parent == sibling.parent } ?? members[0]
      diagnostics.report(
        .idUnlikeSiblings(sibling.id.text, like: like.id.text, at: index.draft.place(sibling.id)))
    }
  }
}

/// The numbers or letters at the ends of siblings' ids begin at 1 or a and follow one another without a gap.
func gapsInNumbering(_ index: DraftIndex, into diagnostics: inout Diagnostics) {
  for family in index.draft.families(index) {
    guard let usual = family.usualShape else { continue }
    let alike = family.filter { $0.shape == usual }
    guard alike.allSatisfy({ $0.ordinal != nil }) else { continue }
    for siblings in Dictionary(grouping: alike, by: \.stem).values {
      let numbered = siblings.compactMap { sibling in sibling.ordinal.map { (ordinal: $0, id: sibling.id) } }
        .sorted { $0.ordinal < $1.ordinal }
      if let first = numbered.first, first.ordinal > 1 {
        diagnostics.report(.numberingBeginsLate(first.id.text, at: index.draft.place(first.id)))
      }
      for (before, after) in zip(numbered, numbered.dropFirst()) where after.ordinal > before.ordinal + 1 {
        diagnostics.report(
          .gapInNumbering(after.id.text, after: before.id.text, at: index.draft.place(after.id)))
      }
    }
  }
}

extension Diagnostic {
  static func idUnlikeSiblings(_ id: String, like other: String, at position: SourcePosition) -> Self {
    Diagnostic(
      .warning, "MP0216", "id '\(id)' is written unlike its siblings, such as '\(other)'", at: position,
      hint: "write it in the form of '\(other)'")
  }

  static func gapInNumbering(_ id: String, after other: String, at position: SourcePosition) -> Self {
    Diagnostic(
      .warning, "MP0217", "id '\(id)' follows '\(other)' with a gap", at: position,
      hint: "an element may be missing, or the id mistyped")
  }

  static func numberingBeginsLate(_ id: String, at position: SourcePosition) -> Self {
    Diagnostic(
      .warning, "MP0217", "id '\(id)' is the first of its numbering, which does not begin at 1 or a", at: position,
      hint: "an element may be missing, or the id mistyped")
  }
}

package import MilepostModel

/// Translations that are not of today's original, lack a part of it, or say other figures.
func translationsUnlikeTheirOriginal(_ plan: ResolvedPlan, _ diagnostics: inout Diagnostics) {
  guard let narrative = plan.draft.narrative else { return }
  let original = narrative.document.originalLanguage
  let originals = Dictionary(narrative.chapters(in: original).map { ($0.id, $0) }) { first, _ in first }
  for chapter in narrative.chapters where chapter.language != original {
    guard let source = originals[chapter.id] else {
      diagnostics.report(.noOriginal(chapter, original))
      continue
    }
    for pair in TranslatedParagraph.pairs(chapter, source) { pair.check(chapter, source, into: &diagnostics) }
  }
}

/// A paragraph of a translation with that of the original; nil on one side where there is none.
package struct TranslatedParagraph {
  /// How the translation is known to belong to the original.
  package enum Standing {
    case current, outdated, unmarked
  }

  package let translation: TextBlock?
  package let original: TextBlock?
  package let standing: Standing

  /// By the marks of the translation; what has none, or an old one, in the order of the text.
  package static func pairs(_ translation: Chapter, _ original: Chapter) -> [TranslatedParagraph] {
    let sources = original.allBlocks.filter { $0.mark != nil }
    let blocks = translation.allBlocks.filter { $0.mark != nil }
    var places: [TextMark: [Int]] = [:]
    for (place, block) in sources.enumerated().reversed() {
      if let mark = block.mark { places[mark, default: []].append(place) }
    }
    var partners = [Int?](repeating: nil, count: blocks.count)
    for (number, block) in blocks.enumerated() {
      if let mark = block.origin?.value { partners[number] = places[mark]?.popLast() }
    }
    let taken = Set(partners.compactMap(\.self))
    var free = sources.indices.filter { !taken.contains($0) }[...]
    var pairs: [TranslatedParagraph] = []
    for (number, block) in blocks.enumerated() {
      if let partner = partners[number] {
        pairs.append(TranslatedParagraph(translation: block, original: sources[partner], standing: .current))
      } else {
        let source = free.popFirst().map { sources[$0] }
        pairs.append(
          TranslatedParagraph(
            translation: block, original: source, standing: block.origin == nil ? .unmarked : .outdated))
      }
    }
    return pairs + free.map { TranslatedParagraph(translation: nil, original: sources[$0], standing: .unmarked) }
  }

  fileprivate func check(_ chapter: Chapter, _ source: Chapter, into diagnostics: inout Diagnostics) {
    guard let translation else {
      if let original { diagnostics.report(.untranslated(in: chapter, original)) }
      return
    }
    guard let original else {
      diagnostics.report(.withoutOriginal(at: translation.position))
      return
    }
    switch standing {
    case .current: break
    case .outdated: diagnostics.report(.outdated(translation, original))
    case .unmarked: diagnostics.report(.unmarked(translation, original))
    }
    let (own, other) = (chapter.figures(of: translation), source.figures(of: original))
    // What is not understood has its finding, and its figure may be the one that seems to be missing.
    if translation.isUnderstood, original.isUnderstood, own.map(\.text).sorted() != other.map(\.text).sorted() {
      diagnostics.report(.otherBindings(own.map(\.text), other.map(\.text), translation, original))
    }
    for figure in own {
      guard let stated = figure.stated,
        let match = other.first(where: { $0.text == figure.text && $0.stated != nil }), let said = match.stated,
        !stated.saysTheSame(as: said)
      else { continue }
      diagnostics.report(.saidOtherwise(stated, at: figure.position, said, at: match.position))
    }
  }
}

extension Chapter {
  fileprivate struct BoundFigure {
    let text: String
    let stated: StatedNumber?
    let position: SourcePosition
  }

  fileprivate func figures(of block: TextBlock) -> [BoundFigure] {
    block.bindings.map { bindings[$0] }.compactMap { binding in
      guard let figure = binding.figure else { return nil }
      let stated: StatedNumber? = if case .asserted(let number, _) = binding.content { number } else { nil }
      return BoundFigure(text: figure.text.withoutBlanks, stated: stated, position: binding.position)
    }
  }
}

extension String {
  /// An expression as it counts.
  var withoutBlanks: String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: unicodeScalars.filter { !$0.properties.isWhitespace })
    return String(view)
  }
}

extension StatedNumber {
  /// Which way the words hedge.
  private enum Hedge { case none, above, below, about, atLeast, atMost }

  private var hedge: Hedge {
    if bounds.lowerBound == value { return excludesLower ? .above : .atLeast }
    if bounds.upperBound == value { return excludesUpper ? .below : .atMost }
    return excludesLower == excludesUpper ? .about : .none
  }

  /// Whether two languages say one thing: the same number, hedged alike. How exactly it is written can differ, because
  /// Chinese counts by ten thousands: 4470万 is 44.7 million.
  fileprivate func saysTheSame(as other: StatedNumber) -> Bool {
    hedge == other.hedge && abs(value - other.value) <= 1e-9 * max(abs(value), abs(other.value), 1e-6)
  }

  /// Whether two authors say one thing: the same number with the same bounds.
  func meansTheSame(as other: StatedNumber) -> Bool {
    func isNear(_ one: Double, _ two: Double) -> Bool { abs(one - two) <= 1e-9 * max(abs(one), abs(two), 1e-6) }
    return isNear(value, other.value) && isNear(bounds.lowerBound, other.bounds.lowerBound)
      && isNear(bounds.upperBound, other.bounds.upperBound)
  }
}

extension Diagnostic {
  fileprivate static func noOriginal(_ chapter: Chapter, _ language: LanguageTag) -> Self {
    Diagnostic(
      .error, "MP1114", "chapter '\(chapter.id)' is not there in the original language, \(language)",
      at: .wholeFile(chapter.file), hint: "give it the id of the chapter that it translates")
  }

  fileprivate static func outdated(_ translation: TextBlock, _ original: TextBlock) -> Self {
    Diagnostic(
      .warning, "MP1115", "translation of a text that has changed since", at: translation.position,
      hint: original.mark.map { "see whether it still says the same, then write {of=\($0)}" },
      notes: [Note("the original as it is now", at: original.position)])
  }

  fileprivate static func unmarked(_ translation: TextBlock, _ original: TextBlock) -> Self {
    Diagnostic(
      .warning, "MP1116", "translation without the mark of its original", at: translation.position,
      hint: original.mark.map { "when it is right, end it with {of=\($0)}, or run 'milepost translated'" },
      notes: [Note("the original", at: original.position)])
  }

  fileprivate static func untranslated(in chapter: Chapter, _ original: TextBlock) -> Self {
    Diagnostic(
      .warning, "MP1116", "a paragraph of the original is not translated", at: .wholeFile(chapter.file),
      hint: original.mark.map { "translate it and end it with {of=\($0)}" },
      notes: [Note("the original", at: original.position)])
  }

  fileprivate static func withoutOriginal(at position: SourcePosition) -> Self {
    Diagnostic(
      .warning, "MP1116", "paragraph without an original", at: position,
      hint: "delete it, or write it in the original language first")
  }

  fileprivate static func otherBindings(
    _ own: [String], _ other: [String], _ translation: TextBlock, _ original: TextBlock
  ) -> Self {
    let missing = other.filter { !own.contains($0) }
    let added = own.filter { !other.contains($0) }
    let parts =
      (missing.isEmpty ? [] : ["missing: \(missing.joined(separator: ", "))"])
      + (added.isEmpty ? [] : ["only here: \(added.joined(separator: ", "))"])
    return Diagnostic(
      .warning, "MP1117", "translation has other figures than its original", at: translation.position,
      hint: parts.isEmpty ? "a figure stands more often than in the original" : parts.joined(separator: "; "),
      notes: [Note("the original", at: original.position)])
  }

  static func saidOtherwise(
    _ one: StatedNumber, at position: SourcePosition, _ other: StatedNumber, at first: SourcePosition
  ) -> Self {
    Diagnostic(
      .warning, "MP1208", "'\(one.text)' says the figure in another way than '\(other.text)'", at: position,
      hint: "say it alike", notes: [Note("said as '\(other.text)'", at: first)])
  }
}

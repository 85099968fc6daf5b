package import MilepostModel

/// What changed in the text of a report, paragraph by paragraph.
///
/// Paragraphs that stayed are found as the longest common subsequence of their marks; between two of them, what went and
/// what came are taken for each other in their order.
/// - Returns: In the order of the newer text, languages one after the other.
package func compareTexts(_ before: Narrative, _ after: Narrative) -> [ParagraphChange] {
  func key(_ chapter: Chapter) -> String { "\(chapter.language)/\(chapter.id)" }
  let old = Dictionary(before.chapters.map { (key($0), $0) }) { first, _ in first }
  let new = Set(after.chapters.map(key))
  var changes = after.chapters.flatMap { chapter in
    ChapterComparison(old[key(chapter)], chapter).changes
  }
  for chapter in before.chapters where !new.contains(key(chapter)) {
    changes += ChapterComparison(chapter, nil).changes
  }
  return changes
}

/// One chapter in two editions; nil where it is not there.
private struct ChapterComparison {
  private struct Paragraph {
    let mark: TextMark
    let text: String
  }

  private let language: LanguageTag
  private let id: Chapter.ID
  private let old: [Paragraph]
  private let new: [Paragraph]

  init(_ before: Chapter?, _ after: Chapter?) {
    guard let known = after ?? before else { preconditionFailure("a comparison of two chapters that are not there") }
    language = known.language
    id = known.id
    old = before.map(ChapterComparison.paragraphs) ?? []
    new = after.map(ChapterComparison.paragraphs) ?? []
  }

  private static func paragraphs(_ chapter: Chapter) -> [Paragraph] {
    chapter.allBlocks.compactMap { block in
      block.mark.map { Paragraph(mark: $0, text: chapter.words(of: block)) }
    }
  }

  var changes: [ParagraphChange] {
    var found: [ParagraphChange] = []
    let gone = Set(old.map(\.mark)).intersection(new.map(\.mark))
    var (from, to) = (0, 0)
    for (stayedOld, stayedNew) in common + [(old.count, new.count)] {
      let removed = Array(old[from..<stayedOld])
      let added = Array(new[to..<stayedNew])
      // What stands on both sides, but not in its order, has moved: it is told where it is now.
      let (left, right) = (removed.filter { !gone.contains($0.mark) }, added.filter { !gone.contains($0.mark) })
      found += added.filter { gone.contains($0.mark) }.map { change(.moved($0.text)) }
      for (one, other) in zip(left, right) { found.append(change(.changed(before: one.text, after: other.text))) }
      found += left.dropFirst(right.count).map { change(.removed($0.text)) }
      found += right.dropFirst(left.count).map { change(.added($0.text)) }
      (from, to) = (min(stayedOld + 1, old.count), min(stayedNew + 1, new.count))
    }
    return found
  }

  private func change(_ what: ParagraphChange.What) -> ParagraphChange {
    ParagraphChange(language: language, chapter: id, what)
  }

  /// Places of paragraphs that stayed, in the old text and the new.
  private var common: [(Int, Int)] {
    var lengths = [[Int]](repeating: [Int](repeating: 0, count: new.count + 1), count: old.count + 1)
    for one in old.indices.reversed() {
      for other in new.indices.reversed() {
        lengths[one][other] =
          old[one].mark == new[other].mark
          ? lengths[one + 1][other + 1] + 1 : max(lengths[one + 1][other], lengths[one][other + 1])
      }
    }
    var pairs: [(Int, Int)] = []
    var (one, other) = (0, 0)
    while one < old.count, other < new.count {
      if old[one].mark == new[other].mark {
        pairs.append((one, other))
        (one, other) = (one + 1, other + 1)
      } else if lengths[one + 1][other] >= lengths[one][other + 1] {
        one += 1
      } else {
        other += 1
      }
    }
    return pairs
  }
}

extension Chapter {
  /// The words of a block as its author sees them, with the expressions of inserted figures.
  fileprivate func words(of block: TextBlock) -> String { words(of: block.spans) }

  private func words(of spans: [TextSpan]) -> String {
    spans.map { span in
      switch span {
      case .text(let text), .code(let text): text
      case .emphasis(let inner), .strong(let inner), .link(_, let inner): words(of: inner)
      case .lineBreak: " "
      case .footnote: ""
      case .reference(let name): "{#\(name.value)}"
      case .bound(let number, let inner):
        if case .inserted(let figure) = bindings[number].content { "{= \(figure.text)}" } else { words(of: inner) }
      }
    }.joined()
  }
}

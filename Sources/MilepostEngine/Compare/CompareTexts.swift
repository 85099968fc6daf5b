package import MilepostModel

/// What changed in a language of a report, passage by passage, as it is printed: words of authors, figures, tables.
///
/// Passages that stayed are found, chapter by chapter, as the longest common subsequence; what is then left on both sides
/// in the same words has moved, and between two that stayed what is alike was changed.
/// - Returns: In the order of the newer text; chapters that are gone come last.
package func compareTexts(_ before: Manuscript, _ after: Manuscript) -> [ParagraphChange] {
  let bar = Passage.bar(isRightToLeft: after.isRightToLeft)
  return TextComparison(before.passageGroups, after.passageGroups, after.language, bar: bar).changes
}

private struct TextComparison {
  /// A passage by its place.
  private struct Place: Hashable {
    let group: Int
    let passage: Int
  }

  private let old: [PassageGroup]
  private let new: [PassageGroup]
  private let language: LanguageTag
  /// Between the cells of rows.
  private let bar: String
  /// For each group of the newer text that of the older one with its name.
  private let partners: [Int?]

  init(_ old: [PassageGroup], _ new: [PassageGroup], _ language: LanguageTag, bar: String) {
    self.bar = bar
    self.old = old
    self.new = new
    self.language = language
    partners = new.map { group in old.firstIndex { $0.name.address == group.name.address } }
  }

  var changes: [ParagraphChange] {
    let stayed = partners.enumerated().map { place, partner in
      partner.map { longestCommon(old[$0].passages.map(\.key), new[place].passages.map(\.key)) } ?? []
    }
    let moved = moved(stayed)
    let from = Dictionary(moved.map { ($1, $0) }) { first, _ in first }
    let gone = Set(moved.map(\.old))
    var found: [ParagraphChange] = []
    for (place, group) in new.enumerated() {
      let partner = partners[place]
      let before = partner.map { old[$0].passages } ?? []
      var (start, end) = (0, 0)
      for pair in stayed[place] + [(before.count, group.passages.count)] {
        let removed = (start..<pair.old).filter { index in
          partner.map { !gone.contains(Place(group: $0, passage: index)) } ?? true
        }
        let gap = GapComparison(
          removed.map { before[$0] },
          (end..<pair.new).map { (group.passages[$0], from[Place(group: place, passage: $0)].map(passage)) }, bar: bar)
        found += gap.changes.map { ParagraphChange(language: language, chapter: group.name, $0) }
        (start, end) = (min(pair.old + 1, before.count), min(pair.new + 1, group.passages.count))
      }
    }
    for (place, group) in old.enumerated() where !partners.contains(place) {
      for (index, passage) in group.passages.enumerated() where !gone.contains(Place(group: place, passage: index)) {
        found.append(ParagraphChange(language: language, chapter: group.name, .removed(passage)))
      }
    }
    return found.withChangesElsewhere
  }

  private func passage(_ place: Place) -> Passage { old[place.group].passages[place.passage] }

  /// What stands on both sides in the same words, but not in its order; rows of tables only within a chapter.
  private func moved(_ stayed: [[(old: Int, new: Int)]]) -> [(old: Place, new: Place)] {
    struct Key: Hashable {
      let passage: Passage.Key
      let address: String?
    }
    func key(_ passage: Passage, in group: PassageGroup) -> Key {
      if case .exhibit = passage.part { return Key(passage: passage.key, address: group.name.address ?? "/") }
      return Key(passage: passage.key, address: nil)
    }
    func left(_ groups: [PassageGroup], _ stayed: [Int: Set<Int>]) -> [(place: Place, key: Key)] {
      groups.enumerated().flatMap { number, group in
        group.passages.enumerated().compactMap { index, passage in
          stayed[number, default: []].contains(index)
            ? nil : (Place(group: number, passage: index), key(passage, in: group))
        }
      }
    }
    var oldStayed: [Int: Set<Int>] = [:]
    var newStayed: [Int: Set<Int>] = [:]
    for (place, pairs) in stayed.enumerated() {
      newStayed[place] = Set(pairs.map(\.new))
      if let partner = partners[place] { oldStayed[partner] = Set(pairs.map(\.old)) }
    }
    var free = Dictionary(grouping: left(old, oldStayed), by: \.key).mapValues { $0.map(\.place) }
    return left(new, newStayed).compactMap { entry in
      guard let first = free[entry.key]?.first else { return nil }
      free[entry.key]?.removeFirst()
      return (first, entry.place)
    }
  }
}

extension Passage {
  /// Two passages of one key say the same as the same kind of thing; numbers may be others.
  fileprivate struct Key: Hashable {
    let kind: Kind
    let text: String
  }

  fileprivate enum Kind: Hashable { case entry(String?), title, heading, paragraph, exhibit, footnote }

  fileprivate var kind: Kind {
    switch part {
    case .entry(let label): .entry(label)
    case .title: .title
    case .heading: .heading
    case .paragraph: .paragraph
    case .exhibit: .exhibit
    case .footnote: .footnote
    }
  }

  fileprivate var key: Key { Key(kind: kind, text: text) }
}

/// What went and what came between two passages that stayed.
private struct GapComparison {
  private let removed: [(passage: Passage, words: ComparedWords)]
  /// With the older place of what has moved here.
  private let added: [(passage: Passage, words: ComparedWords, from: Passage?)]

  private let bar: String

  init(_ removed: [Passage], _ added: [(Passage, Passage?)], bar: String) {
    self.bar = bar
    self.removed = removed.map { ($0, ComparedWords($0.text)) }
    self.added = added.map { ($0.0, ComparedWords($0.0.text), $0.1) }
  }

  /// What changed, before what went and what came around it.
  var changes: [ParagraphChange.What] {
    var found: [ParagraphChange.What] = []
    var (start, end) = (0, 0)
    for pair in pairs + [(removed.count, added.count)] {
      found += removed[start..<pair.old].map { .removed($0.passage) }
      found += added[end..<pair.new].map { entry in
        entry.from.map { .moved(before: $0, after: entry.passage) } ?? .added(entry.passage)
      }
      guard pair.old < removed.count, pair.new < added.count else { break }
      found.append(change(removed[pair.old].passage, added[pair.new].passage))
      (start, end) = (pair.old + 1, pair.new + 1)
    }
    return found
  }

  private func change(_ before: Passage, _ after: Passage) -> ParagraphChange.What {
    let old = before.reduced(beside: after, bar: bar)
    let new = after.reduced(beside: before, bar: bar)
    return .changed(before: old, after: new, ComparedWords(old.text).changes(to: ComparedWords(new.text)))
  }

  /// Passages that were changed into each other: those pairs, in order, that are most alike in sum; one that went and one
  /// that came alone are a pair in any case.
  private var pairs: [(old: Int, new: Int)] {
    let here = added.indices.filter { added[$0].from == nil }
    if removed.count == 1, here.count == 1, removed[0].passage.kind == added[here[0]].passage.kind {
      return [(0, here[0])]
    }
    let likeness = removed.map { one in
      added.map { other -> Double in
        guard other.from == nil, one.passage.kind == other.passage.kind else { return 0 }
        let likeness = one.words.likeness(to: other.words)
        return likeness >= ComparedWords.leastLikeness ? likeness : 0
      }
    }
    var sums = [[Double]](repeating: [Double](repeating: 0, count: added.count + 1), count: removed.count + 1)
    for row in removed.indices.reversed() {
      for column in added.indices.reversed() {
        sums[row][column] = max(
          sums[row + 1][column], sums[row][column + 1], likeness[row][column] + sums[row + 1][column + 1])
      }
    }
    var pairs: [(old: Int, new: Int)] = []
    var (row, column) = (0, 0)
    while row < removed.count, column < added.count, sums[row][column] > 0 {
      if likeness[row][column] > 0, sums[row][column] == likeness[row][column] + sums[row + 1][column + 1] {
        pairs.append((row, column))
        (row, column) = (row + 1, column + 1)
      } else if sums[row][column] == sums[row + 1][column] {
        row += 1
      } else {
        column += 1
      }
    }
    return pairs
  }
}

extension [ParagraphChange] {
  /// More than half of its words must be the same for a passage to be known again in another place.
  private static let leastLikeness = 0.6

  /// What went in one place and came in another with other words was changed; it is told where it is now.
  fileprivate var withChangesElsewhere: [ParagraphChange] {
    var removed: [Int: ComparedWords] = [:]
    for (place, change) in enumerated() {
      if case .removed(let passage) = change.what, passage.kind != .exhibit {
        removed[place] = ComparedWords(passage.text)
      }
    }
    guard !removed.isEmpty else { return self }
    var changes = self
    var gone: Set<Int> = []
    for (place, change) in enumerated() {
      guard case .added(let passage) = change.what else { continue }
      let words = ComparedWords(passage.text)
      let alike = removed.filter { self[$0.key].before?.kind == passage.kind }
        .map { (place: $0.key, words: $0.value, likeness: $0.value.likeness(to: words)) }
        .max { ($0.likeness, -$0.place) < ($1.likeness, -$1.place) }
      guard let alike, alike.likeness >= Self.leastLikeness, let before = self[alike.place].before else { continue }
      removed[alike.place] = nil
      gone.insert(alike.place)
      changes[place] = ParagraphChange(
        language: change.language, chapter: change.chapter,
        .changed(before: before, after: passage, alike.words.changes(to: words)))
    }
    return changes.enumerated().filter { !gone.contains($0.offset) }.map(\.element)
  }
}

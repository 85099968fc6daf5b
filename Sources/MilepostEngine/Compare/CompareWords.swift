import MilepostModel

/// A passage as the words that are compared: words, blanks and marks, each sign of a script without blanks by itself.
struct ComparedWords {
  let parts: [String]
  /// How often each word occurs, without blanks.
  private let counts: [String: Int]
  private let count: Int

  init(_ text: String) {
    parts = ComparedWords.parts(of: text)
    counts = parts.filter { !$0.isBlank }.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    count = counts.values.reduce(0, +)
  }

  private enum Kind { case blank, word, mark, sign }

  private static func kind(_ character: Character) -> Kind {
    if character.isWhitespace { return .blank }
    guard let scalar = character.unicodeScalars.first else { return .mark }
    if scalar.properties.isIdeographic || (0x3040...0x30FF).contains(scalar.value) { return .sign }
    return character.isLetter || character.isNumber ? .word : .mark
  }

  /// A mark between two letters or digits belongs to the word: `53.6`, `C20/35`, `d’or`.
  private static func parts(of text: String) -> [String] {
    let characters = Array(text)
    let kinds = characters.map(kind)
    var parts: [String] = []
    for place in characters.indices {
      let isInside =
        kinds[place] == .mark && place > 0 && place + 1 < kinds.count && kinds[place - 1] == .word
        && kinds[place + 1] == .word
      let goesOn =
        place > 0
        && (isInside || (kinds[place] == .word && (kinds[place - 1] == .word || continues(kinds, before: place)))
          || (kinds[place] == .blank && kinds[place - 1] == .blank))
      if goesOn { parts[parts.count - 1].append(characters[place]) } else { parts.append(String(characters[place])) }
    }
    return parts
  }

  /// Whether a word before the mark before a place goes on there.
  private static func continues(_ kinds: [Kind], before place: Int) -> Bool {
    place > 1 && kinds[place - 1] == .mark && kinds[place - 2] == .word
  }

  /// Sørensen and Dice: twice what both have, in shares of what they have together, 0 to 1.
  func likeness(to other: ComparedWords) -> Double {
    guard count + other.count > 0 else { return 1 }
    let common = counts.reduce(0) { $0 + min($1.value, other.counts[$1.key, default: 0]) }
    return 2 * Double(common) / Double(count + other.count)
  }

  /// Below it, words in common are chance, and a passage is shown as taken out and put in as a whole.
  static let leastLikeness = 0.25

  /// What stayed and what changed on the way to another text; changes with nothing but a blank between them are one.
  func changes(to other: ComparedWords) -> [WordChange] {
    guard likeness(to: other) >= ComparedWords.leastLikeness else {
      return [.removed(parts.joined()), .added(other.parts.joined())]
    }
    var stretches = WordStretches()
    var (from, to) = (0, 0)
    for pair in longestCommon(parts, other.parts) {
      stretches.change(parts[from..<pair.old].joined(), other.parts[to..<pair.new].joined())
      stretches.keep(parts[pair.old])
      (from, to) = (pair.old + 1, pair.new + 1)
    }
    stretches.change(parts[from...].joined(), other.parts[to...].joined())
    return stretches.changes
  }
}

/// Words in stretches that stayed or changed.
private struct WordStretches {
  private enum Stretch {
    case kept(String)
    case changed(old: String, new: String)
  }

  private var stretches: [Stretch] = []

  mutating func keep(_ text: String) {
    if case .kept(let before) = stretches.last {
      stretches[stretches.count - 1] = .kept(before + text)
    } else {
      stretches.append(.kept(text))
    }
  }

  mutating func change(_ old: String, _ new: String) {
    guard !old.isEmpty || !new.isEmpty else { return }
    // A blank that stayed between two changes goes with both.
    if case .kept(let between) = stretches.last, between.isBlank, stretches.count > 1,
      case .changed(let older, let newer) = stretches[stretches.count - 2]
    {
      stretches.removeLast(2)
      stretches.append(.changed(old: older + between + old, new: newer + between + new))
    } else {
      stretches.append(.changed(old: old, new: new))
    }
  }

  var changes: [WordChange] {
    stretches.flatMap { stretch -> [WordChange] in
      switch stretch {
      case .kept(let text): [.kept(text)]
      case .changed(let old, let new):
        (old.isEmpty ? [] : [.removed(old)]) + (new.isEmpty ? [] : [.added(new)])
      }
    }
  }
}

extension String {
  fileprivate var isBlank: Bool { allSatisfy(\.isWhitespace) }
}

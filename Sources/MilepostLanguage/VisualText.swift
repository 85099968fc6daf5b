/// Text for programs that draw letter by letter from the left and know neither how Arabic letters join nor which way they run:
/// the letters in the forms that they have beside their neighbours, in the order in which they are seen.
///
/// Joining as in The Unicode Standard 15, 9.2 (Arabic), with the forms of the block FE70–FEFF. The order is that of a
/// paragraph which begins with its first letter; signs stand in the direction of what is around them. What this leaves out
/// of the bidirectional algorithm (UAX 9), embedding and overriding, our labels do not have.
package enum VisualText {
  /// - Returns: the text itself where nothing of it is Arabic.
  package static func seen(_ text: String) -> String {
    let scalars = text.unicodeScalars.filter { !isControl($0) }
    guard scalars.contains(where: isArabic) else { return String(String.UnicodeScalarView(scalars)) }
    let runs = runs(of: Array(text.unicodeScalars))
    let isFromRight = text.unicodeScalars.first { isArabic($0) || $0.properties.isAlphabetic }.map(isArabic) == true
    let seen = (isFromRight ? runs.reversed() : runs).flatMap { run in
      run.isFromRight ? joined(run.scalars).reversed().map(mirrored) : run.scalars
    }
    return String(String.UnicodeScalarView(seen))
  }

  private struct Run {
    let isFromRight: Bool
    var scalars: [Unicode.Scalar]
  }

  private static func isArabic(_ scalar: Unicode.Scalar) -> Bool {
    (0x0600...0x06FF).contains(scalar.value) && !(0x0660...0x0669).contains(scalar.value) && scalar.value != 0x060C
      && scalar.value != 0x061B && scalar.value != 0x061F
  }

  /// Marks of direction, isolates, and the tags within them.
  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x200E, 0x200F, 0x061C, 0x2066...0x2069, 0xE0000...0xE007F: true
    default: false
    }
  }

  /// Stretches of one direction; what has none goes with its neighbours where they agree, else with the text.
  private static func runs(of scalars: [Unicode.Scalar]) -> [Run] {
    let directions = scalars.map { scalar -> Bool? in
      if isArabic(scalar) { return true }
      let isOfLeft = scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar.value == 0x200E
      return isOfLeft ? false : nil
    }
    let base = scalars.first { isArabic($0) || $0.properties.isAlphabetic }.map(isArabic) == true
    var runs: [Run] = []
    for (place, scalar) in scalars.enumerated() {
      let before = directions[..<place].last { $0 != nil } ?? base
      let after = directions[place...].first { $0 != nil } ?? base
      let isFromRight = directions[place] ?? (before == after ? before : base) ?? base
      if isControl(scalar) { continue }
      if runs.last?.isFromRight == isFromRight {
        runs[runs.count - 1].scalars.append(scalar)
      } else {
        runs.append(Run(isFromRight: isFromRight, scalars: [scalar]))
      }
    }
    return runs
  }

  private static func mirrored(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar {
    case "(": ")"
    case ")": "("
    case "[": "]"
    case "]": "["
    case "«": "»"
    case "»": "«"
    default: scalar
    }
  }
}

extension VisualText {
  /// How many forms each letter has from FE80 on, in the order of the block: alone; alone and at the end; or all four.
  private static let letters: [(letter: UInt32, forms: UInt32)] = [
    (0x0621, 1), (0x0622, 2), (0x0623, 2), (0x0624, 2), (0x0625, 2), (0x0626, 4), (0x0627, 2), (0x0628, 4),
    (0x0629, 2), (0x062A, 4), (0x062B, 4), (0x062C, 4), (0x062D, 4), (0x062E, 4), (0x062F, 2), (0x0630, 2),
    (0x0631, 2), (0x0632, 2), (0x0633, 4), (0x0634, 4), (0x0635, 4), (0x0636, 4), (0x0637, 4), (0x0638, 4),
    (0x0639, 4), (0x063A, 4), (0x0641, 4), (0x0642, 4), (0x0643, 4), (0x0644, 4), (0x0645, 4), (0x0646, 4),
    (0x0647, 4), (0x0648, 2), (0x0649, 2), (0x064A, 4),
  ]

  /// The form that a letter has alone, and how many it has.
  private static let forms: [UInt32: (alone: UInt32, count: UInt32)] = {
    var forms: [UInt32: (alone: UInt32, count: UInt32)] = [:]
    var next: UInt32 = 0xFE80
    for (letter, count) in letters {
      forms[letter] = (next, count)
      next += count
    }
    return forms
  }()

  /// Lam with an alif behind it is one sign; here by the alif.
  private static let lamAlif: [UInt32: UInt32] = [0x0622: 0xFEF5, 0x0623: 0xFEF7, 0x0625: 0xFEF9, 0x0627: 0xFEFB]
  private static let lam: UInt32 = 0x0644
  private static let tatweel: UInt32 = 0x0640

  /// Letters in the forms that they have beside their neighbours; vowel signs are left out.
  private static func joined(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
    let letters = scalars.filter { !(0x064B...0x0652).contains($0.value) }.map(\.value)
    func joinsOn(_ place: Int) -> Bool {
      guard letters.indices.contains(place) else { return false }
      return letters[place] == tatweel || forms[letters[place]]?.count == 4
    }
    func isJoined(_ place: Int) -> Bool {
      guard letters.indices.contains(place) else { return false }
      return letters[place] == tatweel || (forms[letters[place]].map { $0.count > 1 } ?? false)
    }
    var seen: [UInt32] = []
    var place = 0
    while place < letters.count {
      let letter = letters[place]
      let hasBefore = joinsOn(place - 1)
      if letter == lam, place + 1 < letters.count, let both = lamAlif[letters[place + 1]] {
        seen.append(both + (hasBefore ? 1 : 0))
        place += 2
        continue
      }
      if let form = forms[letter] {
        let hasAfter = form.count == 4 && isJoined(place + 1)
        let isLast = hasBefore && form.count > 1
        seen.append(form.alone + (hasAfter ? (isLast ? 3 : 2) : isLast ? 1 : 0))
      } else {
        seen.append(letter)
      }
      place += 1
    }
    return seen.compactMap(Unicode.Scalar.init)
  }
}

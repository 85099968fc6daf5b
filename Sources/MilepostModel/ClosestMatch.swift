extension Sequence where Element == String {
  /// The word that `text` was probably meant to be: fewest edits (insert, delete, replace, swap of neighbours; a change
  /// of case counts for nothing), at most a third of the longer word and 3.
  ///
  /// Of equally near words the first in byte order. Beyond 64 scalars nobody mistypes a name: then there is none.
  package func closest(to text: String) -> String? {
    guard text.utf8.count <= 4 * longestName else { return nil }
    let wanted = Array(text.lowercased().unicodeScalars)
    guard wanted.count <= longestName else { return nil }
    var best: (word: String, distance: Int)?
    for word in self where word != text && word.utf8.count <= 4 * longestName {
      let candidate = Array(word.lowercased().unicodeScalars)
      let limit = Swift.min(3, Swift.max(wanted.count, candidate.count) / 3)
      guard abs(wanted.count - candidate.count) <= limit else { continue }
      let distance = editDistance(wanted, candidate)
      guard distance <= limit else { continue }
      if let known = best, (known.distance, known.word) <= (distance, word) { continue }
      best = (word, distance)
    }
    return best?.word
  }
}

extension Sequence where Element == String {
  /// What a message ends with: `; did you mean '2.4'?`, or nothing.
  package func suggestion(for text: String) -> String { closest(to: text).map { "; did you mean '\($0)'?" } ?? "" }
}

/// Unicode scalars of the longest text for which a word is looked for.
private let longestName = 64

/// Optimal string alignment distance.
private func editDistance(_ one: [Unicode.Scalar], _ other: [Unicode.Scalar]) -> Int {
  var beforeLast: [Int] = []
  var last = Array(0...other.count)
  for row in 1..<(one.count + 1) {
    var current = [row]
    current.reserveCapacity(other.count + 1)
    for column in 1..<(other.count + 1) {
      let isSame = one[row - 1] == other[column - 1]
      var cost = Swift.min(last[column] + 1, current[column - 1] + 1, last[column - 1] + (isSame ? 0 : 1))
      if row > 1, column > 1, one[row - 1] == other[column - 2], one[row - 2] == other[column - 1] {
        cost = Swift.min(cost, beforeLast[column - 2] + 1)
      }
      current.append(cost)
    }
    (beforeLast, last) = (last, current)
  }
  return last[other.count]
}

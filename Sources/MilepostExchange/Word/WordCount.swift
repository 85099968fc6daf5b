/// Counts headings or paragraphs as a word processor does, and says where the manuscript counts otherwise: a translation
/// has the numbers of its original, which may have more chapters.
struct WordCount {
  /// `headings`, `paragraphs` or `annexes`.
  let form: Int
  /// The list that is used now.
  private(set) var list: Int
  private var counts: [Int] = []
  /// The level at which the list began: those above have their first numbers still before them.
  private var firstLevel = 0

  init(_ form: Int) {
    self.form = form
    list = form
  }

  /// The list and level of something that has a number.
  ///
  /// - Returns: nil where the style alone gives the number.
  mutating func place(_ number: String, _ numbering: inout WordNumbering) -> (list: Int, level: Int)? {
    let numbers = number.split(separator: ".").compactMap { part in Int(part.filter(\.isNumber)) }
    guard let last = numbers.last else { return (list, 0) }
    let level = numbers.count - 1
    let goesOn = counts.starts(with: numbers.dropLast()) && last == (level < counts.count ? counts[level] : 0) + 1
    if !goesOn || level < firstLevel {
      list = numbering.restart(form, at: numbers)
      firstLevel = level
    }
    counts = numbers
    return list == form && form != WordNumbering.annexes ? nil : (list, min(level, 5))
  }
}

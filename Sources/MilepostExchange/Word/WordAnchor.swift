import MilepostModel

/// The names of bookmarks by which a document is read back. Editors keep bookmarks where they drop everything else that
/// is not seen; a name has at most 40 characters.
enum WordAnchor: Hashable {
  /// A paragraph or cell of the text of a chapter.
  ///
  /// - Parameters:
  ///   - chapter: the mark of its id.
  ///   - place: among the units of the chapter.
  ///   - mark: of what the unit said when the document was made.
  case unit(chapter: TextMark, place: Int, mark: TextMark)
  /// What the program wrote: of a unit where there is one, else of the document.
  ///
  /// - Parameter mark: of its words.
  case made(chapter: TextMark, place: Int, part: Int, mark: TextMark)
  /// The same of a whole table.
  case table(chapter: TextMark, place: Int, part: Int, mark: TextMark)
  /// All units of a chapter: how many they are, and the mark of their marks.
  case chapter(TextMark, count: Int, mark: TextMark)
  /// Bound words: the mark of the binding, the place among the figures of the document, the mark of the words.
  case figure(binding: TextMark, place: Int, words: TextMark)
  /// The same of a figure that the program inserted.
  case inserted(binding: TextMark, place: Int, words: TextMark)
  /// A reference: the mark of its name, the place among the references of the document, the mark of the words.
  case reference(name: TextMark, place: Int, words: TextMark)

  var name: String {
    switch self {
    case .unit(let chapter, let place, let mark): "mp_\(chapter)_\(place)_\(mark)"
    case .made(let chapter, let place, let part, let mark): "mpg_\(chapter)_\(place)_\(part)_\(mark)"
    case .table(let chapter, let place, let part, let mark): "mpt_\(chapter)_\(place)_\(part)_\(mark)"
    case .chapter(let chapter, let count, let mark): "mpc_\(chapter)_\(count)_\(mark)"
    case .inserted(let binding, let place, let words): "mpi_\(binding)_\(place)_\(words)"
    case .figure(let binding, let place, let words): "mpf_\(binding)_\(place)_\(words)"
    case .reference(let name, let place, let words): "mpr_\(name)_\(place)_\(words)"
    }
  }

  /// - Returns: nil for bookmarks of other kinds. LibreOffice writes `_Copy_1` behind names in notes.
  init?(_ name: String) {
    let own = name.firstRange(of: "_Copy_").map { name[..<$0.lowerBound] } ?? name[...]
    let parts = own.split(separator: "_", omittingEmptySubsequences: false).map(String.init)
    guard parts.count >= 4, let first = TextMark(parts[1]), let place = Int(parts[2]), place >= 0,
      let last = TextMark(parts[parts.count - 1])
    else { return nil }
    switch (parts[0], parts.count) {
    case ("mp", 4): self = .unit(chapter: first, place: place, mark: last)
    case ("mpc", 4): self = .chapter(first, count: place, mark: last)
    case ("mpi", 4): self = .inserted(binding: first, place: place, words: last)
    case ("mpf", 4): self = .figure(binding: first, place: place, words: last)
    case ("mpr", 4): self = .reference(name: first, place: place, words: last)
    case ("mpg", 5), ("mpt", 5):
      guard let part = Int(parts[3]), part >= 0 else { return nil }
      self =
        parts[0] == "mpg"
        ? .made(chapter: first, place: place, part: part, mark: last)
        : .table(chapter: first, place: place, part: part, mark: last)
    default: return nil
    }
  }
}

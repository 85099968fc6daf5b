/// What somebody does to the text of a document.
extension String {
  /// The paragraph that holds some words, outside of the contents.
  func paragraph(with words: String) -> Range<String.Index> {
    let found = ranges(of: words).last { place in
      self[..<place.lowerBound].ranges(of: "<w:p>").last.map {
        !self[$0.lowerBound...].hasPrefix("<w:p><w:pPr><w:pStyle w:val=\"TOC")
      }
        ?? false
    }
    guard let found, let start = self[..<found.lowerBound].ranges(of: "<w:p>").last,
      let end = self[found.upperBound...].firstRange(of: "</w:p>")
    else { return startIndex..<startIndex }
    return start.lowerBound..<end.upperBound
  }

  mutating func change(_ words: String, to others: String) {
    guard let place = ranges(of: words).last else { return }
    replaceSubrange(place, with: others)
  }

  mutating func removeParagraph(with words: String) { removeSubrange(paragraph(with: words)) }

  mutating func move(_ words: String, before others: String) {
    let range = paragraph(with: words)
    let text = String(self[range])
    removeSubrange(range)
    insert(contentsOf: text, at: paragraph(with: others).lowerBound)
  }

  mutating func paste(_ text: String, style: String = "BodyText", after words: String) {
    let new = "<w:p><w:pPr><w:pStyle w:val=\"\(style)\"/></w:pPr><w:r><w:t>\(text)</w:t></w:r></w:p>"
    insert(contentsOf: new, at: paragraph(with: words).upperBound)
  }

  /// Ends the paragraph between two words.
  mutating func split(_ words: String, _ rest: String) {
    let end = "</w:t></w:r></w:p><w:p><w:pPr><w:pStyle w:val=\"BodyText\"/></w:pPr><w:r><w:t>"
    change(words + " " + rest, to: words + end + rest)
  }
}

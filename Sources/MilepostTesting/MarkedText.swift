package import MilepostModel

/// A text with circled digits in it; each marks the place of the character after it.
///
/// `MarkedText("a ①b", file: "x.md")` is the text `a b`, and `["①"]` is line 1, column 3.
package struct MarkedText: Sendable {
  package let text: String
  package let file: String
  private let places: [Unicode.Scalar: SourcePosition]

  package init(_ marked: String, file: String) {
    var text = String.UnicodeScalarView()
    var places: [Unicode.Scalar: SourcePosition] = [:]
    var line = 1
    var column = 1
    for scalar in marked.unicodeScalars {
      if ("\u{2460}"..."\u{2473}").contains(scalar) {
        places[scalar] = SourcePosition(file: file, line: line, column: column)
        continue
      }
      text.append(scalar)
      if scalar == "\n" {
        line += 1
        column = 1
      } else {
        column += 1
      }
    }
    self.text = String(text)
    self.file = file
    self.places = places
  }

  package subscript(_ mark: Unicode.Scalar) -> SourcePosition {
    guard let place = places[mark] else { preconditionFailure("no mark \(mark) in the text") }
    return place
  }
}

import MilepostModel

/// A text cut at the tags of Mustache in it.
///
/// Only what a frame needs is read: values, sections, inverted sections, partials of the program's own, comments.
enum MustachePiece: Hashable {
  case text(String, place: Int)
  case value(String, place: Int)
  case opens(String, isInverted: Bool, place: Int)
  case closes(String, place: Int)
  case partial(String, place: Int)

  /// - Parameter place: of the text in its file, in Unicode scalars.
  static func pieces(of text: String, at place: Int) throws(MarkupTokens.Fault) -> [MustachePiece] {
    var pieces: [MustachePiece] = []
    let scalars = Array(text.unicodeScalars)
    var start = 0
    var index = 0
    func string(_ range: Range<Int>) -> String { String(String.UnicodeScalarView(scalars[range])) }
    while index < scalars.count {
      guard scalars[index...].starts(with: "{{".unicodeScalars) else {
        index += 1
        continue
      }
      if start < index { pieces.append(.text(string(start..<index), place: place + start)) }
      guard let end = scalars[index...].indices.first(where: { scalars[$0...].starts(with: "}}".unicodeScalars) })
      else {
        throw .init(message: "'{{' without '}}'", place: place + index)
      }
      if let piece = try piece(string(index + 2..<end), at: place + index) { pieces.append(piece) }
      index = end + 2
      start = index
    }
    if start < scalars.count { pieces.append(.text(string(start..<scalars.count), place: place + start)) }
    return pieces
  }

  /// - Returns: nil for a comment.
  private static func piece(_ content: String, at place: Int) throws(MarkupTokens.Fault) -> MustachePiece? {
    func name(_ text: Substring) throws(MarkupTokens.Fault) -> String {
      let trimmed = String(text).trimmedOfBlanks
      guard !trimmed.isEmpty, trimmed.utf8.allSatisfy({ $0.isLetterOrDigit || $0 == UInt8(ascii: "-") }) else {
        throw .init(message: "'{{\(content)}}' names nothing", place: place)
      }
      return trimmed
    }
    let rest = content.dropFirst()
    switch content.first {
    case "!": return nil
    case "#": return .opens(try name(rest), isInverted: false, place: place)
    case "^": return .opens(try name(rest), isInverted: true, place: place)
    case "/": return .closes(try name(rest), place: place)
    case ">": return .partial(try name(rest), place: place)
    case "{", "&": throw .init(message: "a value is always escaped; write {{name}}", place: place)
    case "=", "<", "$": throw .init(message: "'{{\(content.prefix(1))' is not used in themes", place: place)
    default: return .value(try name(content[...]), place: place)
    }
  }
}

/// Cuts markup into tags and texts, each with its place; knows nothing of what they mean.
///
/// Places are counted in Unicode scalars from the start of the file.
struct MarkupTokens {
  struct Attribute: Hashable {
    let name: String
    let place: Int
    let value: String
    let valuePlace: Int
  }

  struct Tag: Hashable {
    let name: String
    let place: Int
    let attributes: [Attribute]
    /// `<br/>`
    let isClosed: Bool
  }

  enum Token: Hashable {
    case start(Tag)
    case end(String, place: Int)
    case text(String, place: Int)
    case comment
    /// `<!…>` and `<?…?>`
    case instruction(String, place: Int)
  }

  struct Fault: Error, Hashable {
    let message: String
    let place: Int
  }

  private let scalars: [Unicode.Scalar]
  private var place = 0

  init(_ text: String) { scalars = Array(text.unicodeScalars) }

  /// - Returns: nil at the end.
  mutating func next() throws(Fault) -> Token? {
    guard place < scalars.count else { return nil }
    let start = place
    if !isNext("<") { return .text(passText(), place: start) }
    if pass("<!--") {
      try pass(through: "-->", of: "comment", from: start)
      return .comment
    }
    if isNext("<!") || isNext("<?") {
      let end = isNext("<?") ? "?>" : ">"
      try pass(through: end, of: "instruction", from: start)
      return .instruction(text(start..<place), place: start)
    }
    if pass("</") {
      let name = passName()
      passBlanks()
      guard !name.isEmpty, pass(">") else { throw Fault(message: "'</' without a name and '>'", place: start) }
      return .end(name, place: start)
    }
    place += 1
    return .start(try tag(from: start))
  }

  private mutating func tag(from start: Int) throws(Fault) -> Tag {
    let name = passName()
    guard !name.isEmpty else { throw Fault(message: "'<' without a name of a tag", place: start) }
    var attributes: [Attribute] = []
    while true {
      passBlanks()
      if pass("/>") { return Tag(name: name, place: start, attributes: attributes, isClosed: true) }
      if pass(">") { return Tag(name: name, place: start, attributes: attributes, isClosed: false) }
      let attribute = try attribute(of: name)
      guard !attributes.contains(where: { $0.name == attribute.name }) else {
        throw Fault(message: "attribute '\(attribute.name)' stands twice", place: attribute.place)
      }
      attributes.append(attribute)
    }
  }

  private mutating func attribute(of tag: String) throws(Fault) -> Attribute {
    let start = place
    let name = passName()
    guard !name.isEmpty else {
      let found = place < scalars.count ? "'\(scalars[place])'" : "the end of the file"
      throw Fault(message: "found \(found) in the tag '\(tag)', expected an attribute or '>'", place: place)
    }
    passBlanks()
    guard pass("=") else { throw Fault(message: "attribute '\(name)' has no value", place: start) }
    passBlanks()
    guard place < scalars.count, scalars[place] == "\"" || scalars[place] == "'" else {
      throw Fault(message: "the value of '\(name)' does not stand in quotes", place: place)
    }
    let quote = scalars[place]
    place += 1
    let first = place
    while place < scalars.count, scalars[place] != quote, scalars[place] != "<" { place += 1 }
    guard place < scalars.count, scalars[place] == quote else {
      throw Fault(message: "the value of '\(name)' has no end", place: first - 1)
    }
    place += 1
    return Attribute(name: name, place: start, value: text(first..<(place - 1)), valuePlace: first)
  }

  /// Up to the next `<` outside of `{{…}}`.
  private mutating func passText() -> String {
    let start = place
    while place < scalars.count, scalars[place] != "<" {
      if pass("{{") {
        while place < scalars.count, !pass("}}") { place += 1 }
      } else {
        place += 1
      }
    }
    return text(start..<place)
  }

  private mutating func passName() -> String {
    let start = place
    while place < scalars.count, scalars[place].isOfMarkupName { place += 1 }
    return text(start..<place)
  }

  private mutating func passBlanks() {
    while place < scalars.count, scalars[place].properties.isWhitespace { place += 1 }
  }

  private mutating func pass(through end: String, of noun: String, from start: Int) throws(Fault) {
    while place < scalars.count {
      if pass(end) { return }
      place += 1
    }
    throw Fault(message: "\(noun) without '\(end)'", place: start)
  }

  private func isNext(_ text: String) -> Bool { scalars[place...].starts(with: text.unicodeScalars) }

  private mutating func pass(_ text: String) -> Bool {
    guard isNext(text) else { return false }
    place += text.unicodeScalars.count
    return true
  }

  private func text(_ range: Range<Int>) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars[range])
    return String(text)
  }
}

extension Unicode.Scalar {
  fileprivate var isOfMarkupName: Bool {
    switch self {
    case "a"..."z", "A"..."Z", "0"..."9", "-", "_", ":", ".": true
    default: false
    }
  }
}

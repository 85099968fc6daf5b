/// A YAML file as far as workspaces use the language, read by lines: collections in blocks and in brackets, text
/// quoted, folded or plain.
///
/// It serves the second opinion and shares nothing with the program's reader, which works on events of a library.
indirect enum PlainYAML {
  case text(String)
  case list([PlainYAML])
  case map([String: PlainYAML])

  init(_ source: String) {
    var reader = BlockReader(source)
    self = reader.block()
  }

  subscript(key: String) -> PlainYAML? {
    guard case .map(let entries) = self else { return nil }
    return entries[key]
  }

  var text: String? {
    guard case .text(let text) = self else { return nil }
    return text
  }

  var items: [PlainYAML] {
    guard case .list(let items) = self else { return [] }
    return items
  }

  var entries: [String: PlainYAML] {
    guard case .map(let entries) = self else { return [:] }
    return entries
  }
}

/// Lines by their indentation.
private struct BlockReader {
  private struct Line {
    var indent: Int
    var content: String
  }

  private var lines: [Line] = []
  private var next = 0

  init(_ source: String) {
    for raw in source.split(separator: "\n", omittingEmptySubsequences: true) {
      let indent = raw.prefix { $0 == " " }.count
      let content = BlockReader.withoutComment(String(raw.dropFirst(indent)))
      if !content.isEmpty { lines.append(Line(indent: indent, content: content)) }
    }
  }

  private static func withoutComment(_ content: String) -> String {
    var quote: Character?
    var before: Character = " "
    var kept = ""
    for character in content {
      if let open = quote {
        if character == open { quote = nil }
      } else if character == "#" && before == " " {
        break
      } else if (character == "\"" || character == "'") && " [{,:".contains(before) {
        quote = character
      }
      kept.append(character)
      before = character
    }
    while kept.last == " " { kept.removeLast() }
    return kept
  }

  private static func isItem(_ content: String) -> Bool { content == "-" || content.hasPrefix("- ") }

  mutating func block() -> PlainYAML {
    guard next < lines.count else { return .text("") }
    let indent = lines[next].indent
    return BlockReader.isItem(lines[next].content) ? list(indent) : map(indent)
  }

  private mutating func list(_ indent: Int) -> PlainYAML {
    var items: [PlainYAML] = []
    while next < lines.count, lines[next].indent == indent, BlockReader.isItem(lines[next].content) {
      let rest = lines[next].content.dropFirst().drop { $0 == " " }
      let inner = indent + lines[next].content.count - rest.count
      if rest.isEmpty {
        next += 1
        items.append(block())
      } else if "{[\"'".contains(rest.prefix(1)) || BlockReader.parted(String(rest)) == nil {
        next += 1
        items.append(value(String(rest), below: indent))
      } else {
        lines[next] = Line(indent: inner, content: String(rest))
        items.append(map(inner))
      }
    }
    return .list(items)
  }

  private mutating func map(_ indent: Int) -> PlainYAML {
    var entries: [String: PlainYAML] = [:]
    while next < lines.count, lines[next].indent == indent, let parts = BlockReader.parted(lines[next].content) {
      next += 1
      if !parts.value.isEmpty {
        entries[parts.key] = value(parts.value, below: indent)
      } else if next < lines.count,
        lines[next].indent > indent || (lines[next].indent == indent && BlockReader.isItem(lines[next].content))
      {
        entries[parts.key] = block()
      } else {
        entries[parts.key] = .text("")
      }
    }
    return .map(entries)
  }

  /// The key and what stands behind its colon; nil when the line has none.
  private static func parted(_ content: String) -> (key: String, value: String)? {
    guard !isItem(content) else { return nil }
    var flow = FlowReader(content)
    let key = flow.scalar(until: [":"])
    guard flow.take(":"), flow.isAtBlankOrEnd else { return nil }
    return (key, flow.rest)
  }

  /// What stands on a line, with the deeper lines that go on with it.
  private mutating func value(_ first: String, below indent: Int) -> PlainYAML {
    var text = first.hasPrefix(">") || first.hasPrefix("|") ? "" : first
    while next < lines.count, lines[next].indent > indent {
      text += (text.isEmpty ? "" : " ") + lines[next].content
      next += 1
    }
    var flow = FlowReader(text)
    return "{[\"'".contains(first.prefix(1)) ? flow.node() : .text(text)
  }
}

/// Collections in brackets and quoted text.
private struct FlowReader {
  private let characters: [Character]
  private var next = 0

  init(_ text: String) { characters = Array(text) }

  var rest: String { String(characters[next...].drop { $0 == " " }) }
  var isAtBlankOrEnd: Bool { next >= characters.count || characters[next] == " " }

  mutating func take(_ character: Character) -> Bool {
    guard next < characters.count, characters[next] == character else { return false }
    next += 1
    return true
  }

  private mutating func skipBlanks() { while take(" ") {} }

  mutating func node() -> PlainYAML {
    skipBlanks()
    if take("{") { return map() }
    guard take("[") else { return .text(scalar(until: [",", "}", "]"])) }
    var items: [PlainYAML] = []
    skipBlanks()
    while next < characters.count, !take("]") {
      items.append(node())
      skipBlanks()
      _ = take(",")
      skipBlanks()
    }
    return .list(items)
  }

  private mutating func map() -> PlainYAML {
    var entries: [String: PlainYAML] = [:]
    skipBlanks()
    while next < characters.count, !take("}") {
      let key = scalar(until: [":", "}"])
      _ = take(":")
      entries[key] = node()
      skipBlanks()
      _ = take(",")
      skipBlanks()
    }
    return .map(entries)
  }

  /// Quoted text, or what stands before one of the signs; a colon counts only before a blank or at the end.
  mutating func scalar(until ends: Set<Character>) -> String {
    skipBlanks()
    var text = ""
    if let quote = characters[next...].first, quote == "\"" || quote == "'" {
      next += 1
      while next < characters.count, !take(quote) {
        text.append(characters[next])
        next += 1
      }
      return text
    }
    while next < characters.count {
      let character = characters[next]
      let isColonInside = character == ":" && next + 1 < characters.count && characters[next + 1] != " "
      if ends.contains(character), !isColonInside { break }
      text.append(character)
      next += 1
    }
    while text.last == " " { text.removeLast() }
    return text
  }
}

package import MilepostModel

/// Writes pieces of the YAML files of a workspace.
package enum YAMLText {
  /// In double quotes, which hold any text; line ends and other control characters become blanks.
  package static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": result += "\\" + String(scalar)
      case _ where scalar.properties.generalCategory == .control: result += " "
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  /// `{en: "…", fr: "…"}` in the languages of the workspace; in another language the text stands for the first of them.
  package static func localized(_ text: LocalizedText, languages: [LanguageTag]) -> String {
    var entries = languages.compactMap { language in text.text(in: language).map { (language.text, $0) } }
    if entries.isEmpty { entries = [(languages[0].text, text.best(of: languages).text)] }
    return "{" + entries.map { "\($0.0): \(quoted($0.1))" }.joined(separator: ", ") + "}"
  }

  /// A unit of measure as sidecars and indicators write it.
  package static func unit(_ unit: UnitOfMeasure) -> String {
    guard unit.multiplier != 0 else { return quoted(unit.measure) }
    return "{measure: \(quoted(unit.measure)), multiplier: \(unit.multiplier)}"
  }

  /// Adds items to a list that is written with one item below the other.
  ///
  /// - Parameters:
  ///   - items: each without its dash, later lines without indentation.
  ///   - key: of the outermost mapping, whose value the list is.
  ///   - place: how many items of the list stand before them; nil: all.
  /// - Returns: nil when the text has no such list, or has it in another form.
  package static func adding(
    _ items: [[String]], toList key: String, at place: Int? = nil, in text: String
  ) -> String? {
    let file = YAMLLines(text)
    guard let block = file.block(of: key, isList: true) else { return nil }
    let lines = items.flatMap { item in item.enumerated().map { ($0.offset == 0 ? "- " : "  ") + $0.element } }
    let starts = (block.start..<block.end).filter { file.lines[$0].hasPrefix(block.margin + "-") }
    let line = place.flatMap { starts.indices.contains($0) ? starts[$0] : nil } ?? block.end
    let changed = file.inserting(lines.map { block.margin + $0 }, at: line)
    return changes(text, to: changed, addingTo: key, items.count, at: place) ? changed : nil
  }

  /// Adds entries to a mapping that is written with one below the other, or to the end of the file where it is not yet.
  ///
  /// - Parameters:
  ///   - entries: `key: value`, each in one line.
  ///   - key: of the outermost mapping, whose value the mapping is.
  /// - Returns: nil when the file has no place for them in this form.
  package static func adding(_ entries: [String], toMapping key: String, in text: String) -> String? {
    let file = YAMLLines(text)
    let changed =
      if let block = file.block(of: key, isList: false) {
        file.inserting(entries.map { block.margin + $0 }, at: block.end)
      } else {
        file.inserting(["\(key):"] + entries.map { "  " + $0 }, at: file.lines.count)
      }
    return changes(text, to: changed, addingTo: key, entries.count) ? changed : nil
  }

  /// Whether a file says afterwards what it said before, and so many items or entries more under a key.
  ///
  /// What people write has many forms; where the lines were taken for something else, it shows here.
  private static func changes(
    _ text: String, to changed: String, addingTo key: String, _ count: Int, at place: Int? = nil
  ) -> Bool {
    var findings = Diagnostics()
    guard case .mapping(let before)? = YAMLTree.parse(Array(text.utf8), file: "", into: &findings)?.content,
      case .mapping(let after)? = YAMLTree.parse(Array(changed.utf8), file: "", into: &findings)?.content,
      findings.isEmpty
    else { return false }
    let old = before.first { $0.key == key }
    guard after.count == before.count + (old == nil ? 1 : 0) else { return false }
    let others = after.filter { $0.key != key }
    guard others.elementsEqual(before.filter { $0.key != key }, by: says) else { return false }
    switch (old?.value.content, after.first(where: { $0.key == key })?.value.content) {
    case (.sequence(let old), .sequence(let new)):
      let start = place ?? old.count
      guard new.count == old.count + count, start <= old.count else { return false }
      return (new[..<start] + new[(start + count)...]).elementsEqual(old, by: says)
    case (.mapping(let old), .mapping(let new)):
      return new.count == old.count + count && zip(old, new).allSatisfy { says($0, $1) }
    case (nil, .mapping(let new)): return new.count == count
    case (nil, .sequence(let new)): return new.count == count
    case (.scalar, .sequence(let new)): return old?.value.isEmpty == true && new.count == count
    case (.scalar, .mapping(let new)): return old?.value.isEmpty == true && new.count == count
    case _: return false
    }
  }

  private static func says(_ one: YAMLPair, _ other: YAMLPair) -> Bool {
    one.key == other.key && says(one.value, other.value)
  }

  private static func says(_ one: YAMLNode, _ other: YAMLNode) -> Bool {
    switch (one.content, other.content) {
    case (.scalar(let text, let style), .scalar(let same, let way)): text == same && style == way
    case (.sequence(let items), .sequence(let same)): items.elementsEqual(same, by: says)
    case (.mapping(let pairs), .mapping(let same)): pairs.elementsEqual(same, by: says)
    case _: false
    }
  }
}

/// A file by its lines, each with its own end.
private struct YAMLLines {
  let lines: [Substring]

  init(_ text: String) {
    var lines: [Substring] = []
    var rest = text[...]
    while let end = rest.firstIndex(where: \.isNewline) {
      lines.append(rest[...end])
      rest = rest[rest.index(after: end)...]
    }
    if !rest.isEmpty { lines.append(rest) }
    self.lines = lines
  }

  /// How far what stands below a key is indented, and the line behind the last of it; nil where there is no such key, or its
  /// value stands beside it.
  func block(of key: String, isList: Bool) -> (margin: String, start: Int, end: Int)? {
    guard let start = lines.firstIndex(where: { $0.hasPrefix("\(key):") }) else { return nil }
    let rest = lines[start].dropFirst(key.count + 1).drop { $0 == " " || $0.isNewline }
    guard rest.isEmpty || rest.hasPrefix("#") else { return nil }
    var end = start + 1
    var margin: Int?
    for index in lines.indices.dropFirst(start + 1) {
      let blanks = lines[index].prefix { $0 == " " }.count
      let content = lines[index].dropFirst(blanks)
      // What looks like a comment further in may be a line of a text.
      let isComment = content.hasPrefix("#") && blanks <= margin ?? blanks
      if content.allSatisfy(\.isNewline) || isComment { continue }
      guard blanks > 0 || isList && content.hasPrefix("- ") else { break }
      if margin == nil { margin = blanks }
      end = index + 1
    }
    return (String(repeating: " ", count: margin ?? 2), start + 1, end)
  }

  /// The file with further lines, which end as the one before them does.
  func inserting(_ added: [String], at place: Int) -> String {
    let lineEnd = lines[..<place].last { $0.last?.isNewline == true }?.suffix(1) ?? "\n"
    var text = lines[..<place].joined()
    if let last = text.last, !last.isNewline { text += lineEnd }
    text += added.map { $0 + lineEnd }.joined()
    return text + lines[place...].joined()
  }
}

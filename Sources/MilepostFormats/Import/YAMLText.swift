package import MilepostModel

/// Writes pieces of the YAML files of a workspace.
package enum YAMLText {
  /// In double quotes, which hold any text.
  package static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": result += "\\" + String(scalar)
      case "\n", "\r", "\t": result += " "
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
  /// - Returns: nil when the text has no such list, or has it in brackets.
  package static func adding(_ items: [[String]], toList key: String, in text: String) -> String? {
    var lines = lines(of: text)
    guard let (indent, end) = block(of: key, in: lines, isList: true) else { return nil }
    let margin = String(repeating: " ", count: indent)
    let added = items.flatMap { item in
      item.enumerated().map { margin + ($0.offset == 0 ? "- " : "  ") + $0.element }
    }
    lines.insert(contentsOf: added, at: end)
    return lines.joined(separator: "\n") + "\n"
  }

  /// Adds entries to a mapping that is written with one below the other; it is added to the end of the file where it is not yet.
  ///
  /// - Parameters:
  ///   - entries: `key: value`, each in one line.
  ///   - key: of the outermost mapping, whose value the mapping is.
  /// - Returns: nil when the file or the mapping is in brackets.
  package static func adding(_ entries: [String], toMapping key: String, in text: String) -> String? {
    var lines = lines(of: text)
    if !lines.contains(where: { $0.hasPrefix("\(key):") }) {
      // The end of the document, or a document in brackets.
      guard !lines.contains("..."), !lines.contains(where: { $0.hasPrefix("{") }) else { return nil }
      lines.append("\(key):")
    }
    guard let (indent, end) = block(of: key, in: lines, isList: false) else { return nil }
    lines.insert(contentsOf: entries.map { String(repeating: " ", count: indent) + $0 }, at: end)
    return lines.joined(separator: "\n") + "\n"
  }

  private static func lines(of text: String) -> [String] {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" { lines.removeLast() }
    return lines
  }

  /// How far the entries below a key are indented, and the line behind the last; nil where there is no such key, or its value
  /// stands beside it.
  private static func block(of key: String, in lines: [String], isList: Bool) -> (indent: Int, end: Int)? {
    guard let start = lines.firstIndex(where: { $0.hasPrefix("\(key):") }) else { return nil }
    let rest = lines[start].dropFirst(key.utf8.count + 1).drop { $0 == " " }
    guard rest.isEmpty || rest.hasPrefix("#") else { return nil }
    var end = start + 1
    var indent: Int?
    for index in lines.indices.dropFirst(start + 1) {
      let line = lines[index]
      let blanks = line.prefix { $0 == " " }.count
      let content = line.dropFirst(blanks)
      if content.isEmpty || content.hasPrefix("#") { continue }
      guard blanks > 0 || isList && content.hasPrefix("- ") else { break }
      if indent == nil { indent = blanks }
      end = index + 1
    }
    return (indent ?? 2, end)
  }
}

package import MilepostModel

/// How sentences of a language end and follow each other.
package struct SentenceConventions: Hashable, Sendable {
  private let language: LanguageTag

  package init(_ language: LanguageTag) { self.language = language }

  /// The sentences one after the other, with a blank between them unless the mark at the end brings its own.
  package func joined(_ sentences: [String]) -> String {
    sentences.reduce(into: "") { text, sentence in
      if !text.isEmpty, !SentenceConventions.isSpaced(text) { text += " " }
      text += sentence
    }
  }

  /// With a full stop where the author set no mark at the end.
  package func ended(_ text: String) -> String {
    guard let last = text.last(where: { !SentenceConventions.closing.contains($0) }) else { return text }
    return SentenceConventions.stops.contains(last) ? text : text + stop
  }

  /// Whether a sentence begins behind the text: at its very beginning, and behind a mark that ends one and a blank.
  package static func begins(behind text: String) -> Bool {
    guard let last = text.last else { return true }
    let ended = isSpaced(text) ? text[...] : text[...].dropLast()
    guard isSpaced(text) || last.isWhitespace,
      let mark = ended.last(where: { !closing.contains($0) && !$0.isWhitespace }), stops.contains(mark)
    else { return false }
    guard mark == "." else { return true }
    let stopped = ended[..<(ended.lastIndex(of: ".") ?? ended.endIndex)]
    let word = stopped.reversed().prefix { $0.isLetter }.reversed().map { $0.lowercased() }.joined()
    return word.isEmpty || (word.count > 1 && !abbreviations.contains(word))
  }

  /// With a capital at its beginning, where the script has one.
  package static func capitalised(_ text: String) -> String {
    guard let first = text.first else { return text }
    return first.uppercased() + text.dropFirst()
  }

  /// Words before a reference that end in a full stop and no sentence.
  private static let abbreviations: Set<String> = [
    "cf", "eg", "ie", "no", "nos", "art", "fig", "tab", "sec", "cap", "ej", "ex", "pp", "vs", "al", "núm", "см", "ср",
    "рис",
    "табл", "разд", "гл", "пп", "ст", "др",
  ]

  private var stop: String { ["zh", "ja"].contains(language.primary) ? "。" : "." }

  private static let stops: Set<Character> = [".", "!", "?", "。", "！", "？", "؟", "…", "．", "۔"]
  /// May stand behind the mark that ends a sentence.
  private static let closing: Set<Character> = [")", "]", "”", "»", "’", "\"", "）", "」", "』", "》"]
  /// Marks as wide as a Chinese character, which hold a blank.
  private static let wide: Set<Character> = ["。", "！", "？", "；", "：", "，", "、", "）", "」", "』", "》"]

  private static func isSpaced(_ text: String) -> Bool {
    let quoted = text.last == "”" ? text.dropLast() : text[...]
    guard let last = quoted.last else { return false }
    return wide.contains(last)
  }
}

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

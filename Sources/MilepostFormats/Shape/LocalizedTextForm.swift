import MilepostModel

extension ValueForm where Value == LocalizedText {
  /// A text in the workspace's first language, or one text for each language.
  static let localized: ValueForm = {
    let texts = ValueForm<String>.text.map(
      keys: LanguageTag.pattern, expected: "a text, or one text for each language", LanguageTag.known)
    return ValueForm(.either(ValueForm<String>.text.schema, texts.schema)) { node, reader in
      if case .scalar = node.content {
        let language = reader.languages.first ?? .undetermined
        return ValueForm<String>.text.read(node, &reader).map { LocalizedText($0, language) }
      }
      if let cut = CutText(node, reader) {
        reader.fail(.textIsCut(cut))
        return nil
      }
      guard let entries = texts.read(node, &reader) else { return nil }
      if case .mapping([]) = node.content { reader.fail(.noLanguage(at: node.position)) }
      let text = LocalizedText(entries.map { .init($0.key, $0.value) })
      if text == nil { reader.failSilently() }
      return text
    }.named("localized")
  }()
}

/// A text without quotes that its own comma has cut: `{en: Bikes, trams}` is `Bikes` in en, and `trams` without a text.
private struct CutText {
  let language: String
  let text: String
  /// What stands behind the first comma.
  let rest: String
  let position: SourcePosition

  init?(_ node: YAMLNode, _ reader: NodeReader) {
    guard case .mapping(let pairs) = node.content,
      let place = pairs.firstIndex(where: { pair in
        let isKnown = LanguageTag.hasForm(pair.key) && reader.languages.contains(LanguageTag(pair.key))
        return pair.value.isEmpty && !isKnown
      }), place > 0, case .scalar(let start, .plain) = pairs[place - 1].value.content
    else { return nil }
    language = pairs[place - 1].key
    rest = pairs[place].key
    text = ([start] + pairs[place...].prefix { $0.value.isEmpty }.map(\.key)).joined(separator: ", ")
    position = pairs[place].keyPosition
  }
}

extension LanguageTag {
  static let pattern = "^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$"

  /// Of a plain text while the workspace's languages are not known.
  static let undetermined = LanguageTag("und")

  /// The form of BCP 47 tags, as far as people write them.
  static func hasForm(_ text: String) -> Bool {
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard let first = parts.first, (2...3).contains(first.count), first.allSatisfy({ (0x61...0x7A).contains($0) })
    else { return false }
    return parts.dropFirst().allSatisfy { (2...8).contains($0.count) && $0.allSatisfy(\.isLetterOrDigit) }
  }

  /// The language that a key names; reports one that the workspace does not list.
  static func known(_ pair: YAMLPair, _ reader: inout NodeReader) -> LanguageTag? {
    known(pair.key, at: pair.keyPosition, &reader)
  }

  static func known(_ text: String, at position: SourcePosition, _ reader: inout NodeReader) -> LanguageTag? {
    let language = LanguageTag(text)
    guard reader.languages.isEmpty || reader.languages.contains(language) else {
      reader.diagnostics.report(.unknownLanguage(text, among: reader.languages, at: position))
      return nil
    }
    return language
  }
}

extension ValueForm where Value == LanguageTag {
  static let language = ValueForm(.string(pattern: LanguageTag.pattern)) { node, reader in
    guard let text = reader.scalar(node, expected: "a language") else { return nil }
    guard LanguageTag.hasForm(text) else {
      reader.fail(.notUnderstood(text, expected: "a language such as en or zh-Hans", at: node.position))
      return nil
    }
    return LanguageTag(text)
  }
}

extension Diagnostic {
  fileprivate static func noLanguage(at position: SourcePosition) -> Self {
    Diagnostic(.error, "MP0103", "text in no language", at: position, hint: "write a text or delete the key")
  }

  fileprivate static func textIsCut(_ cut: CutText) -> Self {
    Diagnostic(
      .error, "MP0109", "'\(cut.rest)' is no language of the workspace", at: cut.position,
      hint: "a text that holds a comma stands in quotes: {\(cut.language): \"\(cut.text)\"}")
  }

  static func unknownLanguage(_ tag: String, among known: [LanguageTag], at position: SourcePosition) -> Self {
    let names = known.map(\.text)
    let hint =
      names.closest(to: tag).map { "did you mean '\($0)'?" }
      ?? "the workspace is in \(names.joined(separator: ", ")); add it to 'languages' in milepost.yaml"
    return Diagnostic(.error, "MP0109", "'\(tag)' is no language of the workspace", at: position, hint: hint)
  }
}

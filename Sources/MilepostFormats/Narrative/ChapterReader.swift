import MilepostLanguage
import MilepostModel

/// Reads a chapter: front matter, Markdown, what stands between braces, directives.
struct ChapterReader {
  private let language: LanguageTag
  private let finder: NumeralFinder
  /// Names of units that hold a number: `per 100 inhabitants`.
  private let numberedUnits: [[UInt8]]
  private(set) var diagnostics = Diagnostics()
  /// Where the marks of translation stand in the source, or would stand, by the place of the block.
  private(set) var markRanges: [SourcePosition: Range<Int>] = [:]
  /// Where every block stands in the source, by its place; boxes and exhibits that directives make have none.
  private(set) var blockRanges: [SourcePosition: Range<Int>] = [:]
  /// The text that was read last.
  private(set) var masked: MaskedText?

  /// - Parameter units: names of units of measure, and their forms for counts.
  init(_ language: LanguageTag, units: [String]) {
    self.language = language
    let words = units.compactMap { $0.split(separator: " ").first?.lowercased() }
    finder = NumeralFinder(language, counted: Set(words))
    numberedUnits = units.filter { $0.utf8.contains(where: \.isDigit) }.map { Array($0.utf8) }
  }

  /// - Returns: The chapter's text without its front matter.
  mutating func read(_ text: ChapterSource, _ front: FrontMatter) -> Chapter {
    var masked = MaskedText(TextPositions(text.bytes, file: text.file))
    masked.blank(0..<text.bodyStart)
    let directives = Directive.scan(&masked, into: &diagnostics)
    var scanner = BindingScanner(masked, language: language)
    scanner.scan()
    masked = scanner.masked
    diagnostics.report(contentsOf: scanner.diagnostics)
    for unit in numberedUnits { masked.hide(every: unit) }
    var reader = BlockReader(masked, language: language, folder: text.folder)
    let placed = reader.read()
    var assembly = ChapterAssembly(masked, language: language)
    let blocks = assembly.assemble(placed, directives, reader)
    diagnostics.report(contentsOf: reader.diagnostics)
    diagnostics.report(contentsOf: assembly.diagnostics)
    markRanges = reader.markRanges.merging(assembly.markRanges) { _, last in last }
    blockRanges = reader.blockRanges
    self.masked = masked
    let footnotes = reader.footnotes
    reportFootnotes(masked)
    let prose = masked.prose
    let claims = masked.markers.compactMap { marker -> Range<Int>? in
      guard case .binding(let number) = marker.content, case .claim = scanner.bindings[number].content,
        let opening = marker.opening
      else { return nil }
      return opening..<marker.range.lowerBound
    }
    let numerals = finder.numerals(in: prose.text).compactMap { numeral -> Located<WrittenNumeral>? in
      let offset = prose.offsets[numeral.range.lowerBound]
      // The condition of a claim stands behind its words; a number in digits must itself be bound.
      if !numeral.hasDigits, claims.contains(where: { $0.contains(offset) }) { return nil }
      let text = WrittenNumeral(numeral.text.inOneLine, numeral.kind, range: numeral.range)
      return Located(text, at: masked.source.position(at: offset))
    }
    return Chapter(
      id: front.id, language: language, title: front.title, kind: front.kind, order: front.order, owner: front.owner,
      wordLimit: front.wordLimit, blocks: blocks, footnotes: footnotes, bindings: scanner.bindings,
      numerals: numerals.filter { $0.value.kind == .number || $0.value.kind.isFault },
      wordCount: prose.text.wordCount, file: text.file)
  }

  /// Marks of footnotes that nothing explains, and explanations that nothing mentions.
  private mutating func reportFootnotes(_ masked: MaskedText) {
    var mentions: [String: Int] = [:]
    var explanations: [String: Int] = [:]
    let bytes = masked.source.bytes
    var offset = 0
    while let start = bytes[offset...].firstIndex(of: UInt8(ascii: "[")) {
      offset = start + 1
      guard offset < bytes.count, bytes[offset] == UInt8(ascii: "^"), masked.isHidden[start],
        let end = bytes[offset...].prefix(200).firstIndex(of: UInt8(ascii: "]"))
      else { continue }
      let name = masked.source.text(offset + 1..<end).lowercased()
      let line = masked.source.lineStarts[masked.source.line(at: start)]
      let isExplanation =
        end + 1 < bytes.count && bytes[end + 1] == UInt8(ascii: ":") && bytes[line..<start].allSatisfy { $0 == 0x20 }
      if isExplanation {
        explanations[name] = explanations[name] ?? start
      } else {
        mentions[name] = mentions[name] ?? start
      }
      offset = end
    }
    for (name, start) in mentions where explanations[name] == nil {
      diagnostics.report(.footnoteToNothing(name, at: masked.source.position(at: start)))
    }
    for (name, start) in explanations where mentions[name] == nil {
      diagnostics.report(.footnoteOfNothing(name, at: masked.source.position(at: start)))
    }
  }
}

/// The bytes of a chapter, found to be text, with the place where its front matter ends.
struct ChapterSource {
  let file: String
  let bytes: [UInt8]
  /// Where the text begins.
  let bodyStart: Int

  /// Where pictures are looked up: the folder of the file.
  var folder: String { file.split(separator: "/").dropLast().joined(separator: "/") }

  /// - Returns: nil after a finding.
  init?(_ source: [UInt8], file: String, into diagnostics: inout Diagnostics) {
    guard let text = SourceText(source, file: file, into: &diagnostics) else { return nil }
    let bytes = Array(text.bytes)
    let lines = TextPositions(bytes, file: file)
    func isFence(_ line: Int) -> Bool {
      let range = lines.lineStarts[line]..<lines.end(ofLine: line)
      return bytes[range].elementsEqual("---".utf8)
    }
    guard isFence(0), let end = lines.lineStarts.indices.dropFirst().first(where: isFence) else {
      diagnostics.report(.noFrontMatter(file))
      return nil
    }
    self.file = file
    self.bytes = bytes
    bodyStart = end + 1 < lines.lineStarts.count ? lines.lineStarts[end + 1] : bytes.count
  }

  /// The front matter with the rest of the file left out.
  var frontMatter: [UInt8] {
    var head = Array(bytes[..<bodyStart])
    while let last = head.last, last == 0x0A || last == 0x0D || last == UInt8(ascii: "-") { head.removeLast() }
    return head + [0x0A]
  }
}

extension WrittenNumeral {
  fileprivate var hasDigits: Bool { text.unicodeScalars.contains { $0.properties.numericType == .decimal } }
}

extension WrittenNumeral.Kind {
  fileprivate var isFault: Bool { if case .impossibleDate = self { true } else { false } }
}

extension String {
  /// Runs of letters and digits; each Han character by itself.
  var wordCount: Int {
    var count = 0
    var isInside = false
    for scalar in unicodeScalars {
      if scalar.properties.isIdeographic {
        count += 1
        isInside = false
      } else {
        let isLetter =
          scalar.properties.isAlphabetic || scalar.isDigit
          || (isInside && (scalar == "-" || scalar == "'" || scalar == "\u{2019}" || scalar == "\u{2011}"))
        if isLetter && !isInside { count += 1 }
        isInside = isLetter
      }
    }
    return count
  }
}

extension Diagnostic {
  fileprivate static func noFrontMatter(_ file: String) -> Self {
    Diagnostic(
      .error, "MP1101", "chapter without front matter", at: .wholeFile(file),
      hint: "begin it with '---', id, title and order, and '---'")
  }

  fileprivate static func footnoteToNothing(_ name: String, at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP1113", "footnote '\(name)' is explained nowhere in the chapter", at: position,
      hint: "write '[^\(name)]: …' in a paragraph of its own")
  }

  fileprivate static func footnoteOfNothing(_ name: String, at position: SourcePosition) -> Self {
    Diagnostic(
      .warning, "MP1113", "footnote '\(name)' is mentioned nowhere in the chapter", at: position,
      hint: "write [^\(name)] where it belongs, or delete it")
  }
}

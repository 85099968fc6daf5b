import MilepostModel

/// Where and how a unit stands in its file.
extension ChapterRevision {
  /// Writes a text in the place of a unit.
  ///
  /// - Returns: false where the file has it in a form that cannot be written.
  mutating func write(_ text: String, plain: String, _ unit: Int) -> Bool {
    let position = layout.units[unit].position
    switch layout.units[unit].kind {
    case .title: return writeTitle(plain)
    case .heading, .paragraph: return layout.ranges[position].map { writeText(text, in: $0, at: position) } ?? false
    case .code: return layout.ranges[position].map { writeCode(plain, in: layout.lines($0)) } ?? false
    case .boxTitle: return writeBoxTitle(plain, old: unitText(unit), line: position.line - 1)
    case .caption: return writeCaption(text, plain, unit)
    case .source: return writeSource(text, position)
    case .cell(let row, let column): return writeCell(text, position, row: row, column: column)
    case .rule, .exhibit: return false
    }
  }

  private func unitText(_ unit: Int) -> String {
    SpanSkeleton(layout.units[unit].spans, layout.chapter.bindings).plainText
  }

  private mutating func writeTitle(_ text: String) -> Bool {
    let last = layout.source.line(at: max(layout.bodyStart - 1, 0))
    guard let line = (0...last).first(where: { layout.text(ofLine: $0).hasPrefix("title:") }) else { return false }
    let isPlain = text.unicodeScalars.allSatisfy { scalar in
      scalar.properties.isAlphabetic || scalar == " " || scalar == "-" || scalar == "," || ("0"..."9").contains(scalar)
    }
    let starts = text.unicodeScalars.first.map { $0.properties.isAlphabetic } ?? false
    let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    lines.replace(line...line, ["title: " + (isPlain && starts ? text : "\"\(escaped)\"")])
    return true
  }

  /// What stands behind the text of a paragraph: the name of a heading, the mark of a translation.
  private func tail(of range: Range<Int>) -> String {
    layout.masked.markers.filter { range.contains($0.range.lowerBound) }.compactMap { marker in
      switch marker.content {
      case .label, .origin: " " + layout.source.text(marker.range)
      case .binding, .reference, .broken: nil
      }
    }.joined()
  }

  private mutating func writeText(_ text: String, in range: Range<Int>, at position: SourcePosition) -> Bool {
    let own = layout.lines(range)
    let first = layout.text(ofLine: own.lowerBound)
    let prefix = String(String.UnicodeScalarView(first.unicodeScalars.prefix(position.column - 1)))
    let whole = text + tail(of: range)
    if layout.units.contains(where: { $0.position == position && $0.kind == .heading }) {
      let signs = first.dropFirst(prefix.count).prefix { $0 == "#" }
      let underline = layout.text(ofLine: own.upperBound)
      let level = signs.isEmpty ? (underline.contains("=") ? "#" : "##") : String(signs)
      lines.replace(own, [prefix + level + " " + whole.replacing("\\\n", with: " ")])
      return true
    }
    let rest = own.count > 1 ? layout.text(ofLine: own.lowerBound + 1).blanks : prefix.hanging
    lines.replace(own, MarkdownText.lines(whole, first: prefix, rest: rest, isChinese: isChinese))
    return true
  }

  private mutating func writeCode(_ text: String, in own: ClosedRange<Int>) -> Bool {
    let first = layout.text(ofLine: own.lowerBound)
    let body = first.dropFirst(first.blanks.count)
    guard own.count >= 2, body.hasPrefix("```") || body.hasPrefix("~~~"), !text.contains("```"), !text.contains("~~~")
    else { return false }
    var inner = text.split(separator: "\n", omittingEmptySubsequences: false).map { first.blanks + $0 }
    while inner.last?.trimmedOfBlanks.isEmpty == true { inner.removeLast() }
    lines.replace(own, [first] + inner + [layout.text(ofLine: own.upperBound)])
    return true
  }

  private mutating func writeBoxTitle(_ text: String, old: String, line: Int) -> Bool {
    let written = layout.text(ofLine: line)
    guard !old.isEmpty, let place = written.ranges(of: old).last, !text.isEmpty else { return false }
    lines.replace(line...line, [written.replacingCharacters(in: place, with: text)])
    return true
  }

  // MARK: Exhibits

  /// The lines of the caption, and the one in which the source begins.
  private func captionLines(_ position: SourcePosition) -> (caption: ClosedRange<Int>, source: Int?)? {
    let start = position.line
    let blocks = layout.ranges.values.map { layout.lines($0) }
    guard let found = blocks.first(where: { $0.lowerBound == start }) else { return nil }
    let words = SourceWords.all(of: layout.chapter.language)
    let source = found.reversed().first { line in words.contains { layout.text(ofLine: line).hasPrefix($0) } }
    return (found, source)
  }

  private mutating func writeCaption(_ text: String, _ plain: String, _ unit: Int) -> Bool {
    let position = layout.units[unit].position
    if let range = layout.ranges[position] {
      // The title of a picture.
      let own = layout.lines(range)
      let whole = own.map { layout.text(ofLine: $0) }.joined(separator: "\n")
      let old = unitText(unit)
      guard own.count == 1, !plain.contains("\""), let place = whole.ranges(of: "\"\(old)\"").last else { return false }
      lines.replace(own, [whole.replacingCharacters(in: place, with: "\"\(plain)\"")])
      return true
    }
    guard let (caption, source) = captionLines(position) else { return false }
    let last = source.map { $0 - 1 } ?? caption.upperBound
    guard last >= caption.lowerBound else { return false }
    let own = caption.lowerBound...last
    let tail = source == nil ? tail(of: bytes(of: own)) : ""
    lines.replace(own, MarkdownText.lines(text + tail, first: "", rest: "", isChinese: isChinese))
    return true
  }

  private mutating func writeSource(_ text: String, _ position: SourcePosition) -> Bool {
    guard let (caption, source) = captionLines(position), let source else { return false }
    let first = layout.text(ofLine: source)
    guard let word = SourceWords.all(of: layout.chapter.language).first(where: { first.hasPrefix($0) }) else {
      return false
    }
    let blanks = first.dropFirst(word.count).prefix { $0 == " " }
    let own = source...caption.upperBound
    lines.replace(
      own,
      MarkdownText.lines(
        text + tail(of: bytes(of: own)), first: word + blanks, rest: "", isChinese: isChinese))
    return true
  }

  private func bytes(of lines: ClosedRange<Int>) -> Range<Int> {
    layout.source.lineStarts[lines.lowerBound]..<layout.source.end(ofLine: lines.upperBound)
  }

  private mutating func writeCell(_ text: String, _ position: SourcePosition, row: Int, column: Int) -> Bool {
    guard let start = tableStart(position) else { return false }
    // The line of hyphens stands below the head.
    let line = start + row + (row > 0 ? 1 : 0)
    guard line < layout.source.lineStarts.count else { return false }
    let written = lines.text(of: line...line).joined()
    var parts = written.cells
    let place = column + (written.trimmedOfBlanks.hasPrefix("|") ? 1 : 0)
    guard parts.indices.contains(place) else { return false }
    let old = parts[place]
    parts[place] = " " + text + " "
    let width = old.unicodeScalars.count
    // Columns that stand below each other go on to do so where there is room.
    if parts[place].unicodeScalars.count < width, !written.isEmpty {
      parts[place] += String(repeating: " ", count: width - parts[place].unicodeScalars.count)
    }
    lines.replace(line...line, [parts.joined(separator: "|")])
    return true
  }

  private func tableStart(_ position: SourcePosition) -> Int? {
    if let range = layout.ranges[position] { return layout.lines(range).lowerBound }
    let after = captionLines(position).map { $0.caption.upperBound } ?? position.line - 1
    return layout.ranges.values.map { layout.lines($0).lowerBound }.filter { $0 > after }.min()
  }
}

extension SourceWords {
  /// Those that a source line may begin with.
  static func all(of language: LanguageTag) -> [String] { ["Source:", "Source :"] + of(language) }
}

extension String {
  /// What stands before the text of a line that goes on.
  var blanks: String { String(prefix { $0 == " " || $0 == "\t" || $0 == ">" }) }

  /// With blanks instead of the marks of lists.
  var hanging: String { String(map { $0 == ">" || $0 == "\t" ? $0 : " " }) }

  /// What stands between upright strokes.
  var cells: [String] {
    var cells = [""]
    var isEscaped = false
    for character in self {
      if character == "|", !isEscaped {
        cells.append("")
      } else {
        cells[cells.count - 1].append(character)
      }
      isEscaped = character == "\\" && !isEscaped
    }
    return cells
  }

  func replacingCharacters(in range: Range<String.Index>, with text: String) -> String {
    String(self[..<range.lowerBound]) + text + self[range.upperBound...]
  }
}

package import MilepostModel

/// The bytes of a chapter with the marks of the texts that its paragraphs were made from.
///
/// - Parameter marks: by the place of the block.
/// - Returns: nil after a finding.
package func writingMarks(
  _ marks: [SourcePosition: TextMark], into bytes: [UInt8], file: String, language: LanguageTag,
  _ diagnostics: inout Diagnostics
) -> [UInt8]? {
  guard let source = ChapterSource(bytes, file: file, into: &diagnostics) else { return nil }
  var reader = ChapterReader(language, units: [])
  // What else is in the front matter does not matter here.
  let front = FrontMatter(
    id: Chapter.ID(file), title: file, kind: .chapter, order: 0, owner: nil, wordLimit: nil)
  _ = reader.read(source, front)
  var edits: [(range: Range<Int>, text: String)] = []
  for (place, mark) in marks {
    guard let range = reader.markRanges[place] else { continue }
    let isTable = source.bytes[range].starts(with: "of=".utf8) || source.isDirective(at: range.lowerBound)
    let text = isTable ? "of=\(mark)" : "{of=\(mark)}"
    edits.append((range, range.isEmpty ? " " + text : text))
  }
  var result: [UInt8] = []
  var start = 0
  for edit in edits.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
    result += source.bytes[start..<edit.range.lowerBound] + Array(edit.text.utf8)
    start = edit.range.upperBound
  }
  return result + source.bytes[start...]
}

extension ChapterSource {
  /// Whether a place lies at the end of a directive's line.
  fileprivate func isDirective(at offset: Int) -> Bool {
    let start = bytes[..<offset].lastIndex { $0 == 0x0A || $0 == 0x0D }.map { $0 + 1 } ?? 0
    return bytes[start..<offset].starts(with: ":::".utf8)
  }
}

/// The lines of a file, with what is changed of them.
struct EditedLines {
  private let source: TextPositions
  private let ending: String
  /// What stands instead of lines, by the first of them.
  private var replaced: [Int: (lines: ClosedRange<Int>, text: [String])] = [:]
  private var dropped: Set<Int> = []
  /// Blocks that follow a line.
  private var added: [Int: [[String]]] = [:]
  private(set) var isChanged = false

  init(_ source: TextPositions) {
    self.source = source
    let isDOS = source.bytes.firstIndex(of: 0x0A).map { $0 > 0 && source.bytes[$0 - 1] == 0x0D } ?? false
    ending = isDOS ? "\r\n" : "\n"
  }

  mutating func replace(_ lines: ClosedRange<Int>, _ text: [String]) {
    isChanged = true
    replaced[lines.lowerBound] = (lines, text)
  }

  mutating func drop(_ lines: ClosedRange<Int>) {
    isChanged = true
    dropped.formUnion(lines)
  }

  /// - Parameter isApart: whether a blank line stands before the block.
  mutating func add(_ block: [String], after line: Int, isApart: Bool) {
    isChanged = true
    added[line, default: []].append(isApart ? [""] + block : block)
  }

  /// What some lines will be, as they are changed.
  func text(of lines: ClosedRange<Int>) -> [String] {
    var text: [String] = []
    var line = lines.lowerBound
    while line <= lines.upperBound {
      if let new = replaced[line] {
        text += new.text
        line = new.lines.upperBound + 1
      } else {
        text.append(source.text(source.lineStarts[line]..<source.end(ofLine: line)))
        line += 1
      }
      for block in added[line - 1] ?? [] { text += block }
    }
    return text
  }

  var bytes: [UInt8] {
    guard isChanged else { return source.bytes }
    var result: [UInt8] = []
    var line = 0
    while line < source.lineStarts.count {
      let last = replaced[line]?.lines.upperBound ?? line
      if dropped.contains(line) {
        addBlocks(after: last, to: &result)
        line = last + 1
        // With a block goes the blank line behind it.
        while line < source.lineStarts.count, !dropped.contains(line), source.isBlank(line: line),
          source.lineStarts[line] < source.bytes.count, !dropped.contains(line - 1) || result.endsInBlankLine
        { line += 1 }
        continue
      }
      if let new = replaced[line] {
        for (place, text) in new.text.enumerated() {
          result += text.utf8
          if place + 1 < new.text.count { result += ending.utf8 }
        }
        result += ending(ofLine: last)
      } else {
        result += source.bytes[source.lineStarts[line]..<source.end(ofLine: line)] + ending(ofLine: line)
      }
      addBlocks(after: last, to: &result)
      line = last + 1
    }
    // A block that was the last leaves no blank line at the end.
    if let last = source.lineStarts.indices.last(where: { !source.isBlank(line: $0) }), dropped.contains(last) {
      while result.endsInBlankLine { result.removeLast(ending.utf8.count) }
    }
    return result
  }

  private func ending(ofLine line: Int) -> ArraySlice<UInt8> {
    let next = line + 1 < source.lineStarts.count ? source.lineStarts[line + 1] : source.bytes.count
    return source.bytes[source.end(ofLine: line)..<next]
  }

  private func addBlocks(after line: Int, to result: inout [UInt8]) {
    for block in added[line] ?? [] {
      if let last = result.last, last != 0x0A, last != 0x0D { result += ending.utf8 }
      for text in block { result += (text + ending).utf8 }
    }
  }
}

extension [UInt8] {
  /// Whether nothing stands in the last line.
  fileprivate var endsInBlankLine: Bool {
    let lines = reversed().lazy.filter { $0 != 0x0D }.prefix(2)
    return lines.count == 2 && lines.allSatisfy { $0 == 0x0A }
  }
}

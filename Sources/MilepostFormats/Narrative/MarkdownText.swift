import MilepostModel

/// Writes the text of a paragraph as Markdown.
struct MarkdownText {
  /// What is written between braces, by marks of bindings and of names.
  let braces: [TextMark: String]
  /// The names of footnotes by their places.
  var footnotes: [Int: String] = [:]
  var isCell = false

  static let width = 120

  /// - Returns: nil when it holds a figure or reference that no chapter has.
  func text(_ skeleton: SpanSkeleton) -> String? {
    var text = ""
    var open: [(mark: TextMark, place: String.Index)] = []
    for piece in skeleton.pieces {
      switch piece {
      case .text(let words, let style): text += styled(escaped(words, atStart: text.isEmpty), style)
      case .code(let words, let style): text += styled(code(words), style)
      case .lineBreak: text += isCell ? " " : "\\\n"
      case .footnote(let place):
        guard let name = footnotes[place] else { return nil }
        text += "[^\(name)]"
      case .reference(let mark), .inserted(let mark):
        guard let brace = braces[mark] else { return nil }
        text += brace
      case .opening(let mark):
        open.append((mark, text.endIndex))
      case .closing:
        guard let last = open.popLast(), let brace = braces[last.mark] else { return nil }
        let words = String(text[last.place...])
        guard !words.isEmpty else {
          text += brace
          continue
        }
        text.replaceSubrange(last.place..., with: "[\(words)]\(brace)")
      }
    }
    return open.isEmpty ? text : nil
  }

  private func styled(_ text: String, _ style: SpanSkeleton.Style) -> String {
    var text = text
    if style.isEmphasis { text = "*\(text)*" }
    if style.isStrong { text = "**\(text)**" }
    if let destination = style.destination { text = "[\(text)](\(MarkdownText.address(destination)))" }
    return text
  }

  private static func address(_ address: String) -> String {
    address.contains { $0 == " " || $0 == "(" || $0 == ")" } ? "<\(address)>" : address
  }

  private func code(_ text: String) -> String {
    var longest = 0
    var run = 0
    for character in text {
      run = character == "`" ? run + 1 : 0
      longest = max(longest, run)
    }
    let fence = String(repeating: "`", count: longest + 1)
    let isTight = text.first != "`" && text.last != "`"
    return isTight ? fence + text + fence : "\(fence) \(text) \(fence)"
  }

  /// With a stroke before every sign that would be more than itself.
  private func escaped(_ text: String, atStart: Bool) -> String {
    var result = ""
    let scalars = Array(text.unicodeScalars)
    for (place, scalar) in scalars.enumerated() {
      let next = place + 1 < scalars.count ? scalars[place + 1] : nil
      if isSign(scalar, before: next, after: place > 0 ? scalars[place - 1] : nil) { result += "\\" }
      result.unicodeScalars.append(scalar)
    }
    guard atStart, let first = result.unicodeScalars.first else { return result }
    // A line that would begin a list, a heading or a quotation.
    if ["#", "+", "-", ">", "=", ":", "~"].contains(first) { return "\\" + result }
    let digits = result.prefix { $0.isNumber }
    if !digits.isEmpty, let stop = result.dropFirst(digits.count).first, stop == "." || stop == ")",
      result.dropFirst(digits.count + 1).first.map({ $0 == " " }) ?? true
    {
      return digits + "\\" + result.dropFirst(digits.count)
    }
    return result
  }

  private func isSign(_ scalar: Unicode.Scalar, before next: Unicode.Scalar?, after last: Unicode.Scalar?) -> Bool {
    switch scalar {
    case "\\", "`", "*", "[", "]", "{": return true
    case "|": return isCell
    case "_":
      let isInside = last?.properties.isAlphabetic == true && next?.properties.isAlphabetic == true
      return !isInside
    case "<":
      return next.map { $0.properties.isAlphabetic || $0 == "/" || $0 == "!" || $0 == "?" } ?? false
    case "&": return next.map { $0.properties.isAlphabetic || $0 == "#" } ?? false
    default: return false
    }
  }

  /// Broken into lines where they would be too long.
  ///
  /// - Parameters:
  ///   - first: what stands before the first line.
  ///   - rest: what stands before those that follow.
  static func lines(_ text: String, first: String, rest: String, isChinese: Bool) -> [String] {
    var lines: [String] = []
    var line = first
    var hasWords = false
    for part in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if hasWords {
        lines.append(line)
        line = rest
        hasWords = false
      }
      for word in words(String(part), isChinese: isChinese) {
        let blank = hasWords && word.isApart ? " " : ""
        let isTooLong = columns(line) + blank.count + columns(word.text) > width
        if hasWords, isTooLong, !word.text.beginsBlock {
          lines.append(line)
          line = rest + word.text
        } else {
          line += blank + word.text
        }
        hasWords = true
      }
    }
    return lines + [line]
  }

  private struct Word {
    var text: String
    /// Whether a blank stands before it.
    let isApart: Bool
  }

  /// What may stand in a line of its own; Chinese lines end between any two signs, but not before one that closes.
  private static func words(_ text: String, isChinese: Bool) -> [Word] {
    var words: [Word] = []
    for part in text.split(separator: " ", omittingEmptySubsequences: true) {
      var word = Word(text: "", isApart: true)
      var last: Unicode.Scalar?
      for scalar in part.unicodeScalars {
        if isChinese, let before = last, before.isWide, scalar.isWide, !"，。、；：？！）》」』”’】".unicodeScalars.contains(scalar)
        {
          words.append(word)
          word = Word(text: "", isApart: false)
        }
        word.text.unicodeScalars.append(scalar)
        last = scalar
      }
      words.append(word)
    }
    return words
  }

  private static func columns(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + ($1.isWide ? 2 : 1) }
  }
}

extension Unicode.Scalar {
  /// Signs of East Asia, which take two columns.
  fileprivate var isWide: Bool {
    (0x2E80...0xA4CF).contains(value) || (0xF900...0xFAFF).contains(value) || (0xFE30...0xFFE0).contains(value)
  }
}

extension String {
  /// Whether a line that begins so would be a list, a heading or a quotation.
  fileprivate var beginsBlock: Bool {
    guard let first else { return true }
    if ["#", "+", "-", ">", "=", ":", "|", "~", "*"].contains(first) { return true }
    let digits = prefix { $0.isNumber }
    return !digits.isEmpty && [".", ")"].contains(dropFirst(digits.count).first)
  }
}

/// What is written without a blank: `IMT-2020`, `C20/35`, `R.1-a`.
struct WrittenChunks {
  let tokens: [WrittenToken]

  private static let joiners: Set<String> = ["-", "/", ".", "_", "‑", "‐", "&"]

  /// Units that stand directly after digits and leave them a quantity.
  private static let units: Set<String> = [
    "km", "cm", "mm", "kg", "khz", "mhz", "ghz", "thz", "kw", "mw", "gw", "kwh", "mwh", "gwh", "twh", "kbit", "mbit",
    "gbit", "tbit", "kbps", "mbps", "gbps", "tbps", "kb", "mb", "gb", "tb", "pb", "eb", "zb", "км", "кг", "мгц", "ггц",
    "кбит", "мбит", "гбит",
  ]

  /// Where what begins at a token ends.
  func end(from start: Int) -> Int {
    var end = start + 1
    while end < tokens.count {
      if isPart(end) {
        end += 1
      } else if isJoiner(end) {
        end += 2
      } else {
        break
      }
    }
    return end
  }

  /// Whether something that is written without a blank goes on at a token.
  func isJoined(at place: Int) -> Bool {
    guard place > 0, place < tokens.count else { return false }
    if isPart(place) { return !(tokens[place - 1].isDigits && WrittenChunks.units.contains(tokens[place].text)) }
    return isJoiner(place) || (isJoiner(place - 1) && tokens[place].gap == .none)
  }

  func hasDigits(_ range: Range<Int>) -> Bool { range.contains { tokens[$0].isDigits } }

  private func isPart(_ place: Int) -> Bool {
    tokens[place].gap == .none && isLetterOrDigit(place) && !isParticle(place - 1) && isLetterOrDigit(place - 1)
  }

  private func isJoiner(_ place: Int) -> Bool {
    place > 0 && place + 1 < tokens.count && tokens[place].gap == .none && tokens[place + 1].gap == .none
      && isLetterOrDigit(place - 1) && isLetterOrDigit(place + 1) && joins(place)
  }

  /// A plus joins a name and a number, as in `WSIS+10`; dashes and colons join two numbers.
  private func joins(_ place: Int) -> Bool {
    switch tokens[place].text {
    case "+": tokens[place - 1].kind == .word
    case "–", ":": tokens[place - 1].isDigits && tokens[place + 1].isDigits
    default: WrittenChunks.joiners.contains(tokens[place].text)
    }
  }

  private func isLetterOrDigit(_ place: Int) -> Bool {
    switch tokens[place].kind {
    case .digits, .word: true
    case .han, .sign: false
    }
  }

  /// Words that a language joins to the next one: the French d’, the Arabic و.
  private func isParticle(_ place: Int) -> Bool {
    let text = tokens[place].text
    return text.hasSuffix("'") || ["و", "ب", "ل", "ف", "ك", "ال", "لل", "بال", "وال"].contains(text)
  }
}

/// A part of a text that cannot be read as less: a run of digits, a word, one Han sign, one other sign.
struct WrittenToken {
  enum Kind: Equatable {
    /// Digits of any script, in the text as ASCII.
    case digits(Script)
    case word
    case han
    case sign
  }

  enum Script: Equatable {
    case western, arabic, wide
  }

  /// What stands before it.
  enum Gap: Comparable {
    case none
    /// One blank.
    case blank
    case blanks
    case line
    /// An empty line, which nothing that is read reaches over.
    case paragraph
  }

  let kind: Kind
  /// In small letters and without what the language writes or leaves out at will.
  let text: String
  /// In Unicode scalars of the whole text.
  let range: Range<Int>
  let gap: Gap
  /// Whether it is a word of Latin capitals alone: `PL`, `ITU`.
  var isAbbreviation = false

  var isDigits: Bool {
    if case .digits = kind { true } else { false }
  }
}

extension [WrittenToken] {
  /// Digits of a certain length; nil where other tokens stand.
  func number(at place: Int, digits: ClosedRange<Int>) -> Int? {
    guard indices.contains(place), self[place].isDigits, digits.contains(self[place].text.utf8.count) else {
      return nil
    }
    return Int(self[place].text)
  }

  /// The text of a token; nil beyond the end.
  func text(at place: Int) -> String? { indices.contains(place) ? self[place].text : nil }
}

/// Cuts a text into tokens, in one pass.
struct WrittenTokens {
  private(set) var tokens: [WrittenToken] = []
  private let scalars: [Unicode.Scalar]
  private var place = 0
  private var gap = WrittenToken.Gap.none

  static func of(_ text: String) -> [WrittenToken] { of(Array(text.unicodeScalars)) }

  static func of(_ scalars: [Unicode.Scalar]) -> [WrittenToken] {
    var cutting = WrittenTokens(scalars)
    while cutting.place < scalars.count { cutting.step() }
    return cutting.tokens
  }

  private init(_ scalars: [Unicode.Scalar]) { self.scalars = scalars }

  private mutating func step() {
    let scalar = scalars[place]
    if scalar.isInvisible {
      place += 1
    } else if scalar.isBlank {
      widenGap(with: scalar)
      place += 1
    } else if let digit = scalar.writtenDigit {
      digits(of: digit.script)
    } else if scalar.isHan {
      append(.han, String(scalar), upTo: place + 1)
    } else if scalar.isWordLetter {
      word()
    } else {
      append(.sign, String(scalar), upTo: place + 1)
    }
  }

  private mutating func widenGap(with scalar: Unicode.Scalar) {
    if scalar == "\n" || scalar == "\u{2029}" {
      gap = gap >= .line ? .paragraph : .line
    } else if gap <= .blank {
      gap = gap == .none ? .blank : .blanks
    }
  }

  private mutating func digits(of script: WrittenToken.Script) {
    var text = ""
    var end = place
    while end < scalars.count {
      if let digit = scalars[end].writtenDigit, digit.script == script {
        text.unicodeScalars.append(digit.ascii)
      } else if !scalars[end].isInvisible {
        break
      }
      end += 1
    }
    append(.digits(script), text, upTo: end)
  }

  private mutating func word() {
    var text = String.UnicodeScalarView()
    var end = place
    while end < scalars.count, scalars[end].isWordLetter || scalars[end].isInvisible {
      if let letter = scalars[end].folded { text.append(letter) }
      end += 1
    }
    // An elided word keeps its apostrophe: d’abonnés is d' and abonnés.
    if end < scalars.count, scalars[end] == "’" || scalars[end] == "'",
      end + 1 == scalars.count || scalars[end + 1].isWordLetter
    {
      text.append("'")
      end += 1
    }
    let isAbbreviation = scalars[place..<end].allSatisfy { ("A"..."Z").contains($0) }
    append(.word, String(text).lowercased(), isAbbreviation: isAbbreviation, upTo: end)
  }

  private mutating func append(
    _ kind: WrittenToken.Kind, _ text: String, isAbbreviation: Bool = false, upTo end: Int
  ) {
    var last = end
    while last > place + 1, scalars[last - 1].isInvisible { last -= 1 }
    tokens.append(
      WrittenToken(kind: kind, text: text, range: place..<last, gap: gap, isAbbreviation: isAbbreviation))
    gap = .none
    place = end
  }
}

extension Unicode.Scalar {
  /// Marks of direction, joiners and soft hyphens.
  fileprivate var isInvisible: Bool {
    switch value {
    case 0xAD, 0x61C, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFEFF: true
    default: false
    }
  }

  var isBlank: Bool {
    switch value {
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
    default: false
    }
  }

  var isHan: Bool {
    switch value {
    case 0x3007, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: true
    default: false
    }
  }

  /// A letter of a script with words, or a mark on one.
  var isWordLetter: Bool {
    switch value {
    case 0x41...0x5A, 0x61...0x7A: true
    case 0..<0xAA: false
    case 0x300...0x36F, 0x640, 0x64B...0x652, 0x670: true
    default: properties.isAlphabetic && !isHan && writtenDigit == nil
    }
  }

  fileprivate var writtenDigit: (ascii: Unicode.Scalar, script: WrittenToken.Script)? {
    let (zero, script): (UInt32, WrittenToken.Script)
    switch value {
    case 0x30...0x39: (zero, script) = (0x30, .western)
    case 0x660...0x669: (zero, script) = (0x660, .arabic)
    case 0x6F0...0x6F9: (zero, script) = (0x6F0, .arabic)
    case 0xFF10...0xFF19: (zero, script) = (0xFF10, .wide)
    default: return nil
    }
    return (Unicode.Scalar(UInt8(0x30 + value - zero)), script)
  }

  /// The letter that stands for all its ways of being written; nil for what is not always written.
  fileprivate var folded: Unicode.Scalar? {
    switch value {
    case 0x640, 0x64B...0x652, 0x670: nil
    case 0x622, 0x623, 0x625, 0x671: "ا"
    case 0x649: "ي"
    case 0x401, 0x451: "е"
    case 0x654, 0x655: nil
    default: isInvisible ? nil : self
    }
  }
}

import MilepostModel

/// Something between braces in a text.
struct TextMarker {
  enum Content {
    /// By its place among the bindings of the chapter.
    case binding(Int)
    case reference(Located<String>)
    /// The name of a heading.
    case label(Located<String>)
    /// The mark of the text that a translation was made from.
    case origin(Located<TextMark>)
    /// Reported already.
    case broken
  }

  let content: Content
  /// Bytes, with the `]` before the brace where words are bound.
  let range: Range<Int>
  /// The offset of the `[` before the words that are bound.
  let opening: Int?

  var isBroken: Bool {
    if case .broken = content { true } else { false }
  }
}

/// The bytes of a chapter in which what stands between braces is replaced, so that Markdown does not see it.
///
/// A bracket before bound words becomes a control character, which no text may hold otherwise. A brace with all that it
/// holds becomes one character from the private use of plane 15, whose number is that of the marker, and a run of `x` that
/// makes up the length: offsets in both texts are the same.
struct MaskedText {
  static let opening: UInt8 = 0x01
  static let firstMarker: UInt32 = 0xF0000
  /// As many characters as the plane has.
  static let markerLimit = 0xFFFD
  private static let filling = UInt8(ascii: "x")

  let source: TextPositions
  private(set) var bytes: [UInt8]
  private(set) var markers: [TextMarker] = []
  /// Whether a byte is no prose: code, addresses, braces, bound words.
  private(set) var isHidden: [Bool]

  init(_ source: TextPositions) {
    self.source = source
    bytes = source.bytes
    isHidden = [Bool](repeating: false, count: bytes.count)
  }

  mutating func add(_ marker: TextMarker) {
    let scalar = MaskedText.firstMarker + UInt32(markers.count)
    markers.append(marker)
    let encoded = [
      0xF0 | UInt8(scalar >> 18), 0x80 | UInt8(scalar >> 12 & 0x3F), 0x80 | UInt8(scalar >> 6 & 0x3F),
      0x80 | UInt8(scalar & 0x3F),
    ]
    for (number, offset) in marker.range.enumerated() {
      bytes[offset] = number < encoded.count ? encoded[number] : MaskedText.filling
    }
    if let opening = marker.opening { bytes[opening] = MaskedText.opening }
    hide(marker.range)
  }

  /// Says that a range is no prose.
  mutating func hide(_ range: Range<Int>) {
    for offset in range { isHidden[offset] = true }
  }

  /// Says that some words are no prose, wherever they stand.
  mutating func hide(every words: [UInt8]) {
    guard let first = words.first else { return }
    var offset = 0
    while let start = source.bytes[offset...].firstIndex(of: first) {
      offset = start + 1
      if source.bytes[start...].starts(with: words) { hide(start..<start + words.count) }
    }
  }

  /// Takes a range out of what Markdown sees; its line endings stay.
  mutating func blank(_ range: Range<Int>) {
    for offset in range where bytes[offset] != 0x0A && bytes[offset] != 0x0D { bytes[offset] = 0x20 }
    hide(range)
  }

  /// The text that an author wrote, of what cmark returns: markers in code are no markers.
  func restored(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var skipped = 0
    for scalar in text.unicodeScalars {
      if skipped > 0 {
        skipped -= 1
      } else if let marker = marker(scalar) {
        result.append(contentsOf: source.text(marker.range).unicodeScalars)
        skipped = marker.range.count - 4
      } else {
        result.append(scalar.value == UInt32(MaskedText.opening) ? "[" : scalar)
      }
    }
    return String(result)
  }

  /// The marker that a character stands for.
  func marker(_ scalar: Unicode.Scalar) -> TextMarker? {
    guard scalar.value >= MaskedText.firstMarker, Int(scalar.value - MaskedText.firstMarker) < markers.count else {
      return nil
    }
    return markers[Int(scalar.value - MaskedText.firstMarker)]
  }

  /// Stands for a character that is no prose: what is before it and behind it does not belong together.
  private static let placeholder: Unicode.Scalar = "\u{FFFC}"

  /// The prose alone, with a placeholder for each character that is none, and the offset of each of its characters.
  var prose: (text: String, offsets: [Int]) {
    var text = String.UnicodeScalarView()
    var offsets: [Int] = []
    var offset = 0
    for scalar in String(decoding: source.bytes, as: UTF8.self).unicodeScalars {
      text.append(isHidden[offset] && scalar != "\n" && scalar != "\r" ? MaskedText.placeholder : scalar)
      offsets.append(offset)
      offset += UTF8.width(scalar)
    }
    return (String(text), offsets)
  }
}

/// Dictionary encoding of one column: equal fields get equal numbers, and each distinct text is looked at once.
///
/// Short fields are compared as two words, through a small cache, since a column mostly repeats itself.
struct FieldCodes {
  /// A field of at most 15 bytes, its length in the top byte.
  private struct Word: Hashable {
    var low: UInt64 = 0
    var high: UInt64 = 0

    /// One word goes into the hash: texts of a column that differ in both and not in this are rare, and still told apart.
    func hash(into hasher: inout Hasher) { hasher.combine(low ^ (high &* 0x9E37_79B9_7F4A_7C15)) }
  }

  private static let longestWord = 15
  private static let cacheSize = 256

  /// Text of each code.
  private(set) var texts: [String] = []
  private var words: [Word: UInt32] = [:]
  private var long: [String: UInt32] = [:]
  private var cachedWord = [Word](repeating: Word(low: 0, high: UInt64.max), count: FieldCodes.cacheSize)
  private var cachedCode = [UInt32](repeating: 0, count: FieldCodes.cacheSize)

  /// The number of the field's text, from 0 in the order of first occurrence.
  mutating func code(of field: CSVFieldSpan, in bytes: Span<UInt8>) -> Int {
    let length = field.end - field.start
    guard length <= FieldCodes.longestWord, !field.hasDoubledQuotes else { return longCode(field, bytes) }
    let word = FieldCodes.word(field.start, length, bytes)
    let slot = Int(truncatingIfNeeded: ((word.low ^ word.high) &* 0x9E37_79B9_7F4A_7C15) &>> 56)
    if cachedWord[slot] == word { return Int(cachedCode[slot]) }
    let code: UInt32
    if let known = words[word] {
      code = known
    } else {
      code = add(field, bytes)
      words[word] = code
    }
    cachedWord[slot] = word
    cachedCode[slot] = code
    return Int(code)
  }

  private mutating func longCode(_ field: CSVFieldSpan, _ bytes: Span<UInt8>) -> Int {
    let text = bytes.text(of: field)
    if let known = long[text] { return Int(known) }
    let code = add(field, bytes)
    long[text] = code
    return Int(code)
  }

  private mutating func add(_ field: CSVFieldSpan, _ bytes: Span<UInt8>) -> UInt32 {
    texts.append(bytes.text(of: field))
    return UInt32(texts.count - 1)
  }

  private static func word(_ start: Int, _ length: Int, _ bytes: Span<UInt8>) -> Word {
    if start + 16 <= bytes.count {
      var low = bytes.littleEndianWord(at: start)
      var high = bytes.littleEndianWord(at: start + 8)
      if length < 8 {
        low &= (1 &<< UInt64(8 * length)) &- 1
        high = 0
      } else {
        high &= (1 &<< UInt64(8 * (length - 8))) &- 1
      }
      return Word(low: low, high: high | UInt64(length) &<< 56)
    }
    var word = Word()
    for index in 0..<length {
      let byte = UInt64(bytes[start + index])
      if index < 8 { word.low |= byte &<< UInt64(8 * index) } else { word.high |= byte &<< UInt64(8 * (index - 8)) }
    }
    word.high |= UInt64(length) &<< 56
    return word
  }
}

/// Numbers for pairs of numbers, in the order of first occurrence.
struct PairCodes {
  private(set) var pairs: [(first: UInt32, second: UInt32)] = []
  private var codes: [UInt64: UInt32] = [:]
  private var last: (pair: UInt64, code: UInt32) = (UInt64.max, 0)

  mutating func code(_ first: Int, _ second: Int) -> Int {
    let pair = UInt64(UInt32(first)) &<< 32 | UInt64(UInt32(second))
    if last.pair == pair { return Int(last.code) }
    let code: UInt32
    if let known = codes[pair] {
      code = known
    } else {
      code = UInt32(pairs.count)
      pairs.append((UInt32(first), UInt32(second)))
      codes[pair] = code
    }
    last = (pair, code)
    return Int(code)
  }
}

extension Span<UInt8> {
  /// Eight bytes from `offset`, the first in the lowest place.
  func littleEndianWord(at offset: Int) -> UInt64 {
    // Every pattern of bits is a UInt64, and the raw span checks its bounds.
    UInt64(littleEndian: unsafe bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  /// The content of a field, a doubled quote as one.
  func text(of field: CSVFieldSpan) -> String {
    var content: [UInt8] = []
    content.reserveCapacity(field.end - field.start)
    var index = field.start
    while index < field.end {
      content.append(self[index])
      index += field.hasDoubledQuotes && self[index] == CSVByte.quote ? 2 : 1
    }
    return String(decoding: content, as: UTF8.self)
  }
}

extension SDMX {
  /// The bytes of a cell, its quotes included.
  struct CSVField {
    let range: Range<Int>

    /// The bytes between the quotes, and whether a quote in them is written twice.
    func content(in bytes: Span<UInt8>) -> (range: Range<Int>, isDoubled: Bool) {
      guard range.count >= 2, bytes[range.lowerBound] == CSVSign.quote else { return (range, false) }
      let inside = range.lowerBound + 1..<range.upperBound - 1
      for index in inside where bytes[index] == CSVSign.quote { return (inside, true) }
      return (inside, false)
    }

    func text(in bytes: Span<UInt8>) -> String {
      let (inside, isDoubled) = content(in: bytes)
      guard isDoubled else { return bytes.text(inside) }
      var text: [UInt8] = []
      var index = inside.lowerBound
      while index < inside.upperBound {
        text.append(bytes[index])
        index += bytes[index] == CSVSign.quote ? 2 : 1
      }
      return String(decoding: text, as: UTF8.self)
    }
  }

  enum CSVSign {
    static let quote = UInt8(ascii: "\"")
    static let newline = UInt8(ascii: "\n")
    static let carriageReturn = UInt8(ascii: "\r")
  }

  /// Numbers the texts of a column in the order of first occurrence.
  ///
  /// Short texts are compared as two words through a small cache, since a column mostly repeats itself.
  struct FieldNumbers: Sendable {
    /// A text of at most 15 bytes, its length in the top byte.
    private struct Word: Hashable {
      var low: UInt64
      var high: UInt64
    }

    private static let longestWord = 15
    private static let cacheSize = 256

    private(set) var texts: [String] = []
    private var words: [Word: UInt32] = [:]
    private var long: [String: UInt32] = [:]
    private var cachedWords = [Word](repeating: Word(low: 0, high: UInt64.max), count: FieldNumbers.cacheSize)
    private var cachedNumbers = [UInt32](repeating: 0, count: FieldNumbers.cacheSize)

    mutating func number(of field: CSVField, in bytes: Span<UInt8>) -> UInt32 {
      let (inside, isDoubled) = field.content(in: bytes)
      if inside.isEmpty { return CodedComponent.absent }
      guard inside.count <= FieldNumbers.longestWord, !isDoubled else { return number(long: field.text(in: bytes)) }
      let word = FieldNumbers.word(inside, bytes)
      let slot = Int(truncatingIfNeeded: ((word.low ^ word.high) &* 0x9E37_79B9_7F4A_7C15) &>> 56)
      if cachedWords[slot] == word { return cachedNumbers[slot] }
      let number: UInt32
      if let known = words[word] {
        number = known
      } else {
        number = UInt32(texts.count)
        texts.append(bytes.text(inside))
        words[word] = number
      }
      cachedWords[slot] = word
      cachedNumbers[slot] = number
      return number
    }

    private mutating func number(long text: String) -> UInt32 {
      if let known = long[text] { return known }
      let number = UInt32(texts.count)
      texts.append(text)
      long[text] = number
      return number
    }

    private static func word(_ range: Range<Int>, _ bytes: Span<UInt8>) -> Word {
      let length = UInt64(range.count)
      if range.lowerBound + 16 <= bytes.count {
        let low = bytes.littleEndianWord(at: range.lowerBound)
        let high = bytes.littleEndianWord(at: range.lowerBound + 8)
        return length < 8
          ? Word(low: low & ((1 &<< (8 &* length)) &- 1), high: length &<< 56)
          : Word(low: low, high: high & ((1 &<< (8 &* (length &- 8))) &- 1) | length &<< 56)
      }
      var word = Word(low: 0, high: length &<< 56)
      for (place, index) in range.enumerated() {
        let byte = UInt64(bytes[index])
        if place < 8 { word.low |= byte &<< UInt64(8 * place) } else { word.high |= byte &<< UInt64(8 * (place - 8)) }
      }
      return word
    }
  }

  /// Numbers for pairs of numbers, in the order of first occurrence.
  struct PairNumbers: Sendable {
    private static let cacheSize = 4096

    private(set) var count = 0
    private var numbers: [UInt64: UInt32] = [:]
    private var cachedPairs = [UInt64](repeating: UInt64.max, count: PairNumbers.cacheSize)
    private var cachedNumbers = [UInt32](repeating: 0, count: PairNumbers.cacheSize)

    mutating func number(_ first: UInt32, _ second: UInt32) -> UInt32 {
      let pair = UInt64(first) &<< 32 | UInt64(second)
      let slot = Int(truncatingIfNeeded: (pair &* 0x9E37_79B9_7F4A_7C15) &>> 52)
      if cachedPairs[slot] == pair, pair != UInt64.max { return cachedNumbers[slot] }
      let number: UInt32
      if let known = numbers[pair] {
        number = known
      } else {
        number = UInt32(count)
        count += 1
        numbers[pair] = number
      }
      cachedPairs[slot] = pair
      cachedNumbers[slot] = number
      return number
    }
  }
}

/// The numerals that are read in the charts of a page and those that stand in its tables, to see that both say the same.
///
/// A numeral is compared by its digits, without marks and without zeros at its ends, so that `75.24` of hundreds of millions
/// is the same as `7,524` of millions. Lists of terms with their figures count as tables.
struct ChartNumerals {
  private var read: [(digits: UInt64, line: Slice<UnsafeBufferPointer<UInt8>>)] = []
  private var stated: Set<UInt64> = []

  /// - Parameter lines: each a place in two lengths, a key and a text, with blanks between them.
  mutating func read(_ lines: UnsafeBufferPointer<UInt8>) {
    var rest = lines[...]
    while !rest.isEmpty {
      let line = rest.prefix { $0 != UInt8(ascii: "\n") }
      rest = rest[line.endIndex...].dropFirst()
      var text = line
      for _ in 0..<3 { text = text.drop { $0 != UInt8(ascii: " ") }.dropFirst() }
      ChartNumerals.numerals(in: text, skipsTags: false) { read.append(($0, text)) }
    }
  }

  /// - Parameter markup: the content of a table or list.
  mutating func state(_ markup: UnsafeBufferPointer<UInt8>) {
    ChartNumerals.numerals(in: markup[...], skipsTags: true) { stated.insert($0) }
  }

  /// The first reading of a chart with a numeral that no table has.
  var unstated: String? {
    read.first { !stated.contains($0.digits) }.map { String(decoding: $0.line, as: UTF8.self) }
  }

  private static func numerals(
    in bytes: Slice<UnsafeBufferPointer<UInt8>>, skipsTags: Bool, _ take: (_ digits: UInt64) -> Void
  ) {
    var isTag = false
    var digits: UInt64?
    func end() {
      guard var number = digits else { return }
      while number > 0, number % 10 == 0 { number /= 10 }
      take(number)
      digits = nil
    }
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "<") where skipsTags:
        end()
        isTag = true
      case UInt8(ascii: ">") where isTag: isTag = false
      case UInt8(ascii: "0")...UInt8(ascii: "9") where !isTag:
        digits = (digits ?? 0) &* 10 &+ UInt64(byte - UInt8(ascii: "0"))
      case UInt8(ascii: "."), UInt8(ascii: ","): continue
      default: if digits != nil { end() }
      }
    }
    end()
  }
}

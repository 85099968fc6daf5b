/// The id of a plan element, dataflow, code or group, typed by what it names.
package struct Identifier<Named>: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let text: String

  package init(_ text: String) { self.text = text }

  package var description: String { text }

  /// Numbers inside ids count as numbers: `2.9` comes before `2.10`, `R.1-a` before `T.1-a`.
  package static func < (one: Identifier, other: Identifier) -> Bool { one.text.isNaturallyBefore(other.text) }
}

extension String {
  /// Orders text with runs of digits by their value, then by bytes; total and independent of locale.
  package func isNaturallyBefore(_ other: String) -> Bool {
    var (one, other) = (self, other)
    return one.withUTF8 { one in other.withUTF8 { one.isNaturallyBefore($0) } }
  }

  /// The form of a path: lower case, every run of other characters than a–z, 0–9 and `.` becomes one `-`.
  package var slug: String {
    var result = ""
    for scalar in lowercased().unicodeScalars {
      let isKept = ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar) || scalar == "."
      if isKept {
        result.unicodeScalars.append(scalar)
      } else if result.last != "-" {
        result.append("-")
      }
    }
    return result
  }
}

extension UnsafeBufferPointer<UInt8> {
  fileprivate func isNaturallyBefore(_ other: Self) -> Bool {
    var (left, right) = (0, 0)
    while left < count && right < other.count {
      if self[left].isDigit && other[right].isDigit {
        let (one, two) = (number(from: left), other.number(from: right))
        if one.count != two.count { return one.count < two.count }
        if !self[one].elementsEqual(other[two]) { return self[one].lexicographicallyPrecedes(other[two]) }
        (left, right) = (one.upperBound, two.upperBound)
      } else if self[left] != other[right] {
        return self[left] < other[right]
      } else {
        left += 1
        right += 1
      }
    }
    if left == count && right == other.count { return lexicographicallyPrecedes(other) }
    return left == count
  }

  /// The digits that begin at a place, without leading zeros.
  private func number(from start: Int) -> Range<Int> {
    var start = start
    while start < count, self[start] == UInt8(ascii: "0") { start += 1 }
    var end = start
    while end < count, self[end].isDigit { end += 1 }
    return start..<end
  }
}

extension UInt8 {
  package var isDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }
}

extension Unicode.Scalar {
  /// Whether it is one of 0 to 9.
  package var isDigit: Bool { ("0"..."9").contains(self) }
}

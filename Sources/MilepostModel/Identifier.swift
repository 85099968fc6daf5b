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
    var left = utf8.makeIterator()
    var right = other.utf8.makeIterator()
    var one = left.next()
    var two = right.next()
    while let first = one, let second = two {
      if first.isDigit && second.isDigit {
        var digits: ([UInt8], [UInt8]) = ([], [])
        while let digit = one, digit.isDigit {
          if !(digits.0.isEmpty && digit == UInt8(ascii: "0")) { digits.0.append(digit) }
          one = left.next()
        }
        while let digit = two, digit.isDigit {
          if !(digits.1.isEmpty && digit == UInt8(ascii: "0")) { digits.1.append(digit) }
          two = right.next()
        }
        if digits.0.count != digits.1.count { return digits.0.count < digits.1.count }
        if digits.0 != digits.1 { return digits.0.lexicographicallyPrecedes(digits.1) }
      } else if first != second {
        return first < second
      } else {
        one = left.next()
        two = right.next()
      }
    }
    if one == nil && two == nil { return utf8.lexicographicallyPrecedes(other.utf8) }
    return one == nil
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

extension UInt8 {
  package var isDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }
}

extension Unicode.Scalar {
  /// Whether it is one of 0 to 9.
  package var isDigit: Bool { ("0"..."9").contains(self) }
}

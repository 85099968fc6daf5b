/// A colour of screens, in the sRGB space.
package struct Colour: Hashable, Sendable, CustomStringConvertible {
  package let red: UInt8
  package let green: UInt8
  package let blue: UInt8

  package init(red: UInt8, green: UInt8, blue: UInt8) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  /// A colour as style sheets write it: `#16202b` or `#fff`.
  package init?(_ text: String) {
    let digits = text.utf8.dropFirst().compactMap { Character(Unicode.Scalar($0)).hexDigitValue }
    guard text.utf8.first == UInt8(ascii: "#"), digits.count == text.utf8.count - 1 else { return nil }
    let pairs: [Int]
    switch digits.count {
    case 3: pairs = digits.map { $0 * 17 }
    case 6: pairs = stride(from: 0, to: 6, by: 2).map { digits[$0] * 16 + digits[$0 + 1] }
    default: return nil
    }
    self.init(red: UInt8(pairs[0]), green: UInt8(pairs[1]), blue: UInt8(pairs[2]))
  }

  /// `#16202b`
  package var description: String {
    "#" + [red, green, blue].map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  /// How bright the colour looks, 0 (black) to 1 (white).
  ///
  /// L = 0.2126 R + 0.7152 G + 0.0722 B over linear channels. Source: WCAG 2.2, "relative luminance".
  package var relativeLuminance: Double {
    0.2126 * Colour.linear(red) + 0.7152 * Colour.linear(green) + 0.0722 * Colour.linear(blue)
  }

  /// c / 12.92 up to 0.04045, else ((c + 0.055) / 1.055)^2.4.
  private static func linear(_ channel: UInt8) -> Double {
    let value = Double(channel) / 255
    guard value > 0.04045 else { return value / 12.92 }
    let base = (value + 0.055) / 1.055
    // x^2.4 is x² times the fifth root of x², which Newton's method finds from above.
    let square = base * base
    var root = 1.0
    for _ in 0..<40 {
      let fourth = root * root * root * root
      root -= (root * fourth - square) / (5 * fourth)
    }
    return square * root
  }
}

/// How far two colours stand apart, 1 to 21; the order does not matter.
///
/// (L₁ + 0.05) / (L₂ + 0.05) with the brighter one first. Text needs 4.5, large text and marks 3.
/// Source: WCAG 2.2, "contrast ratio", success criteria 1.4.3 and 1.4.11.
package func contrast(of colour: Colour, on background: Colour) -> Double {
  let (one, other) = (colour.relativeLuminance, background.relativeLuminance)
  return (max(one, other) + 0.05) / (min(one, other) + 0.05)
}

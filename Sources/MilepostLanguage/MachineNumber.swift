extension [UInt8] {
  /// Appends the shortest form for machines: point, no thousands marks, integers without `.0`.
  ///
  /// Plain digits from 1e-7 to below 1e21, beyond that with an exponent, as JSON of most programs has it.
  /// - Precondition: `value` is finite.
  package mutating func appendNumber(_ value: Double) {
    if let integer = Int64(exactly: value), integer.magnitude < 1 << 53 {
      appendInteger(Int(integer))
      return
    }
    precondition(value.isFinite, "a figure is a finite number")
    var text = value.description
    text.withUTF8 { bytes in
      if bytes.contains(UInt8(ascii: "e")) || bytes.last == UInt8(ascii: "0") {
        appendPlain(value)
      } else {
        append(contentsOf: bytes)
      }
    }
  }

  package mutating func appendInteger(_ value: Int) {
    if value < 0 { append(UInt8(ascii: "-")) }
    append(digitsOf: value.magnitude)
  }

  /// Appends a text as a whole; its view of bytes is copied more slowly.
  package mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { append(contentsOf: $0) }
  }

  private mutating func append(digitsOf number: UInt) {
    if number >= 10 { append(digitsOf: number / 10) }
    append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number % 10))
  }

  /// Appends the last digits of a number, with zeros before it where it has fewer.
  mutating func appendInteger(_ value: Int, digits: Int) {
    if digits > 1 { appendInteger(value / 10, digits: digits - 1) }
    append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: value.magnitude % 10))
  }

  private mutating func appendPlain(_ value: Double) {
    let decimal = ShortestDecimal(value)
    if decimal.isNegative { append(UInt8(ascii: "-")) }
    let zero = UInt8(ascii: "0")
    guard decimal.pointPlace <= 21, decimal.pointPlace > -6 else {
      append(zero + decimal.digits[0])
      if decimal.digits.count > 1 {
        append(UInt8(ascii: "."))
        append(contentsOf: decimal.digits.dropFirst().lazy.map { zero + $0 })
      }
      append(UInt8(ascii: "e"))
      appendInteger(decimal.pointPlace - 1)
      return
    }
    append(contentsOf: decimal.integerDigits.lazy.map { zero + $0 })
    let fraction = decimal.fractionDigits(atLeast: 0)
    guard !fraction.isEmpty else { return }
    append(UInt8(ascii: "."))
    append(contentsOf: fraction.lazy.map { zero + $0 })
  }
}

extension String {
  /// The shortest form of a number for machines; see `appendNumber`.
  package init(machine value: Double) {
    var bytes: [UInt8] = []
    bytes.appendNumber(value)
    self.init(decoding: bytes, as: UTF8.self)
  }
}

/// The path and the query of an address, taken apart and decoded.
///
/// Only `%XX` is decoded: in queries of SDMX `+` means *and*, so that the rules of forms, where it is a blank, do not hold.
struct RequestTarget: Equatable {
  struct Parameter: Equatable {
    let name: String
    let value: String
  }

  /// Between the slashes; what a slash at the end would open is left out.
  let segments: [String]
  /// In the order of the address.
  let parameters: [Parameter]

  /// Longer addresses are refused.
  static let mostBytes = 16_384

  /// - Parameter text: as it stands in the first line of the request: `/sdmx/v1/data/FLOW/A.KEN?startPeriod=2020`.
  init(_ text: some StringProtocol) throws(RequestFault) {
    guard text.utf8.count <= RequestTarget.mostBytes else {
      throw RequestFault(.addressTooLong, "The address is longer than \(RequestTarget.mostBytes) bytes.")
    }
    let parts = text.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    var segments: [String] = []
    for segment in parts[0].split(separator: "/", omittingEmptySubsequences: false).dropFirst() {
      segments.append(try RequestTarget.decoded(segment))
    }
    if segments.last == "" { segments.removeLast() }
    self.segments = segments
    var parameters: [Parameter] = []
    if parts.count > 1 {
      for pair in parts[1].split(separator: "&") {
        let sides = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        parameters.append(
          Parameter(
            name: try RequestTarget.decoded(sides[0]),
            value: sides.count > 1 ? try RequestTarget.decoded(sides[1]) : ""))
      }
    }
    self.parameters = parameters
  }

  private static func decoded(_ text: some StringProtocol) throws(RequestFault) -> String {
    var bytes: [UInt8] = []
    var rest = text.utf8[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      guard let high = rest.popFirst()?.hexValue, let low = rest.popFirst()?.hexValue else {
        throw .syntax("'\(text)' has a '%' without two hexadecimal digits behind it.")
      }
      bytes.append(high << 4 | low)
    }
    guard let decoded = String(validating: bytes, as: UTF8.self),
      decoded.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0.value != 0x7F })
    else { throw .syntax("'\(text)' is no text in UTF-8, or has control characters in it.") }
    return decoded
  }
}

extension UInt8 {
  fileprivate var hexValue: UInt8? {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): self - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): self - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): self - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}

/// The parameters of a query as they are asked for one after the other; what nobody asked for is a fault.
struct RequestParameters {
  /// Those that nobody asked for yet.
  private(set) var rest: [RequestTarget.Parameter]

  init(_ parameters: [RequestTarget.Parameter]) { rest = parameters }

  /// The value of a parameter that may stand once.
  mutating func take(_ name: String) throws(RequestFault) -> String? {
    let found = rest.filter { $0.name == name }
    guard found.count < 2 else { throw .syntax("Parameter '\(name)' is given \(found.count) times.") }
    rest.removeAll { $0.name == name }
    return found.first?.value
  }

  /// What stands in brackets behind a name, as in `c[REF_AREA]`, with the values.
  mutating func takeIndexed(_ name: String) throws(RequestFault) -> [(index: String, value: String)] {
    var found: [(index: String, value: String)] = []
    for parameter in rest where parameter.name.hasPrefix(name + "[") {
      guard parameter.name.hasSuffix("]") else { throw .syntax("'\(parameter.name)' lacks its closing bracket.") }
      let index = String(parameter.name.dropFirst(name.count + 1).dropLast())
      guard !found.contains(where: { $0.index == index }) else {
        throw .syntax("'\(parameter.name)' is given more than once.")
      }
      found.append((index, parameter.value))
    }
    rest.removeAll { $0.name.hasPrefix(name + "[") }
    return found
  }

  /// A whole number from 1 on.
  mutating func takeCount(_ name: String, from least: Int = 1) throws(RequestFault) -> Int? {
    guard let text = try take(name) else { return nil }
    guard let number = Int(text), number >= least else {
      throw .syntax("'\(text)' is no value for '\(name)': a whole number from \(least) on is expected.")
    }
    return number
  }

  /// One of the words of a list.
  mutating func take<Word: RawRepresentable & CaseIterable>(
    _ name: String, _ type: Word.Type
  ) throws(RequestFault) -> Word? where Word.RawValue == String {
    guard let text = try take(name) else { return nil }
    guard let word = Word(rawValue: text) else {
      let words = Word.allCases.map(\.rawValue).joined(separator: ", ")
      throw .syntax("'\(text)' is no value for '\(name)': one of \(words) is expected.")
    }
    return word
  }

  /// `true` or `false`; false where it is not given.
  mutating func takeFlag(_ name: String) throws(RequestFault) -> Bool {
    guard let text = try take(name) else { return false }
    // The Python client sdmx1 writes True.
    switch text.lowercased() {
    case "true": return true
    case "false": return false
    default: throw .syntax("'\(text)' is no value for '\(name)': true or false is expected.")
    }
  }

  /// To be called when all were asked for.
  func finish() throws(RequestFault) {
    if let first = rest.first { throw .syntax("Parameter '\(first.name)' is not known here.") }
  }
}

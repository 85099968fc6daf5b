import MilepostLanguage

extension JSONNode {
  /// The members of an object.
  var members: [JSONMember] {
    if case .object(let members) = content { members } else { [] }
  }

  var number: Double? {
    if case .number(let number) = content { number } else { nil }
  }

  var integer: Int? { number.flatMap { Int(exactly: $0) } }

  var flag: Bool? {
    if case .flag(let flag) = content { flag } else { nil }
  }

  /// The texts of an array of texts.
  var texts: [String] { items?.compactMap(\.text) ?? [] }
}

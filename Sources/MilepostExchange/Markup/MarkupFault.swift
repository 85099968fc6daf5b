/// Why a text is no XML that can be read, and where that shows.
package struct MarkupFault: Error, Hashable, Sendable {
  package enum Reason: Hashable, Sendable {
    /// With what the parser says.
    case notWellFormed(String)
    case isEmpty
    /// It ends before its elements do.
    case endsEarly
    /// The encoding that it declares is neither UTF-8 nor UTF-16.
    case encoding(String)
    /// A byte that UTF-8 does not have there.
    case notUTF8(UInt8)
    /// A character that XML does not allow, such as U+0000.
    case character(UInt32)
    /// It declares a document type, which may define what the text stands for or name other files.
    case documentType
    case undefinedEntity
    case exceeds(Limit)
  }

  /// What there was too much of, and how much is taken.
  package enum Limit: Hashable, Sendable {
    case depth(Int)
    case attributes(Int)
    case nameLength(Int)
    case names(Int)
    case valueLength(Int)
    case textLength(Int)
    case tagLength(Int)
    case elements(Int)
  }

  package let reason: Reason
  /// From 1.
  package let line: Int
  /// From 1, in Unicode scalars.
  package let column: Int
}

extension MarkupFault.Reason: CustomStringConvertible {
  package var description: String {
    switch self {
    case .notWellFormed(let reason): reason
    case .isEmpty: "it is empty"
    case .endsEarly: "it ends before its elements do"
    case .encoding(let name): "it is written in '\(name)', and only UTF-8 and UTF-16 are read"
    case .notUTF8(let byte): "byte 0x\(byte.hexadecimal) is not UTF-8"
    case .character(let code): "character U+\(code.hexadecimal) is none of XML"
    case .documentType: "it declares a document type"
    case .undefinedEntity: "it names an entity that XML does not have"
    case .exceeds(let limit): limit.description
    }
  }

  /// Whether the file may have been made to do harm, rather than be damaged.
  var isHostile: Bool {
    switch self {
    case .documentType, .exceeds: true
    case .notWellFormed, .isEmpty, .endsEarly, .encoding, .notUTF8, .character, .undefinedEntity: false
    }
  }
}

extension MarkupFault.Limit: CustomStringConvertible {
  package var description: String {
    switch self {
    case .depth(let limit): "elements are nested deeper than \(limit) levels"
    case .attributes(let limit): "an element has more than \(limit) attributes"
    case .nameLength(let limit): "a name is longer than \(limit) bytes"
    case .names(let limit): "there are more than \(limit) different names"
    case .valueLength(let limit): "the value of an attribute is longer than \(limit) bytes"
    case .textLength(let limit): "a text is longer than \(limit) bytes"
    case .tagLength(let limit): "a tag or comment is longer than \(limit) bytes"
    case .elements(let limit): "there are more than \(limit) elements"
    }
  }
}

extension FixedWidthInteger {
  /// Two digits for a byte, four at least for others.
  var hexadecimal: String {
    let digits = String(self, radix: 16, uppercase: true)
    let missing = Swift.min(4, Self.bitWidth / 4) - digits.utf8.count
    return missing > 0 ? String(repeating: "0", count: missing) + digits : digits
  }
}

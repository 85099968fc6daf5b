/// A value that a dimension can take.
package struct Code: Hashable, Sendable {
  package let id: String
  package let name: LocalizedText

  package init(_ id: String, name: LocalizedText) {
    self.id = id
    self.name = name
  }
}

/// The values that a dimension can take, in the order of the file.
package struct Codelist: Hashable, Sendable {
  package typealias ID = Identifier<Codelist>

  package let id: ID
  package let name: LocalizedText
  package let codes: [Code]

  package init(id: ID, name: LocalizedText, codes: [Code]) {
    self.id = id
    self.name = name
    self.codes = codes
  }
}

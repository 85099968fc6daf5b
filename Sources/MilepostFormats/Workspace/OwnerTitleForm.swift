import MilepostModel

extension ValueForm where Value == [OwnerTitle] {
  /// Offices, each once: the name in the plan, and what it is called in each language.
  static let ownerTitles: ValueForm = {
    let list = ValueForm<OwnerTitle>.ownerTitle.list
    return ValueForm(list.schema) { node, reader in
      guard let titles = list.read(node, &reader) else { return nil }
      for (index, title) in titles.enumerated() where titles[..<index].contains(where: { $0.name == title.name }) {
        reader.fail(.ownerTwice(title.name, at: node.position))
      }
      return titles
    }
  }()
}

extension ValueForm where Value == OwnerTitle {
  fileprivate static let ownerTitle = ValueForm.mapping(OwnerTitleKeys.shape) { fields, reader in
    let name = fields.read(OwnerTitleKeys.name, &reader)
    let title = fields.read(ElementKeys.title, &reader)
    guard let name, let title else { return nil }
    return OwnerTitle(name: name, title: title)
  }
}

private enum OwnerTitleKeys {
  static let name = Key(required: "name", .text, "As the plan writes it.")

  static let shape = Shape("the title of an owner", name, ElementKeys.title)
}

extension Diagnostic {
  fileprivate static func ownerTwice(_ name: String, at position: SourcePosition) -> Self {
    Diagnostic(.error, "MP0107", "owner '\(name)' stands twice", at: position, hint: "delete one of the two")
  }
}

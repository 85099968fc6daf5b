import MilepostModel

/// A vintage as a YAML file has it.
struct WrittenVintage: Sendable {
  let file: Located<String>
  let published: CalendarDate
  let received: CalendarDate?
  let kind: Vintage.Kind?

  /// - Parameter folder: of the file that names it.
  func vintage(in folder: String) -> Vintage {
    Vintage(
      published: published, received: received ?? published, kind: kind ?? .snapshot, file: folder + "/" + file.value)
  }
}

extension ValueForm where Value == WrittenVintage {
  static let vintage = ValueForm.mapping(VintageKeys.shape) { fields, reader in
    let file = fields.read(VintageKeys.file, &reader)
    let published = fields.read(VintageKeys.published, &reader)
    let received = fields.read(VintageKeys.received, &reader)
    let kind = fields.read(VintageKeys.kind, &reader)
    guard let file, let published else { return nil }
    return WrittenVintage(file: file, published: published, received: received, kind: kind)
  }
}

private enum VintageKeys {
  static let file = Key(
    required: "file", ValueForm<String>.fileName.located, "CSV file beside the sidecar or in a folder below it.")
  static let published = Key(required: "published", .date, "Day on which the source published it.")
  static let received = Key(
    optional: "received", .date, "Day on which it was received; editions compare with it; default published.")
  static let kind = Key(
    optional: "kind", ValueForm<Vintage.Kind>.word,
    "A snapshot replaces what was there (default); an update is laid over it.")

  static let shape = Shape("a vintage", file, published, received, kind)
}

extension ValueForm where Value == String {
  /// A file in the folder of the one that names it, or below; never outside the workspace.
  static let fileName = ValueForm(.string(pattern: "^[^/\\\\:]+(/[^/\\\\:]+)*\\.csv$")) { node, reader in
    guard let text = reader.scalar(node, expected: "the name of a file") else { return nil }
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    let isInside = parts.allSatisfy { !$0.isEmpty && $0 != "." && $0 != ".." }
    guard isInside, !text.utf8.contains(UInt8(ascii: "\\")), !text.utf8.contains(UInt8(ascii: ":")) else {
      reader.fail(.fileOutside(text, at: node.position))
      return nil
    }
    guard text.hasSuffix(".csv") else {
      reader.fail(.notUnderstood(text, expected: "the name of a file that ends in .csv", at: node.position))
      return nil
    }
    return text
  }
}

extension Diagnostic {
  fileprivate static func fileOutside(_ name: String, at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP0112", "file '\(name)' is not beside this file or below it", at: position,
      hint: "move the file into this folder and write its name")
  }
}

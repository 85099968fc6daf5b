import MilepostModel

/// Gathers annotations, names and descriptions of something with an id.
private struct NamingParts {
  var annotations: [SDMX.Annotation] = []
  var names: [LocalizedText.Entry] = []
  var descriptions: [LocalizedText.Entry] = []

  /// - Returns: false for an element that is about something else.
  mutating func take(_ name: String, _ cursor: inout MarkupCursor) throws -> Bool {
    switch name {
    case "Name": names.append(try cursor.entry())
    case "Description": descriptions.append(try cursor.entry())
    case "Annotations": annotations += try cursor.annotations()
    default: return false
    }
    return true
  }

  func naming(_ id: String) -> SDMX.Naming {
    SDMX.Naming(
      id, name: LocalizedText(distinct: names), description: LocalizedText(distinct: descriptions),
      annotations: annotations)
  }
}

extension LocalizedText {
  /// The first text of each language.
  init?(distinct entries: [Entry]) {
    var known: Set<LanguageTag> = []
    self.init(entries.filter { known.insert($0.language).inserted })
  }
}

extension MarkupCursor {
  /// A text with its language; English where it says none, as the standard has it.
  mutating func entry() throws -> LocalizedText.Entry {
    let language = self["lang"] ?? "en"
    return LocalizedText.Entry(LanguageTag(language), try text())
  }

  mutating func annotations() throws -> [SDMX.Annotation] {
    var list: [SDMX.Annotation] = []
    try children { cursor, name in
      guard name == "Annotation" else { return }
      let id = cursor["id"]
      var (type, title, url): (String?, String?, String?)
      var texts: [LocalizedText.Entry] = []
      try cursor.children { cursor, name in
        switch name {
        case "AnnotationTitle": title = try cursor.text()
        case "AnnotationType": type = try cursor.text()
        case "AnnotationURL": url = try cursor.text()
        case "AnnotationText": texts.append(try cursor.entry())
        default: return
        }
      }
      list.append(
        SDMX.Annotation(id: id, type: type, title: title, url: url, text: LocalizedText(distinct: texts)))
    }
    return list
  }

  /// The id that the element that just started refers to, in the same list or structure.
  mutating func localReference() throws -> String? {
    var id: String?
    let text = try mixed { cursor, name in if name == "Ref" { id = cursor["id"] } }
    return id ?? (text.isEmpty ? nil : text)
  }
}

extension MarkupStructureReader {
  /// An item of a scheme; nil, after a finding, when it has no id.
  mutating func item(
    _ cursor: inout MarkupCursor,
    _ body: (inout MarkupStructureReader, inout MarkupCursor, String) throws -> Void
  ) throws -> SDMX.Naming? {
    let (id, position) = (cursor["id"], cursor.position)
    var parts = NamingParts()
    try cursor.children { cursor, name in
      if try !parts.take(name, &cursor) { try body(&self, &cursor, name) }
    }
    guard let id else {
      diagnostics.report(.attributeMissing("id", at: position))
      return nil
    }
    return parts.naming(id)
  }

  /// nil, after a finding, when it has no id or no agency.
  ///
  /// - Parameter isOfOrganisations: lists of organisations have no version but the one that is not stated.
  mutating func maintenance(
    _ cursor: inout MarkupCursor, isOfOrganisations: Bool = false,
    _ body: (inout MarkupStructureReader, inout MarkupCursor, String) throws -> Void
  ) throws -> SDMX.Maintenance? {
    let position = cursor.position
    let (id, agency) = (cursor["id"], cursor["agencyID"])
    let written = cursor["version"]
    let (isFinal, isExternal) = (cursor.isTrue("isFinal"), cursor.isTrue("isExternalReference"))
    let (validFrom, validTo) = (cursor["validFrom"], cursor["validTo"])
    var parts = NamingParts()
    try cursor.children { cursor, name in
      if try !parts.take(name, &cursor) { try body(&self, &cursor, name) }
    }
    guard let id else {
      diagnostics.report(.attributeMissing("id", at: position))
      return nil
    }
    guard let agency else {
      diagnostics.report(.attributeMissing("agencyID", at: position))
      return nil
    }
    var stated = version == .v2_1 || isOfOrganisations ? SDMX.Version.unstated : .first
    if let written {
      guard let known = SDMX.Version(written) else {
        diagnostics.report(.noVersion(written, at: position))
        return nil
      }
      stated = known
    }
    return SDMX.Maintenance(
      parts.naming(id), agency: agency, version: stated, isFinal: isFinal, isExternalReference: isExternal,
      validFrom: validFrom, validTo: validTo)
  }

  /// None, after a finding, when it has no id or no agency.
  mutating func scheme<Item>(
    _ cursor: inout MarkupCursor, _ kind: SDMX.ArtefactKind,
    _ read: (inout MarkupStructureReader, inout MarkupCursor, String) throws -> Item?
  ) throws -> [SDMX.ItemScheme<Item>] {
    let isPartial = cursor.isTrue("isPartial")
    var items: [Item] = []
    let areOrganisations = kind == .agencyScheme || kind == .dataProviderScheme
    let maintenance = try maintenance(&cursor, isOfOrganisations: areOrganisations) { reader, cursor, name in
      if let item = try read(&reader, &cursor, name) { items.append(item) }
    }
    guard let maintenance else { return [] }
    return [SDMX.ItemScheme(maintenance, kind: kind, isPartial: isPartial, items: items)]
  }

  /// A `Ref`, or a URN; nil, after a finding, when it is neither.
  mutating func reference(_ cursor: inout MarkupCursor, _ kind: SDMX.ArtefactKind) throws -> SDMX.Reference? {
    let position = cursor.position
    var found: SDMX.Reference?
    var urn: String?
    var ids: String?
    let text = try cursor.mixed { cursor, name in
      switch name {
      case "Ref": (ids, found) = (cursor.writtenReference, cursor.reference(kind))
      case "URN": urn = try cursor.text()
      default: return
      }
    }
    if let found { return found }
    let written = urn ?? ids ?? text
    guard let reference = SDMX.Reference(urn: written) else {
      diagnostics.report(.noReference(written, at: position))
      return nil
    }
    return reference
  }
}

extension MarkupCursor {
  func isTrue(_ name: String) -> Bool { self[name].map { $0 == "true" || $0 == "1" } ?? false }

  /// What the `Ref` that just started refers to; nil when it is not whole.
  func reference(_ kind: SDMX.ArtefactKind) -> SDMX.Reference? {
    let kind = self["class"].flatMap(SDMX.ArtefactKind.init(rawValue:)) ?? kind
    guard let agency = self["agencyID"], let id = self["id"], SDMX.Reference.isAgency(agency) else { return nil }
    let parent = self["maintainableParentID"]
    let written = self[parent == nil ? "version" : "maintainableParentVersion"]
    guard let version = written.map({ SDMX.Version($0) }) ?? .unstated else { return nil }
    guard let parent else {
      // An organisation refers by points to those that it is a part of.
      return SDMX.Reference.isAgency(id) ? SDMX.Reference(kind, agency: agency, id: id, version: version) : nil
    }
    guard SDMX.Reference.isID(parent), SDMX.Reference.isAgency(id) else { return nil }
    return SDMX.Reference(
      kind, agency: agency, id: parent, version: version, item: id.split(separator: ".").map(String.init))
  }

  /// The ids of the `Ref` that just started, for people.
  fileprivate var writtenReference: String {
    ["agencyID", "maintainableParentID", "id", "version"].compactMap { self[$0] }.joined(separator: " ")
  }
}

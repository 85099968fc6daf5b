/// Where the parts of a workbook are: Open Packaging Conventions, and what `workbook.xml` says.
struct WorkbookParts {
  private(set) var sheets: [WorkbookReader.Sheet] = []
  private(set) var strings: String?
  private(set) var styles: String?
  private(set) var calendar = SheetCalendar.from1900

  private static let relationNamespaces = [
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "http://purl.oclc.org/ooxml/officeDocument/relationships",
  ]

  private struct Relation {
    /// The last word of its type: `worksheet`.
    let type: String
    let part: String
  }

  init(_ archive: Archive) throws(WorkbookFault) {
    let roots = try WorkbookParts.relations(of: "", in: archive)
    let stated = roots.values.first { $0.type == "officeDocument" }?.part
    // Some programs leave the list of relations out.
    let usual = archive.names.first { $0.lowercased() == "xl/workbook.xml" }
    guard let book = stated ?? usual, !book.hasSuffix(".bin") else { throw WorkbookParts.fault(of: archive) }
    let relations = try WorkbookParts.relations(of: book, in: archive)
    strings = relations.values.first { $0.type == "sharedStrings" }?.part
    styles = relations.values.first { $0.type == "styles" }?.part
    var parts = self
    try archive.read(book) { try parts.readBook($0, relations) }
    self = parts
    guard !sheets.isEmpty else { throw .contradiction(part: book, "it has no sheet of cells") }
  }

  /// What a file is that has no workbook in it.
  private static func fault(of archive: Archive) -> WorkbookFault {
    let names = archive.names
    if names.contains("mimetype"), names.contains("content.xml") { return .otherForm(.openDocument) }
    if names.contains("xl/workbook.bin") { return .otherForm(.binary) }
    let inner = names.first { name in [".xlsx", ".xlsm", ".xls", ".zip"].contains { name.lowercased().hasSuffix($0) } }
    if let inner { return .otherForm(.archived(inner)) }
    return .partMissing("xl/workbook.xml")
  }

  /// The relations of a part, those to other places left out; none when it has no list of them.
  private static func relations(of part: String, in archive: Archive) throws(WorkbookFault) -> [String: Relation] {
    let folder = part.split(separator: "/").dropLast().map { $0 + "/" }.joined()
    let list = folder + "_rels/" + part.dropFirst(folder.count) + ".rels"
    guard archive.names.contains(where: { $0.lowercased() == list.lowercased() }) else { return [:] }
    return try archive.read(list) { source in
      var reader = MarkupReader(source)
      let (id, type, target) = (reader.id(of: "Id"), reader.id(of: "Type"), reader.id(of: "Target"))
      var relations: [String: Relation] = [:]
      while true {
        switch try reader.next() {
        case .start:
          guard let id = reader.value(of: id)?.text, let type = reader.value(of: type)?.text,
            let target = reader.value(of: target)?.text, let part = path(target, in: folder)
          else { continue }
          relations[id] = Relation(type: type.split(separator: "/").last.map(String.init) ?? type, part: part)
        case .end, .text: continue
        case .finished: return relations
        }
      }
    }
  }

  /// - Returns: nil when it leads out of the archive.
  private static func path(_ target: String, in folder: String) -> String? {
    guard !target.contains(":") else { return nil }
    var steps: [Substring] = []
    for step in ((target.hasPrefix("/") ? "" : folder) + target).split(separator: "/") {
      if step == ".." {
        guard steps.popLast() != nil else { return nil }
      } else if step != "." {
        steps.append(step)
      }
    }
    return steps.joined(separator: "/")
  }

  private mutating func readBook(_ source: ByteSource, _ relations: [String: Relation]) throws {
    var reader = MarkupReader(source)
    let names = SheetNames(reader)
    let (name, state, date) = (reader.id(of: "name"), reader.id(of: "state"), reader.id(of: "date1904"))
    let ids = WorkbookParts.relationNamespaces.map { reader.id(of: "id", in: $0) }
    while true {
      switch try reader.next() {
      case .start(let element):
        switch names.word(element) {
        case .workbookPr: if reader.value(of: date)?.isTrue == true { calendar = .from1904 }
        case .sheet:
          let id = ids.lazy.compactMap { reader.value(of: $0)?.text }.first
          guard let name = reader.value(of: name)?.text, let relation = id.flatMap({ relations[$0] }),
            relation.type == "worksheet"
          else { continue }
          let state = reader.value(of: state)
          sheets.append(
            WorkbookReader.Sheet(
              name: name, isHidden: state.map { !($0 == "visible") } ?? false, part: relation.part))
        case _: continue
        }
      case .end, .text: continue
      case .finished: return
      }
    }
  }
}

extension MarkupBytes {
  /// As XML Schema writes it.
  var isTrue: Bool { self == "1" || self == "true" }
}

import MilepostModel

/// The parts of a document, put together as Office Open XML has them.
struct WordPackage {
  static let hyperlink = "hyperlink"
  static let image = "image"

  private var writer: WordWriter

  init(_ writer: WordWriter) { self.writer = writer }

  private static let officeRelation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
  private static let packageRelation = "http://schemas.openxmlformats.org/package/2006/relationships"
  private static let wordType = "application/vnd.openxmlformats-officedocument.wordprocessingml."

  /// Parts of `word/` with the last words of their types.
  private static let textParts = [
    ("document", "document.main"), ("styles", "styles"), ("numbering", "numbering"), ("settings", "settings"),
    ("fontTable", "fontTable"), ("footnotes", "footnotes"), ("header1", "header"), ("footer1", "footer"),
  ]

  func bytes() throws(WordFailure) -> [UInt8] {
    var writer = writer
    let head = WordMarkup.part("w:hdr", writer.head())
    let foot = WordMarkup.part("w:ftr", writer.foot())
    let document = WordMarkup.part("w:document", WordMarkup.element("w:body", [], writer.body))
    let parts: [(String, [UInt8])] = [
      ("[Content_Types].xml", contentTypes), ("_rels/.rels", packageRelations),
      ("word/document.xml", document),
      ("word/_rels/document.xml.rels", documentRelations), ("word/_rels/footnotes.xml.rels", footnoteRelations),
      ("word/styles.xml", WordStyles(language: writer.language).part), ("word/numbering.xml", writer.numbering.part),
      ("word/settings.xml", settings), ("word/fontTable.xml", WordFont.table), ("word/footnotes.xml", footnotes),
      ("word/header1.xml", head), ("word/footer1.xml", foot),
      ("docProps/core.xml", WordPackage.coreProperties(of: writer.manuscript)),
      ("docProps/app.xml", WordPackage.appProperties),
      ("docProps/custom.xml", WordPackage.customProperties(of: writer.manuscript)),
    ]
    return try ZipArchive.bytes(of: parts.map { ZipArchive.Part(path: $0.0, bytes: $0.1) } + writer.media)
  }

  private func part(_ root: String, _ namespace: String, _ content: String) -> [UInt8] {
    Array((WordMarkup.declaration + WordMarkup.element(root, [("xmlns", namespace)], content)).utf8)
  }

  private var contentTypes: [UInt8] {
    let endings = [
      ("rels", "application/vnd.openxmlformats-package.relationships+xml"), ("xml", "application/xml"),
      ("png", "image/png"), ("jpeg", "image/jpeg"), ("svg", "image/svg+xml"),
    ]
    let types =
      WordPackage.textParts.map { ("/word/\($0).xml", WordPackage.wordType + $1 + "+xml") } + [
        ("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
        ("/docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml"),
        ("/docProps/custom.xml", "application/vnd.openxmlformats-officedocument.custom-properties+xml"),
      ]
    let content =
      endings.map { WordMarkup.element("Default", [("Extension", $0), ("ContentType", $1)]) }
      + types.map { WordMarkup.element("Override", [("PartName", $0), ("ContentType", $1)]) }
    return part(
      "Types", "http://schemas.openxmlformats.org/package/2006/content-types", content.joined())
  }

  private func relations(_ relations: [(id: String, type: String, target: String, isExternal: Bool)]) -> [UInt8] {
    let content = relations.map { relation in
      var attributes = [("Id", relation.id), ("Type", relation.type), ("Target", relation.target)]
      if relation.isExternal { attributes.append(("TargetMode", "External")) }
      return WordMarkup.element("Relationship", attributes)
    }
    return part("Relationships", WordPackage.packageRelation, content.joined())
  }

  private var packageRelations: [UInt8] {
    let office = WordPackage.officeRelation
    return relations([
      ("rId1", office + "officeDocument", "word/document.xml", false),
      (
        "rId2", "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
        "docProps/core.xml", false
      ),
      ("rId3", office + "extended-properties", "docProps/app.xml", false),
      ("rId4", office + "custom-properties", "docProps/custom.xml", false),
    ])
  }

  private var links: [(id: String, type: String, target: String, isExternal: Bool)] {
    writer.relations.map { ($0.id, WordPackage.officeRelation + $0.type, $0.target, $0.isExternal) }
  }

  private var documentRelations: [UInt8] {
    let names = ["styles", "numbering", "settings", "fontTable", "footnotes"]
    let own = names.enumerated().map { place, name in
      ("rIdPart\(place + 1)", WordPackage.officeRelation + name, "\(name).xml", false)
    }
    return relations(
      own + [
        ("rIdHead", WordPackage.officeRelation + "header", "header1.xml", false),
        ("rIdFoot", WordPackage.officeRelation + "footer", "footer1.xml", false),
      ] + links)
  }

  private var footnoteRelations: [UInt8] { relations(links) }

  private var footnotes: [UInt8] {
    let lines = [("separator", 0), ("continuationSeparator", 1)].map { name, id in
      WordMarkup.element(
        "w:footnote", [("w:type", name), ("w:id", String(id))],
        WordMarkup.element("w:p", [], WordMarkup.element("w:r", [], WordMarkup.flag(name))))
    }
    return WordMarkup.part("w:footnotes", lines.joined() + writer.footnotes)
  }

  private var settings: [UInt8] {
    let notes = [0, 1].map { WordMarkup.element("w:footnote", [("w:id", String($0))]) }
    let mode = WordMarkup.element(
      "w:compatSetting",
      [
        ("w:name", "compatibilityMode"), ("w:uri", "http://schemas.microsoft.com/office/word"), ("w:val", "15"),
      ])
    let compatible = WordMarkup.element("w:compat", [], WordMarkup.flag("doNotExpandShiftReturn") + mode)
    let content =
      WordMarkup.element("w:zoom", [("w:percent", "100")]) + WordMarkup.value("defaultTabStop", 567)
      + WordMarkup.value("characterSpacingControl", "doNotCompress") + WordMarkup.value("updateFields", "true")
      + WordMarkup.element("w:footnotePr", [], notes.joined()) + compatible
      + writer.language.defaults.replacing("<w:lang ", with: "<w:themeFontLang ")
    return WordMarkup.part("w:settings", content)
  }
}

import MilepostModel

/// What a document says about itself.
extension WordPackage {
  static let languageProperty = "MilepostLanguage"

  static func coreProperties(of manuscript: Manuscript) -> [UInt8] {
    let block = manuscript.titleBlock
    let date = WordMarkup.element(
      "dcterms:created", [("xsi:type", "dcterms:W3CDTF")], "\(block.asOf)T00:00:00Z")
    let content =
      WordMarkup.element("dc:title", [], WordMarkup.escaped(block.title.plainText))
      + WordMarkup.element("dc:creator", [], WordMarkup.escaped(block.author.plainText))
      + WordMarkup.element("dc:description", [], WordMarkup.escaped(block.edition)) + date
      + WordMarkup.element("dc:language", [], manuscript.language.text)
    let namespaces = [
      ("xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"),
      ("xmlns:dc", "http://purl.org/dc/elements/1.1/"), ("xmlns:dcterms", "http://purl.org/dc/terms/"),
      ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
    ]
    return Array((WordMarkup.declaration + WordMarkup.element("cp:coreProperties", namespaces, content)).utf8)
  }

  static var appProperties: [UInt8] {
    let namespace = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
    let content = WordMarkup.element("Application", [], "Milepost")
    return Array(
      (WordMarkup.declaration + WordMarkup.element("Properties", [("xmlns", namespace)], content)).utf8)
  }

  /// The language of the text, which editors keep here where they drop it elsewhere.
  static func customProperties(of manuscript: Manuscript) -> [UInt8] {
    let value = WordMarkup.element("vt:lpwstr", [], manuscript.language.text)
    let property = WordMarkup.element(
      "property",
      [("fmtid", "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"), ("pid", "2"), ("name", languageProperty)], value)
    let namespaces = [
      ("xmlns", "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"),
      ("xmlns:vt", "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"),
    ]
    return Array((WordMarkup.declaration + WordMarkup.element("Properties", namespaces, property)).utf8)
  }
}

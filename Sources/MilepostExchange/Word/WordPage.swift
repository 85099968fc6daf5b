/// Pages of A4 with margins of 24 and 20 millimetres, upright or turned.
enum WordPage {
  static let width = 11_906
  static let height = 16_838
  static let side = WordLength.twips(millimetres: 20)
  static let end = WordLength.twips(millimetres: 24)
  static let textWidth = width - 2 * side
  static let turnedWidth = height - 2 * end

  /// Properties of a section.
  ///
  /// - Parameter hasTitle: whether its first page has neither head nor foot.
  static func section(isTurned: Bool, isRightToLeft: Bool, hasTitle: Bool, continues: Bool) -> String {
    var content = ""
    for (kind, id) in [("header", "rIdHead"), ("footer", "rIdFoot")] {
      content += WordMarkup.element("w:\(kind)Reference", [("w:type", "default"), ("r:id", id)])
    }
    content += WordMarkup.value("type", "nextPage")
    let (pageWidth, pageHeight) = isTurned ? (height, width) : (width, height)
    var size = [("w:w", String(pageWidth)), ("w:h", String(pageHeight))]
    if isTurned { size.append(("w:orient", "landscape")) }
    content += WordMarkup.element("w:pgSz", size)
    let (vertical, horizontal) = isTurned ? (side, end) : (end, side)
    content += WordMarkup.element(
      "w:pgMar",
      [
        ("w:top", String(vertical)), ("w:right", String(horizontal)), ("w:bottom", String(vertical)),
        ("w:left", String(horizontal)), ("w:header", "680"), ("w:footer", "624"), ("w:gutter", "0"),
      ])
    if !continues { content += WordMarkup.element("w:pgNumType", [("w:start", "1")]) }
    if hasTitle { content += WordMarkup.flag("titlePg") }
    if isRightToLeft { content += WordMarkup.flag("bidi") }
    return WordMarkup.element("w:sectPr", [], content)
  }
}

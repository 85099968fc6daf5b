package import MilepostModel

/// A drawing of a manuscript, which a document needs as PNG beside its vectors.
package struct VectorDrawing: Hashable, Sendable {
  /// Unique in the manuscript.
  package let name: String
  package let svg: [UInt8]
  /// In pixels.
  package let width: Double
  package let height: Double
}

extension Manuscript {
  /// Charts and roads, in the order of the text.
  package var vectorDrawings: [VectorDrawing] { chapters.flatMap(\.blocks).flatMap(\.vectorDrawings) }
}

extension ManuscriptBlock {
  fileprivate var vectorDrawings: [VectorDrawing] {
    switch self {
    case .drawing(let drawing):
      [VectorDrawing(name: drawing.anchor, svg: drawing.svg, width: drawing.width, height: drawing.height)]
    case .target(let summary):
      [VectorDrawing(name: "road-" + summary.anchor, svg: summary.road, width: 320, height: summary.roadHeight)]
    case .list(let list): list.items.flatMap(\.self).flatMap(\.vectorDrawings)
    case .quotation(let blocks): blocks.flatMap(\.vectorDrawings)
    case .box(let box): box.blocks.flatMap(\.vectorDrawings)
    case .heading, .paragraph, .code, .rule, .table, .picture, .statuses: []
    }
  }
}

extension TargetSummary {
  /// As the drawing itself states it.
  fileprivate var roadHeight: Double {
    let head = String(decoding: road.prefix { $0 != UInt8(ascii: ">") }, as: UTF8.self)
    guard let start = head.firstRange(of: " height=\"")?.upperBound,
      let height = Double(head[start...].prefix { $0 != "\"" })
    else { return 60 }
    return height
  }
}

extension WordWriter {
  /// Caption, measure, drawing, what its marks mean, source.
  mutating func drawing(_ drawing: ManuscriptDrawing, _ setting: Setting) -> String {
    var exhibit = exhibitStart()
    let caption = captionParagraph(drawing.caption, drawing.anchor)
    exhibit += takePlace()
    let source = sourceParagraph(drawing.caption)
    let measure = made(WordParagraph(style: .measure), drawing.measure)
    let vector = VectorDrawing(
      name: drawing.anchor, svg: drawing.svg, width: drawing.width, height: drawing.height)
    let picture = paragraph(
      WordParagraph(style: .drawing), exhibit + object(vector, drawing.alternative, room: setting.width))
    let key = drawing.key.isEmpty ? "" : made(WordParagraph(style: .key), [.text(drawing.key)])
    return caption + measure + picture + key + (source.isEmpty ? gap() : source)
  }

  mutating func picture(_ picture: ManuscriptPicture, _ setting: Setting) -> String {
    var exhibit = exhibitStart()
    let caption = captionParagraph(picture.caption, picture.anchor)
    exhibit += takePlace()
    let source = sourceParagraph(picture.caption)
    guard let file = manuscript.picture(picture.file) else {
      return caption + paragraph(WordParagraph(style: .drawing), exhibit + instead(picture.alternative)) + source
    }
    let ending = file.format == .png ? "png" : "jpeg"
    let part = "media/picture\(media.count + 1).\(ending)"
    media.append(ZipArchive.Part(path: "word/" + part, bytes: file.bytes, isCompact: true))
    let id = relation(WordPackage.image, to: part)
    let shown = object(
      id, vector: nil, width: Double(file.width), height: Double(file.height), picture.alternative,
      room: setting.width)
    return caption + paragraph(WordParagraph(style: .drawing), exhibit + shown) + (source.isEmpty ? gap() : source)
  }

  /// What a picture shows, in the place of it.
  private mutating func instead(_ alternative: String) -> String {
    bookmark(cursor.made(alternative).name, around: text(alternative))
  }

  /// A drawing as vectors, with points for word processors that do not draw vectors.
  mutating func object(_ drawing: VectorDrawing, _ alternative: String, room: Int) -> String {
    guard let raster = rasters[drawing.name] else { return instead(alternative) }
    let number = media.count + 1
    media.append(ZipArchive.Part(path: "word/media/drawing\(number).png", bytes: raster, isCompact: true))
    media.append(ZipArchive.Part(path: "word/media/drawing\(number).svg", bytes: VectorText.withoutHalos(drawing.svg)))
    let points = relation(WordPackage.image, to: "media/drawing\(number).png")
    let vectors = relation(WordPackage.image, to: "media/drawing\(number).svg")
    return object(
      points, vector: vectors, width: drawing.width, height: drawing.height, alternative, room: room)
  }

  /// - Parameter room: in twentieths of a point; wider pictures are made smaller.
  private mutating func object(
    _ points: String, vector: String?, width: Double, height: Double, _ alternative: String, room: Int
  ) -> String {
    let id = String(nextObject)
    nextObject += 1
    let scale = min(1, Double(WordLength.units(twips: room)) / Double(WordLength.units(pixels: width)))
    let size = [
      ("cx", String(WordLength.units(pixels: width * scale))), ("cy", String(WordLength.units(pixels: height * scale))),
    ]
    let names = [("id", id), ("name", "Drawing \(id)"), ("descr", alternative)]
    let extensionList = vector.map { id in
      let blip = WordMarkup.element(
        "asvg:svgBlip",
        [("xmlns:asvg", "http://schemas.microsoft.com/office/drawing/2016/SVG/main"), ("r:embed", id)])
      let held = WordMarkup.element("a:ext", [("uri", "{96DAC541-7B7A-43D3-8B79-37D633B846F1}")], blip)
      return WordMarkup.element("a:extLst", [], held)
    }
    let fill = WordMarkup.element(
      "pic:blipFill", [],
      WordMarkup.element("a:blip", [("r:embed", points)], extensionList ?? String())
        + WordMarkup.element("a:stretch", [], "<a:fillRect/>"))
    let shape = WordMarkup.element(
      "pic:spPr", [],
      WordMarkup.element(
        "a:xfrm", [], WordMarkup.element("a:off", [("x", "0"), ("y", "0")]) + WordMarkup.element("a:ext", size))
        + WordMarkup.element("a:prstGeom", [("prst", "rect")], "<a:avLst/>"))
    let picture = WordMarkup.element(
      "pic:pic", [],
      WordMarkup.element("pic:nvPicPr", [], WordMarkup.element("pic:cNvPr", names) + "<pic:cNvPicPr/>") + fill + shape)
    let data = WordMarkup.element(
      "a:graphicData", [("uri", "http://schemas.openxmlformats.org/drawingml/2006/picture")], picture)
    let inline = WordMarkup.element(
      "wp:inline", [("distT", "0"), ("distB", "0"), ("distL", "0"), ("distR", "0")],
      WordMarkup.element("wp:extent", size) + WordMarkup.element("wp:docPr", names)
        + WordMarkup.element("wp:cNvGraphicFramePr", [], "<a:graphicFrameLocks noChangeAspect=\"1\"/>")
        + WordMarkup.element("a:graphic", [], data))
    return WordMarkup.element("w:r", [], WordMarkup.element("w:drawing", [], inline))
  }
}

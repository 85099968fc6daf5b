import MilepostLanguage
import MilepostModel

/// A drawing as an SVG document that needs no page around it, on white paper.
struct StandaloneDrawing: Sendable {
  let bytes: [UInt8]
  let width: Double
  let height: Double

  /// - Parameter id: begins the ids within it.
  init(_ drawing: Drawing, id: String, title: String, description: String, _ phrases: Phrases) {
    var html = HTMLWriter(phrases)
    drawing.write(.wide, id: id, title: title, description: description, into: &html)
    self.init(html.bytes, width: drawing.width, height: drawing.height, phrases)
  }

  init(_ status: TargetStatus, _ phrases: Phrases) {
    var html = HTMLWriter(phrases)
    html.mark(status)
    // Marks that point along the line of the text turn with it.
    let isTurned = phrases.isRightToLeft && (status == .onTrack || status == .movingAway)
    self.init(html.bytes, width: 16, height: 16, phrases, isMirrored: isTurned)
  }

  init(_ road: Road, _ phrases: Phrases) {
    var html = HTMLWriter(phrases)
    road.write(into: &html, isMirrored: phrases.isRightToLeft)
    self.init(html.bytes, width: 320, height: Double(road.height), phrases, isMirrored: phrases.isRightToLeft)
  }

  /// - Parameter svg: one element as pages have it.
  private init(_ svg: [UInt8], width: Double, height: Double, _ phrases: Phrases, isMirrored: Bool = false) {
    self.width = width
    self.height = height
    bytes = svg.withUnsafeBufferPointer { svg in
      guard let close = svg.firstIndex(of: UInt8(ascii: ">")), let end = svg.lastIndex(of: UInt8(ascii: "<")) else {
        preconditionFailure("a drawing is one element with content")
      }
      var bytes = Array("<svg xmlns=\"http://www.w3.org/2000/svg\" xml:lang=\"".utf8)
      bytes += phrases.catalogueLanguage.markupTag.utf8
      bytes += "\"".utf8
      let open = svg[4..<close]
      if !String(decoding: open, as: UTF8.self).contains(" width=") {
        bytes += " width=\"\(String(length: width))\" height=\"\(String(length: height))\"".utf8
      }
      DrawingFiles.append(svg[4...close], to: &bytes)
      bytes += "<style>\(StyleRule.sheet(onPaperFor: DrawingFiles.classes(in: svg[...])))</style>".utf8
      if isMirrored { bytes += "<g transform=\"translate(\(String(length: width)) 0) scale(-1 1)\">".utf8 }
      DrawingFiles.append(svg[(close + 1)..<end], to: &bytes)
      bytes += (isMirrored ? "</g></svg>" : "</svg>").utf8
      return bytes
    }
  }
}

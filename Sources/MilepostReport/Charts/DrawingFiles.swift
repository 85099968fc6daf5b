import MilepostModel

/// The drawings that a page offers as files of their own, cut out of its bytes so that page and file show the same.
///
/// A page offers the drawing of its figure `chart` by a link to `chart.svg`; the file is the wide drawing with the rules of
/// the style sheet that it needs, in the colours of the light theme.
package struct DrawingFiles: Sendable {
  /// The class of links to drawings.
  static let offer = "take"

  /// By the classes of a drawing: few drawings differ in them.
  private var styles: [Set<String>: [UInt8]] = [:]

  /// Those of the page before.
  private var last: [(id: String, bytes: [UInt8])] = []

  package init() {}

  /// Every drawing that the page offers, beside the page.
  ///
  /// - Parameter repeats: whether the page has the text of the page before.
  package mutating func files(
    on file: SiteFile, _ bytes: [UInt8], repeats: Bool
  ) -> [(path: String, bytes: [UInt8])] {
    guard file.path.hasSuffix("/index.html") else { return [] }
    if !repeats {
      last = bytes.withUnsafeBufferPointer { page in
        DrawingFiles.offers(on: page).compactMap { id in drawing(id, on: page).map { (id, $0) } }
      }
    }
    let folder = file.path.dropLast("index.html".utf8.count)
    return last.map { (path: "\(folder)\($0.id).svg", bytes: $0.bytes) }
  }

  /// The ids of the figures whose drawings are offered.
  private static func offers(on page: UnsafeBufferPointer<UInt8>) -> [String] {
    var ids: [String] = []
    var rest = page[...]
    while let mark = rest.firstRange(of: "<a class=\"\(offer)\" href=\"") {
      rest = rest[mark.upperBound...]
      guard let end = rest.firstRange(of: ".svg\"") else { break }
      ids.append(String(decoding: rest[..<end.lowerBound], as: UTF8.self))
    }
    return ids
  }

  private mutating func drawing(_ id: String, on page: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    guard let label = page[...].firstRange(of: " aria-labelledby=\"\(id)-wide-title"),
      let open = page[..<label.lowerBound].lastRange(of: "<svg "),
      let end = page[label.upperBound...].firstRange(of: "</svg>"),
      let close = page[label.upperBound...].firstIndex(of: UInt8(ascii: ">"))
    else { return nil }
    let language = DrawingFiles.language(of: page)
    var bytes = Array(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\"\(language) ".utf8)
    bytes += page[open.upperBound...close]
    bytes += style(for: DrawingFiles.classes(in: page[open.lowerBound..<end.lowerBound]))
    DrawingFiles.append(page[(close + 1)..<end.lowerBound], to: &bytes)
    bytes += "</svg>\n".utf8
    return bytes
  }

  /// Copies marks without what is there for scripts: attributes of data, some of which have no value, as only HTML allows.
  static func append(_ marks: Slice<UnsafeBufferPointer<UInt8>>, to bytes: inout [UInt8]) {
    var rest = marks
    while let mark = rest.firstRange(of: " data-") {
      bytes += rest[..<mark.lowerBound]
      let isOfTag =
        rest[..<mark.lowerBound].last { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: ">") } != UInt8(ascii: ">")
      guard isOfTag else {
        bytes += rest[mark]
        rest = rest[mark.upperBound...]
        continue
      }
      let end = rest[mark.upperBound...].firstIndex { " =>/".utf8.contains($0) } ?? rest.endIndex
      rest = rest[end...]
      guard rest.first == UInt8(ascii: "=") else { continue }
      rest = rest.dropFirst(2)
      rest = rest[(rest.firstIndex(of: UInt8(ascii: "\"")) ?? rest.endIndex)...].dropFirst()
    }
    bytes += rest
  }

  private static func language(of page: UnsafeBufferPointer<UInt8>) -> String {
    guard let mark = page[...].firstRange(of: "<html lang=\""),
      let end = page[mark.upperBound...].firstIndex(of: UInt8(ascii: "\""))
    else { return "" }
    return " xml:lang=\"\(String(decoding: page[mark.upperBound..<end], as: UTF8.self))\""
  }

  static func classes(in drawing: Slice<UnsafeBufferPointer<UInt8>>) -> Set<String> {
    var names: Set<String> = []
    var rest = drawing
    var last: Slice<UnsafeBufferPointer<UInt8>>?
    while let mark = rest.firstRange(of: " class=\"") {
      rest = rest[mark.upperBound...]
      guard let end = rest.firstIndex(of: UInt8(ascii: "\"")) else { break }
      let value = rest[..<end]
      // Marks of a kind follow each other.
      if last.map({ $0.elementsEqual(value) }) == true { continue }
      last = value
      names.formUnion(value.split(separator: UInt8(ascii: " ")).map { String(decoding: $0, as: UTF8.self) })
    }
    return names
  }

  private mutating func style(for classes: Set<String>) -> [UInt8] {
    if let known = styles[classes] { return known }
    let rules = StyleRule.ofPages.filter { $0.applies(to: classes) }.map(\.text).joined(separator: "\n")
    // A drawing has no page around it that would give it a ground and the order of letters.
    let own = "svg{background:\(StyleRule.page)}\ntext{direction:ltr;unicode-bidi:plaintext}"
    let bytes = Array("<style>\(own)\n\(rules)</style>".utf8)
    styles[classes] = bytes
    return bytes
  }
}

extension Slice where Base == UnsafeBufferPointer<UInt8> {
  /// Where the text stands first. Source: Horspool (1980), Practical fast searching in strings.
  fileprivate func firstRange(of text: String) -> Range<Int>? {
    let text = Array(text.utf8)
    // How far the end of the text moves on when it stood below a byte: up to the next place where that byte fits.
    var steps = [Int](repeating: text.count, count: 256)
    for (place, byte) in text.dropLast().enumerated() { steps[Int(byte)] = text.count - 1 - place }
    var end = startIndex + text.count - 1
    while end < endIndex {
      let start = end + 1 - text.count
      if base[end] == text.last, base[start...end].elementsEqual(text) { return start..<end + 1 }
      end += steps[Int(base[end])]
    }
    return nil
  }

  /// Where the text stands last.
  fileprivate func lastRange(of text: String) -> Range<Int>? {
    var place = endIndex - text.utf8.count
    while place >= startIndex {
      if self[place..<place + text.utf8.count].elementsEqual(text.utf8) { return place..<place + text.utf8.count }
      place -= 1
    }
    return nil
  }
}

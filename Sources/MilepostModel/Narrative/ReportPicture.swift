/// A picture of a report's text.
package struct ReportPicture: Hashable, Sendable {
  package enum Format: String, Hashable, Sendable {
    case png = "image/png"
    case jpeg = "image/jpeg"
  }

  /// Relative to the workspace; as the text names it.
  package let file: String
  package let format: Format
  package let width: Int
  package let height: Int
  package let bytes: [UInt8]

  /// - Returns: nil unless the bytes begin as a PNG or JPEG picture that says how large it is.
  package init?(file: String, bytes: [UInt8]) {
    guard let (format, width, height) = ReportPicture.head(of: bytes), width > 0, height > 0 else { return nil }
    self.file = file
    self.bytes = bytes
    self.format = format
    self.width = width
    self.height = height
  }

  private static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

  private static func head(of bytes: [UInt8]) -> (Format, width: Int, height: Int)? {
    // PNG (W3C, 2003), 11.2.2: width and height begin the first chunk.
    if bytes.starts(with: signature), bytes.count >= 24 {
      return (.png, number(bytes[16..<20]), number(bytes[20..<24]))
    }
    guard bytes.starts(with: [0xFF, 0xD8]) else { return nil }
    return frame(of: bytes).map { (.jpeg, $0.width, $0.height) }
  }

  private static func number(_ bytes: ArraySlice<UInt8>) -> Int { bytes.reduce(0) { $0 << 8 | Int($1) } }

  /// The frame header of a JPEG picture. Source: ITU-T T.81, B.2.2.
  private static func frame(of bytes: [UInt8]) -> (width: Int, height: Int)? {
    var place = 2
    while place + 9 <= bytes.count, bytes[place] == 0xFF {
      let marker = bytes[place + 1]
      if marker == 0xFF {
        place += 1
        continue
      }
      // Tables of codes and arithmetic conditioning have numbers among those of frames.
      if (0xC0...0xCF).contains(marker), ![0xC4, 0xC8, 0xCC].contains(marker) {
        return (number(bytes[(place + 7)..<(place + 9)]), number(bytes[(place + 5)..<(place + 7)]))
      }
      place += 2 + number(bytes[(place + 2)..<(place + 4)])
    }
    return nil
  }
}

extension ReportPicture {
  /// Where it stands in the tree of an edition: `pictures/narrative-images-pier.png`.
  package var place: String { "pictures/" + file.slug }
}

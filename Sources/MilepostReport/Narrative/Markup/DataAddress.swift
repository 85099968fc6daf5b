import MilepostModel

/// Addresses that hold what they lead to. Source: Masinter, The "data" URL scheme (RFC 2397).
enum DataAddress {
  static func svg(_ bytes: [UInt8]) -> String { "data:image/svg+xml;base64," + base64(bytes) }

  static func picture(_ picture: ReportPicture) -> String {
    "data:\(picture.format.rawValue);base64," + base64(picture.bytes)
  }

  private static let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  /// Three bytes as four letters. Source: Josefsson, The Base16, Base32, and Base64 data encodings (RFC 4648), 4.
  static func base64(_ bytes: [UInt8]) -> String {
    var text: [UInt8] = []
    text.reserveCapacity((bytes.count + 2) / 3 * 4)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let bits = (0..<3).reduce(0) { $0 << 8 | ($1 < group.count ? Int(group[start + $1]) : 0) }
      for place in 0..<4 {
        text.append(place <= group.count ? letters[bits >> (18 - 6 * place) & 63] : UInt8(ascii: "="))
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}

/// The script of all pages: its parts one after the other, without indentation and lines of comment, which nobody needs to
/// load. A part must not hold a text that goes over several lines.
enum SiteScript {
  static let bytes: [UInt8] = [
    PackageResources.milepost_js, PackageResources.state_js, PackageResources.charts_js,
  ].flatMap(compact)

  static func compact(_ script: [UInt8]) -> [UInt8] {
    var compact: [UInt8] = []
    for line in script.split(separator: UInt8(ascii: "\n")) {
      let code = line.drop { $0 == UInt8(ascii: " ") }
      guard !code.isEmpty, !code.starts(with: "//".utf8) else { continue }
      compact += code
      compact.append(UInt8(ascii: "\n"))
    }
    return compact
  }
}

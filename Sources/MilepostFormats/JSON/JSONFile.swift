import MilepostLanguage
import MilepostModel

extension JSONTree {
  /// Reads a JSON file of a workspace, which is held to what all its texts are.
  ///
  /// - Returns: nil when the file cannot be read as a whole; the reason has been reported.
  static func parse(_ bytes: [UInt8], file: String, into diagnostics: inout Diagnostics) -> JSONNode? {
    guard let text = SourceText(bytes, file: file, into: &diagnostics) else { return nil }
    return parse(text.bytes, file: file, into: &diagnostics)
  }
}

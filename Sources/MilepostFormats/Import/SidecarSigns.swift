import MilepostModel

/// The signs with which the CSV files of a dataflow are written.
package struct SidecarSigns: Hashable, Sendable {
  /// Between cells.
  package let delimiter: UInt8
  /// Of numbers.
  package let decimal: UInt8

  /// nil for a file that is no sidecar; loading the workspace says why.
  package init?(_ sidecar: [UInt8], file: String) {
    var unseen = Diagnostics()
    var reader = NodeReader(languages: [])
    reader.file = file
    guard let node = YAMLTree.parse(sidecar, file: file, into: &unseen),
      let sidecar = reader.element(node, Sidecar.form, of: .dataflow)
    else { return nil }
    delimiter = sidecar.layout.delimiter.rawValue
    decimal = sidecar.layout.decimal.rawValue
  }
}

/// Why a file is no workbook that can be read.
package enum WorkbookFault: Error, Hashable, Sendable {
  case archive(ArchiveFault)
  /// A part is no XML that can be read.
  case markup(part: String, MarkupFault)
  case partMissing(String)
  /// A workbook of another kind, or what looks like one.
  case otherForm(Form)
  /// Something in a part that no workbook has there.
  case contradiction(part: String, String)

  package enum Form: Hashable, Sendable {
    /// The form before 2007, or any form behind a password.
    case compoundFile
    case binary, openDocument
    /// An archive that holds a workbook.
    case archived(String)
  }
}

extension WorkbookFault.Form: CustomStringConvertible {
  package var description: String {
    switch self {
    case .compoundFile: "it is in the form before 2007, or locked with a password"
    case .binary: "it is a binary workbook (.xlsb)"
    case .openDocument: "it is an OpenDocument file"
    case .archived(let name): "it is an archive that holds '\(name)'"
    }
  }
}

package import MilepostModel

/// Why a file is no document that can be read.
package enum DocumentFault: Error, Hashable, Sendable {
  case archive(ArchiveFault)
  /// A part that a document must have is missing.
  case partMissing(String)
  /// A part is no XML that can be read.
  case markup(part: String, MarkupFault)
}

extension DocumentFault {
  /// What a person is told.
  ///
  /// - Parameter file: of the document.
  package func diagnostic(of file: String) -> Diagnostic {
    let position = SourcePosition.wholeFile(file)
    func damaged(_ message: String) -> Diagnostic {
      Diagnostic(
        .error, "MP1301", message, at: position, hint: "save it as .docx in a word processor, without a password")
    }
    func hostile(_ message: String) -> Diagnostic {
      Diagnostic(
        .error, "MP1302", message, at: position, hint: "read no document that somebody may have made to do harm")
    }
    switch self {
    case .archive(.isEncrypted): return damaged("document is locked with a password")
    case .archive(let fault) where fault.isHostile: return hostile("document may do harm: \(fault)")
    case .archive(let fault): return damaged("file is no Word document: \(fault)")
    case .partMissing(let part): return damaged("file is no Word document: there is no '\(part)' in it")
    case .markup(let part, let fault) where fault.reason.isHostile:
      return hostile("'\(part)' may do harm: \(fault.reason)")
    case .markup(let part, let fault): return damaged("'\(part)' is no XML: \(fault.reason) in line \(fault.line)")
    }
  }
}

package import MilepostModel

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
    case .noArchive(let reason): return damaged("file is no Word document: \(reason)")
    case .isEncrypted: return damaged("document is locked with a password")
    case .partMissing(let part): return damaged("file is no Word document: there is no '\(part)' in it")
    case .noMarkup(let part, let reason, let line): return damaged("'\(part)' is no XML: \(reason) in line \(line)")
    case .hasDocumentType(let part): return hostile("'\(part)' declares a document type")
    case .tooManyParts(let count): return hostile("document has \(count) parts, more than \(ArchiveReader.partLimit)")
    case .tooLarge(let part, let bytes):
      return hostile("'\(part)' has \(bytes) bytes, more than \(ArchiveReader.sizeLimit)")
    case .swells(let part, let times):
      return hostile("'\(part)' becomes \(times) times as large, more than \(ArchiveReader.ratioLimit)")
    case .tooManyElements(let part):
      return hostile("'\(part)' has more than \(MarkupTree.elementLimit) elements")
    case .tooDeep(let part):
      return hostile("elements of '\(part)' are nested deeper than \(MarkupTree.depthLimit) levels")
    }
  }
}

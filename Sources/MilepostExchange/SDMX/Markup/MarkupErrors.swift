import MilepostLanguage
package import MilepostModel

extension SDMX {
  /// What a server says when it has no answer: root `Error`.
  package struct ErrorMessage: Hashable, Sendable {
    /// As the guidelines for web services number them: `100` no results, `140` syntax, `150` meaning.
    package let code: String
    package let text: LocalizedText?

    package init(code: String, text: LocalizedText?) {
      self.code = code
      self.text = text
    }
  }

  package static func markup(of errors: [ErrorMessage], _ version: MarkupVersion) -> [UInt8] {
    var xml = MarkupWriter()
    xml.bytes.append(MarkupWriter.declaration)
    xml.element("mes:Error", [("xmlns:mes", version.message), ("xmlns:com", version.common)]) { xml in
      for error in errors {
        xml.element("mes:ErrorMessage", [("code", error.code)]) { $0.names("com:Text", error.text) }
      }
    }
    return xml.bytes
  }
}

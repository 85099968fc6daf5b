package import MilepostModel

extension MarkupFault {
  /// What a person is told.
  package func diagnostic(of file: String) -> Diagnostic {
    let position = SourcePosition(file: file, line: line, column: column)
    switch reason {
    case .encoding, .notUTF8, .character:
      return Diagnostic(
        .error, "MP1502", "file cannot be read as text: \(reason)", at: position,
        hint: "ask for the file in UTF-8, or save it so")
    case .documentType, .undefinedEntity:
      return Diagnostic(
        .error, "MP1503", "XML is not taken as it is: \(reason)", at: position,
        hint: "ask for a file without document type and entities; SDMX has none")
    case .exceeds:
      return Diagnostic(
        .error, "MP1504", "XML may do harm: \(reason)", at: position,
        hint: "look whether the file is what it is said to be; no honest message is like that")
    case .notWellFormed, .isEmpty, .endsEarly:
      return Diagnostic(
        .error, "MP1501", "file is no XML: \(reason)", at: position,
        hint: "fetch the file anew; an answer in HTML or one that was cut off looks like this")
    }
  }
}

extension Diagnostic {
  static func noMessage(_ root: String, at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP1520", "root element '\(root)' is none of SDMX-ML", at: position,
      hint: "SDMX-ML 2.1, 3.0 and 3.1 are read: Structure, GenericData, StructureSpecificData")
  }

  static func isErrorMessage(_ errors: [SDMX.ErrorMessage], at position: SourcePosition) -> Self {
    let texts = errors.map { error in
      "\(error.code) " + (error.text.map { $0.best(of: [LanguageTag("en")]).text } ?? "without a text")
    }
    return Diagnostic(
      .error, "MP1521", "file is a server's error message: \(texts.joined(separator: "; "))", at: position,
      hint: "ask the server for something that it has")
  }

  static func attributeMissing(_ name: String, at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP1522", "element has no '\(name)'", at: position, hint: "ask the sender for a message of the standard")
  }

  static func partMissing(_ element: String, _ part: String, at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP1522", "'\(element)' has no '\(part)'", at: position,
      hint: "ask the sender for a message of the standard")
  }

  static func noReference(_ text: String, at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP1523", "'\(text)' refers to no artefact", at: position,
      hint: "a reference is a URN such as urn:sdmx:org.sdmx.infomodel.codelist.Codelist=AGENCY:CL_AREA(1.0.0)")
  }

  static func noVersion(_ text: String, at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP1523", "'\(text)' is no version", at: position, hint: "a version is numbers with points: 1.0.0")
  }

  static func artefactsNotRead(_ name: String, at position: SourcePosition) -> Self {
    Diagnostic(
      .warning, "MP1524", "'\(name)' is not read", at: position,
      hint: "codes, concepts, data structures, dataflows, constraints, categories and organisations are")
  }

  static func footer(_ text: String, at position: SourcePosition) -> Self {
    Diagnostic(
      .warning, "MP1525", "the sender says: \(text)", at: position,
      hint: "the message may lack a part of what was asked for")
  }

  static func noStatedStructure(_ id: String?, at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP1526",
      id.map { "data set is of structure '\($0)', which the header does not have" }
        ?? "data set does not say of which structure it is", at: position,
      hint: "ask the sender for a message whose header names its structures")
  }

  static func keyIncomplete(_ dimension: String, at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP1527", "series or observation has no code of '\(dimension)'", at: position,
      hint: "a key has a code for each dimension of its data structure")
  }

  static func measureAtSeries(_ measure: String, at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP1528", "series has a value of measure '\(measure)'", at: position,
      hint: "values stand at observations, each with its period")
  }

  static func periodMissing(at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP1527", "observation has no period", at: position, hint: "data by time has a period at each value")
  }
}

import MilepostLanguage
package import MilepostModel

extension SDMX {
  /// Reads SDMX-JSON data 1.0, 2.0 or 2.1, observation by observation.
  ///
  /// - Parameter structures: what says which codes there are; when it is empty, codes are not looked up.
  /// - Returns: nil when the file is no such message, or at its first fault.
  package static func readJSON(
    _ bytes: [UInt8], file: String, structures: Structures = Structures(), into diagnostics: inout Diagnostics
  ) -> DataMessage? {
    guard let start = startOfText(bytes.span, file: file, into: &diagnostics) else { return nil }
    var reader = JSONDataReader(JSONScanner(bytes[start...], file: file), structures)
    do throws(JSONFault) {
      let message = try reader.message()
      reader.findings.finish(into: &diagnostics)
      diagnostics.report(contentsOf: reader.repeatedKeys)
      return reader.repeatedKeys.isEmpty ? message : nil
    } catch {
      diagnostics.report(error.finding)
      return nil
    }
  }

  struct JSONDataReader {
    private var scanner: JSONScanner
    private(set) var repeatedKeys = Diagnostics()
    private(set) var findings = FileFindings()
    private let known: Structures
    private var meta: JSONNode?
    private var structures: [JSONNode] = []
    /// Where arrays of data sets begin; they are read when all structures are known.
    private var dataSets: [JSONScanner] = []

    init(_ scanner: JSONScanner, _ known: Structures) {
      self.scanner = scanner
      self.known = known
    }

    mutating func message() throws(JSONFault) -> DataMessage {
      scanner.passBlanks()
      try readParts(depth: 0)
      scanner.passBlanks()
      if scanner.next != nil { throw scanner.fault("the end of the file") }
      guard let meta, !structures.isEmpty, !dataSets.isEmpty else {
        throw JSONFault(finding: .notJSONMessage("data", scanner.file))
      }
      let header = JSONArtefacts(file: scanner.file, meta: meta).header(meta)
      var sets: [DataSet] = []
      var keys = Diagnostics()
      let (structures, known) = (structures, known)
      for var place in dataSets {
        try place.items { scanner throws(JSONFault) in
          var reader = JSONDataSetReader(structures, known)
          sets.append(try reader.read(&scanner, &keys))
          reader.check(sets[sets.count - 1], into: &self.findings)
        }
      }
      repeatedKeys.report(contentsOf: keys)
      return DataMessage(header: header, dataSets: sets)
    }

    /// The members of the message, and those of its `data`.
    private mutating func readParts(depth: Int) throws(JSONFault) {
      var (meta, structures, sets, keys) = (meta, structures, dataSets, repeatedKeys)
      var inner: JSONScanner?
      try scanner.members { scanner, key throws(JSONFault) in
        switch key {
        case "meta", "header": meta = try scanner.value(depth: 1, into: &keys)
        case "structure": structures.append(try scanner.value(depth: 1, into: &keys))
        case "structures": structures += try scanner.value(depth: 1, into: &keys).items ?? []
        case "dataSets":
          sets.append(scanner)
          try scanner.skipValue()
        case "data" where depth == 0:
          inner = scanner
          try scanner.skipValue()
        default: try scanner.skipValue()
        }
      }
      (self.meta, self.structures, dataSets, repeatedKeys) = (meta, structures, sets, keys)
      guard let inner else { return }
      let end = scanner
      scanner = inner
      try readParts(depth: 1)
      scanner = end
    }
  }
}

extension JSONScanner {
  /// Passes an object, handing out each key with its value next.
  mutating func members(_ take: (inout JSONScanner, String) throws(JSONFault) -> Void) throws(JSONFault) {
    guard passIfNext("{") else { throw fault("'{'") }
    passBlanks()
    if passIfNext("}") { return }
    while true {
      guard next == UInt8(ascii: "\"") else { throw fault("a key in quotes") }
      let key = try string()
      passBlanks()
      guard passIfNext(":") else { throw fault("':'") }
      passBlanks()
      try take(&self, key)
      passBlanks()
      if passIfNext("}") { return }
      guard passIfNext(",") else { throw fault("',' or '}'") }
      passBlanks()
    }
  }

  /// Passes an array, handing out each item as the next value.
  mutating func items(_ take: (inout JSONScanner) throws(JSONFault) -> Void) throws(JSONFault) {
    guard passIfNext("[") else { throw fault("'['") }
    passBlanks()
    if passIfNext("]") { return }
    while true {
      try take(&self)
      passBlanks()
      if passIfNext("]") { return }
      guard passIfNext(",") else { throw fault("',' or ']'") }
      passBlanks()
    }
  }

  /// Passes a value without keeping it.
  mutating func skipValue(depth: Int = 1) throws(JSONFault) {
    switch next {
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      guard depth < JSONTree.maximumDepth else {
        throw JSONFault(finding: .jsonTooDeep(at: place.position(in: file)))
      }
      if next == UInt8(ascii: "{") {
        try members { scanner, _ throws(JSONFault) in try scanner.skipValue(depth: depth + 1) }
      } else {
        try items { scanner throws(JSONFault) in try scanner.skipValue(depth: depth + 1) }
      }
    case UInt8(ascii: "\""): _ = try string()
    case UInt8(ascii: "t"): _ = try word("true", .null)
    case UInt8(ascii: "f"): _ = try word("false", .null)
    case UInt8(ascii: "n"): _ = try word("null", .null)
    default: _ = try numberText()
    }
  }
}

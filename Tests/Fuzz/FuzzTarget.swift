import Glibc

@testable import MilepostExchange
@testable import MilepostFormats
@testable import MilepostModel

/// The readers that strangers' bytes reach; the variable FUZZ_READER names the one that gets the inputs.
enum FuzzedReader: String, CaseIterable {
  case csv
  case jsonData = "json-data"
  case jsonStructure = "json-structure"
  case mlData = "ml-data"
  case mlStructure = "ml-structure"
  case xlsx, docx, table, yaml, markdown, expression

  static let chosen: FuzzedReader = {
    guard let name = getenv("FUZZ_READER").map({ String(cString: $0) }), let reader = FuzzedReader(rawValue: name)
    else { preconditionFailure("FUZZ_READER is one of \(allCases.map(\.rawValue).joined(separator: ", "))") }
    return reader
  }()

  /// A crash, a hang or a leak is what is looked for; what the reader finds in the input is not.
  func read(_ bytes: [UInt8]) {
    var findings = Diagnostics()
    switch self {
    case .csv:
      for structures in [smallStructure, SDMX.Structures()] {
        write(SDMX.readCSV(bytes, file: "m.csv", structures: structures, into: &findings))
      }
    case .jsonData:
      for structures in [smallStructure, SDMX.Structures()] {
        write(SDMX.readJSON(bytes, file: "m.json", structures: structures, into: &findings))
      }
    case .jsonStructure:
      if let message = SDMX.readJSONStructures(bytes, file: "m.json", into: &findings) { write(message) }
    case .mlData, .mlStructure:
      let message = try? SDMX.readMarkup(
        ByteSource(bytes), file: "m.xml", structures: smallStructure, into: &findings)
      switch message {
      case .data(let message): write(message)
      case .structures(let message): write(message)
      case nil: return
      }
    case .xlsx: _ = SheetTable(FuzzedParts.book(bytes), file: "b.xlsx", sheet: nil, into: &findings)
    case .docx: _ = try? readWordDocument(FuzzedParts.document(bytes))
    case .table: FuzzedWorkspace.readTable(bytes)
    case .yaml: FuzzedWorkspace.readYAML(bytes)
    case .markdown: FuzzedWorkspace.readChapter(bytes)
    case .expression:
      let start = SourcePosition(file: "e.yaml", line: 1, column: 1)
      _ = parseExpression(String(decoding: bytes, as: UTF8.self), at: start, into: &findings)
    }
  }

  /// Writes what was read, since it goes on to the writers.
  private func write(_ message: SDMX.DataMessage?) {
    guard let sets = message?.dataSets, !sets.isEmpty, sets.count < 9 else { return }
    var sink: [UInt8] = []
    let layouts = sets.map(\.layout)
    var csv = SDMX.CSVDataWriter(
      SDMX.CSVForm(.twoOne, labels: .both), structures: smallStructure.resolve(layouts), layouts: layouts)
    csv.write(sets, into: &sink)
  }

  private func write(_ message: SDMX.StructureMessage) {
    var sink: [UInt8] = []
    SDMX.writeJSON(message, SDMX.JSONForm(.two), into: &sink)
    _ = SDMX.markup(of: message, .v3_0)
    for flow in message.structures.dataflows { _ = message.structures.resolve(flow.reference) }
  }
}

/// Called by libFuzzer with one input after the other.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  FuzzedReader.chosen.read(Array(UnsafeBufferPointer(start: start, count: count)))
  return 0
}

/// Called once: with FUZZ_SEEDS it writes sound messages for the reader into that folder, from which mutation begins.
@_cdecl("LLVMFuzzerInitialize")
public func prepare(_ count: UnsafeMutableRawPointer?, _ arguments: UnsafeMutableRawPointer?) -> CInt {
  guard let folder = getenv("FUZZ_SEEDS").map({ String(cString: $0) }) else { return 0 }
  for (number, seed) in FuzzedReader.chosen.seeds.enumerated() {
    guard let file = fopen("\(folder)/made-\(number)", "w") else { preconditionFailure("cannot write to \(folder)") }
    fwrite(seed, 1, seed.count, file)
    fclose(file)
  }
  exit(0)
}

extension FuzzedReader {
  private var header: SDMX.Header { SDMX.Header(id: "X1", prepared: "2020-04-29T10:00:00Z", sender: SDMX.Party("MP")) }

  var seeds: [[UInt8]] {
    var generator = MessageGenerator(seed: 3)
    let sets = [generator.dataSet(), generator.dataSet(action: .replace)]
    let layouts = sets.map(\.layout)
    let structures = smallStructure.resolve(layouts)
    let message = SDMX.StructureMessage(header: header, structures: smallStructure)
    switch self {
    case .csv:
      return SDMX.CSVForm.Version.allCases.flatMap { version in
        SDMX.CSVForm.Labels.allCases.map { labels in
          let form = SDMX.CSVForm(version, labels: labels, keys: labels == .id ? .none : .both)
          return written(sets, SDMX.CSVDataWriter(form, structures: structures, layouts: layouts))
        }
      }
    case .jsonData:
      return SDMX.JSONForm.Version.allCases.map { version in
        let form = SDMX.JSONForm(version)
        let sets = version == .one ? [sets[0]] : sets
        return written(
          sets, SDMX.JSONDataWriter(form, header: header, structures: structures, layouts: sets.map(\.layout)))
      }
    case .jsonStructure:
      return [SDMX.JSONForm.Version.two, .twoOne].map { version in
        var sink: [UInt8] = []
        SDMX.writeJSON(message, SDMX.JSONForm(version), into: &sink)
        return sink
      }
    case .mlData:
      let forms: [SDMX.MarkupDataForm] = [
        .generic, .genericTimeSeries, .structureSpecific(.v2_1), .structureSpecific(.v3_0),
      ]
      return forms.flatMap { form in
        [SDMX.ObservationLevel.time, .allDimensions].map { level in
          written(
            sets,
            SDMX.MarkupDataWriter(form, header: header, structures: [layouts[0].structure], level: level))
        }
      }
    case .mlStructure: return SDMX.MarkupVersion.allCases.map { SDMX.markup(of: message, $0) }
    case .xlsx, .docx, .table, .yaml, .markdown, .expression: return []
    }
  }

  private func written(_ sets: [SDMX.DataSet], _ writer: some SDMX.DataWriter) -> [UInt8] {
    var (writer, sink): (_, [UInt8]) = (writer, [])
    writer.write(sets, into: &sink)
    return sink
  }
}

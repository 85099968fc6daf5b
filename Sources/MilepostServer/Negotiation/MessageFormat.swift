import MilepostExchange

/// A format of messages with its version.
enum MessageFormat: String, Hashable, CaseIterable {
  case genericData21 = "application/vnd.sdmx.genericdata+xml;version=2.1"
  case structureSpecificData21 = "application/vnd.sdmx.structurespecificdata+xml;version=2.1"
  case genericTimeSeries21 = "application/vnd.sdmx.generictimeseriesdata+xml;version=2.1"
  case structureSpecificTimeSeries21 = "application/vnd.sdmx.structurespecifictimeseriesdata+xml;version=2.1"
  case dataXML30 = "application/vnd.sdmx.data+xml;version=3.0.0"
  case dataXML31 = "application/vnd.sdmx.data+xml;version=3.1.0"
  case dataJSON10 = "application/vnd.sdmx.data+json;version=1.0.0"
  case dataJSON20 = "application/vnd.sdmx.data+json;version=2.0.0"
  case dataJSON21 = "application/vnd.sdmx.data+json;version=2.1.0"
  case dataCSV10 = "application/vnd.sdmx.data+csv;version=1.0.0"
  case dataCSV20 = "application/vnd.sdmx.data+csv;version=2.0.0"
  case dataCSV21 = "application/vnd.sdmx.data+csv;version=2.1.0"
  case structureXML21 = "application/vnd.sdmx.structure+xml;version=2.1"
  case structureXML30 = "application/vnd.sdmx.structure+xml;version=3.0.0"
  case structureXML31 = "application/vnd.sdmx.structure+xml;version=3.1.0"
  case structureJSON10 = "application/vnd.sdmx.structure+json;version=1.0.0"
  case structureJSON20 = "application/vnd.sdmx.structure+json;version=2.0.0"
  case structureJSON21 = "application/vnd.sdmx.structure+json;version=2.1.0"
  case schemaXML21 = "application/vnd.sdmx.schema+xml;version=2.1"
  case schemaXML30 = "application/vnd.sdmx.schema+xml;version=3.0.0"
  case schemaXML31 = "application/vnd.sdmx.schema+xml;version=3.1.0"
  case schemaJSON20 = "application/vnd.sdmx.schema+json;version=2.0.0"
  case schemaJSON21 = "application/vnd.sdmx.schema+json;version=2.1.0"

  /// As an answer states it, without parameters.
  var contentType: String { rawValue }

  var subtype: Substring { rawValue.split(separator: ";")[0].dropFirst("application/".count) }
  var version: Substring { rawValue.split(separator: "=")[1] }

  /// The messages that a schema is for; nil for other formats.
  enum Schemed {
    case markup(SDMX.MarkupVersion)
    case json(SDMX.JSONForm.Version)
  }

  var schemed: Schemed? {
    switch self {
    case .schemaXML21: .markup(.v2_1)
    case .schemaXML30: .markup(.v3_0)
    case .schemaXML31: .markup(.v3_1)
    case .schemaJSON20: .json(.two)
    case .schemaJSON21: .json(.twoOne)
    case _: nil
    }
  }

  /// What it is made of.
  enum Syntax: String, Hashable { case xml, json, csv }

  var syntax: Syntax {
    if subtype.hasSuffix("+xml") { .xml } else if subtype.hasSuffix("+json") { .json } else { .csv }
  }

  var isCSV: Bool { syntax == .csv }
}

/// Which of its forms a table has.
struct TableForm: Equatable {
  typealias Labels = SDMX.CSVForm.Labels
  typealias TimeFormat = SDMX.CSVForm.TimeFormat
  typealias Keys = SDMX.CSVForm.Keys

  var labels = Labels.id
  var timeFormat = TimeFormat.original
  var keys = Keys.none
}

/// The format in which a request is answered.
struct Negotiated: Equatable {
  let format: MessageFormat
  let table: TableForm
  /// The Content-Type of the answer.
  var contentType: String {
    guard format.isCSV else { return format.contentType }
    var text = format.contentType + ";labels=\(table.labels.rawValue);timeFormat=\(table.timeFormat.rawValue)"
    if format != .dataCSV10 { text += ";keys=\(table.keys.rawValue)" }
    return text
  }
}

/// What can be asked for, and what of it a client gets.
struct Offer: Equatable {
  /// In the order of preference.
  let formats: [MessageFormat]
  /// Where no Accept header is sent.
  let standard: MessageFormat
  /// Where the client takes anything.
  ///
  /// The standard has JSON for both in version 2, and the Python client sdmx1, which sends `*/*`, reads no JSON structures.
  let anything: MessageFormat

  static func data(_ interface: InterfaceVersion) -> Offer {
    switch interface {
    case .v1:
      Offer(
        formats: [
          .genericData21, .structureSpecificData21, .genericTimeSeries21, .structureSpecificTimeSeries21, .dataJSON10,
          .dataCSV10, .dataCSV20, .dataCSV21,
        ], standard: .genericData21, anything: .genericData21)
    case .v2:
      Offer(
        formats: [
          .dataJSON20, .dataXML30, .dataCSV20, .dataJSON21, .dataXML31, .dataCSV21, .dataCSV10,
        ], standard: .dataJSON20,
        anything: .dataXML30)
    }
  }

  static func structure(_ interface: InterfaceVersion) -> Offer {
    switch interface {
    case .v1:
      Offer(formats: [.structureXML21, .structureJSON10], standard: .structureXML21, anything: .structureXML21)
    case .v2:
      Offer(
        formats: [.structureJSON20, .structureXML30, .structureJSON21, .structureXML31], standard: .structureJSON20,
        anything: .structureXML30)
    }
  }

  /// Version 1 has a schema where nothing is said, version 2 the structure, which is what clients ask for.
  static func schema(_ interface: InterfaceVersion) -> Offer {
    let structures = structure(interface)
    switch interface {
    case .v1:
      return Offer(formats: [.schemaXML21] + structures.formats, standard: .schemaXML21, anything: .schemaXML21)
    case .v2:
      return Offer(
        formats: structures.formats + [.schemaJSON20, .schemaXML30, .schemaJSON21, .schemaXML31],
        standard: structures.standard,
        anything: structures.anything)
    }
  }

  /// - Parameters:
  ///   - accept: the header; nil where there is none.
  ///   - format: the query parameter `format`, which goes before the header: a media type or `xml`, `json`, `csv`.
  ///   - version: the query parameter `formatVersion`.
  func negotiated(accept: String?, format: String?, version: String?) throws(RequestFault) -> Negotiated {
    if let format {
      let asked = format.contains("/") ? format : "application/\(format)"
      return try chosen(MediaRange.list(version.map { asked + ";version=" + $0 } ?? asked), asked: format)
    }
    guard let accept, accept.contains(where: { $0 != " " }) else {
      return Negotiated(format: standard, table: TableForm())
    }
    return try chosen(MediaRange.list(accept), asked: accept)
  }

  private func chosen(_ ranges: [MediaRange], asked: String) throws(RequestFault) -> Negotiated {
    for range in ranges where range.quality > 0 {
      guard let format = format(for: range), !isRefused(format, ranges) else { continue }
      return Negotiated(format: format, table: try table(range, format))
    }
    let known = formats.map(\.contentType).joined(separator: ", ")
    throw RequestFault(.notAcceptable, "There is nothing in '\(asked)'. There is: \(known).")
  }

  private func format(for range: MediaRange) -> MessageFormat? {
    if range.isAnything { return anything }
    func first(_ syntax: MessageFormat.Syntax) -> MessageFormat? {
      ([standard] + formats).first { $0.syntax == syntax && range.admits(version: String($0.version)) }
    }
    switch (range.type, range.subtype) {
    case ("application", "*"): return anything
    case ("application", "xml"), ("text", "xml"): return first(.xml)
    case ("application", "json"): return first(.json)
    case ("text", "csv"), ("application", "csv"), ("text", "*"): return first(.csv)
    case ("application", let subtype):
      return formats.first { $0.subtype == subtype && range.admits(version: String($0.version)) }
        ?? (standard.syntax == .xml && range.parameters["version"] == "1.0"
          ? formats.first { $0.subtype == subtype } : nil)
    default: return nil
    }
  }

  /// Whether another range of the header says that the format is not wanted.
  private func isRefused(_ format: MessageFormat, _ ranges: [MediaRange]) -> Bool {
    ranges.contains { range in
      range.quality == 0 && range.type == "application" && format.subtype == range.subtype
        && range.admits(version: String(format.version))
    }
  }

  private func table(_ range: MediaRange, _ format: MessageFormat) throws(RequestFault) -> TableForm {
    var table = TableForm()
    guard format.isCSV else { return table }
    func word<Word: RawRepresentable & CaseIterable>(
      _ name: String, _ type: Word.Type
    ) throws(RequestFault) -> Word? where Word.RawValue == String {
      guard let text = range.parameters[name.lowercased()] else { return nil }
      guard let word = Word(rawValue: text.lowercased()) else {
        throw RequestFault(.notAcceptable, "'\(text)' is no value for '\(name)'.")
      }
      return word
    }
    if let labels = try word("labels", TableForm.Labels.self) { table.labels = labels }
    if let time = try word("timeFormat", TableForm.TimeFormat.self) { table.timeFormat = time }
    if let keys = try word("keys", TableForm.Keys.self) { table.keys = keys }
    guard format != .dataCSV10 || table.labels != .name else {
      throw RequestFault(.notAcceptable, "labels=name came with version 2.0.0 of the table; labels=both is there.")
    }
    return table
  }
}

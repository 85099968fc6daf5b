import MilepostExchange
import MilepostModel
import MilepostStore

/// Writes data in the format that was agreed on.
struct DataWriting {
  private let negotiated: Negotiated
  private let level: SDMX.ObservationLevel
  private let structures: [SDMX.Reference: SDMX.ResolvedStructure]
  private let languages: [LanguageTag]
  private let head: AnswerHead

  /// - Parameter structures: those of the flows that the data sets are of.
  init(
    _ negotiated: Negotiated, _ level: SDMX.ObservationLevel,
    _ structures: [SDMX.Reference: SDMX.ResolvedStructure], _ languages: [LanguageTag], _ head: AnswerHead
  ) {
    self.negotiated = negotiated
    self.level = level
    self.structures = structures
    self.languages = languages
    self.head = head
  }

  func writer(_ layouts: [SDMX.DataSetLayout]) -> any SDMX.DataWriter {
    switch negotiated.format {
    case .genericData21: markup(.generic, layouts)
    case .structureSpecificData21: markup(.structureSpecific(.v2_1), layouts)
    case .genericTimeSeries21: markup(.genericTimeSeries, layouts)
    case .structureSpecificTimeSeries21: markup(.structureSpecificTimeSeries, layouts)
    case .dataXML30: markup(.structureSpecific(.v3_0), layouts)
    case .dataXML31: markup(.structureSpecific(.v3_1), layouts)
    case .dataJSON10: json(.one, layouts)
    case .dataJSON20: json(.two, layouts)
    case .dataJSON21: json(.twoOne, layouts)
    case .dataCSV10: table(.one, layouts)
    case .dataCSV20: table(.two, layouts)
    case .dataCSV21: table(.twoOne, layouts)
    case .structureXML21, .structureXML30, .structureXML31, .structureJSON10, .structureJSON20, .structureJSON21,
      .schemaXML21, .schemaXML30, .schemaXML31, .schemaJSON20, .schemaJSON21:
      preconditionFailure("data is offered in formats of data")
    }
  }

  private func markup(_ form: SDMX.MarkupDataForm, _ layouts: [SDMX.DataSetLayout]) -> any SDMX.DataWriter {
    var stated: [SDMX.Reference] = []
    for layout in layouts where !stated.contains(layout.structure) { stated.append(layout.structure) }
    return SDMX.MarkupDataWriter(form, header: head.header(), structures: stated, level: level)
  }

  private func json(_ version: SDMX.JSONForm.Version, _ layouts: [SDMX.DataSetLayout]) -> any SDMX.DataWriter {
    SDMX.JSONDataWriter(
      SDMX.JSONForm(version, languages: languages), header: head.header(), structures: structures, layouts: layouts,
      level: level)
  }

  private func table(_ version: SDMX.CSVForm.Version, _ layouts: [SDMX.DataSetLayout]) -> any SDMX.DataWriter {
    let table = negotiated.table
    return SDMX.CSVDataWriter(
      SDMX.CSVForm(
        version, labels: table.labels, timeFormat: table.timeFormat, keys: table.keys, languages: languages),
      structures: table.labels == .id ? [:] : structures, layouts: layouts)
  }

  /// The message, sent in parts of some tens of kilobytes as they are made.
  static func body<Store: ReleaseStore>(
    _ sets: [PlannedSet<Store>], _ writer: any SDMX.DataWriter
  ) -> Answer.Body {
    .parts { send in
      var writer = writer
      var bytes: [UInt8] = []
      writer.begin(into: &bytes)
      for set in sets {
        writer.begin(set.layout, into: &bytes)
        var batches = set.batches
        while let batch = try await batches.nextBatchInTurn() {
          for series in batch {
            writer.append(series, into: &bytes)
            guard bytes.count > 65_536 else { continue }
            try await send(bytes)
            bytes.removeAll(keepingCapacity: true)
          }
        }
        writer.endDataSet(into: &bytes)
      }
      writer.end(into: &bytes)
      try await send(bytes)
    }
  }
}

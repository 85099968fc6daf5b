import MilepostExchange
import MilepostModel
import MilepostStore

/// Writes data in the format that was agreed on.
struct DataWriting {
  private let negotiated: Negotiated
  private let form: DataForm
  private let view: FlowView
  private let languages: [LanguageTag]
  private let head: AnswerHead

  init(_ negotiated: Negotiated, _ form: DataForm, _ view: FlowView, _ languages: [LanguageTag], _ head: AnswerHead) {
    self.negotiated = negotiated
    self.form = form
    self.view = view
    self.languages = languages
    self.head = head
  }

  func writer(_ layouts: [SDMX.DataSetLayout]) -> any SDMX.DataWriter {
    switch negotiated.format {
    case .genericData21: markup(.generic)
    case .structureSpecificData21: markup(.structureSpecific(.v2_1))
    case .genericTimeSeries21: markup(.genericTimeSeries)
    case .structureSpecificTimeSeries21: markup(.structureSpecificTimeSeries)
    case .dataXML30: markup(.structureSpecific(.v3_0))
    case .dataXML31: markup(.structureSpecific(.v3_1))
    case .dataJSON10: json(.one, layouts)
    case .dataJSON20: json(.two, layouts)
    case .dataJSON21: json(.twoOne, layouts)
    case .dataCSV10: table(.one, layouts)
    case .dataCSV20: table(.two, layouts)
    case .dataCSV21: table(.twoOne, layouts)
    case .structureXML21, .structureXML30, .structureXML31, .structureJSON20, .structureJSON21:
      preconditionFailure("data is offered in formats of data")
    }
  }

  private var structure: SDMX.ResolvedStructure? { view.catalogue.structures.resolve(view.flow.reference) }

  private func markup(_ form: SDMX.MarkupDataForm) -> any SDMX.DataWriter {
    SDMX.MarkupDataWriter(form, header: head.header(), structures: [view.flow.reference], level: self.form.level)
  }

  private func json(_ version: SDMX.JSONForm.Version, _ layouts: [SDMX.DataSetLayout]) -> any SDMX.DataWriter {
    SDMX.JSONDataWriter(
      SDMX.JSONForm(version, languages: languages), header: head.header(), structure: structure, layouts: layouts,
      level: form.level)
  }

  private func table(_ version: SDMX.CSVForm.Version, _ layouts: [SDMX.DataSetLayout]) -> any SDMX.DataWriter {
    let table = negotiated.table
    return SDMX.CSVDataWriter(
      SDMX.CSVForm(
        version, labels: table.labels, timeFormat: table.timeFormat, keys: table.keys, languages: languages),
      structure: table.labels == .id ? nil : structure, layouts: layouts)
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
        while let batch = try batches.nextBatch() {
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

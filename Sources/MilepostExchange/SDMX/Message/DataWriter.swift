extension SDMX {
  /// Writes data sets series by series, so that a large answer need not be held at once: after each call the sink may be
  /// sent and emptied.
  ///
  /// Called in this order: `begin`, then for each data set `begin`, `append` for each series, `endDataSet`; then `end`.
  package protocol DataWriter: Sendable {
    /// The head of the message.
    mutating func begin(into sink: inout [UInt8])
    mutating func begin(_ layout: DataSetLayout, into sink: inout [UInt8])
    mutating func append(_ series: Series, into sink: inout [UInt8])
    mutating func endDataSet(into sink: inout [UInt8])
    mutating func end(into sink: inout [UInt8])
  }
}

extension SDMX.DataWriter {
  /// Whole data sets, at once.
  package mutating func write(_ dataSets: [SDMX.DataSet], into sink: inout [UInt8]) {
    begin(into: &sink)
    for dataSet in dataSets {
      begin(dataSet.layout, into: &sink)
      for series in dataSet.series { append(series, into: &sink) }
      endDataSet(into: &sink)
    }
    end(into: &sink)
  }
}

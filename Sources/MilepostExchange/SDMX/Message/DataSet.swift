extension SDMX {
  /// Observations by column; numbers refer to the components of a layout.
  package struct ObservationColumns: Sendable {
    /// Into the periods of the layout; empty where data is not by time.
    package internal(set) var times: [UInt32]
    /// One for each measure of the layout.
    package internal(set) var measures: [MeasureColumn]
    /// One for each attribute of observations of the layout.
    package internal(set) var attributes: [[UInt32]]
    /// The line of the file that each stands in, from 1; empty where lines are not known.
    package internal(set) var lines: [UInt32]

    package init(times: [UInt32], measures: [MeasureColumn], attributes: [[UInt32]], lines: [UInt32] = []) {
      self.times = times
      self.measures = measures
      self.attributes = attributes
      self.lines = lines
    }
  }

  /// One series of a data set: a code in each dimension, and observations.
  package struct Series: Sendable {
    /// Into the dimensions of the layout; `CodedComponent.absent` where a partial key has no code.
    package let key: [UInt32]
    /// Into the attributes of series of the layout.
    package let attributes: [UInt32]
    package let observations: ObservationColumns
    /// Which of `observations` are of this series; none where a message says something of the series alone.
    package let rows: Range<Int>

    package init(key: [UInt32], attributes: [UInt32], observations: ObservationColumns, rows: Range<Int>) {
      self.key = key
      self.attributes = attributes
      self.observations = observations
      self.rows = rows
    }
  }

  /// A data set as a whole: 4 bytes for each code of a series, and for each observation 4 for its time, 8 for a number
  /// and 4 for each attribute.
  package struct DataSet: Sendable {
    package let layout: DataSetLayout
    /// The codes of all series, one series after the other.
    private let keys: [UInt32]
    /// One for each attribute of series of the layout.
    private let seriesAttributes: [[UInt32]]
    /// Rows of series `i` are `starts[i]..<starts[i + 1]`.
    private let starts: [Int]
    package let observations: ObservationColumns

    init(
      layout: DataSetLayout, keys: [UInt32], seriesAttributes: [[UInt32]], starts: [Int],
      observations: ObservationColumns
    ) {
      self.layout = layout
      self.keys = keys
      self.seriesAttributes = seriesAttributes
      self.starts = starts
      self.observations = observations
    }

    package var seriesCount: Int { starts.count - 1 }
    package var observationCount: Int { starts[seriesCount] }

    package func series(at index: Int) -> Series {
      let width = layout.dimensions.count
      return Series(
        key: Array(keys[index * width..<(index + 1) * width]), attributes: seriesAttributes.map { $0[index] },
        observations: observations, rows: starts[index]..<starts[index + 1])
    }

    /// Whether the key of a series lacks a code; such data sets cannot be written as SDMX-JSON.
    package var hasPartialKeys: Bool { keys.contains(CodedComponent.absent) }

    /// Which of `observations` are of a series.
    package func rows(of index: Int) -> Range<Int> { starts[index]..<starts[index + 1] }

    /// The codes of a series and a period, as people write a key: `A.KEN._T.2020`.
    package func keyText(of index: Int, time: UInt32) -> String {
      let width = layout.dimensions.count
      let codes = layout.dimensions.indices.map { layout.dimensions[$0].value(keys[index * width + $0]) }
      let period = layout.time.map { [$0.value(time)] } ?? []
      return (codes + period).map { $0 ?? "*" }.joined(separator: ".")
    }

    /// The data set with only those texts in its layout that occur in it.
    var withoutUnusedValues: DataSet {
      let old = layout
      var (newKeys, attributes, columns) = (keys, seriesAttributes, observations)
      let dimensions = old.dimensions.enumerated().map { place, component in
        component.compacting(&newKeys, from: place, by: old.dimensions.count)
      }
      let upper = old.seriesAttributes.enumerated().map { $1.compacting(&attributes[$0]) }
      let lower = old.observationAttributes.enumerated().map { $1.compacting(&columns.attributes[$0]) }
      let time = old.time?.compacting(&columns.times)
      let layout = DataSetLayout(
        structure: old.structure, action: old.action, id: old.id, validFrom: old.validFrom, validTo: old.validTo,
        dimensions: dimensions, time: time, measures: old.measures, seriesAttributes: upper,
        observationAttributes: lower, attributes: old.attributes, groups: old.groups)
      return DataSet(layout: layout, keys: newKeys, seriesAttributes: attributes, starts: starts, observations: columns)
    }

    /// In the order in which the message named them first.
    package var series: some RandomAccessCollection<Series> { (0..<seriesCount).lazy.map(series(at:)) }
  }
}

extension SDMX.CodedComponent {
  /// The component with only the values that a column of numbers has, in the order of first occurrence; the column is
  /// numbered anew.
  fileprivate func compacting(_ column: inout [UInt32], from start: Int = 0, by step: Int = 1) -> SDMX.CodedComponent {
    let absent = SDMX.CodedComponent.absent
    var numbers = [UInt32](repeating: absent, count: values.count)
    var kept: [String] = []
    for index in stride(from: start, to: column.count, by: step) where column[index] != absent {
      let old = Int(column[index])
      if numbers[old] == absent {
        numbers[old] = UInt32(kept.count)
        kept.append(values[old])
      }
      column[index] = numbers[old]
    }
    return SDMX.CodedComponent(id, values: kept, holdsSeveral: holdsSeveral)
  }
}

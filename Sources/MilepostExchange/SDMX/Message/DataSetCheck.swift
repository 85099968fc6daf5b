import MilepostModel

extension SDMX {
  /// What can only be said of a data set as a whole: codes that are in no codelist, texts that are no period or number,
  /// and observations that stand twice.
  struct DataSetCheck {
    let set: DataSet
    let resolved: ResolvedStructure?
    let file: String
    /// Of the data set itself.
    let start: SourcePosition

    /// - Parameter place: where a value of a component stands first; nil where that is not known.
    func report(
      place: (_ component: String, _ value: String) -> SourcePosition?, into findings: inout FileFindings
    ) {
      let layout = set.layout
      for component in layout.dimensions + layout.seriesAttributes + layout.observationAttributes {
        reportCodes(component.values, of: component.id, place, into: &findings)
      }
      for value in layout.attributes + layout.groups.flatMap(\.attributes) {
        reportCodes([value.value], of: value.id, place, into: &findings)
      }
      if let time = layout.time {
        for text in time.values where Period(text) == nil {
          findings.report(.notAPeriod(text, cells: 1, at: place(time.id, text) ?? start))
        }
      }
      reportNumbers(into: &findings)
      reportDoubled(into: &findings)
    }

    private func reportCodes(
      _ values: [String], of id: String, _ place: (String, String) -> SourcePosition?,
      into findings: inout FileFindings
    ) {
      guard let list = resolved?.component(id)?.codelist else { return }
      let codes = Set(list.items.map(\.id))
      for value in values {
        // Switched off: said of something above this dimension.
        for code in value.split(separator: CodedComponent.separator, omittingEmptySubsequences: false).map(String.init)
        where code != "~" && !codes.contains(code) {
          findings.report(
            .unknownCode(
              code, of: id, list.id, closest: codes.sorted().closest(to: code), cells: 1, at: place(id, value) ?? start)
          )
        }
      }
    }

    private func reportNumbers(into findings: inout FileFindings) {
      guard set.layout.action != .delete else { return }
      for (place, id) in set.layout.measures.enumerated() where resolved?.component(id)?.isNumeric == true {
        for (row, text) in set.observations.measures[place].textsInOrder where !MeasureValue.isNumber(text) {
          findings.report(.notANumber(text, column: id, at: position(row)))
        }
      }
    }

    private func position(_ row: Int) -> SourcePosition {
      let lines = set.observations.lines
      return lines.isEmpty ? start : SourcePosition(file: file, line: Int(lines[row]), column: 1)
    }

    func reportDoubled(into findings: inout FileFindings) {
      guard set.layout.action != .delete else { return }
      let times = set.observations.times
      var lastSeries = [Int](repeating: -1, count: max(1, set.layout.time?.values.count ?? 1))
      var lastRow = [Int](repeating: 0, count: lastSeries.count)
      for series in 0..<set.seriesCount {
        for row in set.rows(of: series) {
          let time = times.isEmpty ? 0 : times[row]
          guard time != CodedComponent.absent else { continue }
          if lastSeries[Int(time)] == series {
            findings.report(
              .observationTwice(
                set.keyText(of: series, time: time), at: position(row), first: position(lastRow[Int(time)])))
          } else {
            lastSeries[Int(time)] = series
            lastRow[Int(time)] = row
          }
        }
      }
    }
  }
}

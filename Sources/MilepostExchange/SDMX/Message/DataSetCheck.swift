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
        codes(of: component.id)?.report(component.values, into: &findings) { place(component.id, $0) ?? start }
      }
      for value in layout.attributes + layout.groups.flatMap(\.attributes) {
        codes(of: value.id)?.report([value.value], into: &findings) { place(value.id, $0) ?? start }
      }
      reportMeasures(into: &findings)
      if let time = layout.time {
        for text in time.values where Period(text) == nil {
          findings.report(.notAPeriod(text, cells: 1, at: place(time.id, text) ?? start))
        }
      }
      reportNumbers(into: &findings)
      reportDoubled(into: &findings)
    }

    /// The codes that a component may have; nil where that is not known.
    private func codes(of id: String) -> KnownCodes? {
      resolved?.component(id)?.codelist.map { KnownCodes($0, of: id) }
    }

    /// Values of measures that are codes: numbers among them too.
    private func reportMeasures(into findings: inout FileFindings) {
      guard set.layout.action != .delete else { return }
      for (place, id) in set.layout.measures.enumerated() {
        guard let codes = codes(of: id) else { continue }
        let column = set.observations.measures[place]
        var known: Set<MeasureValue> = [.absent, .notANumber]
        for row in 0..<column.count where known.insert(column[row]).inserted {
          var text: [UInt8] = []
          text.append(column[row])
          codes.report([String(decoding: text, as: UTF8.self)], into: &findings) { _ in position(row) }
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

  /// The codes of a list, to hold values against.
  private struct KnownCodes {
    private let list: Codelist
    private let component: String
    private let codes: Set<String>

    init(_ list: Codelist, of component: String) {
      self.list = list
      self.component = component
      codes = Set(list.items.map(\.id))
    }

    /// - Parameter position: where a value stands.
    func report(
      _ values: [String], into findings: inout FileFindings, at position: (String) -> SourcePosition
    ) {
      for value in values {
        // Switched off: said of something above this dimension.
        for code in value.split(separator: CodedComponent.separator, omittingEmptySubsequences: false).map(String.init)
        where code != "~" && !codes.contains(code) {
          let closest = findings.isFull(of: "MP1405") ? nil : codes.closest(to: code)
          findings.report(
            .unknownCode(code, of: component, list.id, closest: closest, cells: 1, at: position(value)))
        }
      }
    }
  }
}

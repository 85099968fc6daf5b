extension SDMX {
  /// Writes SDMX-JSON data: series in version 1.0, 2.0 or 2.1; observations alone at the level of all dimensions, and
  /// where data is not by time.
  ///
  /// Version 1.0 has one structure for all data sets, which must then have one layout. The format has no place for a
  /// series whose key lacks a code, as deletions may have it: `DataSet.hasPartialKeys` says whether there is one, and
  /// SDMX-CSV writes it.
  package struct JSONDataWriter: DataWriter {
    private let form: JSONForm
    private let header: Header
    private let structures: [Reference: ResolvedStructure]
    private let isFlat: Bool
    private let layouts: [DataSetLayout]
    private var json = JSONWriter()
    private var current: DataSetLayout?
    private var count = 0

    /// - Parameters:
    ///   - structures: of what the layouts are of; they give names.
    ///   - layouts: of all data sets that will be written, in their order.
    ///   - level: of another dimension the layouts have it in the place of time.
    package init(
      _ form: JSONForm, header: Header, structures: [Reference: ResolvedStructure] = [:], layouts: [DataSetLayout],
      level: ObservationLevel = .time
    ) {
      isFlat = level == .allDimensions
      self.form = form
      self.header = header
      self.structures = structures
      self.layouts = layouts
    }

    package mutating func begin(into sink: inout [UInt8]) {
      json.open("{")
      json.meta(header, form, "data")
      json.key("data")
      json.open("{")
      func write(_ layout: DataSetLayout, sets: [Int], into json: inout JSONWriter) {
        JSONLayoutWriter(form: form, structure: structures[layout.structure], isFlat: isFlat)
          .write(layout, sets: sets, into: &json)
      }
      if form.version == .one {
        if let layout = layouts.first {
          json.key("structure")
          write(layout, sets: [], into: &json)
        }
      } else {
        json.key("structures")
        json.array(layouts.enumerated()) { json, entry in
          write(entry.element, sets: [entry.offset], into: &json)
        }
      }
      json.key("dataSets")
      json.open("[")
      json.move(into: &sink)
    }

    package mutating func begin(_ layout: DataSetLayout, into sink: inout [UInt8]) {
      current = layout
      json.open("{")
      let isOfLater = form.version != .twoOne && layout.action == .merge
      json.member("action", (isOfLater ? .append : layout.action).rawValue)
      if form.version != .one { json.member("structure", count) }
      json.key("links")
      json.array([layout.structure]) { $0.link($1) }
      if let from = layout.validFrom { json.member("validFrom", from) }
      if let to = layout.validTo { json.member("validTo", to) }
      if !layout.attributes.isEmpty {
        json.key("attributes")
        json.array(layout.attributes) { json, _ in json.integer(0) }
      }
      writeGroups(layout)
      json.key(layout.isFlat(isFlat) ? "observations" : "series")
      json.open("{")
      json.move(into: &sink)
      count += 1
    }

    private mutating func writeGroups(_ layout: DataSetLayout) {
      guard form.version != .one, !layout.groups.isEmpty else { return }
      json.key("dimensionGroupAttributes")
      json.object { json in
        for group in layout.groups {
          let key = group.key.enumerated().map { place, code in
            code.flatMap { layout.dimensions[place].values.firstIndex(of: $0) }.map(String.init) ?? "~"
          }
          json.key(
            named: form.version == .two
              ? key.map { $0 == "~" ? "" : $0 }.joined(separator: ":") : key.joined(separator: ":"))
          json.array(layout.groupAttributes) { json, component in
            let value = group.attributes.first { $0.id == component.id }?.value
            json.index(value.flatMap { component.values.firstIndex(of: $0) })
          }
        }
      }
    }

    package mutating func append(_ series: Series, into sink: inout [UInt8]) {
      guard let layout = current else { preconditionFailure("a data set is begun before its series") }
      precondition(!series.key.contains(CodedComponent.absent), "SDMX-JSON has no place for a key that lacks a code")
      let key = series.key.map { String($0) }.joined(separator: ":")
      guard !layout.isFlat(isFlat) else {
        for row in series.rows {
          let time = layout.time == nil ? "" : ":" + String(series.observations.times[row])
          writeObservation(row, key + time, series, isFlat: true)
        }
        json.move(into: &sink)
        return
      }
      json.key(named: key)
      json.open("{")
      if !series.attributes.isEmpty {
        json.key("attributes")
        json.array(series.attributes) { $0.code($1) }
      }
      json.key("observations")
      json.open("{")
      for row in series.rows {
        writeObservation(row, String(series.observations.times[row]), series, isFlat: false)
      }
      json.close("}")
      json.close("}")
      json.move(into: &sink)
    }

    private mutating func writeObservation(_ row: Int, _ key: String, _ series: Series, isFlat: Bool) {
      json.key(named: key)
      json.open("[")
      for measure in series.observations.measures { json.measure(measure[row]) }
      for attribute in series.observations.attributes { json.code(attribute[row]) }
      if isFlat { for code in series.attributes { json.code(code) } }
      json.close("]")
    }

    package mutating func endDataSet(into sink: inout [UInt8]) {
      json.close("}")
      json.close("}")
      json.move(into: &sink)
      current = nil
    }

    package mutating func end(into sink: inout [UInt8]) {
      json.close("]")
      json.close("}")
      json.close("}")
      json.move(into: &sink)
      sink.append(UInt8(ascii: "\n"))
    }
  }
}

extension SDMX.DataSetLayout {
  /// Whether observations stand alone: where it is wanted, and where there is no time to tell those of a series apart.
  func isFlat(_ isWanted: Bool) -> Bool { isWanted || time == nil }
}

extension JSONWriter {
  /// The number of a value; null where there is none.
  fileprivate mutating func code(_ number: UInt32) {
    if number == SDMX.CodedComponent.absent { null() } else { integer(Int(number)) }
  }

  fileprivate mutating func index(_ number: Int?) {
    if let number { integer(number) } else { null() }
  }

  fileprivate mutating func measure(_ value: SDMX.MeasureValue) {
    switch value {
    case .absent: null()
    case .number(let number) where number.isFinite: self.number(number)
    case .number(let number): string(number > 0 ? "INF" : "-INF")
    case .notANumber: string("NaN")
    case .text(let text): string(text)
    }
  }

  mutating func link(_ reference: SDMX.Reference) {
    object { json in
      json.member("urn", reference.urn)
      json.member(
        "rel",
        reference.kind == .dataStructure
          ? "datastructure" : reference.kind == .dataflow ? "dataflow" : "provisionagreement")
    }
  }
}

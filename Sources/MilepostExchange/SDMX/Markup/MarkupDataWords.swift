import MilepostLanguage

extension SDMX {
  /// The texts of a component as SDMX-ML writes them, each made once: ` FREQ="A"`.
  struct MarkupWords: Sendable {
    private let words: [[UInt8]]
    /// Texts of several values, which stand in elements of their own since SDMX 3.0.
    private let several: [Int: [UInt8]]

    init(_ component: CodedComponent, before: String, after: String, areElements: Bool) {
      var several: [Int: [UInt8]] = [:]
      var words: [[UInt8]] = []
      words.reserveCapacity(component.values.count)
      for (index, value) in component.values.enumerated() {
        var word = Array(before.utf8)
        if value.contains(CodedComponent.separator) {
          let values = value.split(separator: CodedComponent.separator, omittingEmptySubsequences: false)
          if areElements {
            var xml = MarkupWriter()
            xml.element("Comp", [("id", component.id)]) { xml in
              for value in values { xml.text("Value", String(value)) }
            }
            several[index] = xml.bytes
            words.append([])
            continue
          }
          word.appendMarkup(values.joined(separator: ", "), inValue: true)
        } else {
          word.appendMarkup(value, inValue: true)
        }
        word.append(after)
        words.append(word)
      }
      self.words = words
      self.several = several
    }

    var hasSeveral: Bool { !several.isEmpty }

    func append(_ code: UInt32, to sink: inout [UInt8]) {
      if code != CodedComponent.absent { sink.append(contentsOf: words[Int(code)]) }
    }

    func appendSeveral(_ code: UInt32, to sink: inout [UInt8]) {
      if let element = several[Int(code)] { sink.append(contentsOf: element) }
    }
  }

  /// The texts of a data set as SDMX-ML writes them.
  struct MarkupDataWords: Sendable {
    private var dimensions: [MarkupWords] = []
    private var time: MarkupWords?
    private var seriesAttributes: [MarkupWords] = []
    private var observationAttributes: [MarkupWords] = []
    private var measures: [(before: [UInt8], after: [UInt8])] = []
    private var hasSeveral = false

    init() {}

    init(_ layout: DataSetLayout, _ form: MarkupDataForm) {
      let areElements = form.version != .v2_1
      func words(_ component: CodedComponent) -> MarkupWords {
        let before =
          form.isGeneric ? "<gen:Value id=\"\(component.id)\" value=\"" : " \(markupName(component.id))=\""
        return MarkupWords(
          component, before: before, after: form.isGeneric ? "\"/>" : "\"", areElements: areElements)
      }
      dimensions = layout.dimensions.map(words)
      seriesAttributes = layout.seriesAttributes.map(words)
      observationAttributes = layout.observationAttributes.map(words)
      hasSeveral = (seriesAttributes + observationAttributes).contains { $0.hasSeveral }
      time = layout.time.map(words)
      for (index, id) in layout.measures.enumerated() {
        let generic = index == 0 ? "<gen:ObsValue value=\"" : "<gen:Value id=\"\(id)\" value=\""
        let before = form.isGeneric ? generic : " \(markupName(id))=\""
        measures.append((Array(before.utf8), Array((form.isGeneric ? "\"/>" : "\"").utf8)))
      }
      if form.isGeneric, let component = layout.time {
        observationTime = MarkupWords(
          component, before: "<gen:ObsDimension value=\"", after: "\"/>", areElements: areElements)
      }
    }

    /// As the one dimension of an observation of a generic series.
    private var observationTime: MarkupWords?

    private func append(_ measures: Range<Int>, _ columns: ObservationColumns, _ row: Int, to sink: inout [UInt8]) {
      for index in measures {
        let value = columns.measures[index][row]
        switch value {
        case .absent: continue
        case .text(let text):
          sink.append(contentsOf: self.measures[index].before)
          sink.appendMarkup(text, inValue: true)
        case .number, .notANumber:
          sink.append(contentsOf: self.measures[index].before)
          sink.append(value)
        }
        sink.append(contentsOf: self.measures[index].after)
      }
    }

    private func appendKey(_ series: Series, to sink: inout [UInt8]) {
      for (index, code) in series.key.enumerated() { dimensions[index].append(code, to: &sink) }
    }

    private func appendAttributes(_ series: Series, to sink: inout [UInt8]) {
      for (index, code) in series.attributes.enumerated() { seriesAttributes[index].append(code, to: &sink) }
    }

    private func appendSeveral(of series: Series, to sink: inout [UInt8]) {
      for (index, code) in series.attributes.enumerated() { seriesAttributes[index].appendSeveral(code, to: &sink) }
    }

    func appendSeries(_ series: Series, into sink: inout [UInt8]) {
      sink.append("<Series")
      appendKey(series, to: &sink)
      appendAttributes(series, to: &sink)
      sink.append(">\n")
      if hasSeveral { appendSeveral(of: series, to: &sink) }
      for row in series.rows {
        sink.append("<Obs")
        appendObservation(series, row, isFlat: false, to: &sink)
      }
      sink.append("</Series>\n")
    }

    /// Every observation with its whole key; a series without observations is not in this form.
    func appendFlat(_ series: Series, into sink: inout [UInt8]) {
      var head: [UInt8] = []
      head.append("<Obs")
      appendKey(series, to: &head)
      for row in series.rows {
        sink.append(contentsOf: head)
        appendObservation(series, row, isFlat: true, to: &sink)
      }
    }

    private func appendObservation(_ series: Series, _ row: Int, isFlat: Bool, to sink: inout [UInt8]) {
      let columns = series.observations
      if let time { time.append(columns.times[row], to: &sink) }
      append(0..<measures.count, columns, row, to: &sink)
      if isFlat { appendAttributes(series, to: &sink) }
      for index in columns.attributes.indices {
        observationAttributes[index].append(columns.attributes[index][row], to: &sink)
      }
      guard hasSeveral else { return sink.append("/>\n") }
      sink.append(">\n")
      if isFlat { appendSeveral(of: series, to: &sink) }
      for index in columns.attributes.indices {
        observationAttributes[index].appendSeveral(columns.attributes[index][row], to: &sink)
      }
      sink.append("</Obs>\n")
    }

    func appendGenericSeries(_ series: Series, into sink: inout [UInt8]) {
      sink.append("<gen:Series>\n<gen:SeriesKey>")
      appendKey(series, to: &sink)
      sink.append("</gen:SeriesKey>\n")
      let hasAttributes = series.attributes.contains { $0 != CodedComponent.absent }
      if hasAttributes {
        sink.append("<gen:Attributes>")
        appendAttributes(series, to: &sink)
        sink.append("</gen:Attributes>\n")
      }
      for row in series.rows {
        sink.append("<gen:Obs>")
        if let observationTime { observationTime.append(series.observations.times[row], to: &sink) }
        appendGenericValues(series, row, isFlat: false, to: &sink)
      }
      sink.append("</gen:Series>\n")
    }

    func appendGenericFlat(_ series: Series, into sink: inout [UInt8]) {
      for row in series.rows {
        sink.append("<gen:Obs><gen:ObsKey>")
        appendKey(series, to: &sink)
        if let time { time.append(series.observations.times[row], to: &sink) }
        sink.append("</gen:ObsKey>")
        appendGenericValues(series, row, isFlat: true, to: &sink)
      }
    }

    /// The value and the attributes of an observation; measures but the first count as attributes.
    private func appendGenericValues(_ series: Series, _ row: Int, isFlat: Bool, to sink: inout [UInt8]) {
      let columns = series.observations
      append(0..<min(1, measures.count), columns, row, to: &sink)
      let start = sink.count
      sink.append("<gen:Attributes>")
      let empty = sink.count
      append(min(1, measures.count)..<measures.count, columns, row, to: &sink)
      if isFlat { appendAttributes(series, to: &sink) }
      for index in columns.attributes.indices {
        observationAttributes[index].append(columns.attributes[index][row], to: &sink)
      }
      if sink.count == empty { sink.removeLast(empty - start) } else { sink.append("</gen:Attributes>") }
      sink.append("</gen:Obs>\n")
    }
  }
}

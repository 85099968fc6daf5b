import MilepostLanguage

extension SDMX {
  /// Writes data as SDMX-ML, as fast as numbers are written.
  package struct MarkupDataWriter: DataWriter {
    private let form: MarkupDataForm
    private let header: Header
    private let level: ObservationLevel
    private let structures: [StatedStructure]
    private var words = MarkupDataWords()

    /// - Parameters:
    ///   - structures: what the data sets are about, each once; the layout of each must name one of them.
    ///   - level: all dimensions where data is not by time; of another dimension the layouts have it in the place of time.
    package init(_ form: MarkupDataForm, header: Header, structures: [Reference], level: ObservationLevel = .time) {
      self.form = form
      self.header = header
      self.level = level
      self.structures = StatedStructure.list(structures, isNamespaced: !form.isGeneric)
    }

    package func begin(into sink: inout [UInt8]) {
      let version = form.version
      var xml = MarkupWriter()
      xml.bytes.append(MarkupWriter.declaration)
      var names: [(String, String?)] = [
        ("xmlns:mes", version.message),
        (form.isGeneric ? "xmlns:gen" : "xmlns:ss", form.isGeneric ? version.generic : version.structureSpecific),
        ("xmlns:com", version.common), ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
      ]
      if !form.isGeneric {
        for (index, structure) in structures.enumerated() {
          names.append(("xmlns:ns\(index + 1)", "\(structure.reference.urn):ObsLevelDim:\(level.id)"))
        }
      }
      xml.open("mes:" + form.root, names)
      xml.header(header, version, structures: structures, level: level)
      sink.append(contentsOf: xml.bytes)
    }

    package mutating func begin(_ layout: DataSetLayout, into sink: inout [UInt8]) {
      guard let index = structures.firstIndex(where: { $0.reference == layout.structure }) else {
        preconditionFailure("\(layout.structure) is none of the structures that the writer was given")
      }
      let stated = structures[index]
      words = MarkupDataWords(layout, form)
      var xml = MarkupWriter()
      let action = layout.action.name(in: form.version)
      if form.isGeneric {
        xml.open(
          "mes:DataSet",
          [
            ("structureRef", stated.id), ("setID", layout.id), ("action", action),
            ("validFromDate", layout.validFrom), ("validToDate", layout.validTo),
          ])
      } else {
        let attributes = form.version == .v2_1 ? layout.attributes.map { (markupName($0.id), Optional($0.value)) } : []
        xml.open(
          "mes:DataSet",
          [
            ("ss:structureRef", stated.id), ("xsi:type", "ns\(index + 1):DataSetType"),
            ("ss:dataScope", form.version == .v2_1 ? stated.reference.kind.rawValue : nil), ("ss:setID", layout.id),
            ("ss:action", action), ("ss:validFromDate", layout.validFrom), ("ss:validToDate", layout.validTo),
          ] + attributes)
      }
      xml.attributes(of: layout, form, prefix: "ns\(index + 1)")
      sink.append(contentsOf: xml.bytes)
    }

    package func append(_ series: Series, into sink: inout [UInt8]) {
      switch (form.isGeneric, level) {
      case (false, .time), (false, .dimension): words.appendSeries(series, into: &sink)
      case (false, .allDimensions): words.appendFlat(series, into: &sink)
      case (true, .time), (true, .dimension): words.appendGenericSeries(series, into: &sink)
      case (true, .allDimensions): words.appendGenericFlat(series, into: &sink)
      }
    }

    package func endDataSet(into sink: inout [UInt8]) { sink.append("</mes:DataSet>\n") }

    package func end(into sink: inout [UInt8]) { sink.append("</mes:\(form.root)>\n") }
  }
}

extension MarkupWriter {
  /// Attributes of a data set and of groups.
  fileprivate mutating func attributes(of layout: SDMX.DataSetLayout, _ form: SDMX.MarkupDataForm, prefix: String) {
    if form.isGeneric {
      if !layout.attributes.isEmpty { values("gen:Attributes", layout.attributes.map { ($0.id, $0.value) }) }
    } else if form.version != .v2_1, !layout.attributes.isEmpty {
      empty("Atts", layout.attributes.map { (SDMX.markupName($0.id), $0.value) })
    }
    for group in layout.groups {
      let key = zip(layout.dimensions, group.key).compactMap { dimension, code in code.map { (dimension.id, $0) } }
      let values = group.attributes.map { ($0.id, $0.value) }
      if form.isGeneric {
        element("gen:Group", [("type", group.group ?? "Group")]) { xml in
          if !key.isEmpty { xml.values("gen:GroupKey", key) }
          if !values.isEmpty { xml.values("gen:Attributes", values) }
        }
      } else {
        let type = [("xsi:type", group.group.map { "\(prefix):\(SDMX.markupName($0))" })]
        empty("Group", type + (key + values).map { (SDMX.markupName($0.0), $0.1) })
      }
    }
  }

  private mutating func values(_ name: String, _ values: [(String, String)]) {
    element(name) { xml in
      for (id, value) in values { xml.empty("gen:Value", [("id", id), ("value", value)]) }
    }
  }
}

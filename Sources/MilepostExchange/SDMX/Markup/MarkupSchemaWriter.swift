import MilepostLanguage
import MilepostModel

extension SDMX {
  /// The schema (XSD) that structure-specific messages about one structure must keep to: its names, codes and numbers, which
  /// the schemas of the standard leave open.
  ///
  /// Source: SDMX 2.1 and 3.0, section 3, "Structure-specific schemas". Groups, and components that hold several values, are
  /// not in it.
  ///
  /// - Parameters:
  ///   - reference: what the data is of; it is in the namespace, as in that of messages.
  ///   - structure: codes that its lists have not are not valid.
  ///   - level: the schema is of messages of this arrangement.
  package static func markupSchema(
    of reference: Reference, _ structure: ResolvedStructure, _ version: MarkupVersion, level: ObservationLevel = .time
  ) -> [UInt8] {
    MarkupSchemaWriter(reference: reference, structure: structure, version: version, level: level).bytes
  }
}

private struct MarkupSchemaWriter {
  let reference: SDMX.Reference
  let structure: SDMX.ResolvedStructure
  let version: SDMX.MarkupVersion
  let level: SDMX.ObservationLevel

  /// A component as an attribute of XML.
  private struct Named {
    let id: String
    let isRequired: Bool
  }

  private var definition: SDMX.DataStructure { structure.structure }
  private var isOld: Bool { version == .v2_1 }

  var bytes: [UInt8] {
    let namespace = "\(reference.urn):ObsLevelDim:\(level.id)"
    let place = "https://registry.sdmx.org/schemas/\(version.rawValue)/"
    var xml = MarkupWriter()
    xml.bytes.append(MarkupWriter.declaration)
    let names: [(String, String?)] = [
      ("xmlns:xs", "http://www.w3.org/2001/XMLSchema"), ("xmlns", namespace), ("xmlns:ss", version.structureSpecific),
      ("xmlns:com", version.common), ("targetNamespace", namespace),
    ]
    xml.element("xs:schema", names) { xml in
      xml.empty(
        "xs:import",
        [
          ("namespace", version.structureSpecific), ("schemaLocation", place + "SDMXDataStructureSpecific.xsd"),
        ])
      xml.empty("xs:import", [("namespace", version.common), ("schemaLocation", place + "SDMXCommon.xsd")])
      writeDataSet(into: &xml)
      for list in structure.codelists { write(list, into: &xml) }
    }
    return xml.bytes
  }

  private func writeDataSet(into xml: inout MarkupWriter) {
    let ofSet = attributes(at: .dataSet)
    let row = level == .allDimensions ? "Obs" : "Series"
    type("DataSet", isOld ? ofSet : [], into: &xml) { xml in
      // In SDMX 2.1 the choice is of kinds, since then of elements.
      let isAny = isOld ? nil : "unbounded"
      xml.element("xs:choice", [("minOccurs", "0"), ("maxOccurs", isAny)]) { xml in
        if !isOld, !ofSet.isEmpty { xml.empty("xs:element", [("name", "Atts"), ("type", "AttsType")]) }
        xml.empty(
          "xs:element", [("name", row), ("type", row + "Type"), ("maxOccurs", isOld ? "unbounded" : nil)])
      }
    }
    if !isOld, !ofSet.isEmpty { type("Atts", ofSet, into: &xml) { _ in } }
    let dimensions = definition.dimensions.map { Named(id: $0.id, isRequired: true) }
    let time = definition.timeDimension.map { [Named(id: $0.id, isRequired: true)] } ?? []
    let measures = definition.measures.map { Named(id: $0.id, isRequired: false) }
    let (ofSeries, ofObservations) = (attributes(at: .series), attributes(at: .observation))
    switch level {
    case .time:
      writeSeries(dimensions + ofSeries, into: &xml)
      type("Obs", time + measures + ofObservations, into: &xml) { _ in }
    case .dimension(let id):
      writeSeries(dimensions.filter { $0.id != id } + time, into: &xml)
      let own = dimensions.filter { $0.id == id }
      type("Obs", own + measures + ofSeries + ofObservations, into: &xml) { _ in }
    case .allDimensions:
      type("Obs", dimensions + time + measures + ofSeries + ofObservations, into: &xml) { _ in }
    }
  }

  private func writeSeries(_ named: [Named], into xml: inout MarkupWriter) {
    type("Series", named, into: &xml) { xml in
      xml.empty(
        "xs:element", [("name", "Obs"), ("type", "ObsType"), ("minOccurs", "0"), ("maxOccurs", "unbounded")])
    }
  }

  private func attributes(at level: SDMX.AttributeLevel) -> [Named] {
    definition.attributes.filter { definition.level(of: $0) == level }.map { Named(id: $0.id, isRequired: false) }
  }

  /// A type with these attributes alone.
  private func type(
    _ name: String, _ named: [Named], into xml: inout MarkupWriter, _ content: (inout MarkupWriter) -> Void
  ) {
    xml.element("xs:complexType", [("name", name + "Type")]) { xml in
      xml.element("xs:complexContent") { xml in
        xml.element("xs:restriction", [("base", "ss:\(name)Type")]) { xml in
          xml.element("xs:sequence", [], content)
          for one in named {
            xml.empty(
              "xs:attribute",
              [
                ("name", SDMX.markupName(one.id)), ("type", typeName(one.id)),
                ("use", one.isRequired ? "required" : "optional"),
              ])
          }
        }
      }
    }
  }

  private func typeName(_ id: String) -> String {
    guard let component = structure.component(id) else { return "xs:string" }
    if let list = component.codelist { return name(of: list) }
    guard id != definition.timeDimension?.id else { return "com:ObservationalTimePeriodType" }
    // Not the narrower types of numbers: NaN stands for a value that is missing.
    return component.isNumeric ? "xs:double" : "xs:string"
  }

  private func name(of list: SDMX.Codelist) -> String {
    "\(list.maintenance.agency).\(SDMX.markupName(list.id))-\(list.maintenance.version)"
  }

  private func write(_ list: SDMX.Codelist, into xml: inout MarkupWriter) {
    xml.element("xs:simpleType", [("name", name(of: list))]) { xml in
      xml.element("xs:restriction", [("base", "xs:string")]) { xml in
        for code in list.items {
          guard let name = code.naming.name else {
            xml.empty("xs:enumeration", [("value", code.id)])
            continue
          }
          xml.element("xs:enumeration", [("value", code.id)]) { xml in
            xml.element("xs:annotation") { $0.names("xs:documentation", name) }
          }
        }
      }
    }
  }
}

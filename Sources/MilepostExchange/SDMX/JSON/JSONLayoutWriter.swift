import MilepostModel

extension SDMX {
  /// Writes the part of a JSON message that says what the numbers of its data sets stand for.
  struct JSONLayoutWriter {
    let form: JSONForm
    let structure: ResolvedStructure?
    /// Whether observations stand alone although data is by time.
    let isFlat: Bool

    private var isFirstVersion: Bool { form.version == .one }

    func write(_ layout: DataSetLayout, sets: [Int], into json: inout JSONWriter) {
      json.object { json in
        json.key("links")
        json.array([layout.structure]) { $0.link($1) }
        let name = structure.map { $0.dataflow?.maintenance.naming.name ?? $0.structure.maintenance.naming.name } ?? nil
        if name == nil { json.member("name", layout.structure.id) }
        json.names(name, form)
        if !sets.isEmpty {
          json.key("dataSets")
          json.array(sets) { $0.integer($1) }
        }
        json.key("dimensions")
        json.object { json in
          let last = layout.time.map { [$0] } ?? []
          let all = layout.dimensions + last
          if layout.isFlat(isFlat) {
            json.key("observation")
            json.array(all) { dimension($1, of: all, into: &$0) }
          } else {
            json.key("series")
            json.array(layout.dimensions) { dimension($1, of: all, into: &$0) }
            json.key("observation")
            json.array(last) { dimension($1, of: all, into: &$0) }
          }
        }
        if !isFirstVersion, !layout.measures.isEmpty {
          json.key("measures")
          json.object { json in
            json.key("observation")
            json.array(layout.measures) { json, id in json.object { head(id, into: &$0) } }
          }
        }
        json.key("attributes")
        json.object { attributes(layout, into: &$0) }
      }
    }

    private func head(_ id: String, into json: inout JSONWriter) {
      json.member("id", id)
      let name = structure?.component(id)?.name
      if name == nil { json.member("name", id) }
      json.names(name, form)
    }

    /// - Parameter all: the dimensions in the order of the message, for those whose structure is not known.
    private func dimension(_ component: CodedComponent, of all: [CodedComponent], into json: inout JSONWriter) {
      let known = structure.map {
        $0.structure.dimensions.map(\.id) + ($0.structure.timeDimension.map { [$0.id] } ?? [])
      }
      let place = (known ?? all.map(\.id)).firstIndex(of: component.id)
      json.object { json in
        head(component.id, into: &json)
        if let place { json.member("keyPosition", place) }
        if component.id == FlowParts.time {
          json.key("roles")
          json.array(["TIME_PERIOD"]) { $0.string($1) }
        }
        values(component, into: &json)
      }
    }

    private func attributes(_ layout: DataSetLayout, into json: inout JSONWriter) {
      let isFlat = layout.isFlat(isFlat)
      json.key("dataSet")
      json.array(layout.attributes) { json, value in
        attribute(CodedComponent(value.id, values: [value.value]), isFirstVersion ? "none" : "dataflow", into: &json)
      }
      if !isFirstVersion, !layout.groups.isEmpty {
        json.key("dimensionGroup")
        json.array(layout.groupAttributes) { json, component in
          let used = layout.dimensions.indices.filter { place in
            layout.groups.contains { group in
              group.key[place] != nil && group.attributes.contains { $0.id == component.id }
            }
          }
          attribute(component, dimensions: used.map { layout.dimensions[$0].id }, into: &json)
        }
      }
      if !isFlat {
        json.key("series")
        json.array(layout.seriesAttributes) { json, component in
          attribute(component, dimensions: layout.dimensions.map(\.id), into: &json)
        }
      }
      json.key("observation")
      json.array(layout.observationAttributes + (isFlat ? layout.seriesAttributes : [])) { json, component in
        if isFirstVersion {
          attribute(component, "primaryMeasure", into: &json)
        } else {
          attribute(component, "observation", into: &json)
        }
      }
    }

    private func attribute(_ component: CodedComponent, dimensions: [String], into json: inout JSONWriter) {
      json.object { json in
        head(component.id, into: &json)
        json.key("relationship")
        json.object { json in
          json.key("dimensions")
          json.array(dimensions) { $0.string($1) }
        }
        values(component, into: &json)
      }
    }

    private func attribute(_ component: CodedComponent, _ relationship: StaticString, into json: inout JSONWriter) {
      json.object { json in
        head(component.id, into: &json)
        json.key("relationship")
        json.object { json in
          if isFirstVersion, relationship.description == "primaryMeasure" {
            json.member(relationship, "OBS_VALUE")
          } else {
            json.key(relationship)
            json.object { _ in }
          }
        }
        values(component, into: &json)
      }
    }

    private func values(_ component: CodedComponent, into json: inout JSONWriter) {
      if component.values.isEmpty && !isFirstVersion { return }
      let codes = structure?.component(component.id)?.codelist
      let names = Dictionary(codes.map { $0.items.map { ($0.id, $0.naming.name) } } ?? []) { first, _ in first }
      json.key("values")
      json.array(component.values) { json, value in
        json.object { json in
          if let name = names[value] {
            json.member("id", value)
            if name == nil { json.member("name", value) }
            json.names(name, form)
          } else {
            self.value(value, component, into: &json)
          }
        }
      }
    }

    /// A value that is in no codelist: a code without a name, a period, a text, or several of them.
    private func value(_ value: String, _ component: CodedComponent, into json: inout JSONWriter) {
      let isID = Reference.isID(value)
      if isFirstVersion {
        if isID { json.member("id", value) }
        json.member("name", value)
      } else if component.holdsSeveral {
        json.key("values")
        json.array(value.split(separator: CodedComponent.separator, omittingEmptySubsequences: false)) {
          $0.string(String($1))
        }
      } else {
        json.member("value", value)
      }
    }
  }
}

extension SDMX.DataSetLayout {
  /// The attributes of groups with the values that they take.
  var groupAttributes: [SDMX.CodedComponent] {
    var numbers: [SDMX.ValueNumbers] = []
    for value in groups.flatMap(\.attributes) {
      let place = numbers.firstIndex { $0.id == value.id } ?? numbers.count
      if place == numbers.count { numbers.append(SDMX.ValueNumbers(value.id)) }
      _ = numbers[place].number(value.value)
    }
    return numbers.map(\.component)
  }
}

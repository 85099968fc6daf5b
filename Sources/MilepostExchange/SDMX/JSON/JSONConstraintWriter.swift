import MilepostModel

extension SDMX.JSONStructureWriter {
  func constraint(_ constraint: SDMX.Constraint, _ json: inout JSONWriter) {
    json.object { json in
      maintenance(constraint.withCounts, &json)
      if form.version != .twoOne { json.member(isOld ? "type" : "role", constraint.role.rawValue) }
      json.key("constraintAttachment")
      json.object { json in
        for (kind, key): (SDMX.ArtefactKind, StaticString) in [
          (.dataflow, "dataflows"), (.dataStructure, "dataStructures"), (.provisionAgreement, "provisionAgreements"),
        ] {
          texts(constraint.attachment.filter { $0.kind == kind }.map(\.urn), key, &json)
        }
      }
      list("cubeRegions", constraint.regions, &json) { region($1, &$0) }
    }
  }

  func region(_ region: SDMX.CubeRegion, _ json: inout JSONWriter) {
    json.object { json in
      if !region.isIncluded { json.member(isOld ? "isIncluded" : "include", false) }
      list("keyValues", region.selections, &json) { json, selection in
        json.object { json in
          json.member("id", selection.component)
          if !selection.isIncluded { json.member("include", false) }
          switch selection.values {
          case .codes(let codes):
            guard !isOld else { return texts(codes, "values", &json) }
            list("values", codes, &json) { json, code in json.object { $0.member("value", code) } }
          case .time(let range):
            json.key("timeRange")
            json.object { time(range, &$0) }
          }
        }
      }
    }
  }

  private func time(_ range: SDMX.TimeRange, _ json: inout JSONWriter) {
    let isClosed = range.start != nil && range.end != nil
    let ends = [
      (isClosed ? "startPeriod" : "afterPeriod", range.start), (isClosed ? "endPeriod" : "beforePeriod", range.end),
    ]
    for (key, end) in ends {
      guard let end else { continue }
      json.key(named: key)
      json.object { json in
        json.member("period", end.period)
        json.member("isInclusive", end.isInclusive)
      }
    }
  }
}

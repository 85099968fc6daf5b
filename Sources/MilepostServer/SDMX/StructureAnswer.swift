import MilepostExchange
import MilepostModel
import MilepostStore

extension SDMXAnswers {
  /// `/{type}/…` in version 1, `/structure/…` in version 2.
  ///
  /// - Parameter segments: type, agency, id, version and item.
  func structure(_ asked: AskedRequest, _ segments: [String]) async throws -> Answer {
    let query = try StructureQuery(segments, asked.parameters, asked.interface)
    let negotiated = try asked.negotiated(.structure(asked.interface))
    let catalogue = try await catalogue(asOf: query.asOf)
    var structures = catalogue.structures
    if query.wantsConstraints { structures.constraints = try await constraints(catalogue, .init(negotiated.format)) }
    let kinds = query.kinds.map { $0.contains(.contentConstraint) ? $0.union([.dataConstraint]) : $0 }
    let chosen = Set(query.artefacts.chosen(of: structures.references.filter { kinds?.contains($0.kind) ?? true }))
    guard !chosen.isEmpty else {
      throw RequestFault(.unknownResource, "There is no such artefact here.")
    }
    let leftOut = query.references.leftOut(of: negotiated.format)
    let related = chosen.union(
      structures.related(to: chosen, query.references, catalogue).filter { !leftOut.contains($0.kind) })
    var found = structures.keeping(related)
    if !query.items.isEmpty {
      guard let items = structures.keeping(chosen).keeping(items: query.items) else {
        throw RequestFault(.unknownResource, "There is no such item in it.")
      }
      found = structures.keeping(related.subtracting(chosen))
      found.append(items)
    }
    return structureAnswer(
      try await detailed(found, query.detail, chosen: chosen, catalogue), asked, catalogue, negotiated)
  }

  func structureAnswer(
    _ structures: SDMX.Structures, _ asked: AskedRequest, _ catalogue: Catalogue, _ negotiated: Negotiated
  ) -> Answer {
    let languages = asked.languages(of: catalogue)
    let isJSON = negotiated.format.syntax == .json
    let head = AnswerHead(
      asked, catalogue, contentType: negotiated.contentType, language: isJSON ? languages[0] : nil)
    let message = SDMX.StructureMessage(header: head.header(), structures: structures)
    return Answer(200, head.headers, .bytes(negotiated.format.bytes(of: message, languages)))
  }

  private func constraints(_ catalogue: Catalogue, _ time: FlowView.TimeForm) async throws -> [SDMX.Constraint] {
    var constraints: [SDMX.Constraint] = []
    for flow in catalogue.flows {
      guard let set = catalogue.set(of: flow) else { continue }
      let found = FoundCodes(try await shelf.summary(of: flow, set, in: catalogue), flow)
      guard !found.isEmpty else { continue }
      constraints.append(FlowView(catalogue: catalogue, flow: flow, set: set).constraint(found, nil, time))
    }
    return constraints
  }

  /// The codes that data of flows has, by codelist.
  func codes(of views: [FlowView]) async throws -> [SDMX.Reference: Set<String>] {
    var codes: [SDMX.Reference: Set<String>] = [:]
    for view in views {
      guard let structure = view.catalogue.structures.resolve(view.flow.reference)?.structure else { continue }
      let values: SDMX.FlowValues
      if let set = view.set {
        values = try await shelf.summary(of: view.flow, set, in: view.catalogue).values
      } else {
        values = SDMX.FlowValues()
      }
      for dimension in structure.dimensions {
        guard case .enumeration(let list) = dimension.representation else { continue }
        codes[list, default: []].formUnion(values.codes(of: dimension.id))
      }
    }
    return codes
  }

  private func detailed(
    _ structures: SDMX.Structures, _ detail: StructureDetail, chosen: Set<SDMX.Reference>, _ catalogue: Catalogue
  ) async throws -> SDMX.Structures {
    let all = Set(structures.references)
    switch detail {
    case .full, .raw: return structures
    case .allStubs: return structures.withStubs(of: all, isComplete: false)
    case .allCompleteStubs: return structures.withStubs(of: all, isComplete: true)
    case .referenceStubs: return structures.withStubs(of: all.subtracting(chosen), isComplete: false)
    case .referenceCompleteStubs: return structures.withStubs(of: all.subtracting(chosen), isComplete: true)
    case .referencePartial:
      let own = catalogue.flows.filter { chosen.contains($0.reference) }
      let flows = own.isEmpty ? catalogue.flows.filter { $0.dataflow.structure.map(all.contains) ?? false } : own
      let views = flows.map { FlowView(catalogue: catalogue, flow: $0, set: catalogue.set(of: $0)) }
      let codes = try await codes(of: views).filter { !chosen.contains($0.key) }
      return structures.cut(to: codes, except: chosen)
    }
  }
}

extension StructureQuery {
  /// Whether constraints are asked for by their kind; they are counted for it.
  fileprivate var wantsConstraints: Bool {
    let known: Set<SDMX.ArtefactKind> = [.contentConstraint, .dataConstraint]
    return kinds.map { !$0.isDisjoint(with: known) } ?? false || known.contains { references.contains(.kind($0)) }
  }
}

extension MessageFormat {
  fileprivate func bytes(of message: SDMX.StructureMessage, _ languages: [LanguageTag]) -> [UInt8] {
    func json(_ version: SDMX.JSONForm.Version) -> [UInt8] {
      var bytes: [UInt8] = []
      SDMX.writeJSON(message, SDMX.JSONForm(version, languages: languages), into: &bytes)
      return bytes
    }
    switch self {
    case .structureXML21: return SDMX.markup(of: message, .v2_1)
    case .structureXML30: return SDMX.markup(of: message, .v3_0)
    case .structureXML31: return SDMX.markup(of: message, .v3_1)
    case .structureJSON10: return json(.one)
    case .structureJSON20: return json(.two)
    case .structureJSON21: return json(.twoOne)
    case .genericData21, .structureSpecificData21, .genericTimeSeries21, .structureSpecificTimeSeries21, .dataXML30,
      .dataXML31, .dataJSON10, .dataJSON20, .dataJSON21, .dataCSV10, .dataCSV20, .dataCSV21, .schemaXML21, .schemaXML30,
      .schemaXML31, .schemaJSON20, .schemaJSON21:
      preconditionFailure("structures are offered in formats of structures")
    }
  }
}

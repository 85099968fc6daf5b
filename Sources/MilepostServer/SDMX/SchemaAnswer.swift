import MilepostExchange
import MilepostModel
import MilepostStore

extension SDMXAnswers {
  /// `/schema/…`: a data structure with the codes that its data has, or the schema of messages about it.
  func schema(_ asked: AskedRequest) async throws -> Answer {
    let query = try SchemaQuery(asked)
    let negotiated = try asked.negotiated(.schema(asked.interface))
    let views = try await views(query.artefacts, query.context, asOf: query.asOf)
    guard let first = views.first else {
      throw RequestFault(.unknownResource, "There is no such artefact here.")
    }
    let catalogue = first.catalogue
    let flows = Set(views.map(\.flow.reference))
    var wanted = flows.reduce(into: Set<SDMX.Reference>()) { all, flow in
      all.formUnion(catalogue.structures.descendants(of: flow, catalogue.links))
    }
    let schemed = negotiated.format.schemed
    if query.context != .dataStructure || schemed != nil { wanted.formUnion(flows) }
    let found = catalogue.structures.keeping(wanted).cut(to: try await codes(of: views))
    guard let schemed else { return structureAnswer(found, asked, catalogue, negotiated) }
    guard views.count == 1, let structure = found.resolve(first.flow.reference) else {
      throw RequestFault(
        .notImplemented, "A schema is of one dataflow, and \(views.count) are meant: \(views.names). Ask for one.")
    }
    let level = try DataForm.level(query.level, first.flow)
    let languages = asked.languages(of: catalogue)
    let language: LanguageTag?
    let schema: [UInt8]
    switch schemed {
    case .markup(let version):
      language = nil
      schema = SDMX.markupSchema(of: first.flow.reference, structure, version, level: level)
    case .json(let version):
      language = languages[0]
      let form = SDMX.JSONForm(version, languages: languages)
      schema = SDMX.jsonSchema(of: first.flow.reference, structure, form, level: level)
    }
    let head = AnswerHead(asked, catalogue, contentType: negotiated.contentType, language: language)
    return Answer(200, head.headers, .bytes(schema))
  }
}

/// What somebody asks below `schema`.
private struct SchemaQuery {
  let context: DataQuery.Context
  let artefacts: ArtefactPattern
  let asOf: Moment?
  /// The dimension at observations; nil: time.
  let level: String?

  init(_ asked: AskedRequest) throws(RequestFault) {
    let all = asked.interface == .v1 ? "all" : "*"
    func segment(_ place: Int) -> String { place < asked.segments.count ? asked.segments[place] : all }
    guard (2...4).contains(asked.segments.count), let context = DataQuery.Context(rawValue: segment(0)) else {
      let known = DataQuery.Context.allCases.map(\.rawValue).joined(separator: ", ")
      throw RequestFault.syntax("schema/CONTEXT/AGENCY/ID/VERSION is expected, the context one of \(known).")
    }
    self.context = context
    artefacts = ArtefactPattern(
      agencies: try ArtefactPattern.names(segment(1), asked.interface),
      ids: try ArtefactPattern.names(segment(2), asked.interface),
      versions: try ArtefactPattern.versions(
        asked.segments.count > 3 ? segment(3) : asked.interface == .v1 ? "latest" : "~", asked.interface))
    var parameters = RequestParameters(asked.parameters)
    asOf = try parameters.takeMoment("asOf")
    level = try parameters.take("dimensionAtObservation")
    try parameters.finishKnowing("explicitMeasure", "obsDimension", "deletion")
  }
}

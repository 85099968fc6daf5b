import MilepostExchange
import MilepostModel
package import MilepostStore

/// Answers what is asked below `/api`: the plan, its assessments and its data as JSON.
package struct JSONAnswers<Store: ReleaseStore>: Sendable {
  private let store: Store
  private let views = ReleaseViews()
  private let kept = KeptAnswers()

  /// Counts the forms of answers that were: part of every ETag, so that nobody keeps an answer of an older form.
  private static var form: Int { 1 }

  private let report: @Sendable (String) -> Void

  /// - Parameter report: takes what went wrong with the store, for those who look after it.
  package init(_ store: Store, report: @escaping @Sendable (String) -> Void = { _ in }) {
    self.store = store
    self.report = report
  }

  package func answer(to request: Request) -> Answer {
    do {
      guard let publication = try store.publication(asOf: nil) else { return try answer(to: request, of: nil) }
      let isPacked = ContentCoding.takesGzip(request.headers["accept-encoding"])
      let key = KeptAnswers.Key(
        publication: publication, target: request.target, language: request.headers["accept-language"],
        isPacked: isPacked)
      return try kept.answer(key) {
        ContentCoding.coded(try answer(to: request, of: publication), isPacked: isPacked)
      }
    } catch let fault as RequestFault {
      return Problem(fault).answer
    } catch {
      report("\(error)")
      return Problem.unavailable.answer
    }
  }

  /// - Parameter publication: the newest; nil: there is none.
  private func answer(to request: Request, of publication: PublicationRecord?) throws -> Answer {
    let nothing = "There is nothing at this address; /api/v1 says what there is."
    let target = try RequestTarget(request.target)
    guard target.segments.starts(with: ["api", "v1"]) else { return Problem(404, nothing).answer }
    let path = target.segments.dropFirst(2)
    for endpoint in Endpoint.all {
      let (id, isMatch) = endpoint.match(path)
      guard isMatch else { continue }
      let asked = try AskedParameters(target.parameters, of: endpoint)
      guard var publication else { return Problem(503, "Nothing was published yet.", retryAfter: 60).answer }
      if let number = asked.publication {
        guard let found = try store.publications().first(where: { $0.id.number == number }) else {
          throw RequestFault(.unknownResource, "There is no publication \(number); /api/v1/publications lists them.")
        }
        publication = found
      }
      return try answer(
        Question(endpoint: endpoint, id: id, asked: asked, publication: publication, request: request))
    }
    return Problem(404, nothing).answer
  }

  /// What was asked, as far as it is understood.
  private struct Question {
    let endpoint: Endpoint
    let id: String?
    let asked: AskedParameters
    let publication: PublicationRecord
    let request: Request
  }

  private func answer(_ question: Question) throws -> Answer {
    switch question.endpoint.subject {
    case .description: return sent(OpenAPIDocument.bytes, question)
    case .publications: return sent(try publications(), question)
    case .releases: return sent(try releases(question.publication), question)
    case .assessments: return try file("assessments.json", question)
    case .assessment:
      guard let id = question.id else { return .notThere }
      return try file("targets/\(id.slug).json", question)
    case .overview, .plan, .indicators, .indicator, .observations, .availability, .areas, .groups, .codelists,
      .dataflows:
      return try shown(question)
    }
  }

  /// An answer with names in the language that is asked for.
  private func shown(_ question: Question) throws -> Answer {
    let view = try views.view(of: try release(question), in: store)
    let language = LanguageChoice.best(question.request.headers["accept-language"], of: view.languages)
    let body = try document(question, view, language)
    return sent(body.bytes, question, language, next: body.next)
  }

  private func document(
    _ question: Question, _ view: ReleaseView, _ language: LanguageTag
  ) throws -> (bytes: [UInt8], next: String?) {
    let asked = question.asked
    func written(_ members: (inout JSONWriter) -> Void) -> (bytes: [UInt8], next: String?) {
      (JSONWriter.document(members), nil)
    }
    switch question.endpoint.subject {
    case .plan: return written { $0.plan(view, language) }
    case .indicators: return written { $0.indicators(view, language) }
    case .indicator:
      let indicator = try indicator(question.id, view)
      return written { $0.indicator(indicator, view, language) }
    case .areas: return written { $0.areas(view, language) }
    case .groups: return written { $0.groups(view, language) }
    case .codelists: return written { $0.codelists(view, language) }
    case .dataflows: return written { $0.dataflows(view, language) }
    case .availability:
      let codes =
        if let id = asked.text(.indicator) {
          try store.availability(
            of: view.record.series.id, SeriesSelection(indicator: try indicator(id, view).id))
        } else { try store.availability(of: view.record.series.id) }
      return written { $0.availability(codes, view, language) }
    case .observations: return try observations(question, view)
    case .overview, .description, .publications, .releases, .assessments, .assessment:
      return written { $0.overview(view, language) }
    }
  }

  private func release(_ question: Question) throws -> ReleaseRecord {
    if let day = question.asked.asOf {
      guard let release = try store.release(asOf: day) else {
        throw RequestFault(.unknownResource, "Nothing was released as of \(day) or before.")
      }
      return release
    }
    return try edition(question)
  }

  private func edition(_ question: Question) throws -> ReleaseRecord {
    let releases = try store.releases(of: question.publication.id)
    guard let asked = question.asked.text(.edition) else {
      guard let latest = releases.last else { throw StoreError.damaged("the store", what: "a publication is empty") }
      return latest
    }
    if let found = releases.last(where: { $0.edition?.text == asked || $0.edition?.text.slug == asked }) {
      return found
    }
    let known = releases.compactMap { $0.edition?.text }.joined(separator: ", ")
    throw RequestFault(.unknownResource, "There is no edition '\(asked)'; there is \(known).")
  }

  private func indicator(_ id: String?, _ view: ReleaseView) throws(RequestFault) -> IndicatorOutline {
    if let found = view.structure.indicators.first(where: { $0.id.text == id }) { return found }
    let stated = id.map { "'\($0)'" } ?? "without an id"
    throw RequestFault(.unknownResource, "There is no indicator \(stated); /api/v1/indicators lists them.")
  }

  private func publications() throws -> [UInt8] {
    let all = try store.publications().prefix(100).map { ($0, try store.releases(of: $0.id)) }
    return JSONWriter.document { json in
      json.key("publications")
      json.array(all) { json, publication in
        json.object { json in
          json.member("id", publication.0.id.number)
          json.member("published", publication.0.published.description)
          json.member("program", publication.0.program)
          json.releases(publication.1)
        }
      }
    }
  }

  private func releases(_ publication: PublicationRecord) throws -> [UInt8] {
    let releases = try store.releases(of: publication.id)
    return JSONWriter.document { json in
      json.member("published", publication.published.description)
      json.releases(releases)
    }
  }

  private func observations(_ question: Question, _ view: ReleaseView) throws -> (bytes: [UInt8], next: String?) {
    let asked = question.asked
    let indicator = try indicator(asked.text(.indicator), view)
    let areas = asked.texts(.area).map { Area.ID($0) }
    let known = Set(view.structure.areas.map(\.id) + view.structure.groups.map(\.id))
    if let unknown = areas.first(where: { !known.contains($0) }) {
      throw RequestFault(.unknownResource, "There is no area '\(unknown)'; /api/v1/areas and /api/v1/groups list them.")
    }
    let codes = asked.conditions
    if let unknown = codes.first(where: { !indicator.dimensions.contains($0.dimension) }) {
      let own = indicator.dimensions.joined(separator: ", ")
      throw RequestFault(
        .unknownResource,
        "Indicator '\(indicator.id)' has no dimension '\(unknown.dimension)'; "
          + (own.isEmpty ? "it has none." : "it has \(own)."))
    }
    let selection = SeriesSelection(indicator: indicator.id, areas: areas.isEmpty ? nil : Set(areas)) { key in
      codes.allSatisfy { key.code(in: $0.dimension) == $0.code }
    }
    let offset = asked.number(.offset, otherwise: 0)
    let limit = asked.number(.limit, otherwise: ObservationPage.standard)
    let (start, end) = (asked.start?.firstDay, asked.end?.lastDay)
    let page = try ObservationPage(
      of: view.record.series.id, in: store, selection,
      where: { period in
        (start.map { $0 <= period.lastDay } ?? true) && (end.map { period.lastDay <= $0 } ?? true)
      },
      offset: offset, limit: limit)
    let next =
      page.hasMore
      ? NextPage.address(
        question.request.target, offset: offset + limit, publication: question.publication.id.number) : nil
    let bytes = JSONWriter.document { json in
      json.member("edition", view.record.edition?.text)
      json.member("asOf", view.record.asOf.description)
      json.member("offset", offset)
      json.member("limit", limit)
      json.member("next", next)
      json.observations(page.found)
    }
    return (bytes, next)
  }

  /// A data file of the site, as it was published.
  private func file(_ name: String, _ question: Question) throws -> Answer {
    let release = try edition(question)
    let latest = try store.releases(of: question.publication.id).last
    let folder = release == latest ? "data" : release.edition.map { "editions/\($0.text.slug)/data" }
    guard let folder, let contents = try store.file("\(folder)/\(name)", of: question.publication.id)?.contents else {
      let stated = question.id.map { "There is no target '\($0)'" } ?? "There are no assessments"
      throw RequestFault(.unknownResource, "\(stated) in this edition.")
    }
    return sent(contents, question)
  }

  private func sent(
    _ bytes: [UInt8], _ question: Question, _ language: LanguageTag? = nil, next: String? = nil
  ) -> Answer {
    let publication = question.publication
    var name = "\(publication.id.number)-\(publication.hash.text.prefix(16))-\(JSONAnswers.form)"
    if let language { name += "-\(language)" }
    var answer = Answer.json(
      bytes,
      [
        Answer.Header("ETag", "\"\(name)\""),
        Answer.Header("Last-Modified", HTTPDate.text(publication.published)),
        Answer.Header("Cache-Control", "public, max-age=60"), publication.header,
      ])
    if let language {
      answer.set("Content-Language", language.text)
      answer.vary(on: "Accept-Language")
    }
    if let next { answer.set("Link", "<\(next)>; rel=\"next\"") }
    return answer
  }
}

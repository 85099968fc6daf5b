package import MilepostStore

/// All that a server says to a request, without the sockets.
package struct Front<Store: ReleaseStore>: Sendable {
  package typealias Answering = @Sendable (Request) async -> Answer

  private let site: SiteAnswers<Store>
  private let json: Answering
  private let sdmx: Answering
  private let health: HealthAnswers<Store>
  /// nil: the workspace is not watched.
  private let reload: ReloadBell?
  private let report: Report

  /// Takes what those who look after the server must know, and nobody who asks it.
  package typealias Report = @Sendable (String) -> Void

  /// - Parameters:
  ///   - sdmx: what is below `/sdmx/v1` and `/sdmx/v2`.
  ///   - json: what is below `/api`.
  ///   - report: takes what went wrong with the store.
  ///   - reload: rings when a new publication is there; nil: the site is served as it was published.
  package init(
    _ store: Store, sdmx: @escaping Answering, json: @escaping Answering, metrics: Metrics,
    reload: ReloadBell? = nil, report: @escaping Report = { _ in }
  ) {
    site = SiteAnswers(store, isLive: reload != nil, report: report)
    health = HealthAnswers(store, metrics)
    self.report = report
    self.json = json
    self.sdmx = sdmx
    self.reload = reload
  }

  /// The answer as it is sent; that to HEAD is as to GET, without the body.
  package func answer(to request: Request) async -> Answer {
    let kind = RouteClass(request.target)
    if reload != nil, let host = request.headers["host"], !LivePage.isOwn(host: host) {
      let detail = "A workspace is served under localhost and addresses in numbers only, not as '\(host)'."
      return finished(Problem(421, detail).answer, kind)
    }
    if request.method == .options { return finished(permissions, kind) }
    var answer = await inner(request, kind)
    if reload != nil, answer.mediaType == "text/html", case .bytes(let page) = answer.body {
      answer.body = .bytes(LivePage.withReload(page))
    }
    let isPacked = ContentCoding.isWorthIt(answer) && ContentCoding.takesGzip(request.headers["accept-encoding"])
    answer = ContentCoding.announced(answer, isPacked: isPacked)
    if Conditions.isKnown(answer, to: request) { return finished(Conditions.notModified(answer), kind) }
    // The length of a packed body is known only when it was packed.
    if isPacked { answer.body = ContentCoding.pack(answer.body) }
    do {
      if let length = try await length(of: answer, for: request.method) { answer.set("Content-Length", "\(length)") }
    } catch {
      report("\(error)")
      answer = Problem.unavailable.answer
    }
    if request.method == .head { answer.body = .empty }
    return finished(answer, kind)
  }

  /// The length of a body; nil: it is sent in parts, or there is none to speak of.
  ///
  /// That of a body in parts is counted for HEAD: without a length, the end of an answer without a body cannot be told.
  private func length(of answer: Answer, for method: Request.Method) async throws -> Int? {
    switch answer.body {
    case .bytes(let bytes): return bytes.count
    case .empty: return answer.status == 204 ? nil : 0
    case .parts(let make):
      guard method == .head else { return nil }
      // Events have no end.
      if answer.mediaType == "text/event-stream" { return 0 }
      var length = 0
      try await make { length += $0.count }
      return length
    }
  }

  /// The answer to a method that there is not: only reading is possible.
  package func refusal(_ target: String) -> Answer {
    var answer = Problem(405, "Only GET, HEAD and OPTIONS are answered: nothing can be written here.").answer
    answer.set("Allow", "GET, HEAD, OPTIONS")
    return finished(answer, RouteClass(target))
  }

  /// The answer to a request that is turned away before it is looked at, as the interface that it is to says faults.
  func turnedAway(_ fault: RequestFault, retryAfter: Int? = nil, _ request: Request) -> Answer {
    let kind = RouteClass(request.target)
    var answer = kind == .sdmx ? FaultAnswer.answer(fault, to: request) : Problem(fault).answer
    if let retryAfter { answer.set("Retry-After", "\(retryAfter)") }
    return finished(answer, kind)
  }

  private var permissions: Answer {
    Answer(204, [Answer.Header("Allow", "GET, HEAD, OPTIONS")] + StandardHeaders.preflight)
  }

  private func finished(_ answer: Answer, _ kind: RouteClass) -> Answer {
    var answer = answer
    // What is not published yet is for nobody's scripts but its own.
    StandardHeaders.add(to: &answer, isOpen: kind.isOpen && reload == nil)
    if reload != nil {
      for header in StandardHeaders.preflight { answer.remove(header.name) }
      answer.set("Cache-Control", "no-store")
      answer.remove("Last-Modified")
    }
    return answer
  }

  private func inner(_ request: Request, _ kind: RouteClass) async -> Answer {
    let asked = Request(.get, request.target, headers: request.headers)
    switch kind {
    case .health: return health.health()
    case .metrics: return health.metrics()
    case .json: return await json(asked)
    case .sdmx: return await sdmx(asked)
    case .site, .data, .reload:
      if let reload, let answer = reload.answer(to: request.target) { return answer }
      return site.answer(to: asked)
    }
  }
}

#if Server
  import HTTPTypes
  import HummingbirdCore
  import MilepostStore
  import NIOCore

  /// Takes requests from the library, has them answered within the limits, and sends the answers.
  struct RequestDesk<Store: ReleaseStore>: Sendable {
    private let front: Front<Store>
    private let proxies: Int
    private let rate: RateLimit?
    private let cost: CostLimit
    private let metrics: Metrics
    private let surroundings: ServerSurroundings
    private let logsRequests: Bool

    /// The system takes this much at a time, so that it is seen how fast a client reads.
    private static var partBytes: Int { 16_384 }

    init(_ front: Front<Store>, _ options: ServerOptions, _ metrics: Metrics, _ surroundings: ServerSurroundings) {
      self.front = front
      self.metrics = metrics
      self.surroundings = surroundings
      proxies = options.proxies
      logsRequests = options.logsRequests
      rate =
        options.requestsPerSecond > 0
        ? RateLimit(perSecond: options.requestsPerSecond, burst: Double(options.burst)) : nil
      cost = CostLimit(most: options.costly, mostOfOne: options.costlyOfOne)
    }

    func serve(
      _ asked: HummingbirdCore.Request, _ writer: consuming ResponseWriter, _ channel: any Channel
    ) async throws {
      let began = ContinuousClock.now
      let target = asked.head.path ?? "/"
      let client = client(asked, channel)
      metrics.began()
      var isCostly = RouteClass.isCostly(target)
      let answer: Answer
      if let refusal = refusal(asked, target, client, began) ?? (isCostly ? costRefusal(asked, target, client) : nil) {
        (answer, isCostly) = (refusal, false)
      } else {
        answer = await front.answer(to: request(asked, target))
      }
      defer { if isCostly { cost.leave(client) } }
      var sent = Sent()
      let failure: (any Error)?
      do {
        try await send(answer, writer, &sent)
        failure = nil
      } catch {
        failure = error
      }
      let seconds = (ContinuousClock.now - began) / .seconds(1)
      metrics.ended(RouteClass(target), answer.status, bytes: sent.bytes, seconds: seconds)
      if logsRequests {
        surroundings.log(
          RequestLog(
            method: asked.method.rawValue, target: target, status: answer.status, bytes: sent.bytes,
            milliseconds: seconds * 1000, isBroken: failure != nil
          ).line(at: RequestLog.now))
      }
      if let failure { throw failure }
    }

    private struct Sent {
      var bytes = 0
    }

    /// The answer to what is not looked at further; nil: it is.
    private func refusal(
      _ asked: HummingbirdCore.Request, _ target: String, _ client: String, _ now: ContinuousClock.Instant
    ) -> Answer? {
      let kind = RouteClass(target)
      // Those who look after the server must see it when it is busy most of all.
      if kind != .health, kind != .metrics, let wait = rate?.wait(client, at: now) {
        metrics.limited()
        let fault = RequestFault(.tooManyRequests, "Too many requests from one address. Slow down.")
        return front.turnedAway(fault, retryAfter: wait, request(asked, target))
      }
      if target.utf8.count > RequestTarget.mostBytes {
        let fault = RequestFault(.addressTooLong, "The address is longer than \(RequestTarget.mostBytes) bytes.")
        return front.turnedAway(fault, request(asked, target))
      }
      return Request.Method(rawValue: asked.method.rawValue) == nil ? front.refusal(target) : nil
    }

    /// The answer when no place is free for a costly request; nil: one was taken.
    private func costRefusal(_ asked: HummingbirdCore.Request, _ target: String, _ client: String) -> Answer? {
      let fault: RequestFault
      let seconds: Int
      switch cost.enter(client) {
      case .granted: return nil
      case .clientHasItsShare:
        metrics.limited()
        (fault, seconds) = (RequestFault(.tooManyRequests, RequestDesk.share), 1)
      case .allAreTaken:
        metrics.busy()
        (fault, seconds) = (RequestFault(.unavailable, RequestDesk.busy), 2)
      }
      return front.turnedAway(fault, retryAfter: seconds, request(asked, target))
    }

    private static var share: String { "Too many large requests from one address at once. Wait for their answers." }
    private static var busy: String { "Too many large requests are being answered. Try again soon." }

    private func client(_ asked: HummingbirdCore.Request, _ channel: any Channel) -> String {
      let peer = channel.remoteAddress?.ipAddress ?? "unknown"
      guard proxies > 0, let name = HTTPField.Name("X-Forwarded-For") else {
        return ClientAddress.of(peer: peer, forwarded: nil, proxies: 0)
      }
      return ClientAddress.of(
        peer: peer, forwarded: asked.headers[values: name].joined(separator: ","), proxies: proxies)
    }

    private func request(_ asked: HummingbirdCore.Request, _ target: String) -> Request {
      var headers: [String: String] = [:]
      headers["host"] = asked.head.authority
      for field in asked.headers {
        let name = field.name.canonicalName
        headers[name] = headers[name].map { "\($0), \(field.value)" } ?? field.value
      }
      return Request(Request.Method(rawValue: asked.method.rawValue) ?? .get, target, headers: headers)
    }

    private func send(_ answer: Answer, _ writer: consuming ResponseWriter, _ sent: inout Sent) async throws {
      var fields = HTTPFields()
      for header in answer.headers {
        if let name = HTTPField.Name(header.name) { fields.append(HTTPField(name: name, value: header.value)) }
      }
      fields[.date] = HTTPDate.text(RequestLog.now)
      let head = HTTPResponse(status: .init(code: answer.status), headerFields: fields)
      switch answer.body {
      case .empty: try await writer.writeResponse(head)
      case .bytes(let bytes):
        var body = try await writer.writeHead(head)
        var place = 0
        while place < bytes.count {
          let end = min(place + RequestDesk.partBytes, bytes.count)
          try await body.write(ByteBuffer(bytes: bytes[place..<end]))
          sent.bytes += end - place
          place = end
        }
        try await body.finish(nil)
      case .parts(let make):
        var body = try await writer.writeHead(head)
        try await make { part in
          var place = 0
          while place < part.count {
            let end = min(place + RequestDesk.partBytes, part.count)
            try await body.write(ByteBuffer(bytes: part[place..<end]))
            sent.bytes += end - place
            place = end
          }
        }
        try await body.finish(nil)
      }
    }
  }
#endif

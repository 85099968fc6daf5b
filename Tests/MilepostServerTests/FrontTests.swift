import MilepostModel
import MilepostStore
import MilepostTesting
import Testing

@testable import MilepostServer

#if Store
  @Suite struct FrontTests {
    @Test(arguments: [
      "/", "/en/", "/nope", "/%00", "/data/release.json", "/api/v1/plan", "/api/v1/no", "/health", "/sdmx/v1",
    ])
    func `every answer says what a browser may do with it`(_ address: String) async throws {
      let answer = await (try Shelf()).front().answer(to: Request(.get, address))
      #expect(answer.header("Content-Security-Policy")?.hasPrefix("default-src 'none'") == true)
      #expect(answer.header("X-Content-Type-Options") == "nosniff")
      #expect(answer.header("Referrer-Policy") != nil)
      #expect(answer.header("Permissions-Policy") != nil)
    }

    @Test(arguments: [
      "/data/release.json", "/data/none.json", "/api/v1/plan", "/api/v1/plan?x=1", "/sdmx/v2/structure",
    ])
    func `scripts of other sites may read data and why there is none`(_ address: String) async throws {
      #expect(
        await (try Shelf()).front().answer(to: Request(.get, address)).header("Access-Control-Allow-Origin") == "*")
    }

    @Test func `a browser is told beforehand what it may ask`() async throws {
      let answer = await (try Shelf()).front().answer(to: Request(.options, "/api/v1/plan"))
      #expect(answer.status == 204)
      #expect(answer.header("Access-Control-Allow-Methods") == "GET, HEAD, OPTIONS")
      #expect(answer.header("Allow") == "GET, HEAD, OPTIONS")
    }

    @Test func `nothing can be written`() throws {
      let answer = try Shelf().front().refusal("/api/v1/plan")
      #expect(answer.status == 405)
      #expect(answer.header("Allow") == "GET, HEAD, OPTIONS")
      #expect(answer.header("Access-Control-Allow-Origin") == "*")
    }

    @Test(arguments: ["/en/", "/api/v1/plan", "/data/release.json"])
    func `who has it already gets no body`(_ address: String) async throws {
      let front = try Shelf().front()
      let first = await front.answer(to: Request(.get, address))
      let tag = try #require(first.header("ETag"))
      let day = try #require(first.header("Last-Modified"))
      for headers in [
        ["if-none-match": tag], ["if-none-match": "W/\(tag)"], ["if-none-match": "\"x\", \(tag)"],
        ["if-none-match": "*"],
        ["if-modified-since": day], ["if-modified-since": "Sun, 06 Nov 2033 08:49:37 GMT"],
      ] {
        let second = await front.answer(to: Request(.get, address, headers: headers))
        #expect(second.status == 304)
        #expect(second.header("ETag") == tag)
        #expect(second.header("Content-Type") == nil)
      }
      for headers in [
        ["if-none-match": "\"x\"", "if-modified-since": day], ["if-modified-since": "yesterday"],
        ["if-modified-since": "Sun, 06 Nov 1994 08:49:37 GMT"],
      ] {
        #expect(await front.answer(to: Request(.get, address, headers: headers)).status == 200)
      }
    }

    @Test func `an answer to HEAD is that to GET without its body`() async throws {
      let front = try Shelf().front()
      for address in ["/en/", "/api/v1/plan", "/nope"] {
        let whole = await front.answer(to: Request(.get, address))
        let head = await front.answer(to: Request(.head, address))
        #expect(head.status == whole.status)
        #expect(head.headers == whole.headers)
        #expect(head.header("Content-Length") == whole.text.map { "\($0.utf8.count)" })
        #expect(head.text == nil)
      }
    }

    @Test func `texts are packed for those who take it`() async throws {
      let front = try Shelf().front()
      let packed = await front.answer(
        to: Request(.get, "/sdmx/v1/data/x", headers: ["accept-encoding": "gzip, deflate"]))
      #expect(packed.header("Content-Encoding") == "gzip")
      guard case .bytes(let bytes) = packed.body else {
        Issue.record("no bytes")
        return
      }
      #expect(Gzip.unpacked(bytes, size: 5000) == [UInt8](repeating: UInt8(ascii: "a"), count: 5000))
      #expect(packed.header("Content-Length") == "\(bytes.count)")
      let plain = await front.answer(to: Request(.get, "/sdmx/v1/data/x", headers: ["accept-encoding": "gzip;q=0"]))
      #expect(plain.header("Content-Encoding") == nil)
      #expect(plain.header("Vary") == "Accept-Encoding")
    }

    @Test(
      arguments: [
        ("gzip", true), ("GZIP", true), ("deflate, gzip;q=0.5", true), ("*", true), ("*;q=0", false),
        ("gzip;q=0", false),
        ("gzip; q=0.0", false), ("*, gzip;q=0", false), ("br", false), ("", false), ("gzip;q=x", false),
      ])
    func `gzip is taken as the header says`(_ header: String, _ isTaken: Bool) {
      #expect(ContentCoding.takesGzip(header) == isTaken)
    }

    @Test func `a body that comes in parts is packed whole`() async throws {
      let parts = Answer.Body.parts { send in
        for _ in 0..<300 { try await send([UInt8](repeating: UInt8(ascii: "b"), count: 1000)) }
      }
      guard case .parts(let make) = ContentCoding.pack(parts) else {
        Issue.record("no parts")
        return
      }
      var packed: [UInt8] = []
      try await make { packed += $0 }
      #expect(packed.count < 3000)
      #expect(Gzip.unpacked(packed, size: 300_000) == [UInt8](repeating: UInt8(ascii: "b"), count: 300_000))
    }

    @Test(
      arguments: [
        ("1994-11-06T08:49:37.000Z", "Sun, 06 Nov 1994 08:49:37 GMT"),
        ("1969-12-31T23:59:59.000Z", "Wed, 31 Dec 1969 23:59:59 GMT"),
        ("2024-02-29T00:00:00.000Z", "Thu, 29 Feb 2024 00:00:00 GMT"),
      ])
    func `dates are written as HTTP has them and read back`(_ stamp: String, _ text: String) {
      let moment = SampleShelf.moment(stamp)
      #expect(HTTPDate.text(moment) == text)
      #expect(HTTPDate.moment(text) == moment)
    }

    @Test func `health tells what is served`() async throws {
      struct Health: Decodable {
        let status: String
        let workspace: String
        let edition: String
        let publication: Int
      }
      let answer = await (try Shelf()).front().answer(to: Request(.get, "/health"))
      let health = try answer.decoded(Health.self)
      #expect(answer.status == 200)
      #expect(health.status == "ok" && health.workspace == "river-towns" && health.edition == "T/2")
      #expect(health.publication == 1)
    }

    @Test func `metrics count by class and status`() async throws {
      let metrics = Metrics()
      metrics.began()
      metrics.ended(.json, 200, bytes: 10, seconds: 0.002)
      metrics.limited()
      let text = metrics.text
      #expect(text.contains("milepost_http_requests_total{route=\"json\",status=\"200\"} 1\n"))
      #expect(text.contains("milepost_http_request_duration_seconds_bucket{route=\"json\",le=\"0.001\"} 0\n"))
      #expect(text.contains("milepost_http_request_duration_seconds_bucket{route=\"json\",le=\"0.005\"} 1\n"))
      #expect(text.contains("milepost_http_requests_in_flight 0\n"))
      #expect(text.contains("milepost_http_rate_limited_total 1\n"))
      let page = await (try Shelf()).front().answer(to: Request(.get, "/metrics"))
      #expect(page.text?.contains("milepost_publication_id 1\n") == true)
      #expect(page.text?.contains("milepost_publication_timestamp_seconds 1706933106\n") == true)
    }
  }

  @Suite struct LimitTests {
    @Test func `a client that has used up its tokens waits for the next`() {
      let limit = RateLimit(perSecond: 2, burst: 3)
      let now = ContinuousClock.now
      #expect((0..<3).allSatisfy { _ in limit.wait("a", at: now) == nil })
      #expect(limit.wait("a", at: now) == 1)
      #expect(limit.wait("b", at: now) == nil)
      #expect(limit.wait("a", at: now + .milliseconds(500)) == nil)
      #expect(limit.wait("a", at: now + .milliseconds(500)) == 1)
      #expect((0..<3).allSatisfy { _ in limit.wait("a", at: now + .seconds(60)) == nil })
      #expect(limit.wait("a", at: now + .seconds(60)) == 1)
    }

    @Test func `who is turned away is told so as the interface says faults`() throws {
      let front = try Shelf().front()
      let fault = RequestFault(.tooManyRequests, "Slow down.")
      func answer(_ target: String) -> (status: Int, text: String, wait: String?) {
        let answer = front.turnedAway(fault, retryAfter: 3, Request(.get, target, headers: [:]))
        return (answer.status, answer.text ?? "nothing", answer.headers.first { $0.name == "Retry-After" }?.value)
      }
      let old = answer("/sdmx/v1/data/towns")
      #expect(old.status == 429 && old.wait == "3" && old.text.contains("<mes:ErrorMessage code=\"503\">"))
      let new = answer("/sdmx/v2/data/dataflow")
      #expect(new.status == 429 && new.wait == "3" && new.text.hasPrefix("{\"errors\":[{\"code\":503,"))
      let page = answer("/en/")
      #expect(page.status == 429 && page.wait == "3" && page.text.contains("\"detail\":\"Slow down.\""))
    }

    @Test func `one client takes not all places for costly requests`() {
      let limit = CostLimit(most: 3, mostOfOne: 2)
      #expect([limit.enter("a"), limit.enter("a")] == [.granted, .granted])
      #expect(limit.enter("a") == .clientHasItsShare)
      #expect(limit.enter("b") == .granted)
      #expect(limit.enter("c") == .allAreTaken)
      limit.leave("a")
      #expect(limit.enter("c") == .granted)
    }

    @Test(
      arguments: [
        (0, "1.1.1.1", "9.9.9.9"), (1, "1.1.1.1", "1.1.1.1"), (1, "5.5.5.5, 1.1.1.1", "1.1.1.1"),
        (2, "6.6.6.6,1.1.1.1, 2.2.2.2", "1.1.1.1"), (2, "1.1.1.1", "9.9.9.9"), (1, "nobody", "9.9.9.9"),
        (1, "1.1.1.1:4711", "1.1.1.1"), (1, "::ffff:1.1.1.1", "1.1.1.1"),
        (1, "2001:db8:0:1:2:3:4:5", "2001:db8:0:1::/64"), (1, "[2001:db8::9]:443", "2001:db8:0:0::/64"),
      ])
    func `only what our own proxies saw is believed`(_ proxies: Int, _ forwarded: String, _ client: String) {
      #expect(ClientAddress.of(peer: "9.9.9.9", forwarded: forwarded, proxies: proxies) == client)
    }

    @Test func `data and availability are costly, pages are not`() {
      #expect(RouteClass.isCostly("/sdmx/v1/data/F/A?x=1"))
      #expect(RouteClass.isCostly("/sdmx/v2/availability/dataflow/A/B/1.0.0"))
      #expect(RouteClass.isCostly("/api/v1/observations?indicator=x"))
      #expect(!RouteClass.isCostly("/api/v1/plan"))
      #expect(!RouteClass.isCostly("/data/indicators/x.csv"))
    }
  }
#endif

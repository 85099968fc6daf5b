import MilepostStore
import Testing

@testable import MilepostServer

#if Store
  @Suite struct SiteAnswersTests {
    @Test func `the first page is that of the first language`() async throws {
      let shelf = try Shelf()
      for address in ["/", "/index.html", "/?a=b"] {
        let answer = await shelf.front().answer(to: Request(.get, address))
        #expect(answer.status == 302)
        #expect(answer.header("location") == "./en/index.html")
      }
    }

    @Test func `a folder is its index, and is asked for with a slash`() async throws {
      let front = try Shelf().front()
      let page = await front.answer(to: Request(.get, "/en/"))
      #expect(page.status == 200)
      #expect(page.text == Shelf.pages["en/index.html"])
      #expect(page.header("Content-Type") == "text/html; charset=utf-8")
      let moved = await front.answer(to: Request(.get, "/editions/t-1/en?area=ALDA"))
      #expect(moved.status == 301)
      #expect(moved.header("Location") == "./en/")
    }

    @Test func `a file goes out as gzip to who takes it, with another tag`() async throws {
      let front = try Shelf().front()
      let plain = await front.answer(to: Request(.get, "/en/index.html", headers: ["accept-encoding": "gzip;q=0, br"]))
      let packed = await front.answer(to: Request(.get, "/en/index.html", headers: ["accept-encoding": "br, gzip"]))
      #expect(plain.header("Content-Encoding") == nil)
      #expect(packed.header("Content-Encoding") == "gzip")
      #expect(packed.header("Vary") == "Accept-Encoding")
      let tag = try #require(plain.header("ETag"))
      #expect(packed.header("ETag") == "\(tag.dropLast())-gzip\"")
      guard case .bytes(let bytes) = packed.body else {
        Issue.record("no bytes")
        return
      }
      let size = try #require(plain.text?.utf8.count)
      #expect(Gzip.unpacked(bytes, size: size).map { String(decoding: $0, as: UTF8.self) } == plain.text)
    }

    @Test(arguments: [
      "/nope", "/en/../style.css", "/en/%2e%2e/style.css", "/a\\b", "/en%2Findex.html", "/.milepost-files", "//en/",
      "/style.css/",
    ])
    func `what is not there has the page for lost readers`(_ address: String) async throws {
      let answer = await (try Shelf()).front().answer(to: Request(.get, address))
      #expect(answer.status == 404)
      #expect(answer.text?.contains("There is no such page") == true)
      #expect(answer.header("ETag") == nil)
      #expect(answer.header("Content-Security-Policy")?.contains("base-uri 'self'") == true)
    }

    @Test(arguments: ["/%00", "/en/%", "/%FF"]) func `what cannot be read is a bad request`(_ address: String)
      async throws
    {
      let answer = await (try Shelf()).front().answer(to: Request(.get, address))
      #expect(answer.status == 400)
      #expect(answer.text?.contains("<h1>") == true)
    }

    @Test func `a notice shows what was asked and runs none of it`() {
      let notice = SitePage.notice(400, "No", "'<script>&\"' is no address")
      #expect(notice.text?.contains("<script>") == false)
      #expect(notice.text?.contains("&lt;script&gt;&amp;&quot;") == true)
    }

    @Test func `an edition may be kept longer than the first pages`() async throws {
      let front = try Shelf().front()
      #expect(await front.answer(to: Request(.get, "/style.css")).header("Cache-Control") == "public, max-age=60")
      #expect(
        await front.answer(to: Request(.get, "/editions/t-1/en/index.html")).header("Cache-Control")
          == "public, max-age=3600"
      )
    }

    @Test func `a new publication is served at once`() async throws {
      let shelf = try Shelf()
      let front = shelf.front()
      let before = await front.answer(to: Request(.get, "/en/"))
      try shelf.publish(lead: "News")
      let after = await front.answer(to: Request(.get, "/en/"))
      #expect(after.text?.contains("News") == true)
      #expect(after.header("ETag") != before.header("ETag"))
    }

    @Test func `pages of a watched workspace load themselves anew and are for nobody else`() async throws {
      let front = try Shelf().front(reload: ReloadBell(publication: 1))
      let page = await front.answer(to: Request(.get, "/en/", headers: ["accept-encoding": "gzip"]))
      #expect(page.header("Cache-Control") == "no-store")
      #expect(page.header("ETag") == nil)
      let data = await front.answer(to: Request(.get, "/data/release.json"))
      #expect(data.header("Access-Control-Allow-Origin") == nil)
      let plain = await front.answer(to: Request(.get, "/en/"))
      #expect(plain.text?.hasSuffix("<script src=\"/reload.js\"></script></body>") == true)
      #expect(
        await front.answer(to: Request(.get, "/reload.js")).header("Content-Type") == "text/javascript; charset=utf-8")
      let published = try Shelf().front()
      #expect(await published.answer(to: Request(.get, "/reload.js")).status == 404)
    }

    @Test(arguments: [("localhost:8080", 200), ("127.0.0.1", 200), ("[::1]:8080", 200), ("evil.example:8080", 421)])
    func `a watched workspace is not read under the name of another site`(_ host: String, _ status: Int) async throws {
      let front = try Shelf().front(reload: ReloadBell(publication: 1))
      #expect(await front.answer(to: Request(.get, "/en/", headers: ["host": host])).status == status)
      #expect(await (try Shelf()).front().answer(to: Request(.get, "/en/", headers: ["host": host])).status == 200)
    }
  }
#endif

import MilepostModel
import MilepostStore
import Testing

@testable import MilepostServer

#if Store
  @Suite struct JSONAnswersTests {
    private struct Problem: Decodable {
      let status: Int
      let detail: String
    }

    private struct Page: Decodable {
      struct Observation: Decodable {
        let area: String
        let period: String
        let value: Double?
        let missing: String?
        let dimensions: [String: String]
      }
      let edition: String?
      let next: String?
      let observations: [Observation]
    }

    private func ask(_ path: String, _ headers: [String: String] = [:]) async throws -> Answer {
      await (try Shelf()).front().answer(to: Request(.get, "/api/v1\(path)", headers: headers))
    }

    @Test(
      arguments: [
        ("/plan?x=1", 400, "There is no parameter 'x' here; there is 'edition', 'asOf', 'publication'."),
        ("/releases?x=1", 400, "There is no parameter 'x' here; this address takes none."),
        ("/observations", 400, "The parameter 'indicator' is missing, for instance indicator=internet-use."),
        ("/plan?edition=T/1&edition=T/2", 400, "The parameter 'edition' is given 2 times and may be given once."),
        ("/plan?publication=7", 404, "There is no publication 7; /api/v1/publications lists them."),
        (
          "/observations?indicator=internet-use&limit=100000", 400,
          "'100000' cannot be read as 'limit'. A whole number from 1 to 10000 is expected."
        ),
        ("/plan?edition=T/9", 404, "There is no edition 'T/9'; there is T/1, T/2."),
        ("/plan?asOf=1999-01-01", 404, "Nothing was released as of 1999-01-01 or before."),
        ("/observations?indicator=none", 404, "There is no indicator 'none'; /api/v1/indicators lists them."),
        (
          "/observations?indicator=population&area=MARS", 404,
          "There is no area 'MARS'; /api/v1/areas and /api/v1/groups list them."
        ),
        (
          "/observations?indicator=internet-use&where=AGE=Y15", 404,
          "Indicator 'internet-use' has no dimension 'AGE'; it has SEX."
        ), ("/assessments/9.9", 404, "There is no target '9.9' in this edition."),
        ("/nothing", 404, "There is nothing at this address; /api/v1 says what there is."),
      ])
    func `what cannot be answered is said in a sentence`(_ path: String, _ status: Int, _ detail: String) async throws {
      let answer = try await ask(path)
      #expect(answer.header("Content-Type") == "application/problem+json")
      let problem = try answer.decoded(Problem.self)
      #expect(answer.status == status && problem.status == status)
      #expect(problem.detail == detail)
    }

    @Test(arguments: [
      "limit=0", "limit=10001", "limit=x", "limit=1.0", "offset=-1", "startPeriod=20", "startPeriod=2020-13",
      "endPeriod=0900", "where=SEX", "where==F", "area=alda", "area=", "asOf=2024-02-30", "indicator=population",
    ]) func `a malformed parameter is refused`(_ parameter: String) async throws {
      #expect(try await ask("/observations?indicator=population&\(parameter)").status == 400)
    }

    @Test func `values come as query gives them`() async throws {
      let page = try await ask("/observations?indicator=internet-use&area=ALDA&where=SEX=_T").decoded(Page.self)
      #expect(page.edition == "T/2")
      #expect(page.observations.map(\.period) == ["2018", "2019", "2020", "2021", "2022", "2023"])
      #expect(page.observations[0].value == 1.0 / 3)
      #expect(page.observations[1].value == nil && page.observations[1].missing == "not-collected")
      #expect(page.observations[2].missing == "confidential")
      #expect(page.next == nil)
      let women = try await ask("/observations?indicator=internet-use&where=SEX=F").decoded(Page.self)
      #expect(women.observations.allSatisfy { $0.dimensions == ["SEX": "F"] } && !women.observations.isEmpty)
      let recent = try await ask(
        "/observations?indicator=population&area=ALDA&startPeriod=2021-Q1&endPeriod=2022"
      ).decoded(Page.self)
      #expect(recent.observations.map(\.period) == ["2021"])
    }

    @Test func `an earlier edition has its own values`() async throws {
      let now = try await ask("/observations?indicator=internet-use&area=DELTA").decoded(Page.self)
      let before = try await ask("/observations?indicator=internet-use&area=DELTA&asOf=2023-06-01").decoded(Page.self)
      #expect(now.observations.count == 1)
      #expect(before.observations.isEmpty && before.edition == "T/1")
      #expect(try await ask("/observations?indicator=population&edition=t-1").decoded(Page.self).edition == "T/1")
    }

    @Test(arguments: [1, 2, 3, 5, 1000]) func `pages together are the whole`(_ limit: Int) async throws {
      let front = try Shelf().front()
      let whole = try await front.answer(to: Request(.get, "/api/v1/observations?indicator=internet-use")).decoded(
        Page.self)
      var periods: [String] = []
      var next: String? = "/api/v1/observations?indicator=internet-use&limit=\(limit)"
      while let address = next {
        let page = try await front.answer(to: Request(.get, address)).decoded(Page.self)
        #expect(page.observations.count <= limit)
        periods += page.observations.map { "\($0.area) \($0.dimensions) \($0.period)" }
        next = page.next
      }
      #expect(periods == whole.observations.map { "\($0.area) \($0.dimensions) \($0.period)" })
    }

    @Test func `names are in the language that is asked for`() async throws {
      struct Areas: Decodable {
        struct Area: Decodable {
          let code: String
          let name: String
          let groups: [String]
        }
        let language: String
        let areas: [Area]
      }
      let french = try await ask("/areas", ["accept-language": "fr-CH, en;q=0.5"])
      let areas = try french.decoded(Areas.self)
      #expect(french.header("Content-Language") == "fr" && areas.language == "fr")
      #expect(french.header("Vary")?.hasPrefix("Accept-Language") == true)
      #expect(areas.areas.first { $0.code == "BORO" }?.name == "la BORO")
      #expect(areas.areas.first { $0.code == "BORO" }?.groups == ["TOWNS"])
      #expect(try await ask("/areas").header("ETag") != french.header("ETag"))
    }

    @Test func `the plan has its targets with status, measure and baseline`() async throws {
      struct Plan: Decodable {
        struct Target: Decodable {
          struct Baseline: Decodable {
            let period: String
            let value: Double
          }
          struct Measure: Decodable {
            let indicator: String
            let area: String
          }
          let id: String
          let title: String
          let status: String
          let due: String
          let baseline: Baseline
          let measures: [Measure]
        }
        let targets: [Target]
      }
      let plan = try await ask("/plan").decoded(Plan.self)
      let target = try #require(plan.targets.first)
      #expect(target.id == "1.1" && target.title == "Everybody online" && target.status == "off-track")
      #expect(target.due == "FY2025")
      #expect(target.baseline.period == "2018" && target.baseline.value == 40)
      #expect(target.measures.first?.indicator == "internet-use" && target.measures.first?.area == "TOWNS")
    }

    @Test func `assessments are the files of the edition`() async throws {
      #expect(try await ask("/assessments").text == Shelf.pages["data/assessments.json"])
      #expect(try await ask("/assessments?edition=T/1").text == Shelf.pages["editions/t-1/data/assessments.json"])
      #expect(try await ask("/assessments/1.1").text == Shelf.pages["data/targets/1.1.json"])
    }

    @Test func `every address is described, and answers`() async throws {
      struct Document: Decodable {
        struct Operations: Decodable {
          let get: Operation
        }
        struct Operation: Decodable {
          struct Reply: Decodable {}
          let operationId: String
          let responses: [String: Reply]
        }
        let openapi: String
        let paths: [String: Operations]
      }
      let document = try await ask("/openapi.json").decoded(Document.self)
      #expect(document.openapi == "3.1.0")
      #expect(document.paths.count == Endpoint.all.count)
      let front = try Shelf().front()
      for endpoint in Endpoint.all {
        let path = "/" + endpoint.segments.joined(separator: "/")
        #expect(document.paths[path]?.get.operationId == endpoint.subject.rawValue)
        #expect(document.paths[path]?.get.responses.keys.contains("404") == true)
        let needed = endpoint.parameters.filter(\.isRequired).map { "\($0.name)=\($0.example)" }
        let address = endpoint.exampleID.map { path.replacing("{id}", with: $0) } ?? path
        let query = needed.isEmpty ? "" : "?" + needed.joined(separator: "&")
        #expect(await front.answer(to: Request(.get, "/api/v1\(address)\(query)")).status == 200, "\(address)")
      }
    }

    @Test func `kept answers give way to what is published next, and each coding has its own`() async throws {
      let shelf = try Shelf()
      let front = shelf.front()
      func ask(
        _ headers: [String: String] = [:], _ name: String = "observations?indicator=internet-use"
      ) async -> Answer {
        await front.answer(to: Request(.get, "/api/v1/" + name, headers: headers))
      }
      let (plain, packed) = (await ask(), await ask(["accept-encoding": "gzip"]))
      #expect(plain.header("Content-Encoding") == nil && packed.header("Content-Encoding") == "gzip")
      #expect(plain.header("ETag") != packed.header("ETag") && packed.header("Vary")?.contains("Encoding") == true)
      let (again, packedAgain) = (await ask(), await ask(["accept-encoding": "gzip"]))
      #expect(again.text == plain.text && again.headers == plain.headers)
      #expect(packedAgain.text == packed.text && packedAgain.headers == packed.headers)
      #expect(await ask(["accept-language": "fr"], "plan").text != ask([:], "plan").text)
      let before = await ask([:], "publications")
      try shelf.publish(lead: "New")
      let after = await ask([:], "publications")
      #expect(before.text != after.text && after.text?.contains("\"id\":2") == true)
      #expect(await ask().header("ETag") != plain.header("ETag"))
    }
  }
#endif

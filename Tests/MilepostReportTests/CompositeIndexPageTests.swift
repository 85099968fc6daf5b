import MilepostLanguage
import MilepostModel
import Testing

@testable import MilepostExchange
@testable import MilepostReport

/// Composite indices on pages of their own, on those of areas, and in files.
@Suite struct CompositeIndexPageTests {
  private static let sample = IndexSample(count: 40)
  private static let release = sample.release

  private static func bytes(_ path: String, of release: Release, _ language: String = "en") throws -> [UInt8] {
    let site = MilepostReport.site(for: [release], languages: [LanguageTag(language)])
    return try #require(site.files.first { $0.path == "\(language)/\(path)" }).make()
  }

  private func page(_ path: String, of release: Release = release) throws -> String {
    String(decoding: try Self.bytes(path + "index.html", of: release), as: UTF8.self).plainSpaces
  }

  private func texts(_ pattern: Regex<(Substring, Substring)>, in page: String) -> [String] {
    page.matches(of: pattern).map { String($0.1) }
  }

  /// The rows of the body of a table, cell by cell, without markup.
  private func rows(_ id: String, in page: String) throws -> [[String]] {
    let start = try #require(page.firstRange(of: "<table id=\"\(id)\""))
    let body = try #require(page[start.upperBound...].split(separator: "<tbody>").dropFirst().first)
    return body.prefix(upTo: body.firstRange(of: "</tbody>")?.lowerBound ?? body.endIndex).split(separator: "<tr>").map
    {
      $0.matches(of: #/<t[hd][^>]*>(.*?)<\/t[hd]>/#).map { String($0.1).replacing(#/<[^>]*>/#, with: "") }
    }
  }

  @Test func `the answer says who leads, how the middle stands and who rose most`() throws {
    let result = try #require(Self.release.indices[0].newest)
    let page = try page("indices/tides/")
    let first = try #require(result.standings.firstIndex { $0?.place == 1 })
    let score = try #require(result.standings[first]?.score)
    let median = try #require(result.parts[0].median)
    let numbers = NumberConventions(IslesRelease.english)
    let answer = try #require(texts(#/<h1 class="answer">(.*?)<\/h1>/#, in: page).first)
    #expect(
      answer.hasPrefix(
        "Island of the outer ring \(first + 1) leads in 2023 with \(numbers.text(score, decimals: 1)); the middle of 39 areas has \(numbers.text(median, decimals: 1)). Since 2022, "
      ), "\(answer)")
    let gains = result.areas.indices.compactMap { area -> Int? in
      guard let now = result.standings[area],
        let then = Self.release.indices[0].earlier?.standing(of: result.areas[area])
      else { return nil }
      return then.place - now.place
    }
    #expect(answer.contains("rose furthest: by \(gains.max() ?? 0) rank"))
  }

  @Test func `areas that share the first rank are named together, of many the first`() throws {
    func answer(_ count: Int) throws -> String {
      let sample = IndexSample(count: count, areAllEqual: true)
      let page = try page("indices/tides/", of: sample.release)
      return try #require(texts(#/<h1 class="answer">(.*?) in 2023/#, in: page).first)
    }
    let name = "Island of the outer ring"
    #expect(try answer(3) == "\(name) 1 and \(name) 2 share rank 1")
    #expect(try answer(9) == "\(name) 1, \(name) 2, \(name) 3, … share rank 1")
  }

  @Test func `every area stands in the ranking, as the release has it`() throws {
    let result = try #require(Self.release.indices[0].newest)
    let numbers = NumberConventions(IslesRelease.english)
    let rows = try rows("ranking", in: page("indices/tides/"))
    #expect(rows.count == 40)
    for (number, row) in rows.enumerated() {
      let area = try #require(result.areas.firstIndex { row[0] == "Island of the outer ring \($0.text.dropFirst())" })
      guard let standing = result.standings[area], let ranks = result.sensitivity?.ranks[area] else {
        #expect(number == 39 && row[1] == "no score")
        continue
      }
      #expect(row[1] == "\(standing.place)")
      #expect(row[2] == numbers.text(standing.score, decimals: 1))
      #expect(row[3] == "\(Int(ranks.percentile5)) to \(Int(ranks.percentile95))")
      #expect(row[4] == (standing.score >= 50 ? "High" : "Low"))
      let then = Self.release.indices[0].earlier?.standing(of: result.areas[area])?.place
      let gain = then.map { $0 - standing.place }
      let words = gain.map { $0 == 0 ? "the same" : "\($0 > 0 ? "up" : "down") \($0.magnitude)" }
      #expect(row[5].hasSuffix(words ?? "no rank then"))
    }
    #expect(rows.dropLast().map { Int($0[1]) } == rows.dropLast().map { Int($0[1]) }.sorted { ($0 ?? 0) < ($1 ?? 0) })
  }

  @Test func `what is carried or imputed is told, in the chart by its mark`() throws {
    let page = try page("indices/tides/")
    let result = try #require(Self.release.indices[0].newest)
    let rows = try rows("ranking", in: page)
    for (area, id) in result.areas.enumerated() where result.standings[area] != nil {
      let row = try #require(rows.first { $0[0] == "Island of the outer ring \(id.text.dropFirst())" })
      #expect(row.last == (area % 7 == 3 ? "25 %" : "0 %"))
    }
    #expect(page.contains("class=\"part-imputed\""))
  }

  @Test func `an indicator names the indices that it is part of or scores of`() throws {
    #expect(
      try page("indicators/i0/").contains("indices/tides/index.html\">Tides</a><small> part of it, 50 % of the whole<"))
    #expect(try page("indicators/tide-scores/").contains("<small> these are its scores</small>"))
  }

  @Test func `of many areas the first twenty are drawn, of few all`() throws {
    let many = try page("indices/tides/")
    #expect(many.contains("Drawn are the first 20 of 39 areas; the table has all."))
    #expect(many.matches(of: #/id="ranks-wide-title"/#).count == 1)
    let few = try page("indices/tides/", of: IndexSample(count: 30).release)
    #expect(!few.contains("Drawn are the first"))
  }

  @Test func `parts have their scores and what they add`() throws {
    let result = try #require(Self.release.indices[0].newest)
    let page = try page("indices/tides/")
    let rows = try rows("profile", in: page)
    let numbers = NumberConventions(IslesRelease.english)
    #expect(rows.count == 39)
    let area = try #require(result.standings.firstIndex { $0?.place == 1 })
    let cells = [1, 3, 5, 7, 9].map { node in
      let part = result.parts[node]
      let score = numbers.text(part.standings[area]?.score ?? 0, decimals: 1)
      return "\(score) \(numbers.signed(part.effects[area] ?? 0, decimals: 1))"
    }
    #expect(Array(rows[0].dropFirst()) == cells)
    #expect(page.contains("from an area that has the median of every indicator, and with it a score of 51.0."))
    let other = try self.page("indices/tides/", of: IndexSample(count: 40, reference: .init("A7")).release)
    #expect(other.contains("from Island of the outer ring 7, which has a score of 51.0."))
  }

  @Test func `what matters most is said first, with draws, seed and ranks that are not safe`() throws {
    let page = try page("indices/tides/")
    #expect(page.contains("<b>Normalisation matters most: 1.75 ranks on average</b>"))
    #expect(page.contains("<code dir=\"ltr\">20240630</code>"))
    #expect(page.contains(">1,000<"))
    // Every fifth place reaches four ranks; there are 39 of them.
    #expect(page.contains("in nine of ten draws: 32 of 39 areas."))
    #expect(
      try self.page("indices/tides/", of: IndexSample(count: 40, hasSensitivity: false).release)
        .contains("nothing is said of how safe the ranks are"))
  }

  @Test func `the definition is told in words, with effective weights and values that were moved`() throws {
    let page = try page("indices/tides/")
    #expect(texts(#/<li>Harbours <b>([^<]*)<\/b>/#, in: page) == ["50 %"])
    #expect(texts(#/<li>Lights <b>([^<]*)<\/b>/#, in: page) == ["12.5 %"])
    #expect(page.contains("the newest of 2 years before."))
    #expect(page.contains("from the indicators up: arithmetic mean, geometric mean, with these weights."))
    #expect(page.contains("<td class=\"n\">50 %</td><td class=\"n\">0.85</td>"))
    #expect(page.contains("<li>Tiers: High from 50, Low below.</li>"))
    #expect(page.contains("<td>moved in: Island of the outer ring 2</td>"))
    let counts = try #require(Self.release.indices[0].newest?.parts[4].values?.counts)
    let cells = [counts.observed, counts.carried, counts.imputed, counts.missing].map { "<td class=\"n\">\($0)</td>" }
    #expect(counts.missing == 1 && counts.carried == 6 && page.contains(cells.joined()))
  }

  @Test func `an index without values shows its definition and says so`() throws {
    let release = Self.sample.withoutValues
    let page = try page("indices/tides/", of: release)
    #expect(
      texts(#/<h1 class="answer">(.*?)<\/h1>/#, in: page) == [
        "Defined, but not scored: this edition has no values of what it is made of."
      ])
    #expect(!page.contains("<figure") && page.contains("<li>Harbours <b>50 %</b>"))
    #expect(release.dataFiles(of: IndexSample.id).map(\.path) == ["indices/tides.json"])
    #expect(try self.page("indices/", of: release).contains("Defined, but not scored"))
  }

  @Test func `an area says where it stands in the index`() throws {
    let result = try #require(Self.release.indices[0].newest)
    let area = try #require(result.standings.firstIndex { $0?.place == 5 })
    let page = try page("areas/a\(area + 1)/")
    #expect(page.contains("<h2>In the index: Tides</h2>"))
    #expect(page.contains("Rank 5 of 39 in 2023, with a score of "))
    #expect(page.contains("In nine of ten random draws it lies between 1 and 9. Tier: High."))
    #expect(page.contains("Middle of all areas"))
    #expect(try self.page("areas/a40/").contains("It has no score in 2023."))
  }

  @Test func `the index is in the menu, in the index from A to Z and in the search`() throws {
    #expect(try page("").contains("<a href=\"indices/index.html\">Indices</a>"))
    #expect(
      try page("a-z/").contains("<a href=\"../indices/tides/index.html\">Tides</a> <small>Composite index tides<"))
    let search = String(decoding: try Self.bytes("search-index.js", of: Self.release), as: UTF8.self)
    #expect(search.contains("\"indices/tides\",\"tides\",\"Tides\",\"Harbours Ferries and boats"))
    #expect(try page("data/").contains("../../data/indices/tides.csv"))
  }

  @Test(arguments: ["en", "ar", "zh", "fr", "ru", "es"])
  func `a page of 195 areas is below 300 kB`(_ language: String) throws {
    let sample = IndexSample(count: 195)
    let bytes = try Self.bytes("indices/tides/index.html", of: sample.release, language)
    #expect(bytes.count < 300_000, "\(bytes.count)")
    #expect(bytes.count > 50_000)
  }

  @Test func `files hold scores at every level`() throws {
    let sheet = IndexSheet(Self.sample.published).table
    #expect(sheet.rows.count == 2 * 40 * 11)
    let lines = String(decoding: sheet.csv, as: UTF8.self).split(whereSeparator: \.isNewline)
    #expect(lines[0].hasPrefix("REF_AREA,TIME_PERIOD,INDEX_PART,PART_OF,SCORE,RANK,TIER,"))
    #expect(lines.contains { $0.hasPrefix("A2,2023,i0,p0,") && $0.hasSuffix(",observed") })
    #expect(lines.contains { $0.hasPrefix("A4,2023,i0,p0,") && $0.hasSuffix(",carried 2022") })
    let json = String(decoding: indexDocument(Self.release, Self.sample.published), as: UTF8.self)
    #expect(json.contains("\"seed\":\"20240630\"") && json.contains("\"choice\":\"normalisation\""))
    #expect(Self.release.dataFiles(of: IndexSample.id).map(\.format) == [.csv, .xlsx, .json])
  }
}

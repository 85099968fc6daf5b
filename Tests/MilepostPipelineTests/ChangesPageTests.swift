import MilepostModel
import MilepostPipeline
import MilepostReport
import Testing

/// What the sites of the examples say about changes between editions.
@Suite struct ChangesPageTests {
  private static let english = LanguageTag("en")
  private static let connect = Result { try releases(of: "Examples/connect-2030") }
  private static let folders = ["Examples/connect-2030", "Examples/isles"]

  private static func releases(of folder: String) throws -> [Release] {
    try Workspace(files: Repository.files(in: folder)).compile(.all, .sinceTheEditionBefore).releases
  }

  private func page(_ path: String, of releases: [Release], _ language: LanguageTag = english) throws -> String {
    let file = try #require(site(for: releases, languages: [language]).files.first { $0.path == path })
    return String(decoding: file.make(), as: UTF8.self)
  }

  private func rows(_ caption: String, of page: String) throws -> [Substring] {
    let start = try #require(page.firstRange(of: "<caption><span>\(caption)"))
    let end = try #require(page[start.upperBound...].firstRange(of: "</table>"))
    return page[start.upperBound..<end.lowerBound].matches(of: #/<tr.*?</tr>/#.dotMatchesNewlines()).dropFirst()
      .map(\.0)
  }

  @Test func `world mobile broadband in 2019 was 83 and became 74, with both vintages`() throws {
    let page = try page("en/changes/index.html", of: Self.connect.get())
    let rows = try rows("Values that were published for a period", of: page)
    let row = try #require(rows.first { $0.contains("Active mobile-broadband subscriptions per 100") })
    let cells = row.matches(of: #/<td class="n">([^<]*)</td>/#).map { String($0.1) }
    #expect(cells == ["83.0\u{A0}per 100 inhabitants", "74.2\u{A0}per 100 inhabitants"])
    #expect(row.contains("2019") && row.contains("vintages of 2019-10-28 and 2024-11-30"))
  }

  @Test(arguments: folders) func `every target with another status stands on the page with its cause`(
    _ folder: String
  ) throws {
    let releases = try Self.releases(of: folder)
    let changes = try #require(releases.last?.changes)
    let page = try page("en/changes/index.html", of: releases)
    let rows = try rows("Status in both editions", of: page)
    let wanted = changes.targets.filter { $0.status != nil }.map(\.target.text)
    #expect(rows.compactMap { $0.firstMatch(of: #/<tr id="target-([^"]*)"/#).map { String($0.1) } } == wanted)
    #expect(rows.allSatisfy { $0.contains(#/<td class="since"><b>[^<]+</b><small>[^<]+/#) })
    #expect(rows.allSatisfy { $0.matches(of: #/class="status"/#).count == 2 })
  }

  @Test(arguments: folders) func `the counts by cause close`(_ folder: String) throws {
    let releases = try Self.releases(of: folder)
    let changes = try #require(releases.last?.changes)
    let page = try page("en/changes/index.html", of: releases)
    let counts = try rows("Number of changes by what changed", of: page).map { row in
      try row.matches(of: #/<td class="n">([^<]*)</td>/#).map { cell in
        try #require(Int(cell.1.filter(\.isNumber)))
      }
    }
    let total = try #require(counts.last)
    #expect(total.last == changes.causes.count)
    for row in counts { #expect(row.dropLast().reduce(0, +) == row.last) }
    for column in total.indices { #expect(counts.dropLast().map { $0[column] }.reduce(0, +) == total[column]) }
  }

  @Test(arguments: folders) func `the counts by status close and are those of both editions`(_ folder: String) throws {
    let releases = try Self.releases(of: folder)
    let page = try page("en/changes/index.html", of: releases)
    let counts = try rows("Number of targets by status", of: page).map { row in
      row.matches(of: #/<td class="n">([^<]*)</td>/#).compactMap { Int($0.1) }
    }
    #expect(counts.last == releases.map(\.plan.targets.count))
    for (index, release) in releases.enumerated() {
      #expect(counts.dropLast().map { $0[index] }.filter { $0 > 0 }.sorted() == release.statusCounts.values.sorted())
    }
  }

  @Test func `an edition without one before it has no page, no entry and no file`() throws {
    let releases = try Self.connect.get()
    let first = try #require(releases.first)
    let paths = site(for: releases, languages: [Self.english]).files.map(\.path)
    #expect(paths.contains("en/changes/index.html") && paths.contains("editions/2024-review/en/changes/index.html"))
    #expect(!paths.contains("editions/c20-35/en/changes/index.html"))
    let home = try page("editions/c20-35/en/index.html", of: releases)
    #expect(!home.contains("changes/index.html") && !home.contains("What changed"))
    #expect(try !page("editions/c20-35/en/targets/1.2/index.html", of: releases).contains("What changed"))
    #expect(!first.dataFiles.contains { $0.content == .changes })
  }

  @Test func `the overview shows at most five targets, most pressing first, and leads to all`() throws {
    let home = try page("en/index.html", of: Self.connect.get())
    #expect(home.contains("<h2>What changed since edition C20/35</h2>"))
    let rows = try rows("Status in both editions", of: home)
    #expect(rows.count == 5)
    #expect(rows.first?.contains("Target missed") == true)
    #expect(home.contains("<a href=\"changes/index.html\">All changes since edition C20/35</a>"))
  }

  @Test func `the page of a target says what changed, or that nothing did`() throws {
    let releases = try Self.connect.get()
    let missed = try page("en/targets/1.2/index.html", of: releases)
    let rows = try rows("Figures that print differently", of: missed)
    #expect(
      rows.map { $0.firstMatch(of: #/<th scope="row">([^<]*)</#)?.1 } == [
        "Status", "Now", "Baseline", "Projected", "Chance",
      ])
    #expect(missed.contains("href=\"../../changes/index.html#target-1.2\""))
    let same = try #require(
      releases.last?.plan.targets.first { releases.last?.changes?.change(of: $0.id) == nil })
    let page = try page("en/targets/\(same.id)/index.html", of: releases)
    #expect(page.contains("Nothing about this target has changed since edition C20/35."))
  }

  @Test func `an indicator whose published values were revised says so`() throws {
    let page = try page("en/indicators/mobile-broadband-per-100/index.html", of: Self.connect.get())
    #expect(page.contains("for 2019 the source said 83.0\u{A0}per 100 inhabitants and says 74.2"))
    #expect(page.contains("href=\"../../changes/index.html#revision\""))
  }

  @Test func `the data file says what the command says`() throws {
    let releases = try Self.connect.get()
    var files: [String: [UInt8]] = [:]
    var findings = Diagnostics()
    try Publication(releases, languages: [Self.english], parts: .data).write(into: &findings) { path, bytes in
      if path.hasSuffix("/changes.json") { files[path] = copy bytes }
    }
    #expect(files.keys.sorted() == ["data/changes.json", "editions/2024-review/data/changes.json"])
    #expect(files["data/changes.json"] == ChangeAnswers(releases).json)
  }

  @Test(arguments: ["ar", "es", "fr", "ru", "zh"])
  func `every language has words for what changed`(_ language: String) throws {
    let page = try page("\(language)/changes/index.html", of: Self.connect.get(), LanguageTag(language))
    #expect(!page.contains("{") && !page.contains("edition C20/35"))
  }
}

import MilepostModel
import Testing

@testable import MilepostReport

@Suite struct SiteTests {
  private static let site = MilepostReport.site(
    for: [IslesRelease.release], languages: [IslesRelease.english])

  private func page(_ path: String) throws -> String {
    let file = try #require(Self.site.files.first { $0.path == path })
    return String(decoding: file.make(), as: UTF8.self)
  }

  private func faults(_ files: [SiteFile], known: [String]) -> [Diagnostic] {
    var checker = SiteChecker()
    for path in known { checker.note(path: path) }
    for file in files { checker.check(file, file.make()) }
    var found = Diagnostics()
    checker.finish(into: &found)
    return found.all
  }

  private static let data = ["", "editions/i24-1/"].flatMap { base in
    IslesRelease.release.dataFiles.map { "\(base)data/\($0.path)" }
  }

  @Test func `the whole site has no dead link, repeated id or untitled drawing`() {
    #expect(faults(Self.site.files, known: Self.data) == [])
  }

  @Test func `a missing data file is a dead link`() {
    let path = "data/indicators/online-people.xlsx"
    #expect(
      faults(Self.site.files, known: Self.data.filter { $0 != path }) == [
        .deadLink(to: path, page: "en/indicators/online-people/index.html")
      ])
  }

  @Test(
    arguments: [
      ("<p id=\"a\"></p><p id=\"a\"></p>", Diagnostic.repeatedID("a", page: "en/x/index.html")),
      ("<svg role=\"img\"><path d=\"M0 0\"/></svg>", .untitledDrawing(page: "en/x/index.html")),
      ("<img src=\"index.html\">", .imageWithoutText(page: "en/x/index.html")),
      ("<a title=\"a > b\" href=\"#c\">c</a>", .deadFragment("c", of: "en/x/index.html", page: "en/x/index.html")),
    ])
  func `a fault on a page is found`(_ markup: String, _ fault: Diagnostic) {
    let file = SiteFile(path: "en/x/index.html", subject: "x") { Array(markup.utf8) }
    #expect(faults([file], known: []) == [fault])
  }

  @Test func `two elements with one path are found`() {
    let path = "en/indicators/a-b/index.html"
    let files = ["a-b", "a--b"].map { id in SiteFile(path: path, subject: "indicator \(id)") { [] } }
    #expect(faults(files, known: []) == [.sharedPath(path, one: "indicator a-b", other: "indicator a--b")])
  }

  @Test func `two pages with one title are found`() {
    let files = ["a", "b"].map { name in
      SiteFile(path: "en/\(name)/index.html", subject: name) { Array("<head><title>T</title></head>".utf8) }
    }
    #expect(faults(files, known: []) == [.sharedTitle("T", one: "en/a/index.html", other: "en/b/index.html")])
  }

  @Test func `two languages and two editions may share titles`() {
    let files = ["en", "fr", "editions/a/en", "editions/b/en"].map { tree in
      SiteFile(path: "\(tree)/about/index.html", subject: tree) { Array("<head><title>T</title></head>".utf8) }
    }
    #expect(faults(files, known: []) == [])
  }

  @Test func `a link to a place on a page is one to the page`() {
    let files = ["b", "a"].map { name in
      SiteFile(path: "en/\(name)/index.html", subject: name) {
        Array("<a id=\"x\" href=\"../b/index.html#x\">b</a>".utf8)
      }
    }
    #expect(faults(files, known: []) == [])
  }

  @Test func `a link with a query is one to the page`() {
    let markup = "<a href=\"index.html?q=x\">b</a><form action=\"index.html\"></form>"
    let file = SiteFile(path: "en/b/index.html", subject: "b") { Array(markup.utf8) }
    #expect(faults([file], known: []) == [])
  }

  @Test func `a file may weigh what its budget allows`() {
    func file(_ count: Int, _ budget: ByteBudget?) -> SiteFile {
      SiteFile(path: "en/b/index.html", subject: "b", budget: budget) { Array(repeating: 10, count: count) }
    }
    #expect(faults([file(100_000, .page)], known: []) == [])
    #expect(faults([file(100_001, .page)], known: []).map(\.code) == ["MP0706"])
    #expect(faults([file(100_001, .page)], known: []).map(\.severity) == [.warning])
    #expect(faults([file(300_000, .wholeTable)], known: []) == [])
    #expect(faults([file(1_000_000, nil)], known: []) == [])
  }

  @Test func `the overview says in one sentence how the plan stands`() throws {
    #expect(
      try page("en/index.html").contains(
        "<h1>Of 9 targets 6 can be assessed: 2\u{A0}achieved or on track, 4\u{A0}in trouble.</h1>"))
  }

  @Test func `targets in trouble come before the roads`() throws {
    let home = try page("en/index.html")
    let halves = home.split(separator: "Targets by goal")
    #expect(halves.count == 2)
    #expect(try #require(halves.first).contains("In trouble"))
  }

  @Test func `no page asks for anything from elsewhere`() {
    for file in Self.site.files {
      // The name of SVG looks like an address and is none.
      let text = String(decoding: file.make(), as: UTF8.self).replacing("http://www.w3.org/2000/svg", with: "")
      #expect(!text.contains("http://") && !text.contains("https://"), "\(file.path)")
    }
  }

  @Test func `a confidential figure is in no page`() {
    // Island 4 had 31.25 in 2023, which is confidential; in a drawing that may be a place.
    for file in Self.site.files {
      let text = String(decoding: file.make(), as: UTF8.self)
      let found = ["31.3\u{202F}%", ">31.25", "data-value=\"31.25\""].filter { text.contains($0) }
      #expect(found == [], "\(file.path)")
    }
  }

  @Test func `two sites of one release are equal byte for byte`() {
    let again = MilepostReport.site(for: [IslesRelease.release], languages: [IslesRelease.english])
    for (one, other) in zip(Self.site.files, again.files) { #expect(one.make() == other.make(), "\(one.path)") }
  }

  @Test func `the scripts stay small`() {
    let scripts = Self.site.files.filter { $0.path.hasSuffix(".js") && !$0.path.hasSuffix("search-index.js") }
    #expect(scripts.reduce(0) { $0 + $1.make().count } < 30_000)
    #expect(SiteScript.compact(Array("// A word.\n{\n  a(); // b\n\n}\n".utf8)) == Array("{\na(); // b\n}\n".utf8))
  }

  @Test func `the style sheet stays small`() throws {
    #expect(try page("style.css").utf8.count < 30_000)
  }
}

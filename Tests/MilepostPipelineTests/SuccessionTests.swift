import MilepostModel
import MilepostPipeline
import MilepostReport
import Testing

/// Corrigenda, revised versions, and what becomes of the reports before them.
@Suite struct SuccessionTests {
  private static let languages = ["en", "fr", "es", "ru", "zh", "ar"]

  private static func chapter(_ text: String) -> String {
    "---\nid: use\ntitle: Use\norder: 1\n---\n" + text
  }

  private static let before = chapter(
    """
    Of all people {= internet-use(ISLES, 2020) : 0.1} per cent are online.

    What was said before holds.

    :::table indicator=internet-use areas=ISLES periods=2016..2020

    """)

  private static let after = chapter(
    """
    What was said before holds.

    Of all people on the isles {= internet-use(ISLES, 2020) : 0.1} per cent are online.

    :::table indicator=internet-use areas=ISLES periods=2016..2020

    """)

  private func files(_ editions: String, edition: String, _ text: String) throws -> [String: [UInt8]] {
    var files = try Repository.files(in: "Tests/Cases/base")
    let settings = String(decoding: try #require(files["milepost.yaml"]), as: UTF8.self)
    let head = settings.split(separator: "\n").prefix { !$0.hasPrefix("editions") }
    let languages = Self.languages.joined(separator: ", ")
    files["milepost.yaml"] = Array(
      (head.joined(separator: "\n") + "\neditions:\n" + editions)
        .replacing("languages: [en]", with: "languages: [\(languages)]").utf8)
    let symbol = edition.replacing("R2021", with: "DOC/7")
    files["narrative/report.yaml"] = Array(
      "edition: \(edition)\nsymbol: \(symbol)\ndate: 2021-12-31\noriginal-language: en\ntitle: Report\n".utf8)
    for language in Self.languages { files["narrative/\(language)/1.md"] = Array(text.utf8) }
    return files
  }

  private static let first = "  - {id: R2021, date: 2021-12-31, reporting-period: 2021}\n"

  /// The workspace after R2021 was frozen, a value was mended and the text was changed.
  private func corrected(
    _ edition: String = "{id: R2021-CORR.1, date: 2022-02-01, corrects: R2021}"
  ) throws -> [String: [UInt8]] {
    let old = try files(Self.first, edition: "R2021", Self.before)
    let workspace = Workspace(files: old)
    let compilation = try workspace.compile(.named("R2021"))
    let release = try #require(compilation.releases.last, "\(compilation.diagnostics.map(\.line))")
    let frozen = try workspace.freeze(
      release, programs: ["milepost 1.2.3"],
      reports: [("report.en.html", Array("<p>kept</p>".utf8)), ("report.en.pdf", Array("pdf".utf8))], scratch: "/tmp")
    var new = try files(Self.first + "  - \(edition)\n", edition: "R2021-CORR.1", Self.after)
    for (path, bytes) in frozen.files { new["frozen/r2021/\(path)"] = bytes }
    let users = String(decoding: try #require(new["data/internet-users.2021.csv"]), as: UTF8.self)
    new["data/internet-users.2021.csv"] = Array(users.replacing("ALDA,2020,_T,620", with: "ALDA,2020,_T,640").utf8)
    return new
  }

  private func report(_ files: [String: [UInt8]]) throws -> Release {
    let compilation = try Workspace(files: files).compile(.named("R2021-CORR.1"), .correctedDocument)
    return try #require(compilation.releases.last, "\(compilation.diagnostics.map(\.line))")
  }

  @Test func `a corrigendum says what it corrects, and lists what changed with the old words and the new`() throws {
    let release = try report(corrected())
    let english = try #require(manuscript(release, language: LanguageTag("en")))
    #expect(
      english.titleBlock.succession.map(\.plainText) == [
        "Corrigendum to document DOC/7-E of 31 December 2021", "The changes are listed in annex 1.",
      ])
    let annex = try #require(english.chapters.first { $0.address == "changes" })
    #expect(annex.title.plainText == "Changes to document DOC/7-E")
    let tables = annex.blocks.compactMap { if case .table(let table) = $0 { table } else { nil } }
    #expect(tables.map(\.caption.text.plainText) == ["1 Use"])
    #expect(tables[0].head.map(\.plainText) == ["Place", "Document DOC/7-E", "This document"])
    let rows = tables[0].rows.map { $0.map(\.plainText) }
    #expect(rows.map { $0[0] } == ["Paragraph\u{00A0}2 changed", "Table\u{00A0}1 changed"])
    #expect(tables[0].rows[0][1].contains { if case .removed = $0 { true } else { false } })
    #expect(tables[0].rows[0][2].contains(.added("on the isles 58.1")))
    // Of a long row only what changed is shown, with the head of its column.
    #expect(rows[1][1].contains(" | 2020: 57.6") && rows[1][2].contains(" | 2020: 58.1"), "\(rows[1])")
    #expect(!rows[1][2].contains("2016") && tables[0].rows[1][2].contains(.added("58.1")))
  }

  @Test(arguments: languages) func `each language says so in its own words`(_ language: String) throws {
    for (kind, other) in [("corrects", "revises"), ("revises", "corrects")] {
      let edition = "{id: R2021-CORR.1, date: 2022-02-01, \(kind): R2021}"
      let release = try report(corrected(edition))
      let made = try #require(manuscript(release, language: LanguageTag(language)))
      let lines = made.titleBlock.succession.map(\.plainText)
      #expect(lines.count == 2 && lines[0].contains("DOC/7-") && lines[0].contains("2021"), "\(lines) \(other)")
      #expect(made.chapters.contains { $0.address == "changes" && $0.blocks.count == 2 })
      for form in [ReportFileForm.screen, .sheets] {
        let file = try #require(reportFile(release, language: LanguageTag(language), form))
        let text = String(decoding: file, as: UTF8.self)
        #expect(text.contains("<p class=\"succession\">") && text.contains("<del>") && text.contains("<ins>"))
      }
    }
  }

  @Test func `a corrigendum without what it corrects still says what that is, and is warned about`() throws {
    let files = try corrected().filter { !$0.key.hasPrefix("frozen/") }
    #expect(try Workspace(files: files).compile().diagnostics.map(\.code).contains("MP0249"))
    let release = try report(files)
    let english = try #require(manuscript(release, language: LanguageTag("en")))
    #expect(
      english.titleBlock.succession.map(\.plainText) == ["Corrigendum to document R2021 of 31 December 2021"])
    #expect(!english.chapters.contains { $0.address == "changes" })
  }

  @Test func `a corrigendum may have the date of what it corrects, and is the latest then`() throws {
    let files = try corrected("{id: R2021-CORR.1, date: 2021-12-31, corrects: R2021}")
    let compilation = try Workspace(files: files).compile(.all, .sinceTheEditionBefore)
    #expect(!compilation.hasErrors, "\(compilation.diagnostics.map(\.line))")
    #expect(compilation.releases.map(\.edition?.id.text) == ["R2021", "R2021-CORR.1"])
    #expect(compilation.releases.last?.report?.predecessor?.changes.isEmpty == false)
  }

  private func site(_ files: [String: [UInt8]]) throws -> (pages: [String: String], findings: [String]) {
    let workspace = Workspace(files: files)
    let compilation = try workspace.compile(.all, .sinceTheEditionBefore)
    var pages: [String: String] = [:]
    var findings = Diagnostics()
    try Publication(compilation.releases, languages: [], parts: .all, of: workspace).write(into: &findings) {
      pages[$0] = String(decoding: copy $1, as: UTF8.self)
    }
    return (pages, (compilation.diagnostics + findings.all).map(\.line))
  }

  @Test func `the site shows the older report as it was kept, with its files`() throws {
    let (pages, findings) = try site(corrected())
    #expect(!findings.contains { $0.contains("MP07") || $0.contains("MP025") }, "\(findings)")
    #expect(pages["editions/r2021/en/report/r2021-en.pdf"] == "pdf")
    #expect(pages["editions/r2021/en/report/r2021-en.html"] == "<p>kept</p>")
    let kept = try #require(pages["editions/r2021/en/report/use/index.html"])
    #expect(kept.contains("Of all people <a"))
    #expect(pages["editions/r2021-corr.1/en/report/use/index.html"]?.contains("Of all people on the isles") == true)
    let older = try #require(pages["editions/r2021/en/report/index.html"])
    #expect(older.contains("There is a corrigendum: document <a") && older.contains("as it was kept"))
    let newer = try #require(pages["en/report/index.html"])
    #expect(newer.contains("Earlier reports") && newer.contains("editions/r2021/en/report/index.html"))
    #expect(newer.contains("editions/r2021/en/report/r2021-en.pdf") && newer.contains("PDF (1 kB)"))
    #expect(pages["ar/report/index.html"]?.contains("التقارير السابقة") == true)
  }

  @Test func `a frozen report that was changed without a correction is a finding, and its files are not offered`()
    throws
  {
    var files = try corrected().filter { $0.key.hasPrefix("frozen/") }
    files.merge(try self.files(Self.first, edition: "R2021", Self.before)) { $1 }
    let same = try site(files)
    #expect(!same.findings.contains { $0.contains("MP0252") }, "\(same.findings)")
    #expect(same.pages["en/report/index.html"]?.contains("r2021-en.pdf") == true)
    for language in Self.languages { files["narrative/\(language)/1.md"] = Array(Self.after.utf8) }
    let changed = try site(files)
    #expect(changed.findings.contains { $0.contains("is frozen, and its report says something else now in") })
    #expect(changed.pages["en/report/index.html"]?.contains("r2021-en.pdf") == false)
  }

  @Test func `editions are compared as the older one was kept, also where its data were mended since`() throws {
    let releases = try Workspace(files: corrected())
      .compile(.pair("R2021", "R2021-CORR.1"), .sinceTheEditionBefore).releases
    let answers = ChangeAnswers(releases, paragraphs: changedParagraphs(releases[0], releases[1]))
    #expect(!answers.text.contains("Nothing has changed"))
    #expect(answers.text.contains("internet-use(ISLES)\n"), "\(answers.text)")
    #expect(answers.text.contains("en/use, paragraph 2, changed"))
    let json = String(decoding: answers.json, as: UTF8.self)
    #expect(json.contains(#""part":"paragraph","number":"2","change":"changed""#), "\(json.suffix(2000))")
  }
}

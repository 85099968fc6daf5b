import Foundation
import MilepostModel
import MilepostPipeline
import MilepostReport
import Testing

@testable import MilepostExchange

/// A folder of `Tests/Cases`: files laid over the base workspace, and the findings they must give.
struct DiagnosticCase: Sendable, CustomTestStringConvertible {
  let name: String
  let files: [String: [UInt8]]
  let expected: [String]
  /// Set when the case is about rows given to `milepost method`, which stand in `rows.csv`.
  let method: AssessmentMethod?
  /// The code of a rule that is left out, which alone keeps the program from a fault of its own.
  let without: String?
  /// Files of the case that lead outside the workspace.
  let unreadable: Set<String>
  /// Pages of a site below `site/`, when the case is about what no plan leads to.
  let pages: [String: [UInt8]]
  /// Parts of a Word document below `docx/`, when the case is about one that comes back.
  let document: [String: [UInt8]]
  /// Parts of a workbook below `xlsx/`, when the case is about one that is brought in.
  let workbook: [String: [UInt8]]
  /// The sheet of it that is asked for.
  let sheet: String?
  /// A message of SDMX-ML, when the case is about one.
  let message: [UInt8]?
  /// Messages below `sdmx/`, when the case is about data that is brought in.
  let messages: [String: [UInt8]]

  var code: String { String(name.prefix(6)) }
  var isAboutAcceptance: Bool { files["accepted.yaml"] != nil }
  var testDescription: String { name }

  init(_ name: String) throws {
    self.name = name
    var files = try Repository.files(in: "Tests/Cases/base")
    var overlay = try Repository.files(in: "Tests/Cases/\(name)")
    let lines = { (bytes: [UInt8]?) in
      bytes.map { String(decoding: $0, as: UTF8.self).split(separator: "\n").map(String.init) } ?? []
    }
    guard let findings = overlay.removeValue(forKey: "expected.txt") else { throw BrokenCase(name, "no expected.txt") }
    expected = lines(findings)
    method = try lines(overlay.removeValue(forKey: "method.txt")).first.map { word in
      guard let method = AssessmentMethod(rawValue: word) else { throw BrokenCase(name, "no method '\(word)'") }
      return method
    }
    unreadable = Set(lines(overlay.removeValue(forKey: "unreadable.txt")))
    without = lines(overlay.removeValue(forKey: "without.txt")).first
    for path in lines(overlay.removeValue(forKey: "removed.txt")) {
      guard files.removeValue(forKey: path) != nil else { throw BrokenCase(name, "'\(path)' is not in the base") }
    }
    for line in lines(overlay.removeValue(forKey: "days.txt")) {
      let words = line.split(separator: " ").map(String.init)
      files[words[0]] = DiagnosticCase.days(area: words[1], from: CalendarDate(words[2]), count: Int(words[3]))
    }
    for line in lines(overlay.removeValue(forKey: "heavy.txt")) {
      let words = line.split(separator: " ").map(String.init)
      overlay[words[0]]?.append(contentsOf: repeatElement(UInt8(ascii: "\n"), count: Int(words[1]) ?? 0))
    }
    pages = overlay.filter { $0.key.hasPrefix("site/") }
    document = overlay.filter { $0.key.hasPrefix("docx/") }
    workbook = overlay.filter { $0.key.hasPrefix("xlsx/") }
    message = overlay.removeValue(forKey: "message.xml")
    sheet = lines(overlay.removeValue(forKey: "sheet.txt")).first
    messages = overlay.filter { $0.key.hasPrefix("sdmx/") }
    for path in [document, workbook, messages].flatMap(\.keys) { overlay[path] = nil }
    self.files = files.merging(overlay) { _, new in new }
  }

  private struct BrokenCase: Error, CustomStringConvertible {
    let description: String

    init(_ name: String, _ fault: String) { description = "\(name): \(fault)" }
  }

  /// A table that is too long to keep: a row for each of many days.
  private static func days(area: String, from first: CalendarDate?, count: Int?) -> [UInt8] {
    var text = "REF_AREA,TIME_PERIOD,OBS_VALUE\n"
    guard let first, let count else { return Array(text.utf8) }
    for day in 0..<Int32(count) { text += "\(area),\(CalendarDate(dayNumber: first.dayNumber + day)),1\n" }
    return Array(text.utf8)
  }

  /// Everything that `check` and `build` find, or `method` for a case with rows, as the catalogue writes it.
  func findings(_ rules: RuleSet = .all) throws -> [String] {
    if let method {
      var diagnostics = Diagnostics()
      let output = applyMethod(method, to: files["rows.csv"] ?? [], file: "rows.csv", into: &diagnostics)
      #expect(output == nil)
      return diagnostics.all.map(\.line)
    }
    guard pages.isEmpty else { return siteFindings }
    guard document.isEmpty else { return try documentFindings }
    guard workbook.isEmpty else { return try workbookFindings }
    if let message {
      var found = Diagnostics()
      _ = try SDMX.readMarkup(ByteSource(message), file: "message.xml", into: &found)
      return found.all.map(\.line)
    }
    guard messages.isEmpty else { return try messageFindings }
    let workspace = Workspace(files: files, unreadable: unreadable)
    let compilation = try workspace.compile(
      .all, .sinceTheEditionBefore, rules: without.map(rules.without) ?? rules)
    var found = compilation.diagnostics
    if !compilation.releases.isEmpty {
      var site = Diagnostics()
      try Publication(compilation.releases, languages: [], parts: .site).write(into: &site) { _, _ in }
      found += site.all
    }
    return found.map(\.line)
  }

  private var messageFindings: [String] {
    get throws {
      let given = messages.sorted { $0.key < $1.key }.map { GivenFile(name: $0.key, bytes: $0.value) }
      var found = Diagnostics()
      let said = VintageStatement(published: CalendarDate("2021-05-01"), received: nil)
      _ = try Workspace(files: files).importSDMX(given, said: said, into: &found)
      return found.all.map(\.line)
    }
  }

  private var documentFindings: [String] {
    get throws {
      var found = Diagnostics()
      _ = try Workspace(files: files).importWord(
        GivenFile(name: "edited.docx", bytes: archive(document)), language: nil, into: &found)
      return found.all.map(\.line)
    }
  }

  private var workbookFindings: [String] {
    get throws {
      var found = Diagnostics()
      _ = SheetTable(try archive(workbook), file: "data.xlsx", sheet: sheet, into: &found)
      return found.all.map(\.line)
    }
  }

  /// An archive of the parts below a folder of the case.
  private func archive(_ parts: [String: [UInt8]]) throws -> [UInt8] {
    try ZipArchive.bytes(
      of: parts.sorted { $0.key < $1.key }.map { path, bytes in
        ZipArchive.Part(path: path.split(separator: "/").dropFirst().joined(separator: "/"), bytes: bytes)
      })
  }

  private var siteFindings: [String] {
    var checker = SiteChecker()
    for (path, bytes) in pages.sorted(by: { $0.key < $1.key }) {
      checker.check(SiteFile(path: String(path.dropFirst("site/".count)), subject: path) { bytes }, bytes)
    }
    var found = Diagnostics()
    checker.finish(into: &found)
    return found.all.map(\.line)
  }

  /// Every case; a broken one must not drop out in silence.
  static let all: [DiagnosticCase] = {
    do {
      let folder = Repository.root.appending(path: "Tests/Cases")
      let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      return try names.sorted().filter { $0.hasPrefix("MP") }.map(DiagnosticCase.init)
    } catch {
      preconditionFailure("Tests/Cases cannot be read: \(error)")
    }
  }()
}

@Suite struct CaseTests {
  @Test func `the base of the cases is clean`() throws {
    let compilation = try Workspace(files: Repository.files(in: "Tests/Cases/base")).compile()
    #expect(compilation.diagnostics.map(\.line) == [])
    #expect(compilation.releases.count == 2)
  }

  @Test(arguments: DiagnosticCase.all) func `a case gives its findings and no others`(_ example: DiagnosticCase) throws
  {
    let findings = try example.findings()
    #expect(findings == example.expected)
    #expect(example.expected.contains { $0.hasSuffix("[\(example.code)]") })
  }

  @Test(arguments: DiagnosticCase.all.filter { RuleSet.all.codes.contains($0.code) })
  func `without its rule a case goes unnoticed`(_ example: DiagnosticCase) throws {
    let findings = try example.findings(.all.without(example.code))
    #expect(!findings.contains { $0.hasSuffix("[\(example.code)]") })
    #expect(findings != example.expected)
  }
}

@Suite struct PublicationTests {
  @Test(arguments: [Publication.Parts.all, .site, .data])
  func `a site is checked while it is written`(_ parts: Publication.Parts) throws {
    let example = try DiagnosticCase("MP0703-shared-path")
    let compilation = try Workspace(files: example.files).compile(.all, rules: .all.without("MP0202"))
    var found = Diagnostics()
    try Publication(compilation.releases, languages: [], parts: parts).write(into: &found) { _, _ in }
    #expect(found.all.isEmpty == (parts == .data))
    #expect(found.all.allSatisfy { $0.code == "MP0703" })
  }

  @Test func `a build says what it wrote, how far it is translated and what was found`() throws {
    let compilation = try Workspace(files: Repository.files(in: "Tests/Cases/base")).compile()
    var found = Diagnostics()
    var pages = 0
    let report = try Publication(compilation.releases, languages: [], parts: .all).write(into: &found) { path, _ in
      if path.hasSuffix(".html") { pages += 1 }
    }
    let lines = report.text.split(separator: "\n").map(String.init)
    #expect(lines.first?.hasPrefix("pages        \(pages)  ") == true)
    #expect(lines.contains("translated   en 100 %"))
    #expect(lines.last == "findings     none")
    let starts = Set(lines.map { line in line.dropFirst(11).prefix(2) })
    #expect(starts == ["  "])
  }

  @Test func `a site without its data has no dead link`() throws {
    let compilation = try Workspace(files: Repository.files(in: "Tests/Cases/base")).compile()
    for parts in [Publication.Parts.all, .site] {
      var found = Diagnostics()
      try Publication(compilation.releases, languages: [], parts: parts).write(into: &found) { _, _ in }
      #expect(found.all == [])
    }
  }
}

@Suite struct AcceptanceTests {
  /// One case of every kind of finding, with its last finding of that code.
  private static let examples = DiagnosticCase.all.filter {
    $0.method == nil && $0.without == nil && $0.unreadable.isEmpty && $0.pages.isEmpty && $0.document.isEmpty
      && $0.workbook.isEmpty && $0.message == nil && $0.messages.isEmpty && !$0.isAboutAcceptance
  }

  @Test(arguments: examples) func `a finding is accepted, or said to be none that can be`(_ example: DiagnosticCase)
    throws
  {
    let found = try Workspace(files: example.files).compile(.all, .sinceTheEditionBefore).diagnostics
    let finding = try #require(found.last { $0.code == example.code })
    var files = example.files
    files["accepted.yaml"] = Array(
      """
      accepted:
        - {code: \(finding.code), file: \(finding.position.file), name: A. Planner, date: 2021-01-11, reason: Seen.}
      """.utf8)
    let after = try Workspace(files: files).compile(.all, .sinceTheEditionBefore)
    let isLeft = after.diagnostics.contains { $0.code == finding.code && $0.position.file == finding.position.file }
    #expect(isLeft == !finding.canBeAccepted)
    #expect(after.accepted.isEmpty == !finding.canBeAccepted)
    // Without a plan there is nothing that could be accepted for it.
    let isRead = finding.code >= "MP0200" && !("MP0500"..<"MP0510").contains(finding.code)
    #expect(!isRead || after.diagnostics.contains { $0.code == "MP0231" } == !finding.canBeAccepted)
    #expect(!after.diagnostics.contains { $0.code == "MP0224" })
  }

  @Test func `an entry that waits for a later stage is not said to be idle`() throws {
    var files = try Repository.files(in: "Tests/Cases/base")
    files["accepted.yaml"] = Array(
      """
      accepted:
        - {code: MP0620, file: plan/plan.yaml, name: A. Planner, date: 2021-01-11, reason: Seen.}
        - {code: MP0530, file: plan/indicators.yaml, name: A. Planner, date: 2021-01-11, reason: Seen.}
        - {code: MP0412, file: data/population.2021.csv, name: A. Planner, date: 2021-01-11, reason: Seen.}
        - {code: MP0216, file: plan/plan.yaml, name: A. Planner, date: 2021-01-11, reason: Seen.}
      """.utf8)
    func idle(_ files: [String: [UInt8]], _ choice: EditionChoice = .all) throws -> [Int] {
      try Workspace(files: files).compile(choice).diagnostics.filter { $0.code == "MP0224" }.map(\.position.line)
    }
    #expect(try idle(files) == [2, 3, 4, 5])
    #expect(try idle(files, .named("R2020")) == [4, 5])
    let rows = String(decoding: try #require(files["data/population.2021.csv"]), as: UTF8.self)
    files["data/population.2021.csv"] = Array((rows + "ALDA,2021,1o\n").utf8)
    #expect(try idle(files) == [5])
  }
}

@Suite struct CatalogueTests {
  private static var pattern: Regex<(Substring, Substring)> { /"(MP[0-9]{4})"/ }

  private func codesInSources() throws -> Set<String> {
    var codes: Set<String> = []
    for (path, bytes) in try Repository.files(in: "Sources") where path.hasSuffix(".swift") {
      for match in String(decoding: bytes, as: UTF8.self).matches(of: Self.pattern) { codes.insert(String(match.1)) }
    }
    return codes
  }

  private func documentedCodes() throws -> Set<String> {
    var codes: Set<String> = []
    for (_, bytes) in try Repository.files(in: "docs/diagnostics") {
      for match in String(decoding: bytes, as: UTF8.self).matches(of: #/(?m)^## (MP[0-9]{4})\s/#) {
        codes.insert(String(match.1))
      }
    }
    return codes
  }

  @Test func `every code is documented, and nothing else is`() throws {
    let codes = try codesInSources()
    let documented = try documentedCodes()
    #expect(codes.subtracting(documented).sorted() == [])
    #expect(documented.subtracting(codes).sorted() == [])
  }

  @Test func `every code has a failing case`() throws {
    let cases = Set(DiagnosticCase.all.map(\.code))
    #expect(try codesInSources().subtracting(cases).sorted() == [])
  }
}

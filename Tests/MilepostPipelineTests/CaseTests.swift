import Foundation
import MilepostModel
import MilepostPipeline
import Testing

/// A folder of `Tests/Cases`: files laid over the base workspace, and the findings they must give.
struct DiagnosticCase: Sendable, CustomTestStringConvertible {
  let name: String
  let files: [String: [UInt8]]
  let expected: [String]
  /// Set when the case is about rows given to `milepost method`, which stand in `rows.csv`.
  let method: AssessmentMethod?

  var code: String { String(name.prefix(6)) }
  var testDescription: String { name }

  init(_ name: String) throws {
    self.name = name
    var files = try Repository.files(in: "Tests/Cases/base")
    var overlay = try Repository.files(in: "Tests/Cases/\(name)")
    let lines = { (bytes: [UInt8]?) in
      bytes.map { String(decoding: $0, as: UTF8.self).split(separator: "\n").map(String.init) } ?? []
    }
    expected = lines(overlay.removeValue(forKey: "expected.txt"))
    method = lines(overlay.removeValue(forKey: "method.txt")).first.flatMap(AssessmentMethod.init(rawValue:))
    for path in lines(overlay.removeValue(forKey: "removed.txt")) { files[path] = nil }
    self.files = files.merging(overlay) { _, new in new }
  }

  /// Everything that `check` and `build` find, or `method` for a case with rows, as the catalogue writes it.
  func findings(_ rules: RuleSet = .all) throws -> [String] {
    if let name = files["method.txt"], let rows = files["rows.csv"] {
      let method = AssessmentMethod(rawValue: String(decoding: name, as: UTF8.self).split(separator: "\n").joined())
      var found = Diagnostics()
      _ = applyMethod(try #require(method), to: rows, file: "rows.csv", into: &found)
      return found.all.map(\.line)
    }
    if let method {
      var diagnostics = Diagnostics()
      let output = applyMethod(method, to: files["rows.csv"] ?? [], file: "rows.csv", into: &diagnostics)
      #expect(output == nil)
      return diagnostics.all.map(\.line)
    }
    let compilation = try Workspace(files: files).compile(.all, rules: rules)
    var found = compilation.diagnostics
    if let releases = compilation.releases, !releases.isEmpty {
      var site = Diagnostics()
      try Publication(releases, languages: [], parts: .site).write(into: &site) { _, _ in }
      found += site.all
    }
    return found.map(\.line)
  }

  static let all: [DiagnosticCase] = {
    let folder = Repository.root.appending(path: "Tests/Cases")
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path) else { return [] }
    return names.sorted().filter { $0.hasPrefix("MP") }.compactMap { try? DiagnosticCase($0) }
  }()
}

@Suite struct CaseTests {
  @Test func `the base of the cases is clean`() throws {
    let compilation = try Workspace(files: Repository.files(in: "Tests/Cases/base")).compile()
    #expect(compilation.diagnostics.map(\.line) == [])
    #expect(compilation.releases?.count == 2)
  }

  @Test(arguments: DiagnosticCase.all) func `a case gives its findings and no others`(_ example: DiagnosticCase) throws
  {
    #expect(try example.findings() == example.expected)
    #expect(example.expected.contains { $0.hasSuffix("[\(example.code)]") })
  }

  @Test(arguments: DiagnosticCase.all.filter { RuleSet.all.codes.contains($0.code) })
  func `without its rule a case goes unnoticed`(_ example: DiagnosticCase) throws {
    let findings = try example.findings(.all.without(example.code))
    #expect(!findings.contains { $0.hasSuffix("[\(example.code)]") })
    #expect(findings != example.expected)
  }
}

@Suite struct CatalogueTests {
  private static var pattern: Regex<(Substring, Substring)> { /"(MP[0-9]{4})"/ }

  private func codesInSources() throws -> Set<String> {
    var codes: Set<String> = []
    for (path, bytes) in try Repository.files(in: "Sources") where path.hasSuffix(".swift") {
      for match in String(decoding: bytes, as: UTF8.self).matches(of: Self.pattern) { codes.insert(String(match.1)) }
    }
    // The bound below which nothing can be accepted; not a finding.
    return codes.subtracting(["MP0300"])
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

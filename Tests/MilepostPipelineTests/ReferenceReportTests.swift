import MilepostFormats
import MilepostModel
import MilepostPipeline
import Testing

/// The report of the reference workspace.
@Suite struct ReferenceReportTests {
  private static let folder = "Examples/connect-2030"

  private func narrative() throws -> Narrative {
    var diagnostics = Diagnostics()
    let files = try Repository.files(in: Self.folder)
    let tree = SourceTree(paths: Array(files.keys)) { files[$0, default: []] }
    let draft = try #require(try MilepostFormats.load(tree, into: &diagnostics))
    #expect(diagnostics.all == [])
    return try #require(draft.narrative)
  }

  private func compiled(_ change: (inout [String: [UInt8]]) throws -> Void = { _ in }) throws -> Compilation {
    var files = try Repository.files(in: Self.folder)
    try change(&files)
    return try Workspace(files: files).compile(isStrict: true)
  }

  @Test func `the report holds, and every number in it is bound`() throws {
    #expect(try compiled().diagnostics == [])
  }

  @Test func `at most one number in twenty is marked as one that no data can give`() throws {
    let bindings = try narrative().chapters.flatMap(\.bindings)
    let literals = bindings.filter { if case .literal = $0.content { true } else { false } }
    #expect(bindings.count > 400)
    #expect(literals.count * 20 <= bindings.count)
  }

  @Test func `translations have the figures of their original in its order, and no paragraph in its words`() throws {
    let narrative = try narrative()
    let original = narrative.document.originalLanguage
    let languages = Set(narrative.chapters.map(\.language))
    #expect(languages.count == 6)
    for chapter in narrative.chapters where chapter.language != original {
      let source = try #require(narrative.chapters(in: original).first { $0.id == chapter.id })
      #expect(chapter.expressions == source.expressions)
      #expect(chapter.blocks.count == source.blocks.count)
      let words = Set(source.blocks.map { $0.spans.plainWords }).subtracting([""])
      #expect(chapter.blocks.allSatisfy { !words.contains($0.spans.plainWords) })
    }
  }

  /// Whoever changes an observation is told every sentence that it makes false, in each language.
  @Test func `one observation makes sentences false in six languages, and they hold again with it`() throws {
    let path = "data/internet-use/2019-10-28.csv"
    let compilation = try compiled { files in
      let text = String(decoding: try #require(files[path]), as: UTF8.self)
      files[path] = Array(text.replacing("53.559333", with: "51.559333").utf8)
    }
    let untrue = compilation.diagnostics.filter { ["MP1201", "MP1202"].contains($0.code) }
    let folders = Set(untrue.map { $0.position.file.split(separator: "/")[1] })
    #expect(folders == ["en", "ar", "zh", "fr", "ru", "es"])
    #expect(compilation.releases.isEmpty)
    let words = untrue.filter { $0.position.file == "narrative/en/7-progress.md" }.map(\.message)
    #expect(words.contains { $0.hasPrefix("'over 53 per cent' is written, internet-use(WORLD, 2019) is 51.559333") })
    #expect(untrue.allSatisfy { !$0.notes.isEmpty || $0.message.contains("count(") })
  }

  @Test func `a vintage that goes, an indicator of another name and a year that moves are found in the text`() throws {
    func places(_ path: String, _ old: String, _ new: String) throws -> Set<String> {
      let compilation = try compiled { files in
        let text = String(decoding: try #require(files[path]), as: UTF8.self)
        #expect(text.contains(old))
        files[path] = Array(text.replacing(old, with: new).utf8)
      }
      #expect(compilation.hasErrors)
      return Set(compilation.diagnostics.map(\.position.file).filter { $0.hasPrefix("narrative/") })
    }
    let received = try places("data/internet-use.yaml", "published: 2019-10-28", "published: 2020-05-28")
    #expect(received.contains("narrative/en/7-progress.md") && received.contains("narrative/zh/7-progress.md"))
    let due = try places("plan/1-growth.yaml", "due: 2023", "due: 2043")
    #expect(due.contains("narrative/en/7-progress.md") && due.contains("narrative/ar/7-progress.md"))
  }
}

extension Chapter {
  /// The expressions of its bindings in the order of the text.
  fileprivate var expressions: [String] {
    bindings.compactMap { $0.figure?.text.split(whereSeparator: \.isWhitespace).joined() }
  }
}

extension [TextSpan] {
  fileprivate var plainWords: String {
    flatMap(\.withParts).map { span in
      switch span {
      case .text(let text), .code(let text): text
      default: ""
      }
    }.joined()
  }
}

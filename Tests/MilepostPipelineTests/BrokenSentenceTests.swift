import Foundation
import MilepostModel
import MilepostPipeline
import Testing

@testable import Trials

/// What a report rests on cannot be taken away, moved or renamed without an error at each sentence, in every language.
@Suite struct BrokenSentenceTests {
  typealias Files = MutationTrial.Files

  /// One change of a workspace that leaves sentences without what they say.
  struct Break: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let change: @Sendable (inout Files) -> Void
  }

  static let breaks = [
    Break(testDescription: "a vintage is of a later date") { files in
      files.replace("published: 2019-10-28", by: "published: 2020-05-15", in: "data/internet-use.yaml")
    },
    Break(testDescription: "a vintage is deleted") { files in
      let entry = "  - {file: household-internet/2019-10-28.csv, published: 2019-10-28}\n"
      files.replace("vintages:\n" + entry, by: "vintages: []\n", in: "data/household-internet.yaml")
      files["data/household-internet/2019-10-28.csv"] = nil
    },
    Break(testDescription: "a target is due later") { files in
      let text = files.text("plan/1-growth.yaml")
      guard let target = text.range(of: "- id: 1.2\n"),
        let due = text.range(of: "due: 2023", range: target.upperBound..<text.endIndex)
      else { return }
      files["plan/1-growth.yaml"] = Array(text.replacingCharacters(in: due, with: "due: 2027").utf8)
    },
  ]

  @Test(arguments: breaks)
  func `exactly the sentences that rest on it are named, in every language`(_ broken: Break) throws {
    var files = try MutationTests.filesInShort()
    let before = files
    broken.change(&files)
    #expect(files != before)
    let compilation = try MutationTrial.compilation(of: files)
    let found = MutationTrial.findings(compilation)
    #expect(SecondOpinion.Finding.languages(found) == MutationTests.languages)
    #expect(found == (try MutationTrial.opinion(of: files).findings))
  }

  @Test func `every sentence that names an indicator is named when the indicator has another name`() throws {
    let before = try MutationTests.filesInShort()
    var files = before
    for path in files.keys where path.hasPrefix("plan/") || path == "data/internet-use.yaml" {
      files.replace("indicator: internet-use\n", by: "indicator: web-use\n", in: path)
      files.replace("- id: internet-use\n", by: "- id: web-use\n", in: path)
      files.replace("{indicator: internet-use,", by: "{indicator: web-use,", in: path)
    }
    let errors = try MutationTrial.compilation(of: files).diagnostics
      .filter { $0.severity == .error }
    #expect(errors.allSatisfy { $0.position.file.hasPrefix("narrative/") }, "\(errors.prefix(3).map(\.line))")

    let resting = try MutationTrial.opinion(of: before).sentences.filter { $0.names("internet-use") }
    #expect(resting.count > 80)
    for sentence in resting {
      let isNamed = errors.contains {
        $0.code == "MP0511" && $0.position.file == sentence.file
          && (sentence.text.line...sentence.text.lastLine).contains($0.position.line)
      }
      #expect(isNamed, "\(sentence.file):\(sentence.text.line) \(sentence.text.expression)")
    }
  }

  @Test func `nothing is found about the data where nothing was changed`() throws {
    let found = try MutationTrial.compilation(of: MutationTests.filesInShort()).diagnostics
    // Chapters that are left out are missed by what refers to them and by the list of what must be covered.
    #expect(found.filter { !["MP1110", "MP1120"].contains($0.code) }.map(\.line) == [])
  }
}

extension BrokenSentenceTests.Files {
  fileprivate func text(_ path: String) -> String { String(decoding: self[path] ?? [], as: UTF8.self) }

  fileprivate mutating func replace(_ old: String, by new: String, in path: String) {
    self[path] = Array(text(path).replacingOccurrences(of: old, with: new).utf8)
  }
}

extension SecondOpinion.Sentence {
  fileprivate func names(_ indicator: String) -> Bool {
    var found = false
    asked.visit { if case .call(indicator, _) = $0 { found = true } }
    return found
  }
}

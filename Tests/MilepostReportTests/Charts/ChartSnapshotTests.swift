import Foundation
import MilepostLanguage
import MilepostModel
import Testing

@testable import MilepostReport

/// Every kind of chart as it is drawn, to be read in review: `MILEPOST_UPDATE_SNAPSHOTS=1` rewrites the drawings.
@Suite struct ChartSnapshotTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Snapshots")
  private static let isUpdating = ProcessInfo.processInfo.environment["MILEPOST_UPDATE_SNAPSHOTS"] == "1"

  /// A kind of chart in a situation, in a language.
  struct Subject: CustomTestStringConvertible {
    let kind: ChartSamples.Kind
    let situation: ChartSamples.Situation
    let language: String

    var name: String { "\(kind.rawValue)-\(language == "ar" ? "right-to-left" : situation.rawValue).svg" }
    var testDescription: String { name }

    static let all = ChartSamples.Kind.allCases.flatMap { kind in
      ChartSamples.Situation.allCases.map { Subject(kind: kind, situation: $0, language: "en") }
        + [Subject(kind: kind, situation: .ordinary, language: "ar")]
    }
  }

  /// One element on each line, so that a difference shows where it is.
  private func compare(_ html: HTMLWriter, _ name: String) throws {
    let text = String(decoding: html.bytes, as: UTF8.self).replacing("><", with: ">\n<") + "\n"
    let file = Self.folder.appending(path: name)
    if Self.isUpdating {
      try FileManager.default.createDirectory(at: Self.folder, withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
    let golden = try String(contentsOf: file, encoding: .utf8)
    #expect(text == golden, "\(name) is drawn in another way")
  }

  @Test(arguments: Subject.all) func `charts are drawn as they were`(_ subject: Subject) throws {
    let chart = ChartSamples(subject.language).chart(subject.kind, subject.situation)
    var html = HTMLWriter()
    chart.drawing(.wide).write(
      .wide, id: "chart", title: "Invented figures", description: chart.description, into: &html)
    try compare(html, subject.name)
  }

  /// Charts over time as they are drawn where time runs as Arabic does.
  private static let mirrored = [ChartSamples.Kind.lines, .slope, .smallMultiples]

  @Test(arguments: mirrored) func `time is mirrored where the theme asks for it`(_ kind: ChartSamples.Kind) throws {
    let chart = ChartSamples("ar", timeAxis: .mirrored).chart(kind, .ordinary)
    let other = ChartSamples("ar").chart(kind, .ordinary)
    #expect(chart.runsOverTime)
    var html = HTMLWriter()
    chart.drawing(.wide).write(
      .wide, id: "chart", title: "Invented figures", description: chart.description, into: &html)
    try compare(html, "\(kind.rawValue)-time-mirrored.svg")
    #expect(chart.description == other.description)
  }

  @Test func `time is never mirrored where the language is written from the left`() {
    for kind in ChartSamples.Kind.allCases {
      func bytes(_ samples: ChartSamples) -> [UInt8] {
        var html = HTMLWriter()
        samples.chart(kind, .ordinary).drawing(.wide).write(.wide, id: "a", title: "", description: "", into: &html)
        return html.bytes
      }
      #expect(bytes(ChartSamples("fr", timeAxis: .mirrored)) == bytes(ChartSamples("fr")), "\(kind)")
    }
  }

  @Test(arguments: ChartSamples.Situation.allCases)
  func `sparklines are drawn as they were`(_ situation: ChartSamples.Situation) throws {
    var html = HTMLWriter()
    for line in ChartSamples("en").lines(situation).prefix(2) { Sparkline(points: line.points).write(into: &html) }
    try compare(html, "sparkline-\(situation.rawValue).svg")
  }

  @Test func `no drawing is left whose chart is gone`() throws {
    let known = Set(Subject.all.map(\.name) + ChartSamples.Situation.allCases.map { "sparkline-\($0.rawValue).svg" })
      .union(Self.mirrored.map { "\($0.rawValue)-time-mirrored.svg" })
    let found = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
    #expect(found.filter { !known.contains($0) }.sorted() == [])
  }
}

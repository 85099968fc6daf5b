import Foundation
import MilepostLanguage
import MilepostModel
import Testing

@testable import MilepostReport

/// Every kind of chart on one page for each language, to be looked at: `MILEPOST_GALLERY=folder` says where they go.
@Suite struct ChartGalleryTests {
  private static let folder = ProcessInfo.processInfo.environment["MILEPOST_GALLERY"].map { URL(filePath: $0) }

  @Test(.enabled(if: folder != nil), arguments: ["en", "ar", "ru", "zh"])
  func `the gallery of charts is written`(_ language: String) throws {
    let folder = try #require(Self.folder)
    let samples = ChartSamples(language)
    let release = IslesRelease.release
    let context = SiteContext(
      release, [release], [], base: "", LanguageTag(language), [LanguageTag("en"), LanguageTag("ar")], [:])
    let page = Page(context: context, place: "gallery")
    let text = page.html(title: "Charts") { html in
      html.element("h1", text: "Charts")
      for kind in ChartSamples.Kind.allCases {
        html.heading(2, kind.rawValue)
        for situation in ChartSamples.Situation.allCases {
          let chart = samples.chart(kind, situation)
          page.figure(
            ChartFigure(
              id: "\(kind.rawValue)-\(situation.rawValue)", title: .text("\(kind.rawValue), \(situation.rawValue)"),
              measure: samples.phrases.words(for: .percent), chart: chart, notes: ["Invented."]), into: &html)
        }
      }
    }
    let place = folder.appending(path: "\(language)/gallery")
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    try Data(page.framed(text)).write(to: place.appending(path: "index.html"))
    for file in MilepostReport.site(for: [release], languages: [LanguageTag("en")]).files
    where file.path == "style.css" || file.path == "milepost.js" {
      try Data(file.make()).write(to: folder.appending(path: file.path))
    }
  }
}

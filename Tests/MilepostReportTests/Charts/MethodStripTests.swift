import Foundation
import MilepostModel
import Testing

@testable import MilepostReport

@Suite struct MethodStripTests {
  private func strip(_ language: String) -> MethodStrip {
    MethodStrip(
      answers: [
        .init(key: "0", method: "first", status: .atRisk, value: 28.8, interval: 25...32.9),
        .init(key: "1", method: "second", status: .onTrack, value: 34.7, interval: nil),
        .init(key: "2", method: "third", status: .offTrack, value: 26, interval: nil),
      ],
      goal: 30, goalText: "30 %", period: TimePeriod(year: 2023),
      style: FigureStyle(scale: .percent, decimals: 1, phrases: Phrases(LanguageTag(language))))
  }

  private func text(_ strip: MethodStrip, _ shape: ChartShape = .wide) -> String {
    var html = HTMLWriter()
    strip.drawing(shape).write(shape, id: "methods", title: strip.title, description: strip.description, into: &html)
    return String(decoding: html.bytes, as: UTF8.self)
  }

  @Test func `the title counts the projections that meet the target`() {
    #expect(strip("en").title == "1 of 3 projections meets the target")
    #expect(strip("zh").title == "3项预测中有1项达到具体目标")
  }

  @Test func `the description names each method with its value and status`() {
    #expect(
      strip("en").description.plainSpaces
        == "first: 28.8 %, At risk. second: 34.7 %, On track. third: 26.0 %, Off track.")
  }

  @Test func `each method has the shape of its status`() {
    let drawing = text(strip("en"))
    for status in ["at-risk", "on-track", "off-track"] {
      #expect(drawing.components(separatedBy: "<g class=\"s-\(status)\"").count == 2)
    }
    #expect(drawing.contains("class=\"target-line\""))
    #expect(!drawing.contains("scale(-1 1)"))
  }

  @Test func `arrows point the other way where rows are read from the right`() {
    #expect(text(strip("ar")).components(separatedBy: "scale(-1 1)").count == 4)
  }

  @Test(arguments: ChartShape.allCases) func `a value that meets the target lies beyond its line`(_ shape: ChartShape) {
    let marks = strip("en").drawing(shape).marks
    let line = marks.compactMap { $0 as? LineMark }.first { $0.name == "target-line" }
    let symbols = marks.compactMap { $0 as? SeriesMark }.flatMap(\.marks).compactMap { $0 as? SymbolMark }
    let goal = line.map(\.box.left) ?? .nan
    #expect(symbols.map { $0.middle.x > goal } == [false, true, false])
  }
}

import Foundation
import MilepostModel
import Testing

@testable import MilepostExchange

private let folder = ProcessInfo.processInfo.environment["MILEPOST_MESSAGES"]

/// Writes messages for `Tests/SDMX/check_markup.py`, which holds them against the schemas and other readers.
@Suite(.enabled(if: folder != nil)) struct MarkupFilesTests {
  private func write(_ bytes: [UInt8], _ name: String) throws {
    try Data(bytes).write(to: URL(filePath: try #require(folder)).appending(path: name))
  }

  @Test func `structures are written in every version`() throws {
    for version in SDMX.MarkupVersion.allCases {
      let message = SDMX.StructureMessage(header: markupHeader, structures: markupArtefacts)
      try write(SDMX.markup(of: message, version), "structure-\(version.rawValue).xml")
      let error = SDMX.ErrorMessage(code: "100", text: LocalizedText("No <results>", LanguageTag("en")))
      try write(SDMX.markup(of: [error], version), "error-\(version.rawValue).xml")
    }
  }

  /// Without a name: sdmx1 stumbles over it in the header of data.
  private let header = SDMX.Header(
    id: "M1", isTest: true, prepared: "2026-01-02T03:04:05Z", sender: SDMX.Party("MP"),
    receivers: [SDMX.Party("ALL")])

  @Test func `data is written in every form, with what it says`() throws {
    let names = ["generic", "genericseries", "specific", "specificseries", "v3_0", "v3_1"]
    for seed in 1..<7 {
      var generator = MessageGenerator(seed: UInt64(seed))
      let set = generator.dataSet()
      guard set.observationCount > 0 else { continue }
      for (form, name) in zip(markupForms, names) {
        try write(markup([set], form, header: header), "data-\(seed)-\(name).xml")
        let isTimeSeries = form == .genericTimeSeries || form == .structureSpecificTimeSeries
        guard !isTimeSeries else { continue }
        let flat = markup([set], form, level: .allDimensions, header: header)
        try write(flat, "data-\(seed)-\(name)-flat.xml")
      }
      var lines = ""
      for series in set.series {
        for row in series.rows {
          let area = set.layout.dimensions[1].value(series.key[1])
          let period = set.layout.time?.value(series.observations.times[row])
          var value: [UInt8] = []
          value.append(series.observations.measures[0][row])
          let text = value.isEmpty ? "nan" : String(decoding: value, as: UTF8.self)
          lines += "\(try #require(area))\t\(try #require(period))\t\(text)\n"
        }
      }
      try write(Array(lines.utf8), "\(seed).tsv")
    }
  }

  @Test func `CSV is written for another program to read and write again`() throws {
    let structures = SDMX.StructureMessage(header: markupHeader, structures: smallStructure)
    var text: [UInt8] = []
    SDMX.writeJSON(structures, SDMX.JSONForm(.two), into: &text)
    try write(text, "structure.json")
    for version in [SDMX.MarkupVersion.v2_1, .v3_0] {
      try write(SDMX.markup(of: structures, version), "small-\(version.rawValue).xml")
    }
    // It does not keep what is no number as it is.
    let values: [SDMX.MeasureValue] = [.absent, .number(0), .number(-1.5), .number(0.1), .number(123_456_789)]
    for seed in 1..<7 {
      var generator = MessageGenerator(seed: UInt64(seed))
      let set = generator.dataSet(action: seed % 2 == 0 ? .replace : .information, values: values)
      guard set.observationCount > 0 else { continue }
      try write(written([set], SDMX.CSVForm(.twoOne), structures: smallStructure), "data-\(seed).csv")
      try write(Array(ForeignMessageTests.lines([set]).utf8), "wanted-\(seed).tsv")
    }
  }
}

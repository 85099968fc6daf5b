import MilepostModel
import MilepostPipeline

/// What a report can be written as; the raw value is the ending of the file.
enum ReportFormat: String, CaseIterable {
  case html, pdf, docx
}

/// Makes files of reports, with the programs of other people that they need.
struct ReportTools {
  private let weasyPrint: WeasyPrint?
  private let converter: DrawingConverter?
  /// For temporary files.
  private let folder: String

  /// - Parameter folder: for temporary files.
  /// - Throws: what to install, when one of the programs is missing.
  init(for formats: Set<ReportFormat>, of reports: [Reports], using folder: String) throws(MachineFailure) {
    weasyPrint = formats.contains(.pdf) && !reports.isEmpty ? try WeasyPrint.found(using: folder) : nil
    let hasDrawings = formats.contains(.docx) && reports.contains { !$0.word.drawings.isEmpty }
    converter = hasDrawings ? try DrawingConverter.found() : nil
    self.folder = folder
  }

  /// Whether everything is there that a format needs.
  static func canMake(_ format: ReportFormat, of reports: [Reports], using folder: String) -> Bool {
    do throws(MachineFailure) {
      _ = try ReportTools(for: [format], of: reports, using: folder)
      return true
    } catch {
      return false
    }
  }

  /// The programs with their versions: `weasyprint 70.0`.
  var versions: [String] {
    get throws(MachineFailure) {
      let weasyPrint = try weasyPrint.map { tool throws(MachineFailure) in try tool.version(using: folder) }
      let converter = try converter.map { tool throws(MachineFailure) in try tool.version(using: folder) }
      return [weasyPrint.map { "weasyprint \($0)" }, converter.map { "rsvg-convert \($0)" }].compactMap(\.self)
    }
  }

  /// The report as a file; the same bytes for the same report and the same programs.
  func bytes(of report: Reports, as format: ReportFormat) throws -> [UInt8] {
    switch format {
    case .html: return report.html(for: .screen)
    case .pdf:
      guard let weasyPrint else { preconditionFailure("tools are found for the formats that are made") }
      return try weasyPrint.pdf(of: report.html(for: .sheets), date: report.asOf, using: folder)
    case .docx:
      let word = report.word
      var rasters: [String: [UInt8]] = [:]
      for drawing in word.drawings {
        guard let converter else { preconditionFailure("tools are found for the reports that are made") }
        rasters[drawing.name] = try converter.points(of: drawing, using: folder)
      }
      return try word.bytes(rasters: rasters)
    }
  }
}

extension FileSystem {
  /// What is made with the help of a folder that is gone afterwards, also when the run is interrupted.
  static func withScratchFolder<Result>(_ make: (_ folder: String) throws -> Result) throws -> Result {
    var result: Result?
    try Interruption.held {
      let folder = try makeNewDirectory(scratch + "/milepost-report", mode: 0o700)
      do {
        result = try make(folder)
      } catch {
        try remove(folder)
        try Interruption.check()
        throw error
      }
      try remove(folder)
      try Interruption.check()
    }
    guard let result else { preconditionFailure("what was not made was thrown") }
    return result
  }
}

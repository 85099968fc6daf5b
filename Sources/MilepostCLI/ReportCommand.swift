import ArgumentParser
import MilepostModel
import MilepostPipeline

struct Report: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Writes the report in one language as one file.",
    usage: "milepost report <workspace> --output <file> [<options>]",
    discussion: """
        milepost report my-plan --output report.html
        milepost report my-plan --output rapport.pdf --language fr
      What is written follows from the ending of the file: .html for one file that needs no other, .pdf for tagged \
      pages of A4 (PDF/UA-1), which weasyprint makes, .docx for a Word document, for which rsvg-convert draws the charts; \
      Scripts/report-tools installs both. 'milepost import docx' takes over what was changed in the document.
      """)

  private enum Format: String, CaseIterable { case html, pdf, docx }

  @OptionGroup var workspace: WorkspaceOptions
  @Option(help: "The file to write, .html, .pdf or .docx.") var output: String
  @Option(help: "The edition; without it the latest-dated one that has a report.") var edition: String?
  @Option(help: "The language; without it the original one.") var language: String?

  func run() throws {
    let format = try format
    let releases = try Compiler(workspace: workspace).releases(edition.map(EditionChoice.named) ?? .all)
    let report: Reports
    do {
      report = try Reports(releases, edition: edition, language: language.map { LanguageTag($0) })
    } catch .unknownLanguage(let language) {
      throw UsageError(Reports.Fault.unknownLanguage(language).description)
    } catch {
      Terminal.complain("milepost: \(error)")
      throw ExitCode(1)
    }
    switch format {
    case .html: try FileSystem.write(report.html(for: .screen), to: output)
    case .pdf:
      let html = report.html(for: .sheets)
      let pdf = try made { folder throws(MachineFailure) in
        try WeasyPrint.found(using: folder).pdf(of: html, date: report.asOf, using: folder)
      }
      try FileSystem.write(pdf, to: output)
    case .docx: try FileSystem.write(try document(of: report.word), to: output)
    }
  }

  private var format: Format {
    get throws {
      let ending = output.split(separator: "/").last.flatMap { name in
        name.lastIndex(of: ".").map { name[name.index(after: $0)...].lowercased() }
      }
      guard let ending, let format = Format(rawValue: ending) else {
        throw UsageError("cannot tell what to write from '\(output)'; let the name end in .html, .pdf or .docx")
      }
      return format
    }
  }

  private func document(of report: WordReport) throws -> [UInt8] {
    let drawings = report.drawings
    guard !drawings.isEmpty else { return try report.bytes(rasters: [:]) }
    let rasters = try made { folder throws(MachineFailure) in
      let converter = try DrawingConverter.found()
      var rasters: [String: [UInt8]] = [:]
      for drawing in drawings { rasters[drawing.name] = try converter.points(of: drawing, using: folder) }
      return rasters
    }
    return try report.bytes(rasters: rasters)
  }

  /// What is made with the help of a folder that is gone afterwards, also when the run is interrupted.
  private func made<Result>(_ make: (_ folder: String) throws(MachineFailure) -> Result) throws -> Result {
    var result: Result?
    try Interruption.held {
      let folder = try FileSystem.makeNewDirectory(FileSystem.scratch + "/milepost-report")
      do {
        result = try make(folder)
      } catch {
        try FileSystem.remove(folder)
        try Interruption.check()
        throw error
      }
      try FileSystem.remove(folder)
      try Interruption.check()
    }
    guard let result else { preconditionFailure("what was not made was thrown") }
    return result
  }
}

import ArgumentParser
import MilepostModel
import MilepostPipeline

struct Report: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Writes the report of an edition in one language as one file.",
    usage: "milepost report <workspace> --output <file> [<options>]",
    discussion: """
        milepost report my-plan --output report.html
        milepost report my-plan --output rapport.pdf --language fr
      What is written follows from the ending of the file: .html for one file that needs no other, .pdf for tagged \
      pages of A4 (PDF/UA-1), which weasyprint makes; Scripts/report-tools installs it.
      """)

  private enum Format: String, CaseIterable { case html, pdf }

  @OptionGroup var workspace: WorkspaceOptions
  @Option(help: "The file to write, .html or .pdf.") var output: String
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
    case .pdf: try FileSystem.write(try pdf(of: report), to: output)
    }
  }

  private var format: Format {
    get throws {
      let ending = output.split(separator: "/").last.flatMap { name in
        name.lastIndex(of: ".").map { name[name.index(after: $0)...].lowercased() }
      }
      if ending == "docx" { throw UsageError("Word files are not made yet; let the name end in .html or .pdf") }
      guard let ending, let format = Format(rawValue: ending) else {
        throw UsageError("cannot tell what to write from '\(output)'; let the name end in .html or .pdf")
      }
      return format
    }
  }

  private func pdf(of report: Reports) throws -> [UInt8] {
    let html = report.html(for: .sheets)
    var pdf: [UInt8] = []
    // Nothing temporary is left behind by a run that is interrupted.
    try Interruption.held {
      let folder = try FileSystem.makeNewDirectory(FileSystem.scratch + "/milepost-report")
      do {
        pdf = try WeasyPrint.found(using: folder).pdf(of: html, date: report.asOf, using: folder)
      } catch {
        try FileSystem.remove(folder)
        try Interruption.check()
        throw error
      }
      try FileSystem.remove(folder)
      try Interruption.check()
    }
    return pdf
  }
}

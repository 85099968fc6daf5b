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

  @OptionGroup var workspace: WorkspaceOptions
  @Option(help: "The file to write, .html, .pdf or .docx.") var output: String
  @Option(help: "The edition; without it the latest-dated one that has a report.") var edition: String?
  @Option(help: "The language; without it the original one.") var language: String?

  func run() throws {
    let format = try format
    let releases = try Compiler(workspace: workspace).releases(
      edition.map(EditionChoice.named) ?? .all, .correctedDocument)
    let report: Reports
    do {
      report = try Reports(releases, edition: edition, language: language.map { LanguageTag($0) })
    } catch .unknownLanguage(let language) {
      throw UsageError(Reports.Fault.unknownLanguage(language).description)
    } catch {
      Terminal.complain("milepost: \(error)")
      throw ExitCode(1)
    }
    let bytes = try FileSystem.withScratchFolder { folder in
      try ReportTools(for: [format], of: [report], using: folder).bytes(of: report, as: format)
    }
    try FileSystem.write(bytes, to: output)
  }

  private var format: ReportFormat {
    get throws {
      let ending = output.split(separator: "/").last.flatMap { name in
        name.lastIndex(of: ".").map { name[name.index(after: $0)...].lowercased() }
      }
      guard let ending, let format = ReportFormat(rawValue: ending) else {
        throw UsageError("cannot tell what to write from '\(output)'; let the name end in .html, .pdf or .docx")
      }
      return format
    }
  }
}

import ArgumentParser
import MilepostModel
import MilepostPipeline

struct Init: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Writes a small complete workspace to start from.",
    discussion: """
        milepost init my-plan --name "City of Example"
      """)

  @Argument(help: "The folder to make.") var folder: String
  @Option(help: "The name of the organisation or plan.") var name = "Example Agency"

  func run() throws {
    if FileSystem.exists(folder) {
      guard FileSystem.isDirectory(folder), try FileSystem.names(in: folder).isEmpty else {
        throw UsageError("\(folder) exists and is not an empty folder; nothing was written")
      }
    }
    for (path, text) in starter(name: name) {
      try FileSystem.makeDirectory(FileSystem.parentPath("\(folder)/\(path)"))
      try FileSystem.write(Array(text.utf8), to: "\(folder)/\(path)")
    }
    try Terminal.write("wrote \(folder); next: milepost check \(folder)\n")
  }
}

struct Build: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Writes the site and the data files of every edition.",
    usage: "milepost build <workspace> --output <output> [<options>]",
    discussion: """
        milepost build my-plan --output site
      The output is written aside and takes its place when it is complete; a build that fails changes nothing. \
      Files that no build wrote stay.
      """)

  enum Part: String, ExpressibleByArgument, CaseIterable { case site, data }

  @OptionGroup var workspace: WorkspaceOptions
  @Option(help: "The folder to write; the files of the last build give way.") var output: String
  @Option(help: "Only this edition; without it all.") var edition: String?
  @Option(help: "Only this language; may be repeated.") var language: [String] = []
  @Option(help: "Only the site or only the data files; the others stay.") var only: Part?

  func run() throws {
    let folder = try OutputFolder(output)
    Interruption.endsTheRun()
    let choice = edition.map(EditionChoice.named) ?? .all
    let releases = try Compiler(workspace: workspace).releases(choice, .sinceTheEditionBefore)
    let publication = Publication(
      releases, languages: language.map { LanguageTag($0) }, parts: parts, scratch: FileSystem.scratch,
      of: try DiskWorkspace.open(workspace.workspace))
    if let unknown = publication.unknownLanguage {
      throw UsageError("the workspace has no language '\(unknown)'")
    }
    var report: SiteReport?
    try folder.replaceFiles(where: { !parts.holds($0) }) { file in report = try write(publication, file) }
    if let report { try Terminal.write(report.text) }
  }

  private var parts: Publication.Parts {
    switch only {
    case .site: .site
    case .data: .data
    case nil: .all
    }
  }

  private func write(
    _ publication: Publication, _ file: (_ path: String, _ bytes: borrowing [UInt8]) throws -> Void
  ) throws -> SiteReport {
    let progress = Progress()
    var findings = Diagnostics()
    let report = try publication.write(into: &findings) { path, bytes in
      progress.stage("writing \(path)")
      try file(path, bytes)
    }
    progress.finish()
    for diagnostic in findings.all {
      Terminal.complain(diagnostic.text(inColour: Terminal.isInteractive).dropLastNewline)
    }
    // The plan was checked before: a fault of the site is the program's own.
    if findings.hasErrors { throw ExitCode(2) }
    return report
  }
}

struct Translated: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Marks a translation as made from the text of today.",
    usage: "milepost translated <workspace> <file>",
    discussion: """
        milepost translated my-plan narrative/fr/2-progress.md
      Each paragraph ends with the mark of the text that it translates; when the original changes, `check` names the \
      paragraphs to be read again. Run this when the translation is right.
      """)

  @OptionGroup var workspace: WorkspaceOptions
  @Argument(help: "The file of the translation, relative to the workspace.") var file: String

  func run() throws {
    let opened = try DiskWorkspace.open(workspace.workspace)
    var findings = Diagnostics()
    let marked: MarkedTranslation?
    do {
      marked = try opened.translated(file, into: &findings)
    } catch let fault as TranslationFault {
      throw UsageError("\(fault)")
    }
    guard let marked else {
      for diagnostic in findings.all {
        Terminal.complain(diagnostic.text(inColour: Terminal.isInteractive).dropLastNewline)
      }
      throw ExitCode(1)
    }
    if marked.changed > 0 { try FileSystem.write(marked.bytes, to: "\(workspace.workspace)/\(marked.file)") }
    try Terminal.write("\(marked.changed) paragraph\(marked.changed == 1 ? "" : "s") marked in \(marked.file)\n")
  }
}

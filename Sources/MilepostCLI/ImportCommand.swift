import ArgumentParser
import MilepostModel
import MilepostPipeline

struct Import: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Takes over what was changed in a document.",
    usage: "milepost import docx <file> <workspace> [<options>]",
    discussion: """
        milepost import docx report-edited.docx my-plan
        milepost import docx rapport-relu.docx my-plan --dry-run
      Only paragraphs that were changed in the document change in narrative/. What cannot be taken over is named with \
      its place in the text and what the document says.
      """)

  enum Kind: String, ExpressibleByArgument, CaseIterable { case docx }

  @Argument(help: "docx: a Word document that 'milepost report' made.") var kind: Kind
  @Argument(help: "The file.") var file: String
  @OptionGroup var workspace: WorkspaceOptions
  @Option(help: "The language of the document; without it the one that it says.") var language: String?
  @Flag(help: "Say what would change, and change nothing.") var dryRun = false

  func run() throws {
    let opened = try DiskWorkspace.open(workspace.workspace)
    guard FileSystem.exists(file) else { throw UsageError("no such file: \(file)") }
    let bytes = try FileSystem.read(file)
    var findings = Diagnostics()
    let result = try opened.importWord(
      bytes, name: file, language: language.map { LanguageTag($0) }, into: &findings)
    for diagnostic in findings.all {
      Terminal.complain(diagnostic.text(inColour: Terminal.isInteractive).dropLastNewline)
    }
    guard let result else { throw ExitCode(1) }
    if !dryRun { try write(result) }
    for changed in result.files { try Terminal.write("\(dryRun ? "would write" : "wrote") \(changed.file)\n") }
    try Terminal.write(result.report)
  }

  /// Every file or none: each is written aside before the first takes its place.
  private func write(_ result: WordImport) throws {
    try Interruption.held {
      var written: [(aside: String, path: String)] = []
      do {
        for changed in result.files {
          let path = "\(workspace.workspace)/\(changed.file)"
          let aside = path + ".new"
          written.append((aside, path))
          try FileSystem.write(changed.bytes, to: aside)
        }
      } catch {
        for file in written { try FileSystem.remove(file.aside) }
        throw error
      }
      for file in written { try FileSystem.rename(file.aside, to: file.path) }
    }
  }
}

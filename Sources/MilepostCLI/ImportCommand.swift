import ArgumentParser
import MilepostModel
import MilepostPipeline

extension Vintage.Kind: ExpressibleByArgument {}

struct Import: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Brings data or an edited document into a workspace.",
    usage: "milepost import <kind> <file> ... <workspace> [<options>]",
    discussion: """
        milepost import sdmx structure.json data.csv my-plan
        milepost import csv returns.csv my-plan --dataflow internet-use \\
          --published 2025-05-19
        milepost import docx report-edited.docx my-plan --dry-run
      SDMX: messages with data, and those with its structure. Dataflows, codelists,
      areas and indicators that are new are added.
      CSV, XLSX: a table whose columns are as the sidecar of the dataflow says.
      Word: a document that 'milepost report' made; only paragraphs that were
      changed in it change in narrative/.
      What cannot be taken over is named with its place. After an error nothing is
      written.
      """)

  enum Kind: String, ExpressibleByArgument, CaseIterable { case csv, docx, sdmx, xlsx }

  @Argument(help: "What the files are.") var kind: Kind
  @Argument(help: "The files, then the folder that holds milepost.yaml.") var paths: [String]
  @Option(help: "The day on which the data was published.", transform: parseDate)
  var published: CalendarDate?
  @Option(help: "The day on which it was received.", transform: parseDate)
  var received: CalendarDate?
  @Option(name: .customLong("kind"), help: "What was sent: all that holds (snapshot), or what is new (update).")
  var vintage: Vintage.Kind?
  @Option(help: "The dataflow that a table is a vintage of.") var dataflow: String?
  @Option(help: "The sheet of a workbook; without it the first that is seen.") var sheet: String?
  @Option(help: "The language of a document.") var language: String?
  @Flag(help: "Say what would change, and change nothing.") var dryRun = false

  private var workspace: String { paths[paths.count - 1] }

  func validate() throws {
    guard paths.count >= 2 else { throw ValidationError("name a file and then the workspace") }
    guard kind == .sdmx || paths.count == 2 else { throw ValidationError("only sdmx takes several files") }
  }

  func run() throws {
    var opened = try DiskWorkspace.open(workspace)
    var change: WorkspaceChange?
    if !dryRun {
      // Locked, it is opened again, so that no other import comes between reading and writing it.
      change = try WorkspaceChange(of: workspace)
      opened = try DiskWorkspace.open(workspace)
    }
    let given = try paths.dropLast().map { file in
      guard FileSystem.exists(file) else { throw UsageError("no such file: \(file)") }
      return GivenFile(name: file) { try FileSystem.reading(file) }
    }
    var findings = Diagnostics()
    let result = try imported(given, into: opened, &findings)
    for diagnostic in findings.all {
      Terminal.complain(diagnostic.text(inColour: Terminal.isInteractive).dropLastNewline)
    }
    guard let result else { throw ExitCode(1) }
    try change?.write(result.files)
    for changed in result.files { try Terminal.write("\(dryRun ? "would write" : "wrote") \(changed.file)\n") }
    try Terminal.write(result.report)
  }

  private func imported(
    _ given: [GivenFile], into opened: Workspace, _ findings: inout Diagnostics
  ) throws -> ImportedFiles? {
    let said = VintageStatement(published: published, received: received, kind: vintage)
    switch kind {
    case .sdmx: return try opened.importSDMX(given, said: said, into: &findings)
    case .csv: return try opened.importTable(given[0], dataflow: dataflow, said: said, into: &findings)
    case .xlsx:
      return try opened.importSheet(given[0], sheet: sheet, dataflow: dataflow, said: said, into: &findings)
    case .docx:
      return try opened.importWord(given[0], language: language.map { LanguageTag($0) }, into: &findings)
    }
  }
}

import ArgumentParser
import MilepostModel
import MilepostPipeline

struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Runs every rule over plan and data and prints what it finds; nothing when all is well.",
    discussion: """
      Each finding has a place, a code and a hint; docs/diagnostics explains the codes.
        milepost check my-plan
        milepost check my-plan --strict --format json
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  @OptionGroup var workspace: WorkspaceOptions
  @Option(help: "text or json.") var format: Format = .text
  @Flag(help: "Treat warnings as errors.") var strict = false

  func run() throws {
    let opened = try DiskWorkspace.open(workspace.workspace)
    let progress = Progress()
    let compilation = try opened.compile(.all, isStrict: strict, progress: progress.stage)
    progress.finish()
    switch format {
    case .text:
      let text = compilation.diagnostics.map { $0.text(inColour: Terminal.isInteractiveOutput) }.joined()
      try Terminal.write(text)
    case .json:
      try Terminal.write(compilation.json)
    }
    if compilation.hasErrors { throw ExitCode(1) }
  }
}

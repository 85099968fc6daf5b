import ArgumentParser
import MilepostModel
import MilepostPipeline

/// The folder that a command works on.
struct WorkspaceOptions: ParsableArguments {
  @Argument(help: "The folder that holds milepost.yaml.")
  var workspace: String
}

/// Which edition a command speaks of.
struct EditionOptions: ParsableArguments {
  @Option(help: "The edition; without it the latest-dated one.")
  var edition: String?

  @Option(help: "A date; only what was received by then is used. Overrides --edition.", transform: parseDate)
  var asOf: CalendarDate?

  var choice: EditionChoice {
    if let asOf { return .asOf(asOf) }
    return edition.map(EditionChoice.named) ?? .latest
  }
}

/// A date that was given as an option.
@Sendable func parseDate(_ text: String) throws -> CalendarDate {
  guard let date = CalendarDate(text) else {
    throw ValidationError("'\(text)' is not a date; write it as 2020-04-29")
  }
  return date
}

/// Compiles the workspace and prints what was found, as every command that needs a release does.
struct Compiler {
  let workspace: WorkspaceOptions

  /// - Returns: releases oldest first, never empty.
  /// - Throws: exit code 1 when the workspace has errors; `EditionFault` when it has no such edition.
  func releases(_ choice: EditionChoice, _ history: History = .none) throws -> [Release] {
    try compilation(choice, history).releases
  }

  /// - Throws: as `releases`.
  func compilation(_ choice: EditionChoice, _ history: History = .none) throws -> Compilation {
    let opened = try DiskWorkspace.open(workspace.workspace)
    let progress = Progress()
    let compilation = try opened.compile(choice, history, progress: progress.stage)
    progress.finish()
    for diagnostic in compilation.diagnostics {
      Terminal.complain(diagnostic.text(inColour: Terminal.isInteractive).dropLastNewline)
    }
    if compilation.hasErrors { throw ExitCode(1) }
    if compilation.releases.isEmpty { throw EditionFault.none }
    return compilation
  }

  func release(_ choice: EditionChoice) throws -> Release { try releases(choice)[0] }
}

extension String {
  var dropLastNewline: String { hasSuffix("\n") ? String(dropLast()) : self }
}

import ArgumentParser
import Glibc
import MilepostPipeline

/// The command line: files, terminal and exit codes. It knows no statistics.
struct Milepost: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "milepost",
    abstract: "Compiles a strategic plan: findings, assessments, site, report.",
    discussion: """
      A workspace is a folder with milepost.yaml, plan/ and data/. Start with
        milepost init my-plan
        milepost check my-plan
        milepost build my-plan --output site

      Exit codes: 0 clean (warnings may be printed), 1 the workspace has errors, \
      2 the machine failed, 64 wrong command line or no such workspace.
      """,
    version: "0.1.0",
    subcommands: [
      Init.self, Check.self, Assess.self, Explain.self, Query.self, Eval.self, Method.self, Build.self, Diff.self,
      Todo.self, Report.self, Translated.self, Import.self, Freeze.self, Verify.self, Publish.self,
      StoreCommand.self, Serve.self,
    ])
}

/// The command line is well formed and cannot be meant: no such folder, edition or id.
struct UsageError: Error {
  /// What was found, and what there is instead.
  let message: String

  init(_ message: String) { self.message = message }
}

@main
enum Main {
  static func main() {
    signal(SIGPIPE, SIG_IGN)
    // A file that may grow no further is an error of the disk and not the end of the program.
    signal(SIGXFSZ, SIG_IGN)
    do {
      var command = try Milepost.parseAsRoot()
      try command.run()
    } catch let failure as MachineFailure {
      Terminal.complain("milepost: \(failure)")
      Glibc.exit(2)
    } catch let failure as WorkbookFailure {
      Terminal.complain("milepost: \(failure)")
      Glibc.exit(2)
    } catch let failure as StoreFailure {
      Terminal.complain("milepost: \(failure)")
      Glibc.exit(2)
    } catch let failure as WordFailure {
      Terminal.complain("milepost: \(failure)")
      Glibc.exit(2)
    } catch let error as UsageError {
      Terminal.complain("milepost: \(error.message)")
      Glibc.exit(64)
    } catch let error as EditionFault {
      Terminal.complain("milepost: \(error)")
      Glibc.exit(64)
    } catch let interrupted as Interrupted {
      Glibc.exit(interrupted.exitCode)
    } catch {
      Milepost.exit(withError: error)
    }
  }
}

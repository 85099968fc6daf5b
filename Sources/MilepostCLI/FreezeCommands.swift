import ArgumentParser
import MilepostModel
import MilepostPipeline

struct Freeze: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Keeps an edition with what it was made from.",
    usage: "milepost freeze <workspace> <edition>",
    discussion: """
        milepost freeze my-plan C20/35
      Warnings that are not accepted are errors here. The edition is kept in frozen/ within the workspace and is not \
      changed again; corrections are editions of their own.
      """)

  @OptionGroup var workspace: WorkspaceOptions
  @Argument(help: "The id of the edition.") var edition: String

  func run() throws {
    let opened = try DiskWorkspace.open(workspace.workspace)
    let progress = Progress()
    let compilation = try opened.compile(.named(edition), isStrict: true, progress: progress.stage)
    progress.finish()
    for diagnostic in compilation.diagnostics {
      Terminal.complain(diagnostic.text(inColour: Terminal.isInteractive).dropLastNewline)
    }
    guard !compilation.hasErrors, let release = compilation.releases.last, let id = release.edition?.id else {
      throw ExitCode(1)
    }
    let folder = "\(workspace.workspace)/\(FrozenEdition.folder(of: id))"
    guard !FileSystem.exists(folder) else {
      throw UsageError("\(folder) exists: a frozen edition is not changed; give a correction an edition of its own")
    }
    let frozen = try opened.freeze(
      release, program: Milepost.configuration.version, reports: try reports(of: release),
      scratch: FileSystem.scratch)
    try write(frozen, to: folder)
    try Terminal.write("froze \(edition): \(frozen.files.count) files in \(folder)\nseal sha256:\(frozen.seal)\n")
  }

  /// The report as one file of HTML in each language that it has.
  private func reports(of release: Release) throws -> [(path: String, bytes: [UInt8])] {
    try (release.report?.languages ?? []).map { language in
      let report = try Reports([release], edition: edition, language: language)
      return ("report.\(language).html", report.html(for: .screen))
    }
  }

  /// Writes aside, so that an edition is kept as a whole or not at all.
  private func write(_ frozen: FrozenEdition, to folder: String) throws {
    let parent = FileSystem.parentPath(folder)
    try FileSystem.makeDirectory(parent)
    let aside = try FileSystem.makeNewDirectory("\(parent)/.freezing")
    for (path, bytes) in frozen.files {
      let file = "\(aside)/\(path)"
      try FileSystem.makeDirectory(FileSystem.parentPath(file))
      try FileSystem.write(bytes, to: file)
    }
    try FileSystem.rename(aside, to: folder)
  }
}

struct Verify: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Checks that a frozen edition is what it was.",
    usage: "milepost verify <workspace> <edition>",
    discussion: """
        milepost verify my-plan C20/35
      Whatever happened to the workspace since does not matter: the edition is compiled again from the files that were \
      kept with it.
      """)

  @OptionGroup var workspace: WorkspaceOptions
  @Argument(help: "The id of the edition.") var edition: String

  func run() throws {
    let folder = "\(workspace.workspace)/\(FrozenEdition.folder(of: Edition.ID(edition)))"
    guard FileSystem.isDirectory(folder) else {
      throw UsageError("edition \(edition) is not frozen; 'milepost freeze \(workspace.workspace) \(edition)' keeps it")
    }
    let verification: Verification
    do {
      verification = try verify(edition, paths: DiskWorkspace.paths(in: folder)) { path in
        try FileSystem.read("\(folder)/\(path)")
      }
    } catch let fault as FrozenEditionFault {
      Terminal.complain("milepost: \(folder): \(fault)")
      throw ExitCode(1)
    }
    try Terminal.write(verification.text(program: Milepost.configuration.version))
    if !verification.holds { throw ExitCode(1) }
  }
}

extension Verification {
  fileprivate func text(program version: String) -> String {
    var lines = damages.isEmpty ? ["files       \(fileCount) as they were"] : damages.map { "damaged     \($0)" }
    lines.append("seal        sha256:\(seal)")
    lines.append("program     frozen by \(program), verified by \(version)")
    for finding in findings where finding.severity == .error {
      lines.append("finding     " + finding.text(inColour: false).split(separator: "\n").prefix(1).joined())
    }
    lines += differences.map { "different   \($0)" }
    let counts = same.map { "\($0.count) \($0.kind)\($0.count == 1 ? "" : "s")" }
    if !counts.isEmpty { lines.append("the same    " + counts.joined(separator: ", ")) }
    return lines.joined(separator: "\n") + "\n"
  }
}

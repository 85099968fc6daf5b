import ArgumentParser
import MilepostModel
import MilepostPipeline

struct Freeze: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Keeps an edition with what it was made from.",
    usage: "milepost freeze <workspace> <edition> [<options>]",
    discussion: """
        milepost freeze my-plan C20/35
        milepost freeze my-plan C20/35 --format html,pdf
      Kept in frozen/ within the workspace are the report in each language, the data files, and what they were made \
      from. Warnings that are not accepted are errors here. A frozen edition is not changed again; corrections are \
      editions of their own.
      PDF is made by weasyprint, the charts of Word documents by rsvg-convert; Scripts/report-tools installs both.
      """)

  @OptionGroup var workspace: WorkspaceOptions
  @Argument(help: "The id of the edition.") var edition: String
  @Option(help: "What to keep the report as: html, pdf, docx; all three without it.", transform: parseFormats)
  var format: Set<ReportFormat> = Set(ReportFormat.allCases)

  func run() throws {
    let opened = try DiskWorkspace.open(workspace.workspace)
    let progress = Progress()
    let compilation = try opened.compile(.named(edition), .correctedDocument, isStrict: true, progress: progress.stage)
    progress.finish()
    for diagnostic in compilation.diagnostics {
      Terminal.complain(diagnostic.text(inColour: Terminal.isInteractive).dropLastNewline)
    }
    guard !compilation.hasErrors, let release = compilation.releases.last, let id = release.edition?.id else {
      throw ExitCode(1)
    }
    let folder = "\(workspace.workspace)/\(FrozenEdition.folder(of: id))"
    guard !FileSystem.exists(folder) else { throw UsageError.frozen(folder) }
    let made = try report(of: release)
    let frozen = try opened.freeze(
      release, programs: ["milepost \(Milepost.configuration.version)"] + made.programs, reports: made.files,
      scratch: FileSystem.scratch)
    try write(frozen, to: folder)
    try Terminal.write(
      """
      froze \(edition): \(frozen.files.count) files in \(folder)
      \(made.text)
      seal sha256:\(frozen.seal)

      """)
  }

  /// The files of a report, and what made them.
  private struct MadeReport {
    var languages: [LanguageTag] = []
    var formats: [ReportFormat] = []
    var programs: [String] = []
    var files: [(path: String, bytes: [UInt8])] = []

    var text: String {
      guard !files.isEmpty else { return "without a report: narrative/report.yaml is not of this edition" }
      let written = formats.map(\.rawValue).joined(separator: ", ")
      return "report in \(languages.map(\.text).joined(separator: ", ")) as \(written)"
    }
  }

  private func report(of release: Release) throws -> MadeReport {
    var made = MadeReport()
    made.languages = release.report?.languages ?? []
    made.formats = ReportFormat.allCases.filter(format.contains)
    let reports = try made.languages.map { try Reports([release], edition: edition, language: $0) }
    guard !reports.isEmpty else { return made }
    let progress = Progress()
    defer { progress.finish() }
    return try FileSystem.withScratchFolder { folder in
      let tools = try tools(for: reports, using: folder)
      made.programs = try tools.versions
      for (language, report) in zip(made.languages, reports) {
        for format in made.formats {
          let file = "report.\(language).\(format.rawValue)"
          progress.stage("making \(file)")
          made.files.append((file, try tools.bytes(of: report, as: format)))
          try Interruption.check()
        }
      }
      return made
    }
  }

  /// - Throws: how to go on without a program that is missing, beside how to install it.
  private func tools(for reports: [Reports], using folder: String) throws -> ReportTools {
    do throws(MachineFailure) {
      return try ReportTools(for: format, of: reports, using: folder)
    } catch {
      let others = ReportFormat.allCases.filter { ReportTools.canMake($0, of: reports, using: folder) }
      throw MachineFailure(error, or: "--format \(others.map(\.rawValue).joined(separator: ","))")
    }
  }

  /// Writes aside, so that an edition is kept as a whole or not at all.
  private func write(_ frozen: FrozenEdition, to folder: String) throws {
    try Interruption.held {
      let parents = try FileSystem.makeDirectory(FileSystem.parentPath(folder))
      var aside: String?
      do {
        let written = try FileSystem.makeNewDirectory("\(FileSystem.parentPath(folder))/.freezing")
        aside = written
        for (path, bytes) in frozen.files {
          try Interruption.check()
          let file = "\(written)/\(path)"
          try FileSystem.makeDirectory(FileSystem.parentPath(file))
          try FileSystem.write(bytes, to: file)
        }
        try FileSystem.rename(written, to: folder)
      } catch {
        if let aside { try FileSystem.remove(aside) }
        try FileSystem.removeEmpty(parents)
        // Somebody else froze it in the meantime.
        throw FileSystem.exists(folder) ? UsageError.frozen(folder) : error
      }
    }
  }
}

extension UsageError {
  fileprivate static func frozen(_ folder: String) -> UsageError {
    UsageError("\(folder) exists: a frozen edition is not changed; give a correction an edition of its own")
  }
}

@Sendable private func parseFormats(_ text: String) throws -> Set<ReportFormat> {
  let words = text.split(separator: ",", omittingEmptySubsequences: false)
  return Set(
    try words.map { word in
      guard let format = ReportFormat(rawValue: String(word)) else {
        throw ValidationError("'\(word)' is no format of a report; write some of html,pdf,docx")
      }
      return format
    })
}

struct Verify: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Checks that a frozen edition is what it was.",
    usage: "milepost verify <workspace> <edition>",
    discussion: """
        milepost verify my-plan C20/35
      Whatever happened to the workspace since does not matter: the edition is compiled again from the files that were \
      kept with it. Reports are compared byte by byte with what was kept, without the programs that made them.
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
    let makers = programs.isEmpty ? "an unknown version" : programs.joined(separator: ", ")
    lines.append("program     frozen by \(makers); verified by milepost \(version)")
    for finding in findings where finding.severity == .error {
      lines.append("finding     " + finding.text(inColour: false).split(separator: "\n").prefix(1).joined())
    }
    lines += differences.map { "different   \($0)" }
    let counts = same.map { "\($0.count) \($0.kind)\($0.count == 1 ? "" : "s")" }
    if !counts.isEmpty { lines.append("the same    " + counts.joined(separator: ", ")) }
    return lines.joined(separator: "\n") + "\n"
  }
}

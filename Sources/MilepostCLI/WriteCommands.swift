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
        throw ValidationError("\(folder) exists and is not an empty folder; nothing was written")
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
    discussion: """
        milepost build my-plan --output site
      The output is written aside and takes its place when it is complete; a build that fails changes nothing.
      """)

  enum Part: String, ExpressibleByArgument, CaseIterable { case site, data }

  @OptionGroup var workspace: WorkspaceOptions
  @Option(help: "The folder to write; a site of milepost there is replaced.") var output: String
  @Option(help: "Only this edition; without it all.") var edition: String?
  @Option(help: "Only this language; may be repeated.") var language: [String] = []
  @Option(help: "Only the site or only the data files.") var only: Part?

  func run() throws {
    try refuseForeignFolder()
    let (_, releases) = try Compiler(workspace: workspace).releases(edition.map(EditionChoice.named) ?? .all)
    let publication = Publication(releases, languages: language.map { LanguageTag($0) }, parts: parts)
    if let unknown = publication.unknownLanguage {
      throw ValidationError("the workspace has no language '\(unknown)'")
    }
    let aside = "\(trimmed(output)).milepost-new"
    try FileSystem.remove(aside)
    do {
      try write(publication, to: aside)
    } catch {
      try FileSystem.remove(aside)
      throw error
    }
    try takePlace(aside)
  }

  private var parts: Publication.Parts {
    switch only {
    case .site: .site
    case .data: .data
    case nil: .all
    }
  }

  private func write(_ publication: Publication, to folder: String) throws {
    let progress = Progress()
    var made: Set<String> = []
    var findings = Diagnostics()
    try publication.write(into: &findings) { path, bytes in
      let file = "\(folder)/\(path)"
      let parent = FileSystem.parentPath(file)
      if made.insert(parent).inserted { try FileSystem.makeDirectory(parent) }
      progress.stage("writing \(path)")
      try FileSystem.write(bytes, to: file)
    }
    progress.finish()
    for diagnostic in findings.all {
      Terminal.complain(diagnostic.text(inColour: Terminal.isInteractive).dropLastNewline)
    }
    if findings.hasErrors { throw ExitCode(1) }
  }

  /// A folder that holds other people's files is never replaced.
  private func refuseForeignFolder() throws {
    guard FileSystem.exists(output) else { return }
    guard FileSystem.isDirectory(output) else { throw ValidationError("\(output) is a file; nothing was written") }
    let isEmpty = try FileSystem.names(in: output).isEmpty
    if !isEmpty && !FileSystem.exists("\(output)/data/release.json") {
      throw ValidationError("\(output) holds other files than a site of milepost; nothing was written")
    }
  }

  private func takePlace(_ aside: String) throws {
    let old = "\(trimmed(output)).milepost-old"
    try FileSystem.remove(old)
    if FileSystem.exists(output) { try FileSystem.rename(trimmed(output), to: old) }
    try FileSystem.rename(aside, to: trimmed(output))
    try FileSystem.remove(old)
  }

  private func trimmed(_ path: String) -> String {
    path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
  }
}

import ArgumentParser
import MilepostModel
import MilepostPipeline

struct Assess: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Prints the status of every target and outcome.",
    usage: "milepost assess <workspace> [<options>]",
    discussion: """
        milepost assess my-plan
        milepost assess my-plan --edition C20/35 --format json
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, csv }

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var edition: EditionOptions
  @Option(help: "text, json or csv.") var format: Format = .text

  func run() throws {
    let release = try Compiler(workspace: workspace).release(edition.choice)
    let answers = Answers(release)
    switch format {
    case .text: try Terminal.write(answers.assessmentText)
    case .json: try Terminal.write(answers.assessmentJSON)
    case .csv: try Terminal.write(answers.assessmentCSV)
    }
  }
}

struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Says why a target stands where it does, or how an outcome, goal, objective or enabler does.",
    usage: "milepost explain <workspace> <id> [<options>]",
    discussion: """
        milepost explain my-plan 2.4
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  @OptionGroup var workspace: WorkspaceOptions
  @Argument(help: "The id of a target, outcome, goal, objective, output or enabler.") var id: String
  @OptionGroup var edition: EditionOptions
  @Option(help: "text or json.") var format: Format = .text

  func run() throws {
    let release = try Compiler(workspace: workspace).release(edition.choice)
    let answers = Answers(release)
    let text =
      format == .text ? answers.explanationText(of: id).map { Array($0.utf8) } : answers.explanationJSON(of: id)
    guard let text else {
      throw UsageError("the plan has no element '\(id)'" + answers.hint(for: id))
    }
    try Terminal.write(text)
  }
}

struct Query: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Prints values of an indicator with status and source.",
    usage: "milepost query <workspace> --indicator <indicator> [<options>]",
    discussion: """
        milepost query my-plan --indicator internet-use --period 2015..2019
        milepost query my-plan --indicator internet-use --where SEX=F --format json
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case csv, json, text }

  @OptionGroup var workspace: WorkspaceOptions
  @Option(help: "The id of the indicator.") var indicator: String
  @Option(help: "An area or group; may be repeated; without it all.") var area: [String] = []
  @Option(help: "A period such as 2019, or a range such as 2015..2019.") var period: String?
  @Option(help: "A code of a dimension, SEX=F; may be repeated.") var `where`: [String] = []
  @OptionGroup var edition: EditionOptions
  @Option(help: "csv, json or text.") var format: Format = .text

  func run() throws {
    let codes = try `where`.map { text in
      let parts = text.split(separator: "=", maxSplits: 1)
      guard parts.count == 2 else { throw UsageError("'\(text)' is not DIMENSION=CODE") }
      return DimensionCode(String(parts[0]), String(parts[1]))
    }
    let periods = try period.map { text in
      guard let span = PeriodSpan(text) else {
        throw UsageError("'\(text)' is not a period; write 2019 or 2015..2019")
      }
      return span
    }
    let release = try Compiler(workspace: workspace).release(edition.choice)
    let answers = Answers(release)
    let selection = Selection(
      indicator: Indicator.ID(indicator), areas: area.map { Area.ID($0) }, codes: codes, periods: periods)
    if let problem = answers.problem(with: selection) { throw UsageError(problem) }
    switch format {
    case .csv: try Terminal.write(answers.queryCSV(selection))
    case .json: try Terminal.write(answers.queryJSON(selection))
    case .text: try Terminal.write(answers.queryText(selection))
    }
  }
}

struct Eval: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Evaluates one expression of formulas and texts.",
    usage: "milepost eval <workspace> <expression> [<options>]",
    discussion: """
        milepost eval my-plan 'internet-use(WORLD, 2019) : 0.1'
        milepost eval my-plan 'internet-use(LDC, 2019) < 20'
      A comparison that is false ends with exit code 1.
      """)

  @OptionGroup var workspace: WorkspaceOptions
  @Argument(help: "The expression; docs/expressions.md has the grammar.") var expression: String
  @OptionGroup var edition: EditionOptions

  func run() throws {
    let opened = try DiskWorkspace.open(workspace.workspace)
    let answer = try opened.evaluate(expression, edition.choice)
    for diagnostic in answer.diagnostics {
      Terminal.complain(diagnostic.text(inColour: Terminal.isInteractive).dropLastNewline)
    }
    if let text = answer.text { try Terminal.write(text + "\n") }
    if !answer.holds { throw ExitCode(1) }
  }
}

struct Method: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Applies an assessment method to rows of CSV.",
    discussion: """
        milepost method statcan-2024 --input rows.csv
      Two-point methods read base_year, base_value, current_year, current_value, target_year, target, \
      direction, limit and sign; the others read id, year, value, target, target_year and direction as a \
      long series. Other columns pass through.
      """)

  @Argument(help: "The id of the method, such as statcan-2024 or destatis.") var name: String
  @Option(help: "The CSV file; without it, or for -, standard input.") var input: String?

  func run() throws {
    guard let method = AssessmentMethod(rawValue: name) else {
      let known = AssessmentMethod.allCases.map(\.rawValue).joined(separator: ", ")
      throw UsageError("no method '\(name)'; there are \(known)")
    }
    let file = input.flatMap { ["-", "/dev/stdin"].contains($0) ? nil : $0 }
    let bytes = try file.map(FileSystem.read) ?? FileSystem.readStandardInput()
    var findings = Diagnostics()
    let answer = applyMethod(method, to: bytes, file: file ?? "standard input", into: &findings)
    for diagnostic in findings.all {
      Terminal.complain(diagnostic.text(inColour: Terminal.isInteractive).dropLastNewline)
    }
    guard let answer else { throw ExitCode(1) }
    try Terminal.write(answer)
  }
}

struct Diff: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Says what changed between two editions, and why.",
    usage: "milepost diff <workspace> <edition> <edition> [<options>]",
    discussion: """
        milepost diff my-plan 2024 2025
        milepost diff my-plan 2024 2025 --format json
      Each change has one leading cause: framework, method, revised history, new data, passing of time, or \
      texts. The earlier edition is always the first. Differences are no fault: the exit code stays 0.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  @OptionGroup var workspace: WorkspaceOptions
  @Argument(help: "The id of an edition.") var edition: String
  @Argument(help: "The id of another.") var other: String
  @Option(help: "text or json.") var format: Format = .text

  func run() throws {
    let releases = try Compiler(workspace: workspace).releases(.pair(edition, other), .sinceTheEditionBefore)
    let answers = ChangeAnswers(releases, paragraphs: changedParagraphs(releases[0], releases[releases.count - 1]))
    switch format {
    case .text: try Terminal.write(answers.text)
    case .json: try Terminal.write(answers.json)
    }
  }
}

struct Todo: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Lists what is missing or due, by owner.",
    usage: "milepost todo <workspace> [<options>]",
    discussion: """
        milepost todo my-plan --owner "Statistics Division"
        milepost todo my-plan --format ics > due.ics
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, csv, ics }

  @OptionGroup var workspace: WorkspaceOptions
  @Option(help: "Only what this office owns.") var owner: String?
  @OptionGroup var edition: EditionOptions
  @Option(help: "text, csv or ics.") var format: Format = .text

  func run() throws {
    let release = try Compiler(workspace: workspace).release(edition.choice)
    let owners = TodoAnswers.owners(in: release)
    if let owner, !owners.contains(owner) {
      throw UsageError("the plan names no owner '\(owner)'" + owners.suggestion(for: owner))
    }
    let answers = TodoAnswers(release, owner: owner)
    switch format {
    case .text: try Terminal.write(answers.text)
    case .csv: try Terminal.write(answers.csv)
    case .ics: try Terminal.write(answers.calendar)
    }
  }
}

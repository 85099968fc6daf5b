import Foundation
import Testing

@Suite struct CommandTests {
  @Test func `the version is printed`() throws {
    let result = try Program.run(["--version"])
    #expect(result.exitCode == 0)
    #expect(result.output == "0.1.0\n")
  }

  @Test func `help fits on one screen and names every command`() throws {
    let result = try Program.run(["--help"])
    #expect(result.exitCode == 0)
    #expect(result.output.split(separator: "\n", omittingEmptySubsequences: false).count <= 40)
    for command in [
      "init", "check", "assess", "explain", "query", "eval", "method", "build", "diff", "todo", "report", "import",
    ] {
      #expect(result.output.contains("  \(command) "), "\(command)")
    }
  }

  @Test(arguments: [
    "init", "check", "assess", "explain", "query", "eval", "method", "build", "diff", "todo", "report", "import",
  ])
  func `every command has help with an example`(_ command: String) throws {
    let result = try Program.run([command, "--help"])
    #expect(result.exitCode == 0)
    #expect(result.output.contains("  milepost \(command) "))
  }

  @Test(
    arguments: [
      "", "init", "check", "assess", "explain", "query", "eval", "method", "build", "diff", "todo", "report", "import",
    ])
  func `help fits a terminal of 80 columns, with whole examples`(_ command: String) throws {
    let lines = try Program.run(command.split(separator: " ").map(String.init) + ["--help"]).output
      .split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.filter { $0.count > 80 } == [])
    // What the program had to wrap begins at the margin and would be cut off when the example is pasted.
    for (line, next) in zip(lines, lines.dropFirst()) where line.hasPrefix("  milepost ") {
      #expect(next.isEmpty || next.hasPrefix("  ") || next.first?.isUppercase == true, "\(line)")
    }
  }

  @Test(
    arguments: [
      (["check", "/no/such/folder"], "no such folder: /no/such/folder"),
      (
        ["assess", "Tests/Cases/base", "--edition", "R2022"],
        "the workspace has no edition 'R2022'; there are R2020, R2021; did you mean 'R2020'?"
      ),
      (
        ["build", "Tests/Cases/base", "--output", "/no/where", "--edition", "x"],
        "the workspace has no edition 'x'; there are R2020, R2021"
      ),
      (
        ["eval", "Tests/Cases/base", "1 + 1", "--edition", "x"],
        "the workspace has no edition 'x'; there are R2020, R2021"
      ),
      (
        ["diff", "Tests/Cases/base", "R2020", "R2022"],
        "the workspace has no edition 'R2022'; there are R2020, R2021; did you mean 'R2020'?"
      ),
      (
        ["report", "Tests/Cases/base", "--output", "report.odt"],
        "cannot tell what to write from 'report.odt'; let the name end in .html, .pdf or .docx"
      ),
      (["explain", "Tests/Cases/base", "9.9.9"], "the plan has no element '9.9.9'"),
      (
        ["query", "Tests/Cases/base", "--indicator", "internet-usage"],
        "unknown indicator 'internet-usage'; did you mean 'internet-use'?"
      ),
    ])
  func `what cannot be meant is said in one line`(_ arguments: [String], _ message: String) throws {
    let result = try Program.run(arguments)
    #expect(result.exitCode == 64)
    #expect(result.output.isEmpty)
    #expect(result.errors.split(separator: "\n").last == "milepost: \(message)")
    #expect(!result.errors.contains("Usage"))
  }

  @Test func `values are short for people and whole for programs`() throws {
    let folder = try TemporaryFolder()
    try folder.copyBase()
    let data = folder.path("plan/data/population.2020.csv")
    let table = try String(contentsOfFile: data, encoding: .utf8)
    let row = try #require(table.split(separator: "\n").dropFirst().first)
    let value = try #require(row.split(separator: ",").last)
    try folder.write(
      table.replacing(row, with: row.dropLast(value.count) + "\(value).123456789").utf8,
      to: "plan/data/population.2020.csv")
    let query = ["query", folder.path("plan"), "--indicator", "population", "--format"]
    let text = try Program.run(query + ["text"])
    #expect(text.exitCode == 0)
    #expect(text.output.contains(".12 ") && !text.output.contains(".123"))
    for format in ["csv", "json"] { #expect(try Program.run(query + [format]).output.contains(".123456789")) }
  }

  @Test func `differences between editions are no fault`() throws {
    let result = try Program.run(["diff", "Tests/Cases/base", "R2021", "R2020"])
    #expect(result.exitCode == 0)
    #expect(result.errors.isEmpty)
    #expect(result.output.hasPrefix("1 of 3 targets has another status than in edition R2020.\n"))
    #expect(result.output.contains("Internet users (Alda): 620"))
    let same = try Program.run(["diff", "Tests/Cases/base", "R2021", "R2021"])
    #expect(same.exitCode == 0)
    #expect(same.output == "Nothing has changed since edition R2021.\n")
  }

  @Test func `a wrong command line ends with 64`() throws {
    #expect(try Program.run(["chekc"]).exitCode == 64)
    #expect(try Program.run(["check"]).exitCode == 64)
    #expect(try Program.run(["check", "/no/such/folder"]).exitCode == 64)
    #expect(try Program.run(["check", "Sources"]).exitCode == 64)
    #expect(try Program.run(["assess", "Tests/Cases/base", "--edition", "R1999"]).exitCode == 64)
    #expect(try Program.run(["assess", "Tests/Cases/base", "--as-of", "2020-02-30"]).exitCode == 64)
    #expect(try Program.run(["explain", "Tests/Cases/base", "9.9"]).exitCode == 64)
    #expect(try Program.run(["query", "Tests/Cases/base", "--indicator", "internet-usage"]).exitCode == 64)
    #expect(try Program.run(["method", "tea-leaves"]).exitCode == 64)
  }

  @Test func `what the machine refuses ends with 2`() throws {
    let folder = try TemporaryFolder()
    let result = try Program.run(["build", "Tests/Cases/base", "--output", "/proc/no-such-place/site"])
    #expect(result.exitCode == 2)
    #expect(result.errors.contains("cannot make the folder"))
    let missing = try Program.run(["method", "destatis", "--input", folder.path("none.csv")])
    #expect(missing.exitCode == 2)
    #expect(missing.errors.contains("none.csv"))
  }

  @Test(
    arguments: [
      ([], "the workspace has no report; write narrative/report.yaml and a chapter beside it"),
      (
        ["--edition", "R2020"],
        "edition R2020 has no report; narrative/report.yaml says which edition the report is of"
      ),
    ]) func `a workspace without a report has none to write`(_ choice: [String], _ message: String) throws
  {
    let result = try Program.run(["report", "Tests/Cases/base", "--output", "/no/where/report.html"] + choice)
    #expect(result.exitCode == 1)
    #expect(result.errors.contains("milepost: \(message)\n"))
  }

  @Test func `a new workspace checks clean and builds`() throws {
    let folder = try TemporaryFolder()
    let plan = folder.path("plan")
    #expect(try Program.run(["init", plan, "--name", "Office of Rivers"]).exitCode == 0)
    let check = try Program.run(["check", plan, "--strict"])
    #expect(check.exitCode == 0)
    #expect(check.output.isEmpty && check.errors.isEmpty)
    let readme = try folder.text("plan/README.md")
    let commands = readme.split(separator: "`").filter { $0.hasPrefix("milepost ") && $0.contains(" .") }
    #expect(commands.count == 4)
    for command in commands {
      let arguments = command.split(separator: " ").dropFirst().map(String.init)
      #expect(try Program.run(arguments, in: folder.url.appending(path: "plan")).exitCode == 0, "\(command)")
    }
    #expect(try Program.run(["check", plan, "--strict"]).exitCode == 0)
    #expect(folder.exists("site/index.html"))
    #expect(folder.exists("site/data/release.json"))
    #expect(try Program.run(["init", plan]).exitCode == 64)
  }

  @Test func `a claim that is false ends with 1`() throws {
    let holds = try Program.run(["eval", "Tests/Cases/base", "population(ISLES, 2016) > 0"])
    #expect(holds.exitCode == 0)
    #expect(holds.output == "true\n")
    let fails = try Program.run(["eval", "Tests/Cases/base", "population(ISLES, 2016) < 0"])
    #expect(fails.exitCode == 1)
    #expect(fails.output == "false\n")
    let wrong = try Program.run(["eval", "Tests/Cases/base", "populatoin(ISLES, 2016)"])
    #expect(wrong.exitCode == 1)
    #expect(wrong.errors.contains("expression:1:1"))
    #expect(wrong.errors.contains("did you mean 'population'?"))
  }

  private struct Document: Decodable {
    struct Finding: Decodable {
      let file: String
      let line: Int
      let column: Int
      let severity: String
      let code: String
      let message: String
      let hint: String?
    }
    struct Summary: Decodable {
      let errors: Int
      let warnings: Int
      let accepted: Int
    }
    let diagnostics: [Finding]
    let summary: Summary
  }

  @Test func `the summary counts what is not listed`() throws {
    let folder = try TemporaryFolder()
    try folder.copyBase()
    let rows = (0..<250).map { "ALDA,201\($0 % 10),x\($0)\n" }
    try folder.write(("REF_AREA,TIME_PERIOD,OBS_VALUE\n" + rows.joined()).utf8, to: "plan/data/population.2020.csv")
    let result = try Program.run(["check", folder.path("plan"), "--format", "json"])
    let document = try JSONDecoder().decode(Document.self, from: Data(result.output.utf8))
    let ofCells = document.diagnostics.filter { $0.code == "MP0307" }
    #expect(ofCells.count == 101)
    #expect(document.diagnostics.filter { $0.severity == "error" }.count == 101)
    #expect(document.summary.errors == 250)
  }

  @Test func `findings come as JSON with their places`() throws {
    let folder = try TemporaryFolder()
    try folder.copyBase()
    try folder.write("outputs:\n  - {id: x, title: X, outcomes: [O.9-z]}\n".utf8, to: "plan/plan/extra.yaml")
    let result = try Program.run(["check", folder.path("plan"), "--format", "json"])
    #expect(result.exitCode == 1)
    let document = try JSONDecoder().decode(Document.self, from: Data(result.output.utf8))
    let finding = try #require(document.diagnostics.first)
    #expect(finding.file == "plan/extra.yaml")
    #expect(finding.line == 2)
    #expect(finding.column == 34)
    #expect(finding.code == "MP0206")
    #expect(document.summary.errors == 1)
  }

  @Test func `two builds are equal, whatever the zone, the language and the folder`() throws {
    let folder = try TemporaryFolder()
    try folder.copyBase()
    #expect(try Program.run(["build", "Tests/Cases/base", "--output", folder.path("one")]).exitCode == 0)
    let second = try Program.run(
      ["build", "plan", "--output", "two"],
      environment: ["TZ": "Pacific/Kiritimati", "LANG": "ar_EG.UTF-8", "LC_ALL": "fr_FR.UTF-8"], in: folder.url)
    #expect(second.exitCode == 0)
    let (one, two) = (try folder.files("one"), try folder.files("two"))
    #expect(one.count > 20)
    #expect(one == two)
  }

  @Test func `a build that fails leaves what was there`() throws {
    let folder = try TemporaryFolder()
    try folder.copyBase()
    #expect(try Program.run(["build", folder.path("plan"), "--output", folder.path("site")]).exitCode == 0)
    let before = try folder.files("site")
    try folder.write("goals: [".utf8, to: "plan/plan/extra.yaml")
    #expect(try Program.run(["build", folder.path("plan"), "--output", folder.path("site")]).exitCode == 1)
    #expect(try folder.files("site") == before)
    #expect(try folder.names() == ["plan", "site"])
  }
}

import Foundation
import Testing

@Suite struct ImportCommandTests {
  private static let head = "STRUCTURE,STRUCTURE_ID,ACTION,REF_AREA,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE\n"

  /// A message that changes several files: new areas, a source, an indicator and a dataflow.
  private static let message =
    head + (2000..<2020).map { "dataflow,X:VISITS(1.0.0),I,NEWLAND,\($0),\($0),PS\n" }.joined()

  private func workspace() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.copyBase()
    try folder.write(ImportCommandTests.message.utf8, to: "m.csv")
    return folder
  }

  private func arguments(_ folder: TemporaryFolder, _ file: String = "m.csv") -> [String] {
    ["import", "sdmx", folder.path(file), folder.path("plan"), "--published", "2021-05-01"]
  }

  @Test func `an import changes several files, and a second of the same date is refused`() throws {
    let folder = try workspace()
    let before = try folder.files("plan")
    // Who may change a file stays as it was.
    #expect(chmod(folder.path("plan/groups/areas.csv"), 0o660) == 0)
    let result = try Program.run(arguments(folder))
    #expect(result.exitCode == 0, "\(result.errors)")
    let mode = try FileManager.default.attributesOfItem(atPath: folder.path("plan/groups/areas.csv"))[.posixPermissions]
    #expect(mode as? Int == 0o660)
    let after = try folder.files("plan")
    #expect(Set(after.keys).subtracting(before.keys).count >= 3)
    #expect(try !folder.names(in: "plan").contains(".milepost-change"))
    #expect(try Program.run(arguments(folder)).exitCode == 1)
    #expect(try folder.files("plan") == after)
  }

  /// What check leaves of a workspace that was stopped on its way, as `old`, `new` or neither.
  private func state(_ folder: TemporaryFolder, _ old: [String: Data], _ new: [String: Data]) throws -> String {
    _ = try Program.run(["check", folder.path("plan")])
    let files = try folder.files("plan")
    return files == old ? "old" : files == new ? "new" : "half: \(files.keys.sorted())"
  }

  @Test func `an import that is killed at any moment leaves the old or the new workspace`() throws {
    let whole = try workspace()
    let old = try whole.files("plan")
    let started = ContinuousClock.now
    #expect(try Program.run(arguments(whole)).exitCode == 0)
    let length = Int((ContinuousClock.now - started).components.attoseconds / 1_000_000_000_000)
    let new = try whole.files("plan")
    let isSlow = ProcessInfo.processInfo.environment["MILEPOST_SLOW"] != nil
    for number in 0..<(isSlow ? 100 : 8) {
      let folder = try workspace()
      let run = try Program.start(arguments(folder))
      // The files are written near the end.
      usleep(UInt32(Int.random(in: (number % 4 == 0 ? length / 10 : length * 6 / 10)...max(length, 1000))))
      kill(run.process.processIdentifier, SIGKILL)
      let result = try run.result()
      let state = try state(folder, old, new)
      #expect(result.exitCode == 0 ? state == "new" : ["old", "new"].contains(state), "\(state)")
    }
  }

  @Test func `whatever was moved when it stopped, the next to open the workspace ends a change that was decided`()
    throws
  {
    let whole = try workspace()
    let old = try whole.files("plan")
    #expect(try Program.run(arguments(whole)).exitCode == 0)
    let new = try whole.files("plan")
    let changed = new.filter { old[$0.key] != $0.value }.sorted { $0.key < $1.key }
    for moved in 0...changed.count {
      let folder = try workspace()
      for (number, file) in changed.enumerated() {
        try folder.write(file.value, to: number < moved ? "plan/\(file.key)" : "plan/.milepost-change/\(number)")
      }
      let list = changed.map { $0.key + "\n" }.joined()
      // Without its name the list decides nothing.
      if moved == 0 {
        try folder.write(list.utf8, to: "plan/.milepost-change/list.new")
        #expect(try state(folder, old, new) == "old")
        continue
      }
      try folder.write(list.utf8, to: "plan/.milepost-change/list")
      #expect(try state(folder, old, new) == "new", "\(moved) moved")
    }
  }

  @Test(arguments: ["../outside.csv", "/outside.csv", "data/../../outside.csv"])
  func `a list from elsewhere does not lead out of the workspace`(target: String) throws {
    let folder = try workspace()
    try folder.write("mine".utf8, to: "outside.csv")
    try folder.write("theirs".utf8, to: "plan/.milepost-change/0")
    try folder.write("\(target)\n".utf8, to: "plan/.milepost-change/list")
    let result = try Program.run(["check", folder.path("plan")])
    #expect(result.exitCode == 2 && result.errors.contains("remove the folder"), "\(result.errors)")
    #expect(try folder.text("outside.csv") == "mine")
  }

  @Test(.enabled(if: geteuid() == 0, "needs root for a small disk"))
  func `a full disk leaves the workspace as it was`() throws {
    let folder = try workspace()
    let rows = (0..<60).flatMap { area in
      (1900..<2020).map { "dataflow,X:VISITS(1.0.0),I,NEWLAND\(area),\($0),\($0),PS\n" }
    }
    try folder.write((ImportCommandTests.head + rows.joined()).utf8, to: "long.csv")
    let script = """
      mount -t tmpfs -o size=160k none "$1/disk" && cp -r "$1/plan/." "$1/disk" || exit 99
      "$0" import sdmx "$1/long.csv" "$1/disk" --published 2021-05-01
      code=$?
      diff -r "$1/plan" "$1/disk" && exit $code
      """
    try FileManager.default.createDirectory(atPath: folder.path("disk"), withIntermediateDirectories: true)
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/unshare")
    process.arguments = ["-m", "/bin/bash", "-c", script, Program.path.path, folder.url.path]
    let errors = try folder.handle("errors")
    process.standardError = errors
    process.standardOutput = errors
    try process.run()
    process.waitUntilExit()
    let said = try folder.text("errors")
    #expect(process.terminationStatus == 2, "\(said)")
    #expect(said.contains("No space left on device"), "\(said)")
  }

  @Test func `two imports at once do not lose each other's changes`() throws {
    let folder = try workspace()
    try folder.write(ImportCommandTests.message.replacing("VISITS", with: "NIGHTS").utf8, to: "n.csv")
    let runs = try ["m.csv", "n.csv"].map { try Program.start(arguments(folder, $0)) }
    let results = try runs.map { try $0.result() }
    let done = results.filter { $0.exitCode == 0 }.count
    #expect(done >= 1)
    for result in results where result.exitCode != 0 {
      #expect(result.exitCode == 2)
      #expect(result.errors.contains("another import is changing it"))
    }
    let files = try folder.files("plan")
    #expect([files["data/VISITS.yaml"], files["data/NIGHTS.yaml"]].compactMap { $0 }.count == done)
  }

  private static let xml = """
    <?xml version="1.0" encoding="UTF-8"?>
    <mes:GenericData xmlns:mes="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/message"><mes:Header><mes:ID>1</mes:ID>
    """
  private static let faults: [(name: String, text: String, finding: String)] = [
    ("cut.xml", xml, "cut.xml:2:118: error: file is no XML: it ends before its elements do [MP1501]"),
    (
      "error.xml", "<html><head><title>502</title></head><body>Bad gateway</body></html>",
      "error.xml:1:1: error: root element 'html' is none of SDMX-ML [MP1520]"
    ),
    (
      "page.xml", "<!DOCTYPE html>\n<html><body><p>Bad gateway<br></body></html>",
      "page.xml:1:15: error: XML is not taken as it is: it declares a document type [MP1503]"
    ),
    (
      "cut.json", "{\"meta\":{\"id\":\"1\"},\"data\":{\"dataSets\":[{",
      "cut.json:1:41: error: found the end of the file, expected a key in quotes [MP0013]"
    ),
    (
      "cut.csv", head + "dataflow,X:VISITS(1.0.0),I,NEWLAND,2020,\"1",
      "cut.csv:2:41: error: quoted cell does not end [MP1403]"
    ),
    (
      "short.csv", head + "dataflow,X:VISITS(1.0.0),I,NEWLAND,2020",
      "short.csv:2:1: error: row has 5 cells, expected 7 [MP1403]"
    ),
    (
      "words.csv", head + "dataflow,X:VISITS(1.0.0),I,NEWLAND,2020,n/a,PS\n",
      "words.csv:2:1: error: 'n/a' is no figure [MP1407]"
    ),
    ("table.csv", "REF_AREA,TIME_PERIOD,OBS_VALUE\nALDA,2020,1\n", "table.csv:1:1: error: the first column is neither"),
    ("empty.csv", "", "empty.csv:1:1: error: file is empty [MP1401]"),
  ]

  @Test(arguments: faults)
  func `what is wrong with a file is said with its place, and nothing is written`(
    _ fault: (name: String, text: String, finding: String)
  ) throws {
    let folder = try workspace()
    try folder.write(fault.text.utf8, to: fault.name)
    let before = try folder.files("plan")
    let result = try Program.run(arguments(folder, fault.name))
    #expect(result.exitCode == 1)
    #expect(result.errors.replacing(folder.url.path + "/", with: "").contains(fault.finding), "\(result.errors)")
    #expect(try folder.files("plan") == before)
  }

  @Test func `a file in UTF-16 is said to be that`() throws {
    let folder = try workspace()
    let units = ImportCommandTests.message.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    try folder.write([0xFF, 0xFE] + units, to: "wide.csv")
    let result = try Program.run(arguments(folder, "wide.csv"))
    #expect(result.exitCode == 1)
    #expect(result.errors.contains("wide.csv:1:1: error: found UTF-16, expected UTF-8 [MP1401]"), "\(result.errors)")
  }

  @Test func `a file that is none ends with a code of the machine`() throws {
    let folder = try workspace()
    #expect(try Program.run(arguments(folder, "plan")).exitCode == 2)
    #expect(try Program.run(arguments(folder, "none.csv")).exitCode == 64)
  }
}

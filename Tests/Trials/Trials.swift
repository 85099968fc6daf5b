import Foundation
import MilepostPipeline

/// What is tried at random and takes long: `Trials mutations|faults FOLDER [COUNT]`.
///
/// Exit code 1 when something came out otherwise than it must.
@main struct Trials {
  static func main() async throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    guard (2...3).contains(arguments.count) else { usage() }
    let folder = arguments[1]
    switch (arguments[0], arguments.count == 3 ? Int(arguments[2]) : nil) {
    case ("mutations", let count) where count != nil || arguments.count == 2: try await mutations(folder, count ?? 500)
    case ("faults", let count) where count != nil || arguments.count == 2: try faults(folder, count ?? 25)
    default: usage()
    }
  }

  private static func usage() -> Never {
    FileHandle.standardError.write(Data("usage: Trials mutations|faults FOLDER [COUNT]\n".utf8))
    exit(64)
  }

  /// Changes values at random and holds the sentences that `check` names against a second opinion.
  ///
  /// The two lists must be equal for each change, at least half of the changes make a sentence false and not all do, and
  /// every language is hit.
  private static func mutations(_ folder: String, _ count: Int) async throws {
    let files = try filesBelow(URL(filePath: folder))
    let outcomes = try await MutationTrial(files: files).outcomes(
      count, workers: ProcessInfo.processInfo.activeProcessorCount)
    for outcome in outcomes where !outcome.isAgreed { print(outcome.difference) }
    let breaking = outcomes.filter { !$0.expected.isEmpty }
    let hit = breaking.reduce(into: Set<String>()) { $0.formUnion(SecondOpinion.Finding.languages($1.expected)) }
    let missed = languages(files).subtracting(hit).sorted()
    let differing = outcomes.count { !$0.isAgreed }
    print(
      """
      \(outcomes.count) changes, \(outcomes.reduce(0) { $0 + $1.stopped }) drawn again
      \(breaking.count) made \(breaking.reduce(0) { $0 + $1.expected.count }) sentences false
      \(differing) with other sentences than the second opinion names
      languages never hit: \(missed.isEmpty ? "none" : missed.joined(separator: ", "))
      """)
    let isWideEnough = 2 * breaking.count >= outcomes.count && breaking.count < outcomes.count
    exit(differing == 0 && missed.isEmpty && isWideEnough ? 0 : 1)
  }

  /// Puts slips of each kind into a clean workspace, one at a time, and looks whether `check` names the place.
  private static func faults(_ folder: String, _ count: Int) throws {
    let outcomes = try FaultTrial(files: filesBelow(URL(filePath: folder))).outcomes(count)
    for outcome in outcomes {
      print("\(outcome.kind.rawValue): \(outcome.found) of \(outcome.drawn) found")
      for miss in outcome.missed { print("  missed \(miss)") }
    }
    let failing = outcomes.filter { !$0.isEnough }.map(\.kind.rawValue)
    print("too few found: \(failing.isEmpty ? "none" : failing.joined(separator: ", "))")
    exit(failing.isEmpty ? 0 : 1)
  }

  private static func languages(_ files: [String: [UInt8]]) -> Set<String> {
    Set(
      files.keys.compactMap { path in
        let parts = path.split(separator: "/")
        return parts.count > 2 && parts[0] == "narrative" ? String(parts[1]) : nil
      })
  }
}

/// Every file below a folder by its path in it; hidden ones are left out.
func filesBelow(_ base: URL) throws -> [String: [UInt8]] {
  guard let found = FileManager.default.enumerator(atPath: base.path) else { throw CocoaError(.fileNoSuchFile) }
  var files: [String: [UInt8]] = [:]
  for case let path as String in found where !path.split(separator: "/").contains(where: { $0.hasPrefix(".") }) {
    var isFolder: ObjCBool = false
    let file = base.appending(path: path)
    guard FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder), !isFolder.boolValue else {
      continue
    }
    files[path] = try Array(Data(contentsOf: file))
  }
  return files
}

func workspace(_ files: [String: [UInt8]]) -> Workspace {
  Workspace(paths: Array(files.keys)) { path in
    guard let bytes = files[path] else { throw CocoaError(.fileNoSuchFile) }
    return .bytes(bytes)
  }
}

import Foundation

/// Changes values of a workspace at random and holds the sentences that `check` names against a second opinion.
///
/// `MutationTrial FOLDER [CHANGES]`, 500 changes where nothing else is said. Exit code 1 when the two lists differ for a
/// change, when fewer than half of the changes made a sentence false or all did, or when a language was never hit.
@main struct MutationTrial {
  static func main() async throws {
    let arguments = CommandLine.arguments.dropFirst()
    guard let folder = arguments.first, let changes = Int(arguments.dropFirst().first ?? "500") else {
      FileHandle.standardError.write(Data("usage: MutationTrial FOLDER [CHANGES]\n".utf8))
      exit(64)
    }
    let files = try filesBelow(URL(filePath: folder))
    let outcomes = try await Trial(files: files).outcomes(
      changes, workers: ProcessInfo.processInfo.activeProcessorCount)
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

  private static func languages(_ files: Trial.Files) -> Set<String> {
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

import Glibc
import MilepostPipeline

/// Changes several files of a workspace as one.
///
/// What they shall hold is written into a folder beside them, then a list of their places; the rename that gives the list
/// its name decides. Before it nothing has changed, after it everything will: who opens the workspace next puts the
/// rest in its place.
///
/// A class, because the lock must be given back once.
final class WorkspaceChange {
  private static let folderName = ".milepost-change"

  private let workspace: String
  private let lock: Int32

  private var folder: String { "\(workspace)/\(WorkspaceChange.folderName)" }
  private var list: String { "\(folder)/list" }

  /// Keeps others from changing the workspace until the value is gone.
  ///
  /// - Throws: `MachineFailure` also when another program is changing it.
  init(of workspace: String) throws(MachineFailure) {
    self.workspace = workspace
    lock = try FileSystem.lock(workspace, or: "another import is changing it")
  }

  deinit { close(lock) }

  /// Ends or takes back what a program that was stopped left behind.
  static func recover(_ workspace: String) throws(MachineFailure) {
    guard FileSystem.exists("\(workspace)/\(folderName)") else { return }
    let change: WorkspaceChange
    do throws(MachineFailure) {
      change = try WorkspaceChange(of: workspace)
    } catch {
      throw MachineFailure(error, or: "ask again when the import has ended")
    }
    try change.recover()
  }

  private func recover() throws(MachineFailure) {
    guard !FileSystem.exists(folder) || FileSystem.isRealDirectory(folder) else {
      throw MachineFailure("finish the import in", folder, "it is a link; remove it")
    }
    if FileSystem.exists(list) { try putInPlace() }
    try FileSystem.remove(folder)
  }

  /// Every file or none.
  func write(_ files: [(file: String, bytes: [UInt8])]) throws { try Interruption.held { try writeAll(files) } }

  private func writeAll(_ files: [(file: String, bytes: [UInt8])]) throws(MachineFailure) {
    try recover()
    var folders: [String] = []
    do throws(MachineFailure) {
      for changed in files where FileSystem.isDirectory("\(workspace)/\(changed.file)") {
        throw MachineFailure("write", changed.file, "it is a folder")
      }
      try FileSystem.makeDirectory(folder)
      for (number, changed) in files.enumerated() {
        let parent = FileSystem.parentPath("\(workspace)/\(changed.file)")
        folders += try FileSystem.makeDirectory(parent)
        // What was decided must be possible: a rename needs leave to write in the folder.
        guard access(parent, W_OK | X_OK) == 0 else { throw MachineFailure("write", parent, errno: errno) }
        try FileSystem.write(changed.bytes, to: "\(folder)/\(number)", isForced: true)
        try FileSystem.keepAccess(of: "\(workspace)/\(changed.file)", for: "\(folder)/\(number)")
      }
      let lines = files.map { $0.file + "\n" }.joined()
      try FileSystem.write(Array(lines.utf8), to: list + ".new", isForced: true)
      try FileSystem.rename(list + ".new", to: list)
    } catch {
      try FileSystem.remove(folder)
      try FileSystem.removeEmpty(folders)
      throw error
    }
    try recover()
  }

  private static func isBelow(_ file: String) -> Bool {
    let parts = file.split(separator: "/", omittingEmptySubsequences: false)
    return !parts.contains { $0.isEmpty || $0 == "." || $0 == ".." }
  }

  /// Moves what is still in the folder; what is not was moved before.
  private func putInPlace() throws(MachineFailure) {
    let text = String(decoding: try FileSystem.read(list), as: UTF8.self)
    let files = text.unicodeScalars.split(separator: "\n").map(String.init)
    // A list that somebody else wrote must not lead out of the workspace.
    for file in files where !WorkspaceChange.isBelow(file) {
      throw MachineFailure("finish the import in", folder, "its list names '\(file)'; remove the folder")
    }
    for (number, file) in files.enumerated() {
      let (aside, target) = ("\(folder)/\(number)", "\(workspace)/\(file)")
      guard FileSystem.exists(aside) else { continue }
      try FileSystem.makeDirectory(FileSystem.parentPath(target))
      try FileSystem.move(aside, to: target)
    }
  }
}

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
    if FileSystem.exists(list) { try putInPlace() }
    try FileSystem.remove(folder)
  }

  /// Every file or none.
  func write(_ files: [(file: String, bytes: [UInt8])]) throws { try Interruption.held { try writeAll(files) } }

  private func writeAll(_ files: [(file: String, bytes: [UInt8])]) throws(MachineFailure) {
    try recover()
    var folders: [String] = []
    do throws(MachineFailure) {
      try FileSystem.makeDirectory(folder)
      for (number, changed) in files.enumerated() {
        folders += try FileSystem.makeDirectory(FileSystem.parentPath("\(workspace)/\(changed.file)"))
        try FileSystem.write(changed.bytes, to: "\(folder)/\(number)", isForced: true)
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

  /// Moves what is still in the folder; what is not was moved before.
  private func putInPlace() throws(MachineFailure) {
    let text = String(decoding: try FileSystem.read(list), as: UTF8.self)
    for (number, file) in text.split(separator: "\n").enumerated() {
      let (aside, target) = ("\(folder)/\(number)", "\(workspace)/\(file)")
      guard FileSystem.exists(aside) else { continue }
      try FileSystem.makeDirectory(FileSystem.parentPath(target))
      try FileSystem.move(aside, to: target)
    }
  }
}

import Glibc
import MilepostModel
import MilepostPipeline

/// A workspace in a folder on disk.
enum DiskWorkspace {
  /// - Throws: `UsageError` when `folder` is no workspace; `MachineFailure` when it cannot be read.
  static func open(_ folder: String) throws -> Workspace {
    guard FileSystem.isDirectory(folder) else { throw UsageError("no such folder: \(folder)") }
    guard FileSystem.exists("\(folder)/milepost.yaml") else {
      throw UsageError("not a workspace: \(folder) has no milepost.yaml; 'milepost init \(folder)' makes one")
    }
    try WorkspaceChange.recover(folder)
    guard let root = FileSystem.resolved(folder) else { throw MachineFailure("read", folder, errno: errno) }
    return Workspace(paths: try paths(in: folder)) { try contents(of: $0, in: folder, root: root) }
  }

  /// Every file below a folder, without those whose name begins with a dot.
  static func paths(in folder: String) throws(MachineFailure) -> [String] {
    var paths: [String] = []
    try collect(folder, "", into: &paths)
    return paths
  }

  private static func contents(of path: String, in folder: String, root: String) throws -> FileContents {
    let file = "\(folder)/\(path)"
    guard let target = FileSystem.resolved(file) else {
      return .unreadable(reason: "the link leads nowhere")
    }
    guard target.hasPrefix(root == "/" ? root : root + "/") else {
      return .unreadable(reason: "the link leads outside the workspace")
    }
    do throws(MachineFailure) {
      return .bytes(try FileSystem.read(target))
    } catch {
      guard error.isOfFile else { throw error }
      return .unreadable(reason: error.reason)
    }
  }

  /// Files below `prefix`, without those whose name begins with a dot; linked folders are not entered.
  private static func collect(_ folder: String, _ prefix: String, into paths: inout [String]) throws(MachineFailure) {
    for name in try FileSystem.names(in: prefix.isEmpty ? folder : "\(folder)/\(prefix)")
    where !name.hasPrefix(".") {
      let path = prefix.isEmpty ? name : "\(prefix)/\(name)"
      var status = stat()
      guard lstat("\(folder)/\(path)", &status) == 0 else {
        throw MachineFailure("read", "\(folder)/\(path)", errno: errno)
      }
      if (status.st_mode & S_IFMT) == S_IFDIR {
        try collect(folder, path, into: &paths)
      } else {
        paths.append(path)
      }
    }
  }
}

import Foundation
import MilepostFormats

/// Folders of the repository as source trees.
enum WorkspaceFolder {
  static let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The files below a folder of the repository, by their paths inside it.
  static func files(_ folder: String) throws -> [String: [UInt8]] {
    let root = repository.appending(path: folder)
    var files: [String: [UInt8]] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: root.path) {
      let url = root.appending(path: path)
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder)
      if !isFolder.boolValue { files[path] = Array(try Data(contentsOf: url)) }
    }
    return files
  }

  /// The base workspace of the cases with some files replaced.
  static func base(_ changes: [String: String] = [:]) throws -> SourceTree {
    var files = try files("Tests/Cases/base")
    for (path, text) in changes { files[path] = Array(text.utf8) }
    return SourceTree(bytes: files)
  }
}

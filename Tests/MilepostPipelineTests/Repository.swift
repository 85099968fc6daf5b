import Foundation
import MilepostModel
import MilepostPipeline

@testable import Trials

/// Folders of this repository, and workspaces read from them.
enum Repository {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// Every file below a folder by its path in it.
  static func files(in folder: String) throws -> [String: [UInt8]] {
    try filesBelow(root.appending(path: folder))
  }

  static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }
}

extension Workspace {
  /// - Parameter unreadable: those of the files that lead outside.
  init(files: [String: [UInt8]], unreadable: Set<String> = []) {
    self.init(paths: Array(files.keys)) { path in
      if unreadable.contains(path) { return .unreadable(reason: "the link leads outside the workspace") }
      guard let bytes = files[path] else { throw CocoaError(.fileNoSuchFile) }
      return .bytes(bytes)
    }
  }
}

extension Diagnostic {
  /// The finding as the catalogue of cases writes it: without hint and notes.
  var line: String { "\(position): \(severity.rawValue): \(message) [\(code)]" }
}

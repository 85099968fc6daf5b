/// The files of a workspace, and a way to read each.
///
/// The readers see files through this value only; who makes it decides where they lie.
package struct SourceTree: Sendable {
  /// Every file, relative to the workspace, with `/` between its parts; sorted by bytes, each once.
  package let paths: [String]
  /// The bytes of one of `paths`; throws `UnreadableFile` when the file is at fault, anything else when the machine is.
  package let read: @Sendable (String) throws -> [UInt8]

  /// - Parameter paths: in any order.
  package init(paths: [String], read: @escaping @Sendable (String) throws -> [UInt8]) {
    self.paths = Set(paths).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    self.read = read
  }

  /// Files that are held in memory.
  package init(_ files: [String: String]) {
    self.init(bytes: files.mapValues { Array($0.utf8) })
  }

  /// Files that are held in memory, as bytes.
  package init(bytes files: [String: [UInt8]]) {
    self.init(paths: Array(files.keys)) { path in
      guard let bytes = files[path] else { throw UnknownPath(path: path) }
      return bytes
    }
  }

  /// A file that cannot be read as a part of the workspace: a link that leads outside, a pipe, no permission.
  package struct UnreadableFile: Error, Hashable {
    /// Follows "file cannot be read: ".
    package let reason: String

    package init(reason: String) { self.reason = reason }
  }

  /// A file was asked for that the tree does not hold.
  package struct UnknownPath: Error, Hashable {
    package let path: String
  }

  package func contains(_ path: String) -> Bool {
    var low = 0
    var high = paths.count
    while low < high {
      let middle = (low + high) / 2
      if paths[middle].utf8.lexicographicallyPrecedes(path.utf8) { low = middle + 1 } else { high = middle }
    }
    return low < paths.count && paths[low] == path
  }
}

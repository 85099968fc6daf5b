import Glibc

/// The folder that a build writes: the files of the build before give way, all others stay.
///
/// A build is written aside, beside the folder. When it is complete, the entries of the folder that change are renamed:
/// the old ones away, the new ones in; when one cannot be renamed, those before it are renamed back.
struct OutputFolder {
  /// At the root of every site: the paths of its files, one a line.
  private static let manifest = ".milepost-files"

  /// With links followed, so that a link to the folder stays a link.
  private let path: String

  /// - Throws: `UsageError` when `output` cannot be the folder of a site.
  init(_ output: String) throws {
    guard !output.isEmpty else { throw UsageError("--output is empty; name a folder") }
    guard FileSystem.exists(output) else {
      path = output.withoutTrailingSlashes
      return
    }
    guard let resolved = FileSystem.resolved(output) else {
      throw UsageError("\(output) is a link that leads nowhere; nothing was written")
    }
    guard FileSystem.isDirectory(resolved) else { throw UsageError("\(output) is a file; nothing was written") }
    path = resolved
    _ = try filesOfLastBuild()
  }

  /// Empty when there is nothing in the folder; a folder of other people's files is refused.
  private func filesOfLastBuild() throws -> Set<String> {
    let manifest = "\(path)/\(OutputFolder.manifest)"
    if FileSystem.exists(manifest) {
      let text = String(decoding: try FileSystem.read(manifest), as: UTF8.self)
      return Set(text.split(separator: "\n").map(String.init) + [OutputFolder.manifest])
    }
    guard try FileSystem.names(in: path).isEmpty else {
      throw UsageError(
        "\(path) holds files and no \(OutputFolder.manifest), so it is not known which of them a build wrote; "
          + "name another folder or empty this one; nothing was written")
    }
    return []
  }

  /// Writes a build; one that fails or is interrupted changes nothing and leaves nothing behind.
  ///
  /// - Parameters:
  ///   - stays: whether a file of the build before stays although this one does not write it.
  ///   - write: given what takes each file.
  func replaceFiles(
    where stays: (String) -> Bool, write: ((_ path: String, _ bytes: borrowing [UInt8]) throws -> Void) throws -> Void
  ) throws {
    try Interruption.held {
      let above = try FileSystem.makeDirectory(FileSystem.parentPath(path))
      do {
        let aside = try FileSystem.makeNewDirectory("\(path).milepost-new")
        do {
          try FileSystem.makeDirectory("\(aside)/old")
          try fill(aside, where: stays, write: write)
        } catch {
          try FileSystem.remove("\(aside)/new")
          // Holds something only when what was there could not be put back.
          try FileSystem.removeEmpty([aside, "\(aside)/old"])
          throw error
        }
        try FileSystem.remove(aside)
      } catch {
        try FileSystem.removeEmpty(above)
        throw error
      }
    }
  }

  private func fill(
    _ aside: String, where stays: (String) -> Bool,
    write: ((_ path: String, _ bytes: borrowing [UInt8]) throws -> Void) throws -> Void
  ) throws {
    let new = "\(aside)/new"
    var made: Set<String> = []
    var paths: Set<String> = []
    try write { path, bytes in
      try Interruption.check()
      let file = "\(new)/\(path)"
      let parent = FileSystem.parentPath(file)
      if made.insert(parent).inserted { try FileSystem.makeDirectory(parent) }
      try FileSystem.write(bytes, to: file)
      paths.insert(path)
    }
    guard FileSystem.exists(path) else {
      try writeManifest(paths, in: new)
      try Interruption.check()
      return try takePlace(new)
    }
    let lock = try FileSystem.lock(path)
    defer { close(lock) }
    let last = try filesOfLastBuild()
    let staying = last.filter { stays($0) && !paths.contains($0) && $0 != OutputFolder.manifest }
    try writeManifest(paths.union(staying), in: new)
    let going = last.subtracting(staying)
    let entries = try Set(going.map(\.firstPart)).union(FileSystem.names(in: new)).sorted()
    for entry in entries { try keep(entry, but: going, in: new) }
    try Interruption.check()
    try change(entries, aside)
  }

  /// For a folder that was not there.
  private func takePlace(_ new: String) throws {
    do {
      try FileSystem.rename(new, to: path)
    } catch {
      guard FileSystem.exists(path) else { throw error }
      throw MachineFailure("write", path, "another build is writing it")
    }
  }

  private func writeManifest(_ paths: Set<String>, in folder: String) throws {
    let lines = paths.sorted().map { $0 + "\n" }
    try FileSystem.write(Array(lines.joined().utf8), to: "\(folder)/\(OutputFolder.manifest)")
  }

  /// Links what is not to go from an entry of the folder into the new one, so that it is there before and after.
  private func keep(_ entry: String, but going: Set<String>, in new: String) throws {
    let (old, kept) = ("\(path)/\(entry)", "\(new)/\(entry)")
    if FileSystem.isRealDirectory(old) {
      let names = try FileSystem.names(in: old)
      for name in names { try keep("\(entry)/\(name)", but: going, in: new) }
      // No build leaves an empty folder, so it is somebody's.
      if names.isEmpty, !FileSystem.isDirectory(kept) {
        try refuse(old, ifThereIs: kept)
        try FileSystem.makeDirectory(kept)
      }
    } else if !going.contains(entry), FileSystem.exists(old) {
      try refuse(old, ifThereIs: kept)
      try FileSystem.makeDirectory(FileSystem.parentPath(kept))
      try FileSystem.link(old, to: kept)
    }
  }

  /// What no build wrote and the new one has a file or folder for.
  private func refuse(_ old: String, ifThereIs new: String) throws {
    let isFileAbove =
      FileSystem.exists(FileSystem.parentPath(new)) && !FileSystem.isDirectory(FileSystem.parentPath(new))
    guard FileSystem.exists(new) || isFileAbove else { return }
    throw UsageError("\(old) is in the way of the site and no build wrote it; move it; nothing was written")
  }

  /// Renames the old entries away and the new ones in, or nothing.
  private func change(_ entries: [String], _ aside: String) throws {
    var renamed: [(from: String, to: String)] = []
    var isPutBack = true
    do {
      for entry in entries {
        let steps = [
          ("\(path)/\(entry)", "\(aside)/old/\(entry)"), ("\(aside)/new/\(entry)", "\(path)/\(entry)"),
        ]
        for step in steps where FileSystem.exists(step.0) {
          try FileSystem.rename(step.0, to: step.1)
          renamed.append(step)
        }
      }
    } catch {
      for step in renamed.reversed() {
        do { try FileSystem.rename(step.to, to: step.from) } catch { isPutBack = false }
      }
      guard isPutBack else {
        throw MachineFailure("put back", path, "after \(error); what was there lies in \(aside)/old")
      }
      throw error
    }
  }
}

extension String {
  fileprivate var firstPart: String { String(prefix { $0 != "/" }) }

  fileprivate var withoutTrailingSlashes: String {
    var path = self[...]
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    return String(path)
  }
}

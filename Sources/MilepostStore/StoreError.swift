/// Why a store could not do what was asked.
package enum StoreError: Error, Hashable, Sendable, CustomStringConvertible {
  case noStore(String)
  /// Something is there, and no program of ours wrote it.
  case notAStore(String)
  /// There is a file without a byte.
  case empty(String)
  /// A backup from which nothing would come back.
  case nothingPublished(String)
  /// A later program wrote it.
  case newer(String, version: Int, known: Int)
  /// An earlier program wrote it, and it was not to be changed.
  case old(String)
  /// Another program is publishing into it.
  case isBeingWritten(String)
  case diskFull(String)
  /// What is in it is not what was put there.
  case damaged(String, what: String)
  /// A store holds the releases of one workspace.
  case otherWorkspace(String, holds: String, given: String)
  /// A file stands where a new one was to be written.
  case exists(String)
  case machine(String, reason: String)

  package var description: String {
    switch self {
    case .noStore(let path): "there is no store at \(path); 'milepost publish' makes one"
    case .notAStore(let path): "\(path) is no store of releases"
    case .empty(let path): "\(path) is an empty file and no store of releases"
    case .nothingPublished(let path): "nothing was published in \(path), so that there is nothing to restore"
    case .newer(let path, let version, let known):
      "\(path) was written by a later milepost: it has format \(version), and this one reads up to \(known)"
    case .old(let path):
      "\(path) has an earlier format and is not changed by looking at it; 'milepost publish' and 'serve' bring it to this one"
    case .isBeingWritten(let path): "\(path) is being written by another program; try again when it has finished"
    case .diskFull(let path): "the disk is full: what \(path) held before is unchanged"
    case .damaged(let path, let what): "\(path) is damaged: \(what); restore it from a backup"
    case .otherWorkspace(let path, let holds, let given):
      "\(path) holds the releases of '\(holds)'; publish '\(given)' into a store of its own"
    case .exists(let path): "\(path) exists and was not overwritten"
    case .machine(let path, let reason): "cannot use \(path): \(reason)"
    }
  }
}

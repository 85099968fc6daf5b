import MilepostStore
import Synchronization

/// Answers that were made, for the next who asks the same.
///
/// What was published never changes, so that a publication and a request together have one answer. A class because all who
/// ask share it.
final class KeptAnswers: Sendable {
  struct Key: Hashable {
    let publication: PublicationRecord
    let target: String
    let language: String?
    let isPacked: Bool

    /// What clients chose the length of.
    fileprivate var bytes: Int { [target, language].compactMap { $0?.utf8.count }.reduce(0, +) }
  }

  private struct Kept {
    var answers: [Key: Answer] = [:]
    var bytes = 0
  }

  private let kept = Mutex(Kept())
  /// Larger answers are made each time.
  private static let mostOfOne = 65_536
  /// When there are more, all are forgotten.
  private static let most = 32_000_000
  /// What an entry takes beside its body, about.
  private static let entryBytes = 2_000

  /// The answer that was kept, or the one that `make` makes, kept if it can be.
  func answer(_ key: Key, _ make: () throws -> Answer) rethrows -> Answer {
    if let known = kept.withLock({ $0.answers[key] }) { return known }
    let made = try make()
    guard made.status == 200, case .bytes(let bytes) = made.body, bytes.count <= KeptAnswers.mostOfOne else {
      return made
    }
    let size = bytes.count + key.bytes + KeptAnswers.entryBytes
    kept.withLock { kept in
      if kept.bytes + size > KeptAnswers.most { kept = Kept() }
      if kept.answers.updateValue(made, forKey: key) == nil { kept.bytes += size }
    }
    return made
  }
}

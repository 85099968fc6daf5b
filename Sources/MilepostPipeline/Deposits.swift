import MilepostEngine
package import MilepostModel

extension Compilation {
  /// What is published of the releases, once their files were made.
  ///
  /// - Parameters:
  ///   - site: what came of making the files of these releases.
  ///   - program: the version of this program.
  package func deposit(_ site: SiteReport, program: String) -> Deposit {
    guard let plan, let latest = releases.last else { preconditionFailure("a deposit of no releases") }
    let items = zip(releases, site.contentHashes).map { Deposit.Item($0, contentHash: $1) }
    // What came later than the latest edition belongs to editions to come.
    return Deposit(items, states: dataflowStates(plan, upTo: latest.asOf), program: program)
  }
}

import MilepostStore
import Synchronization

/// The releases that were asked for last.
///
/// A class because all who ask share it.
final class ReleaseViews: Sendable {
  private let views = Mutex<[ReleaseRecord: ReleaseView]>([:])
  private static let most = 8

  func view<Store: ReleaseStore>(of record: ReleaseRecord, in store: Store) throws(StoreError) -> ReleaseView {
    if let known = views.withLock({ $0[record] }) { return known }
    let made = try ReleaseView(record, in: store)
    views.withLock { views in
      if views.count >= ReleaseViews.most { views.removeAll() }
      views[record] = made
    }
    return made
  }
}

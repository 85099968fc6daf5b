import Synchronization

/// How often a client may ask: a bucket of tokens for each address, filled at a steady rate.
///
/// A class because all connections take from the same buckets.
package final class RateLimit: Sendable {
  private struct Bucket {
    var tokens: Double
    var filled: ContinuousClock.Instant
  }

  private let perSecond: Double
  private let burst: Double
  private let buckets = Mutex<[String: Bucket]>([:])
  /// More clients than this are not told apart for long: full buckets are forgotten.
  private static let mostBuckets = 50_000

  /// - Parameters:
  ///   - perSecond: requests that a client may send in the long run.
  ///   - burst: how many at once.
  package init(perSecond: Double, burst: Double) {
    self.perSecond = perSecond
    self.burst = burst
  }

  /// Takes a token.
  ///
  /// - Returns: nil when there was one, else the seconds after which there is one again.
  package func wait(_ client: String, at now: ContinuousClock.Instant) -> Int? {
    buckets.withLock { buckets in
      if buckets.count >= RateLimit.mostBuckets { forget(&buckets, now) }
      var bucket = buckets[client] ?? Bucket(tokens: burst, filled: now)
      fill(&bucket, now)
      defer { buckets[client] = bucket }
      guard bucket.tokens < 1 else {
        bucket.tokens -= 1
        return nil
      }
      return max(1, Int(((1 - bucket.tokens) / perSecond).rounded(.up)))
    }
  }

  private func fill(_ bucket: inout Bucket, _ now: ContinuousClock.Instant) {
    let passed = (now - bucket.filled) / .seconds(1)
    bucket.tokens = min(burst, bucket.tokens + passed * perSecond)
    bucket.filled = now
  }

  /// A full bucket is as good as none; when that makes no room, all are forgotten rather than memory run full.
  private func forget(_ buckets: inout [String: Bucket], _ now: ContinuousClock.Instant) {
    buckets = buckets.filter { _, bucket in
      var bucket = bucket
      fill(&bucket, now)
      return bucket.tokens < burst
    }
    if buckets.count >= RateLimit.mostBuckets { buckets.removeAll() }
  }
}

/// How many costly requests are served at once, of all clients and of one.
///
/// A class because all connections take from the same places.
package final class CostLimit: Sendable {
  private let most: Int
  private let mostOfOne: Int
  private let taken = Mutex<[String: Int]>([:])

  package init(most: Int, mostOfOne: Int) {
    self.most = most
    self.mostOfOne = mostOfOne
  }

  package enum Entry: Sendable {
    /// There was a place, which `leave` gives back.
    case granted
    /// The client has all that one may have.
    case clientHasItsShare
    case allAreTaken
  }

  package func enter(_ client: String) -> Entry {
    taken.withLock { taken in
      let own = taken[client, default: 0]
      guard own < mostOfOne else { return .clientHasItsShare }
      guard taken.values.reduce(0, +) < most else { return .allAreTaken }
      taken[client] = own + 1
      return .granted
    }
  }

  package func leave(_ client: String) {
    taken.withLock { taken in
      guard let own = taken[client] else { return }
      taken[client] = own > 1 ? own - 1 : nil
    }
  }
}

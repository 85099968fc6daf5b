import MilepostModel

/// Ranks of scores: 1 is the greatest; equal scores share a rank, and the next is left out.
struct IndexRanks {
  /// By area; 0 without a score.
  private(set) var places: [Int]
  /// How many areas share the rank.
  private(set) var sharing: [Int]

  /// - Parameter scores: by area; NaN without one.
  init(_ scores: [Double]) {
    places = [Int](repeating: 0, count: scores.count)
    sharing = places
    let order = scores.indices.filter { !scores[$0].isNaN }.sorted { scores[$0] > scores[$1] }
    var start = 0
    while start < order.count {
      var end = start + 1
      while end < order.count, scores[order[end]] == scores[order[start]] { end += 1 }
      for area in order[start..<end] {
        places[area] = start + 1
        sharing[area] = end - start
      }
      start = end
    }
  }
}

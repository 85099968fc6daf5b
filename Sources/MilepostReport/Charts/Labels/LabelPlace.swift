/// Finds places for labels beside points of a chart, where they touch neither lines nor each other.
struct LabelPlace: Sendable {
  /// Where a label goes: its rows and the box around them.
  struct Placed: Sendable {
    let rows: [String]
    let box: Box
    /// The foot of the first row.
    var foot: Double { box.top + 12 }
    var middle: Double { (box.left + box.right) / 2 }
  }

  /// The room for all labels.
  private let room: Box
  /// Places along the lines, close to each other.
  private var path: [Place] = []
  private var taken: [Box] = []

  init(room: Box) { self.room = room }

  mutating func avoid(line places: [Place]) {
    for (one, other) in zip(places, places.dropFirst()) {
      let steps = max(1, Int(max((other.x - one.x).magnitude, (other.y - one.y).magnitude) / 3))
      for step in 0...steps {
        let share = Double(step) / Double(steps)
        path.append(Place(one.x + (other.x - one.x) * share, one.y + (other.y - one.y) * share))
      }
    }
  }

  mutating func avoid(_ box: Box) { taken.append(box) }

  /// The box nearest to the point that touches the fewest things.
  mutating func place(_ rows: [String], beside place: Place, isBold: Bool, prefersAbove: Bool) -> Placed {
    let width = WordsMark.width(rows, isBold: isBold)
    let height = Double(rows.count) * WordsMark.rowHeight
    var best: (box: Box, cost: Double)?
    for candidate in LabelPlace.candidates(place.x, place.y, width, height, prefersAbove: prefersAbove) {
      // What touches nothing costs its distance at least.
      if let best, candidate.cost >= best.cost { continue }
      let cost = cost(of: candidate.box) + candidate.cost
      if cost < best?.cost ?? .infinity { best = (candidate.box, cost) }
    }
    let box = best?.box ?? Box(left: place.x, top: place.y - height, right: place.x + width, bottom: place.y)
    taken.append(box)
    return Placed(rows: rows, box: box)
  }

  /// Above and below the point at growing distances, and beside it; what lies further costs more.
  private static func candidates(
    _ x: Double, _ y: Double, _ width: Double, _ height: Double, prefersAbove: Bool
  ) -> [(box: Box, cost: Double)] {
    let columns = [(0.0, x - width / 2), (0.4, x - 4), (0.4, x + 4 - width), (0.8, x + 10), (0.8, x - 10 - width)]
    var candidates: [(box: Box, cost: Double)] = []
    func add(_ left: Double, _ top: Double, _ cost: Double) {
      candidates.append((Box(left: left, top: top, right: left + width, bottom: top + height), cost))
    }
    for distance in [9.0, 16, 26, 40, 60] {
      for (cost, left) in columns {
        add(left, y - distance - height, distance / 12 + cost + (prefersAbove ? 0 : 1))
        add(left, y + distance - 2, distance / 12 + cost + (prefersAbove ? 1 : 0))
      }
    }
    for distance in [10.0, 18, 30] {
      add(x - distance - width, y - height / 2, 2 + distance / 12)
      add(x + distance, y - height / 2, 2 + distance / 12)
    }
    return candidates
  }

  private func cost(of box: Box) -> Double {
    let wide = Box(left: box.left - 3, top: box.top - 1, right: box.right + 3, bottom: box.bottom + 1)
    let outside =
      max(0, room.left - box.left) + max(0, box.right - room.right) + max(0, room.top - box.top)
      + max(0, box.bottom - room.bottom)
    return Double(path.count { wide.holds($0) }) + 40 * Double(taken.count { wide.overlaps($0) }) + 20 * outside
  }
}
